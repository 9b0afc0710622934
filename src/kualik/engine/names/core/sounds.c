/* Read a word as symbols, and find the endings in them: step 8 of the law in preparing.py, as sounding.py does it. */
#include "prepare.h"

#include <string.h>

enum { LEAST = 3 }; /* symbols that an ending leaves */
enum { BEGIN = 1, END = 2, PINYIN_SIGNS = 27, U_WITH_DOTS = 0xFC };

typedef struct {
  unsigned length; /* signs of the pattern, marks of context too; 0: none fits */
  uint16_t row;
} Match;

/* The longest pattern from a node of the trie on; *length* signs led to it. */
static Match longest(const Letters *table, const Word *word, uint64_t place, uint32_t node, unsigned length) {
  Match best = {0, 0};
  for (; length < MOST_PATTERN && place <= word->count; place++) {
    uint32_t sign = place < word->count ? word->letters[place].sign : END;
    if (sign == 0 || sign >= table->signs) break;
    if ((node = table->next[node * table->signs + sign]) == 0) break;
    length++;
    if (table->row[node]) best = (Match){length, table->row[node]};
  }
  return best;
}

static Match match(const Letters *table, const Word *word, uint64_t place) {
  Match best = longest(table, word, place, 0, 0);
  uint32_t begun = table->next[BEGIN];
  if (place > 0 || begun == 0) return best;
  Match first = longest(table, word, place, begun, 1);
  return first.length && first.length >= best.length ? first : best;
}

/* Of the same symbol several times in a row one is kept. */
static void add_symbol(Sounds *out, uint8_t symbol, uint8_t *last) {
  if (symbol == *last) {
    if (!out->cut) out->doubled |= 1u << (out->length - 1);
  } else if (out->length < MOST_SYMBOLS) {
    out->symbols[out->length++] = symbol;
  } else {
    out->cut = 1;
  }
  *last = symbol;
}

static void spell(const Preparer *tables, const Word *word, Sounds *out) {
  const Letters *table = &tables->letters[word->script - 1];
  uint8_t last = 0;
  int front = 0;
  for (uint64_t place = 0; place < word->count;) {
    Match found = match(table, word, place);
    if (found.row == 0) {
      place++;
      continue;
    }
    const Grapheme *grapheme = &table->graphemes[found.row - 1];
    for (uint8_t i = 0; i < grapheme->count; i++) {
      uint8_t symbol = grapheme->symbols[i];
      front |= symbol == 0;
      if (symbol == 0) continue;
      add_symbol(out, symbol, &last);
    }
    place += grapheme->taken;
  }
  for (uint8_t i = 0; front && i < out->length; i++) out->symbols[i] = tables->front[out->symbols[i]];
}

static int add_syllable(Sounds *out, const Syllable *syllable) {
  if (out->length + syllable->count > MOST_SYMBOLS) return 0;
  memcpy(out->symbols + out->length, syllable->symbols, syllable->count);
  out->length = (uint8_t)(out->length + syllable->count);
  return 1;
}

static void read_chinese(const Preparer *tables, const Word *word, Sounds *out) {
  for (uint64_t i = 0; i < word->count; i++) {
    const Syllable *syllable = syllable_of(tables, word->letters[i].code);
    if (syllable != NULL && !add_syllable(out, syllable)) out->cut = 1;
  }
}

static int pinyin_sign(uint32_t code) {
  return code >= 'a' && code <= 'z' ? (int)(code - 'a') : code == U_WITH_DOTS ? 26 : -1;
}

/* Part a piece into syllables, at each place the longest after which the rest can still be parted. */
static int add_piece(const Preparer *tables, const int8_t *signs, unsigned count, Sounds *out) {
  uint16_t row[MOST_SYMBOLS + 1];
  uint8_t taken[MOST_SYMBOLS + 1] = {0};
  for (unsigned start = count; start-- > 0;) {
    uint32_t node = 0;
    for (unsigned end = start; end < count && end < start + MOST_SYLLABLE && signs[end] >= 0;) {
      if ((node = tables->pinyin_next[node * PINYIN_SIGNS + (uint32_t)signs[end]]) == 0) break;
      end++;
      uint16_t found = tables->pinyin_row[node];
      if (found && tables->syllables[found - 1].count && (end == count || taken[end]))
        row[start] = found, taken[start] = (uint8_t)(end - start);
    }
  }
  for (unsigned place = 0; place < count; place += taken[place])
    if (taken[place] == 0 || !add_syllable(out, tables->syllables + row[place] - 1)) return 0;
  return 1;
}

