#include "calc/ledger_shares.h"

#include "calc/ledger_line.h"

struct sharer {
    struct ledger_builder *builder;
    const struct plan_table *table;
};

/* Shares of one key, each of its own row or source. */
struct shares {
    struct figure_key key;
    size_t row, count; /* the row of the first; how many */
    struct dec sum;
    unsigned scale;           /* the most decimals that one is printed with */
    bool fits, unknown, lost; /* one is not known; one that print has */
};

static bool is_share(const struct sharer *sharer, const struct figure *figure)
{
    const struct plan_measure *measure = plan_measure(sharer->builder->plan, figure->key.measure);
    return measure && measure->adds == ADDS_TO_HUNDRED && figure->state != FIGURE_BLANK && !figure->change;
}

static void add_share(const struct sharer *sharer, struct shares *shares, size_t row, const struct figure *figure)
{
    struct dec number = figure_number(figure);
    if (!shares->count++)
        shares->row = row;
    shares->scale = number.scale > shares->scale ? number.scale : shares->scale;
    shares->fits = shares->fits && figure->op == FIGURE_EXACT && dec_add(&shares->sum, shares->sum, number);
    shares->unknown = shares->unknown || figure_is_unknown(figure);
    shares->lost = shares->lost || (figure_is_unknown(figure) && !figure_is_unstated(figure));
    *map_at(&sharer->builder->ledger->terms, figure) = 1;
}

/* One share alone is a part of something that the table does not print. */
static void add_hundred(const struct sharer *sharer, const struct shares *shares)
{
    enum { WHOLE = 100 };
    const struct plan_row *row = &sharer->table->rows[shares->row];
    if (shares->count < 2 || !shares->fits)
        return;
    struct ledger_line line = { .place = row->place,
                                .rule = LEDGER_SHARES,
                                .unit = LEDGER_NUMBER,
                                .subject = ledger_row(sharer->table, row),
                                .key = shares->key };
    struct ledger_line *added = ledger_add_numbers(sharer->builder, line, dec_of(WHOLE), shares->sum);
    if (shares->unknown) {
        added->verdict = LEDGER_INCOMPLETE;
        added->reason = shares->lost ? LEDGER_LOST_CELL : LEDGER_NOT_STATED;
    } else if (added->verdict == LEDGER_DIFFERS && ledger_is_rounded(added, shares->count, shares->scale)) {
        added->verdict = LEDGER_HOLDS;
        added->reason = LEDGER_ROUNDED;
    }
}

/* ---- across: 30 % and 70 % ---- */

static bool same_but_source(struct figure_key a, struct figure_key b)
{
    a.source = b.source = NULL;
    return figure_key_equal(a, b);
}

/* A row that prints the share of all sources too says itself what they fill. */
static void add_across(const struct sharer *sharer, size_t row, size_t first)
{
    const struct plan_row *at = &sharer->table->rows[row];
    struct shares shares = { .key = at->keyed[first].key, .sum = dec_of(0), .fits = true };
    for (size_t f = 0; f < at->keyed_count; f++) {
        const struct figure *figure = &at->keyed[f];
        if (!is_share(sharer, figure) || !same_but_source(figure->key, shares.key))
            continue;
        if (!figure->key.source || f < first)
            return;
        add_share(sharer, &shares, row, figure);
    }
    shares.key.source = NULL;
    add_hundred(sharer, &shares);
}

/* ---- down ---- */

/* A total, or what the row stands in, prints the share that is split. */
static bool states_whole(const struct sharer *sharer, size_t row, struct figure_key key)
{
    const struct plan_table *table = sharer->table;
    for (int parent = table->rows[row].parent; parent != NO_ROW; parent = table->rows[parent].parent)
        if (row_figure_at(&table->rows[parent], key))
            return true;
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind == ROW_TOTAL && row_figure_at(&table->rows[r], key))
            return true;
    return false;
}

static bool is_part(const struct sharer *sharer, size_t row, struct figure_key key)
{
    const struct plan_row *at = &sharer->table->rows[row];
    const struct figure *own = at->kind != ROW_TOTAL && !row_is_apart(sharer->table, at) ? row_figure_at(at, key) : NULL;
    return own && is_share(sharer, own);
}

static void add_down(const struct sharer *sharer, size_t row, struct figure_key key)
{
    const struct plan_table *table = sharer->table;
    struct shares shares = { .key = key, .sum = dec_of(0), .fits = true };
    for (size_t r = 0; r < row; r++)
        if (is_part(sharer, r, key))
            return; /* had its turn there, or is a part of that row */
    if (states_whole(sharer, row, key))
        return;
    for (size_t r = row; r < table->row_count; r++)
        if (is_part(sharer, r, key)) {
            bool beside = table->rows[r].parent == table->rows[row].parent;
            if (beside)
                add_share(sharer, &shares, r, row_figure_at(&table->rows[r], key));
            else if (!states_whole(sharer, r, key))
                return;
        }
    add_hundred(sharer, &shares);
}

static void add_row(const struct sharer *sharer, size_t row)
{
    const struct plan_row *at = &sharer->table->rows[row];
    for (size_t f = 0; at->kind != ROW_TOTAL && !row_is_apart(sharer->table, at) && f < at->keyed_count; f++) {
        if (!is_share(sharer, &at->keyed[f]))
            continue;
        if (at->keyed[f].key.source)
            add_across(sharer, row, f);
        else
            add_down(sharer, row, at->keyed[f].key);
    }
}

void ledger_add_shares(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++) {
        const struct sharer sharer = { builder, &builder->plan->tables[t] };
        for (size_t r = 0; r < sharer.table->row_count; r++)
            add_row(&sharer, r);
    }
}
