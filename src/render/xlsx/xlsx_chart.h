/* The charts of a table as charts of its sheet, bound to the cells that the table stands in. */
#ifndef PHULUC_RENDER_XLSX_XLSX_CHART_H
#define PHULUC_RENDER_XLSX_XLSX_CHART_H

#include "render/xlsx/xlsx_book.h"
#include "report/chart.h"

/* Where a chart goes, and the size it is to have there; where the table of its figures is, with each table row's row. */
struct xlsx_chart_place {
    lxw_worksheet *sheet, *cells;
    const unsigned *rows;
    unsigned row;
    unsigned width, height;   /* pixels, as the library counts them */
    struct chart_scale scale; /* of the whole chart where it is a part of one */
};

/* The categories from `first` on of a chart that a page holds: all of it, or parts that are about equal. */
struct chart xlsx_chart_part(const struct chart *chart, size_t first, unsigned room, struct arena *arena);

/* Pixels that a chart is to be high for its bars to be as they are in print, and for the narrowest that can be read. */
unsigned xlsx_chart_height(const struct chart *chart);
unsigned xlsx_chart_least(const struct chart *chart);

/* The grey or the hatching of a series. */
void xlsx_chart_look(lxw_chart_series *series, enum chart_kind kind, size_t index);

void xlsx_add_chart(struct book *book, const struct chart *chart, const struct table *table,
                    const struct xlsx_chart_place *place);

#endif
