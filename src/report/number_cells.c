#include "report/number_cells.h"

#include "content/number_words.h"
#include "model/claim.h"
#include "report/grid.h"

enum { POWER_MAX = 12 };

struct claim {
    struct table *table;
    const struct part *part;
    const struct view *view;
    const struct number_row *numbers;
    const struct number_row_cell *of;
    size_t row, column;
    struct claim_operand *operands; /* one for each column of the number row */
    struct arena *arena;
};

const struct number_row *number_cells_read(const struct layout *layout, const struct view *view, struct arena *arena,
                                           struct findings *findings)
{
    if (!layout->number_count)
        return NULL;
    struct number_row *row = arena_alloc(arena, 1, sizeof *row);
    *row = number_row_read(layout->numbers, layout->number_count, arena);
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].fault != NUMBER_ROW_FINE)
            finding_add_about(findings, FINDING_NUMBER_ROW, layout->numbers_place, ABOUT(view->id), row->cells[i].printed,
                              number_fault_words(&row->cells[i], LANGUAGE_VI, arena),
                              number_fault_words(&row->cells[i], LANGUAGE_EN, arena), NULL);
    return row;
}

void number_cells_head(struct table *table, const struct part *part, const struct number_row *numbers)
{
    for (size_t c = 0; c < part->count; c++) {
        const char *printed = numbers->cells[part->leaves[c].number].printed;
        struct cell *cell = table_cell(table, part->head_rows, c);
        cell->face = FACE_ITALIC;
        cell->align = ALIGN_CENTRE;
        cell->joins = part->leaves[c].node->joins && c + 1 < part->count;
        if (*printed)
            cell_put_text(table, part->head_rows, c, printed, FACE_ITALIC, ALIGN_CENTRE);
    }
}

/* ---- what a claim comes to ---- */

/* Where a column of the table stands in this part; the part's count if it does not. */
static size_t place_of(const struct part *part, size_t number)
{
    size_t c = 0;
    while (c < part->count && part->leaves[c].number != number)
        c++;
    return c;
}

/* What a column is printed in; of a report of the office money is in one unit throughout, which needs no name here. */
static struct unit_scale unit_of(const struct claim *claim, size_t column)
{
    const struct leaf *leaf = &claim->part->leaves[column];
    enum fact_kind kind = fact_get(leaf->fact)->kind;
    bool figure = leaf->fact == FACT_ROW_FIGURE || kind == KIND_MONEY;
    const struct view_measure *measure = figure ? view_measure(claim->view, leaf->key.measure) : NULL;
    return measure ? measure->unit : unit_scale_of(kind == KIND_PERCENT ? "%" : NULL, claim->arena);
}

static struct claim_operand operand_of(const struct claim *claim, size_t column)
{
    const struct cell *cell = table_cell(claim->table, claim->row, column);
    struct claim_operand operand = { .unit = unit_of(claim, column) };
    if (cell->kind == CELL_NUMBER) {
        operand.kind = OPERAND_NUMBER;
        operand.printed = cell->value;
    } else if (cell->kind == CELL_EMPTY && !cell->covered) {
        operand.kind = OPERAND_BLANK;
    }
    return operand;
}

/* False if one of the claim's columns stands in another part. */
static bool read_operands(const struct claim *claim)
{
    for (size_t i = 0; i < claim->of->step_count; i++) {
        const struct number_row_step *step = &claim->of->steps[i];
        size_t c = step->code == NUMBER_COLUMN ? place_of(claim->part, step->column) : 0;
        if (c == claim->part->count)
            return false;
        if (step->code == NUMBER_COLUMN)
            claim->operands[step->column] = operand_of(claim, c);
    }
    return true;
}

static bool divides(const struct number_row_cell *cell)
{
    for (size_t i = 0; i < cell->step_count; i++)
        if (cell->steps[i].code == NUMBER_DIVIDE)
            return true;
    return false;
}

/* True if the value, rounded to the decimals that are printed, is what is printed. */
static bool prints_as(struct dec printed, struct number value)
{
    struct dec rounded;
    return value.known && ratio_round(&rounded, value.value, printed.scale) && dec_cmp(rounded, printed) == 0;
}

/* ---- what becomes of it ---- */

