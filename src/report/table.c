#include "report/table.h"

#include "base/text.h"

const char *table_basis_on_page(const struct report *report, size_t table)
{
    return report->is_one && table > 0 ? NULL : report->tables[table].basis;
}

mpt table_page_width(const struct table *table)
{
    return (table->landscape ? PAGE_LONG : PAGE_SHORT) - MARGIN_LEFT - MARGIN_RIGHT;
}

size_t report_link_table(const struct report *report, const struct link *link)
{
    size_t index = link ? 0 : report->table_count;
    while (index < report->table_count && link->table != &report->tables[index])
        index++;
    return index;
}

struct cell *table_cell(const struct table *table, size_t row, size_t column)
{
    return &table->rows[row].cells[column];
}

struct cell *table_at(const struct table *table, struct cell_ref ref)
{
    return table_cell(table, ref.row, ref.column);
}

const char *cell_in_print(const struct cell *cell, struct arena *arena)
{
    const char *minus = cell->kind == CELL_NUMBER && cell->value.units < 0 ? strchr(cell->text, '-') : NULL;
    return minus ? arena_printf(arena, "%.*s" MINUS "%s", (int)(minus - cell->text), cell->text, minus + 1) : cell->text;
}

bool table_find_item(const struct table *table, size_t view, size_t item, size_t *row)
{
    size_t first = table->head_rows, end = table->row_count;
    if (table->view != view)
        return false;
    while (first < end) {
        size_t middle = first + (end - first) / 2;
        if (table->rows[middle].item < item)
            first = middle + 1;
        else
            end = middle;
    }
    *row = first;
    return first < table->row_count && table->rows[first].item == item;
}

static bool is_origin(const struct cell_origin *kept, const struct origin *origin)
{
    return kept->view == origin->view && kept->item == origin->of.item && kept->fact == origin->of.fact &&
           figure_key_equal(*kept->key, origin->of.key);
}

bool table_find(const struct table *table, const struct origin *origin, struct cell_ref *found)
{
    size_t row;
    if (!table_find_item(table, origin->view, origin->of.item, &row))
        return false;
    for (size_t column = 0; column < table->column_count; column++) {
        const struct cell *cell = table_cell(table, row, column);
        if (cell->covered || !is_origin(&cell->origin, origin))
            continue;
        *found = (struct cell_ref){ (unsigned)row, (unsigned)column };
        return true;
    }
    return false;
}

bool cell_is_marked_figure(const struct cell *cell)
{
    return cell->marked && cell->kind == CELL_NUMBER && !cell->covered && cell->text && !cell->text[cell->parts.end];
}

bool cell_is_comma_aligned(const struct cell *cell)
{
    return cell->kind == CELL_NUMBER && cell->align == ALIGN_RIGHT && !cell->covered && cell->columns == 1 && cell->text;
}

size_t table_naming_columns(const struct table *table)
{
    enum { NUMBER_CODE_AND_LABEL = 3 };
    return table->key_columns < NUMBER_CODE_AND_LABEL ? table->key_columns : NUMBER_CODE_AND_LABEL;
}

size_t table_label_column(const struct table *table, size_t row)
{
    size_t column = table_naming_columns(table);
    while (table->rows[row].role != ROLE_NOTE && column-- > 0)
        if (table_cell(table, row, column)->kind != CELL_EMPTY)
            return column;
    return table->column_count;
}

bool row_is_total(const struct row *row)
{
    return row->role == ROLE_TOTAL || row->role == ROLE_WORDS;
}

enum glue table_glue(const struct table *table, size_t row)
{
    const struct row *rows = table->rows;
    if (rows[row].role == ROLE_HEAD || rows[row].role == ROLE_GROUP || rows[row].keep_with_next)
        return GLUE_HEADING;
    return row_is_total(&rows[row + 1]) ? GLUE_TOTAL : GLUE_NONE;
}

mpt table_span_width(const struct table *table, size_t column, unsigned columns)
{
    mpt width = 0;
    for (size_t end = column + columns; column < end; column++)
        width += table->columns[column].width;
    return width;
}

mpt table_text_width(const struct table *table, size_t column, const struct cell *cell)
{
    return table_span_width(table, column, cell->columns) - 2 * CELL_PADDING_X - (mpt)cell->indent * CELL_INDENT;
}

bool text_is_final(const char *text)
{
    size_t offset;
    return !text || (utf8_check(text, strlen(text), &offset) == UTF8_OK && !strpbrk(text, "\t\r"));
}
