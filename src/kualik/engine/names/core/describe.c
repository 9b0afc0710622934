/* Describe two names to the trees: how well their parts answer each other, what is left over, what contradicts. */
#include "describe.h"

#include <string.h>

enum { BAD_STEP = -NAT, PAIR_SIZE = F_next_near - F_worst_near };

static float nats(int32_t value) { return (float)value / NAT; }

static float ratio(int32_t value, int32_t expected) {
  return (float)value / (float)(expected > NAT ? expected : NAT);
}

/* Hash the bones of a reading: classes of consonants, doubles once, tagged by script. */
uint32_t bones_of(const Costs *costs, const Reading *r, int length) {
  uint32_t hash = 2166136261u ^ r->script;
  int last = 0;
  for (int i = 0; i < length; i++) {
    int bone = costs->symbol[4 * r->symbols[i] + 3];
    if (bone && bone != last) hash = (hash ^ (uint32_t)bone) * 16777619u;
    last = bone;
  }
  return (hash ^ (hash >> 16)) & 0xffff;
}

int rarity_of(const Learned *learned, const Pair *pair) {
  const Reading *a = &pair->a.reading[pair->met.reading_a], *b = &pair->b.reading[pair->met.reading_b];
  int of_a = learned->rarity[bones_of(&learned->costs, a, pair->met.length_a)];
  int of_b = learned->rarity[bones_of(&learned->costs, b, pair->met.length_b)];
  return of_a < of_b ? of_a : of_b;
}

static float kinds_of(const Pair *pair) {
  int a = pair->a.flags, b = pair->b.flags;
  int fathers = ((a & FATHER) != 0) + ((b & FATHER) != 0), families = ((a & FAMILY) != 0) + ((b & FAMILY) != 0);
  return (float)(fathers + 3 * families + 9 * (((a | b) & CLERIC) != 0) + 18 * pair->met.initial);
}

static int is_vowel(const Costs *costs, const Pair *pair, const uint8_t place[2]) {
  const Reading *a = &pair->a.reading[pair->met.reading_a], *b = &pair->b.reading[pair->met.reading_b];
  int of_a = !place[0] || costs->symbol[4 * a->symbols[place[0] - 1]] == VOWEL;
  int of_b = !place[1] || costs->symbol[4 * b->symbols[place[1] - 1]] == VOWEL;
  return of_a && of_b;
}

typedef struct {
  int32_t value, worst;
} Revalued;

/* What the steps of a trace are worth under other costs. */
static Revalued revalue(const Costs *costs, const Pair *pair, const Trace *trace) {
  const Reading *a = &pair->a.reading[pair->met.reading_a], *b = &pair->b.reading[pair->met.reading_b];
  Revalued out = {0, 8 * NAT};
  for (int n = 0; n < trace->steps; n++) {
    int i = trace->place[n][0] - 1, j = trace->place[n][1] - 1;
    int32_t step = 0;
    if (i >= 0) step += (j >= 0 ? costs->keep : costs->drop)[context_of(costs, a, i, b->script)];
    if (j >= 0) step += (i >= 0 ? costs->keep : costs->drop)[context_of(costs, b, j, a->script)];
    if (i >= 0 && j >= 0) step += costs->match[SYMBOLS * a->symbols[i] + b->symbols[j]];
    out.value += step;
    if (step < out.worst) out.worst = step;
  }
  return out;
}

static int32_t expected_under(const Costs *costs, const Pair *pair) {
  const Reading *a = &pair->a.reading[pair->met.reading_a], *b = &pair->b.reading[pair->met.reading_b];
  int32_t sum = 0;
  for (int i = 0; i < pair->met.length_a; i++) sum += costs->expect[(b->script - 1) * SYMBOLS + a->symbols[i]];
  for (int j = 0; j < pair->met.length_b; j++) sum += costs->expect[(a->script - 1) * SYMBOLS + b->symbols[j]];
  return sum;
}

