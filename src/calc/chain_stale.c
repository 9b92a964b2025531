#include "calc/chain_stale.h"

#include "base/text.h"

/* Which figures of a row no longer hold once a cell is changed: none, those that are wider, or also those of the same key. */
enum stale { STALE_NONE, STALE_WIDER, STALE_COVERING };

static const struct plan_table *table_named(const struct plan *plan, const char *id)
{
    for (size_t i = 0; id && i < plan->table_count; i++)
        if (strcmp(plan->tables[i].id, id) == 0)
            return &plan->tables[i];
    return NULL;
}

/* ---- which rows a changed cell reaches ---- */

/* What is apart adds nothing to the rows above it. */
static bool is_above(const struct plan_table *table, size_t row, int changed)
{
    for (int at = changed; at != NO_ROW && !table->rows[at].apart; at = table->rows[at].parent)
        if (table->rows[at].parent == (int)row)
            return true;
    return false;
}

static enum stale stale_in_table(const struct plan_table *table, size_t row, int changed)
{
    const struct plan_row *at = &table->rows[row], *cell = &table->rows[changed];
    if ((int)row == changed)
        return STALE_WIDER;
    /* Of totals it is not told which is that of the whole table: none of them can stand in for another. */
    bool total = at->kind == ROW_TOTAL && cell->kind != ROW_TOTAL && !row_is_apart(table, cell);
    return total || is_above(table, row, changed) ? STALE_COVERING : STALE_NONE;
}

/* True if the table says again what the other holds, or what a table does that says it again. */
static bool says_again(const struct plan *plan, const struct plan_table *table, const char *other, size_t depth)
{
    bool again = table_repeats(table, other) || table_looked_like(table, other);
    for (size_t i = 0; !again && depth && i < table->repeat_count; i++) {
        const struct plan_table *between = table_named(plan, table->repeats[i]);
        again = between && says_again(plan, between, other, depth - 1);
    }
    return again;
}

/* The row of the table that the id names, or NO_ROW, of the tables that the other says rows of in detail. */
static int row_detailed_in(const struct plan_table *table, const struct plan_table *detail)
{
    int row = NO_ROW;
    for (size_t i = 0; detail->details && row == NO_ROW && i < detail->repeat_count; i++)
        row = table_row(table, detail->repeats[i]);
    return row;
}

/* True if the table says the changed row, or what that row is a part of, in detail. */
static bool details_row(const struct plan_table *table, const struct plan_table *changed, const char *row)
{
    bool details = false;
    for (int at = table->details && row ? table_row(changed, row) : NO_ROW; !details && at != NO_ROW;
         at = changed->rows[at].parent)
        details = table_repeats(table, changed->rows[at].id);
    return details;
}

/* True if the table says again a table in which a row stands that the changed one says in detail. */
static bool says_again_detailed(const struct plan *plan, const struct plan_table *table, const struct plan_table *changed)
{
    bool again = false;
    for (size_t t = 0; changed->details && !again && t < plan->table_count; t++)
        again = row_detailed_in(&plan->tables[t], changed) != NO_ROW &&
                says_again(plan, table, plan->tables[t].id, plan->table_count);
    return again;
}

static bool is_all_stale(const struct plan *plan, const struct plan_table *table, const struct plan_table *changed,
                         const char *row)
{
    return says_again(plan, table, changed->id, plan->table_count) || details_row(table, changed, row) ||
           says_again_detailed(plan, table, changed);
}

/* ---- what happens to the figures ---- */

struct reach {
    const struct cell_merge *merge;
    enum stale stale;
    const struct changed_cell *cell;
};

static bool is_stale(const struct reach *reach, const struct figure *figure)
{
    struct figure_key changed = reach->cell->key;
    if (is_of_amendment(reach->merge, figure) || !figure_key_within(changed, figure->key))
        return false;
    return reach->stale == STALE_COVERING || !figure_key_equal(changed, figure->key);
}

/*
 * A part of the very cell that the amendment states: the amount of one source where it states that of all together, of a
 * quarter, half or month where it states that of the year.
 */
