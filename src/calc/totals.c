#include "calc/totals.h"

struct leaf_sum {
    int64_t dong;
    bool known; /* a table holds the source: cells that it leaves blank are nothing allocated, a sum of 0 */
    bool lost, overflow;
};

static bool has_amounts(const struct plan_table *table, const struct source *source)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++)
            if (!table->rows[r].figures[f].stated && table->rows[r].figures[f].source == source)
                return true;
    return false;
}

/* An annex before a table of the body, then the longer one. */
static bool more_detailed(const struct plan_table *a, const struct plan_table *b)
{
    return !b || (a->annex && !b->annex) || (!a->annex == !b->annex && a->row_count > b->row_count);
}

/* The most detailed table that holds amounts of the source. */
static const struct plan_table *detail_table(const struct plan *plan, const struct source *source)
{
    const struct plan_table *best = NULL;
    for (size_t t = 0; t < plan->table_count; t++) {
        const struct plan_table *table = &plan->tables[t];
        if (!has_amounts(table, source))
            continue;
        if (more_detailed(table, best))
            best = table;
    }
    return best;
}

static bool has_amount(const struct plan_row *row, const struct source *source, int year)
{
    const struct figure *own = row_figure(row, source, year);
    return own && !own->stated && own->state != FIGURE_BLANK;
}

/*
 * An amount on a parent speaks for its children: where it is printed their cells are not added again. In the sum of the
 * period an amount for the whole period speaks for those of the years.
 */
static bool is_covered(const struct plan_table *table, const struct plan_row *row, const struct figure *figure, int year)
{
    bool of_period = !year && figure->year && !figure->whole;
    if (of_period && has_amount(row, figure->source, 0))
        return true;
    for (int parent = row->parent; parent != NO_ROW; parent = table->rows[parent].parent) {
        const struct plan_row *above = &table->rows[parent];
        if (has_amount(above, figure->source, figure->year) || (of_period && has_amount(above, figure->source, 0)))
            return true;
    }
    return false;
}

static void add_leaves(struct leaf_sum *sum, const struct plan_table *table, const struct source *source, int year)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        for (size_t f = 0; f < row->figure_count && !row_is_apart(table, row); f++) {
            const struct figure *figure = &row->figures[f];
            bool wanted = !figure->stated && figure->source == source && (!year || figure->year == year) &&
                          figure->state != FIGURE_BLANK;
            if (!wanted || is_covered(table, row, figure, year))
                continue;
            sum->lost = sum->lost || figure_is_unknown(figure);
            sum->overflow = !dong_add(&sum->dong, sum->dong, figure->dong) || sum->overflow;
        }
    }
}

static struct leaf_sum leaves(const struct plan *plan, const struct source *source, int year)
{
    const struct plan_table *table = detail_table(plan, source);
    struct leaf_sum sum = { .known = table != NULL };
    if (table)
        add_leaves(&sum, table, source, year);
    return sum;
}

static bool is_legible(const struct figure *figure)
{
    return figure && (figure->state == FIGURE_NUMBER || figure->state == FIGURE_DASH);
}

static const struct figure *stated_in_table(const struct plan_table *table, const struct source *source, int year)
{
    for (size_t r = table->row_count; r-- > 0;) {
        const struct plan_row *row = &table->rows[r];
        bool speaks = row->kind == ROW_TOTAL || (row->kind == ROW_LINE && row->source && row->source == source);
        const struct figure *figure = speaks ? row_figure(row, source, year) : NULL;
        if (is_legible(figure))
            return figure;
    }
    return NULL;
}

static const struct figure *stated_in_prose(const struct plan *plan, const struct source *source, int year)
{
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++) {
            const struct figure *figure = &plan->prose[p].figures[f];
            if (figure->source == source && figure->year == year && is_legible(figure))
                return figure;
        }
    return NULL;
}

static const struct figure *stated_figure(const struct plan *plan, const struct source *source, int year)
{
    for (int annex = 0; annex <= 1; annex++)
        for (size_t t = 0; t < plan->table_count; t++) {
            const struct plan_table *table = &plan->tables[t];
            const struct figure *figure =
                (table->annex != NULL) == annex ? stated_in_table(table, source, year) : NULL;
            if (figure)
                return figure;
        }
    return stated_in_prose(plan, source, year);
}

/*
 * All sources together: each from its own table, and what is keyed without a source. Where these stand in different tables
 * both say the whole, and only the more detailed counts.
 */
static struct leaf_sum all_leaves(const struct plan *plan, int year)
{
    const struct plan_table *whole = detail_table(plan, NULL), *best = NULL;
    bool together = false;
    for (size_t s = 0; s < plan->source_count; s++) {
        const struct plan_table *own = detail_table(plan, &plan->sources[s]);
        together = together || (own && own == whole);
        if (own && more_detailed(own, best))
            best = own;
    }
    bool apart = whole && best && !together;
    if (apart && more_detailed(whole, best))
        return leaves(plan, NULL, year);
    struct leaf_sum all = { 0 };
    if (!apart)
        all = leaves(plan, NULL, year);
    for (size_t s = 0; s < plan->source_count; s++) {
        struct leaf_sum one = leaves(plan, &plan->sources[s], year);
        all.known = all.known || one.known;
        all.lost = all.lost || one.lost;
        all.overflow = !dong_add(&all.dong, all.dong, one.dong) || all.overflow || one.overflow;
    }
    return all;
}

static bool add_total(struct totals *totals, const struct source *source, int year, struct arena *arena,
                      struct findings *findings)
{
    const struct plan *plan = totals->plan;
    struct leaf_sum sum = source ? leaves(plan, source, year) : all_leaves(plan, year);
    const struct figure *stated = stated_figure(plan, source, year);
    if (sum.overflow) {
        finding_add(findings, FINDING_SUM_OVERFLOW, plan->place, source ? source->name : plan->id, NULL);
        return false;
    }
    struct total *total = ARENA_PUSH(arena, totals->items, totals->count, totals->capacity);
    *total = (struct total){ .source = source, .year = year, .has_stated = stated != NULL, .computed = sum.dong };
    total->has_computed = sum.known;
    total->stated = stated ? stated->dong : 0;
    total->complete = sum.known && !sum.lost && (!stated || stated->dong == sum.dong);
    return true;
}

/* True if any money is given by year: otherwise only the period is told, and never divided by its years. */
static bool has_years(const struct plan *plan)
{
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++)
            for (size_t f = 0; f < plan->tables[t].rows[r].figure_count; f++)
                if (plan->tables[t].rows[r].figures[f].year)
                    return true;
    return false;
}

static bool add_years(struct totals *totals, const struct source *source, bool years, struct arena *arena,
                      struct findings *findings)
{
    const struct plan *plan = totals->plan;
    bool ok = true;
    for (int year = plan->first_year; years && year <= plan->last_year; year++)
        ok = add_total(totals, source, year, arena, findings) && ok;
    return add_total(totals, source, 0, arena, findings) && ok;
}

bool totals_compute(struct totals *totals, const struct plan *plan, struct arena *arena, struct findings *findings)
{
    *totals = (struct totals){ .plan = plan };
    bool ok = true, years = has_years(plan);
    for (size_t s = 0; s < plan->source_count; s++) {
        const struct source *source = &plan->sources[s];
        bool told = detail_table(plan, source) || stated_figure(plan, source, 0);
        if (told)
            ok = add_years(totals, source, years && detail_table(plan, source) != NULL, arena, findings) && ok;
    }
    return add_years(totals, NULL, years, arena, findings) && ok;
}
