/*
 * Results against plans, the catalogue, the office and each other: what no document can be known to be wrong about alone.
 */
#ifndef PHULUC_CHECK_RESULTS_CHECK_H
#define PHULUC_CHECK_RESULTS_CHECK_H

#include "check/results_context.h"

/*
 * Every document that cannot be used is told and dropped from the list; the others get what the plan says of their values:
 * the target of an indicator that only one target has, its indicator, unit and kind.
 *
 * Refused: two documents with one id; an unknown plan, target, source of funds, group or activity; a unit that is not the
 * plan's; a value that means nothing in its unit; two values for one subject; supersedes that names nothing, goes round in
 * a circle or names a document of another plan or period; two documents for one subject and period without that link;
 * illustrative and real documents together (then none is left).
 */
void results_check(struct results_list *list, const struct results_context *context);

#endif
