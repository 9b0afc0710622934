/* What Python calls. Every function answers KN_OK or why not; rows are begin … end - 1; answers are as many. */
#include "core.h"

#include <stdlib.h>

#ifndef KN_SOURCES
#define KN_SOURCES 0u
#endif

/* The CRC-32 of the sources, which hatch_build.py gives to the compiler. */
KN_API uint32_t kn_sources(void) { return KN_SOURCES; }

KN_API int kn_version(void) { return KN_VERSION; }

KN_API int kn_features_count(void) { return features_count(); }

KN_API void kn_close(Model *model) {
  if (model == NULL) return;
  preparer_close(model);
  scorer_close(model);
  free(model);
}

KN_API int kn_open(const uint8_t *bytes, uint64_t size, Model **out) {
  Model *model = calloc(1, sizeof *model);
  *out = NULL;
  if (model == NULL) return KN_NO_MEMORY;
  int answer = model_open(model, bytes, size);
  if (answer == KN_OK) answer = preparer_open(model);
  if (answer == KN_OK) answer = scorer_open(model);
  if (answer == KN_OK)
    *out = model;
  else
    kn_close(model);
  return answer;
}

KN_API int kn_scores(const Model *model) { return model->scorer != NULL; }

KN_API int kn_prepare(const Model *model, const Column *texts, int64_t begin, int64_t end, Name *out) {
  for (int64_t row = begin; row < end; row++) prepare_at(model, texts, row, out + (row - begin));
  return KN_OK;
}

KN_API int kn_features(const Model *model, const Name *a, const Name *b, int64_t count, float *out) {
  if (model->scorer == NULL) return KN_NO_SECTION;
  for (int64_t i = 0; i < count; i++) features_of(model->scorer, a + i, b + i, out + i * features_count());
  return KN_OK;
}

KN_API int kn_compare(const Model *model, const Name *a, const Name *b, int64_t count, double *out) {
  if (model->scorer == NULL) return KN_NO_SECTION;
  for (int64_t i = 0; i < count; i++) out[i] = score_of(model->scorer, a + i, b + i);
  return KN_OK;
}

KN_API int kn_features_columns(const Model *model, const Column *a, const Column *b, int64_t begin, int64_t end,
                               float *out) {
  Name one, other;
  if (model->scorer == NULL) return KN_NO_SECTION;
  for (int64_t row = begin; row < end; row++, out += features_count()) {
    prepare_at(model, a, row, &one);
    prepare_at(model, b, row, &other);
    features_of(model->scorer, &one, &other, out);
  }
  return KN_OK;
}

KN_API int kn_compare_columns(const Model *model, const Column *a, const Column *b, int64_t begin, int64_t end,
                              double *out) {
  Name one, other;
  if (model->scorer == NULL) return KN_NO_SECTION;
  for (int64_t row = begin; row < end; row++) {
    prepare_at(model, a, row, &one);
    prepare_at(model, b, row, &other);
    out[row - begin] = score_of(model->scorer, &one, &other);
  }
  return KN_OK;
}
