/* Totals that are keyed as rows of their own: each amount would be added twice. */
#ifndef PHULUC_CHECK_TOTAL_AS_ROW_H
#define PHULUC_CHECK_TOTAL_AS_ROW_H

#include "base/finding.h"
#include "model/plan.h"

/*
 * A finding for the first and the last of rows beside each other of which every figure is the sum of the others, period by
 * period: of its own source, or of all of them where it has none or that of another line. It is seen by the figures alone;
 * the two rows and two figures that may be so by chance are not enough.
 */
void total_as_row_check(const struct plan_table *table, struct findings *findings);

#endif
