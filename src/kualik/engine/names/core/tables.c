/* Open the tables of preparing in model.bin. Every place that they name is checked here, so that reading need not. */
#include "prepare.h"

#include <stdlib.h>
#include <string.h>

enum { LENGTH_SHIFT = 21, LENGTH_MASK = 31, VALUE_MASK = 0x1FFFFF, SELF = 1 << 26, CODES = 0x110000 };

/* A section that is there, and of whole rows. */
static int has_rows(Section section, uint64_t bytes) {
  return section.bytes != NULL && section.size > 0 && section.size % bytes == 0;
}

static int open_stages(const Model *model, const char *name, uint32_t bytes, Stages *out) {
  Section section = section_of(model, name);
  uint64_t block_bytes = 128ull * bytes, index_bytes = BLOCKS * 2ull;
  if (section.bytes == NULL || section.size < index_bytes || (section.size - index_bytes) % block_bytes) return 0;
  out->block = (const uint16_t *)section.bytes;
  out->values = section.bytes + index_bytes;
  out->blocks = (uint32_t)((section.size - index_bytes) / block_bytes);
  for (int i = 0; i < BLOCKS; i++)
    if (out->block[i] >= out->blocks) return 0;
  return 1;
}

static int open_codes(const Model *model, Preparer *tables) {
  Section pool = section_of(model, "t.pool");
  if (!open_stages(model, "t.codes", 4, &tables->codes) || !open_stages(model, "t.kinds", 1, &tables->kinds)) return 0;
  if (!has_rows(pool, 4)) return 0;
  tables->pool = (const uint32_t *)pool.bytes;
  tables->pooled = pool.size / 4;
  const uint32_t *values = (const uint32_t *)tables->codes.values;
  for (uint32_t i = 0; i < tables->codes.blocks * 128; i++) {
    uint32_t count = values[i] >> LENGTH_SHIFT & LENGTH_MASK, value = values[i] & VALUE_MASK;
    if (count > 1 && (uint64_t)value + count > tables->pooled) return 0;
    if (count == 1 && value >= CODES) return 0;
  }
  for (uint64_t i = 0; i < tables->pooled; i++)
    if (tables->pool[i] >= CODES) return 0;
  return 1;
}

static int open_letters(const Model *model, const char *name, Letters *out) {
  Section section = section_of(model, name);
  if (section.bytes == NULL || section.size < 12) return 0;
  const uint32_t *head = (const uint32_t *)section.bytes;
  uint64_t cells = (uint64_t)head[0] * head[1];
  if (head[0] == 0 || head[0] > 65535 || head[1] < 3 || head[1] > 256 || head[2] > 65534) return 0;
  if (section.size != 12 + cells * 2 + head[0] * 2ull + head[2] * 8ull) return 0;
  *out = (Letters){.nodes = head[0], .signs = head[1], .rows = head[2]};
  out->next = (const uint16_t *)(section.bytes + 12);
  out->row = out->next + cells;
  out->graphemes = (const Grapheme *)(out->row + head[0]);
  for (uint64_t i = 0; i < cells; i++)
    if (out->next[i] >= out->nodes) return 0;
  for (uint32_t i = 0; i < out->nodes; i++)
    if (out->row[i] > out->rows) return 0;
  for (uint32_t i = 0; i < out->rows; i++)
    if (out->graphemes[i].taken == 0 || out->graphemes[i].count > 6) return 0;
  return 1;
}

static int open_syllables(const Model *model, Preparer *tables) {
  Section own = section_of(model, "t.syllables"), pinyin = section_of(model, "t.pinyin");
  if (!open_stages(model, "t.han", 2, &tables->han) || !has_rows(own, sizeof(Syllable)) || pinyin.size < 4) return 0;
  tables->syllables = (const Syllable *)own.bytes;
  tables->syllable_count = (uint32_t)(own.size / sizeof(Syllable));
  tables->pinyin_nodes = *(const uint32_t *)pinyin.bytes;
  uint64_t cells = 27ull * tables->pinyin_nodes;
  if (tables->pinyin_nodes == 0 || pinyin.size != 4 + cells * 2 + tables->pinyin_nodes * 2ull) return 0;
  tables->pinyin_next = (const uint16_t *)(pinyin.bytes + 4);
  tables->pinyin_row = tables->pinyin_next + cells;
  const uint16_t *han = (const uint16_t *)tables->han.values;
  for (uint32_t i = 0; i < tables->han.blocks * 128; i++)
    if (han[i] > tables->syllable_count) return 0;
  for (uint32_t i = 0; i < tables->syllable_count; i++)
    if (tables->syllables[i].count > 7) return 0;
  for (uint64_t i = 0; i < cells; i++)
    if (tables->pinyin_next[i] >= tables->pinyin_nodes) return 0;
  for (uint32_t i = 0; i < tables->pinyin_nodes; i++)
    if (tables->pinyin_row[i] > tables->syllable_count) return 0;
  return 1;
}

