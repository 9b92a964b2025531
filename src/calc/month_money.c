#include "calc/month_money.h"

#include "base/text.h"
#include "calc/disbursement.h"

/* What is reported of money at the ends of the months that are compared. */
struct accounts {
    struct month_builder *builder;
    struct disbursement alone, cumulative, previous, same, same_cumulative, same_half, last_year;
    struct disbursement next, half, year; /* as estimated */
};

/* A row and a source; either may be NULL. */
struct cell {
    const char *row, *label, *source;
    const char *no;
    unsigned level;
    bool repealed;
};

static bool speaks_of(const struct results *results, const struct cell *cell, enum phase phase, int year)
{
    for (size_t i = 0; i < results->money_count; i++) {
        const struct result_money *money = &results->money[i];
        if (money->phase == phase && money->year == year && (!cell->source || text_equal(money->source, cell->source)) &&
            (!cell->row || text_equal(money->of, cell->row)))
            return true;
    }
    return false;
}

static bool is_said(const struct results_list *list, const struct cell *cell, enum phase phase, struct period month)
{
    for (size_t i = 0; i < list->count; i++)
        if (period_cmp(list->items[i]->period, month) == 0 && speaks_of(list->items[i], cell, phase, month.year))
            return true;
    return false;
}

/* A quarter without a document of its own is blank because of the first of its months that does not say it, if others do. */
static struct month_value why_parts_blank(const struct results_list *list, const struct cell *cell, enum phase phase,
                                          struct period span)
{
    struct period missing = { 0 }, month = period_month_before(span);
    bool any = false;
    for (month.month++; month.month <= span.month; month.month++) {
        bool said = is_said(list, cell, phase, month);
        any = any || said;
        if (!said && !missing.year)
            missing = month;
    }
    if (any && missing.year)
        return (struct month_value){ .reason = MONTH_MISSING, .missing = missing };
    return month_blank(any ? MONTH_INCOMPLETE : MONTH_NO_DOCUMENT);
}

/* A figure that the month's documents speak of is blank because of the nearest month before that does not say it. */
static struct month_value why_blank(const struct accounts *accounts, const struct cell *cell, enum phase phase,
                                    struct period month, unsigned reasons)
{
    const struct results_list *list = &accounts->builder->list;
    if (reasons & 1U << SPENDING_OVERFLOW)
        return month_blank(MONTH_OVERFLOW);
    if (reasons & 1U << SPENDING_INCOMPLETE)
        return month_blank(MONTH_INCOMPLETE);
    if (period_is_span(month) && !results_have(list, month))
        return why_parts_blank(list, cell, phase, month);
    if (!results_have(list, month))
        return month_blank(MONTH_NO_DOCUMENT);
    if (reasons & 1U << SPENDING_NOT_REPORTED)
        return month_blank(MONTH_NOT_REPORTED);
    if (!is_said(list, cell, phase, month))
        return month_blank(MONTH_NOT_SAID);
    struct period missing = period_month_before(month);
    while (missing.month > 1 && is_said(list, cell, phase, missing))
        missing.month--;
    return (struct month_value){ .reason = MONTH_MISSING, .missing = missing };
}

static struct month_value value_of(const struct accounts *accounts, const struct disbursement *at, const struct cell *cell,
                                   enum phase phase)
{
    unsigned reasons = 0;
    if (at->alone && phase == PHASE_CARRIED_IN)
        return month_blank(MONTH_NOT_APPLICABLE);
    struct spent spent = spending_reported(at, cell->row, cell->source, phase, &reasons);
    if (!spent.known || spent.incomplete)
        return why_blank(accounts, cell, phase, (struct period){ at->year, at->month, at->months }, reasons);
    return (struct month_value){ .number = number_whole(spent.dong), .provisional = reasons & 1U << SPENDING_PROVISIONAL };
}

/* Without a number: said in part, or not at all. */
static struct month_value estimate_of(const struct disbursement *at, const struct cell *cell)
{
    unsigned reasons = 0;
    struct spent spent = spending_reported(at, cell->row, cell->source, PHASE_DISBURSED, &reasons);
    if (reasons & 1U << SPENDING_OVERFLOW)
        return month_blank(MONTH_OVERFLOW);
    if (!spent.known || spent.incomplete)
        return month_blank((reasons & 1U << SPENDING_INCOMPLETE) ? MONTH_INCOMPLETE : MONTH_NOT_SAID);
    return (struct month_value){ .number = number_whole(spent.dong), .provisional = reasons & 1U << SPENDING_PROVISIONAL };
}

static void look_ahead(const struct accounts *accounts, const struct cell *cell, struct month_line *line)
{
    enum { HALF = 6, MONTHS = 12 };
    struct month_value none = month_blank(MONTH_NOT_APPLICABLE), *outlook = line->outlook;
    int month = accounts->builder->request->period.month;
    bool spent = line->phase == PHASE_DISBURSED;
    outlook[OUTLOOK_NEXT] = spent ? estimate_of(&accounts->next, cell) : none;
    outlook[OUTLOOK_HALF] = spent && month < HALF ? estimate_of(&accounts->half, cell) : none;
    outlook[OUTLOOK_YEAR] = spent && month < MONTHS ? estimate_of(&accounts->year, cell) : none;
    outlook[OUTLOOK_HALF_TO_DATE] = outlook[OUTLOOK_HALF];
    outlook[OUTLOOK_YEAR_TO_DATE] = outlook[OUTLOOK_YEAR];
    outlook[OUTLOOK_SAME_HALF] = value_of(accounts, &accounts->same_half, cell, line->phase);
    outlook[OUTLOOK_LAST_YEAR] = value_of(accounts, &accounts->last_year, cell, line->phase);
    if (spent)
        line->budget = value_of(accounts, &accounts->cumulative, cell, PHASE_ALLOCATED).number;
    month_compare_outlook(line);
}

