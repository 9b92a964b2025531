#include "draft/table_proof.h"

#include <string.h>

#include "base/dec.h"

static size_t index_of(const struct proof *proof, size_t row, size_t column)
{
    return row * proof->grid->column_count + column;
}

const struct digits *proof_number(const struct proof *proof, size_t row, size_t column)
{
    return &proof->numbers[index_of(proof, row, column)];
}

bool proof_sure(const struct proof *proof, size_t row, size_t column)
{
    const struct digits *number = proof_number(proof, row, column);
    return !number->unclear && (!number->grouped || proof->proved[index_of(proof, row, column)]);
}

/* A sum being checked: its terms, and what it should be. */
struct sum {
    struct dec total;
    bool fits, discerning; /* nothing overflowed; a number is in it that has no dot */
    size_t terms;
};

static void add_term(const struct proof *proof, struct sum *sum, size_t row, size_t column)
{
    const struct digits *number = proof_number(proof, row, column);
    struct dec value;
    if (!number->value)
        return;
    sum->fits = sum->fits && dec_parse(&value, number->value) && dec_add(&sum->total, sum->total, value);
    sum->discerning |= proof_sure(proof, row, column) && strcmp(number->value, "0") != 0;
    sum->terms++;
}

static bool holds(const struct proof *proof, struct sum *sum, size_t row, size_t column)
{
    const struct digits *stated = proof_number(proof, row, column);
    struct dec value;
    if (!stated->value || !sum->fits || sum->terms < 2 || !dec_parse(&value, stated->value) ||
        dec_cmp(value, sum->total) != 0)
        return false;
    return sum->discerning || proof_sure(proof, row, column);
}

static void mark(struct proof *proof, size_t row, size_t column)
{
    proof->proved[index_of(proof, row, column)] = true;
}

static bool is_money(const struct grid *grid, size_t column)
{
    return grid->columns[column].kind == COLUMN_MONEY;
}

static bool is_row_sum(const struct grid_column *column)
{
    return column->kind == COLUMN_MONEY && !column->year && !column->fund;
}

/* Across: the parts of a row, and its sum. */
static void prove_across(struct proof *proof, size_t row)
{
    const struct grid *grid = proof->grid;
    for (size_t total = 0; total < grid->column_count; total++) {
        struct sum sum = { .fits = true };
        if (!is_row_sum(&grid->columns[total]))
            continue;
        for (size_t i = 0; i < grid->column_count; i++)
            if (is_money(grid, i) && !is_row_sum(&grid->columns[i]))
                add_term(proof, &sum, row, i);
        if (!holds(proof, &sum, row, total))
            continue;
        mark(proof, row, total);
        for (size_t i = 0; i < grid->column_count; i++)
            if (is_money(grid, i))
                mark(proof, row, i);
    }
}

static bool is_outermost(const struct grid_row *row)
{
    return row->kind != GRID_TOTAL && row->kind != GRID_WORDS && row->depth == 0;
}

/* Down: the rows right below a row that stands for them. */
static void prove_children(struct proof *proof, size_t whole, size_t column)
{
    const struct grid *grid = proof->grid;
    size_t depth = grid->rows[whole].depth, end = whole + 1;
    struct sum sum = { .fits = true };
    for (; end < grid->row_count && grid->rows[end].depth > depth && grid->rows[end].kind != GRID_TOTAL; end++)
        if (grid->rows[end].depth == depth + 1)
            add_term(proof, &sum, end, column);
    if (!holds(proof, &sum, whole, column))
        return;
    mark(proof, whole, column);
    for (size_t row = whole + 1; row < end; row++)
        if (grid->rows[row].depth == depth + 1)
            mark(proof, row, column);
}

/* Down: the outermost rows, which any total may add up. */
static void prove_totals(struct proof *proof, size_t column)
{
    const struct grid *grid = proof->grid;
    struct sum sum = { .fits = true };
    bool held = false;
    for (size_t row = 0; row < grid->row_count; row++)
        if (is_outermost(&grid->rows[row]))
            add_term(proof, &sum, row, column);
    for (size_t row = 0; row < grid->row_count; row++)
        if (grid->rows[row].kind == GRID_TOTAL && holds(proof, &sum, row, column)) {
            mark(proof, row, column);
            held = true;
        }
    for (size_t row = 0; row < grid->row_count && held; row++)
        if (is_outermost(&grid->rows[row]))
            mark(proof, row, column);
}

static void prove(struct proof *proof)
{
    const struct grid *grid = proof->grid;
    for (size_t row = 0; row < grid->row_count; row++)
        prove_across(proof, row);
    for (size_t column = 0; column < grid->column_count; column++) {
        if (!is_money(grid, column))
            continue;
        for (size_t row = 0; row < grid->row_count; row++)
            if (grid->rows[row].parent)
                prove_children(proof, row, column);
        prove_totals(proof, column);
    }
}

struct proof proof_of(const struct grid *grid, const struct said_amounts *said, const char *unit, struct arena *arena)
{
    size_t cells = grid->row_count * grid->column_count;
    struct proof proof = { grid, arena_alloc(arena, cells + 1, sizeof(struct digits)),
                           arena_alloc(arena, cells + 1, sizeof(bool)) };
    for (size_t row = 0; row < grid->row_count; row++)
        for (size_t i = 0; i < grid->column_count; i++)
            if (is_money(grid, i) && !grid->rows[row].shifted) {
                struct digits *number = &proof.numbers[index_of(&proof, row, i)];
                *number = digits_of(grid->rows[row].cells[i], arena);
                proof.proved[index_of(&proof, row, i)] = number->value && said_has(said, number->shown, unit);
            }
    /* Three times: what one sum proved is sure in the next, across, down and across again. */
    for (int round = 0; round < 3; round++)
        prove(&proof);
    return proof;
}

bool proof_spans_year(const struct proof *proof, size_t row, size_t column)
{
    const struct grid *grid = proof->grid;
    const char *year = grid->columns[column].year;
    struct sum sum = { .fits = true };
    if (!year || !row || grid->rows[row - 1].kind != GRID_TOTAL || grid->rows[row].kind != GRID_TOTAL)
        return false;
    for (size_t i = 0; i < grid->column_count; i++) {
        if (!grid->columns[i].year || strcmp(grid->columns[i].year, year) != 0)
            continue;
        if (i != column && *grid->rows[row].cells[i])
            return false;
        add_term(proof, &sum, row - 1, i);
    }
    return holds(proof, &sum, row, column);
}
