/* Cut a text into words, each of one script: steps 1 to 7 of the law in preparing.py, as wording.py does them. */
#include "prepare.h"

#include <stdlib.h>
#include <string.h>

enum { USUAL_UNITS = 256, MOST_MARKS = 4 }; /* more units than usual are kept on the heap */
enum { LENGTH_SHIFT = 21, LENGTH_MASK = 31, VALUE_MASK = 0x1FFFFF };

typedef struct {
  const Preparer *tables;
  const uint32_t *text;
  Unit *units; /* the last one is a SPACE after the text */
  uint64_t unit_count;
  Letter *letters; /* of the words so far, one after another, so that words that are joined already lie so */
  uint64_t letter_count;
  Word pending; /* the next word may be joined to it; count 0: there is none */
  uint8_t tie;  /* the script of a word with as many Latin letters as Cyrillic */
  int stopped;
  Taker take;
  void *state;
} Cutter;

static int script_in(uint8_t kind) { return kind & IS_MARK ? 0 : kind & OF_SCRIPT; }

static int is_parting(uint32_t code) { return code == SPACE || code == COMMA || code == HYPHEN || code == DOT; }

static int group_of(uint8_t kind) {
  static const uint8_t groups[SCRIPTS] = {0, 1, 1, 2, 3};
  return !(kind & IS_MARK) && kind & IS_GREEK ? 1 : groups[script_in(kind)];
}

static unsigned order_of(const Unit *mark) { return (mark->kind & 7u) | (unsigned)(mark->kind >> 6) << 3; }

/* The most letters; of several the lowest script; 0 without letters. */
static uint8_t most(const uint64_t counts[SCRIPTS]) {
  uint8_t best = 0;
  for (uint8_t script = 1; script < SCRIPTS; script++)
    if (counts[script] > (best ? counts[best] : 0)) best = script;
  return best;
}

static void put_in_order(Unit *marks, unsigned count) {
  for (unsigned i = 1; i < count; i++)
    for (unsigned j = i; j > 0 && order_of(marks + j) < order_of(marks + j - 1); j--) {
      Unit unit = marks[j];
      marks[j] = marks[j - 1], marks[j - 1] = unit;
    }
}

static void fold(Cutter *cutter, uint64_t length, uint64_t counts[SCRIPTS]) {
  unsigned marks = 0; /* in a row, so far */
  for (uint64_t place = 0; place < length; place++) {
    uint32_t entry = folded_entry(cutter->tables, cutter->text[place]);
    uint32_t count = entry >> LENGTH_SHIFT & LENGTH_MASK, value = entry & VALUE_MASK;
    for (uint32_t i = 0; i < count; i++) {
      Unit unit = {count == 1 ? value : cutter->tables->pool[value + i], (uint16_t)place, 0};
      unit.kind = kind_of(cutter->tables, unit.code);
      counts[script_in(unit.kind)]++;
      if (!(unit.kind & IS_MARK)) {
        put_in_order(cutter->units + cutter->unit_count - marks, marks);
        marks = 0;
      } else if (marks == MOST_MARKS) {
        continue;
      } else {
        marks++;
      }
      cutter->units[cutter->unit_count++] = unit;
    }
  }
  put_in_order(cutter->units + cutter->unit_count - marks, marks);
}

/* Signs are numbered by script: a letter of another one has none here. */
static void add_letter(Cutter *cutter, uint32_t code, uint16_t place, uint8_t script) {
  int own = script_in(kind_of(cutter->tables, code));
  uint8_t sign = own == 0 || own == script ? sign_of(cutter->tables, code) : 0;
  cutter->letters[cutter->letter_count++] = (Letter){code, place, sign};
}

static uint64_t symbols_of(const Cutter *cutter, const Letter *letter) {
  const Syllable *syllable = syllable_of(cutter->tables, letter->code);
  return syllable ? syllable->count : 0;
}

static void hand_over(Cutter *cutter, const Word *word, int more) {
  if (!cutter->stopped) cutter->stopped = !cutter->take(cutter->state, word, more);
}

