/* Score two names: features, boosted trees, and the curve that makes a probability of their sum. */
#include <stdlib.h>
#include <string.h>

#include "score.h"

enum { MATCH_BYTES = SYMBOLS * SYMBOLS * 2, SILENT_BYTES = OTHERS * NEXTS * PREVIOUS * SYMBOLS * 2 };
enum { EXPECT_BYTES = OTHERS * SYMBOLS * 2, SYMBOL_BYTES = SYMBOLS * 4, RARITY_BYTES = 65536, ALIKE_BYTES = SYMBOLS * SYMBOLS / 8 };

/* How the trees' sum is finished: see total_of and with_fathers. Nearness is value per value expected. */
static const double TILT = 0.1, NEAREST = 2.0, LEAST_STEP = 0.1, AGREES = 0.8, DIFFERS = 0.5;

enum { ABREAST = 8 };

/* A step of a tree: go left where the feature is at most the threshold. A child below 0 is leaf -child - 1. */
typedef struct {
  float threshold;
  int16_t left, right;
  uint16_t feature, spare;
} Node;

/* Where a tree's nodes and leaves begin. */
typedef struct {
  uint32_t nodes, leaves;
} Tree;

typedef struct {
  float sum, probability;
} Knot;

struct Scorer {
  Learned learned;
  const Tree *trees; /* one more than there are, so that each one's end is known */
  const Node *nodes;
  const float *leaves;
  const Knot *knots;
  int tree_count, knot_count;
};

static const void *exactly(const Model *model, const char *name, uint64_t size) {
  Section section = section_of(model, name);
  return section.size == size ? section.bytes : NULL;
}

static int open_costs(const Model *model, Costs *costs, const char *names[4]) {
  costs->match = exactly(model, names[0], MATCH_BYTES);
  costs->drop = exactly(model, names[1], SILENT_BYTES);
  costs->keep = exactly(model, names[2], SILENT_BYTES);
  costs->expect = exactly(model, names[3], EXPECT_BYTES);
  costs->symbol = exactly(model, "m.symbol", SYMBOL_BYTES);
  return costs->match && costs->drop && costs->keep && costs->expect && costs->symbol;
}

static int open_learned(const Model *model, Learned *learned) {
  const char *all[4] = {"m.match", "m.drop", "m.keep", "m.expect"};
  const char *close[4] = {"m.close.match", "m.close.drop", "m.close.keep", "m.close.expect"};
  learned->rarity = exactly(model, "m.rarity", RARITY_BYTES);
  learned->alike = exactly(model, "t.alike", ALIKE_BYTES);
  if (!open_costs(model, &learned->costs, all) || !open_costs(model, &learned->close, close)) return 0;
  for (int s = 0; s < SYMBOLS; s++)
    if (learned->costs.symbol[4 * s + 1] >= TWIN) return 0;
  return learned->rarity && learned->alike;
}

/* Every child of a tree lies in it and after its parent, so that no walk leaves it or goes round. */
static int sound(const Scorer *scorer, const Tree *tree) {
  int nodes = (int)(tree[1].nodes - tree[0].nodes), leaves = (int)(tree[1].leaves - tree[0].leaves);
  for (int n = 0; n < nodes; n++) {
    const Node *node = scorer->nodes + tree->nodes + n;
    const int children[2] = {node->left, node->right};
    for (int c = 0; c < 2; c++)
      if (children[c] < 0 ? -children[c] > leaves : children[c] <= n || children[c] >= nodes) return 0;
    if (node->feature >= FEATURE_COUNT) return 0;
  }
  return leaves >= 1 && (nodes > 0 || leaves == 1);
}

