/* Search a segment: which rows bear parts near to those of a name, and which of these are the name.
 *
 * First every part finds the spellings near to it (walk.c). A spelling is worth more the fewer rows of its script
 * bear one as near; a row is worth the sum over the parts of what its best spelling is worth. The rows worth most
 * are then compared in full, and what they score orders the answer.
 */
#include "index.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_RUNS = READINGS * MOST_SYMBOLS, MOST_WORTH = 16384, MOST_COST = 256 };
enum { LEAST_CUT = 3, LEAST_WHOLE = 8 };          /* symbols of a piece; of a part that may be several in one */
enum { BEFORE_CUT = 1, AFTER_CUT = 2 };           /* groups of the two pieces */
enum { LEAST_LIST = 65536 };                      /* rows; rarity in a shorter list is as in one of these */

/* What a search of one segment needs room for; searches of one index follow each other. */
typedef struct {
  Segment segment;
  Near near;
  uint16_t *worth;            /* per row */
  uint32_t *seen_row;         /* per row: the last group that met it */
  uint32_t *seen_word;        /* per spelling */
  uint32_t *touched, count;   /* rows that are worth something */
  uint32_t serial;
  Meetings all, sorted;
} Index;

typedef struct {
  uint32_t row, worth;
  double score;
} Found;

typedef struct {
  Run runs[MOST_RUNS];
  int count, parts, groups;
} Question;

static void stop_at(Run *run, int at, int group) {
  if (at < 1 || at > run->length || run->stops >= MOST_STOPS) return;
  for (int i = 0; i < run->stops; i++)
    if (run->stop[i].at == at && run->stop[i].group == group) return;
  run->stop[run->stops++] = (Stop){(uint8_t)at, (uint8_t)group};
}

/* Let a run go on into the parts after its own: two parts may be written as one, or all of them. */
static void join(Run *run, const Part *const *parts, int count, int of, int reading) {
  for (int next = of + 1; next < count; next++) {
    const Part *part = parts[next];
    int length = part->length[reading];
    if (length == 0 || run->length + length > MOST_RUN || part->script != parts[of]->script) return;
    memcpy(run->symbols + run->length, part->symbols[reading], (size_t)length);
    run->length = (uint8_t)(run->length + length);
    if (next == of + 1) stop_at(run, run->length, count + 2 * of);
    else if (of == 0 && next == count - 1) stop_at(run, run->length, count + 1);
  }
}

/* Two parts may have been written as the only one asked for: look for every beginning of it, and every end. */
static void cut(Question *q, Run *whole) {
  if (q->parts != 1 || whole->length < LEAST_WHOLE) return;
  for (int at = LEAST_CUT; at <= whole->length - LEAST_CUT; at++) {
    Run *rest = &q->runs[q->count++];
    *rest = (Run){.length = (uint8_t)(whole->length - at)};
    memcpy(rest->symbols, whole->symbols + at, rest->length);
    stop_at(whole, at, BEFORE_CUT);
    stop_at(rest, rest->length, AFTER_CUT);
  }
}

static void ask(const Name *name, Question *q) {
  const Part *parts[MOST_PARTS];
  q->count = q->parts = 0;
  for (int i = 0; i < name->count && i < MOST_PARTS; i++)
    if (counts(name->parts + i)) parts[q->parts++] = name->parts + i;
  q->groups = 3 * q->parts;
  for (int i = 0; i < q->parts; i++)
    for (int r = 0; r < READINGS; r++) {
      const Part *part = parts[i];
      if (part->length[r] == 0) continue;
      Run *run = &q->runs[q->count++];
      *run = (Run){.length = part->length[r]};
      memcpy(run->symbols, part->symbols[r], part->length[r]);
      stop_at(run, part->length[r], i);
      stop_at(run, part->stem[r], i);
      stop_at(run, part->bare[r], i);
      join(run, parts, q->parts, i, r);
      cut(q, run);
    }
}

/* Sixteen times the logarithm to the base 2, in whole numbers, the same on every machine. */
static int logarithm(uint64_t x) {
  int bits = 0;
  if (x < 1) return 0;
  while (x >> (bits + 1)) bits++;
  return 16 * bits + (int)((bits >= 4 ? x >> (bits - 4) : x << (4 - bits)) & 15);
}

/* Order what a group met by cost, keep each spelling once; how many are left. */
static uint64_t sort_group(Index *index, int group) {
  uint64_t at[MOST_COST + 1] = {0}, kept = 0;
  const Met *all = index->all.met;
  for (uint64_t i = 0; i < index->all.count; i++)
    if (all[i].group == group) at[all[i].cost + 1]++;
  for (int c = 0; c < MOST_COST; c++) at[c + 1] += at[c];
  uint64_t count = at[MOST_COST];
  for (uint64_t i = 0; i < index->all.count; i++)
    if (all[i].group == group) index->sorted.met[at[all[i].cost]++] = all[i];
  index->serial++;
  for (uint64_t i = 0; i < count; i++) {
    Met met = index->sorted.met[i];
    if (index->seen_word[met.word] == index->serial) continue;
    index->seen_word[met.word] = index->serial;
    index->sorted.met[kept++] = met;
  }
  return kept;
}