static int open_endings(const Model *model, Preparer *tables) {
  Section section = section_of(model, "t.endings"), front = section_of(model, "t.front");
  uint64_t head = sizeof(uint16_t) * (SCRIPTS - 1) * ENDING_KINDS * 257;
  if (section.bytes == NULL || section.size < head || front.size != SYMBOLS) return 0;
  if ((section.size - head) % sizeof(Ending)) return 0;
  uint64_t rows = (section.size - head) / sizeof(Ending);
  const uint16_t *begin = (const uint16_t *)section.bytes;
  tables->ending_begin = (const uint16_t(*)[ENDING_KINDS][257])section.bytes;
  tables->endings = (const Ending *)(section.bytes + head);
  tables->front = front.bytes;
  for (uint64_t i = 0; i < head / 2; i++)
    if (begin[i] > rows || (i % 257 && begin[i] < begin[i - 1])) return 0;
  for (uint64_t i = 0; i < rows; i++)
    if (tables->endings[i].length == 0 || tables->endings[i].length > 12) return 0;
  return 1;
}

static int open_words(const Model *model, Preparer *tables) {
  Section looks = section_of(model, "t.looks"), titles = section_of(model, "t.titles");
  if (!has_rows(looks, sizeof(Look)) || titles.size < 16) return 0;
  tables->looks = (const Look *)looks.bytes;
  tables->look_count = looks.size / sizeof(Look);
  for (uint64_t i = 0; i < tables->look_count; i++)
    if (tables->looks[i].count > MOST_LOOK) return 0;
  const uint32_t *head = (const uint32_t *)titles.bytes;
  uint64_t nodes = head[0], edges = head[1];
  if (nodes == 0 || titles.size != 8 + (nodes + 1) * 8 + edges * 8) return 0;
  tables->title_nodes = head[0], tables->title_edges = head[1];
  tables->titles = (const TitleNode *)(head + 2);
  tables->edges = (const TitleEdge *)(tables->titles + nodes + 1);
  for (uint64_t i = 0; i < nodes; i++)
    if (tables->titles[i].edge > tables->titles[i + 1].edge || tables->titles[i].kind > ARTICLE_KIND) return 0;
  if (tables->titles[nodes].edge > edges) return 0;
  for (uint64_t i = 0; i < edges; i++)
    if (tables->edges[i].node >= nodes) return 0;
  return 1;
}

int preparer_open(Model *model) {
  static const char *const alphabets[ALPHABETS] = {"t.letters1", "t.letters2", "t.letters3"};
  Preparer *tables = model->preparer = calloc(1, sizeof *tables);
  if (tables == NULL) return KN_NO_MEMORY;
  int whole = open_codes(model, tables) && open_stages(model, "t.signs", 1, &tables->signs) &&
              open_syllables(model, tables) && open_endings(model, tables) && open_words(model, tables);
  for (int i = 0; i < ALPHABETS && whole; i++) whole = open_letters(model, alphabets[i], &tables->letters[i]);
  return whole ? KN_OK : KN_BAD_SECTION;
}

void preparer_close(Model *model) {
  free(model->preparer);
  model->preparer = NULL;
}

static uint32_t cell(const Stages *stages, uint32_t code) {
  return code < CODES ? stages->block[code >> 7] * 128u + (code & 127) : 0;
}

uint32_t folded_entry(const Preparer *tables, uint32_t code) {
  if (code >= CODES) return COMMA | 1u << LENGTH_SHIFT;
  uint32_t entry = ((const uint32_t *)tables->codes.values)[cell(&tables->codes, code)];
  return entry & SELF ? code | 1u << LENGTH_SHIFT : entry;
}

uint8_t kind_of(const Preparer *tables, uint32_t code) {
  uint8_t kind = code < CODES ? tables->kinds.values[cell(&tables->kinds, code)] : 0;
  return (kind & OF_SCRIPT) < SCRIPTS || kind & IS_MARK ? kind : 0;
}

uint8_t sign_of(const Preparer *tables, uint32_t code) { return tables->signs.values[cell(&tables->signs, code)]; }

const Syllable *syllable_of(const Preparer *tables, uint32_t character) {
  uint16_t number = ((const uint16_t *)tables->han.values)[cell(&tables->han, character)];
  return number ? tables->syllables + number - 1 : NULL;
}

const Look *look_of(const Preparer *tables, uint32_t letter, uint8_t script) {
  uint64_t low = 0, high = tables->look_count, wanted = (uint64_t)letter << 8 | script;
  while (low < high) {
    uint64_t middle = (low + high) / 2;
    const Look *look = tables->looks + middle;
    uint64_t met = (uint64_t)look->letter << 8 | look->script;
    if (met == wanted) return look;
    if (met < wanted) low = middle + 1;
    else high = middle;
  }
  return NULL;
}

uint32_t title_step(const Preparer *tables, uint32_t node, uint32_t code) {
  uint32_t low = tables->titles[node].edge, high = tables->titles[node + 1].edge;
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (tables->edges[middle].code == code) return tables->edges[middle].node;
    if (tables->edges[middle].code < code) low = middle + 1;
    else high = middle;
  }
  return 0;
}
