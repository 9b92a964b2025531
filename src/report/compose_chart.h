/* Charts of a view as charts of its table. Private to compose.c. */
#ifndef PHULUC_REPORT_COMPOSE_CHART_H
#define PHULUC_REPORT_COMPOSE_CHART_H

#include "content/view.h"
#include "report/table.h"

/*
 * Binds the charts of the view to the cells of this part of its table. A layout decides what a table shows: a series whose
 * column it leaves out is left out, and a chart without labels or without any figure is none.
 */
void compose_charts(struct table *table, const struct view *view, struct arena *arena);

#endif
