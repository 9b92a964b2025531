/* A chart as marks: everything is whole millipoints, from the same figures that the table prints. */
#ifndef PHULUC_REPORT_PAGE_CHART_DRAW_H
#define PHULUC_REPORT_PAGE_CHART_DRAW_H

#include "report/chart.h"
#include "report/page/mark.h"

/* A part of a chart, drawn: marks relative to its upper left corner. */
struct drawing {
    struct page page; /* its width and height are those of the drawing */
    size_t next;      /* the category that the next part begins with */
};

/*
 * Draws the categories from `first` on that fit into the room, at least one, with title, axis and legend. They stand closer
 * to each other, and columns are lower, where all of them fit only so; a chart taller than that goes on with "(tiếp theo)".
 */
struct drawing chart_draw(const struct chart *chart, const struct table *table, size_t first, mpt width, mpt room,
                          const struct metrics *metrics, struct arena *arena);

/* What all of a chart needs when it is drawn as close as it may be: the room under which it is not begun. */
mpt chart_least_height(const struct chart *chart, const struct table *table, mpt width, const struct metrics *metrics,
                       struct arena *arena);

#endif
