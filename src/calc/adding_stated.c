/* What a decision prints for the whole of a plan. */
#include "calc/adding_stated.h"

static bool is_legible(const struct figure *figure)
{
    return figure && (figure->state == FIGURE_NUMBER || figure->state == FIGURE_DASH);
}

bool is_only_line(const struct plan_table *table, size_t row, const struct source *source)
{
    if (table->rows[row].kind != ROW_LINE || !source || table->rows[row].source != source)
        return false;
    for (size_t r = 0; r < table->row_count; r++)
        if (r != row && table->rows[r].kind == ROW_LINE && table->rows[r].source == source)
            return false;
    return true;
}

const struct figure *stated_in_table(const struct adding_table *adding, const struct source *source, int year,
                                     struct arena *arena)
{
    const struct plan_table *table = adding->table;
    for (size_t r = table->row_count; r-- > 0;) {
        bool total = table->rows[r].kind == ROW_TOTAL && !table->rows[r].outside;
        const struct figure *figure = total || is_only_line(table, r, source) ? row_figure(&table->rows[r], source, year)
                                                                              : NULL;
        if (is_legible(figure) && (!total || total_is_whole(adding, r, source, arena)))
            return figure;
    }
    return NULL;
}

static const struct figure *stated_in_prose(const struct plan *plan, const struct source *source, int year)
{
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++) {
            const struct figure *figure = &plan->prose[p].figures[f];
            bool whole = !year && figure->whole;
            if (figure->source == source && (figure->year == year || whole) && is_legible(figure))
                return figure;
        }
    return NULL;
}

/* A summary in the body speaks before the annex that it sums up. */
static const struct figure *stated_in_one(const struct adding *adding, const struct source *source, int year,
                                          struct arena *arena)
{
    const struct plan *plan = adding->plan;
    for (int annex = 0; annex <= 1; annex++)
        for (size_t t = 0; t < plan->table_count; t++) {
            bool wanted = (plan->tables[t].annex != NULL) == annex && !plan->tables[t].details;
            const struct figure *figure = wanted ? stated_in_table(&adding->tables[t], source, year, arena) : NULL;
            if (figure)
                return figure;
        }
    return stated_in_prose(plan, source, year);
}

static bool counts_of(const struct adding_table *table, const struct source *source)
{
    if (!adds_up(table))
        return false;
    for (size_t s = 0; !source && s < table->plan->source_count; s++)
        if (holds_source(table->table, &table->plan->sources[s]))
            return true;
    return holds_source(table->table, source);
}

/* A table that says again what all tables that count say. */
static bool repeats_all(const struct adding *adding, const struct plan_table *table, const struct source *source)
{
    for (size_t t = 0; t < adding->plan->table_count; t++)
        if (counts_of(&adding->tables[t], source) && !table_repeats(table, adding->plan->tables[t].id))
            return false;
    return table->repeat_count > 0;
}

/* Of a year also what is told for longer periods alone: the year has some of it. */
static bool speaks(const struct adding_table *table, const struct source *source, int year)
{
    enum leaf_scope scope = source ? LEAVES_OF_SOURCE : LEAVES_OF_ALL;
    struct leaf_sum sum = leaves_of(table, scope, source, year);
    return sum.dong || sum.unknown || sum.overflow || (year && table_holds_undivided(table, scope, source, year));
}

/* Each table that has anything must state it. */
static struct stated_sum stated_together(const struct adding *adding, const struct source *source, int year,
                                         struct arena *arena)
{
    struct stated_sum sum = { 0 };
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        const struct adding_table *table = &adding->tables[t];
        const struct figure *figure = counts_of(table, source) ? stated_in_table(table, source, year, arena) : NULL;
        if (figure) {
            sum.known = true;
            sum.op = figure_op_of_sum(sum.op, figure->op);
            sum.span = span_of_both(sum.span, figure_span(figure));
        }
        if (figure ? !dong_add(&sum.dong, sum.dong, figure->dong) : counts_of(table, source) && speaks(table, source, year))
            return (struct stated_sum){ 0 };
    }
    return sum;
}

static struct stated_sum of_figure(const struct figure *figure)
{
    return figure ? (struct stated_sum){ true, figure->dong, figure->op, figure_span(figure) } : (struct stated_sum){ 0 };
}

/* True of a figure that says what one of several tables comes to, and not what all of them do: it is that table's. */
static bool is_of_one_table(const struct adding *adding, const struct figure *figure, const struct source *source, int year,
                            struct arena *arena)
{
    bool one = false;
    int64_t together = 0;
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        const struct adding_table *table = &adding->tables[t];
        if (!counts_of(table, source))
            continue;
        const struct figure *stated = stated_in_table(table, source, year, arena);
        struct leaf_sum leaves = leaves_of(table, source ? LEAVES_OF_SOURCE : LEAVES_OF_ALL, source, year);
        int64_t dong = stated ? stated->dong : leaves.dong;
        one = one || dong == figure->dong;
        if (leaves.overflow || !dong_add(&together, together, dong))
            return false;
    }
    return one && together != figure->dong;
}

struct stated_sum stated_of_plan(const struct adding *adding, const struct source *source, int year, struct arena *arena)
{
    size_t counting = 0;
    for (size_t t = 0; t < adding->plan->table_count; t++)
        counting += counts_of(&adding->tables[t], source);
    if (counting <= 1)
        return of_figure(stated_in_one(adding, source, year, arena));
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        const struct adding_table *table = &adding->tables[t];
        const struct figure *figure =
            repeats_all(adding, table->table, source) ? stated_in_table(table, source, year, arena) : NULL;
        if (figure)
            return of_figure(figure);
    }
    struct stated_sum sum = stated_together(adding, source, year, arena);
    const struct figure *said = sum.known ? NULL : stated_in_prose(adding->plan, source, year);
    if (said && !is_of_one_table(adding, said, source, year, arena))
        sum = of_figure(said);
    return sum;
}
