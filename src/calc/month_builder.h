/* A month that is being made: what it is made from, for calc/month*.c. */
#ifndef PHULUC_CALC_MONTH_BUILDER_H
#define PHULUC_CALC_MONTH_BUILDER_H

#include "calc/month_line.h"
#include "calc/month_request.h"
#include "model/plan.h"

struct month_builder {
    const struct plan *plan;
    const struct month_request *request;
    struct results_list list; /* what counts on the day asked about, up to the month */
    struct month *out;
    struct arena *arena;
};

struct month_line *month_add(struct month_builder *builder, struct month_line line);

#endif
