#include "calc/sums.h"

#include <stdlib.h>

#include "base/map.h"

/* ---- which rows make up a row ---- */

/* Shared rows of the totals that name none: all at the top that are no totals themselves. */
static bool is_at_top(const struct plan_row *row)
{
    return row->kind != ROW_TOTAL && row->parent == NO_ROW && !row->apart;
}

struct parts_builder {
    const struct plan_table *table;
    struct map ids; /* of rows that are no totals: index + 1 */
    size_t *starts, *rows;
    bool *minus;
    size_t count, capacity, minus_count, minus_capacity;
    struct arena *arena;
};

/* A row that a total names, and its sign. */
struct named_row {
    size_t row;
    bool minus;
};

static void add_part(struct parts_builder *builder, struct named_row named)
{
    size_t *part = ARENA_PUSH(builder->arena, builder->rows, builder->count, builder->capacity);
    *part = named.row;
    bool *minus = ARENA_PUSH(builder->arena, builder->minus, builder->minus_count, builder->minus_capacity);
    *minus = named.minus;
}

static int in_order(const void *a, const void *b)
{
    const struct named_row *left = a, *right = b;
    return (left->row > right->row) - (left->row < right->row);
}

/* The rows that a total names, each once, in the order of the table. */
static void add_named(struct parts_builder *builder, const struct plan_row *total)
{
    struct named_row *named = arena_alloc(builder->arena, total->of_count, sizeof *named);
    size_t count = 0;
    for (size_t i = 0; i < total->of_count; i++) {
        const size_t *row = map_find(&builder->ids, total->of[i]);
        if (row)
            named[count++] = (struct named_row){ *row - 1, total->of_minus && total->of_minus[i] };
    }
    qsort(named, count, sizeof *named, in_order);
    for (size_t i = 0; i < count; i++)
        if (!i || named[i].row != named[i - 1].row)
            add_part(builder, named[i]);
}

/* Rows under a row follow it, all of a higher level. Steps to the next one right under it; false behind the last. */
static bool next_child(const struct plan_table *table, size_t parent, size_t *row)
{
    while (++*row < table->row_count && table->rows[*row].level > table->rows[parent].level)
        if (table->rows[*row].parent == (int)parent && !table->rows[*row].apart)
            return true;
    return false;
}

static void add_parts(struct parts_builder *builder, size_t index)
{
    const struct plan_table *table = builder->table;
    const struct plan_row *row = &table->rows[index];
    if (row->kind == ROW_TOTAL && row->of_count) {
        add_named(builder, row);
    } else if (row->kind == ROW_TOTAL) {
        for (size_t i = 0; i < table->row_count; i++)
            if (is_at_top(&table->rows[i]))
                add_part(builder, (struct named_row){ i, false });
    } else {
        for (size_t i = index; next_child(table, index, &i);)
            add_part(builder, (struct named_row){ i, false });
    }
}

struct sum_parts sum_parts_of(const struct plan_table *table, struct arena *arena)
{
    struct parts_builder builder = { .table = table, .ids = map_of_texts(arena), .arena = arena };
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind != ROW_TOTAL)
            *map_at(&builder.ids, table->rows[r].id) = r + 1;
    builder.starts = arena_alloc(arena, table->row_count + 1, sizeof *builder.starts);
    for (size_t r = 0; r < table->row_count; r++) {
        builder.starts[r] = builder.count;
        add_parts(&builder, r);
    }
    builder.starts[table->row_count] = builder.count;
    return (struct sum_parts){ table, builder.starts, builder.rows, builder.minus };
}

/* ---- sums ---- */

struct collector {
    const struct plan_table *table;
    struct sum *sum;
    struct arena *arena;
    bool minus; /* what is collected is taken off */
};

