/* Which parts of one name answer which of the other (assign.c). */
#ifndef KUALIK_NAMES_ASSIGN_H
#define KUALIK_NAMES_ASSIGN_H

#include "align.h"

/* Two spans that were set against each other. */
typedef struct {
  Span a, b;
  Met met;
} Pair;

typedef struct {
  int count;
  Pair pairs[MOST_PARTS];
  uint8_t left_a, left_b; /* bits: parts that answer none; titles are not counted */
} Assignment;

void set_titles_aside(const Name *name, Name *out);
void assign(const Costs *costs, const Name *a, const Name *b, Assignment *out);

#endif
