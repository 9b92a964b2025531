/* The rows of a sheet: how high they are, and how much each wants to stay with the one above it in print. */
#ifndef PHULUC_RENDER_XLSX_XLSX_ROWS_H
#define PHULUC_RENDER_XLSX_XLSX_ROWS_H

#include "render/xlsx/xlsx_book.h"

struct xlsx_row {
    unsigned pixels;
    enum glue glue; /* to the row above */
};

/* From the first row on; a row that nothing was set of has the height that a workbook gives it. */
struct xlsx_rows {
    struct book *book;
    lxw_worksheet *sheet;
    struct xlsx_row *items;
    size_t count, capacity;
};

/* level is that of the row in the sheet's outline. */
void xlsx_set_height(struct xlsx_rows *rows, unsigned row, mpt height, unsigned level);

/* Rows from `first` on and before `end` stay with the rows above them, unless they have a stronger wish. */
void xlsx_keep(struct xlsx_rows *rows, unsigned first, unsigned end, enum glue glue);

enum glue xlsx_glue(const struct xlsx_rows *rows, unsigned row);

/* Height of the rows from `first` on and before `end`. */
unsigned xlsx_rows_pixels(const struct xlsx_rows *rows, unsigned first, unsigned end);

#endif
