/*
 * A month of a plan: every target, source of funds, group and activity in that month alone, from the beginning of the year,
 * against the year's plan, the month before and the same month of the year before.
 *
 *   month        the month alone; of a level (a share, a rank) the level at its end
 *   cumulative   from the first day of the regime's year; a level has none
 *   to_date      of a count that goes on over the years: from the plan's first year; else as month or cumulative
 *   planned      money: what the plan has for the year; targets: what is expected by the end of the year (calc/gaps.h)
 *   change_…     the difference, in the figure's own unit, percentage points for %
 *   percent_…    the one in % of the other; blank for figures that are in % themselves
 *
 * Documents say figures of the month or cumulative ones; the one is worked out from the other only where no month between is
 * missing. A month without a document is missing, never zero, and every blank has its reason. In the twelfth month the year
 * document counts. A document that supersedes another counts from its day of issue on.
 *
 * An outlook goes beyond the month, in the columns of the forms of May, October and December:
 *
 *   next, half, year       what the month's own documents estimate: of the month after it, of the first half of the year, of
 *                          the year; worked out from one another like figures that are reported. Never part of any of them
 *   half_to_date,          of a count the same from the plan's first year, which is what the plan is for
 *   year_to_date
 *   same_half, last_year   what was reported of the half and of the whole of the year before
 *   next_planned           what the plan itself states for the year after: money of that year; a target of that year, or a
 *                          milestone; nothing is worked out
 */
#ifndef PHULUC_CALC_MONTH_H
#define PHULUC_CALC_MONTH_H

#include "calc/month_line.h"
#include "calc/month_request.h"

struct month month_of(const struct plan *plan, const struct month_request *request, struct arena *arena);

#endif
