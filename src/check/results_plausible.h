/* Figures of results that are possible, and most likely wrong: between the documents of a plan, and between the phases of money. */
#ifndef PHULUC_CHECK_RESULTS_PLAUSIBLE_H
#define PHULUC_CHECK_RESULTS_PLAUSIBLE_H

#include "base/finding.h"
#include "model/catalogue.h"
#include "model/plan.h"
#include "model/results.h"

/*
 * More disbursed than available, parts that come to more than the whole (check/results_parts.h), a cumulative figure that falls from month to month, a month that repeats the one before; an
 * amount 100 times what the plan has for its row and source, or exactly 1,000 or 1,000,000 times larger or smaller. Where the
 * plan has nothing for a row, its largest total stands for it; a plan without amounts has nothing to compare with.
 */
void results_plausible(const struct plan *plan, const struct catalogue *catalogue, const struct results_list *results,
                       struct findings *findings);

/* What a finding about an amount is about; what is stated and computed is not set. */
struct about about_money(const struct results *results, const struct result_money *money, struct arena *arena);

#endif
