#include "draft/read_xlsx.h"

#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"
#include "input/workbook.h"

/*
 * A number of a cell in the way of print, so that it is read like any other: "1924,5". What has three decimals gets a fourth, or
 * its comma could be taken for a sign between thousands.
 */
static const char *printed_number(const struct workbook_cell *cell, struct arena *arena)
{
    char buffer[DEC_TEXT_SIZE];
    char *text = arena_string(arena, dec_format(buffer, cell->number));
    char *point = strchr(text, '.');
    if (point)
        *point = ',';
    return cell->number.scale == 3 ? arena_printf(arena, "%s0", text) : text;
}

static const char *cell_text(const struct workbook_cell *cell, struct arena *arena)
{
    if (!cell)
        return "";
    return cell->kind == WORKBOOK_NUMBER ? printed_number(cell, arena) : cell->text;
}

static bool is_covered(const struct workbook_sheet *sheet, size_t row, size_t column)
{
    for (size_t i = 0; i < sheet->merged_count; i++) {
        const struct workbook_range *range = &sheet->merged[i];
        if (row >= range->row && row <= range->last_row && column >= range->column && column <= range->last_column)
            return row != range->row || column != range->column;
    }
    return false;
}

/* The number of cells in the row of the one at an index. */
static size_t cells_of_row(const struct workbook_sheet *sheet, size_t at)
{
    size_t end = at;
    while (end < sheet->cell_count && sheet->cells[end].row == sheet->cells[at].row)
        end++;
    return end - at;
}

/* The head of a table is the first row that numbers its rows or names their content. */
static size_t first_of_table(const struct workbook_sheet *sheet, struct arena *arena)
{
    size_t several = sheet->cell_count;
    for (size_t at = 0; at < sheet->cell_count;) {
        size_t count = cells_of_row(sheet, at);
        for (size_t i = at; i < at + count && count > 1; i++)
            if (phrase_is("^(stt|tt|số tt|số thứ tự|nội dung|nguồn kinh phí|hạng mục)$", sheet->cells[i].text, arena))
                return at;
        if (count > 2 && several == sheet->cell_count)
            several = at;
        at += count;
    }
    return several;
}

static size_t last_column(const struct workbook_sheet *sheet, size_t from)
{
    size_t last = 0;
    for (size_t i = from; i < sheet->cell_count; i++)
        last = sheet->cells[i].column > last ? sheet->cells[i].column : last;
    return last;
}

static void add_row(struct original *source, struct original_table *table, const struct workbook_sheet *sheet, size_t row,
                    size_t columns)
{
    struct original_row *added = original_row(source, table);
    added->number = (long)row + 1;
    for (size_t column = 0; column <= columns; column++)
        original_cell(source, added, cell_text(workbook_cell(sheet, row, column), source->arena),
                      is_covered(sheet, row, column));
}

/* Rows of one cell below a table are notes and signatures, but for totals in words. */
static bool ends_table(const struct workbook_sheet *sheet, size_t at, size_t count, struct arena *arena)
{
    return count == 1 && !phrase_is("^(tổng|cộng)", sheet->cells[at].text, arena);
}

static bool read_sheet(struct original *source, const struct workbook_sheet *sheet, struct findings *findings)
{
    size_t first = first_of_table(sheet, source->arena), columns = last_column(sheet, first);
    struct original_table *table = NULL;
    if (first < sheet->cell_count && columns >= ORIGINAL_COLUMNS_MAX) {
        finding_add(findings, FINDING_DRAFT_TOO_WIDE, (struct place){ source->path, 0 },
                    arena_printf(findings->arena, "%d", ORIGINAL_COLUMNS_MAX), sheet->name, NULL);
        return false;
    }
    for (size_t at = 0; at < sheet->cell_count;) {
        size_t count = cells_of_row(sheet, at);
        if (at < first || (table && ends_table(sheet, at, count, source->arena))) {
            for (size_t i = at; i < at + count; i++)
                (void)original_paragraph(source, cell_text(&sheet->cells[i], source->arena), (long)sheet->cells[i].row + 1);
        } else {
            if (!table) {
                table = original_table(source, (long)sheet->cells[at].row + 1);
                table->sheet = sheet->name;
                table->spans = true;
            }
            add_row(source, table, sheet, sheet->cells[at].row, columns);
        }
        at += count;
    }
    return true;
}

bool read_xlsx(struct original *source, const struct slurp *file, struct findings *findings)
{
    const struct workbook *workbook = workbook_read(file, source->arena, findings);
    for (size_t i = 0; workbook && i < workbook->sheet_count; i++)
        if (!read_sheet(source, &workbook->sheets[i], findings))
            return false;
    return workbook != NULL;
}
