/*
 * Growth over years: what the yearly rates that are reported come to, in exact ratios.
 *
 * A rate is in % of the year before ("%/năm"). The mean is the compound one: the rate that, in as many years, comes to the
 * product of the years' factors. A year that is not reported takes nothing from the mean of the others.
 */
#ifndef PHULUC_CALC_GROWTH_H
#define PHULUC_CALC_GROWTH_H

#include "calc/actuals.h"

struct growth {
    int years;           /* how many are reported with one figure each */
    struct number mean;  /* of these, in % a year, rounded to NUMBER_DECIMALS; unknown without any */
    struct number index; /* in % of the year before the first; known only if no year of the span lacks a figure */
};

struct growth growth_of(const struct results_list *list, struct actual_key key, int first_year, int last_year);

/* The yearly rate, in %, that in so many years comes to the product; rounded half up to hundredths. Not known without a year. */
struct number growth_mean(struct number product, int years);

/* What a year's own document says, never a month's. */
struct actual growth_of_year(const struct results_list *list, struct actual_key key, int year);

#endif