static int open_trees(const Model *model, Scorer *scorer) {
  Section trees = section_of(model, "m.trees"), nodes = section_of(model, "m.nodes");
  Section leaves = section_of(model, "m.leaves"), knots = section_of(model, "m.curve");
  if (!trees.bytes || !nodes.bytes || !leaves.bytes || !knots.bytes) return 0;
  if (trees.size < 2 * sizeof(Tree) || knots.size < 2 * sizeof(Knot)) return 0;
  scorer->trees = (const Tree *)(const void *)trees.bytes;
  scorer->nodes = (const Node *)(const void *)nodes.bytes;
  scorer->leaves = (const float *)(const void *)leaves.bytes;
  scorer->knots = (const Knot *)(const void *)knots.bytes;
  scorer->tree_count = (int)(trees.size / sizeof(Tree)) - 1;
  scorer->knot_count = (int)(knots.size / sizeof(Knot));
  for (int t = 0; t < scorer->tree_count; t++) {
    const Tree *tree = scorer->trees + t;
    if (tree[1].nodes < tree[0].nodes || tree[1].nodes > nodes.size / sizeof(Node)) return 0;
    if (tree[1].leaves < tree[0].leaves || tree[1].leaves > leaves.size / sizeof(float)) return 0;
    if (!sound(scorer, tree)) return 0;
  }
  for (int k = 1; k < scorer->knot_count; k++)
    if (!(scorer->knots[k - 1].sum < scorer->knots[k].sum)) return 0;
  return 1;
}

int scorer_open(Model *model) {
  model->scorer = NULL;
  if (section_of(model, "t.alike").bytes && !exactly(model, "t.alike", ALIKE_BYTES)) return KN_BAD_SECTION;
  if (!section_of(model, "m.match").bytes) return KN_OK;
  Scorer *scorer = calloc(1, sizeof *scorer);
  if (!scorer) return KN_NO_MEMORY;
  if (!open_learned(model, &scorer->learned) || !open_trees(model, scorer)) {
    free(scorer);
    return KN_BAD_SECTION;
  }
  model->scorer = scorer;
  return KN_OK;
}

void scorer_close(Model *model) {
  free(model->scorer);
  model->scorer = NULL;
}

const Learned *learned_of(const Scorer *scorer) { return &scorer->learned; }

int features_count(void) { return FEATURE_COUNT; }

void features_of(const Scorer *scorer, const Name *one, const Name *other, float *out) {
  Name a, b;
  set_in_order(one, other, &a, &b);
  describe(&scorer->learned, &a, &b, out);
}

static int first_step(const Scorer *scorer, int tree) {
  return scorer->trees[tree + 1].nodes > scorer->trees[tree].nodes ? 0 : -1;
}

/* Walk a few trees side by side: the steps of one do not wait for those of another. */
static void walk(const Scorer *scorer, const float *features, int tree, int count, int *at) {
  const Node *nodes[ABREAST];
  int going = 0;
  for (int t = 0; t < count; t++) {
    nodes[t] = scorer->nodes + scorer->trees[tree + t].nodes;
    at[t] = first_step(scorer, tree + t);
    going |= at[t] >= 0;
  }
  while (going) {
    going = 0;
    for (int t = 0; t < count; t++) {
      if (at[t] < 0) continue;
      const Node *node = nodes[t] + at[t];
      at[t] = features[node->feature] <= node->threshold ? node->left : node->right;
      going |= at[t] >= 0;
    }
  }
}

static double sum_of(const Scorer *scorer, const float *features) {
  double sum = 0;
  for (int tree = 0; tree < scorer->tree_count; tree += ABREAST) {
    int at[ABREAST], count = scorer->tree_count - tree < ABREAST ? scorer->tree_count - tree : ABREAST;
    walk(scorer, features, tree, count, at);
    for (int t = 0; t < count; t++) sum += (double)scorer->leaves[scorer->trees[tree + t].leaves - (uint32_t)at[t] - 1];
  }
  return sum;
}

