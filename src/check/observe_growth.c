#include "check/observe_growth.h"

#include "calc/growth.h"
#include "content/words.h"

/* A rate that a target, or a result of earlier years, states. */
struct rate {
    struct place place;
    const char *id, *text;
    const struct measure *measure;
    const struct series_ref *series;
};

/* The first and the last year of a row that print one exact number. */
struct series {
    const struct figure *first, *last;
};

static bool is_actual(const struct plan *plan, const struct figure *figure)
{
    const struct plan_phase *phase = plan_phase(plan, figure->key.phase);
    return phase && phase->actual && !phase->cumulative && phase->flow == FLOW_NONE;
}

/* What was planned before what was done, of all sources together. */
static const struct figure *figure_of_year(const struct plan *plan, const struct plan_row *row, const char *measure,
                                           int year)
{
    struct figure_key key = { .measure = measure, .period.year = year };
    const struct figure *figure = row_figure_at(row, key);
    for (size_t f = 0; !figure && f < row->keyed_count; f++) {
        key.phase = row->keyed[f].key.phase;
        if (figure_key_equal(row->keyed[f].key, key) && is_actual(plan, &row->keyed[f]))
            figure = &row->keyed[f];
    }
    return figure && figure->state == FIGURE_NUMBER && figure->op == FIGURE_EXACT ? figure : NULL;
}

static void take_year(struct series *series, const struct plan *plan, const struct plan_row *row, const char *measure,
                      int year)
{
    const struct figure *figure = year ? figure_of_year(plan, row, measure, year) : NULL;
    if (figure && (!series->first || year < series->first->key.period.year))
        series->first = figure;
    if (figure && (!series->last || year > series->last->key.period.year))
        series->last = figure;
}

static struct series series_of(const struct plan *plan, const struct plan_row *row, const char *measure)
{
    struct series series = { 0 };
    for (size_t f = 0; f < row->figure_count; f++)
        take_year(&series, plan, row, measure, row->figures[f].key.period.year);
    for (size_t f = 0; f < row->keyed_count; f++)
        take_year(&series, plan, row, measure, row->keyed[f].key.period.year);
    return series;
}

static struct number value_of(const struct figure *figure)
{
    return figure->unit == UNIT_NONE ? number_of(figure->number) : number_whole(figure->dong);
}

/* Half of the last decimal that the bound is printed with; "khoảng" and "gần" allow 5 % more (calc/agreement.h). */
static struct number tolerance(const struct measure *measure, struct dec bound)
{
    enum { WORD_PARTS = 20, TWO = 2 };
    struct number half = number_div(number_of((struct dec){ 1, bound.scale }), number_whole(TWO));
    bool word = measure->op == OP_ABOUT || measure->op == OP_ALMOST;
    return word ? number_add(half, number_abs(number_div(number_of(bound), number_whole(WORD_PARTS)))) : half;
}

static bool is_within(const struct measure *measure, struct number mean)
{
    bool up = measure->op == OP_LE || measure->op == OP_LT, down = measure->op == OP_GE || measure->op == OP_GT;
    struct dec high = measure->has_high ? measure->high : measure->low;
    struct number least = number_sub(number_of(measure->low), tolerance(measure, measure->low)),
                  most = number_add(number_of(high), tolerance(measure, high));
    return (up || number_cmp(mean, least) >= 0) && (down || number_cmp(mean, most) <= 0);
}

static void check_rate(const struct plan *plan, const struct rate *rate, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct plan_table *table;
    const struct plan_row *row = rate->series->row ? plan_row(plan, rate->series->row, &table) : NULL;
    if (!row || !rate->measure->has_low)
        return;
    struct series series = series_of(plan, row, rate->series->measure);
    if (!series.first || series.first == series.last) {
        finding_add_about(findings, FINDING_SERIES_SHORT, rate->place, ABOUT(rate->id), rate->text, row->id, NULL);
        return;
    }
    int steps = series.last->key.period.year - series.first->key.period.year;
    struct number mean = growth_mean(number_div(value_of(series.last), value_of(series.first)), steps);
    struct dec rounded;
    if (!mean.known || is_within(rate->measure, mean) || !number_round(&rounded, mean))
        return;
    finding_add_about(
        findings, FINDING_GROWTH_OUTSIDE, rate->place, ABOUT(rate->id), rate->text, goal_words(arena, rate->measure),
        arena_printf(arena, "«%s», %d–%d,", row->title, series.first->key.period.year, series.last->key.period.year),
        number_words(arena, rounded), NULL);
}

void observe_growth(const struct plan *plan, struct findings *findings)
{
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        check_rate(plan, &(struct rate){ target->place, target->id, target->text, &target->measure, &target->series },
                   findings);
    }
    for (size_t i = 0; i < plan->past_count; i++) {
        const struct past_result *past = &plan->past[i];
        check_rate(plan, &(struct rate){ past->place, past->id, past->text, &past->measure, &past->series }, findings);
    }
}
