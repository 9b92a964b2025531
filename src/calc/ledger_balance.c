#include "calc/ledger_balance.h"

#include "calc/ledger_line.h"

struct balance {
    struct ledger_builder *builder;
    const struct plan_table *table;
    size_t row;
};

/* What goes into a balance: money as a sum, numbers beside it. */
struct flows {
    struct sum sum;
    struct dec number;
    size_t count[FLOWS];
    bool fits, known;
    bool ambiguous; /* two phases of the catalogue say the same: received and assigned are one sum at two stages */
};

static const struct plan_phase *phase_of(const struct balance *balance, const struct figure *figure)
{
    return figure->key.phase ? plan_phase(balance->builder->plan, figure->key.phase) : NULL;
}

static enum phase_flow flow_of(const struct balance *balance, const struct figure *figure)
{
    const struct plan_phase *phase = phase_of(balance, figure);
    return phase && figure->change == CHANGE_NONE && figure->state != FIGURE_BLANK ? phase->flow : FLOW_NONE;
}

static const struct plan_measure *measure_of(const struct balance *balance, const struct figure *figure)
{
    return figure->key.measure ? plan_measure(balance->builder->plan, figure->key.measure) : NULL;
}

static bool same_but_phase(struct figure_key a, struct figure_key b)
{
    a.phase = b.phase = NULL;
    return figure_key_equal(a, b);
}

static void add_flow(const struct balance *balance, struct flows *flows, const struct figure *figure, enum phase_flow flow)
{
    const struct plan_row *row = &balance->table->rows[balance->row];
    bool minus = flow == FLOW_OUT;
    struct dec number = figure->state == FIGURE_NUMBER ? figure->number : dec_of(0);
    number.units = minus ? -number.units : number.units;
    flows->ambiguous = flows->ambiguous || (flows->count[flow]++ && phase_of(balance, figure)->of_catalogue);
    flows->known = flows->known && !figure_is_unknown(figure) && figure->op == FIGURE_EXACT;
    flows->fits = flows->fits && dec_add(&flows->number, flows->number, number);
    sum_add(&flows->sum, (struct term){ balance->row, row, figure, minus }, balance->builder->arena);
}

static struct flows flows_into(const struct balance *balance, const struct figure *closing)
{
    const struct plan_row *row = &balance->table->rows[balance->row];
    struct flows flows = { .number = dec_of(0), .fits = true, .known = true };
    for (size_t f = 0; f < row->keyed_count; f++) {
        enum phase_flow flow = flow_of(balance, &row->keyed[f]);
        if (flow != FLOW_NONE && flow != FLOW_CLOSING && same_but_phase(row->keyed[f].key, closing->key))
            add_flow(balance, &flows, &row->keyed[f], flow);
    }
    return flows;
}

static void add_pair(const struct balance *balance, enum ledger_rule rule, const struct figure *stated,
                     const struct flows *flows)
{
    const struct plan_measure *measure = measure_of(balance, stated);
    struct ledger_subject subject = ledger_row(balance->table, &balance->table->rows[balance->row]);
    if (!measure || measure->adds == ADDS_AS_MONEY) {
        ledger_add_sum(balance->builder, rule, subject, stated, &flows->sum);
        return;
    }
    struct ledger_line line = { .place = stated->place,
                                .rule = rule,
                                .unit = LEDGER_NUMBER,
                                .subject = subject,
                                .figure = stated };
    if (measure->adds == ADDS_IN_UNIT && flows->known && flows->fits && stated->state == FIGURE_NUMBER)
        ledger_add_numbers(balance->builder, line, stated->number, flows->number);
}

/* Only a row that prints all four can be held to it: what print leaves out need not be nothing. */
static void add_closing(const struct balance *balance, const struct figure *closing)
{
    struct flows flows = flows_into(balance, closing);
    if (flows.count[FLOW_OPENING] && flows.count[FLOW_IN] && flows.count[FLOW_OUT] && !flows.ambiguous)
        add_pair(balance, LEDGER_BALANCE, closing, &flows);
}

static bool is_year_before(struct figure_period earlier, struct figure_period later)
{
    struct figure_period year = { .year = earlier.year }, next = { .year = earlier.year + 1 };
    return earlier.year && figure_period_equal(earlier, year) && figure_period_equal(later, next);
}

static void add_opening(const struct balance *balance, const struct figure *opening)
{
    const struct plan_row *row = &balance->table->rows[balance->row];
    struct flows flows = { .number = dec_of(0), .fits = true, .known = true };
    for (size_t f = 0; f < row->keyed_count; f++) {
        const struct figure *closing = &row->keyed[f];
        struct figure_key key = closing->key;
        key.period = opening->key.period;
        if (flow_of(balance, closing) == FLOW_CLOSING && is_year_before(closing->key.period, opening->key.period) &&
            same_but_phase(key, opening->key))
            add_flow(balance, &flows, closing, FLOW_CLOSING);
    }
    if (flows.count[FLOW_CLOSING] == 1)
        add_pair(balance, LEDGER_OPENING, opening, &flows);
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
