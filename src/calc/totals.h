/*
 * Totals of a plan by source of funds and year, stated and computed side by side.
 *
 * The computed total of a source is the sum of the leaf cells of the most detailed table that holds it: annex before
 * summary, never both. The stated total is what the decision itself prints: in a table of the body, else in the total rows
 * of an annex, else in prose.
 */
#ifndef PHULUC_CALC_TOTALS_H
#define PHULUC_CALC_TOTALS_H

#include "model/plan.h"

struct total {
    const struct source *source; /* NULL: all sources */
    int year;                    /* 0: the whole period */
    bool has_stated, has_computed;
    int64_t stated, computed;    /* đồng */
    bool complete;               /* computed, nothing lost, and equal to what is stated */
};

struct totals {
    const struct plan *plan;
    struct total *items; /* by source as declared, all sources last; years in order, the period last */
    size_t count, capacity;
};

/* False with findings if a sum overflows. */
bool totals_compute(struct totals *totals, const struct plan *plan, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
