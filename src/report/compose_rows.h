/* Fills the grid of one part of a table. Private to compose.c. */
#ifndef PHULUC_REPORT_COMPOSE_ROWS_H
#define PHULUC_REPORT_COMPOSE_ROWS_H

#include "report/columns.h"

/* Which facts of each item have been shown in some part: facts[item][index of the fact in the item]. */
struct shown {
    bool **facts;
};

void compose_head(struct table *table, const struct part *part);

void compose_rows(struct table *table, const struct part *part, const struct view *view, struct shown *shown,
                  struct arena *arena);

/*
 * Spreads each figure that no column of any part shows over the free columns that it sums up: after compose_rows() of all
 * parts, because a row's total may have its column in a later one. Headings without figures take the whole width.
 */
void compose_spreads(struct table *table, const struct part *part, const struct view *view, struct shown *shown,
                     struct arena *arena);

#endif
