/*
 * Reporting periods: a year, a month, or a quarter, a half or nine months of a year; and the regime that says on which days
 * they begin and end.
 *
 * Nghị định 09/2019/NĐ-CP, Điều 12: a month runs from the 15th of the month before to the 14th, a quarter from the 15th of the
 * month before it to the 14th of its last month, a year from 15 December of the year before to 14 December. Nine months, which
 * provinces ask for themselves, run from 15 December to 14 September. The calendar regime runs from the first day to the last.
 */
#ifndef PHULUC_MODEL_PERIOD_H
#define PHULUC_MODEL_PERIOD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/date.h"

enum regime { REGIME_ND09, REGIME_CALENDAR };

struct period {
    int year, month; /* its last month; 0: the whole year */
    int months;      /* 3: a quarter, 6: a half, 9: nine months; 0: the month alone, or the year */
};

/* "2023", "2023-04", "2023-Q1", "2023-H2", "2023-9M". */
bool period_parse(struct period *period, const char *text) __attribute__((warn_unused_result));
const char *period_text(struct arena *arena, struct period period);

struct date period_first_day(struct period period, enum regime regime);
/* The cut-off date. */
struct date period_last_day(struct period period, enum regime regime);

/* A quarter, a half or nine months. */
bool period_is_span(struct period period);

/* The last month of a period, and the month before its first one: month 0 where it begins the year. */
struct period period_last_month(struct period period);
struct period period_month_before(struct period period);

/* True if the longer of two periods has all of the shorter one in it; no period holds itself. */
bool period_holds(struct period longer, struct period shorter);

/*
 * The one of its kind before, after, and at the same place of the year before. Of nine months the one before is that of the year
 * before: between them lies a quarter that belongs to neither.
 */
struct period period_before(struct period period);
struct period period_after(struct period period);
struct period period_year_before(struct period period);

/* The last month whose cut-off has passed on a day. */
struct period period_passed(struct date day, enum regime regime);

/* In order of their ends; of those that end together the shorter first, a year last. <0, 0, >0 */
int period_cmp(struct period a, struct period b);

enum regime regime_parse(const char *token);
const char *regime_token(enum regime regime);

#endif
