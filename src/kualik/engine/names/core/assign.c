/* Assign parts one to one, two or three adjacent ones joined against one, so that the sum of values is greatest.
 *
 * Every pair is better than none (the floor sees to it): parts that are left over on both sides are set against each
 * other, since how little they agree says how much the names contradict each other.
 */
#include "assign.h"

#include <string.h>

enum { FLOOR = 5 * NAT, BONUS = 6 * NAT, JOIN_COST = NAT, MOST_JOIN = 3, NONE = 255 };
enum { SETS = 1 << MOST_PARTS, MOVES = MOST_PARTS * 11 };

/* A span of a against a span of b, as runs of parts. */
typedef struct {
  uint8_t first_a, count_a, turned_a, first_b, count_b, turned_b;
  int32_t weight;
} Move;

static int32_t weight_of(const Met *met, int joins) {
  int32_t value = met->value > -FLOOR ? met->value : -FLOOR;
  return value + BONUS - joins * JOIN_COST;
}

/* Copy a name without its titles, unless it is titles only. */
void set_titles_aside(const Name *name, Name *out) {
  int names = 0, count = 0;
  for (int i = 0; i < name->count; i++) names += !(name->parts[i].flags & TITLE);
  *out = *name;
  for (int i = 0; i < name->count; i++)
    if (!names || !(name->parts[i].flags & TITLE)) out->parts[count++] = name->parts[i];
  out->count = (uint8_t)count;
}

static int size_of(const Name *name, int first, int count) {
  int size = 0;
  for (int i = 0; i < count; i++) size += name->parts[first + i].length[0];
  return size;
}

/* Could the run be spelt as the part? Letters more or fewer by a factor of two say no. */
static int plausible(const Name *a, int first, int count, const Name *b, int part) {
  int joined = size_of(a, first, count), single = size_of(b, part, 1);
  return joined <= 2 * single + 1 && single <= 2 * joined + 1 && !(b->parts[part].flags & INITIAL);
}

typedef struct {
  const Costs *costs;
  const Name *a, *b;
  Span single_a[MOST_PARTS], single_b[MOST_PARTS];
  int32_t near_a[MOST_PARTS], near_b[MOST_PARTS]; /* the least loss of each part so far, per 64 expected */
  Move moves[MOST_PARTS][MOVES];                  /* by the first part of a in them */
  int count[MOST_PARTS];
} Work;

static void add(Work *w, Move move) {
  if (w->count[move.first_a] < MOVES) w->moves[move.first_a][w->count[move.first_a]++] = move;
}

static void add_singles(Work *w) {
  for (int i = 0; i < w->a->count; i++) w->near_a[i] = 0;
  for (int j = 0; j < w->b->count; j++) w->near_b[j] = 0;
  for (int i = 0; i < w->a->count; i++)
    for (int j = 0; j < w->b->count; j++) {
      Met met;
      if (!meet(w->costs, &w->single_a[i], &w->single_b[j], &met)) continue;
      int32_t near = met.value * NAT / met.expected;
      if (near > w->near_a[i]) w->near_a[i] = near;
      if (near > w->near_b[j]) w->near_b[j] = near;
      add(w, (Move){(uint8_t)i, 1, 0, (uint8_t)j, 1, 0, weight_of(&met, 0)});
    }
}

/* Set runs of two or three parts of one name against single parts of the other that found no good answer. */
static void add_joins(Work *w, int of_a) {
  const Name *many = of_a ? w->a : w->b, *one = of_a ? w->b : w->a;
  const int32_t *near = of_a ? w->near_b : w->near_a;
  enum { GOOD = NAT * 9 / 10 };
  for (int part = 0; part < one->count; part++)
    for (int count = 2; near[part] < GOOD && count <= MOST_JOIN; count++)
      for (int first = 0; first + count <= many->count; first++)
        for (int turned = 0; turned < 2; turned++) {
          Span span;
          Met met;
          if (!plausible(many, first, count, one, part)) continue;
          span_of(many, first, count, turned, &span);
          if (!(of_a ? meet(w->costs, &span, &w->single_b[part], &met) : meet(w->costs, &w->single_a[part], &span, &met)))
            continue;
          int32_t weight = weight_of(&met, count - 1);
          if (of_a)
            add(w, (Move){(uint8_t)first, (uint8_t)count, (uint8_t)turned, (uint8_t)part, 1, 0, weight});
          else
            add(w, (Move){(uint8_t)part, 1, 0, (uint8_t)first, (uint8_t)count, (uint8_t)turned, weight});
        }
}

/* Choose moves so that no part is used twice and the sum of weights is greatest: over parts of a in order, and sets
 * of parts of b. */
static int choose(const Work *w, Move *chosen) {
  int32_t best[MOST_PARTS + 1][SETS];
  uint8_t move[MOST_PARTS + 1][SETS];
  int sets = 1 << w->b->count, n = w->a->count, found = 0;
  memset(best[n], 0, sizeof best[n][0] * (size_t)sets);
  for (int i = n - 1; i >= 0; i--)
    for (int used = 0; used < sets; used++) {
      best[i][used] = best[i + 1][used];
      move[i][used] = NONE;
      for (int m = 0; m < w->count[i]; m++) {
        const Move *one = &w->moves[i][m];
        int mask = ((1 << one->count_b) - 1) << one->first_b;
        if (mask & used) continue;
        int32_t sum = one->weight + best[i + one->count_a][used | mask];
        if (sum <= best[i][used]) continue;
        best[i][used] = sum;
        move[i][used] = (uint8_t)m;
      }
    }
  for (int i = 0, used = 0; i < n;) {
    if (move[i][used] == NONE) {
      i++;
      continue;
    }
    const Move *one = &w->moves[i][move[i][used]];
    chosen[found++] = *one;
    used |= ((1 << one->count_b) - 1) << one->first_b;
    i += one->count_a;
  }
  return found;
}

static void settle(const Work *w, const Move *move, Pair *out) {
  span_of(w->a, move->first_a, move->count_a, move->turned_a, &out->a);
  span_of(w->b, move->first_b, move->count_b, move->turned_b, &out->b);
  meet(w->costs, &out->a, &out->b, &out->met);
}

void assign(const Costs *costs, const Name *a, const Name *b, Assignment *out) {
  Work w = {.costs = costs, .a = a, .b = b};
  Move chosen[MOST_PARTS];
  for (int i = 0; i < a->count; i++) span_of(a, i, 1, 0, &w.single_a[i]);
  for (int j = 0; j < b->count; j++) span_of(b, j, 1, 0, &w.single_b[j]);
  add_singles(&w);
  if (a->count > 1) add_joins(&w, 1);
  if (b->count > 1) add_joins(&w, 0);
  out->count = choose(&w, chosen);
  out->left_a = (uint8_t)((1 << a->count) - 1);
  out->left_b = (uint8_t)((1 << b->count) - 1);
  for (int m = 0; m < out->count; m++) {
    settle(&w, &chosen[m], &out->pairs[m]);
    out->left_a &= (uint8_t)~(((1 << chosen[m].count_a) - 1) << chosen[m].first_a);
    out->left_b &= (uint8_t)~(((1 << chosen[m].count_b) - 1) << chosen[m].first_b);
  }
}
