/* Gaps (calc/gaps.h) in the words of a report: verdicts, distances. One word for each class, in every report. */
#ifndef PHULUC_CONTENT_GAP_WORDS_H
#define PHULUC_CONTENT_GAP_WORDS_H

#include "calc/gaps.h"
#include "content/value.h"

/* Of a target that states no number, and of one that is reported and cannot be judged. */
#define WORDED "định tính"
#define NOT_JUDGED "chưa đánh giá được"
#define NEUTRAL "chỉ theo dõi" /* neither more nor less of it is better: a word unlike NOT_JUDGED, which is read beside it */
#define NO_DATA "chưa có số liệu"

const char *gap_status_words(enum gap_status status);

/* The status, or that the target states no number; of what is missing also of which period, and what is known: "chưa có số liệu năm 2025 (gần nhất: 30, năm 2022)". */
const char *gap_verdict_words(const struct gap *gap, struct arena *arena);

/* "không đạt, còn thiếu 7,5 điểm phần trăm", "không đạt, kém mục tiêu 1 bậc" */
const char *gap_distance_words(const struct gap *gap, struct arena *arena);

/* Of a gap at a strict bound: "bằng đúng 10, mục tiêu đòi dưới 10". */
const char *gap_strict_words(const struct gap *gap, struct arena *arena);

/* What stands in front of a figure: "≥", "khoảng"; NULL for nothing. */
const char *gap_sign(enum op op);

/* A figure with the word in front of it that is reported: "hơn 80", "khoảng 48", "23 - 25", "6/63". */
struct value gap_figure_value(const struct gap_span *span, enum op op, const struct result_value *value,
                              struct arena *arena);

/* The actual, or that there is none. */
struct value gap_actual_value(const struct gap *gap, struct arena *arena);

/* What is expected by now, measured like mức đạt; unknown once the year of the target has come: the target itself is. */
struct number gap_expected_share(const struct gap *gap);

/* Mức đạt in %; blank where it would read 100 although the target is not met (a strict bound). */
struct value gap_achievement_value(const struct gap *gap);

#endif
