#include "calc/ledger_quarters.h"

#include "calc/cell_sum.h"

struct division {
    enum year_part whole, first, last;
};

static const struct division DIVISIONS[] = {
    { WHOLE_YEAR, FIRST_QUARTER, FOURTH_QUARTER },
    { WHOLE_YEAR, FIRST_HALF, SECOND_HALF },
    { FIRST_HALF, FIRST_QUARTER, SECOND_QUARTER },
    { SECOND_HALF, THIRD_QUARTER, FOURTH_QUARTER },
    { WHOLE_YEAR, FIRST_MONTH, LAST_MONTH },
    { FIRST_HALF, FIRST_MONTH, FIRST_MONTH + 5 },
    { SECOND_HALF, FIRST_MONTH + 6, LAST_MONTH },
    { FIRST_QUARTER, FIRST_MONTH, FIRST_MONTH + 2 },
    { SECOND_QUARTER, FIRST_MONTH + 3, FIRST_MONTH + 5 },
    { THIRD_QUARTER, FIRST_MONTH + 6, FIRST_MONTH + 8 },
    { FOURTH_QUARTER, FIRST_MONTH + 9, LAST_MONTH },
};

/* What there was at a beginning or is left at an end, or counts from the beginning, is no part of its year. */
static bool adds_over_time(const struct plan *plan, struct figure_key key)
{
    const struct plan_phase *phase = plan_phase(plan, key.phase);
    const struct plan_measure *measure = plan_measure(plan, key.measure);
    bool flows = !phase || (!phase->cumulative && phase->flow != FLOW_OPENING && phase->flow != FLOW_CLOSING);
    bool adds = !measure || measure->adds == ADDS_AS_MONEY || measure->adds == ADDS_IN_UNIT;
    return flows && adds && key.period.year && !key.period.last_year && !key.period.to.year;
}

/* Households, hectares, jobs: nothing tells what comes about in each quarter from what there is at its end. */
static void observe_quantity(struct ledger_line *line)
{
    if (line->unit != LEDGER_NUMBER || line->verdict != LEDGER_DIFFERS)
        return;
    line->verdict = LEDGER_UNCHECKED;
    line->reason = LEDGER_OBSERVATION;
}

static void add_division(struct ledger_builder *builder, const struct plan_table *table, size_t row,
                         const struct figure *whole, const struct division *division)
{
    const struct plan_row *at = &table->rows[row];
    struct cell_sum all = CELL_SUM_EMPTY;
    const struct figure *last = NULL;
    for (enum year_part part = division->first; part <= division->last; part++) {
        struct figure_key key = whole->key;
        key.period.part = part;
        last = row_figure_at(at, key);
        if (!last || last->state == FIGURE_BLANK)
            return; /* print need not give all of them */
        cell_sum_add_figure(&all, table, row, last, false, builder->arena);
    }
    bool level = last && last->state == FIGURE_NUMBER && whole->state == FIGURE_NUMBER && last->dong == whole->dong &&
                 dec_cmp(last->number, whole->number) == 0;
    bool equal = all.money.dong == whole->dong && dec_cmp(all.number, figure_number(whole)) == 0;
    size_t before = builder->ledger->count;
    if (!level || equal)
        cell_sum_compare(builder, LEDGER_QUARTERS, ledger_row(table, at), whole, &all);
    if (builder->ledger->count > before)
        observe_quantity(&builder->ledger->lines[before]);
}

static void add_figures(struct ledger_builder *builder, const struct plan_table *table, size_t row,
                        const struct figure *figures, size_t count)
{
    for (size_t f = 0; f < count; f++)
        for (size_t d = 0; d < sizeof DIVISIONS / sizeof *DIVISIONS; d++)
            if (figures[f].change == CHANGE_NONE && figures[f].state != FIGURE_BLANK &&
                figures[f].key.period.part == DIVISIONS[d].whole && adds_over_time(builder->plan, figures[f].key))
                add_division(builder, table, row, &figures[f], &DIVISIONS[d]);
}

/* What other rows make up may hold some that print no quarters: each of them is held to its own. */
static void add_row(struct ledger_builder *builder, const struct plan_table *table, size_t row)
{
    const struct sum_parts *parts = ledger_parts(builder->ledger, table);
    const struct plan_row *at = &table->rows[row];
    if (!at->keyed_count || parts->starts[row] != parts->starts[row + 1])
        return;
    add_figures(builder, table, row, at->figures, at->figure_count);
    add_figures(builder, table, row, at->keyed, at->keyed_count);
}

void ledger_add_quarters(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++)
        for (size_t r = 0; r < builder->plan->tables[t].row_count; r++)
            add_row(builder, &builder->plan->tables[t], r);
}
