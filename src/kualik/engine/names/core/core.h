/* What all of the names core shares: a prepared name, the sections of model.bin, and who offers what.
 *
 * The layout of Part and Name is the law in two languages: preparing.py writes the same bytes. Little-endian only.
 * Nothing here allocates after opening, no function keeps state outside the model, and a model that is open is
 * never written again: any number of threads may read it at once.
 */
#ifndef KUALIK_NAMES_CORE_H
#define KUALIK_NAMES_CORE_H

#include <stddef.h>
#include <stdint.h>

#if defined(_WIN32)
#define KN_API __declspec(dllexport)
#else
#define KN_API __attribute__((visibility("default")))
#endif

/* Raised whenever a struct or an exported function changes; core.py refuses a core of another number. */
#define KN_VERSION 1

enum { MOST_TEXT = 4096 }; /* code points of a text that are looked at */
enum { MOST_PARTS = 8, MOST_SYMBOLS = 32, READINGS = 2, SYMBOLS = 256 };
enum { NO_SCRIPT = 0, LATN = 1, CYRL = 2, ARAB = 3, HANI = 4, SCRIPTS = 5 };
enum { BASE_LATN = 0, BASE_CYRL = 48, BASE_ARAB = 96, BASE_HANI = 144 };
enum { FATHER = 1, FAMILY = 2, CLERIC = 4, INITIAL = 8, FEMALE = 16, MALE = 32, TITLE = 64 };

typedef struct {
  uint8_t length[2];     /* symbols of reading 0 and of reading 1; 0: there is no such reading */
  uint8_t stem[2];       /* symbols without an ending of father's or family names */
  uint8_t bare[2];       /* symbols without a grammatical ending */
  uint8_t script;        /* NO_SCRIPT, LATN, CYRL, ARAB, HANI */
  uint8_t flags;         /* FATHER | FAMILY | … */
  uint16_t first, last;  /* code points of the text given, half open */
  uint8_t symbols[2][32];
} Part;

typedef struct {
  uint8_t count;    /* parts; 0: nothing in the text is a name */
  uint8_t script;   /* of most letters */
  uint8_t pinyin;   /* 1: every Latin word can be pinyin */
  uint8_t cut;      /* 1: more parts or symbols than are kept */
  uint16_t letters; /* in the text, at most 65535 */
  uint16_t spare;   /* 0 */
  Part parts[MOST_PARTS];
} Name;

_Static_assert(sizeof(Part) == 76, "a part is 76 bytes");
_Static_assert(sizeof(Name) == 616, "a name is 616 bytes");

/* What a function answers. */
enum { KN_OK = 0, KN_NO_MODEL = 1, KN_NO_SECTION = 2, KN_BAD_SECTION = 3, KN_NO_MEMORY = 4, KN_BAD_INDEX = 5 };

/* model.bin: "KUALIKN1", uint32 count, uint32 CRC-32 of this count and all after these 16 bytes; then per section its name
 * (16 bytes, filled with NUL), uint64 offset from the beginning, uint64 size; then the sections, each beginning at a
 * multiple of 64. */
typedef struct {
  const uint8_t *bytes; /* NULL: there is none */
  uint64_t size;
} Section;

typedef struct Preparer Preparer; /* prepare.c: what preparing reads, checked at opening */
typedef struct Scorer Scorer;     /* score.c: what aligning and scoring read, checked at opening */

typedef struct {
  const uint8_t *bytes; /* of model.bin; they outlive the model */
  uint64_t size;
  uint32_t count; /* sections */
  uint32_t print; /* the CRC-32 in the header: two models with the same one are the same */
  Preparer *preparer;
  Scorer *scorer; /* NULL where the model holds tables only */
} Model;

/* model.c */
int model_open(Model *model, const uint8_t *bytes, uint64_t size);
Section section_of(const Model *model, const char *name); /* bytes NULL where there is none */

/* prepare.c: fills *out whatever the text is. */
int preparer_open(Model *model);
void preparer_close(Model *model);
void prepare(const Preparer *preparer, const uint32_t *text, uint64_t length, Name *out);

/* score.c (helper M): scorer_open answers KN_OK and leaves NULL where the learned sections are absent. */
int scorer_open(Model *model);
void scorer_close(Model *model);
int features_count(void);
void features_of(const Scorer *scorer, const Name *a, const Name *b, float *out); /* features_count() floats */
double score_of(const Scorer *scorer, const Name *a, const Name *b);              /* a probability */

/* A column of texts as Python or Arrow holds it: text i lies at offsets[first + i] … offsets[first + i + 1]. */
typedef struct {
  const void *text;     /* UTF-8 bytes, or UTF-32 in the machine's order */
  const void *offsets;  /* int32 or int64, in units of the text */
  const uint8_t *valid; /* Arrow's bitmap, NULL: none is missing; a missing text is an empty one */
  int64_t first;        /* Arrow's offset of the array */
  int32_t offset_bytes; /* 4 or 8 */
  int32_t unit_bytes;   /* 1: UTF-8 (what is not UTF-8 becomes U+FFFD), 4: UTF-32 */
} Column;

/* columns.c */
void prepare_at(const Model *model, const Column *column, int64_t row, Name *out);

#endif
