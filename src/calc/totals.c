#include "calc/totals.h"

#include "base/text.h"
#include "calc/adding_stated.h"
#include "calc/adding_tables.h"
#include "calc/agreement.h"

struct maker {
    struct totals *totals;
    struct adding adding;
    struct arena *arena;
    struct findings *findings;
};

/* A table that may or may not add up leaves unsettled what it speaks of. */
static bool is_unsettled(const struct adding *adding, const struct source *source)
{
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        const struct adding_table *table = &adding->tables[t];
        if (table->alike_count && (!source || holds_source(table->table, source) || holds_source(table->table, NULL)))
            return true;
        for (size_t r = 0; adds_up(table) && r < table->table->row_count; r++)
            if (left_out_of(table, r, source))
                return true;
    }
    return false;
}

static bool agrees(const struct stated_sum *stated, int64_t computed)
{
    return !stated->known || stated->dong == computed || span_holds(stated->span, computed);
}

/* The amounts of sources that make up a sum of all of them; *stated if the decision prints any sum for a source. */
static bool made_by_sources(const struct totals *totals, int year, int64_t computed, bool *stated)
{
    int64_t sum = 0;
    bool fits = true, any = false;
    *stated = false;
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *item = &totals->items[i];
        if (!item->source || item->year != year)
            continue;
        any = true;
        *stated = *stated || item->has_stated;
        fits = fits && dong_add(&sum, sum, item->computed);
    }
    return any && fits && sum == computed;
}

/* Where no sum of all sources is stated, each source has to be right. */
static bool sources_whole(const struct totals *totals, int year)
{
    for (size_t i = 0; i < totals->count; i++)
        if (totals->items[i].year == year && !totals->items[i].whole)
            return false;
    return true;
}

/* Where no sum of the period is stated, what is stated of each year has to be right. */
static bool years_whole(const struct totals *totals, const struct source *source)
{
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *item = &totals->items[i];
        if (item->source == source && item->year && item->has_stated && !item->whole)
            return false;
    }
    return true;
}

static bool add_total(const struct maker *maker, const struct source *source, int year)
{
    const struct plan *plan = maker->adding.plan;
    enum leaf_scope scope = source ? LEAVES_OF_SOURCE : LEAVES_OF_ALL;
    struct leaf_sum sum = leaves_of_plan(&maker->adding, scope, source, year);
    struct stated_sum stated = stated_of_plan(&maker->adding, source, year, maker->arena);
    if (sum.overflow) {
        finding_add(maker->findings, FINDING_SUM_OVERFLOW, plan->place, source ? source->name : plan->id, NULL);
        return false;
    }
    struct totals *totals = maker->totals;
    bool together = stated.known || ((source || sources_whole(totals, year)) && (year || years_whole(totals, source)));
    struct total *total = ARENA_PUSH(maker->arena, totals->items, totals->count, totals->capacity);
    *total = (struct total){ .source = source,
                             .year = year,
                             .has_stated = stated.known,
                             .stated = stated.dong,
                             .computed = sum.dong,
                             .stated_op = stated.op,
                             .op = sum.op,
                             .unknown = sum.unknown,
                             .lost = sum.lost };
    bool any_stated = false;
    total->by_source = !source && made_by_sources(totals, year, sum.dong, &any_stated);
    total->stated_by_source = total->by_source && any_stated && !stated.known;
    total->unsettled = is_unsettled(&maker->adding, source);
    total->undivided = year && holds_undivided(&maker->adding, scope, source, year);
    /* Money that no table divides by year adds up to no figure of a year, not to 0. */
    total->has_computed = sum.known && (!total->undivided || counts_years(&maker->adding, scope, source));
    total->whole = sum.known && !sum.unknown && !total->unsettled && (!total->undivided || stated.known) && together &&
                   agrees(&stated, sum.dong);
    total->complete = total->whole && sum.op == FIGURE_EXACT;
    return true;
}

static bool prints_year(const struct figure *figures, size_t count)
{
    for (size_t f = 0; f < count; f++)
        if (figures[f].year)
            return true;
    return false;
}

/* True if any money is given by year: otherwise only the period is told, and never divided by its years. */
static bool has_years(const struct plan *plan)
{
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++)
            if (row_has_years(&plan->tables[t].rows[r]))
                return true;
    for (size_t p = 0; p < plan->prose_count; p++)
        if (prints_year(plan->prose[p].figures, plan->prose[p].figure_count))
            return true;
    return false;
}

static bool add_years(const struct maker *maker, const struct source *source, bool years)
{
    const struct plan *plan = maker->adding.plan;
    bool ok = true;
    for (int year = plan->first_year; years && year <= plan->last_year; year++)
        ok = add_total(maker, source, year) && ok;
    return add_total(maker, source, 0) && ok;
}

/* In tables, or stated anywhere, for any year. */
static bool is_told(const struct maker *maker, const struct source *source, bool *years)
{
    const struct plan *plan = maker->adding.plan;
    bool held = false, stated = stated_of_plan(&maker->adding, source, 0, maker->arena).known, yearly = false;
    for (size_t t = 0; t < plan->table_count; t++)
        held = held || holds_source(&plan->tables[t], source);
    for (int year = plan->first_year; year <= plan->last_year; year++)
        yearly = yearly || stated_of_plan(&maker->adding, source, year, maker->arena).known;
    *years = yearly || holds_years(&maker->adding, source);
    return held || stated || yearly;
}

const struct total *totals_at(const struct totals *totals, const char *source, int year)
{
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *total = &totals->items[i];
        if (total->year == year && text_equal(total->source ? total->source->id : NULL, source))
            return total;
    }
    return NULL;
}

bool totals_compute(struct totals *totals, const struct plan *plan, struct arena *arena, struct findings *findings)
{
    *totals = (struct totals){ .plan = plan };
    struct maker maker = { totals, adding_of(plan, arena), arena, findings };
    bool ok = true, years = has_years(plan);
    for (size_t s = 0; s < plan->source_count; s++) {
        bool yearly;
        if (is_told(&maker, &plan->sources[s], &yearly))
            ok = add_years(&maker, &plan->sources[s], years && yearly) && ok;
    }
    return add_years(&maker, NULL, years) && ok;
}
