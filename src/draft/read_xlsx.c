#include "draft/read_xlsx.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "draft/phrase.h"
#include "input/workbook.h"

/*
 * A number of a cell in the way of print, so that it is read like any other: "1924,5". What has three decimals gets a fourth, or
 * its comma could be taken for a sign between thousands.
 */
static const char *printed(struct dec number, struct arena *arena)
{
    char buffer[DEC_TEXT_SIZE];
    char *text = arena_string(arena, dec_format(buffer, number));
    char *point = strchr(text, '.');
    if (point)
        *point = ',';
    return number.scale == 3 ? arena_printf(arena, "%s0", text) : text;
}

/* "46,5%": what the cell shows of 0.465. */
static const char *printed_percent(struct dec number, struct arena *arena)
{
    struct dec shown;
    if (number.scale >= 2)
        shown = (struct dec){ number.units, number.scale - 2 };
    else if (!dec_mul(&shown, number, dec_of(100)))
        return arena_printf(arena, "%s (phần trăm)", printed(number, arena));
    return arena_printf(arena, "%s%%", printed(shown, arena));
}

/* "12/05/2024"; what is no day since 1970, or has hours, says that it is no number of the text. */
static const char *printed_day(struct dec number, struct arena *arena)
{
    enum { DAYS_TO_1970 = 25569, LAST = 200000 }; /* a spreadsheet counts from 1899-12-30 */
    if (number.scale || number.units < DAYS_TO_1970 || number.units > LAST)
        return arena_printf(arena, "%s (ô hiện ngày, giờ)", printed(number, arena));
    struct date first = { 1970, 1, 1 };
    return date_figures(arena, date_plus(first, (int)(number.units - DAYS_TO_1970)));
}

