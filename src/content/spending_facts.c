#include "content/spending_facts.h"

#include "content/words.h"
#include "model/figure_id.h"

static const char *const PHASE_TOKENS[SPENDING_FIGURES] = { "planned",   "carriedIn", "allocated", "available",
                                                            "disbursed", "rate",      "plan-rate" };

static bool is_rate(enum spending_figure figure)
{
    return figure == SPENDING_RATE || figure == SPENDING_OF_PLAN;
}

/* A report speaks of the years up to its own; a plan of all its years. */
static int last_year(const struct plan *plan, const struct spending *spending, enum spending_figure figure, int year)
{
    if (spending->year)
        return spending->year;
    return figure == SPENDING_PLANNED || year > plan->last_year ? plan->last_year : year;
}

static const char *period_of(struct arena *arena, const struct plan *plan, const struct spending *spending,
                             enum spending_figure figure, int year)
{
    return years_code(arena, plan, spending->year, last_year(plan, spending, figure, year));
}

static const char *id_of(struct arena *arena, const struct plan *plan, const struct spending *spending,
                         enum spending_figure figure, int year)
{
    const char *const parts[] = { plan->id,
                                  spending->row,
                                  FIGURE_MONEY,
                                  PHASE_TOKENS[figure],
                                  period_of(arena, plan, spending, figure, year),
                                  spending->source,
                                  "report" };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

static const struct spent *spent_of(const struct year_money *money, enum spending_figure figure)
{
    switch (figure) {
    case SPENDING_PLANNED:
        return &money->spending.planned;
    case SPENDING_AVAILABLE:
        return &money->available;
    case SPENDING_CARRIED_IN:
        return &money->spending.reported[PHASE_CARRIED_IN];
    case SPENDING_ALLOCATED:
        return &money->spending.reported[PHASE_ALLOCATED];
    default:
        return &money->spending.reported[PHASE_DISBURSED];
    }
}

static void add_amount(struct figure_fact *fact, const struct spent *spent, struct arena *arena)
{
    fact->value = dong_token(arena, spent->dong);
    fact->op = figure_op_token(spent->op);
    fact->value_unit = "đồng";
    fact->state = spent->incomplete ? "incomplete" : figure_state_token(FIGURE_NUMBER);
}

static void add_rate(struct figure_fact *fact, struct number rate, struct arena *arena)
{
    fact->value = number_exact_token(arena, rate);
    fact->op = figure_op_token(FIGURE_EXACT);
    fact->value_unit = "%";
    fact->state = figure_state_token(FIGURE_NUMBER);
}

/* One figure of a cell; nothing where it is not known. */
static void add_figure(struct figure_facts *facts, const struct plan *plan, const struct year_money *money,
                       enum spending_figure figure, int year)
{
    const struct spending *spending = &money->spending;
    const struct spent *spent = spent_of(money, figure);
    struct number rate = figure == SPENDING_RATE ? spending->rate : spending->of_plan;
    const struct plan_table *table;
    const struct plan_row *row = spending->row ? plan_row(plan, spending->row, &table) : NULL;
    if (is_rate(figure) ? !rate.known : !spent->known)
        return;
    struct figure_fact *fact = figure_facts_push(facts, plan, "report");
    fact->document = NULL;
    fact->row = spending->row;
    fact->label = row ? row->title : NULL;
    fact->measure = FIGURE_MONEY;
    fact->phase = PHASE_TOKENS[figure];
    fact->period = period_of(facts->arena, plan, spending, figure, year);
    fact->source = spending->source;
    fact->place = row ? row->place : plan->place;
    fact->id = id_of(facts->arena, plan, spending, figure, year);
    if (is_rate(figure))
        add_rate(fact, rate, facts->arena);
    else
        add_amount(fact, spent, facts->arena);
}

static void add_cell(struct figure_facts *facts, const struct plan *plan, const struct disbursement *disbursement,
                     const char *row, const char *source, int year)
{
    struct year_money money = year_money_of(disbursement, row, source, year, facts->arena);
    for (int figure = 0; figure < SPENDING_FIGURES; figure++)
        add_figure(facts, plan, &money, (enum spending_figure)figure, disbursement->year);
}

void spending_facts_add(struct figure_facts *facts, const struct plan *plan, const struct disbursement *disbursement)
{
    int last = disbursement->year < plan->last_year ? disbursement->year : plan->last_year;
    bool spans = plan->first_year != plan->last_year; /* else the year and the whole are one */
    for (size_t s = 0; s <= disbursement->source_count; s++) {
        const char *source = s < disbursement->source_count ? disbursement->sources[s].id : NULL;
        for (int year = plan->first_year; year <= last; year++)
            add_cell(facts, plan, disbursement, NULL, source, year);
        if (disbursement->year > last)
            add_cell(facts, plan, disbursement, NULL, source, disbursement->year);
        if (spans)
            add_cell(facts, plan, disbursement, NULL, source, 0);
    }
    for (size_t r = 0; r < disbursement->row_count; r++) {
        add_cell(facts, plan, disbursement, disbursement->rows[r].id, NULL, disbursement->year);
        if (spans)
            add_cell(facts, plan, disbursement, disbursement->rows[r].id, NULL, 0);
    }
}

struct value fact_of_spending(struct value value, const struct plan *plan, const struct spending *spending,
                              enum spending_figure figure, int year, struct arena *arena)
{
    if (value.kind == VALUE_NUMBER && !value.fact)
        value.fact = id_of(arena, plan, spending, figure, year);
    return value;
}
