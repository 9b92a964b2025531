/* Words that the reports of an office share. Documents are Vietnamese, always. */
#ifndef PHULUC_CONTENT_REPORT_WORDS_H
#define PHULUC_CONTENT_REPORT_WORDS_H

#include "base/arena.h"
#include "model/catalogue.h"
#include "model/period.h"
#include "model/plan.h"

/* What is printed where nothing is reported or stated, and where a figure cannot be computed. */
#define NOT_REPORTED "chưa có số liệu báo cáo"
#define NOT_STATED "không nêu"
#define NOT_DIVIDED "không chia theo năm"
#define NOT_ALL_KNOWN "chưa đủ"
#define NOT_COMPUTABLE "không tính được"

/* A sum that lacks a part. */
#define CANNOT_ADD "chưa cộng được"

/* Of what an amendment repeals. */
#define REPEALED "bãi bỏ"

/* "tháng 7/2024", "quý I/2024", "6 tháng đầu năm 2024", "năm 2023" */
const char *period_label(struct arena *arena, struct period period);

/* "tháng 7 năm 2024", "quý I năm 2024", as titles have it. */
const char *period_in_words(struct arena *arena, struct period period);

/* "hoạt động “2. Hội nghị”" */
const char *part_words(const struct plan_part *part, struct arena *arena);

/* What is added to the name of a unit that went into another of the same name. */
#define FORMER "cũ"

/* True if a unit that is no more needs it beside the one that it went into; same: the two are one (catalogue_is_same_unit). */
bool unit_is_former(const struct unit *then, const struct unit *now, bool same);

/*
 * A unit as the plan knows it and as it is on a day, by code and by the day it became so, for a name may be that of both:
 * "tỉnh Thái Bình (mã 34), từ ngày 01/07/2025 thuộc tỉnh Hưng Yên (mã 33)".
 */
const char *unit_words(struct arena *arena, const struct catalogue *catalogue, const char *code, struct date decided,
                       struct date day);

/* Its name alone, as when the plan was decided: "thành phố Hà Nội", "tỉnh Phú Thọ cũ", "cả nước". */
const char *unit_short_words(struct arena *arena, const struct catalogue *catalogue, const char *code, struct date decided,
                             struct date day);

/* The same as unit_words, and what else is part of the unit now. */
const char *unit_words_merged(struct arena *arena, const struct catalogue *catalogue, const char *code, struct date decided,
                              struct date day);

#endif
