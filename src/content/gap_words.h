/* Gaps (calc/gaps.h) in the words of a report: verdicts, distances. */
#ifndef PHULUC_CONTENT_GAP_WORDS_H
#define PHULUC_CONTENT_GAP_WORDS_H

#include "calc/gaps.h"

/* Of a target that states no number. */
#define WORDED "không có chỉ tiêu bằng số"

const char *gap_status_words(enum gap_status status);

/* The status, or that the target states no number. */
const char *gap_verdict_words(const struct gap *gap);

/* "không đạt, còn thiếu 7,5 điểm phần trăm" */
const char *gap_distance_words(const struct gap *gap, struct arena *arena);

#endif
