/* What the trees are told of two names (describe.c). */
#ifndef KUALIK_NAMES_DESCRIBE_H
#define KUALIK_NAMES_DESCRIBE_H

#include "assign.h"

/* Of a pair of parts; the worst, the next worst and the best pair have these. */
#define PAIR_FEATURES(X, P)                                                                                        \
  X(P##_near) X(P##_value) X(P##_lost) X(P##_expected) X(P##_worst_step) X(P##_bad_consonants)                     \
  X(P##_lost_consonants) X(P##_lost_vowels) X(P##_first_step) X(P##_last_step) X(P##_same) X(P##_rarity)           \
  X(P##_kinds) X(P##_joined) X(P##_cut) X(P##_close_value) X(P##_close_lost) X(P##_close_step)

#define NAME_FEATURES(X)                                                                                           \
  X(near) X(value) X(expected) X(evidence) X(covered_a) X(covered_b) X(left_a) X(left_b) X(left_plain_a)           \
  X(left_plain_b) X(left_father_a) X(left_father_b) X(left_family_a) X(left_family_b) X(left_cleric)               \
  X(parts_a) X(parts_b) X(script_a) X(script_b) X(pinyin_a) X(pinyin_b) X(father_near) X(half_father_near)         \
  X(sex) X(initials) X(joins) X(whole_near) X(pairs) X(bad) X(least_size)

#define FEATURES(X) PAIR_FEATURES(X, worst) PAIR_FEATURES(X, next) PAIR_FEATURES(X, best) NAME_FEATURES(X)

#define AS_PLACE(name) F_##name,
enum { FEATURES(AS_PLACE) FEATURE_COUNT };

enum { NO_FATHER = 2 }; /* the nearness of fathers where no two parts are fathers */

typedef struct {
  Costs costs;
  Costs close; /* the same, learned from Central Asian names only; used along the path that costs found */
  const uint8_t *alike;  /* bits [256][256]: whether two symbols write one sound */
  const uint8_t *rarity; /* [65536]: by hashed bones, how rare the part is, 8 to the nat */
} Learned;

/* Fill out[FEATURE_COUNT]; 0 when one of the names has no part. */
int describe(const Learned *learned, const Name *a, const Name *b, float *out);

uint32_t bones_of(const Costs *costs, const Reading *r, int length);
int rarity_of(const Learned *learned, const Pair *pair); /* of the commoner part, 8 to the nat */
int sex_of(const Name *name);                             /* as endings tell: 1 a woman, -1 a man, 0 neither */

/* Whether a goes before b in what is order-free: the same answer whichever was asked first. */
int goes_before(const Name *a, const Name *b);
void set_in_order(const Name *one, const Name *other, Name *a, Name *b);

#endif
