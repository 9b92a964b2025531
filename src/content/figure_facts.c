#include "content/figure_facts.h"

#include "base/text.h"
#include "content/ledger_words.h"
#include "content/words.h"
#include "model/figure_id.h"

static const char DONG[] = "đồng";

struct figure_fact *figure_facts_push(struct figure_facts *facts, const struct plan *plan, const char *origin)
{
    struct figure_fact *fact = ARENA_PUSH(facts->arena, facts->items, facts->count, facts->capacity);
    *fact = (struct figure_fact){ .origin = origin,
                                  .plan = plan->id,
                                  .programme = plan->programme,
                                  .unit = plan->unit,
                                  .document = plan->id };
    return fact;
}

static const char *dec_token(struct arena *arena, struct dec value)
{
    char buffer[DEC_TEXT_SIZE];
    return arena_string(arena, dec_format(buffer, value));
}

static const char *dec_if(struct arena *arena, bool has, struct dec value)
{
    return has ? dec_token(arena, value) : NULL;
}

/* ---- plans ---- */

/* What the lines of the ledger say of the figure, the worst first; NULL where it is only a part of sums. */
static const struct ledger_line *telling_line(const struct ledger *ledger, const struct figure *figure)
{
    static const int RANKS[LEDGER_VERDICTS] = { [LEDGER_DIFFERS] = 3, [LEDGER_INCOMPLETE] = 2, [LEDGER_HOLDS] = 1 };
    const struct ledger_line *told = NULL;
    for (const struct ledger_line *line = ledger_first(ledger, figure); line; line = ledger_next(ledger, line))
        if (!told || RANKS[line->verdict] > RANKS[told->verdict])
            told = line;
    return told;
}

static void set_verdict(struct figure_fact *fact, const struct ledger *ledger, const struct figure *figure,
                        struct arena *arena)
{
    const struct ledger_line *line = telling_line(ledger, figure);
    if (!line)
        return;
    fact->verdict = ledger_verdict_token(line->verdict);
    if (line->unit == LEDGER_DONG || line->unit == LEDGER_NUMBER)
        fact->computed = ledger_side_token(line, &line->computed, arena);
}

static void set_number(struct figure_fact *fact, const struct figure *figure, struct arena *arena)
{
    bool money = figure->unit != UNIT_NONE;
    if (figure->state != FIGURE_NUMBER && figure->state != FIGURE_DASH)
        return;
    fact->op = figure_op_token(figure->op);
    fact->value = money ? dong_token(arena, figure->dong) : dec_token(arena, figure->number);
    if (figure->op == FIGURE_RANGE)
        fact->high = money ? dong_token(arena, figure->high_dong) : dec_token(arena, figure->high);
}

/* What the number is in: đồng, or what the measure or the row says. */
static const char *unit_of(const struct plan *plan, const struct plan_row *row, const struct figure *figure)
{
    const struct plan_measure *measure = plan_measure(plan, figure->key.measure);
    if (figure->unit != UNIT_NONE || !measure)
        return DONG;
    return measure->unit_of_row && row ? row->unit : measure->unit;
}

static void add_figure(struct figure_facts *facts, const struct ledger *ledger, const struct plan_row *row,
                       const char *subject, const char *label, const struct figure *figure)
{
    const struct plan *plan = ledger->plan;
    struct arena *arena = facts->arena;
    struct figure_fact *fact = figure_facts_push(facts, plan, "plan");
    fact->id = figure_id(arena, plan, subject, figure);
    fact->row = subject;
    fact->label = figure->label ? figure->label : label;
    fact->measure = figure->key.measure ? figure->key.measure : FIGURE_MONEY;
    fact->phase = figure_phase(figure);
    fact->period = figure_period_code(arena, plan, figure->key.period);
    fact->source = figure->key.source;
    fact->value_unit = unit_of(plan, row, figure);
    fact->state = figure_state_token(figure->state);
    fact->place = figure->place;
    set_number(fact, figure, arena);
    set_verdict(fact, ledger, figure, arena);
}

