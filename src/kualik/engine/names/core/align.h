/* Aligning two sequences of symbols by learned log-likelihood ratios (align.c).
 *
 * All costs are whole numbers, 64 to the nat, so that C and NumPy agree to the last bit.
 */
#ifndef KUALIK_NAMES_ALIGN_H
#define KUALIK_NAMES_ALIGN_H

#include "core.h"

enum { MOST_JOINED = 48, NAT = 64 };
enum { OTHERS = 4, NEXTS = 3, PREVIOUS = 32 };  /* what the cost of a silent symbol depends on */
enum { VOWEL = 1, CONSONANT = 2 };
enum { START = 0, TWIN = 31 };                  /* what stands before: nothing; the same symbol */
enum { NEXT_END = 0, NEXT_VOWEL = 1, NEXT_CONSONANT = 2 };

typedef struct {
  const int16_t *match;  /* [256][256]: symbol against symbol */
  const int16_t *drop;   /* [4][3][32][256]: other script, what follows, what precedes, symbol: it is silent */
  const int16_t *keep;   /* the same: it is not */
  const int16_t *expect; /* [4][256]: what a symbol brings on average in a name that is the same */
  const uint8_t *symbol; /* [256][4]: kind, what it is to the next one, its sound whatever the script, its bone */
} Costs;

/* One way to read a part, or several parts joined. */
typedef struct {
  uint8_t length, stem, bare, script;
  uint8_t symbols[MOST_JOINED];
} Reading;

typedef struct {
  uint8_t first, count, turned; /* the parts joined; turned: the last of them stands first */
  uint8_t flags;                /* of the parts, together */
  uint8_t readings;
  Reading reading[READINGS];
} Span;

/* How two spans met. */
typedef struct {
  int32_t value, expected, lost;
  uint8_t reading_a, reading_b, length_a, length_b;
  uint8_t initial, cut;
} Met;

typedef struct {
  uint8_t steps, same;       /* steps in all; of them the same sound on both sides */
  uint8_t place[2 * MOST_JOINED][2]; /* symbol of a and of b, from 1; 0: silent */
  int32_t step[2 * MOST_JOINED];
} Trace;

int context_of(const Costs *costs, const Reading *r, int i, int other);
void span_of(const Name *name, int first, int count, int turned, Span *out);
int meet(const Costs *costs, const Span *a, const Span *b, Met *out);
void trace_of(const Costs *costs, const Span *a, const Span *b, const Met *met, Trace *out);

#endif