void sum_add(struct sum *sum, struct term term, struct arena *arena)
{
    struct term *added = ARENA_PUSH(arena, sum->terms, sum->count, sum->capacity);
    *added = term;
    sum->incomplete = sum->incomplete || figure_is_unknown(term.figure);
    sum->lost = sum->lost || term.figure->state == FIGURE_LOST;
    enum figure_op op = term.minus ? figure_op_taken_off(term.figure->op) : term.figure->op;
    sum->op = figure_op_of_sum(sum->op, op);
    sum->taken_off = sum->taken_off || term.minus;
    int64_t dong = term.minus ? -term.figure->dong : term.figure->dong;
    sum->overflow = !dong_add(&sum->dong, sum->dong, dong) || sum->overflow;
}

static void add_term(struct collector *collector, size_t row, const struct figure *figure)
{
    sum_add(collector->sum, (struct term){ row, &collector->table->rows[row], figure, collector->minus }, collector->arena);
}

static bool collect(struct collector *collector, size_t index, const struct source *source, int year);

/* Each source of the row once, at that year. */
static bool collect_sources(struct collector *collector, size_t index, int year)
{
    const struct plan_row *row = &collector->table->rows[index];
    const struct figure *figure, *before;
    bool any = false;
    for (size_t at = 0; (figure = row_planned(row, &at));) {
        bool seen = figure->source == NULL;
        for (size_t i = 0; !seen && (before = row_planned(row, &i)) != figure;)
            seen = before->source == figure->source;
        if (!seen)
            any = collect(collector, index, figure->source, year) || any;
    }
    return any;
}

/* True if the row prints the amount within a wider one of that source that lies in the period itself. */
static bool is_part(const struct plan_row *row, const struct figure *figure, struct figure_period period)
{
    const struct figure *wide;
    for (size_t at = 0; (wide = row_planned(row, &at));)
        if (wide->source == figure->source && figure_period_within(figure->key.period, wide->key.period) &&
            figure_period_within(wide->key.period, period) && !figure_period_equal(wide->key.period, figure->key.period) &&
            !figure_period_equal(wide->key.period, period))
            return true;
    return false;
}

/* The years of the period, the parts of the year: the widest that the row prints, each once. */
static bool collect_times(struct collector *collector, size_t index, const struct source *source, int year)
{
    const struct plan_row *row = &collector->table->rows[index];
    const struct figure_period period = { .year = year };
    const struct figure *figure;
    bool any = false;
    for (size_t at = 0; (figure = row_planned(row, &at));)
        if (figure->source == source && figure_period_within(figure->key.period, period) &&
            !figure_period_equal(figure->key.period, period) && !is_part(row, figure, period)) {
            add_term(collector, index, figure);
            any = true;
        }
    return any;
}

/* A heading prints no cells at all, which is not the same as blank ones: what its children print stands for it. */
static bool collect_children(struct collector *collector, size_t index, const struct source *source, int year)
{
    bool any = false;
    for (size_t i = index; next_child(collector->table, index, &i);)
        any = collect(collector, i, source, year) || any;
    return any;
}

/* A sum whose number is lost, with its parts beside it: they say more than it does. */
static bool is_lost_sum(const struct plan_row *row, const struct figure *own)
{
    if (!own || own->state != FIGURE_LOST || !own->stated || own->source)
        return false;
    for (size_t f = 0; f < row->figure_count; f++)
        if (row->figures[f].source && row->figures[f].year == own->year)
            return true;
    return false;
}

/* True if the row has money of the source (NULL: of any) that a longer period than the year holds. */
static bool has_undivided(const struct plan_row *row, const struct source *source, int year)
{
    const struct figure_period period = { .year = year };
    const struct figure *figure;
    for (size_t at = 0; (figure = row_planned(row, &at));)
        if ((!source || figure->source == source) && figure->state != FIGURE_BLANK &&
            figure_period_within(period, figure->key.period) && !figure_period_within(figure->key.period, period))
            return true;
    return false;
}

