#include "calc/gaps.h"

#include "calc/actuals.h"
#include "calc/gap_builder.h"
#include "calc/gaps_baseline.h"
#include "calc/gaps_goal.h"
#include "calc/gaps_status.h"

/* Growth is known of whole years only. */
static int last_year_of(const struct gap_builder *builder, enum measure_kind kind)
{
    return builder->context->year - (kind == MEASURE_GROWTH && gap_is_within_year(builder));
}

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

static int years_to(const struct plan *plan, int year)
{
    return year < plan->first_year ? 0 : year - plan->first_year + 1;
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
    int year = last_year_of(builder, measure->kind);
    builder->years = years_to(builder->plan, gap->target_year);
    builder->years_so_far = years_to(builder->plan, year < gap->target_year ? year : gap->target_year);
    builder->accumulation = actual_accumulation(indicator, measure, target->direction);
    if (measure->op == OP_NONE) {
        gap_because(gap, GAP_QUALITATIVE);
        return;
    }
    gap->direction = direction_of(gap, target, indicator);
    if (!measure->year)
        gap_because(gap, GAP_YEAR_OF_PLAN);
    if (gap->direction == DIRECTION_NEUTRAL)
        gap_because(gap, GAP_NEUTRAL);
    struct gap_span goal = gap_goal_so_far(builder);
    gap->target_value = gap->direction == DIRECTION_LOWER ? goal.high : goal.low;
}

static void add_actual(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    struct actual_key key = { gap->target, gap->indicator, builder->accumulation };
    int first = builder->plan->first_year, year = last_year_of(builder, gap->goal.kind);
    bool growth = gap->goal.kind == MEASURE_GROWTH;
    struct actual actual =
        growth ? actual_growth(&builder->list, key, first, year < gap->target_year ? year : gap->target_year)
               : actual_latest(&builder->list, key, first, year);
    gap->reported = actual.value;
    if (actual.not_reported)
        gap_because(gap, GAP_NOT_REPORTED);
    gap->missing_year = actual.missing_year;
    if (actual.missing_year)
        gap_because(gap, GAP_MISSING_YEAR);
    if (!actual.known && !actual.missing_year && !actual.not_reported)
        gap_because(gap, GAP_NO_RESULTS);
    if (!actual.known)
        return;
    gap->actual = (struct gap_span){ actual.low, actual.high, actual.is_range };
    gap->actual_op = actual.op;
    gap->actual_year = actual.year;
    gap->actual_status = actual.status;
    if (growth)
        gap_because(gap, GAP_GROWTH_INDEX);
    if (actual.is_range)
        gap_because(gap, GAP_ACTUAL_RANGE);
    else if (actual.op != OP_EQ)
        gap_because(gap, GAP_ACTUAL_BOUND);
}

static void tell_overflow(struct gap *gap)
{
    const struct number numbers[] = { gap->actual.low,  gap->actual.high, gap->target_value, gap->gap,
                                      gap->achievement, gap->expected,    gap->needed,       gap->national_gap };
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
        gap->gap = gap_distance(gap->actual, gap_goal_so_far(builder));
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
    return gaps;
}

const char *gap_actual_token(const struct gaps *gaps, const struct gap *gap)
{
    if (!gap->actual_year)
        return gap_has(gap, GAP_NOT_REPORTED) ? value_status_token(STATUS_NOT_REPORTED) : NULL;
    return gaps->illustrative ? "illustrative" : value_status_token(gap->actual_status);
}