/* The features of one pair. */
static void describe_pair(const Learned *learned, const Pair *pair, float *out) {
  Trace trace;
  int32_t worst = 8 * NAT, consonants = 0, vowels = 0;
  int bad = 0;
  trace_of(&learned->costs, &pair->a, &pair->b, &pair->met, &trace);
  for (int n = 0; n < trace.steps; n++) {
    int32_t step = trace.step[n], lost = step < 0 ? -step : 0;
    int vowel = is_vowel(&learned->costs, pair, trace.place[n]);
    if (step < worst) worst = step;
    *(vowel ? &vowels : &consonants) += lost;
    bad += !vowel && step < BAD_STEP;
  }
  const Met *met = &pair->met;
  Revalued close = revalue(&learned->close, pair, &trace);
  const float found[] = {ratio(met->value, met->expected),
                         nats(met->value),
                         nats(met->expected - met->value),
                         nats(met->expected),
                         nats(worst),
                         (float)bad,
                         nats(consonants),
                         nats(vowels),
                         nats(trace.steps ? trace.step[trace.steps - 1] : 0),
                         nats(trace.steps ? trace.step[0] : 0),
                         (float)trace.same / (float)(trace.steps ? trace.steps : 1),
                         (float)rarity_of(learned, pair) / 8,
                         kinds_of(pair),
                         (float)(pair->a.count + pair->b.count - 2),
                         (float)met->cut,
                         nats(close.value),
                         nats(expected_under(&learned->close, pair) - close.value),
                         nats(close.worst)};
  memcpy(out, found, sizeof found);
}

static int32_t expected_of(const Learned *learned, const Span *span, int other) {
  int32_t sum = 0;
  for (int i = 0; i < span->reading[0].stem; i++)
    sum += learned->costs.expect[(other - 1) * SYMBOLS + span->reading[0].symbols[i]];
  return sum;
}

/* Parts that answer none: by kind, and what they would have brought. */
static int32_t describe_left(const Learned *learned, const Name *name, int left, int other, int of_a, float *out) {
  int32_t expected = 0;
  for (int i = 0; i < name->count; i++) {
    Span span;
    if (!(left >> i & 1)) continue;
    span_of(name, i, 1, 0, &span);
    expected += expected_of(learned, &span, other);
    int kind = span.flags & CLERIC   ? F_left_cleric
               : span.flags & FATHER ? F_left_father_a + !of_a
               : span.flags & FAMILY ? F_left_family_a + !of_a
                                     : F_left_plain_a + !of_a;
    out[kind] += 1;
  }
  out[of_a ? F_left_a : F_left_b] = nats(expected);
  return expected;
}

int sex_of(const Name *name) {
  int flags = 0;
  for (int i = 0; i < name->count; i++) flags |= name->parts[i].flags;
  return ((flags & FEMALE) != 0) - ((flags & MALE) != 0);
}

/* Both names as one part each: what is left when parts were cut in ways that joining does not undo. */
static float whole_near(const Learned *learned, const Name *a, const Name *b) {
  Span whole_a, whole_b;
  Met met;
  span_of(a, 0, a->count, 0, &whole_a);
  span_of(b, 0, b->count, 0, &whole_b);
  return meet(&learned->costs, &whole_a, &whole_b, &met) ? ratio(met.value, met.expected) : 0;
}

static void describe_fathers(const Pair *pair, float near, float *out) {
  int fathers = ((pair->a.flags & FATHER) != 0) + ((pair->b.flags & FATHER) != 0);
  if (fathers == 2 && near < out[F_father_near]) out[F_father_near] = near;
  if (fathers == 1 && near < out[F_half_father_near]) out[F_half_father_near] = near;
}

/* Where the pairs stand from worst to best; few, so that insertion is quickest. */
static void sort_pairs(const Assignment *found, int *order) {
  for (int i = 0; i < found->count; i++) {
    const Met *met = &found->pairs[i].met;
    int at = i;
    for (; at > 0; at--) {
      const Met *other = &found->pairs[order[at - 1]].met;
      int64_t here = (int64_t)met->value * other->expected, there = (int64_t)other->value * met->expected;
      if (there < here || (there == here && other->expected >= met->expected)) break;
      order[at] = order[at - 1];
    }
    order[at] = i;
  }
}

