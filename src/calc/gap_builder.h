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
    struct gap *gap;
    struct arena *arena;
};

/* The year asked for is not over, nor is the target's year. */
bool gap_is_within_year(const struct gap_builder *builder);

/* The target is to be reached after the end of the period that is judged. */
bool gap_is_ahead(const struct gap_builder *builder);

#endif
