/*
 * Disbursement: money of a plan by source of funds, year, group and activity, as planned and as reported.
 *
 *   planned     what the decision states; where it states no sum, what its parts come to
 *   rate        disbursed / (carried in + allocated), in %
 *   of_plan     disbursed / planned, in %
 *
 * A cell is asked for by row, source and year; each may be left out:
 *   row NULL      the whole plan; else the id of a group or an activity
 *   source NULL   all sources; else the id of a source
 *   year 0        from the plan's first year to the year of the report, against what the plan has for its whole period;
 *                 carried in is that of the first year then, because later years carry the same money on
 *
 * Reported amounts are taken as they are reported: for the cell itself, else added up from its sources, else from the groups
 * and activities under it. A year document counts before documents of its months; of months the latest cumulative one and
 * what follows it without a break. A sum that lacks a part that the plan has money for, or that some document speaks of, is
 * incomplete: it is shown, and nothing is reckoned with it. Nothing reported is never zero.
 *
 * A plan that has money for the whole period only has no yearly figures: they are never made by dividing.
 */
#ifndef PHULUC_CALC_DISBURSEMENT_H
#define PHULUC_CALC_DISBURSEMENT_H

#include <stdbool.h>

#include "base/date.h"
#include "calc/disbursement_frame.h"
#include "calc/spending.h"
#include "model/results.h"

struct plan;

/* Everything in it lives as long as the arena, the plan and the results. as_of with year 0 takes all documents. */
struct disbursement disbursement_of(const struct plan *plan, const struct results_list *results, struct date as_of,
                                    int year, struct arena *arena);

/*
 * The same at the end of a month: cumulative from the first day of the regime's year, or of the month alone. A month that is
 * not reported, or cannot be told from the months before it because one of them is missing, has no figures. Money carried in
 * is not of a single month; up to a month it is what was last said of it. In the twelfth month the year document counts.
 */
struct disbursement disbursement_of_month(const struct plan *plan, const struct results_list *results, struct date as_of,
                                          struct period month, bool alone, struct arena *arena);

/*
 * What the documents of a month estimate, as amounts disbursed: of the month after it alone, of the half or the year up to its
 * end. Put together from sources or rows like what is reported, and from another estimate that ends with the same month.
 */
struct disbursement disbursement_estimated(const struct plan *plan, const struct results_list *results, struct date as_of,
                                           struct period month, struct forecast forecast, struct arena *arena);

/* One cell; a row or a source that the plan does not have gives a cell of which nothing is known. */
struct spending spending_at(const struct disbursement *disbursement, const char *row, const char *source, int year);

/* One amount of the year or month that the disbursement is of, as reported. */
struct spent spending_reported(const struct disbursement *disbursement, const char *row, const char *source,
                               enum phase phase, unsigned *reasons);

/* A warning for every amount of which a year, quarter, half or nine months and its parts differ; the longer one counts. */
void disbursement_check(const struct plan *plan, const struct results_list *results, struct findings *findings);

#endif
