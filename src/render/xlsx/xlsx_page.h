/*
 * Measures of a sheet: widths and heights in the pixels that a spreadsheet counts in.
 *
 * Excel draws text on screen a little wider and its lines further apart than paper has them, and it never makes a
 * merged or an explicitly sized row higher; so both get some room beyond what the fonts ask for.
 */
#ifndef PHULUC_RENDER_XLSX_XLSX_PAGE_H
#define PHULUC_RENDER_XLSX_XLSX_PAGE_H

#include "render/xlsx/xlsx_book.h"

/* What a step of indent takes on a sheet: three blanks of its default font, Times New Roman 12. */
#define XLSX_INDENT ((mpt)9000)

/* True for a column of texts set at the left: they are set in by a step, for a sheet has no padding beside a border. */
bool xlsx_is_text_column(const struct table *table, size_t column);

/*
 * Pixels (96 to the inch) of a column: at least what print has, wide enough that no number shows as "####", that no text
 * is cut off because a row can be 409 points high and no higher, and that links are not cut off where a little does it. It
 * has a little more for texts, which screens draw wider; if it is to be tight, only where one would need more lines.
 */
unsigned xlsx_column_pixels(const struct table *table, size_t column, bool tight, const struct metrics *metrics,
                            struct arena *arena);

/* What worksheet_set_column_pixels() must be told for a column of that many pixels. */
unsigned xlsx_library_pixels(unsigned wanted);

/* Height of a row as table_measure() set it, with the line spacing of spreadsheets. */
mpt xlsx_row_height(const struct table *table, size_t row);

/* Height of a text wrapped to a width. */
mpt xlsx_text_height(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                     struct arena *arena);

/*
 * A centred text in the lines that it has in print: a spreadsheet would leave its last word alone on a line. They leave a little
 * of the width free, since other faces than the one measured are wider.
 */
const char *xlsx_broken(const struct metrics *metrics, enum face face, mpt size, mpt width, const char *text,
                        struct arena *arena);

/* Pixels of a row; no more than a sheet allows. */
unsigned xlsx_row_pixels(mpt height);

/* A length as pixels of a column. */
unsigned xlsx_length_pixels(mpt length);

#endif
