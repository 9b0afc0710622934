/* Texts as Python and Arrow hold them, one by one as code points. */
#include "core.h"

#include <string.h>

enum { REPLACEMENT = 0xFFFD };

static int64_t offset_at(const Column *column, int64_t place) {
  int32_t narrow;
  int64_t wide;
  const uint8_t *offsets = column->offsets;
  if (column->offset_bytes == 4) {
    memcpy(&narrow, offsets + place * 4, 4);
    return narrow;
  }
  memcpy(&wide, offsets + place * 8, 8);
  return wide;
}

/* How many bytes follow this first one; -1: no character begins so. The bounds of the second byte keep out
 * overlong forms, surrogates, and what lies beyond U+10FFFF (Unicode 15, table 3-7). */
static int following(uint8_t first, uint8_t *least, uint8_t *most) {
  *least = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  *most = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (first < 0x80) return 0;
  if (first < 0xC2 || first > 0xF4) return -1;
  return first < 0xE0 ? 1 : first < 0xF0 ? 2 : 3;
}

/* One character from UTF-8; the longest beginning of one that is broken off becomes one U+FFFD, as in Python. */
static uint32_t decoded(const uint8_t *bytes, int64_t size, int64_t *at) {
  uint8_t least, most, first = bytes[(*at)++];
  int more = following(first, &least, &most);
  if (more < 0) return REPLACEMENT;
  uint32_t value = more == 0 ? first : first & (0x3Fu >> more);
  for (; more > 0; more--) {
    if (*at >= size || bytes[*at] < least || bytes[*at] > most) return REPLACEMENT;
    value = value << 6 | (bytes[(*at)++] & 0x3F);
    least = 0x80, most = 0xBF;
  }
  return value;
}

static void prepare_utf8(const Preparer *preparer, const uint8_t *bytes, int64_t size, Name *out) {
  uint32_t text[MOST_TEXT + 1]; /* one more than is looked at: preparing sees that the text goes on */
  int64_t at = 0;
  uint64_t length = 0;
  while (at < size && length <= MOST_TEXT) text[length++] = decoded(bytes, size, &at);
  prepare(preparer, text, length, out);
}

void prepare_at(const Model *model, const Column *column, int64_t row, Name *out) {
  static const uint32_t nothing[1] = {0};
  int64_t place = column->first + row, begin = 0, end = 0;
  if (column->valid == NULL || (column->valid[place >> 3] >> (place & 7) & 1)) {
    begin = offset_at(column, place);
    end = offset_at(column, place + 1);
  }
  if (begin < 0 || end <= begin)
    prepare(model->preparer, nothing, 0, out);
  else if (column->unit_bytes == 4)
    prepare(model->preparer, (const uint32_t *)column->text + begin, (uint64_t)(end - begin), out);
  else
    prepare_utf8(model->preparer, (const uint8_t *)column->text + begin, end - begin, out);
}
