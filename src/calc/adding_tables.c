/* Which tables of a plan add up. */
#include "calc/adding_tables.h"

#include "base/text.h"
#include "calc/adding_stated.h"

/* An annex before a table of the body, then the longer one. */
static bool more_detailed(const struct plan_table *a, const struct plan_table *b)
{
    return (a->annex && !b->annex) || (!a->annex == !b->annex && a->row_count > b->row_count);
}

static size_t *rank(const struct plan *plan, struct arena *arena)
{
    size_t *ranked = arena_alloc(arena, plan->table_count, sizeof *ranked);
    for (size_t t = 0; t < plan->table_count; t++) {
        size_t at = t;
        for (; at > 0 && more_detailed(&plan->tables[t], &plan->tables[ranked[at - 1]]); at--)
            ranked[at] = ranked[at - 1];
        ranked[at] = t;
    }
    return ranked;
}

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

static bool holds_its_sources(const struct plan_table *detail, const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].figure_count && table->rows[r].source && holds_source(detail, table->rows[r].source))
            return true;
    return holds_source(detail, NULL);
}

/* In amounts, or as it prints it. */
static bool comes_to(const struct adding_table *table, const struct figure *figure, struct arena *arena)
{
    int year = figure->whole ? 0 : figure->year;
    struct leaf_sum sum = leaves_of(table, figure->source ? LEAVES_OF_SOURCE : LEAVES_OF_ALL, figure->source, year);
    const struct figure *stated = stated_in_table(table, figure->source, year, arena);
    return sum.dong == figure->dong || (stated && stated->dong == figure->dong);
}

static bool same_amounts(const struct adding_table *a, const struct adding_table *b)
{
    struct leaf_sum own = leaves_of(a, LEAVES_OF_ALL, NULL, 0), other = leaves_of(b, LEAVES_OF_ALL, NULL, 0);
    return own.dong && own.dong == other.dong;
}

/*
 * Most of what the table prints as its totals is what the other one comes to: a slip in one of them does not hide it. Of a
 * table without totals all its amounts are.
 */
static bool has_its_totals(const struct adding_table *other, const struct adding_table *table, struct arena *arena)
{
    size_t same = 0, unlike = 0;
    for (size_t r = 0; r < table->table->row_count; r++) {
        const struct plan_row *row = &table->table->rows[r];
        for (size_t f = 0; row->kind == ROW_TOTAL && f < row->figure_count; f++) {
            const struct figure *figure = &row->figures[f];
            if (figure->state != FIGURE_NUMBER || !figure->dong)
                continue;
            if (comes_to(other, figure, arena))
                same++;
            else
                unlike++;
        }
    }
    return same || unlike ? same && same >= unlike : same_amounts(table, other);
}

static bool looks_like(const struct adding_table *table, const struct adding_table *other, struct arena *arena)
{
    bool by_source = is_by_source(table->table) && !is_by_source(other->table);
    return text_equal(table->table->looked_like, other->table->id) ||
           (by_source && holds_its_sources(other->table, table->table)) || has_its_totals(other, table, arena);
}

/* Among the tables before it in rank. */
static const struct plan_table *alike(const struct adding *adding, size_t place, struct arena *arena)
{
    const struct adding_table *table = &adding->tables[adding->ranked[place]];
    for (size_t i = 0; !table->table->counts && adds_up(table) && i < place; i++) {
        const struct adding_table *other = &adding->tables[adding->ranked[i]];
        if (adds_up(other) && looks_like(table, other, arena))
            return other->table;
    }
    return NULL;
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
    for (size_t i = 0; i < plan->table_count; i++)
        adding.tables[adding.ranked[i]].alike = alike(&adding, i, arena);
    return adding;
}
