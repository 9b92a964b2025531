/*
 * What an estimate is of: a month to come, the first half of a year, or a year. An estimate of a half or a year is of all of
 * its months, also of those that are over.
 */
#ifndef PHULUC_MODEL_FORECAST_H
#define PHULUC_MODEL_FORECAST_H

#include <stdbool.h>

#include "base/arena.h"
#include "model/period.h"

enum span { SPAN_NONE, SPAN_MONTH, SPAN_HALF, SPAN_YEAR };

/* SPAN_NONE: no estimate, but what was reported. */
struct forecast {
    enum span span;
    struct period last; /* its last month */
};

/* "2024-06", "2024-H1", "2024". */
bool forecast_parse(struct forecast *forecast, const char *text) __attribute__((warn_unused_result));
const char *forecast_text(struct arena *arena, struct forecast forecast);

bool forecast_equal(struct forecast a, struct forecast b);

/* The month after a month; the half and the year that it lies in. */
struct forecast forecast_next(struct period month);
struct forecast forecast_half(struct period month);
struct forecast forecast_year(struct period month);

/* True if some of it lies ahead of the period that a document is of, and it ends no later than the year after. */
bool forecast_is_ahead(struct forecast forecast, struct period period);

#endif
