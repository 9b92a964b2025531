/*
 * Actuals: what the documents that count say of one target, put together year by year.
 *
 * A year document counts before documents of its months. Of a level (snapshot) the latest month stands for its year; a flow
 * needs the year, its twelfth month cumulative, or all twelve months; growth needs the year. A cumulative count goes on from
 * year to year.
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
    bool known;              /* false: nothing below holds but missing_year and not_reported */
    struct number low, high; /* high is low unless is_range */
    bool is_range;
    enum op op;
    enum value_status status; /* provisional if any part of it is */
    int year;
    enum basis basis;                 /* of a count: of its own year alone, or from the first year on */
    bool partial;                     /* of a count: not all months of the year are in it */
    bool in_words;                    /* reported without a number */
    int missing_year;                 /* a sum or a product lacks this year; 0 if none */
    bool not_reported;                /* the document of the year asked for says so */
    const struct result_value *value; /* the latest that counts, or NULL */
};

/*
 * How what is reported of a target goes together: as the catalogue says of its indicator. A count that the catalogue does not
 * know goes on from year to year; it is one if it is a number of things: no rate, rank or growth, and not wanted low.
 */
enum accumulation actual_accumulation(const struct indicator *indicator, const struct measure *measure,
                                      enum direction direction);

/* The latest actual of first_year to year. The list is of one plan: results_as_of(). */
struct actual actual_latest(const struct results_list *list, struct actual_key key, int first_year, int year);

/* The product of the factors of first_year to year in % of the base year; every year is needed. */
struct actual actual_growth(const struct results_list *list, struct actual_key key, int first_year, int year);

/* What the documents of that very month, or of the year itself (month 0), say. */
struct actual actual_of_period(const struct results_list *list, struct actual_key key, struct period period);

/* What the documents of a month estimate; never a part of anything above or below. */
struct actual actual_estimate(const struct results_list *list, struct actual_key key, struct period month,
                              struct forecast forecast);

/* What the year's own documents say; of a cumulative count without the years before it. */
struct actual actual_of_year(const struct results_list *list, struct actual_key key, int year);

#endif
