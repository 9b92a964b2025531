/* One gap that is being made: what it is made from, for the steps of calc/gaps.c. */
#ifndef PHULUC_CALC_GAP_BUILDER_H
#define PHULUC_CALC_GAP_BUILDER_H

#include "calc/gap.h"
#include "calc/gaps_context.h"
#include "model/catalogue.h"
#include "model/plan.h"

struct gap_builder {
    const struct gaps_context *context;
    const struct plan *plan;
    const struct target *target;
    struct results_list list; /* the documents of the plan that count */
    enum accumulation accumulation;
    int years, years_so_far; /* of the period up to the target year, and up to the year asked for; at least 0 */
    struct gap *gap;
    struct arena *arena;
};

/* Some of the context's year is still to come. */
bool gap_is_within_year(const struct gap_builder *builder);

#endif
