/* Strokes of a chart: bars with their greys and hatching, lines and texts as marks. Private to the charts of this folder. */
#ifndef PHULUC_REPORT_PAGE_CHART_BAR_H
#define PHULUC_REPORT_PAGE_CHART_BAR_H

#include "report/chart.h"
#include "report/page/mark.h"

/* What is drawn on; tools holds metrics and memory for the functions that draw marks. */
struct canvas {
    struct page *page;
    struct pen tools;
};

/* How the bars of a series look. */
struct look {
    unsigned white; /* percent */
    int hatch;      /* 0 none, 1 rising lines, -1 falling ones */
};

struct look chart_look(enum chart_kind kind, size_t series);

void canvas_fill(const struct canvas *canvas, mpt x, mpt y, mpt width, mpt height, unsigned white);
void canvas_rule(const struct canvas *canvas, mpt x, mpt y, mpt width, mpt height);

/* A bar with its border; one without width is a line. */
void canvas_bar(const struct canvas *canvas, mpt x, mpt y, mpt width, mpt height, struct look look);

/* One line with its left end and its upper edge there. */
void canvas_text(const struct canvas *canvas, enum face face, mpt size, mpt x, mpt y, const char *text);

mpt canvas_text_width(const struct canvas *canvas, enum face face, mpt size, const char *text);

/* Lines as wide as that; returns where they end. */
mpt canvas_flow(const struct canvas *canvas, enum face face, mpt size, enum align align, mpt x, mpt y, mpt width,
                const char *text);

#endif