/* A Latin word read as pinyin: all of it, or nothing. Marks fall away but for the dots of u; apostrophes part. */
static int read_pinyin(const Preparer *tables, const Word *word, Sounds *out) {
  int8_t signs[MOST_SYMBOLS];
  unsigned count = 0;
  for (uint64_t i = 0; i < word->count; i++) {
    uint32_t code = word->letters[i].code;
    if (code >= 0x300 && code <= 0x36F) continue;
    if (code == APOSTROPHE) {
      if (!add_piece(tables, signs, count, out)) return 0;
      count = 0;
      continue;
    }
    if (code == 'u' && i + 1 < word->count && word->letters[i + 1].code == 0x308) code = U_WITH_DOTS;
    if (count == MOST_SYMBOLS) return 0;
    if ((signs[count++] = (int8_t)pinyin_sign(code)) < 0) return 0;
  }
  return add_piece(tables, signs, count, out) && out->length > 0;
}

/* The longest ending of a kind that leaves as much as is asked for. */
static const Ending *ending_of(const Preparer *tables, const Sounds *sounds, int length, int script, int kind, int least) {
  const uint16_t *begin = tables->ending_begin[script - 1][kind] + (length ? sounds->symbols[length - 1] : 0);
  for (uint16_t i = begin[0]; i < begin[1]; i++) {
    const Ending *ending = tables->endings + i;
    int left = length - ending->length;
    if (left >= least && memcmp(sounds->symbols + left, ending->symbols, ending->length) == 0) return ending;
  }
  return NULL;
}

/* What is left without an ending. If its first symbol is a doubled one, one of the two belongs to the name. */
static int without(const Sounds *sounds, int length, const Ending *ending) {
  int left = length - ending->length;
  return left + (sounds->doubled >> left & 1 && !ending->doubled);
}

static int stem(const Preparer *tables, const Sounds *sounds, int length, int script, uint8_t *flags) {
  const Ending *father = ending_of(tables, sounds, length, script, FATHERS, LEAST);
  const Ending *ending = father ? father : ending_of(tables, sounds, length, script, FAMILIES, LEAST);
  *flags = 0;
  if (ending == NULL) return length;
  const Ending *kept = ending_of(tables, sounds, length, script, KEPT, 0);
  int left = without(sounds, length, ending);
  if (kept != NULL && left >= length - kept->length) return length;
  *flags = ending->flags;
  const Ending *again = father ? ending_of(tables, sounds, left, script, FATHERS, LEAST) : NULL;
  return again ? without(sounds, left, again) : left;
}

static void find_endings(const Preparer *tables, Sounds *sounds, int script) {
  uint8_t flags;
  int bare = sounds->length, left = stem(tables, sounds, bare, script, &flags);
  if (!flags) {
    const Ending *grammar = ending_of(tables, sounds, bare, script, CASES, LEAST);
    if (grammar != NULL) bare = without(sounds, bare, grammar);
    left = stem(tables, sounds, bare, script, &flags);
  }
  sounds->bare = (uint8_t)bare;
  sounds->stem = flags ? (uint8_t)left : sounds->length;
  sounds->flags = flags;
}

const Ending *standing(const Preparer *tables, const Sounds *read, uint8_t script) {
  if (read->length == 0) return NULL;
  const uint16_t *begin = tables->ending_begin[script - 1][FATHERS] + read->symbols[read->length - 1];
  for (uint16_t i = begin[0]; i < begin[1]; i++) {
    const Ending *ending = tables->endings + i;
    if (ending->length == read->length && memcmp(read->symbols, ending->symbols, ending->length) == 0)
      return ending->alone ? ending : NULL;
  }
  return NULL;
}

int sound(const Preparer *tables, const Word *word, Sounds *first, Sounds *second) {
  *first = *second = (Sounds){.length = 0};
  if (word->script == HANI)
    read_chinese(tables, word, first);
  else
    spell(tables, word, first);
  if (first->length == 0) return 0;
  find_endings(tables, first, word->script);
  if (word->script != LATN || !read_pinyin(tables, word, second)) {
    *second = (Sounds){.length = 0};
    return 1;
  }
  find_endings(tables, second, HANI);
  return 2;
}