static void add_quantity(struct figure_facts *facts, const struct plan *plan, const struct plan_row *row)
{
    struct figure_fact *fact = figure_facts_push(facts, plan, "plan");
    fact->id = figure_id_of_quantity(facts->arena, plan, row);
    fact->row = row->id;
    fact->label = row->title;
    fact->measure = FIGURE_QUANTITY;
    fact->phase = FIGURE_PLANNED;
    fact->period = years_code(facts->arena, plan, row->start, row->end);
    fact->op = figure_op_token(FIGURE_EXACT);
    fact->value = dec_token(facts->arena, row->quantity);
    fact->value_unit = row->unit;
    fact->state = figure_state_token(FIGURE_NUMBER);
    fact->place = row->place;
}

static void add_row(struct figure_facts *facts, const struct ledger *ledger, const struct plan_row *row)
{
    for (size_t f = 0; f < row->figure_count; f++)
        add_figure(facts, ledger, row, row->id, row->title, &row->figures[f]);
    for (size_t f = 0; f < row->keyed_count; f++)
        add_figure(facts, ledger, row, row->id, row->title, &row->keyed[f]);
    if (row->has_quantity)
        add_quantity(facts, ledger->plan, row);
}

/* Of what is a measure: a target, a past result, what is reported. */
static void set_measure(struct figure_fact *fact, const struct measure *measure, struct arena *arena)
{
    fact->op = op_token(measure->op);
    fact->value = dec_if(arena, measure->has_low, measure->low);
    fact->high = dec_if(arena, measure->has_high, measure->high);
    fact->value_unit = measure->unit;
}

static void add_target(struct figure_facts *facts, const struct plan *plan, const struct target *target)
{
    struct figure_fact *fact = figure_facts_push(facts, plan, "plan");
    fact->id = figure_id_of_target(facts->arena, plan, target);
    fact->row = target->id;
    fact->label = target->text;
    fact->measure = FIGURE_TARGET;
    fact->phase = FIGURE_PLANNED;
    fact->period = years_code(facts->arena, plan, target->measure.year, target->measure.year);
    fact->state = target->measure.has_low || target->measure.has_high ? figure_state_token(FIGURE_NUMBER) : "qualitative";
    fact->place = target->place;
    set_measure(fact, &target->measure, facts->arena);
}

/* What an id of the plan has for measure, phase and period, where it is no figure of a table. */
static const char *id_of(const struct figure_fact *fact, struct arena *arena)
{
    const char *const parts[] = { fact->plan, fact->row, fact->measure, fact->phase, fact->period, fact->source };
    return figure_id_of(arena, parts, sizeof parts / sizeof *parts);
}

static void add_milestone(struct figure_facts *facts, const struct plan *plan, const struct milestone *milestone)
{
    const struct target *target = plan_target(plan, milestone->target);
    struct figure_fact *fact = figure_facts_push(facts, plan, "plan");
    fact->row = milestone->target;
    fact->label = target ? target->text : NULL;
    fact->measure = FIGURE_TARGET;
    fact->phase = "milestone";
    fact->period = years_code(facts->arena, plan, milestone->year, milestone->year);
    fact->op = target ? op_token(target->measure.op) : NULL;
    fact->value = dec_token(facts->arena, milestone->value);
    fact->value_unit = target ? target->measure.unit : NULL;
    fact->state = figure_state_token(FIGURE_NUMBER);
    fact->place = milestone->place;
    fact->id = id_of(fact, facts->arena);
}

static void add_past(struct figure_facts *facts, const struct plan *plan, const struct past_result *past)
{
    struct figure_fact *fact = figure_facts_push(facts, plan, "plan");
    fact->row = past->id;
    fact->label = past->text;
    fact->measure = "result";
    fact->phase = "past";
    fact->period = past->measure.year ? years_code(facts->arena, plan, past->measure.year, past->measure.year)
                   : past->first_year ? years_code(facts->arena, plan, past->first_year, past->last_year)
                                      : NULL;
    fact->state = past->measure.has_low || past->measure.has_high ? figure_state_token(FIGURE_NUMBER) : "qualitative";
    fact->place = past->place;
    set_measure(fact, &past->measure, facts->arena);
    fact->id = id_of(fact, facts->arena);
}

