/* Make the parts of a name of its words: steps 9 and 10 of the law in preparing.py. */
#include "prepare.h"

#include <string.h>

typedef struct {
  const Preparer *tables;
  Name *out;
  int father; /* a word that says "child of" came before */
} Parts;

static uint8_t append(uint8_t *symbols, uint8_t length, const Sounds *more) {
  uint8_t room = (uint8_t)(MOST_SYMBOLS - length), count = more->length < room ? more->length : room;
  memcpy(symbols + length, more->symbols, count);
  return (uint8_t)(length + count);
}

static void add_ending(Part *part, const Word *word, const Sounds *first, const Sounds *second, uint8_t flags) {
  part->length[0] = part->bare[0] = append(part->symbols[0], part->length[0], first);
  if (part->length[1] && second->length) {
    part->length[1] = part->bare[1] = append(part->symbols[1], part->length[1], second);
  } else {
    part->length[1] = part->stem[1] = part->bare[1] = 0;
    memset(part->symbols[1], 0, MOST_SYMBOLS);
  }
  part->flags |= flags;
  part->last = word->last;
}

static void fill(Part *part, const Word *word, const Sounds read[READINGS]) {
  for (int i = 0; i < READINGS; i++) {
    part->length[i] = read[i].length;
    part->stem[i] = read[i].stem;
    part->bare[i] = read[i].bare;
    memcpy(part->symbols[i], read[i].symbols, read[i].length);
  }
  part->script = word->script;
  part->first = word->first;
  part->last = word->last;
  part->flags = read[0].flags;
  if (word->kind == TITLE_KIND) part->flags |= TITLE;
  if (word->kind == CLERIC_KIND) part->flags |= CLERIC;
}

static int is_initial(const Word *word, const Sounds *read, int more) {
  if (word->kind != NO_KIND) return 0;
  if (word->own != 2 || !word->dotted || !more) return word->own == 1;
  return read->length == 1 || word->letters[0].code == 'y';
}

static int take(void *state, const Word *word, int more) {
  Parts *parts = state;
  Name *out = parts->out;
  Part *before = out->count ? &out->parts[out->count - 1] : NULL;
  Sounds read[READINGS];
  if (word->kind == CHILD_KIND && before != NULL && more) {
    parts->father = 1;
    return 1;
  }
  if (sound(parts->tables, word, &read[0], &read[1]) == 0) return 1;
  const Ending *ending = standing(parts->tables, &read[0], word->script);
  if (ending != NULL && before != NULL && before->script == word->script && !(before->flags & (TITLE | INITIAL))) {
    add_ending(before, word, &read[0], &read[1], ending->flags);
    return 1;
  }
  if (out->count == MOST_PARTS) {
    out->cut = 1;
    return 0;
  }
  Part *part = &out->parts[out->count++];
  fill(part, word, read);
  if (parts->father) part->flags |= FATHER;
  if (is_initial(word, &read[0], more)) part->flags |= INITIAL;
  parts->father = 0;
  out->cut |= read[0].cut;
  return 1;
}

void prepare(const Preparer *tables, const uint32_t *text, uint64_t length, Name *out) {
  int latin = 0, pinyin = 1;
  memset(out, 0, sizeof *out);
  cut_words(tables, text, length, out, take, &(Parts){.tables = tables, .out = out});
  for (int i = 0; i < out->count; i++) {
    if (out->parts[i].script != LATN) continue;
    latin = 1;
    pinyin &= out->parts[i].length[1] > 0;
  }
  out->pinyin = (uint8_t)(latin && pinyin);
}
