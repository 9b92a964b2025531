/* One table on its sheet: what the files that write it share. */
#ifndef PHULUC_RENDER_XLSX_XLSX_SHEET_H
#define PHULUC_RENDER_XLSX_XLSX_SHEET_H

#include "render/xlsx/xlsx_page.h"
#include "render/xlsx/xlsx_print.h"
#include "report/wrap.h"

enum { XLSX_OPENING_GAP_ROWS = 1 };

/* A sheet that a chart of a table has for itself. */
struct xlsx_chart_sheet {
    const char *name, *holds;
};

struct xlsx_chart_sheets {
    struct xlsx_chart_sheet *items;
    size_t count, capacity;
};

struct xlsx_sheet {
    struct book *book;
    const struct report *report;
    size_t index;
    const struct table *table; /* of the report, its columns as wide as the sheet needs them */
    const struct metrics *metrics;
    lxw_worksheet *sheet;
    struct xlsx_rows heights; /* of the sheet's rows */
    bool is_tight;            /* the columns have no more room than they need */
    bool is_parted;           /* the last column of the report's table is two of the sheet */
    unsigned width, drawn;    /* pixels of all columns: on the sheet, and as the library counts them */
    unsigned next;            /* first row not used yet */
    struct xlsx_room *rooms;  /* of each column */
    unsigned *rows, *lines;   /* of each table row: its first row on the sheet, and how many it takes */
    struct xlsx_area area;
    unsigned said_row, said_pixels; /* the row, from 1, of the last comment, and how far down comments on it reach */
    struct xlsx_chart_sheets *chart_sheets; /* of the table; known when that is written */
    const char *const *leads;     /* of the contents, by table row: the sheet of a chart that it leads to, or NULL */
    const struct xlsx_sheet *all; /* of the workbook, by index in the report: where links lead */
};

/* ---- xlsx_sheet.c ---- */

/* The sheets of a report with the places of all their rows, before anything is written: links lead forwards too. */
const struct xlsx_sheet *xlsx_place_sheets(struct book *book, const struct report *report, const struct metrics *metrics);

/* The sheet of contents with a row for each sheet of a chart, behind that of its table: once all other sheets are written. */
const struct xlsx_sheet *xlsx_place_contents(const struct xlsx_sheet *contents);

/* True for a text over several columns of the data: without merging nothing else wraps it, so it is broken here, a line a row. */
bool xlsx_is_spread(const struct cell *cell);

/*
 * True for such a text if it is the heading of a group and takes more than one line: its cells are merged, for a heading in
 * two rows would be found and copied in halves. It stands beside no figure that anybody sorts. True, too, for one in a column
 * that is two of the sheet.
 */
bool xlsx_is_merged(const struct xlsx_sheet *s, size_t row, size_t column);

const struct line *xlsx_spread_lines(const struct xlsx_sheet *s, size_t column, const struct cell *cell, size_t *count);

/* ---- xlsx_grid.c ---- */

/* Writes the table's rows where they were placed. */
void xlsx_add_grid(struct xlsx_sheet *s);

#endif
