#include "base/text.h"
#include "calc/ledger_build.h"

/* What a table says of (source, year) as a whole: its first total row that prints it or its parts, else its lines. */
static struct sum table_claim(const struct plan_table *table, const struct source *source, int year,
                              struct arena *arena)
{
    for (size_t r = 0; r < table->row_count; r++) {
        struct sum sum = { 0 };
        if (table->rows[r].kind == ROW_TOTAL)
            sum = sum_of_row(table, r, source, year, arena);
        if (sum.count)
            return sum;
    }
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind == ROW_LINE && table->rows[r].source == source)
            return sum_of_row(table, r, source, year, arena);
    return (struct sum){ 0 };
}

/* Tables in the order in which they are believed: annexes before tables of the body. */
static const struct plan_table *table_at(const struct plan *plan, size_t rank)
{
    for (int body = 0; body <= 1; body++)
        for (size_t t = 0; t < plan->table_count; t++)
            if ((plan->tables[t].annex == NULL) == body && rank-- == 0)
                return &plan->tables[t];
    return NULL;
}

/* The claim of the first table before `rank` that says anything; empty if none does. */
static struct sum claim_before(const struct ledger_builder *builder, size_t rank, const struct figure *figure)
{
    for (size_t i = 0; i < rank; i++) {
        struct sum sum = table_claim(table_at(builder->plan, i), figure->source, figure->year, builder->arena);
        if (sum.count)
            return sum;
    }
    return (struct sum){ 0 };
}

static void link_row(struct ledger_builder *builder, size_t rank, const struct plan_row *row)
{
    for (size_t f = 0; f < row->figure_count; f++) {
        struct sum sum = claim_before(builder, rank, &row->figures[f]);
        ledger_add_sum(builder, "same-figure", &row->figures[f], row->id,
                       figure_name(builder->arena, row, &row->figures[f]), &sum);
    }
}

const char *prose_name(struct arena *arena, const struct prose *prose, const struct figure *figure)
{
    const char *label = figure->label ? figure->label : figure->source ? figure->source->name : "tổng";
    return arena_printf(arena, "%s: %s", prose->where, label);
}

/* The figure of a paragraph that names the whole, against the figures of the same paragraph that name the sources. */
static void add_prose_sum(struct ledger_builder *builder, const struct prose *prose, struct figure *whole)
{
    struct sum sum = { 0 };
    for (size_t f = 0; f < prose->figure_count; f++) {
        struct figure *figure = &prose->figures[f];
        if (!figure->source || figure->year != whole->year)
            continue;
        struct term *term = ARENA_PUSH(builder->arena, sum.terms, sum.count, sum.capacity);
        *term = (struct term){ 0, NULL, figure };
        sum.incomplete = sum.incomplete || figure->state == FIGURE_LOST;
        sum.overflow = !dong_add(&sum.dong, sum.dong, figure->dong) || sum.overflow;
    }
    ledger_add_sum(builder, "prose-sum", whole, prose->id, prose_name(builder->arena, prose, whole), &sum);
}

static void link_prose(struct ledger_builder *builder, const struct prose *prose)
{
    for (size_t f = 0; f < prose->figure_count; f++) {
        struct figure *figure = &prose->figures[f];
        struct sum sum = claim_before(builder, builder->plan->table_count, figure);
        ledger_add_sum(builder, "same-figure", figure, prose->id, prose_name(builder->arena, prose, figure), &sum);
        if (!figure->source)
            add_prose_sum(builder, prose, figure);
    }
}

void ledger_add_links(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    for (size_t rank = 1; rank < plan->table_count; rank++) {
        const struct plan_table *table = table_at(plan, rank);
        for (size_t r = 0; r < table->row_count; r++)
            if (table->rows[r].kind == ROW_TOTAL || table->rows[r].kind == ROW_LINE)
                link_row(builder, rank, &table->rows[r]);
    }
    for (size_t p = 0; p < plan->prose_count; p++)
        link_prose(builder, &plan->prose[p]);
}
