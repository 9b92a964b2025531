/*
 * Money of a year as the results that count report it: phases by source, group or activity.
 *
 * The document of the year counts; without one what the documents of its months come to: the latest cumulative figure, or
 * the sum of all months up to the latest. What is not reported has no figure; a sum over it has none either.
 */
#ifndef PHULUC_CALC_YEAR_MONEY_H
#define PHULUC_CALC_YEAR_MONEY_H

#include "model/results.h"

struct plan;

struct year_amount {
    bool reported;
    int64_t dong;
    bool provisional;
    int month; /* the latest month that it holds; 0: the whole year */
};

struct year_money {
    struct year_amount phases[PHASES];
    struct year_amount available; /* carried in and allocated */
};

/* source and of as in struct result_money: NULL is all sources, the whole plan. */
struct year_money year_money_of(const struct plan *plan, const struct results_list *list, const char *source,
                                const char *of, int year);

#endif
