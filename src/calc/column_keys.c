#include "calc/column_keys.h"

#include "base/text.h"

/* Calls for each figure of the table; true if one of them is wanted. */
typedef bool wants(const struct figure *figure, const void *context);

static bool any_figure(const struct plan_table *table, wants *wanted, const void *context)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        for (size_t f = 0; f < row->figure_count; f++)
            if (wanted(&row->figures[f], context))
                return true;
        for (size_t f = 0; f < row->keyed_count; f++)
            if (wanted(&row->keyed[f], context))
                return true;
    }
    return false;
}

static bool is_of_source(const struct figure *figure, const void *source)
{
    return figure->source == source;
}

static bool is_of_phase(const struct figure *figure, const void *phase)
{
    return text_equal(figure->key.phase, phase);
}

static bool is_of_measure(const struct figure *figure, const void *measure)
{
    return text_equal(figure->key.measure, measure);
}

static bool is_of_period(const struct figure *figure, const void *period)
{
    return figure_period_equal(figure->key.period, *(const struct figure_period *)period);
}

static struct periods years_of(const struct plan *plan, struct arena *arena)
{
    size_t count = plan->last_year < plan->first_year ? 0 : (size_t)(plan->last_year - plan->first_year) + 1;
    struct figure_period *years = arena_alloc(arena, count, sizeof *years);
    for (size_t i = 0; i < count; i++)
        years[i] = (struct figure_period){ .year = plan->first_year + (int)i };
    return (struct periods){ years, count };
}

static struct periods quarters_of(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    struct periods years = years_of(plan, arena);
    struct figure_period *quarters = arena_alloc(arena, 4 * years.count, sizeof *quarters);
    size_t count = 0;
    for (size_t y = 0; y < years.count; y++)
        for (enum year_part part = FIRST_QUARTER; part <= FOURTH_QUARTER; part++) {
            struct figure_period quarter = { .year = years.items[y].year, .part = part };
            if (any_figure(table, is_of_period, &quarter))
                quarters[count++] = quarter;
        }
    return (struct periods){ quarters, count };
}

static struct ids sources_of(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    const char **ids = arena_alloc(arena, plan->source_count, sizeof *ids);
    size_t count = 0;
    for (size_t s = 0; s < plan->source_count; s++)
        if (any_figure(table, is_of_source, &plan->sources[s]))
            ids[count++] = plan->sources[s].id;
    return (struct ids){ ids, count };
}

static struct ids phases_of(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    const char **ids = arena_alloc(arena, plan->phase_count + 1, sizeof *ids);
    size_t count = 0;
    if (any_figure(table, is_of_phase, NULL))
        ids[count++] = PHASE_OF_PLAN;
    for (size_t p = 0; p < plan->phase_count; p++)
        if (any_figure(table, is_of_phase, plan->phases[p].id))
            ids[count++] = plan->phases[p].id;
    return (struct ids){ ids, count };
}

static struct ids measures_of(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    const char **ids = arena_alloc(arena, plan->measure_count + 1, sizeof *ids);
    size_t count = 0;
    for (size_t m = 0; m < plan->measure_count; m++)
        if (any_figure(table, is_of_measure, plan->measures[m].id))
            ids[count++] = plan->measures[m].id;
    if (any_figure(table, is_of_measure, NULL))
        ids[count++] = MEASURE_OF_TABLE;
    return (struct ids){ ids, count };
}

struct column_scope column_scope_of(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    return (struct column_scope){ .defaults = table->defaults,
                                  .only_year = plan->first_year == plan->last_year ? plan->first_year : 0,
                                  .years = years_of(plan, arena),
                                  .quarters = quarters_of(plan, table, arena),
                                  .sources = sources_of(plan, table, arena),
                                  .phases = phases_of(plan, table, arena),
                                  .measures = measures_of(plan, table, arena) };
}

struct column_keys column_keys_of_table(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    if (!table->columns)
        return (struct column_keys){ 0 };
    struct column_scope scope = column_scope_of(plan, table, arena);
    return column_keys_of(&scope, table->columns, arena);
}