/* As the cell shows it: what it holds otherwise is nothing that anybody read in print. */
static const char *cell_text(const struct workbook_cell *cell, struct arena *arena)
{
    if (!cell)
        return "";
    if (cell->kind != WORKBOOK_NUMBER)
        return cell->text;
    switch (cell->shown) {
    case WORKBOOK_PERCENT: return printed_percent(cell->number, arena);
    case WORKBOOK_DATE: return printed_day(cell->number, arena);
    case WORKBOOK_SCALED: return arena_printf(arena, "%s (ô hiện nghìn, triệu)", printed(cell->number, arena));
    case WORKBOOK_PLAIN: break;
    }
    return printed(cell->number, arena);
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

/* Cells of a sheet that belong together: those at some indices, of some columns. */
struct area {
    const struct workbook_sheet *sheet;
    size_t from, end;           /* cells */
    size_t column, last_column; /* of the sheet */
};

static size_t row_end(const struct area *area, size_t at)
{
    size_t end = at;
    while (end < area->end && area->sheet->cells[end].row == area->sheet->cells[at].row)
        end++;
    return end;
}

/* The head of a table numbers its rows or names their content. */
static bool is_head(const struct area *area, size_t at, struct arena *arena)
{
    size_t end = row_end(area, at);
    for (size_t i = at; i < end && end - at > 1; i++)
        if (phrase_is("^(stt|tt|số tt|số thứ tự|nội dung|nguồn kinh phí|nguồn vốn|hạng mục)$", area->sheet->cells[i].text,
                      arena))
            return true;
    return false;
}

/* The first row of a table: its head, or on a sheet without heads the first row of several cells. */
static size_t first_of_table(const struct area *area, struct arena *arena)
{
    size_t several = area->end;
    for (size_t at = area->from; at < area->end; at = row_end(area, at)) {
        if (is_head(area, at, arena))
            return at;
        if (row_end(area, at) - at > 2 && several == area->end)
            several = at;
    }
    return several;
}

/* A row of one cell that no row of the table follows at once is a note or a signature, but for totals in words. */
static bool is_note(const struct area *area, size_t at, struct arena *arena)
{
    const struct workbook_cell *cells = area->sheet->cells;
    size_t next = row_end(area, at);
    bool goes_on = next < area->end && cells[next].row == cells[at].row + 1 && row_end(area, next) - next > 1 &&
                   !is_head(area, next, arena);
    return next - at == 1 && !goes_on && !phrase_is("^(tổng|cộng)", cells[at].text, arena);
}

/* Where a table ends: at notes below it, or before the head of the next one. */
static size_t end_of_table(const struct area *area, size_t first, struct arena *arena)
{
    const struct workbook_cell *cells = area->sheet->cells;
    size_t last = cells[first].row;
    for (size_t at = row_end(area, first); at < area->end; at = row_end(area, at)) {
        if (is_note(area, at, arena) || (cells[at].row > last + 1 && is_head(area, at, arena)))
            return at;
        last = cells[at].row;
    }
    return area->end;
}

static void add_paragraphs(struct original *source, const struct area *area, size_t from, size_t end)
{
    for (size_t i = from; i < end; i++)
        (void)original_paragraph(source, cell_text(&area->sheet->cells[i], source->arena),
                                 (long)area->sheet->cells[i].row + 1);
}

/* True if nothing of the area is in the column. */
static bool is_blank(const struct area *area, size_t column)
{
    const struct workbook_cell *cells = area->sheet->cells;
    for (size_t i = area->from; i < area->end; i++)
        if (cells[i].column == column || is_covered(area->sheet, cells[i].row, column))
            return false;
    return true;
}

static void add_row(struct original *source, struct original_table *table, const struct area *area, size_t row)
{
    const struct workbook_sheet *sheet = area->sheet;
    struct original_row *added = original_row(source, table);
    added->number = (long)row + 1;
    for (size_t column = area->column; column <= area->last_column; column++)
        original_cell(source, added, cell_text(workbook_cell(sheet, row, column), source->arena),
                      is_covered(sheet, row, column));
}

static void add_table(struct original *source, const struct area *area)
{
    const struct workbook_cell *cells = area->sheet->cells;
    struct original_table *table = NULL;
    for (size_t at = area->from; at < area->end; at = row_end(area, at)) {
        bool filled = false;
        for (size_t i = at; i < row_end(area, at); i++)
            filled |= cells[i].column >= area->column && cells[i].column <= area->last_column;
        if (!filled)
            continue;
        if (!table) {
            table = original_table(source, (long)cells[at].row + 1);
            table->sheet = area->sheet->name;
            table->first_column = area->column;
            table->spans = true;
        }
        add_row(source, table, area, cells[at].row);
    }
}

/* Tables beside each other are apart where a whole column is blank; one column alone belongs to what is before it. */
static void add_tables(struct original *source, struct area area)
{
    size_t last = area.last_column;
    while (area.column < last && is_blank(&area, area.column))
        area.column++;
    for (size_t column = area.column + 2; column + 2 <= last; column++)
        if (is_blank(&area, column) && !is_blank(&area, column + 1) && !is_blank(&area, column + 2)) {
            area.last_column = column - 1;
            add_table(source, &area);
            area.column = column + 1;
            column += 2;
        }
    area.last_column = last;
    add_table(source, &area);
}

static bool read_sheet(struct original *source, const struct workbook_sheet *sheet, struct findings *findings)
{
    struct arena *arena = source->arena;
    struct area rest = { .sheet = sheet, .end = sheet->cell_count };
    while (rest.from < rest.end) {
        size_t first = first_of_table(&rest, arena);
        add_paragraphs(source, &rest, rest.from, first);
        if (first == rest.end)
            break;
        struct area table = { .sheet = sheet, .from = first, .end = end_of_table(&rest, first, arena) };
        for (size_t i = table.from; i < table.end; i++)
            table.last_column = sheet->cells[i].column > table.last_column ? sheet->cells[i].column : table.last_column;
        if (table.last_column >= ORIGINAL_COLUMNS_MAX) {
            finding_add(findings, FINDING_DRAFT_TOO_WIDE, (struct place){ source->path, 0 },
                        arena_printf(findings->arena, "%d", ORIGINAL_COLUMNS_MAX), sheet->name, NULL);
            return false;
        }
        add_tables(source, table);
        rest.from = table.end;
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
