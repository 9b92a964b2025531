/*
 * Reporting periods: a year or a month, and the regime that says on which days it begins and ends.
 *
 * Nghị định 09/2019/NĐ-CP, Điều 12: a month runs from the 15th of the month before to the 14th, a year from 15 December of
 * the year before to 14 December. The calendar regime runs from the first day to the last.
 */
#ifndef PHULUC_MODEL_PERIOD_H
#define PHULUC_MODEL_PERIOD_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/date.h"

enum regime { REGIME_ND09, REGIME_CALENDAR };

struct period {
    int year, month; /* month 0: the whole year */
};

/* "2023" or "2023-04". */
bool period_parse(struct period *period, const char *text) __attribute__((warn_unused_result));
const char *period_text(struct arena *arena, struct period period);

struct date period_first_day(struct period period, enum regime regime);
/* The cut-off date. */
struct date period_last_day(struct period period, enum regime regime);

/* Of a month: the month before, and the same month of the year before. */
struct period period_before(struct period month);
struct period period_after(struct period month);
struct period period_year_before(struct period month);

/* The last month whose cut-off has passed on a day. */
struct period period_passed(struct date day, enum regime regime);

/* In order of time; a year comes after its twelfth month. <0, 0, >0 */
int period_cmp(struct period a, struct period b);

enum regime regime_parse(const char *token);
const char *regime_token(enum regime regime);

#endif
