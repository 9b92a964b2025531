/*
 * Charts: bars of figures that stand in a table of the report.
 *
 * A chart holds no figure of its own: its categories and values are cells of the table that it belongs to, so that paper,
 * workbook and page cannot show another figure than the table, and a workbook's chart follows its cells. A cell that is no
 * number has no bar; its text stands in the bar's place ("chưa có số liệu"), or "…" where bars stand. They stand for years,
 * which run from left to right; others lie: Vietnamese labels are long.
 *
 * A bullet chart holds its bars against a line, in an order of its own: its short names and what it says at the end of a bar
 * are words made with the table, from the same values.
 *
 * Bars are told apart by grey and hatching, legible in black and white; their values stand beside them.
 */
#ifndef PHULUC_REPORT_CHART_H
#define PHULUC_REPORT_CHART_H

#include "report/table.h"

struct chart_series {
    const char *name;             /* in the legend */
    const struct cell_ref *cells; /* one for each category */
};

struct chart {
    enum chart_kind kind;
    const char *title, *unit; /* unit NULL if the title says it; title NULL of a drawing that has it beside itself */
    const struct cell_ref *categories;
    size_t category_count;
    const struct chart_series *series;
    size_t series_count;
    const char *const *names; /* of each category, shorter than its cell; NULL: the cell says it. Bullet charts only */
    const char *const *ends;  /* what is said at the end of a category's bar; NULL: its value. Bullet charts only */
    struct chart_line line;
};

/* The values on the axis, all at one number of decimals. */
struct chart_scale {
    int64_t low, high, step; /* units of 10^-decimals; low is 0 or below, high above low */
    unsigned decimals;
};

/* What stands for the chart where it is not seen: its message, and that its figures stand in the table. */
const char *chart_alternative(const struct chart *chart, struct arena *arena);

/* What a category is called. */
const char *chart_name(const struct chart *chart, const struct table *table, size_t category);

/* What is wrong with a chart of that table, in words; NULL if it can be drawn. */
const char *chart_fault(const struct chart *chart, const struct table *table);

/* The axis: 0 is on it, it holds every bar and the line, and has at most six steps of 1, 2 or 5 times a power of ten. */
struct chart_scale chart_scale_of(const struct chart *chart, const struct table *table);

/* The value of a series in a category at the scale's decimals; false for a cell without a number. */
bool chart_value(int64_t *value, const struct chart *chart, const struct table *table, const struct chart_scale *scale,
                 size_t series, size_t category);

/* Where the line is, at the scale's decimals. */
int64_t chart_line_value(const struct chart_line *line, const struct chart_scale *scale);

#endif
