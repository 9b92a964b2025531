#include "calc/adding_details.h"

#include <stdlib.h>

enum {
    LEAST_ROWS = 2,     /* one row alone is no detail of another */
    MOST_CANDIDATES = 64 /* an amount that more rows have tells nothing */
};

/* An amount that a row without children prints or comes to. */
struct row_money {
    int64_t dong;
    size_t table, row;
};

struct row_moneys {
    struct row_money *items;
    size_t count, capacity;
};

/* What a table comes to. */
struct comes_to {
    bool may_detail; /* it is of several rows and not said to count: it may be the detail of a row of another table */
    const struct figure **totals; /* the amounts of its own totals: by these it is found, else by what its rows add up to */
    size_t total_count, total_capacity;
    int64_t alone; /* what the rows of one without totals add up to; 0, which finds nothing, if that cannot be counted */
};

struct finder {
    struct adding *adding;
    struct comes_to *tables;
    int64_t *wanted; /* the amounts by which tables may be found, ascending */
    size_t wanted_count, wanted_capacity;
    struct row_moneys known; /* of these only: by amount, then in the order of the plan */
    struct arena *arena;
};

static bool is_amount(const struct figure *figure)
{
    return figure->state == FIGURE_NUMBER && figure->dong && !figure->change;
}

static int compare_money(const void *a, const void *b)
{
    const struct row_money *one = a, *other = b;
    if (one->dong != other->dong)
        return one->dong < other->dong ? -1 : 1;
    if (one->table != other->table)
        return one->table < other->table ? -1 : 1;
    return (one->row > other->row) - (one->row < other->row);
}

static int compare_dong(const void *a, const void *b)
{
    const int64_t *one = a, *other = b;
    return (*one > *other) - (*one < *other);
}

static bool is_wanted(const struct finder *finder, int64_t dong)
{
    return bsearch(&dong, finder->wanted, finder->wanted_count, sizeof *finder->wanted, compare_dong) != NULL;
}

static void note_money(struct finder *finder, struct row_money money)
{
    struct row_moneys *known = &finder->known;
    if (!is_wanted(finder, money.dong))
        return;
    struct row_money *noted = ARENA_PUSH(finder->arena, known->items, known->count, known->capacity);
    *noted = money;
}

static bool is_total(const struct plan_row *row)
{
    return row->kind == ROW_TOTAL && !row->outside;
}

static void want(struct finder *finder, int64_t dong)
{
    int64_t *wanted = ARENA_PUSH(finder->arena, finder->wanted, finder->wanted_count, finder->wanted_capacity);
    *wanted = dong;
}

static void want_totals(struct finder *finder, const struct plan_table *table, struct comes_to *comes)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; is_total(&table->rows[r]) && f < table->rows[r].figure_count; f++)
            if (is_amount(&table->rows[r].figures[f])) {
                const struct figure **total =
                    ARENA_PUSH(finder->arena, comes->totals, comes->total_count, comes->total_capacity);
                *total = &table->rows[r].figures[f];
                want(finder, (*total)->dong);
            }
}

/* A row that is itself split in its table has its detail there. */
static bool may_be_detailed(const struct plan_table *table, size_t row)
{
    const struct plan_row *at = &table->rows[row];
    return at->kind != ROW_TOTAL && !at->has_children && !row_is_apart(table, at);
}

static void note_row(struct finder *finder, size_t table, size_t row)
{
    const struct plan_table *at = &finder->adding->plan->tables[table];
    for (size_t f = 0; f < at->rows[row].figure_count; f++)
        if (is_amount(&at->rows[row].figures[f]))
            note_money(finder, (struct row_money){ at->rows[row].figures[f].dong, table, row });
    struct sum whole = sum_of_row(at, row, NULL, 0, finder->arena);
    if (whole.count > 1 && !whole.overflow)
        note_money(finder, (struct row_money){ whole.dong, table, row });
}

static bool is_split(const struct plan_table *table)
{
    size_t rows = 0;
    for (size_t r = 0; rows < LEAST_ROWS && r < table->row_count; r++)
        rows += may_be_detailed(table, r) && table->rows[r].figure_count;
    return rows == LEAST_ROWS;
}

/* What the rows add up to is asked only of a table without amounts of its own totals: it takes every figure of the table. */
static void want_table(struct finder *finder, const struct adding_table *table, struct comes_to *comes)
{
    want_totals(finder, table->table, comes);
    if (comes->total_count)
        return;
    struct leaf_sum leaves = leaves_of(table, LEAVES_OF_ALL, NULL, 0);
    comes->alone = leaves.overflow ? 0 : leaves.dong;
    if (comes->alone)
        want(finder, comes->alone);
}