static double curve(const Scorer *scorer, double sum) {
  const Knot *knots = scorer->knots;
  int low = 0, high = scorer->knot_count - 1;
  if (sum <= (double)knots[0].sum) return (double)knots[0].probability;
  if (sum >= (double)knots[high].sum) return (double)knots[high].probability;
  while (high - low > 1) {
    int middle = (low + high) / 2;
    *((double)knots[middle].sum <= sum ? &low : &high) = middle;
  }
  double part = (sum - (double)knots[low].sum) / ((double)knots[high].sum - (double)knots[low].sum);
  return (double)knots[low].probability + part * ((double)knots[high].probability - (double)knots[low].probability);
}

/* Whether two readings have the same sounds, in whatever scripts. */
static int same_sounds(const uint8_t *alike, const Part *a, const Part *b, int i, int j) {
  if (!a->length[i] || a->length[i] != b->length[j]) return 0;
  for (int s = 0; s < a->length[i]; s++) {
    int at = SYMBOLS * a->symbols[i][s] + b->symbols[j][s];
    if (!(alike[at >> 3] >> (at & 7) & 1)) return 0;
  }
  return 1;
}

int same_part(const uint8_t *alike, const Part *a, const Part *b) {
  for (int i = 0; i < READINGS; i++)
    for (int j = 0; j < READINGS; j++)
      if (same_sounds(alike, a, b, i, j)) return 1;
  return 0;
}

/* The same name, perhaps transliterated: part for part the same sounds, in any order. */
static int same_name(const uint8_t *alike, const Name *a, const Name *b) {
  int used = 0;
  if (a->count != b->count) return 0;
  for (int i = 0; i < a->count; i++) {
    int j = 0;
    while (j < b->count && (used >> j & 1 || !same_part(alike, &a->parts[i], &b->parts[j]))) j++;
    if (j == b->count) return 0;
    used |= 1 << j;
  }
  return 1;
}

static int without_fathers(const Name *name, Name *out) {
  int count = 0;
  *out = *name;
  for (int i = 0; i < name->count; i++)
    if (!(name->parts[i].flags & FATHER)) out->parts[count++] = name->parts[i];
  out->count = (uint8_t)count;
  return count;
}

/* The trees' sum, and a little of the alignment itself, so that what trees call equal still has an order. */
static int total_of(const Scorer *scorer, const Name *a, const Name *b, double *near_father, double *out) {
  float features[FEATURE_COUNT];
  if (!describe(&scorer->learned, a, b, features)) return 0;
  double near = (double)features[F_near];
  near = near < -NEAREST ? -NEAREST : near > NEAREST ? NEAREST : near;
  *near_father = (double)features[F_father_near];
  /* a son and a daughter of one father do not agree in the father */
  if (features[F_sex] < 0 && *near_father >= AGREES) *near_father = NO_FATHER;
  *out = sum_of(scorer, features) + TILT * near;
  return 1;
}

/* A father's name that differs lowers what the names without it have, one that agrees raises it. */
static double with_fathers(const Scorer *scorer, const Name *a, const Name *b, double near, double total) {
  Name bare_a, bare_b;
  double bare, unused;
  if (near >= NO_FATHER || (near >= DIFFERS && near < AGREES)) return total;
  if (!without_fathers(a, &bare_a) || !without_fathers(b, &bare_b)) return total;
  if (!total_of(scorer, &bare_a, &bare_b, &unused, &bare)) return total;
  if (near >= AGREES) return total > bare + LEAST_STEP ? total : bare + LEAST_STEP;
  return total < bare - LEAST_STEP ? total : bare - LEAST_STEP;
}

double score_of(const Scorer *scorer, const Name *one, const Name *other) {
  Name a, b;
  double total, near_father;
  set_in_order(one, other, &a, &b);
  if (!total_of(scorer, &a, &b, &near_father, &total)) return 0;
  if (same_name(scorer->learned.alike, &a, &b)) return 1;
  return curve(scorer, with_fathers(scorer, &a, &b, near_father, total));
}
