/* Sentences about a plan that several places print: citations, goals. Always Vietnamese: documents are. */
#ifndef PHULUC_CONTENT_WORDS_H
#define PHULUC_CONTENT_WORDS_H

#include "model/plan.h"

/* "Quyết định số 93/QĐ-UBND ngày 14 tháng 01 năm 2021 của Chủ tịch …" */
const char *citation_words(struct arena *arena, const struct plan *plan);

/* "≥ 55", "khoảng 1.000", "75 - 85", "tăng 25", "top 5"; "" where the text states no value. */
const char *goal_words(struct arena *arena, const struct measure *measure);

/* "2021-2025" */
const char *period_words(struct arena *arena, const struct plan *plan);

#endif
