/*
 * Totals of a plan by source of funds and year, stated and computed side by side.
 *
 * The computed total of a source is the sum of the amounts of all tables that add up (calc/adding.h). The stated total is
 * what the decision itself prints: in a table of the body, else in the total rows of an annex, else in prose; where several
 * tables add up, in a table that repeats them all, else the sum of what each of them states.
 */
#ifndef PHULUC_CALC_TOTALS_H
#define PHULUC_CALC_TOTALS_H

#include "model/plan.h"

struct total {
    const struct source *source; /* NULL: all sources */
    int year;                    /* 0: the whole period */
    bool has_stated, has_computed;
    int64_t stated, computed; /* đồng */
    bool by_source;           /* of all sources: the amounts of the sources make it up, none is undivided */
    bool stated_by_source;    /* by_source, and the decision states some of them, but not their sum */
    bool unsettled;           /* it is not said whether a table or a row belongs to it: no report takes it for the truth */
    bool undivided;           /* of a year: longer periods hold more of it, of which no share of the year is told */
    enum figure_op stated_op; /* the word before what is stated; of several sums FIGURE_EXACT unless one has a word */
    enum figure_op op;        /* what the words before the amounts make of what is computed */
    bool unknown, lost;       /* an amount is not known; one of them is lost in the copy */
    bool whole;               /* computed, settled, divided, nothing unknown, and what is stated agrees */
    bool complete;            /* whole, and nothing approximate */
};

struct totals {
    const struct plan *plan;
    struct total *items; /* by source as declared, all sources last; years in order, the period last */
    size_t count, capacity;
};

/* The total of a source, by its id (NULL: of all), in a year (0: the period); NULL if there is none. */
const struct total *totals_at(const struct totals *totals, const char *source, int year);

/* False with findings if a sum overflows. */
bool totals_compute(struct totals *totals, const struct plan *plan, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
