#include "content/report_facts.h"

#include "base/text.h"
#include "model/figure_id.h"

static struct value with_fact(struct value value, const char *id)
{
    value.fact = id;
    return value;
}

static bool is_amended(const struct chain *chain)
{
    return chain->first != chain->now;
}

/* The decisions that may say it, the last first: index 0 to link_count, the first plan at the end. NULL: not in force. */
static const struct plan *decision_at(const struct chain *chain, size_t index)
{
    if (index == chain->link_count)
        return chain->first;
    const struct chain_link *link = &chain->links[chain->link_count - 1 - index];
    return link->state == LINK_IN_FORCE ? link->plan : NULL;
}

static bool is_same_goal(const struct measure *a, const struct measure *b)
{
    return a->op == b->op && a->year == b->year && a->has_low == b->has_low && a->has_high == b->has_high &&
           (!a->has_low || dec_cmp(a->low, b->low) == 0) && (!a->has_high || dec_cmp(a->high, b->high) == 0) &&
           text_equal(a->unit, b->unit);
}

struct value fact_of_goal(struct value value, const struct chain *chain, const struct gap *gap, struct arena *arena)
{
    for (size_t i = 0; i <= chain->link_count && gap->target && value.kind != VALUE_EMPTY; i++) {
        const struct plan *decision = decision_at(chain, i);
        const struct target *target = decision ? plan_target(decision, gap->target) : NULL;
        if (target)
            return is_same_goal(&target->measure, &gap->goal)
                       ? with_fact(value, figure_id_of_target(arena, decision, target))
                       : value;
    }
    return value;
}

/* What a decision states of a row for all sources together; NULL: it states no such number. */
static const struct figure *stated_of(const struct plan *decision, const char *id, int year)
{
    const struct plan_table *table;
    const struct plan_row *row = plan_row(decision, id, &table);
    const struct figure *figure = row ? row_figure(row, NULL, year) : NULL;
    bool number = figure && figure->state == FIGURE_NUMBER && figure->op == FIGURE_EXACT;
    return number && text_equal(figure_phase(figure), FIGURE_PLANNED) ? figure : NULL;
}

struct value fact_of_stated(struct value value, const struct chain *chain, const char *row, int year, struct number planned,
                            struct arena *arena)
{
    for (size_t i = 0; i <= chain->link_count && planned.known && value.kind == VALUE_NUMBER; i++) {
        const struct plan *decision = decision_at(chain, i);
        const struct figure *figure = decision ? stated_of(decision, row, year) : NULL;
        if (figure && number_cmp(number_whole(figure->dong), planned) == 0)
            return with_fact(value, figure_id(arena, decision, row, figure));
    }
    return value;
}

static bool is_exactly(struct number number, const struct measure *measure)
{
    return number.known && measure->has_low && !measure->has_high && number_cmp(number, number_of(measure->low)) == 0;
}

/* The document that holds the value. */
static const struct results *document_of(const struct results_list *list, const struct result_value *value)
{
    for (size_t i = 0; i < list->count; i++)
        for (size_t v = 0; v < list->items[i]->value_count; v++)
            if (&list->items[i]->values[v] == value)
                return list->items[i];
    return NULL;
}

struct value fact_of_actual(struct value value, const struct gap *gap, const struct results_list *list, struct arena *arena)
{
    const struct result_value *reported = gap->reported;
    const struct results *document = reported ? document_of(list, reported) : NULL;
    bool one = document && !gap->actual.is_range && is_exactly(gap->actual.low, &reported->measure);
    return one && value.kind != VALUE_EMPTY ? with_fact(value, figure_id_of_value(arena, document, reported)) : value;
}

struct value fact_of_judged(struct value value, const struct plan *plan, const struct gap *gap, const char *phase, int year,
                            struct arena *arena)
{
    return value.kind == VALUE_NUMBER && gap->target && !value.fact
               ? with_fact(value, figure_id_of_gap(arena, plan, gap->target, phase, year))
               : value;
}

static bool is_about(const struct result_money *amount, const struct fact_of_money *money, enum phase phase)
{
    return amount->phase == phase && amount->reported && amount->year == money->year && !amount->forecast.span &&
           text_equal(amount->source, money->source) && text_equal(amount->of, money->of);
}

struct value fact_of_spent(struct value value, const struct fact_of_money *money, enum phase phase, struct number dong,
                           struct arena *arena)
{
    bool whole_year = !money->period.month;
    for (size_t i = 0; i < money->list->count && value.kind == VALUE_NUMBER; i++) {
        const struct results *document = money->list->items[i];
        if (period_cmp(document->period, money->period) != 0)
            continue;
        for (size_t m = 0; m < document->money_count; m++) {
            const struct result_money *amount = &document->money[m];
            if (is_about(amount, money, phase) && dong.known && number_cmp(number_whole(amount->dong), dong) == 0 && (whole_year || amount->basis == money->basis))
                return with_fact(value, figure_id_of_spent(arena, money->plan, document, amount));
        }
    }
    return value;
}

struct value fact_of_planned(struct value value, const struct chain *chain, const struct totals *totals,
                             const struct spending *spending, struct arena *arena)
{
    const struct total *total = totals_at(totals, spending->source, spending->year);
    bool same = total && total->has_computed && spending->planned.known && total->computed == spending->planned.dong;
    return same && value.kind == VALUE_NUMBER && !is_amended(chain)
               ? with_fact(value, figure_id_of_sum(arena, chain->now, spending->source, spending->year))
               : value;
}

struct value fact_of_reported(struct value value, const struct results_list *list, struct period period, enum basis basis,
                              const char *subject, struct number number, struct arena *arena)
{
    for (size_t i = 0; i < list->count && value.kind == VALUE_NUMBER; i++) {
        const struct results *document = list->items[i];
        if (period_cmp(document->period, period) != 0)
            continue;
        for (size_t v = 0; v < document->value_count; v++) {
            const struct result_value *reported = &document->values[v];
            const char *about = reported->target ? reported->target : reported->indicator;
            if (text_equal(about, subject) && reported->basis == basis && is_exactly(number, &reported->measure))
                return with_fact(value, figure_id_of_value(arena, document, reported));
        }
    }
    return value;
}
