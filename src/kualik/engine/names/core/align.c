/* Align two readings: which symbol of the one answers which of the other, and how likely that is in one name. */
#include "align.h"

#include <string.h>

enum { CUT_COST = NAT / 2, MOST_INITIAL = 3, SIDE = MOST_JOINED + 1 };

/* Costs of the symbols of a reading against another script. */
typedef struct {
  int32_t drop[MOST_JOINED], keep[MOST_JOINED];
} Ends;

static int script_of(uint8_t symbol) {
  return symbol >= BASE_HANI ? HANI : symbol >= BASE_ARAB ? ARAB : symbol >= BASE_CYRL ? CYRL : LATN;
}

static void take(Reading *out, const Part *part, int reading) {
  int take = part->length[reading];
  if (take > MOST_JOINED - out->length) take = MOST_JOINED - out->length;
  int stem = part->stem[reading] < take ? part->stem[reading] : take;
  int bare = part->bare[reading] < take ? part->bare[reading] : take;
  memcpy(out->symbols + out->length, part->symbols[reading], (size_t)take);
  out->stem = (uint8_t)(out->length + stem);
  out->bare = (uint8_t)(out->length + bare);
  out->length = (uint8_t)(out->length + take);
}

/* Join parts first … first + count - 1 of a name; turned: the last of them first. */
void span_of(const Name *name, int first, int count, int turned, Span *out) {
  int both = 1;
  *out = (Span){.first = (uint8_t)first, .count = (uint8_t)count, .turned = (uint8_t)turned};
  for (int i = 0; i < count; i++) both &= name->parts[first + i].length[1] > 0;
  out->readings = (uint8_t)(1 + both);
  for (int r = 0; r < out->readings; r++) {
    out->reading[r] = (Reading){0};
    for (int i = 0; i < count; i++) {
      const Part *part = &name->parts[first + (i + (turned ? count - 1 : 0)) % count];
      take(&out->reading[r], part, r);
      out->flags |= part->flags;
    }
    out->reading[r].script = (uint8_t)script_of(out->reading[r].symbols[0]);
  }
  if (count > 1) out->flags &= (uint8_t)~INITIAL;
}

/* Where the cost of a symbol against another script stands in Costs.drop and Costs.keep. */
int context_of(const Costs *costs, const Reading *r, int i, int other) {
  const uint8_t *s = r->symbols;
  int before = i == 0 ? START : s[i - 1] == s[i] ? TWIN : costs->symbol[4 * s[i - 1] + 1];
  int next = i + 1 >= r->length ? NEXT_END : costs->symbol[4 * s[i + 1]] == VOWEL ? NEXT_VOWEL : NEXT_CONSONANT;
  return (((other - 1) * NEXTS + next) * PREVIOUS + before) * SYMBOLS + s[i];
}

static void ends_of(const Costs *costs, const Reading *r, int other, Ends *out) {
  for (int i = 0; i < r->length; i++) {
    int at = context_of(costs, r, i, other);
    out->drop[i] = costs->drop[at];
    out->keep[i] = costs->keep[at];
  }
}

/* Fill cells[i][j]: the best value of the first i symbols of a against the first j of b. */
static void fill(const Costs *costs, const Reading *a, const Reading *b, int32_t cells[SIDE][SIDE]) {
  Ends of_a, of_b;
  ends_of(costs, a, b->script, &of_a);
  ends_of(costs, b, a->script, &of_b);
  cells[0][0] = 0;
  for (int j = 0; j < b->length; j++) cells[0][j + 1] = cells[0][j] + of_b.drop[j];
  for (int i = 0; i < a->length; i++) {
    const int16_t *row = costs->match + SYMBOLS * a->symbols[i];
    int32_t keep = of_a.keep[i], drop = of_a.drop[i];
    int32_t left = cells[i + 1][0] = cells[i][0] + drop;
    for (int j = 0; j < b->length; j++) {
      int32_t best = cells[i][j] + row[b->symbols[j]] + keep + of_b.keep[j];
      int32_t above = cells[i][j + 1] + drop;
      if (above > best) best = above;
      left += of_b.drop[j];
      if (best > left) left = best;
      cells[i + 1][j + 1] = left;
    }
  }
}

static int32_t expected_of(const Costs *costs, const Reading *r, int length, int other) {
  int32_t sum = 0;
  for (int i = 0; i < length; i++) sum += costs->expect[(other - 1) * SYMBOLS + r->symbols[i]];
  return sum;
}

