/*
 * What must hold before anything reaches libxlsxwriter 1.1.4.
 *
 * The library prints on stderr, loses text, overflows buffers or writes a workbook that Excel has to repair where its
 * own checks end; so names, lengths and numbers are judged here first, and the strings that it stores unexamined
 * (patterns, defined names, footers; formulas: xlsx_formula.h) are made here.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_GUARD_H
#define PHULUC_RENDER_XLSX_XLSX_GUARD_H

#include "report/table.h"

enum {
    XLSX_SHEET_CHARACTERS = 31,
    XLSX_CELL_CHARACTERS = 32767, /* of text and of comments */
    XLSX_FORMULA_BYTES = 8000,
    XLSX_PATTERN_BYTES = 127,
    XLSX_DEFINED_BYTES = 127, /* of a defined name's range, sheet name included */
    XLSX_FOOTER_CHARACTERS = 255,
    XLSX_PROPERTY_CHARACTERS = 255
};

/* Names, lengths and sizes of the whole report; every fault is a finding. */
bool xlsx_guard(const struct report *report, struct place file, struct findings *findings)
    __attribute__((warn_unused_result));

/* False with a finding if a cell of the sheet cannot hold the text. */
bool xlsx_guard_text(const char *text, const char *sheet, struct place place, struct findings *findings)
    __attribute__((warn_unused_result));

/* The value as a spreadsheet keeps it, correctly rounded; false beyond the 15 digits that it keeps. */
bool xlsx_number(double *number, struct dec value) __attribute__((warn_unused_result));

/* What the numbers of a column keep free behind them, so that commas stand under each other. */
struct xlsx_room {
    unsigned decimals; /* the most that a number aligned in it has */
    bool marks;        /* for CELL_MARK */
    bool texts;        /* its texts are set in (xlsx_is_text_column) */
    const struct cell *last; /* the number that was written last, and its pattern; NULL at first */
    const char *last_pattern;
};

/*
 * The pattern of a number cell: its format, what the cell's text shows after the number, else room for decimals; then the mark
 * of a figure that does not hold, or the room for it. The number stays a number to formulas, filters and sums.
 */
const char *xlsx_pattern(struct arena *arena, const struct cell *cell, const struct xlsx_room *column);

/* A sheet's name in references, always quoted: the library leaves "PL1" and "2021" bare, which are no names there. */
const char *xlsx_quoted(struct arena *arena, const char *sheet);

/*
 * The defined name of a table, unique among the tables of the report: of what stands above it, "bang_tong_hop_1", else of its
 * sheet's name. That of a row of totals adds the label of the row, with its group's where two are alike, else its number.
 */
const char *xlsx_name(struct arena *arena, const struct report *report, size_t index);
const char *xlsx_total_name(struct arena *arena, const struct report *report, size_t index, size_t row);

/* Footer with the control line at the left and the page number at the right. */
const char *xlsx_footer(struct arena *arena, const char *line);

/* A text of a cell: what looks like a character by its number ("_x0041_" is "A" in a workbook) stands for itself. */
const char *xlsx_escaped(struct arena *arena, const char *text);

/* At most limit characters of text. */
const char *xlsx_shortened(struct arena *arena, const char *text, size_t limit);

#endif
