#include "calc/month_request.h"

struct month_request month_request_of(const struct gaps_context *context, struct date since)
{
    return (struct month_request){ .plans = context->plans,
                                   .plan_count = context->plan_count,
                                   .results = context->results,
                                   .catalogue = context->catalogue,
                                   .office = context->office,
                                   .as_of = context->as_of,
                                   .since = since,
                                   .period = { context->year, context->month, context->months } };
}

struct gaps month_gaps(const struct plan *plan, const struct month_request *request, struct period month, struct date as_of,
                       bool at_year_end, struct arena *arena)
{
    struct results_list until = results_until(request->results, month, arena);
    struct gaps_context context = { .plans = request->plans,
                                    .plan_count = request->plan_count,
                                    .results = &until,
                                    .catalogue = request->catalogue,
                                    .office = request->office,
                                    .as_of = as_of,
                                    .year = month.year,
                                    .month = at_year_end ? 0 : month.month };
    return gaps_of(plan, &context, arena);
}
