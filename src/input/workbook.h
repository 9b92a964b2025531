/*
 * A spreadsheet workbook (.xlsx, ECMA-376) that somebody sends: the values of its cells, and nothing else.
 *
 * Formulas are never worked out; a cell that has one says so. A workbook with macros, external links (DDE among them), data
 * connections or embedded files is refused as a whole, whatever its suffix. Numbers are kept as decimals: those of a
 * spreadsheet have 15 digits, and what it writes beyond them (0.1 as 0.10000000000000001) is no part of the number.
 */
#ifndef PHULUC_INPUT_WORKBOOK_H
#define PHULUC_INPUT_WORKBOOK_H

#include "base/dec.h"
#include "input/slurp.h"

enum workbook_kind { WORKBOOK_NUMBER, WORKBOOK_TEXT, WORKBOOK_OTHER }; /* other: true, false, an error, too long a number */

/* How a cell shows its number: one that shows another number than it holds is one that somebody typed otherwise. */
enum workbook_shown {
    WORKBOOK_PLAIN,
    WORKBOOK_PERCENT, /* typed "46,5%", kept as 0.465 */
    WORKBOOK_DATE,    /* typed "12/5", kept as the days since 1900; times too */
    WORKBOOK_SCALED   /* in thousands or millions of what it holds */
};

/* A cell that holds something. Rows and columns count from 0. */
struct workbook_cell {
    size_t row, column;
    enum workbook_kind kind;
    enum workbook_shown shown; /* of a number */
    bool formula;
    const char *text; /* as written, blanks collapsed; of a number too */
    struct dec number;
};

struct workbook_range {
    size_t row, column, last_row, last_column;
};

struct workbook_sheet {
    const char *name, *part;
    struct workbook_cell *cells; /* by rows, then columns */
    size_t cell_count, cell_capacity;
    struct workbook_range *merged;
    size_t merged_count, merged_capacity;
};

struct workbook {
    const char *path;
    struct workbook_sheet *sheets;
    size_t sheet_count, sheet_capacity;
};

/* NULL with a finding if the workbook is refused. */
const struct workbook *workbook_read(const struct slurp *file, struct arena *arena, struct findings *findings);

/* NULL if there is none. */
const struct workbook_sheet *workbook_sheet(const struct workbook *workbook, const char *name);
const struct workbook_cell *workbook_cell(const struct workbook_sheet *sheet, size_t row, size_t column);

/* The number that a spreadsheet writes so, rounded to its 15 digits; false if it is none, or has more than a dec holds. */
bool workbook_number(struct dec *number, const char *text) __attribute__((warn_unused_result));

/* What a number format, "#,##0.00", makes of a number: ECMA-376 part 1, 18.8.31. */
enum workbook_shown workbook_shown(const char *format);

/* "B12" and "B12:C14" as rows and columns; false if it is no such reference. */
bool workbook_reference(const char *text, size_t *row, size_t *column) __attribute__((warn_unused_result));

#endif