/* "({3}/{2})*100" in pieces, with the cells of the row for the columns. */
static void put_formula(const struct claim *claim, struct cell *cell, const char *formula)
{
    size_t count = 0;
    struct formula_piece *pieces = arena_alloc(claim->arena, strlen(formula), sizeof *pieces);
    while (*formula) {
        size_t length = strcspn(formula, "{"), number = 0;
        if (length)
            pieces[count++].text = arena_copy(claim->arena, formula, length);
        formula += length;
        if (!*formula)
            break;
        for (formula++; *formula != '}'; formula++)
            number = number * 10 + (size_t)(*formula - '0');
        formula++;
        pieces[count++].cell = (struct cell_ref){ (unsigned)claim->row, (unsigned)place_of(claim->part, number) };
    }
    cell->formula = pieces;
    cell->formula_count = (uint32_t)count;
}

static int64_t ten_to(int power)
{
    int64_t result = 1;
    for (; power > 0; power--)
        result *= 10;
    return result;
}

/* What a spreadsheet computes with fractions is rounded as print is: it is to show the printed figure, and keep it. */
static const char *formula_of(const struct claim *claim, int shift, unsigned decimals)
{
    struct arena *arena = claim->arena;
    const char **names = arena_alloc(arena, claim->numbers->count, sizeof *names);
    for (size_t i = 0; i < claim->numbers->count; i++)
        names[i] = arena_printf(arena, "{%zu}", i);
    const char *formula = number_row_formula(claim->of, names, arena);
    if (shift)
        formula = arena_printf(arena, "(%s)%c%lld", formula, shift < 0 ? '/' : '*',
                               (long long)ten_to(shift < 0 ? -shift : shift));
    return decimals || divides(claim->of) || shift < 0 ? arena_printf(arena, "ROUND(%s,%u)", formula, decimals) : formula;
}

/* True if the cell of that column is computed from the claim's own, in the row: a claim or a sum across goes no further. */
static bool comes_from_own(const struct claim *claim, size_t column, bool *seen)
{
    const struct cell *cell = table_cell(claim->table, claim->row, column);
    if (column == claim->column || seen[column])
        return column == claim->column;
    seen[column] = true;
    for (size_t i = 0; i < cell->formula_count; i++)
        if (!cell->formula[i].text && comes_from_own(claim, cell->formula[i].cell.column, seen))
            return true;
    for (size_t i = 0; !cell->formula_count && i < cell->term_count; i++)
        if (cell->terms[i].row == claim->row && comes_from_own(claim, cell->terms[i].column, seen))
            return true;
    return false;
}

/* "6 = 7 + 8" summed up and "8 = 6 - 7" claimed: one of them has to be a number. */
static bool goes_round(const struct claim *claim)
{
    bool *seen = arena_alloc(claim->arena, claim->part->count, sizeof *seen);
    for (size_t i = 0; i < claim->of->step_count; i++)
        if (claim->of->steps[i].code == NUMBER_COLUMN &&
            comes_from_own(claim, place_of(claim->part, claim->of->steps[i].column), seen))
            return true;
    return false;
}

/* A figure that the claim does not give stays a constant; where it should, the ledger of its plan has marked it. */
static void settle_cell(const struct claim *claim)
{
    struct cell *cell = table_cell(claim->table, claim->row, claim->column);
    if (cell->kind != CELL_NUMBER || !read_operands(claim))
        return;
    struct unit_scale own = unit_of(claim, claim->column);
    struct claim_result result = claim_compute(claim->of, claim->operands, &own, true, claim->arena);
    bool fits = result.scaled && result.power <= POWER_MAX && result.power >= -POWER_MAX;
    if (result.state == CLAIM_KNOWN && fits && prints_as(cell->value, result.value) && !goes_round(claim))
        put_formula(claim, cell, formula_of(claim, result.power, cell->value.scale));
}

void number_cells_formulas(struct table *table, const struct part *part, const struct view *view,
                           const struct number_row *numbers, struct arena *arena)
{
    struct claim_operand *operands = arena_alloc(arena, numbers->count, sizeof *operands);
    for (size_t c = 0; c < part->count; c++) {
        const struct number_row_cell *of = &numbers->cells[part->leaves[c].number];
        struct claim claim = { table, part, view, numbers, of, 0, c, operands, arena };
        for (claim.row = table->head_rows; of->step_count && claim.row < table->row_count; claim.row++)
            settle_cell(&claim);
    }
}
