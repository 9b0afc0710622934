/* Where the arrays of a segment lie, and whether its head is sound. */
#include "index.h"

#include <string.h>

static const char MAGIC[8] = "KNSEGM01";

static uint64_t rounded(uint64_t size) { return (size + 63) & ~(uint64_t)63; }

uint64_t segment_layout(const SegmentHead *head, uint64_t offsets[6]) {
  const uint64_t sizes[6] = {(uint64_t)head->nodes * sizeof(TrieNode), ((uint64_t)head->words + 1) * 4,
                             (uint64_t)head->postings * 4,             ((uint64_t)head->rows + 1) * 8,
                             head->rows,                               head->text};
  uint64_t at = sizeof(SegmentHead);
  for (int i = 0; i < 6; i++) {
    offsets[i] = at;
    at += rounded(sizes[i]);
  }
  return at;
}

int segment_open(const uint8_t *bytes, uint64_t size, Segment *out) {
  uint64_t at[6];
  if (size < sizeof(SegmentHead)) return KN_BAD_INDEX;
  memcpy(&out->head, bytes, sizeof(SegmentHead));
  const SegmentHead *head = &out->head;
  if (memcmp(head->magic, MAGIC, 8) != 0 || head->size != size || head->text > size) return KN_BAD_INDEX;
  if (head->words > INT32_MAX || segment_layout(head, at) != size) return KN_BAD_INDEX;
  for (int s = 0; s < ALPHABETS; s++)
    if (head->begin[s] > head->begin[s + 1]) return KN_BAD_INDEX;
  if (head->begin[ALPHABETS] > head->nodes) return KN_BAD_INDEX;
  out->nodes = (const TrieNode *)(const void *)(bytes + at[0]);
  out->first = (const uint32_t *)(const void *)(bytes + at[1]);
  out->rows = (const uint32_t *)(const void *)(bytes + at[2]);
  out->texts = (const uint64_t *)(const void *)(bytes + at[3]);
  out->parts = bytes + at[4];
  out->text = bytes + at[5];
  return KN_OK;
}
