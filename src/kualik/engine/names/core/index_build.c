/* Build a segment: gather the spellings of all parts, sort them, write the trie and the rows of each.
 *
 * Names are fed in portions, so that whoever builds can tell how far it is, and stop.
 */
#include <stdlib.h>
#include <string.h>

#include "index.h"

/* A spelling of a row: its symbols, then zeros, and the row as the last four bytes, high byte first. */
typedef struct {
  uint8_t symbols[MOST_SYMBOLS];
  uint8_t row[4];
} Entry;

typedef struct {
  Entry *entries;
  uint64_t count, room;
  uint8_t *parts;
  uint32_t rows, room_rows;
} Builder;

static uint32_t row_of(const Entry *entry) {
  return (uint32_t)entry->row[0] << 24 | (uint32_t)entry->row[1] << 16 | (uint32_t)entry->row[2] << 8 | entry->row[3];
}

static int add_spelling(Builder *b, const uint8_t *symbols, int length, uint32_t row) {
  if (b->count == b->room) {
    uint64_t room = b->room + b->room / 2 + 4096;
    Entry *entries = realloc(b->entries, room * sizeof *entries);
    if (entries == NULL) return KN_NO_MEMORY;
    b->entries = entries;
    b->room = room;
  }
  Entry *entry = b->entries + b->count++;
  memset(entry, 0, sizeof *entry);
  memcpy(entry->symbols, symbols, (size_t)length);
  for (int i = 0; i < 4; i++) entry->row[i] = (uint8_t)(row >> (24 - 8 * i));
  return KN_OK;
}

/* A part's spellings: each reading whole, without its family ending, without its case. */
static int add_part(Builder *b, const Part *part, uint32_t row) {
  for (int r = 0; r < READINGS; r++) {
    const int lengths[3] = {part->length[r], part->stem[r], part->bare[r]};
    for (int i = 0; i < 3; i++) {
      if (lengths[i] == 0 || lengths[i] > MOST_SYMBOLS) continue;
      if ((i > 0 && lengths[i] == lengths[0]) || (i > 1 && lengths[i] == lengths[1])) continue;
      if (add_spelling(b, part->symbols[r], lengths[i], row) != KN_OK) return KN_NO_MEMORY;
    }
  }
  return KN_OK;
}

static int add_name(Builder *b, const Name *name) {
  if (b->rows == b->room_rows) {
    uint32_t room = b->room_rows + b->room_rows / 2 + 4096;
    uint8_t *parts = realloc(b->parts, room);
    if (parts == NULL) return KN_NO_MEMORY;
    b->parts = parts;
    b->room_rows = room;
  }
  b->parts[b->rows] = 0;
  for (int i = 0; i < name->count; i++) {
    if (!counts(name->parts + i)) continue;
    b->parts[b->rows]++;
    if (add_part(b, name->parts + i, b->rows) != KN_OK) return KN_NO_MEMORY;
  }
  b->rows++;
  return KN_OK;
}

static int by_symbols(const void *a, const void *b) { return memcmp(a, b, sizeof(Entry)); }

static int length_of(const Entry *entry) {
  int length = 0;
  while (length < MOST_SYMBOLS && entry->symbols[length]) length++;
  return length;
}

static int shared(const Entry *a, const Entry *b, int length) {
  int same = 0;
  while (same < length && a->symbols[same] == b->symbols[same]) same++;
  return same;
}

/* What writing the sorted entries comes to: pass 0 counts, pass 1 writes. */
typedef struct {
  SegmentHead *head;
  TrieNode *nodes;
  uint32_t *first, *rows;
  uint32_t open[MOST_SYMBOLS]; /* the node at each depth of the path */
  int depth;
} Writer;

static void close_nodes(Writer *w, int depth) {
  for (; w->depth > depth; w->depth--)
    if (w->nodes) w->nodes[w->open[w->depth - 1]].end = w->head->nodes;
}

