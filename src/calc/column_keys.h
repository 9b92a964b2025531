/* The keys of the columns of a plan's table: what stands in each column, for whoever reckons with columns. */
#ifndef PHULUC_CALC_COLUMN_KEYS_H
#define PHULUC_CALC_COLUMN_KEYS_H

#include "model/column_scope.h"
#include "model/plan.h"

/*
 * What the table has to repeat columns over: the years of the plan; quarters, phases and measures that its rows have figures
 * of, in the order of the plan; sources with figures in it.
 */
struct column_scope column_scope_of(const struct plan *plan, const struct plan_table *table, struct arena *arena);

/* The columns that the table has of its own, from left to right; none if it is printed by a layout of templates/layouts. */
struct column_keys column_keys_of_table(const struct plan *plan, const struct plan_table *table, struct arena *arena);

#endif