static int rows_of(const Segment *segment, int32_t word, uint32_t *begin, uint32_t *end) {
  *begin = segment->first[word];
  *end = segment->first[word + 1];
  return *begin <= *end && *end <= segment->head.postings ? KN_OK : KN_BAD_INDEX;
}

static int credit(Index *index, int32_t word, int worth) {
  uint32_t begin, end;
  if (rows_of(&index->segment, word, &begin, &end) != KN_OK) return KN_BAD_INDEX;
  for (uint32_t i = begin; i < end; i++) {
    uint32_t row = index->segment.rows[i];
    if (row >= index->segment.head.rows) return KN_BAD_INDEX;
    if (index->seen_row[row] == index->serial) continue;
    index->seen_row[row] = index->serial;
    if (index->worth[row] == 0) index->touched[index->count++] = row;
    index->worth[row] = (uint16_t)(index->worth[row] + worth);
  }
  return KN_OK;
}

/* Credit the rows of one group, the nearest spellings first, until so many rows were looked at. */
static int credit_group(Index *index, const Question *q, int group) {
  const Near *near = &index->near;
  uint64_t kept = sort_group(index, group), borne[ALPHABETS] = {0}, looked = 0, block = 0;
  int bonus = group < q->parts ? near->bonus : near->joined;
  for (uint64_t i = 0; i < kept; i++) {
    Met met = index->sorted.met[i];
    uint32_t begin, end;
    if (i == block) {
      if (looked > (uint64_t)near->budget) break;
      for (; block < kept && index->sorted.met[block].cost == met.cost; block++) {
        Met same = index->sorted.met[block];
        if (rows_of(&index->segment, same.word, &begin, &end) != KN_OK) return KN_BAD_INDEX;
        borne[same.script] += end - begin;
      }
    }
    uint32_t rows = index->segment.head.rows < LEAST_LIST ? LEAST_LIST : index->segment.head.rows;
    int rare = logarithm(rows) - logarithm(borne[met.script]);
    int worth = rare + bonus - near->weight * met.cost / 16;
    if (worth <= 0) continue;
    if (credit(index, met.word, worth) != KN_OK) return KN_BAD_INDEX;
    looked += index->segment.first[met.word + 1] - index->segment.first[met.word];
  }
  return KN_OK;
}

static int meet(Index *index, const Question *q) {
  index->all.count = 0;
  for (int i = 0; i < q->count; i++)
    for (int script = 0; script < ALPHABETS; script++) {
      int answer = walk(&index->segment, &index->near, q->runs + i, script, &index->all);
      if (answer != KN_OK) return answer;
    }
  if (index->all.count > index->sorted.room) {
    Met *met = realloc(index->sorted.met, index->all.room * sizeof *met);
    if (met == NULL) return KN_NO_MEMORY;
    index->sorted.met = met;
    index->sorted.room = index->all.room;
  }
  return KN_OK;
}

static int by_row(const void *a, const void *b) {
  uint32_t one = *(const uint32_t *)a, other = *(const uint32_t *)b;
  return (one > other) - (one < other);
}

/* Take a point off for parts too many or too few; how many rows are worth how much. */
static void weigh_parts(Index *index, int parts, uint32_t tally[MOST_WORTH]) {
  memset(tally, 0, MOST_WORTH * sizeof *tally);
  for (uint32_t i = 0; i < index->count; i++) {
    uint32_t row = index->touched[i];
    int more = abs(index->segment.parts[row] - parts), worth = index->worth[row] - index->near.penalty * more;
    worth = worth < 1 ? 1 : worth >= MOST_WORTH ? MOST_WORTH - 1 : worth;
    index->worth[row] = (uint16_t)worth;
    tally[worth]++;
  }
}

/* Choose the rows worth most, of equal ones the earlier; leave no trace of the others. */
static uint32_t choose(Index *index, int parts, uint32_t most, Found *found) {
  uint32_t tally[MOST_WORTH], chosen = 0, level = 0, least = MOST_WORTH - 1, sum = 0;
  weigh_parts(index, parts, tally);
  while (least > 0 && sum + tally[least] <= most) sum += tally[least--];
  for (uint32_t i = 0; i < index->count; i++) {
    uint32_t row = index->touched[i], worth = index->worth[row];
    index->worth[row] = 0;
    if (worth > least) found[chosen++] = (Found){row, worth, 0};
    else if (worth == least) index->touched[level++] = row;
  }
  index->count = 0;
  qsort(index->touched, level, sizeof *index->touched, by_row);
  for (uint32_t i = 0; i < level && chosen < most; i++) found[chosen++] = (Found){index->touched[i], least, 0};
  return chosen;
}

static int by_score(const void *a, const void *b) {
  const Found *one = a, *other = b;
  if (one->score != other->score) return one->score > other->score ? -1 : 1;
  if (one->worth != other->worth) return one->worth > other->worth ? -1 : 1;
  return (one->row > other->row) - (one->row < other->row);
}

