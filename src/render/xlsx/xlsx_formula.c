#include "render/xlsx/xlsx_formula.h"

#include "base/text.h"
#include "render/xlsx/xlsx_guard.h"

static bool is_number(const struct table *table, struct cell_ref ref)
{
    double number;
    const struct cell *cell = table_at(table, ref);
    return cell->kind == CELL_EMPTY || (cell->kind == CELL_NUMBER && xlsx_number(&number, cell->value));
}

/* How many terms from the first on lie next to one another, one step apart. */
static size_t run_length(const struct cell_ref *terms, size_t count, unsigned rows, unsigned columns)
{
    size_t length = 1;
    while (length < count && terms[length].row == terms[length - 1].row + rows &&
           terms[length].column == terms[length - 1].column + columns)
        length++;
    return length;
}

static void add_cell(struct text *out, const struct xlsx_sheet *sheet, struct cell_ref ref)
{
    char name[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(name, sheet->rows[ref.row], (lxw_col_t)ref.column);
    text_add(out, name);
}

/* The sheet that a piece of a formula is on; NULL if it is in another file. */
static const struct xlsx_sheet *sheet_of(const struct xlsx_sheet *own, const struct formula_piece *piece)
{
    if (!piece->table)
        return own;
    size_t index = report_link_table(own->report, &(struct link){ piece->table, piece->cell });
    return index < own->report->table_count ? &own->all[index] : NULL;
}

/* "C5", or "'Biểu 3. Chỉ tiêu'!C5"; false if the cell is written as text, or is not in the workbook. */
static bool add_piece(struct text *out, const struct xlsx_sheet *own, const struct formula_piece *piece)
{
    const struct xlsx_sheet *sheet = sheet_of(own, piece);
    if (!sheet || !is_number(sheet->table, piece->cell))
        return false;
    if (sheet != own)
        text_addf(out, "%s!", xlsx_quoted(out->arena, sheet->table->sheet));
    add_cell(out, sheet, piece->cell);
    return true;
}

/* The formula that the number row of the table or its view gives; NULL if a cell of it is written as text. */
static const char *claimed_formula(const struct xlsx_sheet *sheet, const struct cell *cell)
{
    struct text out = text_in(sheet->book->arena);
    text_add(&out, "=");
    for (size_t i = 0; i < cell->formula_count; i++) {
        const struct formula_piece *piece = &cell->formula[i];
        if (piece->text)
            text_add(&out, piece->text);
        else if (!add_piece(&out, sheet, piece))
            return NULL;
    }
    return out.length <= XLSX_FORMULA_BYTES ? text_str(&out) : NULL;
}

const char *xlsx_formula(const struct xlsx_sheet *sheet, const struct cell *cell)
{
    const char *claimed = cell->formula_count ? claimed_formula(sheet, cell) : NULL;
    if (claimed)
        return claimed;
    struct text out = text_in(sheet->book->arena);
    for (size_t i = 0; i < cell->term_count; i++)
        if (!is_number(sheet->table, cell->terms[i]))
            return NULL; /* written as text, and adding text is an error or a silent zero */
    for (size_t i = 0, length; i < cell->term_count; i += length) {
        const struct cell_ref *terms = cell->terms + i;
        size_t down = run_length(terms, cell->term_count - i, 1, 0);
        size_t across = run_length(terms, cell->term_count - i, 0, 1);
        length = down > across ? down : across;
        text_add(&out, !i ? "=" : "+");
        if (length > 1)
            text_add(&out, "SUM(");
        add_cell(&out, sheet, terms[0]);
        if (length > 1) {
            text_add(&out, ":");
            add_cell(&out, sheet, terms[length - 1]);
            text_add(&out, ")");
        }
    }
    return out.length && out.length <= XLSX_FORMULA_BYTES ? text_str(&out) : NULL;
}
