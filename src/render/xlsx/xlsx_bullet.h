/*
 * A bullet chart of a workbook: bars in an order of their own, with short names, held against a line.
 *
 * A workbook's chart shows cells, and no cell of the table holds its names and its line. So a block of cells stands beside the
 * chart, right of what is printed: names as print has them, values as references to the table, so that the chart follows it. The line is the trend of a series that is the same in every category and has no bars.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_BULLET_H
#define PHULUC_RENDER_XLSX_XLSX_BULLET_H

#include "render/xlsx/xlsx_chart.h"

/*
 * The scale with room behind the last bar for the words at its end: a spreadsheet has none for them outside the axes, and they
 * would run out of the chart.
 */
struct chart_scale xlsx_bullet_scale(const struct chart *chart, const struct xlsx_chart_place *place);

/* Writes the block, and adds the series with their labels. */
void xlsx_bullet(struct book *book, lxw_chart *native, const struct chart *chart, const struct table *table,
                 const struct xlsx_chart_place *place);

#endif
