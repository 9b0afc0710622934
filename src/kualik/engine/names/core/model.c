/* Opening model.bin: which section lies where. Everything is checked here once, so that reading need not. */
#include "core.h"

#include <string.h>

enum { HEADER = 16, ENTRY = 32, NAME_BYTES = 16, ALIGNMENT = 64, MOST_SECTIONS = 256 };

static uint64_t number(const uint8_t *at, unsigned bytes) {
  uint64_t value = 0;
  memcpy(&value, at, bytes);
  return value;
}

static int entry_holds(const uint8_t *entry, uint64_t size) {
  uint64_t offset = number(entry + NAME_BYTES, 8), bytes = number(entry + NAME_BYTES + 8, 8);
  return entry[NAME_BYTES - 1] == 0 && offset % ALIGNMENT == 0 && offset <= size && bytes <= size - offset;
}

int model_open(Model *model, const uint8_t *bytes, uint64_t size) {
  memset(model, 0, sizeof *model);
  if (size < HEADER || memcmp(bytes, "KUALIKN1", 8) != 0) return KN_NO_MODEL;
  uint64_t count = number(bytes + 8, 4);
  if (count > MOST_SECTIONS || HEADER + count * ENTRY > size) return KN_NO_MODEL;
  for (uint64_t i = 0; i < count; i++)
    if (!entry_holds(bytes + HEADER + i * ENTRY, size)) return KN_BAD_SECTION;
  model->bytes = bytes;
  model->size = size;
  model->count = (uint32_t)count;
  model->print = (uint32_t)number(bytes + 12, 4);
  return KN_OK;
}

Section section_of(const Model *model, const char *name) {
  for (uint32_t i = 0; i < model->count; i++) {
    const uint8_t *entry = model->bytes + HEADER + (uint64_t)i * ENTRY;
    if (strncmp((const char *)entry, name, NAME_BYTES) == 0)
      return (Section){model->bytes + number(entry + NAME_BYTES, 8), number(entry + NAME_BYTES + 8, 8)};
  }
  return (Section){NULL, 0};
}
