#include "report/compose_ledger.h"

#include "report/grid.h"

struct ledger_head {
    const char *head;
    int width; /* mm; 0 takes the rest */
    enum align align;
};

static const struct ledger_head HEADS[LEDGER_COLUMNS] = {
    [LEDGER_NO] = { "STT", 12, ALIGN_CENTRE },
    [LEDGER_NAME] = { "Số được đối chiếu", 0, ALIGN_LEFT },
    [LEDGER_RULE] = { "Quy tắc", 50, ALIGN_LEFT },
    [LEDGER_STATED] = { "Số ghi", 30, ALIGN_RIGHT },
    [LEDGER_COMPUTED] = { "Số tính", 30, ALIGN_RIGHT },
    [LEDGER_DIFFERENCE] = { "Chênh lệch", 25, ALIGN_RIGHT },
    [LEDGER_UNIT] = { "Đơn vị", 24, ALIGN_CENTRE },
};

static mpt column_width(const struct table *table, size_t column, const struct metrics *metrics)
{
    mpt width = MM(HEADS[column].width);
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        const struct cell *cell = table_cell(table, r, column);
        mpt room = cell->kind == CELL_NUMBER ? number_room(metrics, table->font_size, cell->text) : 0;
        width = room > width ? room : width;
    }
    return width;
}

/* Nineteen digits are the most that a figure has; three columns of them still leave the names 25 mm. */
static void set_widths(struct table *table, const struct metrics *metrics)
{
    mpt rest = table_page_width(table);
    size_t flexible = 0;
    for (size_t c = 0; c < LEDGER_COLUMNS; c++) {
        table->columns[c].width = column_width(table, c, metrics);
        rest -= table->columns[c].width;
        if (!HEADS[c].width)
            flexible = c;
    }
    table->columns[flexible].width = rest;
}

static void fill_row(struct table *table, size_t index, const struct ledger_row *from, struct arena *arena)
{
    struct row *row = &table->rows[index];
    row->role = from->is_group ? ROLE_GROUP : ROLE_BODY;
    row->level = from->is_group ? 0 : 1;
    row->keep_with_next = from->is_group;
    row->bookmark = from->is_group ? from->cells[LEDGER_NAME].text : NULL;
    for (size_t c = 0; c < LEDGER_COLUMNS; c++) {
        struct cell *cell = &row->cells[c];
        cell->face = from->is_group ? FACE_BOLD : FACE_REGULAR;
        cell->align = from->cells[c].kind == VALUE_TEXT && HEADS[c].align == ALIGN_RIGHT ? ALIGN_LEFT : HEADS[c].align;
        cell_put_value(cell, &from->cells[c], arena);
    }
}

void compose_ledger(struct table *table, const struct ledger_view *view, const struct metrics *metrics,
                    struct arena *arena)
{
    table->landscape = true;
    table->font_size = 11 * MPT_PER_PT;
    table->head_rows = 1;
    table->key_columns = 2;
    table_make_grid(table, 1 + view->count, LEDGER_COLUMNS, arena);
    for (size_t c = 0; c < LEDGER_COLUMNS; c++)
        cell_put_text(table, 0, c, HEADS[c].head, FACE_BOLD, ALIGN_CENTRE);
    for (size_t r = 0; r < view->count; r++)
        fill_row(table, r + 1, &view->rows[r], arena);
    set_widths(table, metrics);
}
