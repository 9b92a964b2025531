/* The charts of a table as charts of its sheet, bound to the cells that the table stands in. */
#ifndef PHULUC_OUTPUT_XLSX_CHART_H
#define PHULUC_OUTPUT_XLSX_CHART_H

#include "output/xlsx_book.h"
#include "report/chart.h"

/* Where a chart goes: its sheet with each table row's row on it, and the size it is to have there. */
struct xlsx_chart_place {
    lxw_worksheet *sheet;
    const unsigned *rows;
    unsigned row;
    unsigned width, height; /* pixels, as the library counts them */
};

/* Pixels that a chart is to be high for its bars to be as they are in print. */
unsigned xlsx_chart_height(const struct chart *chart);

void xlsx_add_chart(struct book *book, const struct chart *chart, const struct table *table,
                    const struct xlsx_chart_place *place);

#endif
