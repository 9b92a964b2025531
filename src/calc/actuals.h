/*
 * Actuals: what the documents that count say of one target, put together year by year.
 *
 * A year document counts before documents of its months, also where it says that something is not reported. Of a level
 * (snapshot) the latest month that speaks of it stands for its year; a flow needs the year, its twelfth month cumulative, or
 * all twelve months; growth needs the year itself (calc/growth.h). A cumulative count goes on from year to year.
 */
#ifndef PHULUC_CALC_ACTUALS_H
#define PHULUC_CALC_ACTUALS_H

#include "base/number.h"
#include "model/catalogue.h"
#include "model/results.h"

/* Whose values: a target by its id, else all values of an indicator. */
struct actual_key {
    const char *target, *indicator;
    enum accumulation accumulation;
};

struct actual {
    bool known;              /* false: nothing below holds but missing_year, not_reported and value */
    struct number low, high; /* high is low unless is_range */
    bool is_range;
    enum op op;
    enum value_status status;         /* provisional if any part of it is */
    struct period period;             /* it is of: a year, or that year up to a month only */
    enum basis basis;                 /* of a count: of its own year alone, or from the first year on */
    bool in_words;                    /* reported without a number */
    int missing_year;                 /* a sum lacks this year; 0 if none */
    bool not_reported;                /* the document of the period asked for says so */
    const struct result_value *value; /* the latest that counts, or NULL */
};

/*
 * Of the very period: what its documents say of a level; a flow from the first day of the year on; a count from first_year
 * on. Of a year (month 0) months serve where there is no document of the year, and then actual.period says up to which one;
 * of a month only what is known up to its end. Not known where only an earlier period has a value.
 */
struct actual actual_at(const struct results_list *list, struct actual_key key, int first_year, struct period period);

/* The latest before the period, from first_year on: to be told beside it, never to judge it. */
struct actual actual_before(const struct results_list *list, struct actual_key key, int first_year, struct period period);

/* What the documents of that very month, or of the year itself (month 0), say. */
struct actual actual_of_period(const struct results_list *list, struct actual_key key, struct period period);

/* What the documents of a month estimate; never a part of anything above or below. */
struct actual actual_estimate(const struct results_list *list, struct actual_key key, struct period month,
                              struct forecast forecast);

/* What the year's own documents say; of a cumulative count without the years before it. */
struct actual actual_of_year(const struct results_list *list, struct actual_key key, int year);

#endif
