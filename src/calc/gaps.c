#include "calc/gaps.h"

#include "calc/actuals.h"
#include "calc/gap_builder.h"
#include "calc/gaps_baseline.h"
#include "calc/gaps_goal.h"
#include "calc/gaps_others.h"
#include "calc/gaps_status.h"
#include "calc/growth.h"

/* By the target itself, else the catalogue, else the comparator. */
static enum direction direction_of(struct gap *gap, const struct target *target, const struct indicator *indicator)
{
    if (target->direction != DIRECTION_UNSAID)
        return target->direction;
    if (indicator)
        return indicator->direction;
    if (target->measure.kind == MEASURE_RANK)
        return DIRECTION_LOWER;
    enum op op = target->measure.op;
    if (op == OP_LE || op == OP_LT)
        return DIRECTION_LOWER;
    if (op != OP_GE && op != OP_GT)
        gap_because(gap, GAP_DIRECTION_ASSUMED);
    return DIRECTION_HIGHER;
}

static enum accumulation accumulation_of(struct gap *gap, const struct target *target, const struct indicator *indicator)
{
    if (target->accumulation_said || !target->measure.indicator) {
        if (!target->accumulation_said && target->accumulation == ACCUMULATION_CUMULATIVE)
            gap_because(gap, GAP_COUNT_ASSUMED);
        return target->accumulation;
    }
    return indicator ? indicator->accumulation : ACCUMULATION_SNAPSHOT;
}

static void add_judged(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    gap->judged = (struct period){ builder->context->year, builder->context->month, 0 };
    if (gap->goal.op == OP_NONE || gap->judged.year <= gap->target_year)
        return;
    gap->judged = (struct period){ gap->target_year, 0, 0 };
    gap_because(gap, GAP_TARGET_YEAR_PAST);
}

static void add_head(struct gap_builder *builder)
{
    const struct target *target = builder->target;
    const struct measure *measure = &target->measure;
    const struct indicator *indicator =
        measure->indicator ? catalogue_indicator(builder->context->catalogue, measure->indicator) : NULL;
    struct gap *gap = builder->gap;
    *gap = (struct gap){ .place = target->place,
                         .target = target->id,
                         .label = target->text,
                         .indicator = measure->indicator,
                         .unit = measure->unit,
                         .section = builder->plan->sections[target->section].title,
                         .goal = *measure,
                         .target_year = measure->year ? measure->year : builder->plan->last_year };
    add_judged(builder);
    if (measure->op == OP_NONE) {
        gap_because(gap, GAP_QUALITATIVE);
        return;
    }
    gap->accumulation = accumulation_of(gap, target, indicator);
    gap->direction = direction_of(gap, target, indicator);
    if (!measure->year)
        gap_because(gap, GAP_YEAR_OF_PLAN);
    if (gap->direction == DIRECTION_NEUTRAL)
        gap_because(gap, GAP_NEUTRAL);
    struct gap_span goal = gap_goal(measure);
    gap->target_value = gap->direction == DIRECTION_LOWER ? goal.high : goal.low;
}

static struct actual_key key_of(const struct gap *gap)
{
    return (struct actual_key){ gap->target, gap->indicator, gap->accumulation };
}

static void take_actual(struct gap *gap, const struct actual *actual)
{
    gap->actual = (struct gap_span){ actual->low, actual->high, actual->is_range };
    gap->actual_op = actual->op;
    gap->actual_year = actual->period.year;
    gap->actual_month = actual->period.month;
    gap->actual_status = actual->status;
    if (actual->is_range)
        gap_because(gap, GAP_ACTUAL_RANGE);
    else if (actual->op != OP_EQ)
        gap_because(gap, GAP_ACTUAL_BOUND);
}

/* What another period has, where the one that judges has nothing: the latest up to the day that is asked about. */
static void add_latest(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    struct period asked = { builder->context->year, builder->context->month, 0 };
    int first = builder->plan->first_year;
    struct actual found = { 0 };
    if (gap->goal.kind == MEASURE_GROWTH)
        for (int year = asked.year; year >= first && !found.known; year--)
            found = growth_of_year(&builder->list, key_of(gap), year);
    else
        found = actual_at(&builder->list, key_of(gap), first, asked);
    if (!found.known)
        found = actual_before(&builder->list, key_of(gap), first, asked);
    if (!found.known)
        return;
    gap->latest =
        (struct gap_latest){ { found.low, found.high, found.is_range }, found.op, found.status, found.period, found.value };
    gap_because(gap, GAP_OTHER_PERIOD);
}

