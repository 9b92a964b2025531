/* One target or indicator through the months, from what documents say of single months or up to them. Private to calc/month*.c. */
#ifndef PHULUC_CALC_MONTH_SERIES_H
#define PHULUC_CALC_MONTH_SERIES_H

#include "calc/month_parts.h"

struct series {
    const struct results_list *list;
    struct actual_key key;
    int first_year; /* of the plan: where counts begin */
};

/* The month alone, from its own figure or from cumulative ones at its end and its beginning. */
struct month_value series_alone(const struct series *series, struct period month);

/* From the first day of the year; month 0: nothing yet. */
struct month_value series_in_year(const struct series *series, struct period month);

/* Of a count: from the plan's first year; month 0: what it stands at when the year begins. */
struct month_value series_counted(const struct series *series, struct period month);

/* What was said for a period, or why nothing is known. */
struct month_value series_of_actual(const struct series *series, struct actual actual, struct period period);

/* A value with another added to it or, less, taken away; blank because of the month `at` if that one is. */
struct month_value series_combine(struct month_value value, struct month_value part, struct period at, bool less);

/*
 * What the documents of a month say ahead of it: of the month forecast.last alone, of the year up to its end, or of all years
 * of the plan. An estimate of the month, the half or the year that ends there serves, and what is known up to the month.
 */
struct month_value series_ahead_alone(const struct series *series, struct period month, struct forecast forecast);
struct month_value series_ahead_in_year(const struct series *series, struct period month, struct forecast forecast);
struct month_value series_ahead_counted(const struct series *series, struct period month, struct forecast forecast);

#endif
