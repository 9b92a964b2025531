#include "report/number_cells.h"

#include "content/number_words.h"
#include "report/grid.h"

enum { STACK = 256, PERCENT = -2, POWER_MAX = 12 };

struct claim {
    struct table *table;
    const struct part *part;
    const struct view *view;
    const struct number_row *numbers;
    const struct number_row_cell *of;
    size_t row, column;
    bool sums; /* it only adds: what is blank adds nothing */
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

static struct number value_of(const void *context, size_t number)
{
    const struct claim *claim = context;
    const struct cell *cell = table_cell(claim->table, claim->row, place_of(claim->part, number));
    if (cell->kind == CELL_NUMBER)
        return number_of(cell->value);
    bool nothing = claim->sums && cell->kind == CELL_EMPTY && !cell->covered;
    return nothing ? number_whole(0) : (struct number){ .known = false };
}

/* The power of ten of a column's unit; a percent is a hundredth. */
static int power_of(const struct claim *claim, size_t column)
{
    const struct leaf *leaf = &claim->part->leaves[column];
    bool figure = leaf->fact == FACT_ROW_FIGURE || fact_get(leaf->fact)->kind == KIND_MONEY;
    const struct view_measure *measure = figure ? view_measure(claim->view, leaf->key.measure) : NULL;
    if (!measure)
        return 0;
    return measure->power;
}

static bool has_constant(const struct number_row_cell *cell)
{
    for (size_t i = 0; i < cell->step_count; i++)
        if (cell->steps[i].code == NUMBER_CONSTANT)
            return true;
    return false;
}

/* The power of ten that the claim comes to, operation by operation; false if it adds what has different units. */
static bool claimed_power(const struct claim *claim, int *power)
{
    int stack[STACK] = { 0 };
    size_t depth = 0;
    for (size_t i = 0; i < claim->of->step_count; i++) {
        const struct number_row_step *step = &claim->of->steps[i];
        if (step->code == NUMBER_COLUMN || step->code == NUMBER_CONSTANT) {
            if (depth == STACK)
                return false;
            stack[depth++] = step->code == NUMBER_COLUMN ? power_of(claim, place_of(claim->part, step->column)) : 0;
            continue;
        }
        int last = stack[--depth], *first = &stack[depth - 1];
        if (step->code == NUMBER_MULTIPLY)
            *first += last;
        else if (step->code == NUMBER_DIVIDE)
            *first -= last;
        else if (*first != last)
            return false;
    }
    *power = stack[0];
    return true;
}

/* How many times ten the claim is to be multiplied by to be in the unit of its column. A claim with "100" in it says so. */
static bool unit_shift(const struct claim *claim, int *shift)
{
    int own = power_of(claim, claim->column), claimed;
    *shift = 0;
    if (!claimed_power(claim, &claimed))
        return false;
    *shift = claimed - own;
    if (own == PERCENT && has_constant(claim->of))
        *shift = 0;
    return *shift <= POWER_MAX && *shift >= -POWER_MAX;
}

static int64_t ten_to(int power)
{
    int64_t result = 1;
    for (; power > 0; power--)
        result *= 10;
    return result;
}

static struct number computed(const struct claim *claim, int shift)
{
    struct number value = number_row_compute(claim->of, value_of, claim);
    struct number times = number_whole(ten_to(shift < 0 ? -shift : shift));
    return shift < 0 ? number_div(value, times) : number_mul(value, times);
}

/* True if print, with its decimals, shows the value. */
static bool prints_as(struct dec printed, struct number value)
{
    if (printed.scale > POWER_MAX)
        return false;
    struct number off = number_abs(number_sub(value, number_of(printed)));
    struct number halves = number_mul(off, number_whole(2 * ten_to((int)printed.scale)));
    return halves.known && number_cmp(halves, number_whole(1)) <= 0;
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
    cell->formula_count = count;
}

static const char *formula_of(const struct claim *claim, int shift)
{
    struct arena *arena = claim->arena;
    const char **names = arena_alloc(arena, claim->numbers->count, sizeof *names);
    for (size_t i = 0; i < claim->numbers->count; i++)
        names[i] = arena_printf(arena, "{%zu}", i);
    const char *formula = number_row_formula(claim->of, names, arena);
    if (!shift)
        return formula;
    return arena_printf(arena, "(%s)%c%lld", formula, shift < 0 ? '/' : '*', (long long)ten_to(shift < 0 ? -shift : shift));
}

/* True if all columns of the claim stand in this part, and one of them is not blank in the row. */
static bool applies(const struct claim *claim)
{
    bool any = false;
    for (size_t i = 0; i < claim->of->step_count; i++) {
        if (claim->of->steps[i].code != NUMBER_COLUMN)
            continue;
        size_t c = place_of(claim->part, claim->of->steps[i].column);
        if (c == claim->part->count)
            return false;
        any = any || table_cell(claim->table, claim->row, c)->kind != CELL_EMPTY;
    }
    return any;
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
static void settle_cell(struct claim *claim)
{
    struct cell *cell = table_cell(claim->table, claim->row, claim->column);
    int shift;
    if (cell->kind != CELL_NUMBER || !applies(claim) || !unit_shift(claim, &shift))
        return;
    struct number value = computed(claim, shift);
    if (value.known && prints_as(cell->value, value) && !goes_round(claim))
        put_formula(claim, cell, formula_of(claim, shift));
}

static bool only_adds(const struct number_row_cell *cell)
{
    for (size_t i = 0; i < cell->step_count; i++)
        if (cell->steps[i].code == NUMBER_MULTIPLY || cell->steps[i].code == NUMBER_DIVIDE)
            return false;
    return true;
}

void number_cells_formulas(struct table *table, const struct part *part, const struct view *view,
                           const struct number_row *numbers, struct arena *arena)
{
    for (size_t c = 0; c < part->count; c++) {
        const struct number_row_cell *of = &numbers->cells[part->leaves[c].number];
        struct claim claim = { table, part, view, numbers, of, 0, c, only_adds(of), arena };
        for (claim.row = table->head_rows; of->step_count && claim.row < table->row_count; claim.row++)
            settle_cell(&claim);
    }
}
