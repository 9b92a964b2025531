/*
 * Gaps: how far each target of a plan is from what was achieved, at the end of a year.
 *
 * For every target of the plan there is one gap, in the plan's order, also where nothing can be computed: every blank has
 * its reason. Nothing reported is never zero: a plan without results has status no-data in every gap.
 *
 *   gap            actual - target, in the target's own unit, percentage points for %. Never turned round: above the target
 *                  is positive, whether that is good or bad. Range: the distance to the nearer bound, 0 inside.
 *   achievement    in %: (actual - baseline) / (target - baseline) with a baseline; without one actual / target where higher
 *                  is better, target / actual where lower is. Nothing is capped, going backwards is negative.
 *   baseline       0 for a cumulative count; else the decision's own past result for the indicator; else the last final
 *                  actual before the period. Growth has none.
 *   expected       by the end of the year: the latest milestone that is due; before the first one linear from the baseline to
 *                  it; without milestones linear from the baseline to the target; from the target year on the target itself.
 *                  Within a year (month) on the straight way from what was expected at its beginning to its end.
 *   needed         a year: (target - actual) / (target year - year); blank from the target year on.
 *   status         exceeded or met once the target is reached; before the target year on-track if the actual is no more than
 *                  the office's tolerance short of what is expected, else behind; from the target year on missed.
 *
 * The latest actual that is not after the year counts; its own year is told. Of a range target the bound that must be
 * reached counts as the target: low where higher is better, high where lower is. "Khoảng" and a bare number are judged as at
 * least or at most, by direction; > and < are not met at equality. A result that is itself a bound ("hơn 80 %") is used as
 * the bound and marked; one that is a range is reached if all of it is, missed if none of it is, else not computable.
 *
 * Growth over a period: the product of the yearly factors so far against (1 + g) to the power of as many years, both in % of
 * the base year (100); a missing year gives no value. It is met once the product reaches the power of all years.
 *
 * A target without a year of its own is judged by the last year of the plan; one without direction (neither its own nor the
 * catalogue's) by its comparator, a bare number as higher-is-better. Both are marked.
 */
#ifndef PHULUC_CALC_GAPS_H
#define PHULUC_CALC_GAPS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/date.h"
#include "calc/gap.h"
#include "calc/gaps_context.h"

struct plan;

struct gaps {
    const char *plan, *unit;
    int year;
    bool illustrative;  /* plan or results are invented: every page must say so */
    bool has_results;   /* any document of the plan counts on that day */
    struct date latest; /* when the latest document that counts was issued; year 0 without any */
    struct gap *items;
    size_t count;
    size_t worded;                /* how many state no number: nothing can be reported that meets or misses them */
    size_t numbers[GAP_STATUSES]; /* how many of the others have each status; with those the sum is count */
};

struct gaps gaps_of(const struct plan *plan, const struct gaps_context *context, struct arena *arena);

/* "final", "provisional", "illustrative", "not-reported"; NULL where nothing is known. */
const char *gap_actual_token(const struct gaps *gaps, const struct gap *gap);

#endif
