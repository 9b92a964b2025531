/*
 * One target or indicator through the periods of a year, from what documents say of single ones or up to their ends.
 *
 * A quarter, a half or nine months are what their own document says; without one they are put together from months, quarters or
 * halves, if all of them are there. Where months are missing, a document of a longer period that ends with them stands for them.
 */
#ifndef PHULUC_CALC_MONTH_SERIES_H
#define PHULUC_CALC_MONTH_SERIES_H

#include "calc/actuals.h"
#include "calc/month_line.h"

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

#endif