/* Anything but plain silence. */
static bool is_worth_telling(const struct month_line *line)
{
    for (int i = 0; i < MONTH_COLUMNS; i++) {
        enum month_reason reason = line->values[i].reason;
        if (reason == MONTH_KNOWN || reason == MONTH_NOT_REPORTED || reason == MONTH_MISSING || reason == MONTH_INCOMPLETE)
            return true;
    }
    for (int i = 0; i < OUTLOOK_COLUMNS; i++)
        if (i != OUTLOOK_SAME_HALF && i != OUTLOOK_LAST_YEAR && line->outlook[i].reason == MONTH_KNOWN)
            return true;
    return false;
}

static struct number planned_of(const struct spending *spending)
{
    bool known = spending->planned.known && !spending->planned.incomplete;
    return known ? number_whole(spending->planned.dong) : (struct number){ 0 };
}

/* What the plan has of the year and of the next one. */
static void put_plan(struct month_line *line, const struct spending *spending, const struct spending *next)
{
    line->planned = planned_of(spending);
    line->next_planned = planned_of(next);
    line->plan_incomplete = spending->planned.known && spending->planned.incomplete;
    line->next_incomplete = next->planned.known && next->planned.incomplete;
    line->plan_undivided = spending_has(spending, SPENDING_PERIOD_ONLY);
    line->next_undivided = spending_has(next, SPENDING_PERIOD_ONLY);
    line->plan_differs = spending_has(spending, SPENDING_PLAN_DIFFERS);
    line->planned_op = spending->planned.op;
    line->next_op = next->planned.op;
}

static void add_line(struct accounts *accounts, const struct cell *cell, enum phase phase)
{
    const struct disbursement *at[MONTH_COLUMNS] = {
        &accounts->alone,    &accounts->cumulative, &accounts->cumulative,
        &accounts->previous, &accounts->same,       &accounts->same_cumulative
    };
    struct month_line line = { .kind = MONTH_MONEY,
                               .subject = cell->row,
                               .label = cell->label,
                               .no = cell->no,
                               .level = cell->level,
                               .repealed = cell->repealed,
                               .source = cell->source,
                               .phase = phase,
                               .unit = "dong",
                               .status = GAP_NONE };
    for (int i = 0; i < MONTH_COLUMNS; i++)
        line.values[i] = value_of(accounts, at[i], cell, phase);
    int year = accounts->cumulative.year;
    struct spending spending = spending_at(&accounts->cumulative, cell->row, cell->source, year);
    struct spending next = spending_at(&accounts->cumulative, cell->row, cell->source, year + 1);
    if (phase != PHASE_CARRIED_IN)
        put_plan(&line, &spending, &next);
    if (phase == PHASE_DISBURSED)
        line.rate = spending.rate;
    month_compare(&line);
    look_ahead(accounts, cell, &line);
    if (cell->row && !is_worth_telling(&line))
        return;
    (void)month_add(accounts->builder, line);
}

static void add_cell(struct accounts *accounts, const struct cell *cell)
{
    for (int phase = 0; phase < PHASES; phase++)
        add_line(accounts, cell, (enum phase)phase);
}

/* All sources, then each. */
static void add_row(struct accounts *accounts, struct cell cell)
{
    const struct disbursement *now = &accounts->cumulative;
    add_cell(accounts, &cell);
    for (size_t i = 0; i < now->source_count; i++) {
        cell.source = now->sources[i].id;
        if (now->sources[i].has_money)
            add_cell(accounts, &cell);
    }
}

static struct disbursement account_of(const struct month_builder *builder, struct period month, bool alone)
{
    return disbursement_of_month(builder->plan, builder->request->results, builder->request->as_of, month, alone,
                                 builder->arena);
}

static struct disbursement estimates_of(const struct month_builder *builder, struct forecast forecast)
{
    const struct month_request *request = builder->request;
    return disbursement_estimated(builder->plan, request->results, request->as_of, request->period, forecast,
                                  builder->arena);
}

void month_add_money(struct month_builder *builder)
{
    struct period month = builder->request->period, last = period_year_before(month);
    struct period june = forecast_half(last).last, december = forecast_year(last).last;
    struct accounts accounts = { .builder = builder,
                                 .alone = account_of(builder, month, true),
                                 .cumulative = account_of(builder, month, false),
                                 .previous = account_of(builder, period_before(month), true),
                                 .same = account_of(builder, last, true),
                                 .same_cumulative = account_of(builder, last, false),
                                 .same_half = account_of(builder, june, false),
                                 .last_year = account_of(builder, december, false),
                                 .next = estimates_of(builder, forecast_next(month)),
                                 .half = estimates_of(builder, forecast_half(month)),
                                 .year = estimates_of(builder, forecast_year(month)) };
    add_row(&accounts, (struct cell){ 0 });
    for (size_t i = 0; i < accounts.cumulative.row_count; i++) {
        const struct spending_row *row = &accounts.cumulative.rows[i];
        add_row(&accounts, (struct cell){ .row = row->id,
                                          .label = row->title,
                                          .no = row->no,
                                          .level = row->level,
                                          .repealed = row->repealed });
    }
}
