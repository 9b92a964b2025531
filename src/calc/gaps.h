/*
 * Gaps: how far each target of a plan is from what was achieved, at the end of a year.
 *
 * For every target of the plan there is one gap, in the plan's order, also where nothing can be computed: every blank has
 * its reason. Nothing reported is never zero: a plan without results has status no-data in every gap.
 *
 * Only a figure of the period judges the period. Where there is none the verdict is no-data, whatever is known of another
 * period; the latest such figure is told beside it. A document of the period that says "not reported" wins over anything
 * older. Once the target's year is over, the figure of that year judges, and none that is later.
 *
 *   actual         what the documents of the period say (calc/actuals.h); of growth the rate of the year itself
 *   gap            actual - target, in the target's own unit, percentage points for %. Never turned round: above the target
 *                  is positive, whether that is good or bad. Range: the distance to the nearer bound, 0 inside.
 *   achievement    in %: actual / target where higher is better, target / actual where lower is. One measure for all targets:
 *                  it ranks, charts and compares. Nothing is capped. Blank where the denominator is not above zero.
 *   baseline       0 for a cumulative count; else the decision's own past result for the target, or for its indicator if no
 *                  other target shares it; else the last final figure before the plan's period; else the first final one in
 *                  it. Growth has none. Its year and origin are told.
 *   progress       in %: (actual - baseline) / (target - baseline). None where the baseline is as good as the target already
 *                  (maintain), where it is the target, and without a baseline. Going backwards is negative.
 *   expected       by the end of the year: the latest milestone that is due; before the first one linear from the baseline to
 *                  it; without milestones linear from the baseline to the target; from the target year on, and where the
 *                  baseline is to be maintained, the target itself. Within a year (month) on the straight way from what was
 *                  expected at its beginning to its end; a flow begins each year at zero. Of growth the target.
 *   needed         a year: (target - actual) / (target year - year); blank from the target year on.
 *   status         exceeded or met once the target is reached; before the target year on-track if the actual is no further
 *                  behind what is expected than the office's tolerance of the way from the baseline to it, and no worse than
 *                  the baseline, else behind; from the target year on missed. A year known only in part is never short.
 *
 * Of a range target the bound that must be reached counts as the target: low where higher is better, high where lower is.
 * "Khoảng" and a bare number are judged as at least or at most, by direction; > and < are not met at equality. A result that
 * is a bound ("hơn 80 %") or a range is judged where all that it may be gives one verdict, else it is not computable.
 *
 * Growth (%/năm) is judged year by year against the rate of the target; before the target's year a year that reaches it is
 * on-track. The mean of the years reported stands beside it, one missing year does not wipe the rest.
 *
 * A target without a year of its own is judged by the last year of the plan; one without direction (neither its own nor the
 * catalogue's) by its comparator, a bare number as higher-is-better; one of things without an indicator counts on from year
 * to year unless it says otherwise. All three are marked.
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
    struct gap *others; /* indicators reported for the year that the plan has no target for: compared, never judged */
    size_t other_count;
    size_t worded;                /* how many state no number: nothing can be reported that meets or misses them */
    size_t numbers[GAP_STATUSES]; /* how many of the others have each status; with those the sum is count */
};

struct gaps gaps_of(const struct plan *plan, const struct gaps_context *context, struct arena *arena);

/* "final", "provisional", "illustrative", "not-reported"; NULL where nothing is known. */
const char *gap_actual_token(const struct gaps *gaps, const struct gap *gap);

#endif
