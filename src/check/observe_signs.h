/*
 * Amounts below nothing: a plan sets money aside, so that such an amount is most often a slip, or a decrease that was keyed as an
 * amount. The decrease of an amendment is a change (figure_change), and a measure of the table's own may hold differences.
 */
#ifndef PHULUC_CHECK_OBSERVE_SIGNS_H
#define PHULUC_CHECK_OBSERVE_SIGNS_H

#include "model/plan.h"

void observe_signs(const struct plan *plan, const struct plan_table *table, struct findings *findings);

#endif