static void describe_sums(const Learned *learned, const Assignment *found, const Name *a, const Name *b, float *out) {
  int32_t value = 0, expected = 0, good = 0;
  float evidence = 0;
  for (int i = 0; i < found->count; i++) {
    const Pair *pair = &found->pairs[i];
    float near = ratio(pair->met.value, pair->met.expected), rare = (float)rarity_of(learned, pair) / 8;
    value += pair->met.value;
    expected += pair->met.expected;
    good += pair->met.value > 0 ? pair->met.value : 0;
    if (pair->met.value > 0) evidence += rare < nats(pair->met.value) ? rare : nats(pair->met.value);
    out[F_initials] += pair->met.initial;
    out[F_joins] += (float)(pair->a.count + pair->b.count - 2);
    out[F_bad] += near < 0.5f;
    describe_fathers(pair, near, out);
  }
  int32_t left_a = describe_left(learned, a, found->left_a, b->script, 1, out);
  int32_t left_b = describe_left(learned, b, found->left_b, a->script, 0, out);
  out[F_value] = nats(value);
  out[F_expected] = nats(expected);
  out[F_evidence] = evidence;
  out[F_near] = ratio(value, expected + left_a + left_b);
  out[F_covered_a] = ratio(good, expected + 2 * left_a);
  out[F_covered_b] = ratio(good, expected + 2 * left_b);
  out[F_pairs] = (float)found->count;
}

static void describe_names(const Name *a, const Name *b, float *out) {
  int size_a = 0, size_b = 0, sex_a = sex_of(a), sex_b = sex_of(b);
  for (int i = 0; i < a->count; i++) size_a += a->parts[i].length[0];
  for (int j = 0; j < b->count; j++) size_b += b->parts[j].length[0];
  out[F_parts_a] = a->count;
  out[F_parts_b] = b->count;
  out[F_script_a] = a->script;
  out[F_script_b] = b->script;
  out[F_pinyin_a] = a->pinyin;
  out[F_pinyin_b] = b->pinyin;
  out[F_sex] = (float)(sex_a * sex_b);
  out[F_least_size] = (float)(size_a < size_b ? size_a : size_b);
}

int describe(const Learned *learned, const Name *a, const Name *b, float *out) {
  Assignment found;
  int order[MOST_PARTS] = {0};
  memset(out, 0, sizeof *out * FEATURE_COUNT);
  if (!a->count || !b->count || !a->script || !b->script) return 0;
  assign(&learned->costs, a, b, &found);
  if (!found.count) return 0;
  out[F_father_near] = out[F_half_father_near] = NO_FATHER;
  sort_pairs(&found, order);
  const int which[3] = {0, found.count > 1, found.count - 1};
  for (int p = 0; p < 3; p++) describe_pair(learned, &found.pairs[order[which[p]]], out + p * PAIR_SIZE);
  describe_names(a, b, out);
  describe_sums(learned, &found, a, b, out);
  out[F_whole_near] = a->count != b->count ? whole_near(learned, a, b) : out[F_near];
  return 1;
}

static uint64_t order_free(const Name *name) {
  uint64_t sum = 0, size = 0;
  for (int i = 0; i < name->count; i++) {
    size += name->parts[i].length[0];
    for (int s = 0; s < name->parts[i].length[0]; s++) sum += (uint64_t)name->parts[i].symbols[0][s] * 2654435761u % 65521;
  }
  return (uint64_t)name->script << 56 | (uint64_t)name->pinyin << 52 | (uint64_t)name->count << 48 | size << 32 | sum;
}

int goes_before(const Name *a, const Name *b) {
  uint64_t of_a = order_free(a), of_b = order_free(b);
  return of_a != of_b ? of_a < of_b : memcmp(a->parts, b->parts, sizeof a->parts) <= 0;
}

/* Set titles aside and the names in the order in which they are described. */
void set_in_order(const Name *one, const Name *other, Name *a, Name *b) {
  set_titles_aside(one, a);
  set_titles_aside(other, b);
  if (goes_before(a, b)) return;
  Name swap = *a;
  *a = *b;
  *b = swap;
}
