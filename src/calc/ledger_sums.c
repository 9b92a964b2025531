#include "calc/ledger_sums.h"

#include "base/text.h"
#include "calc/ledger_line.h"

/* One table, and which of its cells are printed by rows that are no totals: [source][year - first + 1], year 0 at 0. */
struct summer {
    struct ledger_builder *builder;
    const struct plan_table *table;
    const struct sum_parts *parts;
    bool *prints;
};

static enum ledger_rule down_rule(const struct plan_row *row)
{
    return row->kind == ROW_TOTAL ? LEDGER_GROUPS_TOTAL : LEDGER_ROWS_GROUP;
}

/* ---- sums that are stated ---- */

static void add_axis(const struct summer *summer, size_t index, const struct figure *figure, enum axis axis)
{
    const struct plan_row *row = &summer->table->rows[index];
    struct sum sum = sum_of(summer->parts, index, figure, axis, summer->builder->arena);
    ledger_add_sum(summer->builder, axis == AXIS_DOWN ? down_rule(row) : LEDGER_CELLS_ROW, ledger_row(summer->table, row),
                   figure, &sum);
}

static bool same_rows(const struct plan_row *a, const struct plan_row *b)
{
    if (a->of_count != b->of_count)
        return false;
    for (size_t i = 0; i < a->of_count; i++)
        if (strcmp(a->of[i], b->of[i]) != 0)
            return false;
    return true;
}

/* A total row against the total rows above it that sum the same rows. */
static void add_total_rows(const struct summer *summer, size_t index, const struct figure *figure)
{
    const struct plan_table *table = summer->table;
    const struct plan_row *row = &table->rows[index];
    for (size_t other = 0; row->kind == ROW_TOTAL && other < index; other++) {
        if (table->rows[other].kind != ROW_TOTAL || !same_rows(row, &table->rows[other]))
            continue;
        struct sum sum = sum_of_row(table, other, figure->source, figure->year, summer->builder->arena);
        ledger_add_sum(summer->builder, LEDGER_TOTAL_ROWS, ledger_row(table, row), figure, &sum);
    }
}

static bool prints_all_years(const struct plan *plan, const struct plan_row *row, const struct source *source)
{
    for (int year = plan->first_year; year <= plan->last_year; year++)
        if (!row_figure(row, source, year))
            return false;
    return true;
}

static bool prints_all_sources(const struct plan *plan, const struct plan_row *row, int year)
{
    for (size_t s = 0; s < plan->source_count; s++)
        if (!row_figure(row, &plan->sources[s], year))
            return false;
    return plan->source_count > 0;
}

/* An amount of the row itself is no sum; but beside those of every year, or of every source, it has to be theirs. */
static bool is_divided(const struct plan *plan, const struct plan_row *row, const struct figure *figure)
{
    return figure->source
               ? !figure->year && prints_all_years(plan, row, figure->source)
               : prints_all_sources(plan, row, figure->year) || (!figure->year && prints_all_years(plan, row, NULL));
}

static void add_stated(const struct summer *summer, size_t index)
{
    const struct plan_row *row = &summer->table->rows[index];
    for (size_t f = 0; f < row->figure_count; f++) {
        const struct figure *figure = &row->figures[f];
        if (figure->stated || row->has_children)
            add_axis(summer, index, figure, AXIS_DOWN);
        if (!figure->stated && is_divided(summer->builder->plan, row, figure))
            add_axis(summer, index, figure, AXIS_ACROSS);
        if (!figure->stated)
            continue;
        if (!row->resummed || !(row->has_children || row->kind == ROW_TOTAL))
            add_axis(summer, index, figure, AXIS_ACROSS);
        add_total_rows(summer, index, figure);
    }
}

/* ---- sums that are left blank ---- */

/*
 * A cell that a summed row leaves blank says that its parts are blank too: an amount that slipped into a column where the
 * group has none would otherwise pass unseen. One that is keyed as blank is a figure, and has its line already.
 */
