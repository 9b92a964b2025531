/* Building blocks for composing tables. Private to report/compose*.c and report/columns.c. */
#ifndef PHULUC_REPORT_GRID_H
#define PHULUC_REPORT_GRID_H

#include "content/value.h"
#include "report/metrics.h"
#include "report/table.h"

/* Allocates rows and columns of empty single cells; table->head_rows says how many rows are the head. */
void table_make_grid(struct table *table, size_t rows, size_t columns, struct arena *arena);

void cell_put_text(struct table *table, size_t row, size_t column, const char *text, enum face face, enum align align);

/* Face and alignment of the cell stay as they are. */
void cell_put_value(struct cell *cell, const struct value *value, struct arena *arena);

/* Of a number on a page, where a negative one has a minus sign. */
mpt number_width(const struct metrics *metrics, enum face face, mpt font_size, const char *number);

/* How wide a column must be for that number, bold or not: text can be broken into lines, a number cannot. */
mpt number_room(const struct metrics *metrics, mpt font_size, const char *number);

#endif
