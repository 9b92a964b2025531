/*
 * How a sheet prints: paper, scale and where its pages end.
 *
 * A sheet fits the width of its paper: its scale is a whole percentage, 100 at most, at which its columns do, and what a page
 * holds follows from that. Pages are ended here and not left to the spreadsheet, which would cut through charts and
 * signatures. The file states the scale and the breaks: fitted "to one page wide", Excel takes no notice of breaks, while
 * LibreOffice does. A sheet that is hardly longer than a page is fitted to one page and has no breaks; one that is hardly
 * longer than some pages has a scale a little smaller, at which these hold it.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_PRINT_H
#define PHULUC_RENDER_XLSX_XLSX_PRINT_H

#include "render/xlsx/xlsx_rows.h"

/* Where things stand on the sheet. */
struct xlsx_area {
    unsigned head, data, end, last; /* first row of the table head, of the data, after the data; last row used */
};

struct xlsx_print {
    bool landscape, is_tight; /* tight: columns have no more room than they need */
    unsigned width;           /* pixels of all columns */
    unsigned less;            /* percent that the scale is smaller than it could be */
    size_t last_column;
    struct xlsx_area area; /* the table head stands on every page after its own */
    mpt size;              /* of the type */
    const char *footer;
};

/* True for a sheet on landscape paper: as the table asks, or because upright it would be too small to read. */
bool xlsx_is_landscape(bool asked, unsigned width);

/* True for a sheet that would print at less than 90 percent: its columns are to be tight. */
bool xlsx_is_small(const struct xlsx_print *print);

/* Pixels of rows that a page holds below the repeated head. */
unsigned xlsx_page_room(const struct xlsx_rows *rows, const struct xlsx_print *print);

/* Pixels of rows that the page with the last row still holds. */
unsigned xlsx_page_left(const struct xlsx_rows *rows, const struct xlsx_print *print);

void xlsx_set_print(const struct xlsx_rows *rows, const struct xlsx_print *print);

#endif
