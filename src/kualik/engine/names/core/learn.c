/* What learning asks of the core: how names that are said to be one align under the costs so far. */
#include "describe.h"
#include "score.h"

typedef struct {
  double *match;      /* [256][256] */
  double *drop, *keep; /* as in Costs: silent and said, in their contexts */
  double *brought;    /* [4][256]: what each symbol brought against each script, in nats */
} Counts;

static void count_side(const Costs *costs, const Reading *r, int at, int other, double weight, double *counts) {
  counts[context_of(costs, r, at, other)] += weight;
}

static void count_pair(const Costs *costs, const Pair *pair, double weight, const Counts *out) {
  const Reading *a = &pair->a.reading[pair->met.reading_a], *b = &pair->b.reading[pair->met.reading_b];
  Trace trace;
  trace_of(costs, &pair->a, &pair->b, &pair->met, &trace);
  for (int n = 0; n < trace.steps; n++) {
    int i = trace.place[n][0] - 1, j = trace.place[n][1] - 1;
    double brought = weight * trace.step[n] / NAT / (i >= 0 && j >= 0 ? 2 : 1);
    if (i >= 0) count_side(costs, a, i, b->script, weight, j >= 0 ? out->keep : out->drop);
    if (j >= 0) count_side(costs, b, j, a->script, weight, i >= 0 ? out->keep : out->drop);
    if (i >= 0) out->brought[(b->script - 1) * SYMBOLS + a->symbols[i]] += brought;
    if (j >= 0) out->brought[(a->script - 1) * SYMBOLS + b->symbols[j]] += brought;
    if (i < 0 || j < 0) continue;
    out->match[SYMBOLS * a->symbols[i] + b->symbols[j]] += weight / 2;
    out->match[SYMBOLS * b->symbols[j] + a->symbols[i]] += weight / 2;
  }
}

/* Add up, over pairs of names, what met what where parts are at least as near as asked (value per value expected). */
KN_API int kn_count(const Model *model, const Name *a, const Name *b, const double *weight, int64_t n, double least,
                    double *match, double *drop, double *keep, double *brought) {
  const Counts out = {match, drop, keep, brought};
  if (!model->scorer) return KN_NO_SECTION;
  const Costs *costs = &learned_of(model->scorer)->costs;
  for (int64_t i = 0; i < n; i++) {
    Assignment found;
    if (!a[i].count || !b[i].count) continue;
    assign(costs, &a[i], &b[i], &found);
    for (int p = 0; p < found.count; p++)
      if (found.pairs[p].met.value >= least * found.pairs[p].met.expected)
        count_pair(costs, &found.pairs[p], weight[i], &out);
  }
  return KN_OK;
}

/* The bones of a part's first reading, hashed as the table of rarity has them. */
KN_API int kn_bones(const Model *model, const Name *names, int64_t n, uint16_t *out) {
  if (!model->scorer) return KN_NO_SECTION;
  for (int64_t i = 0; i < n; i++)
    for (int p = 0; p < names[i].count && p < MOST_PARTS; p++) {
      Span span;
      span_of(&names[i], p, 1, 0, &span);
      out[MOST_PARTS * i + p] = (uint16_t)bones_of(&learned_of(model->scorer)->costs, &span.reading[0], span.reading[0].stem);
    }
  return KN_OK;
}
