#include "calc/ledger_build.h"

static const char *down_rule(const struct plan_row *row)
{
    return row->kind == ROW_TOTAL ? "groups-total" : "rows-group";
}

static void add_down(struct ledger_builder *builder, const struct plan_table *table, size_t index,
                     const struct figure *figure)
{
    const struct plan_row *row = &table->rows[index];
    struct sum sum = sum_of(table, index, figure, AXIS_DOWN, builder->arena);
    ledger_add_sum(builder, down_rule(row), figure, row->id, figure_name(builder->arena, row, figure), &sum);
}

static void add_across(struct ledger_builder *builder, const struct plan_table *table, size_t index,
                       const struct figure *figure)
{
    const struct plan_row *row = &table->rows[index];
    struct sum sum = sum_of(table, index, figure, AXIS_ACROSS, builder->arena);
    ledger_add_sum(builder, "cells-row", figure, row->id, figure_name(builder->arena, row, figure), &sum);
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
static void add_total_rows(struct ledger_builder *builder, const struct plan_table *table, size_t index,
                           const struct figure *figure)
{
    const struct plan_row *row = &table->rows[index];
    for (size_t other = 0; row->kind == ROW_TOTAL && other < index; other++) {
        if (table->rows[other].kind != ROW_TOTAL || !same_rows(row, &table->rows[other]))
            continue;
        struct sum sum = sum_of_row(table, other, figure->source, figure->year, builder->arena);
        ledger_add_sum(builder, "total-rows", figure, row->id, figure_name(builder->arena, row, figure), &sum);
    }
}

static bool states_sums(const struct plan_row *row)
{
    for (size_t f = 0; f < row->figure_count; f++)
        if (row->figures[f].stated)
            return true;
    return false;
}

/*
 * A cell that a summed row leaves blank says that its parts are blank too: an amount that slipped into a column where the
 * group has none would otherwise pass unseen. One that is keyed as blank is a figure, and has its line already.
 */
static void add_blank(struct ledger_builder *builder, const struct plan_table *table, size_t index,
                      const struct source *source, int year)
{
    const struct plan_row *row = &table->rows[index];
    const struct figure *own = row_figure(row, source, year);
    if (own && own->state != FIGURE_BLANK)
        return;
    struct figure *blank = arena_alloc(builder->arena, 1, sizeof *blank);
    *blank = (struct figure){ .place = row->place, .source = source, .year = year, .unit = table->unit };
    struct sum sum = sum_of(table, index, blank, AXIS_DOWN, builder->arena);
    const char *name = figure_name(builder->arena, row, blank);
    if (sum.count && !own)
        ledger_add_sum(builder, down_rule(row), blank, row->id, name, &sum);
    if (sum.count || row->kind == ROW_TOTAL)
        return;
    struct ledger_line *line =
        ledger_add_pair(builder, down_rule(row), row->place, row->id, "dong", NULL, NULL);
    line->name = name;
    line->source = source;
    line->year = year;
    line->reason = "blank";
}

static bool table_prints(const struct plan_table *table, const struct source *source, int year)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct figure *figure = row_figure(&table->rows[r], source, year);
        if (figure && table->rows[r].kind != ROW_TOTAL && figure->state != FIGURE_BLANK)
            return true;
    }
    return false;
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

static void add_total_blanks(struct ledger_builder *builder, const struct plan_table *table, size_t index)
{
    const struct plan *plan = builder->plan;
    const struct plan_row *row = &table->rows[index];
    for (size_t s = 0; s <= plan->source_count; s++) {
        const struct source *source = s < plan->source_count ? &plan->sources[s] : NULL;
        if (source && states_like(row, true, false))
            add_blank(builder, table, index, source, 0);
        for (int year = plan->first_year; year <= plan->last_year && states_like(row, source, true); year++)
            add_blank(builder, table, index, source, year);
    }
}

static void add_blanks(struct ledger_builder *builder, const struct plan_table *table, size_t index)
{
    const struct plan *plan = builder->plan;
    if (table->rows[index].kind == ROW_TOTAL)
        add_total_blanks(builder, table, index);
    if (!table->rows[index].has_children || !states_sums(&table->rows[index]))
        return;
    for (size_t s = 0; s < plan->source_count; s++) {
        const struct source *source = &plan->sources[s];
        if (table_prints(table, source, 0))
            add_blank(builder, table, index, source, 0);
        for (int year = plan->first_year; year <= plan->last_year; year++)
            if (table_prints(table, source, year))
                add_blank(builder, table, index, source, year);
    }
}

void ledger_add_tables(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++) {
        const struct plan_table *table = &builder->plan->tables[t];
        for (size_t r = 0; r < table->row_count; r++) {
            const struct plan_row *row = &table->rows[r];
            for (size_t f = 0; f < row->figure_count; f++) {
                if (row->figures[f].stated || row->has_children)
                    add_down(builder, table, r, &row->figures[f]);
                if (!row->figures[f].stated)
                    continue;
                add_across(builder, table, r, &row->figures[f]);
                add_total_rows(builder, table, r, &row->figures[f]);
            }
            add_blanks(builder, table, r);
        }
    }
}