/* Take lengths (i, j) into the running best, if they are better. */
static void consider(const Costs *costs, const Reading *a, const Reading *b, int32_t cells[SIDE][SIDE], int i, int j,
                     int cuts, Met *best) {
  int32_t expected = expected_of(costs, a, i, b->script) + expected_of(costs, b, j, a->script);
  if (expected < NAT) expected = NAT;
  int32_t value = cells[i][j] - cuts * CUT_COST;
  int32_t lost = expected - 2 * value;
  if (best->expected && lost >= best->lost) return;
  best->value = value;
  best->expected = expected;
  best->lost = lost;
  best->length_a = (uint8_t)i;
  best->length_b = (uint8_t)j;
  best->cut = (uint8_t)cuts;
}

static void meet_initial(const Costs *costs, const Reading *a, const Reading *b, int32_t cells[SIDE][SIDE], int of_a,
                         Met *best) {
  int whole = of_a ? a->length : b->length, longest = of_a ? b->length : a->length;
  for (int n = 1; n <= longest && n <= MOST_INITIAL; n++)
    consider(costs, a, b, cells, of_a ? whole : n, of_a ? n : whole, 0, best);
  best->initial = 1;
}

static void meet_readings(const Costs *costs, const Reading *a, const Reading *b, int initials, Met *best) {
  int32_t cells[SIDE][SIDE];
  fill(costs, a, b, cells);
  if (initials == 1 || initials == 2) {
    meet_initial(costs, a, b, cells, initials == 1, best);
    return;
  }
  int ends_a = a->stem < a->length, ends_b = b->stem < b->length;
  if (ends_a && ends_b) {
    consider(costs, a, b, cells, a->stem, b->stem, 0, best);
    return;
  }
  consider(costs, a, b, cells, a->length, b->length, 0, best);
  if (ends_a || ends_b) consider(costs, a, b, cells, a->stem, b->stem, 0, best);
  if (a->bare < a->length) consider(costs, a, b, cells, a->bare, b->length, 1, best);
  if (b->bare < b->length) consider(costs, a, b, cells, a->length, b->bare, 1, best);
  if (a->bare < a->length && b->bare < b->length) consider(costs, a, b, cells, a->bare, b->bare, 1, best);
}

/* Find how two spans are best read against each other; 0 if one of them has no symbol. */
int meet(const Costs *costs, const Span *a, const Span *b, Met *out) {
  int initials = (a->flags & INITIAL ? 1 : 0) + (b->flags & INITIAL ? 2 : 0);
  *out = (Met){0};
  for (int i = 0; i < a->readings; i++)
    for (int j = 0; j < b->readings; j++) {
      Met best = {0};
      if (!a->reading[i].length || !b->reading[j].length) continue;
      meet_readings(costs, &a->reading[i], &b->reading[j], initials, &best);
      if (out->expected && best.lost >= out->lost) continue;
      *out = best;
      out->reading_a = (uint8_t)i;
      out->reading_b = (uint8_t)j;
    }
  return out->expected > 0;
}

/* Follow the best path back: which symbols met, and what each step was worth. */
void trace_of(const Costs *costs, const Span *a, const Span *b, const Met *met, Trace *out) {
  const Reading *ra = &a->reading[met->reading_a], *rb = &b->reading[met->reading_b];
  int32_t cells[SIDE][SIDE];
  Ends of_a, of_b;
  int i = met->length_a, j = met->length_b, n = 0;
  fill(costs, ra, rb, cells);
  ends_of(costs, ra, rb->script, &of_a);
  ends_of(costs, rb, ra->script, &of_b);
  out->same = 0;
  while (i || j) {
    int32_t here = cells[i][j];
    out->place[n][0] = out->place[n][1] = 0;
    if (i && j &&
        here == cells[i - 1][j - 1] + costs->match[SYMBOLS * ra->symbols[i - 1] + rb->symbols[j - 1]] +
                    of_a.keep[i - 1] + of_b.keep[j - 1]) {
      out->place[n][0] = (uint8_t)i;
      out->place[n][1] = (uint8_t)j;
      out->step[n] = here - cells[i - 1][j - 1];
      out->same += costs->symbol[4 * ra->symbols[i - 1] + 2] == costs->symbol[4 * rb->symbols[j - 1] + 2];
      i--, j--;
    } else if (i && here == cells[i - 1][j] + of_a.drop[i - 1]) {
      out->step[n] = of_a.drop[i - 1];
      out->place[n][0] = (uint8_t)i--;
    } else {
      out->step[n] = of_b.drop[j - 1];
      out->place[n][1] = (uint8_t)j--;
    }
    n++;
  }
  out->steps = (uint8_t)n;
}
