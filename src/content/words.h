/* What several places print of a plan: citations, goals, names of figures, amounts. Always Vietnamese: documents are. */
#ifndef PHULUC_CONTENT_WORDS_H
#define PHULUC_CONTENT_WORDS_H

#include "content/value.h"
#include "model/plan.h"

/* "Quyết định số 93/QĐ-UBND ngày 14 tháng 01 năm 2021 của Chủ tịch …" */
const char *citation_words(struct arena *arena, const struct plan *plan);

/* "93/QĐ-UBND"; "…/QĐ-UBND" where the number is blank or not to be read; NULL if the decision prints neither part. */
const char *decision_number_words(struct arena *arena, const struct decision *decision);

/* "ngày 14 tháng 01 năm 2021"; "ngày … tháng … năm 2021" as far as the decision says it. */
const char *issue_words(struct arena *arena, const struct issue_date *issue);

/* "≥ 55", "khoảng 1.000", "75 - 85", "tăng 25", "top 5"; "" where the text states no value. */
/* What stands before the number of a goal: "≥", "tăng", "top"; "" for a goal that is to be met exactly, for a range, for none. */
const char *goal_sign(struct arena *arena, const struct measure *measure);

/* What stands behind it: "55", "2 - 3". */
const char *goal_numbers(struct arena *arena, const struct measure *measure);

/* The same as a number, that a spreadsheet sorts and computes with; a range is words. Empty where the text states none. */
struct value goal_number(const struct measure *measure, struct arena *arena);

const char *goal_words(struct arena *arena, const struct measure *measure);

/* "2021-2025", "năm 2021" */
const char *period_words(struct arena *arena, const struct plan *plan);

/* "Phụ lục I", "Biểu số 46/CK-NSNN"; name NULL: "Phụ lục"; number "": the name alone. */
const char *annex_words(struct arena *arena, const char *name, const char *number);

/* "1.924,5" */
const char *number_words(struct arena *arena, struct dec number);

/* "khoảng", "gần"; NULL for an exact figure, and for a range, which is two numbers. */
const char *figure_op_words(enum figure_op op);

/* "Quý II/2026", "tháng 3/2026"; NULL if the period is no quarter and no month. */
const char *year_part_words(struct arena *arena, struct figure_period period);

/* "IV Nâng cao năng lực, TW, 2021", "I Thu nội địa, So sánh, Ước thực hiện, Quý I/2026": measure and phase as the plan names them. */
const char *figure_name(struct arena *arena, const struct plan *plan, const struct plan_row *row,
                        const struct figure *figure);

/* What a person calls a figure of a paragraph: "Mục V.4 Kế hoạch: Ngân sách trung ương". */
const char *prose_name(struct arena *arena, const struct prose *prose, const struct figure *figure);

/* Whole đồng as people read it in a unit: "1.924,5"; and with the unit: "1.924,5 triệu đồng". */
const char *dong_words(struct arena *arena, int64_t dong, enum money_unit unit);
const char *money_words(struct arena *arena, int64_t dong, enum money_unit unit);

/* As other programs read it: "2021", or "period" for year 0; whole đồng. */
const char *year_token(struct arena *arena, int year);
const char *dong_token(struct arena *arena, int64_t dong);

/* "number", "dash", "lost" …; "exact", "about", "range" … */
const char *figure_state_token(enum figure_state state);
const char *figure_op_token(enum figure_op op);

#endif
