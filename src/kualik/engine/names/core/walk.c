/* Walk the trie of spellings beside a run of symbols, and note every spelling that costs little.
 *
 * Cell j of a node's row is the cost of the node's path against the first j + 1 symbols of the run, as in an edit
 * distance with costs of its own for every two symbols. A cell that is dearer than its bound is closed; a node whose
 * cells are all closed is left with everything beneath it. Rows are worked out eight cells at a time. The bounds make
 * it a rule and not a heuristic: whoever closes the same cells finds the same spellings (searching.py does).
 */
#include <stdlib.h>
#include <string.h>

#include "index.h"

enum { LANES = 8, CLOSED = 9000, BEYOND = 500, WIDEST = MOST_RUN / LANES, DEEPEST = MOST_SYMBOLS + 1 };

typedef int16_t Lanes __attribute__((vector_size(16)));

/* What does not change while one run is walked beside one script. */
typedef struct {
  const Near *near;
  const Run *run;
  int script, of_run, lowest; /* alphabets of the spellings and of the run; the alphabet's first symbol */
  Lanes gaps[WIDEST], bounds[WIDEST];
  Lanes match[SYMBOLS - BASE_HANI][WIDEST];
  Lanes rows[DEEPEST][WIDEST];
  int16_t edges[DEEPEST];
} Walk;

static const uint8_t LOWEST[ALPHABETS + 1] = {BASE_LATN, BASE_CYRL, BASE_ARAB, BASE_HANI, 0};

static void prepare_symbols(Walk *w) {
  int highest = w->script == ALPHABETS - 1 ? SYMBOLS : LOWEST[w->script + 1];
  for (int y = w->lowest; y < highest; y++)
    for (int j = 0; j < MOST_RUN; j++)
      w->match[y - w->lowest][j / LANES][j % LANES] =
          j < w->run->length ? w->near->match[w->run->symbols[j]][y] : BEYOND;
}

static void prepare_walk(Walk *w, const Near *near, const Run *run, int script) {
  w->near = near;
  w->run = run;
  w->script = script;
  w->of_run = alphabet_of(run->symbols[0]);
  w->lowest = LOWEST[script];
  int sum = 0;
  for (int j = 0; j < MOST_RUN; j++) {
    int within = j < run->length, bound = near->first + near->each * (j + 1);
    sum += within ? near->gap[run->symbols[j]][script] : 0;
    w->gaps[j / LANES][j % LANES] = (int16_t)sum;
    bound = !within ? -1 : bound < near->longest ? bound : near->longest;
    w->bounds[j / LANES][j % LANES] = (int16_t)bound;
    w->rows[0][j / LANES][j % LANES] = (int16_t)(sum <= bound ? sum : CLOSED);
  }
  w->edges[0] = 0;
  prepare_symbols(w);
}

static inline Lanes lesser(Lanes a, Lanes b) {
  Lanes less = a < b;
  return (a & less) | (b & ~less);
}

/* The least of each cell and all before it. */
static inline Lanes running_least(Lanes a) {
  const Lanes zero = {0, 0, 0, 0, 0, 0, 0, 0}, one = {CLOSED, 0, 0, 0, 0, 0, 0, 0};
  const Lanes two = {CLOSED, CLOSED, 0, 0, 0, 0, 0, 0}, four = {CLOSED, CLOSED, CLOSED, CLOSED, 0, 0, 0, 0};
  a = lesser(a, __builtin_shufflevector(a, zero, 8, 0, 1, 2, 3, 4, 5, 6) | one);
  a = lesser(a, __builtin_shufflevector(a, zero, 8, 9, 0, 1, 2, 3, 4, 5) | two);
  return lesser(a, __builtin_shufflevector(a, zero, 8, 9, 10, 11, 0, 1, 2, 3) | four);
}

static inline int any(Lanes a) {
  uint64_t halves[2];
  memcpy(halves, &a, sizeof halves);
  return (halves[0] | halves[1]) != 0;
}

/* Fill the row of a node; whether a cell of it is open. */
__attribute__((always_inline)) static inline int fill_row(Walk *w, const TrieNode *node, int wide) {
  const Lanes zero = {0, 0, 0, 0, 0, 0, 0, 0}, closed = zero + CLOSED;
  const Lanes *above = w->rows[node->depth - 1], *match = w->match[node->symbol - w->lowest];
  Lanes *row = w->rows[node->depth];
  int16_t gap = w->near->gap[node->symbol][w->of_run], before = w->edges[node->depth - 1];
  int16_t least = (int16_t)(before + gap <= w->near->first ? before + gap : CLOSED);
  int open = least < CLOSED;
  w->edges[node->depth] = least;
  for (int k = 0; k < wide; k++) {
    const Lanes corner = {before, 0, 0, 0, 0, 0, 0, 0};
    Lanes cells = lesser((__builtin_shufflevector(above[k], zero, 8, 0, 1, 2, 3, 4, 5, 6) | corner) + match[k],
                         above[k] + gap);
    before = above[k][LANES - 1];
    cells = lesser(running_least(cells - w->gaps[k]), zero + least);
    least = cells[LANES - 1];
    cells += w->gaps[k];
    Lanes good = cells <= w->bounds[k];
    row[k] = (cells & good) | (closed & ~good);
    open |= any(good);
  }
  return open;
}

static int note(const Walk *w, const TrieNode *node, Meetings *out) {
  const Run *run = w->run;
  if (out->count + run->stops > out->room) {
    uint64_t room = out->room * 2 + 1024;
    Met *met = realloc(out->met, room * sizeof *met);
    if (met == NULL) return KN_NO_MEMORY;
    out->met = met;
    out->room = room;
  }
  for (int i = 0; i < run->stops; i++) {
    int at = run->stop[i].at - 1, cost = w->rows[node->depth][at / LANES][at % LANES];
    if (cost >= CLOSED) continue;
    out->met[out->count++] =
        (Met){node->word, run->stop[i].group, (uint8_t)w->script, (uint8_t)cost, 0};
  }
  return KN_OK;
}

__attribute__((always_inline)) static inline int walk_wide(Walk *w, const Segment *segment, Meetings *out, int wide) {
  uint32_t at = segment->head.begin[w->script], end = segment->head.begin[w->script + 1];
  int depth = 0;
  while (at < end) {
    const TrieNode *node = segment->nodes + at;
    if (node->depth < 1 || node->depth > depth + 1 || node->depth >= DEEPEST) return KN_BAD_INDEX;
    if (node->end <= at || alphabet_of(node->symbol) != w->script) return KN_BAD_INDEX;
    if (!fill_row(w, node, wide)) {
      depth = node->depth;
      at = node->end;
      continue;
    }
    depth = node->depth;
    if (node->word != NO_WORD) {
      if (node->word < 0 || (uint32_t)node->word >= segment->head.words) return KN_BAD_INDEX;
      if (note(w, node, out) != KN_OK) return KN_NO_MEMORY;
    }
    at++;
  }
  return KN_OK;
}

int walk(const Segment *segment, const Near *near, const Run *run, int script, Meetings *out) {
  Walk w;
  if (run->length == 0) return KN_OK;
  prepare_walk(&w, near, run, script);
  if (run->length <= LANES) return walk_wide(&w, segment, out, 1);
  if (run->length <= 2 * LANES) return walk_wide(&w, segment, out, 2);
  if (run->length <= 3 * LANES) return walk_wide(&w, segment, out, 3);
  return walk_wide(&w, segment, out, WIDEST);
}
