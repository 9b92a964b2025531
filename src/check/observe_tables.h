/*
 * What tables of a plan say beside their sums: the same task in two tables with other amounts, years that a title does not
 * name, a cumulative figure that falls, a unit in the head that is not the column's. Each is a note.
 */
#ifndef PHULUC_CHECK_OBSERVE_TABLES_H
#define PHULUC_CHECK_OBSERVE_TABLES_H

#include "model/plan.h"

void observe_tables(const struct plan *plan, struct findings *findings);

#endif
