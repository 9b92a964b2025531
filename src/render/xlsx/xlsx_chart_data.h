/*
 * What a workbook's chart says of its cells until somebody recalculates it, and beside its bars. The library's own copies hold
 * 0 for text, for blank cells and for formulas, and nothing at all for cells that are no block: a figure that was not reported
 * would be drawn as 0. Here a cell without a number has no bar, and its text stands in the bar's place.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_CHART_DATA_H
#define PHULUC_RENDER_XLSX_XLSX_CHART_DATA_H

#include "render/xlsx/xlsx_chart.h"

enum { XLSX_LABEL_SIZE = 9, XLSX_NAME_SIZE = 10 }; /* pt: values and words at bars, names on the axis where there is room */

lxw_chart_font xlsx_chart_font(bool bold, int size);

/* '$B$5', or, of cells that are no block in one column, a list that Excel takes as one range. */
const char *xlsx_chart_range(struct book *book, const struct xlsx_chart_place *place, const struct cell_ref *cells,
                             size_t count);

/* Names and values of a series, as its cells hold them. */
void xlsx_chart_cache(struct book *book, lxw_chart_series *series, const struct chart *chart, size_t index,
                      const struct table *table);

/* The same of the series that the chart's line is the trend of. */
void xlsx_chart_line_cache(struct book *book, lxw_chart_series *series, const struct chart *chart,
                           const struct table *table);

/* What spreadsheets show as labels until they have looked at their cells. */
void xlsx_chart_label_words(struct book *book, lxw_chart_series *series, const char *const *words, size_t count);

/* The label of each bar is its cell, in the cell's own format. */
void xlsx_chart_labels(struct book *book, lxw_chart_series *series, const struct chart *chart, size_t index,
                       const struct table *table, const struct xlsx_chart_place *place);

#endif
