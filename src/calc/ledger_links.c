#include "calc/ledger_links.h"

#include "base/text.h"
#include "calc/adding_stated.h"
#include "calc/ledger_line.h"

/* What a table says of (source, year) as a whole; several claims on one source are chained. */
struct claim {
    int year;
    struct sum sum; /* empty: nothing */
    size_t next;    /* index + 1; 0: none */
};

/* A table and what was asked of it so far: a claim is looked for once. */
struct claims {
    const struct adding_table *table;
    struct map by_source; /* first claim, as index + 1; the table itself stands for all sources */
    struct claim *items;
    size_t count, capacity;
};

struct linker {
    struct ledger_builder *builder;
    const struct adding *adding;
    struct claims *claims; /* of each table of the plan */
};

static struct linker linker_of(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    struct linker linker = { builder, &builder->ledger->adding,
                             arena_alloc(builder->arena, plan->table_count, sizeof *linker.claims) };
    for (size_t t = 0; t < plan->table_count; t++)
        linker.claims[t] =
            (struct claims){ .table = &linker.adding->tables[t], .by_source = map_of_addresses(builder->arena) };
    return linker;
}

static void join(struct sum *sum, const struct sum *part, struct arena *arena)
{
    for (size_t i = 0; i < part->count; i++)
        sum_add(sum, part->terms[i], arena);
    sum->open = sum->open || part->open;
}

/* By the first total row of the whole that prints it or its parts, else by the lines of the source, else by its amounts. */
static struct sum table_claim(const struct adding_table *adding, const struct source *source, int year, struct arena *arena)
{
    const struct plan_table *table = adding->table;
    const struct figure wanted = { .source = source, .year = year };
    struct sum lines = { 0 };
    for (size_t r = 0; r < table->row_count; r++) {
        struct sum sum = { 0 };
        if (table->rows[r].kind == ROW_TOTAL && total_is_whole(adding, r, source, arena))
            sum = sum_of_row(table, r, source, year, arena);
        if (!sum.count && table->rows[r].kind == ROW_TOTAL && table->rows[r].resummed)
            sum = sum_of(&adding->parts, r, &wanted, AXIS_DOWN, arena);
        if (sum.count)
            return sum;
    }
    for (size_t r = 0; source && r < table->row_count; r++)
        if (table->rows[r].kind == ROW_LINE && table->rows[r].source == source) {
            struct sum sum = sum_of_row(table, r, source, year, arena);
            join(&lines, &sum, arena);
        }
    return lines.count ? lines : leaf_terms(adding, source, year, arena);
}

static struct sum claim_of(struct claims *claims, const struct figure *figure, struct arena *arena)
{
    size_t *first = map_at(&claims->by_source, figure->source ? (const void *)figure->source : claims->table);
    for (size_t i = *first; i; i = claims->items[i - 1].next)
        if (claims->items[i - 1].year == figure->year)
            return claims->items[i - 1].sum;
    struct claim *claim = ARENA_PUSH(arena, claims->items, claims->count, claims->capacity);
    *claim = (struct claim){ figure->year, table_claim(claims->table, figure->source, figure->year, arena), *first };
    *first = claims->count;
    return claim->sum;
}

/* ---- a table that repeats others ---- */

/* Rows of other tables that a table says in detail. */
struct detailed {
    struct detailed_row {
        const struct plan_table *table;
        size_t row;
    } * rows;
    size_t count;
};

static struct detailed rows_detailed_by(const struct plan *plan, const struct plan_table *table, struct arena *arena)
{
    struct detailed detailed = { 0 };
    if (table->details)
        detailed.rows = arena_alloc(arena, table->repeat_count, sizeof *detailed.rows);
    for (size_t i = 0; table->details && i < table->repeat_count; i++) {
        const struct plan_table *other;
        const struct plan_row *row = plan_row(plan, table->repeats[i], &other);
        if (row)
            detailed.rows[detailed.count++] = (struct detailed_row){ other, (size_t)(row - other->rows) };
    }
    return detailed;
}

