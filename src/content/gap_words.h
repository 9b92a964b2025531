/* Gaps (calc/gaps.h) in the words of a report: verdicts, distances. */
#ifndef PHULUC_CONTENT_GAP_WORDS_H
#define PHULUC_CONTENT_GAP_WORDS_H

#include "calc/gaps.h"

/* Of a target that states no number. */
#define WORDED "định tính"

const char *gap_status_words(enum gap_status status);

/* The status, or that the target states no number. */
const char *gap_verdict_words(const struct gap *gap);

/* What a gap is counted in: of % in points, of a rank in places; that of growth is the distance of two index numbers. */
const char *gap_unit_words(const struct gap *gap);

#endif
