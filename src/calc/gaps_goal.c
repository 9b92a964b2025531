#include "calc/gaps_goal.h"

#include "base/text.h"

enum { PERCENT = 100 };

struct gap_span gap_goal(const struct measure *measure)
{
    if (!measure->has_low || measure->op == OP_NONE)
        return (struct gap_span){ 0 };
    struct number low = number_of(measure->low), high = measure->has_high ? number_of(measure->high) : low;
    return (struct gap_span){ low, high, measure->has_high };
}

bool gap_is_reached(const struct gap *gap, struct number value, struct number limit, bool strict)
{
    int side = gap->direction == DIRECTION_LOWER ? number_cmp(limit, value) : number_cmp(value, limit);
    return strict ? side > 0 : side >= 0;
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

/* Of a range with bounds on both sides of the goal no one figure is the gap. */
void gap_add_distance(struct gap *gap)
{
    struct gap_span goal = gap_goal(&gap->goal), actual = gap->actual;
    gap->gap = gap_distance(actual, goal);
    if (!actual.is_range)
        return;
    struct gap_span low = { actual.low, actual.low, false }, high = { actual.high, actual.high, false };
    gap->gap_bounds = (struct gap_span){ gap_distance(low, goal), gap_distance(high, goal), true };
    struct number least = gap->gap_bounds.low, most = gap->gap_bounds.high;
    if (least.known && most.known && number_cmp(least, most) != 0 && number_is_zero(gap->gap))
        gap->gap = (struct number){ 0 };
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
    if (year >= gap->target_year || (gap_has(gap, GAP_MAINTAIN) && !first))
        return gap->target_value;
    if (due)
        return number_of(due->value);
    if (!gap->baseline_year || year < gap->baseline_year)
        return (struct number){ 0 };
    if (first)
        return linear(gap->baseline, gap->baseline_year, number_of(first->value), first->year, year);
    return linear(gap->baseline, gap->baseline_year, gap->target_value, gap->target_year, year);
}

static struct number expected_by_now(const struct gap_builder *builder)
{
    enum { MONTHS = 12 };
    int year = builder->gap->judged.year;
    struct number end = expected_level(builder, year);
    if (!gap_is_within_year(builder))
        return end;
    bool flow = builder->gap->accumulation == ACCUMULATION_FLOW;
    struct number start = flow ? number_whole(0) : expected_level(builder, year - 1);
    struct number share = number_div(number_whole(builder->gap->judged.month), number_whole(MONTHS));
    return number_add(start, number_mul(number_sub(end, start), share));
}

void gap_add_expected(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    if (gap->direction == DIRECTION_NEUTRAL || !gap->target_value.known ||
        builder->gap->judged.year < builder->plan->first_year)
        return;
    gap->expected = gap->goal.kind == MEASURE_GROWTH ? gap->target_value : expected_by_now(builder);
    if (!gap->expected.known && !gap->expected.overflow)
        gap_because(gap, GAP_NO_BASELINE);
}

static struct number share_of(struct number part, struct number whole)
{
    return number_mul(number_div(part, whole), number_whole(PERCENT));
}

/* The actual in the target, or the target in the actual; of what is not above zero there is no share. */
static struct number achievement_of(struct gap *gap)
{
    bool higher = gap->direction == DIRECTION_HIGHER;
    struct number part = higher ? gap->actual.low : gap->target_value, whole = higher ? gap->target_value : gap->actual.low;
    if (whole.known && number_cmp(whole, number_whole(0)) <= 0) {
        gap_because(gap, GAP_ZERO_DENOMINATOR);
        return (struct number){ 0 };
    }
    return share_of(part, whole);
}

static struct number progress_of(struct gap *gap)
{
    struct number way = number_sub(gap->target_value, gap->baseline);
    if (way.known && number_is_zero(way))
        gap_because(gap, GAP_TARGET_IS_BASELINE);
    if (gap_has(gap, GAP_MAINTAIN) || !gap->actual.low.known)
        return (struct number){ 0 };
    return share_of(number_sub(gap->actual.low, gap->baseline), way);
}

void gap_add_achievement(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    if (gap->direction == DIRECTION_NEUTRAL || gap->actual.is_range || !gap->actual.low.known)
        return;
    gap->achievement = achievement_of(gap);
    if (gap->baseline_year)
        gap->progress = progress_of(gap);
    int left = gap->target_year - builder->gap->judged.year;
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
    gap->national = gap_goal(&national->measure);
    gap->national_op = national->measure.op;
    gap->national_year = national->measure.year;
    gap->national_decision = national->set;
    if (!national->verified) {
        gap_because(gap, GAP_NATIONAL_UNVERIFIED);
    } else if (!text_equal(national->measure.unit, gap->unit)) {
        gap_because(gap, GAP_NATIONAL_UNIT);
    } else {
        gap->national_gap = gap_distance(gap->actual, gap->national);
        gap->national_mean_gap = gap_distance((struct gap_span){ gap->mean, gap->mean, false }, gap->national);
    }
}