/* The amounts by which each table may be found in others. */
static void want_tables(struct finder *finder)
{
    size_t count = finder->adding->plan->table_count;
    finder->tables = arena_alloc(finder->arena, count, sizeof *finder->tables);
    for (size_t t = 0; t < count; t++) {
        const struct adding_table *table = &finder->adding->tables[t];
        struct comes_to *comes = &finder->tables[t];
        comes->may_detail = !table->table->counts && adds_up(table) && is_split(table->table);
        if (comes->may_detail)
            want_table(finder, table, comes);
    }
    if (finder->wanted_count)
        qsort(finder->wanted, finder->wanted_count, sizeof *finder->wanted, compare_dong);
}

/* A table that is said to count is said to be of other works than all others. */
static void note_rows(struct finder *finder)
{
    for (size_t t = 0; t < finder->adding->plan->table_count; t++) {
        const struct plan_table *table = &finder->adding->plan->tables[t];
        bool noted = adds_up(&finder->adding->tables[t]) && !table->counts;
        for (size_t r = 0; noted && r < table->row_count; r++)
            if (may_be_detailed(table, r))
                note_row(finder, t, r);
    }
    if (finder->known.count)
        qsort(finder->known.items, finder->known.count, sizeof *finder->known.items, compare_money);
}

/* The first of the known amounts that is not below. */
static size_t first_of(const struct row_moneys *known, int64_t dong)
{
    size_t low = 0, high = known->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (known->items[middle].dong < dong)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* What the row prints of the table's totals is most of what both print; of one without totals, what it adds up to. */
static bool has_totals(const struct finder *finder, const struct comes_to *comes, struct row_money candidate)
{
    const struct plan_table *other = &finder->adding->plan->tables[candidate.table];
    size_t same = 0, unlike = 0;
    for (size_t i = 0; i < comes->total_count; i++) {
        const struct figure *total = comes->totals[i];
        struct sum sum = sum_of_row(other, candidate.row, total->source, total->whole ? 0 : total->year, finder->arena);
        same += sum.count && sum.dong == total->dong;
        unlike += sum.count && sum.dong != total->dong;
    }
    if (comes->total_count)
        return same > unlike;
    struct sum whole = sum_of_row(other, candidate.row, NULL, 0, finder->arena);
    return whole.count && whole.dong == comes->alone;
}

/* The row of another table that the table of that index details, by one amount of which it may be found. */
static const struct row_money *detailed_by(const struct finder *finder, size_t table, int64_t dong)
{
    size_t first = first_of(&finder->known, dong);
    for (size_t i = first; i < finder->known.count && finder->known.items[i].dong == dong; i++) {
        const struct row_money *candidate = &finder->known.items[i];
        if (i - first >= MOST_CANDIDATES)
            return NULL;
        if (candidate->table != table && adds_up(&finder->adding->tables[candidate->table]) &&
            has_totals(finder, &finder->tables[table], *candidate))
            return candidate;
    }
    return NULL;
}

static const struct row_money *find(const struct finder *finder, size_t table)
{
    const struct comes_to *comes = &finder->tables[table];
    const struct row_money *found = NULL;
    for (size_t i = 0; !found && i < comes->total_count; i++)
        found = detailed_by(finder, table, comes->totals[i]->dong);
    return comes->total_count ? found : detailed_by(finder, table, comes->alone);
}

void adding_find_details(struct adding *adding, struct arena *arena)
{
    struct arena passing = ARENA_INIT;
    struct finder finder = { .adding = adding, .arena = &passing };
    if (adding->plan->table_count > 1)
        want_tables(&finder);
    if (finder.wanted_count)
        note_rows(&finder);
    for (size_t t = 0; finder.known.count && t < adding->plan->table_count; t++) {
        struct adding_table *table = &adding->tables[t];
        const struct row_money *found = finder.tables[t].may_detail ? find(&finder, t) : NULL;
        if (!found)
            continue;
        table->alike = arena_alloc(arena, 1, sizeof *table->alike);
        table->alike[0] = &adding->tables[found->table];
        table->alike_count = 1;
        table->alike_row = &adding->plan->tables[found->table].rows[found->row];
    }
    arena_release(&passing);
}