static void add_blank(const struct summer *summer, size_t index, const struct source *source, int year)
{
    struct ledger_builder *builder = summer->builder;
    const struct plan_row *row = &summer->table->rows[index];
    const struct figure *own = row_figure(row, source, year);
    if (own && own->state != FIGURE_BLANK)
        return;
    struct figure *blank = arena_alloc(builder->arena, 1, sizeof *blank);
    *blank = (struct figure){ .place = row->place, .source = source, .year = year, .unit = summer->table->unit };
    struct sum sum = sum_of(summer->parts, index, blank, AXIS_DOWN, builder->arena);
    if (sum.count && !own)
        ledger_add_sum(builder, down_rule(row), ledger_row(summer->table, row), blank, &sum);
    if (!sum.count && row->kind != ROW_TOTAL)
        ledger_add(builder, (struct ledger_line){ .place = row->place,
                                                  .rule = down_rule(row),
                                                  .verdict = LEDGER_HOLDS,
                                                  .reason = LEDGER_BLANK,
                                                  .unit = LEDGER_DONG,
                                                  .subject = ledger_row(summer->table, row),
                                                  .figure = blank });
}

static size_t years_of(const struct plan *plan)
{
    return (size_t)(plan->last_year - plan->first_year) + 2;
}

static bool *prints_at(const struct summer *summer, const struct source *source, int year)
{
    const struct plan *plan = summer->builder->plan;
    size_t column = year ? (size_t)(year - plan->first_year) + 1 : 0;
    return &summer->prints[(size_t)(source - plan->sources) * years_of(plan) + column];
}

static void find_printed(struct summer *summer)
{
    const struct plan *plan = summer->builder->plan;
    summer->prints = arena_alloc(summer->builder->arena, plan->source_count * years_of(plan), sizeof *summer->prints);
    for (size_t r = 0; r < summer->table->row_count; r++) {
        const struct plan_row *row = &summer->table->rows[r];
        bool of_source = row->kind == ROW_LINE && row->source; /* the row says the source, not a column */
        for (size_t f = 0; row->kind != ROW_TOTAL && !of_source && f < row->figure_count; f++) {
            const struct figure *figure = &row->figures[f];
            bool in_plan = figure->source && (!figure->year || plan_covers(plan, figure->year));
            if (in_plan && figure->state != FIGURE_BLANK)
                *prints_at(summer, figure->source, figure->year) = true;
        }
    }
}

/* A total leaves a cell blank only among columns in which it has sums: by source, by year, by both. */
static bool states_like(const struct plan_row *row, bool by_source, bool by_year)
{
    for (size_t f = 0; f < row->figure_count; f++) {
        const struct figure *figure = &row->figures[f];
        if (figure->stated && !figure->source == !by_source && !figure->year == !by_year)
            return true;
    }
    return false;
}

static void add_total_blanks(const struct summer *summer, size_t index)
{
    const struct plan *plan = summer->builder->plan;
    const struct plan_row *row = &summer->table->rows[index];
    for (size_t s = 0; s <= plan->source_count; s++) {
        const struct source *source = s < plan->source_count ? &plan->sources[s] : NULL;
        if (source && states_like(row, true, false))
            add_blank(summer, index, source, 0);
        for (int year = plan->first_year; year <= plan->last_year && states_like(row, source, true); year++)
            add_blank(summer, index, source, year);
    }
}

static bool states_sums(const struct plan_row *row)
{
    for (size_t f = 0; f < row->figure_count; f++)
        if (row->figures[f].stated)
            return true;
    return false;
}

/* A group leaves a cell blank only in columns in which its table prints anything. */
static void add_group_blanks(const struct summer *summer, size_t index)
{
    const struct plan *plan = summer->builder->plan;
    for (size_t s = 0; s < plan->source_count; s++) {
        const struct source *source = &plan->sources[s];
        if (*prints_at(summer, source, 0))
            add_blank(summer, index, source, 0);
        for (int year = plan->first_year; year <= plan->last_year; year++)
            if (*prints_at(summer, source, year))
                add_blank(summer, index, source, year);
    }
}

void ledger_add_sums(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++) {
        const struct plan_table *table = &builder->plan->tables[t];
        struct summer summer = { builder, table, ledger_parts(builder->ledger, table), NULL };
        find_printed(&summer);
        for (size_t r = 0; r < table->row_count; r++) {
            const struct plan_row *row = &table->rows[r];
            add_stated(&summer, r);
            if (row->kind == ROW_TOTAL && !row->resummed)
                add_total_blanks(&summer, r);
            if (row->has_children && states_sums(row) && !row->resummed)
                add_group_blanks(&summer, r);
        }
    }
}