/* A Chinese word that has more symbols than a part goes in pieces of whole characters. */
static void flush(Cutter *cutter, int more) {
  Word word = cutter->pending;
  cutter->pending.count = 0;
  if (word.count == 0) return;
  if (word.kind == ARTICLE_KIND) word.kind = NO_KIND;
  uint64_t begin = 0, size = 0, count = word.script == HANI ? word.count : 0;
  const Letter *letters = word.letters;
  uint16_t last = word.last;
  for (uint64_t i = 0; i < count; i++) {
    uint64_t own = symbols_of(cutter, letters + i);
    if (size + own > MOST_SYMBOLS) {
      word.letters = letters + begin, word.count = i - begin;
      word.first = letters[begin].place, word.last = letters[i].place;
      hand_over(cutter, &word, 1);
      begin = i, size = 0;
    }
    size += own;
  }
  if (begin > 0) {
    word.letters = letters + begin, word.count = count - begin;
    word.first = letters[begin].place, word.last = last;
  }
  hand_over(cutter, &word, more);
}

/* Chinese words of one character that only spaces part are joined, and articles to what follows them. */
static void emit(Cutter *cutter, Word word) {
  Word *before = &cutter->pending;
  if (before->count && before->singles && word.singles && word.spaced) {
    before->count += word.count;
    before->last = word.last;
    return;
  }
  if (before->count && before->kind == ARTICLE_KIND && before->script == word.script) {
    word.letters = before->letters;
    word.count += before->count;
    word.first = before->first;
    word.own = 0;
  } else {
    flush(cutter, 1);
  }
  cutter->pending = word;
}

static int is_title(const Preparer *tables, const Letter *letters, uint64_t count) {
  uint32_t node = 0;
  for (uint64_t i = 0; i < count; i++)
    if ((node = title_step(tables, node, letters[i].code)) == 0) return 0;
  return tables->titles[node].kind == TITLE_KIND;
}

static void emit_chinese(Cutter *cutter, Word word, const Unit *units, uint64_t count) {
  Letter *letters = cutter->letters + cutter->letter_count;
  uint64_t start = cutter->letter_count, cut;
  for (uint64_t i = 0; i < count; i++)
    if (script_in(units[i].kind) == HANI) add_letter(cutter, units[i].code, units[i].place, HANI);
  uint64_t own = cutter->letter_count - start;
  for (cut = own > MOST_TITLE ? own - MOST_TITLE : 1; cut < own; cut++)
    if (is_title(cutter->tables, letters + cut, own - cut)) break;
  uint16_t last = word.last;
  word.letters = letters, word.count = cut;
  word.first = letters[0].place, word.last = cut < own ? letters[cut].place : last;
  word.singles = cut == 1 && word.kind == NO_KIND;
  emit(cutter, word);
  if (cut == own) return;
  word.letters = letters + cut, word.count = own - cut;
  word.first = letters[cut].place, word.last = last;
  word.kind = TITLE_KIND, word.singles = 0;
  emit(cutter, word);
}

/* Whether the next unit in a direction that parts nothing is a letter of our scripts; past the end: as *beyond* says. */
static int letter_beside(const Unit *units, uint64_t count, uint64_t place, int step, int beyond) {
  for (uint64_t i = place + (uint64_t)(int64_t)step; i < count; i += (uint64_t)(int64_t)step)
    if (!is_parting(units[i].code)) return script_in(units[i].kind) != 0;
  return beyond;
}

/* Write one unit of a word in the word's script: itself, what it looks like there, or nothing. */
static void add_as_letter(Cutter *cutter, const Unit *units, uint64_t count, uint64_t place, uint8_t script) {
  const Unit *unit = units + place;
  const Look *look = NULL;
  if (unit->kind & IS_DIGIT && !(unit->kind & IS_MARK)) {
    if (letter_beside(units, count, place, -1, 1) && letter_beside(units, count, place, 1, 0))
      look = look_of(cutter->tables, unit->code, script);
  } else if (script <= CYRL && (script_in(unit->kind) == 3 - script || (group_of(unit->kind) && !script_in(unit->kind)))) {
    look = look_of(cutter->tables, cutter->text[unit->place], script);
    if (look == NULL || look->count == 0) look = look_of(cutter->tables, unit->code, script);
  } else {
    add_letter(cutter, unit->code, unit->place, script);
  }
  for (uint8_t i = 0; look != NULL && i < look->count; i++) add_letter(cutter, look->letters[i], unit->place, script);
}

