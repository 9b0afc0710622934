/* What the files of preparing share: tables.c opens the tables, words.c cuts words, sounds.c reads them. The law they
 * follow is that of preparing.py, wording.py and sounding.py; tables.py says how the tables lie in model.bin. */
#ifndef KUALIK_NAMES_PREPARE_H
#define KUALIK_NAMES_PREPARE_H

#include "core.h"

enum { BLOCKS = 0x110000 / 128, ALPHABETS = 3, MOST_PATTERN = 9, MOST_SYLLABLE = 6, MOST_TITLE = 32, MOST_LOOK = 4 };
enum { SPACE = 0x20, APOSTROPHE = 0x27, COMMA = 0x2C, HYPHEN = 0x2D, DOT = 0x2E };
enum { OF_SCRIPT = 7, IS_GREEK = 8, IS_MARK = 16, IS_DIGIT = 32 };
enum { NO_KIND = 0, TITLE_KIND = 1, CLERIC_KIND = 2, CHILD_KIND = 3, ARTICLE_KIND = 4 };
enum { FATHERS = 0, FAMILIES = 1, CASES = 2, KEPT = 3, ENDING_KINDS = 4 };

typedef struct {
  const uint16_t *block; /* of each 128 code points */
  const uint8_t *values;
  uint32_t blocks;
} Stages;

typedef struct {
  uint8_t taken, count, symbols[6];
} Grapheme;

typedef struct {
  uint32_t nodes, signs, rows;
  const uint16_t *next, *row;
  const Grapheme *graphemes;
} Letters;

typedef struct {
  uint8_t count, symbols[7];
} Syllable;

typedef struct {
  uint8_t length, flags, alone, doubled, symbols[12];
} Ending;

typedef struct {
  uint32_t letter;
  uint8_t script, count, zero[2];
  uint16_t letters[MOST_LOOK];
} Look;

typedef struct {
  uint32_t edge, kind;
} TitleNode;

typedef struct {
  uint32_t code, node;
} TitleEdge;

struct Preparer {
  Stages codes, kinds, signs, han;
  const uint32_t *pool;
  uint64_t pooled;
  Letters letters[ALPHABETS];
  const Syllable *syllables;
  uint32_t syllable_count;
  uint32_t pinyin_nodes;
  const uint16_t *pinyin_next, *pinyin_row;
  const uint16_t (*ending_begin)[ENDING_KINDS][257];
  const Ending *endings;
  const uint8_t *front;
  const Look *looks;
  uint64_t look_count;
  uint32_t title_nodes, title_edges;
  const TitleNode *titles;
  const TitleEdge *edges;
};

/* tables.c: look up. Code points beyond Unicode are as a COMMA. */
uint32_t folded_entry(const Preparer *tables, uint32_t code);
uint8_t kind_of(const Preparer *tables, uint32_t code);
uint8_t sign_of(const Preparer *tables, uint32_t code);
const Syllable *syllable_of(const Preparer *tables, uint32_t character); /* NULL: unknown */
const Look *look_of(const Preparer *tables, uint32_t letter, uint8_t script);
uint32_t title_step(const Preparer *tables, uint32_t node, uint32_t code); /* 0: there is no such node */

/* A folded code point and the place in the text that it came from. */
typedef struct {
  uint32_t code;
  uint16_t place;
  uint8_t kind; /* kind_of */
} Unit;

/* One letter of a word, and its number among the signs of patterns; the place is of use in Chinese words only. */
typedef struct {
  uint32_t code;
  uint16_t place;
  uint8_t sign;
} Letter;

typedef struct {
  const Letter *letters;
  uint64_t count;
  uint16_t first, last;
  uint8_t script, kind, spaced, singles;
  uint8_t own, dotted; /* alphabetic: letters that are no marks, at most 3, 0 after an article; a DOT follows */
} Word;

/* words.c: cut a text into words and hand each to *take*, with whether another follows; stops when *take* says 0. */
typedef int (*Taker)(void *state, const Word *word, int more);
void cut_words(const Preparer *tables, const uint32_t *text, uint64_t length, Name *out, Taker take, void *state);

/* sounds.c */
typedef struct {
  uint8_t symbols[MOST_SYMBOLS];
  uint8_t length, stem, bare, flags, cut;
  uint32_t doubled; /* bit i: of symbol i repeats were dropped */
} Sounds;

int sound(const Preparer *tables, const Word *word, Sounds *first, Sounds *second); /* readings: 0, 1 or 2 */
const Ending *standing(const Preparer *tables, const Sounds *read, uint8_t script); /* NULL: it cannot stand alone */

#endif
