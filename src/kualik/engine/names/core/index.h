/* A segment of an index of names: what lies in it, and how near two symbols are when names are looked for.
 *
 * A segment is one run of bytes, written once and then only read, in place: the head, then the nodes of a trie over
 * the spellings of all parts, per spelling where its rows begin, the rows, per row where its text begins, how many
 * parts it has, and the text in UTF-8. Every array begins at a multiple of 64. Nothing in it is trusted: each number
 * is held against its bounds where it is used, so that a damaged file is answered by KN_BAD_INDEX.
 */
#ifndef KUALIK_NAMES_INDEX_H
#define KUALIK_NAMES_INDEX_H

#include "core.h"

enum { ALPHABETS = 4, MOST_RUN = 48, MOST_STOPS = 36, NO_WORD = -1 };

/* Where a path of the trie goes on: the subtree is the nodes up to `end`, in the order of a walk. */
typedef struct {
  uint32_t end;
  int32_t word; /* the spelling that ends here, NO_WORD: none */
  uint8_t symbol, depth;
  uint16_t spare;
} TrieNode;

typedef struct {
  uint8_t magic[8];
  uint32_t print; /* of the model whose symbols these are */
  uint32_t rows, words, nodes, postings;
  uint32_t begin[ALPHABETS + 1]; /* the first node of each script, and the end */
  uint64_t text;                 /* bytes */
  uint64_t size;                 /* of the segment */
} SegmentHead;

_Static_assert(sizeof(TrieNode) == 12, "a node is 12 bytes");
_Static_assert(sizeof(SegmentHead) == 64, "a head is 64 bytes");

typedef struct {
  SegmentHead head;
  const TrieNode *nodes;
  const uint32_t *first;    /* per spelling and one more: where in `rows` its rows begin */
  const uint32_t *rows;     /* in rising order per spelling */
  const uint64_t *texts;    /* per row and one more: where in `text` it begins */
  const uint8_t *parts;     /* per row: how many parts count */
  const uint8_t *text;
} Segment;

/* Section "i.near" of the model: how spellings are looked for. Costs are in sixths of a nat. */
typedef struct {
  int32_t longest;        /* no spelling dearer than this is looked at */
  int32_t first, each;    /* after n symbols of what is asked, no way may have cost more than first + n * each */
  int32_t weight;         /* of costs against rarity, in sixteenths of 1/16 bit */
  int32_t bonus, joined;  /* for a part that is met; for parts that are met as one */
  int32_t penalty;        /* for each part more or less */
  int32_t budget;         /* rows looked at for one part, the dearer spellings left out */
  int32_t most;           /* rows compared in full */
  int32_t few, good;      /* so many at a time, until one scores this, in thousandths */
  int32_t spare[5];
  uint8_t match[SYMBOLS][SYMBOLS];
  uint8_t gap[SYMBOLS][ALPHABETS]; /* of a symbol that nothing answers, by the other's script */
} Near;

_Static_assert(sizeof(Near) == 64 + 65536 + 1024, "the section of the model");

static inline int alphabet_of(uint8_t symbol) {
  return symbol >= BASE_HANI ? 3 : symbol >= BASE_ARAB ? 2 : symbol >= BASE_CYRL ? 1 : 0;
}

/* Whether a part says who somebody is: titles and initials are not looked for. */
static inline int counts(const Part *part) { return part->length[0] > 0 && !(part->flags & (TITLE | INITIAL)); }

/* segment.c */
int segment_open(const uint8_t *bytes, uint64_t size, Segment *out);
uint64_t segment_layout(const SegmentHead *head, uint64_t offsets[6]); /* the size; where each array begins */

/* walk.c: spellings near to a run of symbols. */
typedef struct {
  uint8_t at, group; /* the first `at` symbols of the run are a spelling of `group` */
} Stop;

typedef struct {
  uint8_t length, stops;
  Stop stop[MOST_STOPS];
  uint8_t symbols[MOST_RUN];
} Run;

typedef struct {
  int32_t word;
  uint8_t group, script, cost, spare;
} Met;

typedef struct {
  Met *met;
  uint64_t count, room;
} Meetings;

int walk(const Segment *segment, const Near *near, const Run *run, int script, Meetings *out);

#endif
