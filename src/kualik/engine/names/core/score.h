/* What score.c offers to learning. */
#ifndef KUALIK_NAMES_SCORE_H
#define KUALIK_NAMES_SCORE_H

#include "describe.h"

const Learned *learned_of(const Scorer *scorer);
int same_part(const uint8_t *alike, const Part *a, const Part *b); /* the same sounds, in whatever script */

#endif
