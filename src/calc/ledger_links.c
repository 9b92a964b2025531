#include "calc/ledger_links.h"

#include "calc/ledger_line.h"

/* What a table says of (source, year) as a whole; several claims on one source are chained. */
struct claim {
    int year;
    struct sum sum; /* empty: nothing */
    size_t next;    /* index + 1; 0: none */
};

/* A table and what was asked of it so far: a claim is looked for once. */
struct claims {
    const struct plan_table *table;
    const struct sum_parts *parts;
    struct map by_source; /* first claim, as index + 1; the table itself stands for all sources */
    struct claim *items;
    size_t count, capacity;
};

/* Tables in the order in which they are believed: annexes before tables of the body. */
struct linker {
    struct ledger_builder *builder;
    struct claims *claims;
    size_t count;
};

static struct linker linker_of(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    struct linker linker = { builder, arena_alloc(builder->arena, plan->table_count, sizeof *linker.claims), 0 };
    for (int body = 0; body <= 1; body++)
        for (size_t t = 0; t < plan->table_count; t++)
            if ((plan->tables[t].annex == NULL) == body)
                linker.claims[linker.count++] = (struct claims){ .table = &plan->tables[t],
                                                                 .parts = ledger_parts(builder->ledger, &plan->tables[t]),
                                                                 .by_source = map_of_addresses(builder->arena) };
    return linker;
}

/* By the first total row that prints it or its parts, else by the line of the source. */
static struct sum table_claim(const struct sum_parts *parts, const struct source *source, int year, struct arena *arena)
{
    const struct plan_table *table = parts->table;
    const struct figure wanted = { .source = source, .year = year };
    for (size_t r = 0; r < table->row_count; r++) {
        struct sum sum = { 0 };
        if (table->rows[r].kind == ROW_TOTAL)
            sum = sum_of_row(table, r, source, year, arena);
        if (!sum.count && table->rows[r].kind == ROW_TOTAL && table->rows[r].resummed)
            sum = sum_of(parts, r, &wanted, AXIS_DOWN, arena);
        if (sum.count)
            return sum;
    }
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind == ROW_LINE && table->rows[r].source == source)
            return sum_of_row(table, r, source, year, arena);
    return (struct sum){ 0 };
}

static struct sum claim_of(struct claims *claims, const struct figure *figure, struct arena *arena)
{
    size_t *first = map_at(&claims->by_source, figure->source ? (const void *)figure->source : claims->table);
    for (size_t i = *first; i; i = claims->items[i - 1].next)
        if (claims->items[i - 1].year == figure->year)
            return claims->items[i - 1].sum;
    struct claim *claim = ARENA_PUSH(arena, claims->items, claims->count, claims->capacity);
    *claim = (struct claim){ figure->year, table_claim(claims->parts, figure->source, figure->year, arena), *first };
    *first = claims->count;
    return claim->sum;
}

/* The claim of the first of so many tables that says anything; empty if none does. */
static struct sum claim_before(const struct linker *linker, size_t rank, const struct figure *figure)
{
    for (size_t i = 0; i < rank; i++) {
        struct sum sum = claim_of(&linker->claims[i], figure, linker->builder->arena);
        if (sum.count)
            return sum;
    }
    return (struct sum){ 0 };
}

static void link_row(const struct linker *linker, size_t rank, const struct plan_row *row)
{
    const struct ledger_subject subject = ledger_row(linker->claims[rank].table, row);
    for (size_t f = 0; f < row->figure_count; f++) {
        struct sum sum = claim_before(linker, rank, &row->figures[f]);
        ledger_add_sum(linker->builder, LEDGER_SAME_FIGURE, subject, &row->figures[f], &sum);
    }
}

/* The figure of a paragraph that names the whole, against the figures of the same paragraph that name the sources. */
static void add_prose_sum(struct ledger_builder *builder, const struct prose *prose, const struct figure *whole)
{
    struct sum sum = { 0 };
    for (size_t f = 0; f < prose->figure_count; f++)
        if (prose->figures[f].source && prose->figures[f].year == whole->year)
            sum_add(&sum, (struct term){ 0, NULL, &prose->figures[f] }, builder->arena);
    ledger_add_sum(builder, LEDGER_PROSE_SUM, ledger_prose(prose), whole, &sum);
}

static void link_prose(const struct linker *linker, const struct prose *prose)
{
    for (size_t f = 0; f < prose->figure_count; f++) {
        const struct figure *figure = &prose->figures[f];
        struct sum sum = claim_before(linker, linker->count, figure);
        ledger_add_sum(linker->builder, LEDGER_SAME_FIGURE, ledger_prose(prose), figure, &sum);
        if (!figure->source)
            add_prose_sum(linker->builder, prose, figure);
    }
}

void ledger_add_links(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    const struct linker linker = linker_of(builder);
    for (size_t rank = 1; rank < linker.count; rank++) {
        const struct plan_table *table = linker.claims[rank].table;
        for (size_t r = 0; r < table->row_count; r++)
            if (table->rows[r].kind == ROW_TOTAL || table->rows[r].kind == ROW_LINE)
                link_row(&linker, rank, &table->rows[r]);
    }
    for (size_t p = 0; p < plan->prose_count; p++)
        link_prose(&linker, &plan->prose[p]);
}