static void add_count(struct figure_facts *facts, const struct plan *plan, const struct count *count)
{
    struct figure_fact *fact = figure_facts_push(facts, plan, "plan");
    fact->row = count->id;
    fact->label = count->what;
    fact->measure = "count";
    fact->phase = FIGURE_PLANNED;
    fact->period = years_code(facts->arena, plan, 0, 0);
    fact->op = op_token(count->op);
    fact->value = dec_token(facts->arena, count->value);
    fact->value_unit = count->what;
    fact->state = figure_state_token(FIGURE_NUMBER);
    fact->place = count->place;
    fact->id = id_of(fact, facts->arena);
}

static void add_prose(struct figure_facts *facts, const struct ledger *ledger, const struct prose *prose)
{
    for (size_t f = 0; f < prose->figure_count; f++)
        add_figure(facts, ledger, NULL, prose->id, prose->where, &prose->figures[f]);
    for (size_t f = 0; f < prose->keyed_count; f++)
        add_figure(facts, ledger, NULL, prose->id, prose->where, &prose->keyed[f]);
}

void figure_facts_of_plan(struct figure_facts *facts, const struct ledger *ledger)
{
    const struct plan *plan = ledger->plan;
    for (size_t i = 0; i < plan->past_count; i++)
        add_past(facts, plan, &plan->past[i]);
    for (size_t i = 0; i < plan->target_count; i++)
        add_target(facts, plan, &plan->targets[i]);
    for (size_t i = 0; i < plan->milestone_count; i++)
        add_milestone(facts, plan, &plan->milestones[i]);
    for (size_t i = 0; i < plan->prose_count; i++)
        add_prose(facts, ledger, &plan->prose[i]);
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++)
            add_row(facts, ledger, &plan->tables[t].rows[r]);
    for (size_t i = 0; i < plan->count_count; i++)
        add_count(facts, plan, &plan->counts[i]);
}

/* ---- results ---- */

/* True if a later document of the run takes the place of this one. */
static bool is_superseded(const struct results *results, const struct results_list *all)
{
    for (size_t i = 0; i < all->count; i++)
        if (text_equal(all->items[i]->supersedes, results->id))
            return true;
    return false;
}

/* What a document reports on. */
struct reported_document {
    struct figure_facts *facts;
    const struct plan *plan;
    const struct results *results;
    bool superseded;
};

static struct figure_fact *add_reported(const struct reported_document *reported, struct forecast forecast,
                                        struct place place)
{
    struct arena *arena = reported->facts->arena;
    struct figure_fact *fact = figure_facts_push(reported->facts, reported->plan, "results");
    fact->document = reported->results->id;
    fact->period = forecast.span ? forecast_code(arena, forecast) : period_code(arena, reported->results->period);
    fact->verdict = reported->superseded ? "superseded" : NULL;
    fact->place = place;
    return fact;
}

static void add_value(const struct reported_document *reported, const struct result_value *value)
{
    struct arena *arena = reported->facts->arena;
    struct figure_fact *fact = add_reported(reported, value->forecast, value->place);
    const struct target *target = value->target ? plan_target(reported->plan, value->target) : NULL;
    fact->row = value->target;
    fact->label = target ? target->text : NULL;
    fact->measure = value->target ? FIGURE_TARGET : value->indicator;
    fact->phase = value->forecast.span ? "estimated" : "actual";
    fact->basis = basis_token(value->basis);
    fact->state = value_status_token(value->status);
    set_measure(fact, &value->measure, arena);
    if (value->status == STATUS_NOT_REPORTED)
        fact->value = fact->high = fact->op = NULL;
    fact->id = figure_id_of_value(arena, reported->results, value);
}

static void add_money(const struct reported_document *reported, const struct result_money *money)
{
    struct arena *arena = reported->facts->arena;
    struct figure_fact *fact = add_reported(reported, money->forecast, money->place);
    const struct plan_table *table;
    const struct plan_row *row = money->of ? plan_row(reported->plan, money->of, &table) : NULL;
    if (!money->forecast.span && money->year != reported->results->period.year)
        fact->period = years_code(arena, reported->plan, money->year, money->year); /* the budget's own */
    fact->row = money->of;
    fact->label = row ? row->title : NULL;
    fact->measure = FIGURE_MONEY;
    fact->phase = result_money_token(money);
    fact->source = money->source;
    fact->basis = basis_token(money->basis);
    fact->state = value_status_token(money->reported ? money->status : STATUS_NOT_REPORTED);
    fact->value = money->reported ? dong_token(arena, money->dong) : NULL;
    fact->op = fact->value ? figure_op_token(FIGURE_EXACT) : NULL;
    fact->value_unit = DONG;
    fact->id = figure_id_of_spent(arena, reported->plan, reported->results, money);
}

