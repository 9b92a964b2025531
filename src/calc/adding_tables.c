/* Which tables of a plan add up. */
#include "calc/adding_tables.h"

#include "base/text.h"
#include "calc/adding_details.h"
#include "calc/adding_stated.h"

/* All its money stands in lines of sources. */
static bool is_by_source(const struct plan_table *table)
{
    bool any = false;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        if (row->kind == ROW_TOTAL || !row->figure_count)
            continue;
        if (row->kind != ROW_LINE || !row->source)
            return false;
        any = true;
    }
    return any;
}

struct ranked {
    size_t table;
    bool by_source;
};

/* What tells works before what tells only sources, an annex before a table of the body, then the longer one. */
static bool more_detailed(const struct plan *plan, struct ranked a, struct ranked b)
{
    const struct plan_table *one = &plan->tables[a.table], *other = &plan->tables[b.table];
    if (a.by_source != b.by_source)
        return b.by_source;
    return (one->annex && !other->annex) || (!one->annex == !other->annex && one->row_count > other->row_count);
}

static size_t *rank(const struct plan *plan, struct arena *arena)
{
    struct ranked *ranked = arena_alloc(arena, plan->table_count, sizeof *ranked);
    for (size_t t = 0; t < plan->table_count; t++) {
        struct ranked own = { t, is_by_source(&plan->tables[t]) };
        size_t at = t;
        for (; at > 0 && more_detailed(plan, own, ranked[at - 1]); at--)
            ranked[at] = ranked[at - 1];
        ranked[at] = own;
    }
    size_t *order = arena_alloc(arena, plan->table_count, sizeof *order);
    for (size_t t = 0; t < plan->table_count; t++)
        order[t] = ranked[t].table;
    return order;
}

static bool holds_its_sources(const struct plan_table *detail, const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].figure_count && table->rows[r].source && holds_source(detail, table->rows[r].source))
            return true;
    return holds_source(detail, NULL);
}

/* Tables that one more may be the repetition of, one by one or all together. */
struct others {
    const struct adding_table **tables;
    size_t count;
};

/* What a table comes to in amounts, and as it prints it. */
struct comes_to {
    int64_t amounts, printed;
    bool overflow;
};

static void come_to(struct comes_to *sum, const struct adding_table *table, const struct source *source, int year,
                    struct arena *arena)
{
    struct leaf_sum leaves = leaves_of(table, source ? LEAVES_OF_SOURCE : LEAVES_OF_ALL, source, year);
    const struct figure *stated = stated_in_table(table, source, year, arena);
    sum->overflow = leaves.overflow || !dong_add(&sum->amounts, sum->amounts, leaves.dong) ||
                    !dong_add(&sum->printed, sum->printed, stated ? stated->dong : leaves.dong) || sum->overflow;
}

static bool is_what_they_come_to(struct others others, const struct figure *figure, struct arena *arena)
{
    struct comes_to sum = { 0 };
    for (size_t i = 0; i < others.count; i++)
        come_to(&sum, others.tables[i], figure->source, figure->whole ? 0 : figure->year, arena);
    return !sum.overflow && (sum.amounts == figure->dong || sum.printed == figure->dong);
}

static bool same_amounts(struct others others, const struct adding_table *table)
{
    struct leaf_sum own = leaves_of(table, LEAVES_OF_ALL, NULL, 0);
    int64_t sum = 0;
    for (size_t i = 0; i < others.count; i++)
        if (!dong_add(&sum, sum, leaves_of(others.tables[i], LEAVES_OF_ALL, NULL, 0).dong))
            return false;
    return own.dong && own.dong == sum;
}

/*
 * Most of what the table prints as its totals is what the others come to: a slip in one of them does not hide it. Of a table
 * without totals all its amounts are.
 */
static bool has_their_totals(struct others others, const struct adding_table *table, struct arena *arena)
{
    size_t same = 0, unlike = 0;
    for (size_t r = 0; r < table->table->row_count; r++) {
        const struct plan_row *row = &table->table->rows[r];
        for (size_t f = 0; row->kind == ROW_TOTAL && !row->outside && f < row->figure_count; f++) {
            const struct figure *figure = &row->figures[f];
            if (figure->state != FIGURE_NUMBER || !figure->dong)
                continue;
            if (is_what_they_come_to(others, figure, arena))
                same++;
            else
                unlike++;
        }
    }
    return same || unlike ? same && same >= unlike : same_amounts(others, table);
}