static struct sum repeated_by(const struct linker *linker, const struct plan_table *table, struct detailed detailed,
                              const struct figure *figure)
{
    const struct plan *plan = linker->builder->plan;
    struct sum all = { 0 };
    for (size_t i = 0; i < detailed.count; i++) {
        struct sum sum = sum_of_row(detailed.rows[i].table, detailed.rows[i].row, figure->source, figure->year,
                                    linker->builder->arena);
        join(&all, &sum, linker->builder->arena);
    }
    for (size_t t = 0; t < plan->table_count; t++)
        if (table_repeats(table, plan->tables[t].id)) {
            struct sum sum = claim_of(&linker->claims[t], figure, linker->builder->arena);
            join(&all, &sum, linker->builder->arena);
        }
    for (size_t p = 0; !all.count && p < plan->prose_count; p++)
        for (size_t f = 0; table_repeats(table, plan->prose[p].id) && f < plan->prose[p].figure_count; f++)
            if (figure_key_equal(plan->prose[p].figures[f].key, figure->key))
                sum_add(&all, (struct term){ .figure = &plan->prose[p].figures[f] }, linker->builder->arena);
    return all;
}

static bool is_whole(const struct adding_table *adding, size_t row, const struct figure *figure, struct arena *arena)
{
    const struct plan_row *at = &adding->table->rows[row];
    return at->kind == ROW_TOTAL ? total_is_whole(adding, row, figure->source, arena)
                                 : is_only_line(adding->table, row, figure->source);
}

static void link_table(const struct linker *linker, const struct adding_table *adding)
{
    const struct plan_table *table = adding->table;
    struct arena *arena = linker->builder->arena;
    struct detailed detailed = rows_detailed_by(linker->builder->plan, table, arena);
    for (size_t r = 0; table->repeat_count && r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        for (size_t f = 0; f < row->figure_count; f++) {
            const struct figure *figure = &row->figures[f];
            if (!is_whole(adding, r, figure, arena))
                continue;
            struct sum sum = repeated_by(linker, table, detailed, figure);
            ledger_add_sum(linker->builder, LEDGER_SAME_FIGURE, ledger_row(table, row), figure, &sum);
        }
    }
}

/* ---- prose ---- */

static const struct figure *figure_named(const struct prose *prose, const struct source *source, int year)
{
    for (size_t f = 0; f < prose->figure_count; f++)
        if (prose->figures[f].source == source && prose->figures[f].year == year)
            return &prose->figures[f];
    return NULL;
}

/*
 * What the paragraph does not name may have the rest: a source of which the decision states no money, or, where it names one
 * of several ("310 triệu đồng, trong đó ngân sách tỉnh 200"), the others.
 */
static bool leaves_a_rest(const struct plan *plan, const struct prose *prose, int year)
{
    size_t named = 0;
    bool without_money = false;
    for (size_t s = 0; s < plan->source_count; s++) {
        bool is_named = figure_named(prose, &plan->sources[s], year);
        named += is_named;
        without_money = without_money || (!is_named && !plan->sources[s].money);
    }
    return without_money || (named == 1 && plan->source_count > 1);
}

/* The figure of a paragraph that names the whole, against the figures of the same paragraph that name the sources. */
static void add_prose_sum(struct ledger_builder *builder, const struct prose *prose, const struct figure *whole)
{
    struct sum sum = { .open = leaves_a_rest(builder->plan, prose, whole->year) };
    for (size_t f = 0; f < prose->figure_count; f++)
        if (prose->figures[f].source && prose->figures[f].year == whole->year)
            sum_add(&sum, (struct term){ .figure = &prose->figures[f] }, builder->arena);
    ledger_add_sum(builder, LEDGER_PROSE_SUM, ledger_prose(prose), whole, &sum);
}

