/* The bars of a category with their values and its name. Private to chart_draw.c. */
#ifndef PHULUC_REPORT_PAGE_CHART_CATEGORY_H
#define PHULUC_REPORT_PAGE_CHART_CATEGORY_H

#include "report/page/chart_bar.h"

enum {
    CHART_TEXT = 10000,
    CHART_VALUE = 9000,
    CHART_SPACE = 5000 /* around texts */
};

/* How close to each other things stand. */
struct spacing {
    mpt between;   /* categories */
    mpt band, bar; /* height of the wide bar and of the narrow one on it */
};

/* A chart being drawn: y is how far it got. */
struct painter {
    const struct chart *chart;
    const struct table *table;
    struct canvas canvas;
    struct chart_scale scale;
    struct spacing spacing;
    mpt label_width, plot_x, plot_width;
    mpt y;
};

/* Where a value stands; the scale is never empty. */
mpt chart_x(const struct painter *painter, int64_t value);

const struct cell *chart_value_cell(const struct painter *painter, size_t series, size_t category);
const char *chart_category_text(const struct painter *painter, size_t category);

/* With the room below it. */
mpt chart_category_height(const struct painter *painter, size_t category);

/* Draws it at painter->y, and moves that. */
void chart_category(struct painter *painter, size_t category);

#endif