void figure_facts_of_results(struct figure_facts *facts, const struct plan *plan, const struct results *results,
                             const struct results_list *all)
{
    struct reported_document reported = { facts, plan, results, is_superseded(results, all) };
    for (size_t i = 0; i < results->value_count; i++)
        add_value(&reported, &results->values[i]);
    for (size_t i = 0; i < results->money_count; i++)
        add_money(&reported, &results->money[i]);
    for (size_t i = 0; i < results->estimate_count; i++)
        add_value(&reported, &results->estimates[i]);
    for (size_t i = 0; i < results->money_estimate_count; i++)
        add_money(&reported, &results->money_estimates[i]);
}

/* ---- what is computed ---- */

void figure_facts_of_totals(struct figure_facts *facts, const struct plan *plan, const struct totals *totals)
{
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *total = &totals->items[i];
        if (!total->year && plan->first_year == plan->last_year)
            continue; /* a plan of one year: said of that year */
        struct figure_fact *fact = figure_facts_push(facts, plan, "report");
        fact->document = NULL;
        fact->measure = FIGURE_MONEY;
        fact->phase = "computed";
        fact->period = years_code(facts->arena, plan, total->year, total->year);
        fact->source = total->source ? total->source->id : NULL;
        fact->value = total->has_computed ? dong_token(facts->arena, total->computed) : NULL;
        fact->op = total->has_computed ? figure_op_token(total->op) : NULL;
        fact->value_unit = DONG;
        fact->state = !total->has_computed ? "none" : total->unknown ? "incomplete" : figure_state_token(FIGURE_NUMBER);
        fact->place = plan->place;
        fact->id = figure_id_of_sum(facts->arena, plan, fact->source, total->year);
    }
}

/* "%" of what is a share; else the target's own unit. */
static const char *unit_of_judged(const struct gap *gap, const char *phase)
{
    return text_equal(phase, "achievement") || text_equal(phase, "progress") ? "%" : gap->unit;
}

static void add_gap(struct figure_facts *facts, const struct plan *plan, const struct gap *gap, const char *phase,
                    struct number number, int year)
{
    struct figure_fact *fact = figure_facts_push(facts, plan, "report");
    fact->document = NULL;
    fact->row = gap->target;
    fact->label = gap->label;
    fact->measure = FIGURE_TARGET;
    fact->phase = phase;
    fact->period = years_code(facts->arena, plan, year, year);
    fact->value = number_exact_token(facts->arena, number);
    fact->op = fact->value ? figure_op_token(FIGURE_EXACT) : NULL;
    fact->value_unit = unit_of_judged(gap, phase);
    fact->state = fact->value ? figure_state_token(FIGURE_NUMBER) : "none";
    fact->verdict = gap_status_token(gap->status);
    fact->place = gap->place;
    fact->id = figure_id_of_gap(facts->arena, plan, gap->target, phase, year);
}

static void add_gap_if_known(struct figure_facts *facts, const struct plan *plan, const struct gap *gap, const char *phase,
                             struct number number, int year)
{
    if (number.known)
        add_gap(facts, plan, gap, phase, number, year);
}

void figure_facts_of_gaps(struct figure_facts *facts, const struct plan *plan, const struct gaps *gaps, int year)
{
    for (size_t i = 0; i < gaps->count; i++) {
        const struct gap *gap = &gaps->items[i];
        const struct number unsaid = { 0 };
        add_gap(facts, plan, gap, "gap", gap->gap, year);
        add_gap(facts, plan, gap, "achievement", gap->achievement, year);
        add_gap_if_known(facts, plan, gap, "reached", gap->actual.is_range ? unsaid : gap->actual.low, year);
        add_gap_if_known(facts, plan, gap, "progress", gap->progress, year);
        add_gap_if_known(facts, plan, gap, "baseline", gap->baseline, year);
        add_gap_if_known(facts, plan, gap, "national-gap", gap->national_gap, year);
    }
}
