/* Which month is asked for, and from what it is made. */
#ifndef PHULUC_CALC_MONTH_REQUEST_H
#define PHULUC_CALC_MONTH_REQUEST_H

#include "calc/gaps.h"

struct month_request {
    const struct plan *const *plans; /* all of the run: baselines are looked for there */
    size_t plan_count;
    const struct results_list *results; /* after results_check() */
    const struct catalogue *catalogue;
    const struct office *office;
    struct date as_of;    /* only documents issued by then; year 0: all */
    struct date since;    /* when last month's report was made; year 0: a month before as_of, else at the month's cut-off */
    struct period period; /* a month */
};

/* The plans, results and month of the context; since as above. */
struct month_request month_request_of(const struct gaps_context *context, struct date since);

/*
 * The gaps of a plan from the documents up to a month that were issued by a day: as judged at its end, or at the end of the
 * year that it lies in.
 */
struct gaps month_gaps(const struct plan *plan, const struct month_request *request, struct period month, struct date as_of,
                       bool at_year_end, struct arena *arena);

#endif
