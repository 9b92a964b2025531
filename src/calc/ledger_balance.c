#include "calc/ledger_balance.h"

#include "calc/cell_sum.h"

struct balance {
    struct ledger_builder *builder;
    const struct plan_table *table;
    size_t row;
};

/* What goes into a balance. */
struct flows {
    struct cell_sum sum;
    size_t count[FLOWS];
    bool ambiguous; /* two phases of the catalogue say the same: received and assigned are one sum at two stages */
};

static const struct plan_phase *phase_of(const struct balance *balance, const struct figure *figure)
{
    return plan_phase(balance->builder->plan, figure->key.phase);
}

static enum phase_flow flow_of(const struct balance *balance, const struct figure *figure)
{
    const struct plan_phase *phase = phase_of(balance, figure);
    return phase && figure->change == CHANGE_NONE && figure->state != FIGURE_BLANK ? phase->flow : FLOW_NONE;
}

static bool same_but_phase(struct figure_key a, struct figure_key b)
{
    a.phase = b.phase = NULL;
    return figure_key_equal(a, b);
}

static void add_flow(const struct balance *balance, struct flows *flows, const struct figure *figure, enum phase_flow flow)
{
    flows->ambiguous = flows->ambiguous || (flows->count[flow]++ && phase_of(balance, figure)->of_catalogue);
    cell_sum_add_figure(&flows->sum, balance->table, balance->row, figure, flow == FLOW_OUT, balance->builder->arena);
}

static struct flows flows_into(const struct balance *balance, const struct figure *closing)
{
    const struct plan_row *row = &balance->table->rows[balance->row];
    struct flows flows = { .sum = CELL_SUM_EMPTY };
    for (size_t f = 0; f < row->keyed_count; f++) {
        enum phase_flow flow = flow_of(balance, &row->keyed[f]);
        if (flow != FLOW_NONE && flow != FLOW_CLOSING && same_but_phase(row->keyed[f].key, closing->key))
            add_flow(balance, &flows, &row->keyed[f], flow);
    }
    return flows;
}

static void compare(const struct balance *balance, enum ledger_rule rule, const struct figure *stated,
                    const struct cell_sum *sum)
{
    cell_sum_compare(balance->builder, rule, ledger_row(balance->table, &balance->table->rows[balance->row]), stated, sum);
}

/* Only a row that prints all four can be held to it: what print leaves out need not be nothing. */
static void add_closing(const struct balance *balance, const struct figure *closing)
{
    struct flows flows = flows_into(balance, closing);
    if (flows.count[FLOW_OPENING] && flows.count[FLOW_IN] && flows.count[FLOW_OUT] && !flows.ambiguous)
        compare(balance, LEDGER_BALANCE, closing, &flows.sum);
}

static bool is_year_before(struct figure_period earlier, struct figure_period later)
{
    struct figure_period year = { .year = earlier.year }, next = { .year = earlier.year + 1 };
    return earlier.year && figure_period_equal(earlier, year) && figure_period_equal(later, next);
}

static void add_opening(const struct balance *balance, const struct figure *opening)
{
    const struct plan_row *row = &balance->table->rows[balance->row];
    struct flows flows = { .sum = CELL_SUM_EMPTY };
    for (size_t f = 0; f < row->keyed_count; f++) {
        const struct figure *closing = &row->keyed[f];
        struct figure_key key = closing->key;
        key.period = opening->key.period;
        if (flow_of(balance, closing) == FLOW_CLOSING && is_year_before(closing->key.period, opening->key.period) &&
            same_but_phase(key, opening->key))
            add_flow(balance, &flows, closing, FLOW_CLOSING);
    }
    if (flows.count[FLOW_CLOSING] == 1)
        compare(balance, LEDGER_OPENING, opening, &flows.sum);
}

void ledger_add_balances(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++)
        for (size_t r = 0; r < builder->plan->tables[t].row_count; r++) {
            const struct balance balance = { builder, &builder->plan->tables[t], r };
            const struct plan_row *row = &builder->plan->tables[t].rows[r];
            for (size_t f = 0; f < row->keyed_count; f++) {
                enum phase_flow flow = flow_of(&balance, &row->keyed[f]);
                if (flow == FLOW_CLOSING)
                    add_closing(&balance, &row->keyed[f]);
                else if (flow == FLOW_OPENING)
                    add_opening(&balance, &row->keyed[f]);
            }
        }
}