static void emit_alphabetic(Cutter *cutter, Word word, const Unit *units, uint64_t count) {
  uint64_t start = cutter->letter_count;
  for (uint64_t i = 0; i < count; i++)
    if (!is_parting(units[i].code)) add_as_letter(cutter, units, count, i, word.script);
  for (uint64_t i = start; i < cutter->letter_count && word.own < 3; i++)
    word.own += script_in(kind_of(cutter->tables, cutter->letters[i].code)) != 0;
  word.letters = cutter->letters + start;
  word.count = cutter->letter_count - start;
  word.dotted = units[count].code == DOT;
  emit(cutter, word);
}

/* Make a word, or two where a Chinese one ends in a title, of some units and of the one that follows them. */
static void make_words(Cutter *cutter, const Unit *units, uint64_t count, Word word) {
  uint64_t counts[SCRIPTS] = {0};
  for (uint64_t i = 0; i < count; i++) counts[script_in(units[i].kind)]++;
  word.script = most(counts);
  if (counts[LATN] == counts[CYRL] && counts[LATN] > 0) word.script = cutter->tie;
  word.first = units[0].place;
  word.last = units[count].place;
  if (word.script == HANI)
    emit_chinese(cutter, word, units, count);
  else if (word.script != NO_SCRIPT)
    emit_alphabetic(cutter, word, units, count);
}

/* The longest title that begins at a unit, after which the word is over: how many units; 0: none. */
static uint64_t find_title(const Cutter *cutter, uint64_t first, uint8_t *kind) {
  uint64_t found = 0;
  uint32_t node = 0;
  for (uint64_t i = first; i + 1 < cutter->unit_count; i++) {
    if ((node = title_step(cutter->tables, node, cutter->units[i].code)) == 0) break;
    uint32_t own = cutter->tables->titles[node].kind;
    if (own != NO_KIND && (is_parting(cutter->units[i + 1].code) || cutter->units[i].code == HYPHEN))
      found = i + 1 - first, *kind = (uint8_t)own;
  }
  return found;
}

/* One run of units that nothing parts; *after* is where the word before ended. Gives where this one does. */
static uint64_t span(Cutter *cutter, uint64_t first, uint64_t end, uint64_t after) {
  Word word = {.spaced = 1};
  uint64_t title = find_title(cutter, first, &word.kind);
  for (uint64_t i = after; i < first; i++) word.spaced &= cutter->units[i].code == SPACE;
  if (title) end = first + title;
  make_words(cutter, cutter->units + first, end - first, word);
  return end;
}

static void cut(Cutter *cutter) {
  uint64_t first = 0, after = 0;
  int begun = 0, group = 0;
  for (uint64_t i = 0; i < cutter->unit_count && !cutter->stopped; i++) {
    int inside = !is_parting(cutter->units[i].code), own = group_of(cutter->units[i].kind);
    if (begun && (!inside || (own && group && own != group))) {
      if (first >= after) after = span(cutter, first, i, after); /* else it lies in a title of several words */
      begun = group = 0;
    }
    if (!inside) continue;
    if (!begun) first = i;
    begun = 1;
    if (!group) group = own;
  }
  flush(cutter, 0);
}

void cut_words(const Preparer *tables, const uint32_t *text, uint64_t length, Name *out, Taker take, void *state) {
  Unit few_units[USUAL_UNITS];
  Letter few_letters[USUAL_UNITS * MOST_LOOK];
  uint64_t counts[SCRIPTS] = {0}, units = 1, letters;
  Cutter cutter = {.tables = tables, .text = text, .units = few_units, .letters = few_letters, .take = take, .state = state};
  void *many = NULL;
  out->cut = length > MOST_TEXT;
  if (length > MOST_TEXT) length = MOST_TEXT;
  for (uint64_t i = 0; i < length; i++) units += folded_entry(tables, text[i]) >> LENGTH_SHIFT & LENGTH_MASK;
  if (units > USUAL_UNITS) {
    if ((many = malloc(units * (sizeof(Unit) + sizeof(Letter) * MOST_LOOK))) == NULL) return; /* count 0: no name */
    cutter.letters = many;
    cutter.units = (Unit *)(cutter.letters + units * MOST_LOOK);
  }
  fold(&cutter, length, counts);
  cutter.units[cutter.unit_count++] = (Unit){SPACE, (uint16_t)length, 0};
  letters = counts[LATN] + counts[CYRL] + counts[ARAB] + counts[HANI];
  out->letters = letters < UINT16_MAX ? (uint16_t)letters : UINT16_MAX;
  out->script = most(counts);
  cutter.tie = out->script == CYRL ? CYRL : LATN;
  cut(&cutter);
  free(many);
}
