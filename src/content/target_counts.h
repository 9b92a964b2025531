/*
 * How many targets of a year are in which class. The first page and the tables of targets count with this alone, so that a
 * line that adds up is the one that the rows behind it add up to.
 */
#ifndef PHULUC_CONTENT_TARGET_COUNTS_H
#define PHULUC_CONTENT_TARGET_COUNTS_H

#include "calc/gaps.h"

/* In the order in which a line names them. */
enum target_class {
    TARGET_REACHED, /* met or exceeded */
    TARGET_ON_TRACK,
    TARGET_BEHIND,
    TARGET_MISSED,
    TARGET_UNJUDGED, /* reported, but the verdict lacks something */
    TARGET_NEUTRAL,  /* not to be judged */
    TARGET_NO_DATA,
    TARGET_WORDED, /* states no number */
    TARGET_CLASSES
};

struct target_counts {
    size_t all, of[TARGET_CLASSES]; /* of[] adds up to all */
};

enum target_class target_class_of(const struct gap *gap);

/* The same of a status; worded: the target states no number. */
enum target_class target_class_of_status(enum gap_status status, bool worded);

void target_counts_add(struct target_counts *counts, const struct gaps *gaps);

/* "16 chỉ tiêu: 8 đạt hoặc vượt, 5 không đạt, 1 chưa có số liệu, 2 định tính"; classes without a target are not named. */
const char *target_counts_words(struct target_counts counts, struct arena *arena);

/* "không đạt, chậm tiến độ": how those fall short that do; NULL if none does. */
const char *target_short_words(struct target_counts counts);

/*
 * Of which year the targets are that a way leads to, at least and at most, both 0 at first: adds one of that class. Then what to say
 * of it behind the counts: ". Tiến độ: theo lộ trình đến mục tiêu năm 2025"; "" if none is on its way.
 */
void target_years_add(int years[2], enum target_class class, int year);
const char *target_years_words(const int years[2], struct arena *arena);

#endif
