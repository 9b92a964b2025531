#include "calc/column_keys.h"

#include "base/text.h"

enum { QUARTERS = 4 };

/* What the figures of a table are of, found in one pass: there may be a million of them. */
struct uses {
    const struct plan *plan;
    bool *sources, *phases, *measures; /* as the plan declares them */
    bool *quarters;                    /* four of each year of the plan */
    bool planned, money;               /* the phase and the measure that have no id */
};

static void use_phase(struct uses *uses, const char *phase)
{
    uses->planned |= !phase;
    for (size_t p = 0; phase && p < uses->plan->phase_count; p++)
        uses->phases[p] |= text_equal(phase, uses->plan->phases[p].id);
}

static void use_measure(struct uses *uses, const char *measure)
{
    uses->money |= !measure;
    for (size_t m = 0; measure && m < uses->plan->measure_count; m++)
        uses->measures[m] |= text_equal(measure, uses->plan->measures[m].id);
}

static struct figure_period quarter_of(const struct plan *plan, size_t index)
{
    return (struct figure_period){ .year = plan->first_year + (int)(index / QUARTERS),
                                   .part = FIRST_QUARTER + (enum year_part)(index % QUARTERS) };
}

static void use_period(struct uses *uses, struct figure_period period)
{
    const struct plan *plan = uses->plan;
    if (period.part < FIRST_QUARTER || period.part > FOURTH_QUARTER || period.year < plan->first_year ||
        period.year > plan->last_year)
        return;
    size_t index = QUARTERS * (size_t)(period.year - plan->first_year) + (period.part - FIRST_QUARTER);
    uses->quarters[index] |= figure_period_equal(period, quarter_of(plan, index));
}

static void use_figures(struct uses *uses, const struct figure *figures, size_t count)
{
    for (size_t f = 0; f < count; f++) {
        const struct figure *figure = &figures[f];
        for (size_t s = 0; s < uses->plan->source_count; s++)
            uses->sources[s] |= figure->source == &uses->plan->sources[s];
        use_phase(uses, figure->key.phase);
        use_measure(uses, figure->key.measure);
        use_period(uses, figure->key.period);
    }
}

static struct periods years_of(const struct plan *plan, struct arena *arena)
{
    size_t count = plan->last_year < plan->first_year ? 0 : (size_t)(plan->last_year - plan->first_year) + 1;
    struct figure_period *years = arena_alloc(arena, count, sizeof *years);
    for (size_t i = 0; i < count; i++)
        years[i] = (struct figure_period){ .year = plan->first_year + (int)i };
    return (struct periods){ years, count };
}

static struct periods quarters_of(const struct uses *uses, size_t years, struct arena *arena)
{
    struct figure_period *quarters = arena_alloc(arena, QUARTERS * years, sizeof *quarters);
    size_t count = 0;
    for (size_t q = 0; q < QUARTERS * years; q++)
        if (uses->quarters[q])
            quarters[count++] = quarter_of(uses->plan, q);
    return (struct periods){ quarters, count };
}

static struct ids sources_of(const struct uses *uses, struct arena *arena)
{
    const struct plan *plan = uses->plan;
    const char **ids = arena_alloc(arena, plan->source_count, sizeof *ids);
    size_t count = 0;
    for (size_t s = 0; s < plan->source_count; s++)
        if (uses->sources[s])
            ids[count++] = plan->sources[s].id;
    return (struct ids){ ids, count };
}

static struct ids phases_of(const struct uses *uses, struct arena *arena)
{
    const struct plan *plan = uses->plan;
    const char **ids = arena_alloc(arena, plan->phase_count + 1, sizeof *ids);
    size_t count = 0;
    if (uses->planned)
        ids[count++] = PHASE_OF_PLAN;
    for (size_t p = 0; p < plan->phase_count; p++)
        if (uses->phases[p])
            ids[count++] = plan->phases[p].id;
    return (struct ids){ ids, count };
}

static struct ids measures_of(const struct uses *uses, struct arena *arena)
{
    const struct plan *plan = uses->plan;
    const char **ids = arena_alloc(arena, plan->measure_count + 1, sizeof *ids);
    size_t count = 0;
    for (size_t m = 0; m < plan->measure_count; m++)
        if (uses->measures[m])
            ids[count++] = plan->measures[m].id;
    if (uses->money)
        ids[count++] = MEASURE_OF_TABLE;
    return (struct ids){ ids, count };
}

static struct uses uses_of(const struct plan *plan, const struct plan_table *table, size_t years, struct arena *arena)
{
    struct uses uses = { .plan = plan,
                         .sources = arena_alloc(arena, plan->source_count, sizeof *uses.sources),
                         .phases = arena_alloc(arena, plan->phase_count, sizeof *uses.phases),
                         .measures = arena_alloc(arena, plan->measure_count, sizeof *uses.measures),
                         .quarters = arena_alloc(arena, QUARTERS * years, sizeof *uses.quarters) };
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        use_figures(&uses, row->figures, row->figure_count);
        use_figures(&uses, row->keyed, row->keyed_count);
    }
    return uses;
}

struct column_scope column_scope_of(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    struct periods years = years_of(plan, arena);
    struct uses uses = uses_of(plan, table, years.count, arena);
    return (struct column_scope){ .defaults = table->defaults,
                                  .only_year = plan->first_year == plan->last_year ? plan->first_year : 0,
                                  .years = years,
                                  .quarters = quarters_of(&uses, years.count, arena),
                                  .sources = sources_of(&uses, arena),
                                  .phases = phases_of(&uses, arena),
                                  .measures = measures_of(&uses, arena) };
}

struct column_keys column_keys_of_table(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    if (!table->columns)
        return (struct column_keys){ 0 };
    struct column_scope scope = column_scope_of(plan, table, arena);
    return column_keys_of(&scope, table->columns, arena);
}