/* The figure of the whole period, against those of the years in the same paragraph; a year that it does not name has the rest. */
static void add_prose_years(struct ledger_builder *builder, const struct prose *prose, const struct figure *whole)
{
    struct sum sum = { 0 };
    for (int year = builder->plan->first_year; year <= builder->plan->last_year; year++) {
        const struct figure *figure = figure_named(prose, whole->source, year);
        sum.open = sum.open || !figure;
        if (figure)
            sum_add(&sum, (struct term){ .figure = figure }, builder->arena);
    }
    ledger_add_sum(builder, LEDGER_PROSE_SUM, ledger_prose(prose), whole, &sum);
}

/* What only tables that repeat others say, or that may do so; what details a row is no whole. */
static struct sum claim_of_repetitions(const struct linker *linker, const struct figure *figure)
{
    for (size_t i = 0; i < linker->builder->plan->table_count; i++) {
        size_t t = linker->adding->ranked[i];
        struct sum sum = { 0 };
        if (!adds_up(&linker->adding->tables[t]) && !linker->adding->tables[t].table->details)
            sum = claim_of(&linker->claims[t], figure, linker->builder->arena);
        if (sum.count)
            return sum;
    }
    return (struct sum){ 0 };
}

/*
 * All tables that add up; one of them, or one that details a row, alone if the paragraph says just what that one comes to.
 * *together is then what all come to, since nobody says that the paragraph does not mean them all.
 */
static struct sum claim_of_plan(const struct linker *linker, const struct figure *figure, struct ledger_side *together)
{
    struct sum all = { 0 }, alone = { 0 };
    for (size_t t = 0; t < linker->builder->plan->table_count; t++) {
        bool adds = adds_up(&linker->adding->tables[t]);
        if (!adds && !linker->adding->tables[t].table->details)
            continue;
        struct sum sum = claim_of(&linker->claims[t], figure, linker->builder->arena);
        if (adds)
            join(&all, &sum, linker->builder->arena);
        if (sum.count && !sum.incomplete && sum.dong == figure->dong)
            alone = sum;
    }
    if (!all.count)
        return claim_of_repetitions(linker, figure);
    if (!alone.count || all.dong == figure->dong)
        return all;
    *together = (struct ledger_side){ .known = !all.overflow, .dong = all.dong };
    return alone;
}

/* What is said before under the same name of the same source and year: two places of one figure, where no table states it. */
static struct sum said_before(const struct linker *linker, const struct figure *figure)
{
    const struct plan *plan = linker->builder->plan;
    struct arena *arena = linker->builder->arena;
    struct sum sum = { 0 };
    for (size_t p = 0; p < plan->prose_count && figure->label; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++) {
            const struct figure *earlier = &plan->prose[p].figures[f];
            if (earlier == figure)
                return sum;
            if (!sum.count && earlier->label && figure_key_equal(earlier->key, figure->key) &&
                strcmp(text_name_key(arena, earlier->label), text_name_key(arena, figure->label)) == 0)
                sum_add(&sum, (struct term){ .figure = earlier }, arena);
        }
    return sum;
}

static void link_prose(const struct linker *linker, const struct prose *prose)
{
    for (size_t f = 0; f < prose->figure_count; f++) {
        const struct figure *figure = &prose->figures[f];
        struct ledger_side together = { .known = false };
        struct sum sum = claim_of_plan(linker, figure, &together);
        if (!sum.count)
            sum = said_before(linker, figure);
        struct ledger_line *line =
            ledger_add_sum(linker->builder, LEDGER_SAME_FIGURE, ledger_prose(prose), figure, &sum);
        if (line)
            line->together = together;
        if (!figure->source)
            add_prose_sum(linker->builder, prose, figure);
        if (!figure->year)
            add_prose_years(linker->builder, prose, figure);
    }
}

void ledger_add_links(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    const struct linker linker = linker_of(builder);
    for (size_t t = 0; t < plan->table_count; t++)
        link_table(&linker, &linker.adding->tables[t]);
    for (size_t p = 0; p < plan->prose_count; p++)
        link_prose(&linker, &plan->prose[p]);
}
