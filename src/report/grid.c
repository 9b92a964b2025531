#include "report/grid.h"

void table_make_grid(struct table *table, size_t rows, size_t columns, struct arena *arena)
{
    table->row_count = rows;
    table->column_count = columns;
    table->rows = arena_alloc(arena, rows, sizeof *table->rows);
    table->columns = arena_alloc(arena, columns, sizeof *table->columns);
    for (size_t r = 0; r < rows; r++) {
        table->rows[r].role = r < table->head_rows ? ROLE_HEAD : ROLE_BODY;
        table->rows[r].cells = arena_alloc(arena, columns, sizeof *table->rows[r].cells);
        for (size_t c = 0; c < columns; c++)
            table->rows[r].cells[c] = (struct cell){ .columns = 1, .rows = 1, .origin.view = NO_VIEW };
    }
}

void cell_put_text(struct table *table, size_t row, size_t column, const char *text, enum face face, enum align align)
{
    struct cell *cell = table_cell(table, row, column);
    cell->kind = CELL_TEXT;
    cell->text = text;
    cell->face = face;
    cell->align = align;
}

void cell_put_value(struct cell *cell, const struct value *value, struct arena *arena)
{
    if (value->kind == VALUE_EMPTY)
        return;
    cell->kind = value->kind == VALUE_NUMBER ? CELL_NUMBER : CELL_TEXT;
    cell->value = value->number;
    cell->format = value->format;
    cell->text = value->kind == VALUE_NUMBER ? numfmt_print(arena, value->format, value->number, &cell->parts)
                                             : value->text;
    cell->indent = value->indent;
    cell->marked = value->marked;
    cell->remark = value->remark;
    cell->fact = value->fact;
}

mpt number_width(const struct metrics *metrics, enum face face, mpt font_size, const char *number)
{
    bool negative = number[0] == '-' && number[1];
    mpt sign = negative ? metrics_width(metrics, face, font_size, MINUS, strlen(MINUS)) : 0;
    return sign + metrics_width(metrics, face, font_size, number + negative, strlen(number + negative));
}

mpt number_room(const struct metrics *metrics, mpt font_size, const char *number)
{
    return number_width(metrics, FACE_BOLD, font_size, number) + 2 * CELL_PADDING_X;
}
