/* What a person is told of a comparison: which parts met, what only one name has, what was set aside. */
#include "score.h"

enum { MET = 0, LEFT = 1, ASIDE = 2, MOST_SEEN = 2 * MOST_PARTS };

/* Two runs of parts that met, or one part of either name that met none. */
typedef struct {
  uint8_t kind;
  uint8_t initial; /* a letter was set against a part */
  uint8_t rarity;  /* 8 to the nat */
  uint8_t same;    /* the same sounds */
  uint8_t count_a, count_b, flags_a, flags_b;
  uint16_t first_a, last_a, first_b, last_b; /* code points of the texts, half open */
  float near;                                /* value per value expected */
} Seen;

typedef struct {
  double score;
  uint8_t count, parts_a, parts_b, spare;
  int8_t sex_a, sex_b; /* as endings tell: 1 a woman, -1 a man */
  uint8_t spares[2];
  Seen seen[MOST_SEEN];
} Explanation;

_Static_assert(sizeof(Seen) == 20 && sizeof(Explanation) == 336, "explaining.py reads these layouts");

static void add(Explanation *out, Seen seen) {
  if (out->count < MOST_SEEN) out->seen[out->count++] = seen;
}

static void place_a(Seen *seen, const Name *name, int first, int count, uint8_t flags) {
  seen->count_a = (uint8_t)count;
  seen->flags_a = flags;
  seen->first_a = name->parts[first].first;
  seen->last_a = name->parts[first + count - 1].last;
}

static void place_b(Seen *seen, const Name *name, int first, int count, uint8_t flags) {
  seen->count_b = (uint8_t)count;
  seen->flags_b = flags;
  seen->first_b = name->parts[first].first;
  seen->last_b = name->parts[first + count - 1].last;
}

static void turn(Assignment *found) {
  uint8_t left = found->left_a;
  found->left_a = found->left_b;
  found->left_b = left;
  for (int i = 0; i < found->count; i++) {
    Span span = found->pairs[i].a;
    found->pairs[i].a = found->pairs[i].b;
    found->pairs[i].b = span;
  }
}

static void add_pair(const Scorer *scorer, const Name *a, const Name *b, const Pair *pair, int rarity, Explanation *out) {
  const uint8_t *alike = learned_of(scorer)->alike;
  Seen seen = {.kind = MET, .initial = pair->met.initial, .rarity = (uint8_t)rarity, .near = (float)pair->met.value / (float)pair->met.expected};
  place_a(&seen, a, pair->a.first, pair->a.count, pair->a.flags);
  place_b(&seen, b, pair->b.first, pair->b.count, pair->b.flags);
  seen.same = pair->a.count == 1 && pair->b.count == 1 &&
              same_part(alike, &a->parts[pair->a.first], &b->parts[pair->b.first]);
  add(out, seen);
}

static void add_alone(const Name *name, int part, int of_a, int kind, Explanation *out) {
  Seen seen = {.kind = (uint8_t)kind};
  (of_a ? place_a : place_b)(&seen, name, part, 1, name->parts[part].flags);
  add(out, seen);
}

static void add_aside(const Name *name, const Name *plain, int of_a, Explanation *out) {
  for (int i = 0; plain->count < name->count && i < name->count; i++)
    if (name->parts[i].flags & TITLE) add_alone(name, i, of_a, ASIDE, out);
}

/* Tell of two names, in the order of the parts of the first. */
static void explain(const Scorer *scorer, const Name *one, const Name *other, Explanation *out) {
  Name a, b;
  Assignment found = {0};
  int rarity[MOST_PARTS];
  *out = (Explanation){.parts_a = one->count, .parts_b = other->count};
  set_titles_aside(one, &a);
  set_titles_aside(other, &b);
  out->sex_a = (int8_t)sex_of(&a);
  out->sex_b = (int8_t)sex_of(&b);
  if (!a.count || !b.count) return;
  int before = goes_before(&a, &b);
  assign(&learned_of(scorer)->costs, before ? &a : &b, before ? &b : &a, &found);
  for (int p = 0; p < found.count; p++) rarity[p] = rarity_of(learned_of(scorer), &found.pairs[p]);
  if (!before) turn(&found);
  for (int i = 0; i < a.count; i++)
    for (int p = 0; p < found.count; p++)
      if (found.pairs[p].a.first == i) add_pair(scorer, &a, &b, &found.pairs[p], rarity[p], out);
  for (int i = 0; i < a.count; i++)
    if (found.left_a >> i & 1) add_alone(&a, i, 1, LEFT, out);
  for (int j = 0; j < b.count; j++)
    if (found.left_b >> j & 1) add_alone(&b, j, 0, LEFT, out);
  add_aside(one, &a, 1, out);
  add_aside(other, &b, 0, out);
}

/* Score pairs and tell why. */
KN_API int kn_explain(const Model *model, const Name *a, const Name *b, int64_t count, Explanation *out) {
  if (model->scorer == NULL) return KN_NO_SECTION;
  for (int64_t i = 0; i < count; i++) {
    explain(model->scorer, a + i, b + i, out + i);
    out[i].score = score_of(model->scorer, a + i, b + i);
  }
  return KN_OK;
}