static int compare_row(const Index *index, const Model *model, const Name *name, Found *found) {
  const Segment *segment = &index->segment;
  Column texts = {segment->text, segment->texts, NULL, 0, 8, 1};
  uint64_t begin = segment->texts[found->row], end = segment->texts[found->row + 1];
  Name other;
  if (begin > end || end > segment->head.text) return KN_BAD_INDEX;
  prepare_at(model, &texts, found->row, &other);
  found->score = score_of(model->scorer, name, &other);
  return KN_OK;
}

/* Compare the candidates worth most, a portion at a time, until one is good; how many were compared. */
static int compare_in_full(const Index *index, const Model *model, const Name *name, Found *found, uint32_t *count,
                           uint32_t portion) {
  double best = 0, good = index->near.good / 1000.0;
  uint32_t done = 0;
  qsort(found, *count, sizeof *found, by_score);
  while (done < *count && best < good) {
    uint32_t end = *count - done > portion ? done + portion : *count;
    for (; done < end; done++) {
      if (compare_row(index, model, name, found + done) != KN_OK) return KN_BAD_INDEX;
      if (found[done].score > best) best = found[done].score;
    }
  }
  *count = done;
  qsort(found, done, sizeof *found, by_score);
  return KN_OK;
}

KN_API void kn_index_close(Index *index) {
  if (index == NULL) return;
  free(index->worth);
  free(index->seen_row);
  free(index->seen_word);
  free(index->touched);
  free(index->all.met);
  free(index->sorted.met);
  free(index);
}

/* Open a segment of a model's index; its bytes outlive it. */
KN_API int kn_index_open(const Model *model, const uint8_t *bytes, uint64_t size, Index **out) {
  Section near = section_of(model, "i.near");
  Index *index = calloc(1, sizeof *index);
  *out = NULL;
  if (index == NULL) return KN_NO_MEMORY;
  int answer = near.size == sizeof(Near) ? segment_open(bytes, size, &index->segment) : KN_NO_SECTION;
  if (answer == KN_OK && index->segment.head.print != model->print) answer = KN_BAD_INDEX;
  if (answer == KN_OK) {
    uint64_t rows = (uint64_t)index->segment.head.rows + 1, words = (uint64_t)index->segment.head.words + 1;
    memcpy(&index->near, near.bytes, sizeof(Near));
    index->worth = calloc(rows, sizeof *index->worth);
    index->seen_row = calloc(rows, sizeof *index->seen_row);
    index->seen_word = calloc(words, sizeof *index->seen_word);
    index->touched = calloc(rows, sizeof *index->touched);
    if (!index->worth || !index->seen_row || !index->seen_word || !index->touched) answer = KN_NO_MEMORY;
  }
  if (answer == KN_OK) *out = index;
  else kn_index_close(index);
  return answer;
}

static int gather(Index *index, const Question *q) {
  int answer = meet(index, q);
  for (int g = 0; g < q->groups && answer == KN_OK; g++) answer = credit_group(index, q, g);
  return answer;
}

/* After a damaged segment nothing of the search may be left over. */
static int forget(Index *index, int answer) {
  memset(index->worth, 0, (uint64_t)index->segment.head.rows * sizeof *index->worth);
  index->count = 0;
  return answer;
}

/* How many rows are compared at a time, and at most, so that `wanted` can be answered. */
static uint32_t portions(const Index *index, uint32_t wanted, uint32_t *most) {
  uint32_t portion = (uint32_t)index->near.few, rows = index->segment.head.rows;
  if (wanted > rows) wanted = rows;
  if (portion < 2 * wanted) portion = 2 * wanted;
  *most = portion > (uint32_t)index->near.most ? portion : (uint32_t)index->near.most;
  if (*most > rows) *most = rows;
  return portion;
}

/* Find the rows nearest to a name: candidates only (in_full 0, by worth) or compared in full. `count` is how many
 * fit into the answers, afterwards how many there are. */
KN_API int kn_index_search(const Model *model, Index *index, const Name *name, int in_full, uint32_t *rows,
                           uint32_t *worths, double *scores, uint32_t *count) {
  Question q;
  uint32_t most, portion = portions(index, *count, &most);
  if (in_full && model->scorer == NULL) return KN_NO_SECTION;
  ask(name, &q);
  int answer = gather(index, &q);
  if (answer != KN_OK) return forget(index, answer);
  Found *found = calloc((uint64_t)most + 1, sizeof *found);
  if (found == NULL) return forget(index, KN_NO_MEMORY);
  uint32_t chosen = choose(index, q.parts, most, found);
  if (in_full) answer = compare_in_full(index, model, name, found, &chosen, portion);
  else qsort(found, chosen, sizeof *found, by_score);
  *count = chosen < *count ? chosen : *count;
  for (uint32_t i = 0; i < *count && answer == KN_OK; i++) {
    rows[i] = found[i].row;
    worths[i] = found[i].worth;
    scores[i] = found[i].score;
  }
  free(found);
  return answer;
}
