#include "calc/ledger_splits.h"

#include "base/text.h"
#include "calc/cell_sum.h"

struct split {
    struct ledger_builder *builder;
    const struct plan_table *table;
    size_t first; /* the row that begins it */
    const char *name;
};

/* A row that fills what it stands under, by this or another way to split it. */
static bool fills(const struct plan_row *row)
{
    return row->kind != ROW_TOTAL && !row->of_which && !row->outside;
}

static bool is_of(const struct split *split, const struct plan_row *row, const char *name)
{
    return fills(row) && row->parent == split->table->rows[split->first].parent && text_equal(row->split, name);
}

/* Each split but the first has its turn at its first row. */
static bool begins_split(const struct plan_table *table, size_t row)
{
    const struct plan_row *at = &table->rows[row];
    if (!at->apart || !fills(at))
        return false;
    for (size_t r = 0; r < row; r++)
        if (table->rows[r].parent == at->parent && table->rows[r].apart && fills(&table->rows[r]) &&
            text_equal(table->rows[r].split, at->split))
            return false;
    return true;
}

/* What the rows of a split come to in one cell. */
static struct cell_sum split_sum(const struct split *split, const char *name, struct figure_key key)
{
    struct cell_sum all = CELL_SUM_EMPTY;
    for (size_t r = 0; r < split->table->row_count; r++)
        if (is_of(split, &split->table->rows[r], name))
            cell_sum_add(&all, split->table, r, key, false, split->builder->arena);
    return all;
}

/* ---- against what states the whole ---- */

static void add_stated(const struct split *split, const struct plan_row *whole, const struct figure *figure)
{
    struct cell_sum all = split_sum(split, split->name, figure->key);
    cell_sum_compare(split->builder, LEDGER_SPLIT, ledger_row(split->table, whole), figure, &all);
}

static void add_whole(const struct split *split, const struct plan_row *whole)
{
    for (size_t f = 0; f < whole->figure_count; f++)
        add_stated(split, whole, &whole->figures[f]);
    for (size_t f = 0; f < whole->keyed_count; f++)
        if (whole->keyed[f].change == CHANGE_NONE)
            add_stated(split, whole, &whole->keyed[f]);
}

/* ---- against the first split, where nobody states the whole ---- */

/* The rows under the same parent that are not apart are of the first split. */
static const struct plan_row *first_split(const struct split *split)
{
    for (size_t r = 0; r < split->table->row_count; r++) {
        const struct plan_row *row = &split->table->rows[r];
        if (fills(row) && !row->apart && row->parent == split->table->rows[split->first].parent)
            return row;
    }
    return NULL;
}

/* Each cell has its turn at the first row of the split that prints it. */
static bool printed_before(const struct split *split, size_t row, struct figure_key key)
{
    for (size_t r = split->first; r < row; r++)
        if (is_of(split, &split->table->rows[r], split->name) && row_figure_at(&split->table->rows[r], key))
            return true;
    return false;
}

static struct figure *figure_of(const struct split *split, const struct cell_sum *sum, const struct figure *like)
{
    struct figure *made = arena_alloc(split->builder->arena, 1, sizeof *made);
    *made = *like;
    made->stated = true;
    made->state = FIGURE_NUMBER;
    made->same = false;
    made->op = sum->money.op;
    made->dong = sum->money.dong;
    made->number = like->unit == UNIT_NONE ? sum->number : dec_from_whole(made->dong, money_unit_power(like->unit), 0);
    made->printed = made->words = made->label = NULL;
    return made;
}

static void add_unstated(const struct split *split, const char *other, const struct plan_row *subject,
                         const struct figure *figure)
{
    struct cell_sum own = split_sum(split, split->name, figure->key), filling = split_sum(split, other, figure->key);
    if (!own.money.count || !filling.money.count || own.money.incomplete || own.money.overflow || !own.fits)
        return;
    for (size_t t = 0; t < own.money.count; t++)
        *map_at(&split->builder->ledger->terms, own.money.terms[t].figure) = 1;
    cell_sum_compare(split->builder, LEDGER_SPLIT, ledger_row(split->table, subject), figure_of(split, &own, figure),
                     &filling);
}

static void add_cells(const struct split *split, const struct plan_row *other, const struct plan_row *whole, size_t row,
                      const struct figure *figures, size_t count)
{
    const struct plan_row *at = &split->table->rows[row];
    for (size_t f = 0; f < count; f++)
        if (figures[f].change == CHANGE_NONE && figures[f].state != FIGURE_BLANK &&
            !(whole && row_figure_at(whole, figures[f].key)) && !printed_before(split, row, figures[f].key))
            add_unstated(split, other->split, whole ? whole : at, &figures[f]);
}

/* ---- the whole ---- */

/* Of rows at the top the total that names none is what they fill. */
static const struct plan_row *whole_of(const struct split *split)
{
    int parent = split->table->rows[split->first].parent;
    if (parent != NO_ROW)
        return &split->table->rows[parent];
    for (size_t r = 0; r < split->table->row_count; r++)
        if (split->table->rows[r].kind == ROW_TOTAL && !split->table->rows[r].of_count)
            return &split->table->rows[r];
    return NULL;
}

static void add_split(const struct split *split)
{
    const struct plan_row *whole = whole_of(split), *other = first_split(split);
    if (whole)
        add_whole(split, whole);
    for (size_t r = split->first; other && r < split->table->row_count; r++) {
        const struct plan_row *row = &split->table->rows[r];
        if (!is_of(split, row, split->name))
            continue;
        add_cells(split, other, whole, r, row->figures, row->figure_count);
        add_cells(split, other, whole, r, row->keyed, row->keyed_count);
    }
}

void ledger_add_splits(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++) {
        const struct plan_table *table = &builder->plan->tables[t];
        for (size_t r = 0; r < table->row_count; r++)
            if (begins_split(table, r))
                add_split(&(struct split){ builder, table, r, table->rows[r].split });
    }
}
