/* The bars of a category with their values and its name. Private to the charts of this folder. */
#ifndef PHULUC_REPORT_PAGE_CHART_CATEGORY_H
#define PHULUC_REPORT_PAGE_CHART_CATEGORY_H

#include "report/page/chart_bar.h"

enum {
    CHART_TEXT = 10000,
    CHART_VALUE = 9000,
    CHART_SPACE = 5000,   /* around texts */
    CHART_HAIRLINE = 400, /* a line at a value of the axis, and how white it is, in percent */
    CHART_LINE_WHITE = 75,
    CHART_LINE = 1400 /* the line that bars are held against */
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

/* How much of an axis of that length a value takes; the scale is never empty. */
mpt chart_length(const struct painter *painter, int64_t value, mpt whole);

/* Where a value stands on a lying axis. */
mpt chart_x(const struct painter *painter, int64_t value);

const struct cell *chart_value_cell(const struct painter *painter, size_t series, size_t category);
const char *chart_category_text(const struct painter *painter, size_t category);

/* What the widest value needs, with room around it. */
mpt chart_values_width(const struct painter *painter);

/* How wide a lying plot may be for bars, and the words at their ends, to fit into the room. */
mpt chart_plot_width(const struct painter *painter, mpt room);

/* What the name of a category takes, wrapped at that width. */
mpt chart_name_height(const struct painter *painter, size_t category, mpt width);

/* With the room below it. */
mpt chart_category_height(const struct painter *painter, size_t category);

/* Draws it at painter->y, and moves that. */
void chart_category(struct painter *painter, size_t category);

#endif
