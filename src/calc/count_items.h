/* How many things are listed that a count in a decision's words or titles counts: "16 mục tiêu", "05 đề án". */
#ifndef PHULUC_CALC_COUNT_ITEMS_H
#define PHULUC_CALC_COUNT_ITEMS_H

#include "model/plan.h"

/*
 * Of all that the count names in `items`: of a table or a row its rows (struct count, each_last), of the targets each one, of
 * a single target 1. Totals, parts ("trong đó"), rows of one source of funds and the rows of a second split are not counted, nor
 * is a target that goes on with the sentence of another or is a part of one.
 */
size_t count_items(const struct plan *plan, const struct count *count);

#endif