static bool is_swallowed(const struct reach *reach, const struct figure *figure)
{
    struct figure_key cell = reach->cell->key;
    bool of_source = figure_period_equal(figure->key.period, cell.period) && !figure->stated;
    bool of_time = figure->key.period.part && cell.period.year;
    return reach->stale == STALE_WIDER && !reach->cell->is_sum && (of_source || of_time) &&
           figure_key_within(figure->key, cell) && !figure_key_equal(figure->key, cell) &&
           !is_of_amendment(reach->merge, figure);
}

/* An amount that says more than its parts do: nobody says what it comes to now. */
static bool is_left_open(const struct reach *reach, const struct plan_row *row, const struct figure *figure)
{
    bool parts_below = reach->stale == STALE_COVERING && row->has_children;
    return !figure->stated && !parts_below && (row->kind == ROW_ACTIVITY || row->kind == ROW_GROUP);
}

static void leave_open(struct figure *figure)
{
    figure->state = FIGURE_NOT_STATED;
    figure->op = FIGURE_EXACT;
    figure->dong = figure->high_dong = 0;
    figure->number = figure->high = dec_of(0);
    figure->printed = figure->words = NULL;
}

void note_summed(struct plan_row *row, const struct figure *figure, struct arena *arena)
{
    for (size_t i = 0; i < row->summed_count; i++)
        if (text_equal(row->summed[i], figure->key.source))
            return;
    const char **summed =
        arena_alloc(arena, row->summed_count + 1, sizeof *summed); /* a copy of the row may have the old one */
    for (size_t i = 0; i < row->summed_count; i++)
        summed[i] = row->summed[i];
    summed[row->summed_count++] = figure->key.source;
    row->summed = summed;
}

static void drop_figures(const struct reach *reach, struct plan_row *row, struct figure *figures, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        struct figure *figure = &figures[i];
        bool stale = is_stale(reach, figure), open = stale && is_left_open(reach, row, figure);
        if (open || is_swallowed(reach, figure))
            leave_open(figure);
        if (!stale || open) {
            figures[kept++] = *figure;
            continue;
        }
        row->resummed = true;
        note_summed(row, figure, reach->merge->arena);
    }
    *count = kept;
}

static void drop_from_table(const struct cell_merge *merge, struct plan_table *table, const struct changed_cell *cell,
                            const struct plan_table *changed)
{
    bool own = changed == table, all = !own && is_all_stale(merge->out, table, changed, cell->row);
    int changed_row = own ? table_row(table, cell->row) : row_detailed_in(table, changed);
    if (!all && changed_row == NO_ROW)
        return;
    for (size_t r = 0; r < table->row_count; r++) {
        struct plan_row *row = &table->rows[r];
        bool whole = all || (!own && (int)r == changed_row);
        struct reach reach = { merge, whole ? STALE_COVERING : stale_in_table(table, r, changed_row), cell };
        if (reach.stale == STALE_NONE)
            continue;
        drop_figures(&reach, row, row->figures, &row->figure_count);
        drop_figures(&reach, row, row->keyed, &row->keyed_count);
    }
}

static void drop_from_prose(const struct cell_merge *merge, struct figure *figures, size_t *count,
                            const struct changed_cell *cell)
{
    struct reach reach = { merge, STALE_COVERING, cell };
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++)
        if (!is_stale(&reach, &figures[i]))
            figures[kept++] = figures[i];
    *count = kept;
}

void drop_stale(struct cell_merge *merge)
{
    struct plan *out = merge->out;
    for (size_t c = 0; c < merge->changed_count; c++) {
        const struct changed_cell *cell = &merge->changed[c];
        const struct plan_table *changed = table_named(out, cell->table);
        for (size_t t = 0; changed && t < out->table_count; t++)
            drop_from_table(merge, &out->tables[t], cell, changed);
        for (size_t p = 0; p < out->prose_count; p++) {
            drop_from_prose(merge, out->prose[p].figures, &out->prose[p].figure_count, cell);
            drop_from_prose(merge, out->prose[p].keyed, &out->prose[p].keyed_count, cell);
        }
    }
}