typedef bool likeness(const struct adding_table *other, const struct adding_table *table, struct arena *arena);

static bool looked_like(const struct adding_table *other, const struct adding_table *table, struct arena *arena)
{
    (void)arena;
    return table_looked_like(table->table, other->table->id);
}

static bool has_its_totals(const struct adding_table *other, const struct adding_table *table, struct arena *arena)
{
    return has_their_totals((struct others){ &other, 1 }, table, arena);
}

static bool tells_its_sources(const struct adding_table *other, const struct adding_table *table, struct arena *arena)
{
    (void)arena;
    return !is_by_source(other->table) && holds_its_sources(other->table, table->table);
}

/* Looks through the tables of a plan; `found` has room for all of them, `kept` is what was left of it last. */
struct search {
    const struct adding *adding;
    struct arena *arena;
    struct others found, kept;
};

/* Of the first tables in rank those that add up and that the table is like; of all likenesses: NULL. */
static struct others alike(struct search *search, size_t first, const struct adding_table *table, likeness *is_like)
{
    search->found.count = 0;
    for (size_t i = 0; i < first; i++) {
        const struct adding_table *other = &search->adding->tables[search->adding->ranked[i]];
        if (other != table && adds_up(other) && (!is_like || is_like(other, table, search->arena)))
            search->found.tables[search->found.count++] = other;
    }
    return search->found;
}

static bool may_repeat(const struct adding_table *table)
{
    return !table->table->counts && adds_up(table);
}

/* Tables that are like the same ones share them: many summaries of many tables take no more than both. */
static void leave_out(struct search *search, struct adding_table *table, struct others others)
{
    size_t size = others.count * sizeof *others.tables;
    if (others.count && (others.count != search->kept.count || memcmp(others.tables, search->kept.tables, size) != 0)) {
        search->kept = (struct others){ arena_alloc(search->arena, others.count, sizeof *others.tables), others.count };
        memcpy(search->kept.tables, others.tables, size);
    }
    table->alike = others.count ? search->kept.tables : NULL;
    table->alike_count = others.count;
}

/* Among the tables before it in rank: the one whose totals it prints, or all those whose sources it tells. */
static void find_repetitions(struct search *search)
{
    for (size_t i = 0; i < search->adding->plan->table_count; i++) {
        struct adding_table *table = &search->adding->tables[search->adding->ranked[i]];
        if (!may_repeat(table))
            continue;
        struct others others = alike(search, i, table, looked_like);
        if (!others.count) {
            others = alike(search, i, table, has_its_totals);
            others.count = others.count > 0;
        }
        if (!others.count && is_by_source(table->table))
            others = alike(search, i, table, tells_its_sources);
        leave_out(search, table, others);
    }
}

/* Among all tables: what prints the totals of all the others together, be it longer than each of them. */
static void find_summaries(struct search *search)
{
    size_t count = search->adding->plan->table_count;
    for (size_t i = 0; i < count; i++) {
        struct adding_table *table = &search->adding->tables[search->adding->ranked[i]];
        struct others others = may_repeat(table) ? alike(search, count, table, NULL) : (struct others){ 0 };
        if (others.count > 1 && has_their_totals(others, table, search->arena))
            leave_out(search, table, others);
    }
}

struct adding adding_of(const struct plan *plan, struct arena *arena)
{
    struct adding adding = { plan, arena_alloc(arena, plan->table_count, sizeof *adding.tables), rank(plan, arena) };
    for (size_t t = 0; t < plan->table_count; t++) {
        struct adding_table *table = &adding.tables[t];
        *table = (struct adding_table){ .plan = plan,
                                        .table = &plan->tables[t],
                                        .parts = sum_parts_of(&plan->tables[t], arena) };
        table->signs = arena_alloc(arena, plan->source_count + 1, sizeof *table->signs);
        for (size_t s = 0; s <= plan->source_count; s++)
            table->signs[s] = adding_signs(table, s < plan->source_count ? &plan->sources[s] : NULL, arena);
    }
    struct search search = { .adding = &adding, .arena = arena };
    search.found.tables = arena_alloc(arena, plan->table_count, sizeof *search.found.tables);
    find_repetitions(&search);
    find_summaries(&search);
    adding_find_details(&adding, arena);
    return adding;
}