/* What stands for a cell that the row does not print. */
static bool collect_finer(struct collector *collector, size_t index, const struct source *source, int year)
{
    const struct plan_row *row = &collector->table->rows[index];
    if (row->resummed && (row->has_children || row->kind == ROW_TOTAL)) /* what is left of its sums is not all of them */
        return collect_children(collector, index, source, year);
    if ((!source && collect_sources(collector, index, year)) || collect_times(collector, index, source, year))
        return true;
    if (!year || row_has_years(row))
        return false;
    bool any = row->has_children && collect_children(collector, index, source, year);
    collector->sum->open = collector->sum->open || (!any && has_undivided(row, source, year));
    return any;
}

/* The row's share in (source, year): its own cell, else the finer cells that make it up. False if it prints neither. */
static bool collect(struct collector *collector, size_t index, const struct source *source, int year)
{
    const struct plan_row *row = &collector->table->rows[index];
    if (!row->figure_count && row->has_children)
        return collect_children(collector, index, source, year);
    const struct figure *own = row_figure(row, source, year);
    if (!own || is_lost_sum(row, own))
        return collect_finer(collector, index, source, year);
    if (own->state != FIGURE_BLANK)
        add_term(collector, index, own);
    return true;
}

static void collect_across(struct collector *collector, size_t index, const struct figure *figure)
{
    bool any = !figure->source && collect_sources(collector, index, figure->year);
    if (!any && !figure->year)
        collect_times(collector, index, figure->source, 0);
}

struct sum sum_of(const struct sum_parts *parts, size_t row, const struct figure *figure, enum axis axis,
                  struct arena *arena)
{
    struct sum sum = { 0 };
    struct collector collector = { parts->table, &sum, arena, false };
    if (axis == AXIS_ACROSS)
        collect_across(&collector, row, figure);
    for (size_t i = parts->starts[row]; axis == AXIS_DOWN && i < parts->starts[row + 1]; i++) {
        collector.minus = parts->minus[i];
        collect(&collector, parts->rows[i], figure->source, figure->year);
    }
    return sum;
}

struct sum sum_of_row(const struct plan_table *table, size_t row, const struct source *source, int year,
                      struct arena *arena)
{
    struct sum sum = { 0 };
    struct collector collector = { table, &sum, arena, false };
    collect(&collector, row, source, year);
    return sum;
}

/* Terms lie below or beside their figure, never above it: the recursion ends at the amounts. */
struct sum sum_computed(const struct sum_parts *parts, size_t row, const struct figure *figure, struct arena *arena)
{
    struct sum whole = { .dong = figure->dong,
                         .incomplete = figure_is_unknown(figure),
                         .lost = figure->state == FIGURE_LOST,
                         .op = figure->op };
    struct sum below = { 0 };
    if (figure->stated)
        below = sum_of(parts, row, figure, AXIS_DOWN, arena);
    if (figure->stated && (!below.count || below.incomplete)) {
        struct sum across = sum_of(parts, row, figure, AXIS_ACROSS, arena);
        below = across.count && !across.incomplete ? across : below.count ? below : across;
    }
    if (!below.count)
        return whole;
    whole = (struct sum){ .terms = below.terms, .count = below.count, .open = below.open, .taken_off = below.taken_off };
    for (size_t i = 0; i < below.count; i++) {
        struct sum part = sum_computed(parts, below.terms[i].row, below.terms[i].figure, arena);
        int64_t dong = below.terms[i].minus ? -part.dong : part.dong;
        whole.incomplete = whole.incomplete || part.incomplete;
        whole.open = whole.open || part.open;
        whole.lost = whole.lost || part.lost;
        whole.op = figure_op_of_sum(whole.op, below.terms[i].minus ? figure_op_taken_off(part.op) : part.op);
        whole.overflow = !dong_add(&whole.dong, whole.dong, dong) || whole.overflow || part.overflow;
    }
    return whole;
}
