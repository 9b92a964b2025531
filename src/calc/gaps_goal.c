#include "calc/gaps_goal.h"

#include "base/text.h"

enum { PERCENT = 100 };

/* (1 + g/100)^years, in % of the base year. */
static struct number index_of(struct number growth, int years)
{
    struct number whole = number_whole(PERCENT), factor = number_div(number_add(whole, growth), whole), index = whole;
    for (int i = 0; i < years; i++)
        index = number_mul(index, factor);
    return index;
}

struct gap_span gap_goal(const struct measure *measure, enum measure_kind kind, int years)
{
    if (!measure->has_low || measure->op == OP_NONE)
        return (struct gap_span){ 0 };
    struct number low = number_of(measure->low), high = measure->has_high ? number_of(measure->high) : low;
    if (kind == MEASURE_GROWTH) {
        low = index_of(low, years);
        high = index_of(high, years);
    }
    return (struct gap_span){ low, high, measure->has_high };
}

struct gap_span gap_goal_so_far(const struct gap_builder *builder)
{
    return gap_goal(&builder->target->measure, builder->target->measure.kind, builder->years_so_far);
}

struct number gap_distance(struct gap_span actual, struct gap_span goal)
{
    if (!actual.low.known || !actual.high.known || !goal.low.known || !goal.high.known)
        return (struct number){ .overflow = actual.low.overflow || goal.low.overflow || actual.high.overflow };
    if (number_cmp(actual.low, goal.high) > 0)
        return number_sub(actual.low, goal.high);
    if (number_cmp(actual.high, goal.low) < 0)
        return number_sub(actual.high, goal.low);
    return number_whole(0);
}

static struct number linear(struct number from, int from_year, struct number to, int to_year, int year)
{
    struct number share = number_div(number_whole(year - from_year), number_whole(to_year - from_year));
    return number_add(from, number_mul(number_sub(to, from), share));
}

/* The latest milestone that is due, and the first one of all; NULL where there is none. */
static const struct milestone *due_milestone(const struct gap_builder *builder, int year, const struct milestone **first)
{
    const struct milestone *due = NULL;
    *first = NULL;
    for (size_t i = 0; i < builder->plan->milestone_count; i++) {
        const struct milestone *milestone = &builder->plan->milestones[i];
        if (strcmp(milestone->target, builder->target->id) != 0 || milestone->year >= builder->gap->target_year)
            continue;
        if (!*first || milestone->year < (*first)->year)
            *first = milestone;
        if (milestone->year <= year && (!due || milestone->year > due->year))
            due = milestone;
    }
    return due;
}

/* By the end of a year. */
static struct number expected_level(const struct gap_builder *builder, int year)
{
    const struct gap *gap = builder->gap;
    const struct milestone *first, *due = due_milestone(builder, year, &first);
    if (year >= gap->target_year)
        return gap->target_value;
    if (due)
        return number_of(due->value);
    if (!gap->baseline_year)
        return (struct number){ 0 };
    if (first)
        return linear(gap->baseline, gap->baseline_year, number_of(first->value), first->year, year);
    return linear(gap->baseline, gap->baseline_year, gap->target_value, gap->target_year, year);
}

static struct number expected_by_now(const struct gap_builder *builder)
{
    enum { MONTHS = 12 };
    int year = builder->context->year;
    struct number end = expected_level(builder, year);
    if (!gap_is_within_year(builder) || year > builder->gap->target_year)
        return end;
    struct number start = expected_level(builder, year - 1);
    struct number share = number_div(number_whole(builder->context->month), number_whole(MONTHS));
    return number_add(start, number_mul(number_sub(end, start), share));
}

void gap_add_expected(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    if (gap->direction == DIRECTION_NEUTRAL || !gap->target_value.known || !builder->years_so_far)
        return;
    gap->expected = gap->goal.kind == MEASURE_GROWTH ? gap->target_value : expected_by_now(builder);
    if (!gap->expected.known && !gap->expected.overflow)
        gap_because(gap, GAP_NO_BASELINE);
}

/* Without a baseline: the actual in the target, or the target in the actual. */
static struct number plain_ratio(struct gap *gap)
{
    bool higher = gap->direction == DIRECTION_HIGHER;
    struct number above = higher ? gap->actual.low : gap->target_value,
                  below = higher ? gap->target_value : gap->actual.low;
    if (below.known && number_is_zero(below))
        gap_because(gap, GAP_ZERO_DENOMINATOR);
    return number_div(above, below);
}

void gap_add_achievement(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    if (gap->direction == DIRECTION_NEUTRAL || gap->actual.is_range || !gap->actual.low.known)
        return;
    struct number share;
    if (gap->baseline_year) {
        struct number way = number_sub(gap->target_value, gap->baseline);
        if (way.known && number_is_zero(way))
            gap_because(gap, GAP_TARGET_IS_BASELINE);
        share = number_div(number_sub(gap->actual.low, gap->baseline), way);
    } else {
        share = plain_ratio(gap);
    }
    gap->achievement = number_mul(share, number_whole(PERCENT));
    int left = gap->target_year - builder->context->year;
    if (left > 0 && gap->goal.kind != MEASURE_GROWTH)
        gap->needed = number_div(number_sub(gap->target_value, gap->actual.low), number_whole(left));
}

void gap_add_national(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    const struct national_target *national =
        gap->indicator ? catalogue_national(builder->context->catalogue, gap->indicator, gap->target_year) : NULL;
    if (!national || !national->measure.has_low)
        return;
    if (!national->comparable && !unit_is_country(builder->plan->unit)) {
        gap_because(gap, GAP_NATIONAL_INCOMPARABLE);
        return;
    }
    enum measure_kind kind = gap->goal.kind;
    gap->national = gap_goal(&national->measure, MEASURE_LEVEL, 0);
    gap->national_op = national->measure.op;
    gap->national_year = national->measure.year;
    gap->national_decision = national->set;
    if (!national->verified)
        gap_because(gap, GAP_NATIONAL_UNVERIFIED);
    else if (!text_equal(national->measure.unit, gap->unit))
        gap_because(gap, GAP_NATIONAL_UNIT);
    else
        gap->national_gap = gap_distance(gap->actual, gap_goal(&national->measure, kind, builder->years_so_far));
}
