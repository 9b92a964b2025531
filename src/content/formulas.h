/*
 * Ratios and differences as formulas for a workbook, over figures that stand in the same row: those of the last item of a list,
 * which has them already. For the makers of views only.
 *
 * One rule for all of them: the value is a formula where the printed figures give it, to its printed decimals. Where one of them
 * is words, or was rounded in print, it stays a number.
 */
#ifndef PHULUC_CONTENT_FORMULAS_H
#define PHULUC_CONTENT_FORMULAS_H

#include "content/items.h"

/* part / whole in %. */
void formula_share(struct value *share, const struct items *list, enum fact_id part, enum fact_id whole);

/* from - less. */
void formula_difference(struct value *difference, const struct items *list, enum fact_id from, enum fact_id less);

/* How much of the way from its start to the goal is done: (now - start) / (goal - start) in %. */
void formula_way(struct value *way, const struct items *list, enum fact_id now, enum fact_id goal, enum fact_id start);

#endif