static void add_actual(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    bool growth = gap->goal.kind == MEASURE_GROWTH && !gap_is_within_year(builder);
    struct actual actual = growth ? growth_of_year(&builder->list, key_of(gap), gap->judged.year)
                                  : actual_at(&builder->list, key_of(gap), builder->plan->first_year, gap->judged);
    gap->reported = actual.value;
    gap->missing_year = actual.missing_year;
    if (actual.known) {
        take_actual(gap, &actual);
        return;
    }
    if (actual.not_reported)
        gap_because(gap, GAP_NOT_REPORTED);
    if (actual.missing_year)
        gap_because(gap, GAP_MISSING_YEAR);
    else
        add_latest(builder);
    if (!actual.missing_year && !actual.not_reported && !gap_has(gap, GAP_OTHER_PERIOD))
        gap_because(gap, GAP_NO_RESULTS);
}

static void add_growth(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    if (gap->goal.kind != MEASURE_GROWTH)
        return;
    int last = gap->judged.year - gap_is_within_year(builder);
    struct growth growth = growth_of(&builder->list, key_of(gap), builder->plan->first_year, last);
    gap->mean = growth.mean;
    gap->mean_years = growth.years;
    gap->mean_gap = gap_distance((struct gap_span){ growth.mean, growth.mean, false }, gap_goal(&gap->goal));
    gap->index = growth.index;
}

static void tell_overflow(struct gap *gap)
{
    const struct number numbers[] = { gap->actual.low,  gap->actual.high, gap->target_value, gap->gap,
                                      gap->achievement, gap->progress,    gap->expected,     gap->needed,
                                      gap->mean,        gap->index,       gap->national_gap };
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        if (numbers[i].overflow)
            gap_because(gap, GAP_OVERFLOW);
}

static void build(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    add_head(builder);
    add_actual(builder);
    if (gap->goal.op != OP_NONE) {
        add_growth(builder);
        gap_add_distance(gap);
        gap_add_baseline(builder);
        gap_add_expected(builder);
        gap_add_achievement(builder);
        gap_add_national(builder);
    }
    gap_add_status(builder);
    tell_overflow(gap);
}

static void add_documents(struct gaps *gaps, const struct results_list *list)
{
    gaps->has_results = list->count > 0;
    for (size_t i = 0; i < list->count; i++) {
        const struct results *results = list->items[i];
        gaps->illustrative = gaps->illustrative || results->illustrative;
        if (date_cmp(results->issued, gaps->latest) > 0)
            gaps->latest = results->issued;
    }
}

struct gaps gaps_of(const struct plan *plan, const struct gaps_context *context, struct arena *arena)
{
    struct gaps gaps = { .plan = plan->id, .unit = plan->unit, .year = context->year, .illustrative = plan->illustrative };
    struct results_list list = results_as_of(context->results, plan->id, context->as_of, arena);
    add_documents(&gaps, &list);
    gaps.items = arena_alloc(arena, plan->target_count, sizeof *gaps.items);
    for (size_t i = 0; i < plan->target_count; i++) {
        struct gap_builder builder = { .context = context,
                                       .plan = plan,
                                       .target = &plan->targets[i],
                                       .list = list,
                                       .gap = &gaps.items[gaps.count++],
                                       .arena = arena };
        build(&builder);
        if (gap_is_worded(builder.gap))
            gaps.worded++;
        else
            gaps.numbers[builder.gap->status]++;
    }
    gaps_add_others(&gaps, plan, context, &list, arena);
    return gaps;
}

const char *gap_actual_token(const struct gaps *gaps, const struct gap *gap)
{
    if (!gap->actual_year)
        return gap_has(gap, GAP_NOT_REPORTED) ? value_status_token(STATUS_NOT_REPORTED) : NULL;
    return gaps->illustrative ? "illustrative" : value_status_token(gap->actual_status);
}