static void write_word(Writer *w, const Entry *entry, int same, int length) {
  close_nodes(w, same);
  for (; w->depth < length; w->depth++) {
    uint8_t symbol = entry->symbols[w->depth];
    w->open[w->depth] = w->head->nodes;
    if (w->nodes) w->nodes[w->head->nodes] = (TrieNode){0, NO_WORD, symbol, (uint8_t)(w->depth + 1), 0};
    w->head->nodes++;
    for (int s = alphabet_of(symbol) + 1; s <= ALPHABETS; s++) w->head->begin[s] = w->head->nodes;
  }
  if (w->nodes) w->nodes[w->open[length - 1]].word = (int32_t)w->head->words;
  if (w->first) w->first[w->head->words] = w->head->postings;
  w->head->words++;
}

static void write_entries(Writer *w, const Builder *b) {
  const Entry *before = NULL;
  int length_before = 0;
  w->head->nodes = w->head->words = w->head->postings = 0;
  memset(w->head->begin, 0, sizeof w->head->begin);
  for (uint64_t i = 0; i < b->count; i++) {
    const Entry *entry = b->entries + i;
    int length = length_of(entry), same = before ? shared(before, entry, length) : 0;
    int known = before && same == length && length == length_before;
    if (known && row_of(before) == row_of(entry)) continue;
    if (!known) write_word(w, entry, same, length);
    if (w->rows) w->rows[w->head->postings] = row_of(entry);
    w->head->postings++;
    before = entry;
    length_before = length;
  }
  close_nodes(w, 0);
  if (w->first) w->first[w->head->words] = w->head->postings;
}

KN_API void kn_index_drop(Builder *b) {
  if (b == NULL) return;
  free(b->entries);
  free(b->parts);
  free(b);
}

KN_API int kn_index_begin(const Model *model, Builder **out) {
  (void)model;
  *out = calloc(1, sizeof **out);
  return *out ? KN_OK : KN_NO_MEMORY;
}

/* Take rows begin … end - 1 of a column; portions follow each other. */
KN_API int kn_index_feed(const Model *model, Builder *b, const Column *texts, int64_t begin, int64_t end) {
  Name name;
  for (int64_t row = begin; row < end; row++) {
    prepare_at(model, texts, row, &name);
    if (b->rows == UINT32_MAX || add_name(b, &name) != KN_OK) return KN_NO_MEMORY;
  }
  return KN_OK;
}

/* Sort what was fed; say how many bytes the segment takes with texts of so many bytes. */
KN_API int kn_index_measure(const Model *model, Builder *b, uint64_t text, uint64_t *size) {
  SegmentHead head = {.rows = b->rows, .text = text};
  uint64_t at[6];
  (void)model;
  if (b->count > UINT32_MAX / MOST_SYMBOLS) return KN_NO_MEMORY;
  if (b->count > 0) qsort(b->entries, b->count, sizeof(Entry), by_symbols);
  write_entries(&(Writer){.head = &head}, b);
  *size = segment_layout(&head, at);
  return KN_OK;
}

/* Write the segment into bytes of that size that are all 0; the texts are UTF-8 with rows + 1 offsets. */
KN_API int kn_index_write(const Model *model, const Builder *b, const uint8_t *text, const uint64_t *texts,
                          uint8_t *bytes, uint64_t size) {
  SegmentHead head = {.magic = "KNSEGM0", .print = model->print, .rows = b->rows, .text = texts[b->rows]};
  uint64_t at[6];
  head.magic[7] = '1';
  write_entries(&(Writer){.head = &head}, b);
  head.size = segment_layout(&head, at);
  if (head.size != size) return KN_BAD_INDEX;
  memcpy(bytes, &head, sizeof head);
  Writer writer = {.head = &head,
                   .nodes = (TrieNode *)(void *)(bytes + at[0]),
                   .first = (uint32_t *)(void *)(bytes + at[1]),
                   .rows = (uint32_t *)(void *)(bytes + at[2])};
  write_entries(&writer, b);
  memcpy(bytes + at[3], texts, ((uint64_t)b->rows + 1) * 8);
  if (b->rows > 0) memcpy(bytes + at[4], b->parts, b->rows);
  if (texts[b->rows] > 0) memcpy(bytes + at[5], text, texts[b->rows]);
  return KN_OK;
}
