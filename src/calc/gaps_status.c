#include "calc/gaps_status.h"

#include "calc/actuals.h"
#include "calc/gaps_goal.h"
#include "model/office.h"

enum { PERCENT = 100 };

enum answer { NO, YES, UNSURE };

/* value * percent / 100, away from zero. */
static struct number share_of(struct number value, struct dec percent)
{
    return number_div(number_mul(number_abs(value), number_of(percent)), number_whole(PERCENT));
}

/* One end of what the actual may be: a figure that it reaches, only comes near to, or none. */
struct end {
    struct number value;
    bool open;    /* comes near to it only */
    bool endless; /* there is no such figure */
};

/* "Hơn 80" is anything above 80, "không quá 80" anything up to it; "khoảng 80" is taken for 80. */
static void ends_of(const struct gap *gap, struct end *low, struct end *high)
{
    enum op op = gap->actual_op;
    *low = (struct end){ gap->actual.low, op == OP_GT, op == OP_LE || op == OP_LT };
    *high = (struct end){ gap->actual.high, op == OP_LT, op == OP_GE || op == OP_GT };
}

/* Every figure from the end on in the good direction reaches the limit. */
static bool all_reach(const struct gap *gap, const struct end *worst, struct number limit, bool strict)
{
    return !worst->endless && gap_is_reached(gap, worst->value, limit, strict && !worst->open);
}

/* No figure up to the end reaches the limit. */
static bool none_reach(const struct gap *gap, const struct end *best, struct number limit, bool strict)
{
    return !best->endless && !gap_is_reached(gap, best->value, limit, strict || best->open);
}

/* Whether the actual is at least as good as the limit: all that it may be, or none of it. */
static enum answer is_reached(const struct gap *gap, struct number limit, bool strict)
{
    struct end low, high;
    bool higher = gap->direction == DIRECTION_HIGHER;
    if (gap->actual_op == OP_ALMOST) /* just below: short of the figure where higher is better, beyond it where lower is */
        return gap_is_reached(gap, gap->actual.low, limit, higher) ? YES : NO;
    ends_of(gap, &low, &high);
    const struct end *worst = higher ? &low : &high, *best = higher ? &high : &low;
    if (none_reach(gap, best, limit, strict))
        return NO;
    return all_reach(gap, worst, limit, strict) ? YES : UNSURE;
}

/* The far bound of a range, moved outward by what the office lets pass as met. */
static struct number exceeded_limit(const struct gap_builder *builder, struct gap_span goal)
{
    bool higher = builder->gap->direction == DIRECTION_HIGHER;
    struct number bound = higher ? goal.high : goal.low;
    struct number margin = share_of(bound, builder->context->office->exceeded_percent);
    return higher ? number_add(bound, margin) : number_sub(bound, margin);
}

/* What is expected, less what the office tolerates of the way to it from the baseline; never worse than the baseline. */
static struct number tolerated(const struct gap_builder *builder)
{
    const struct gap *gap = builder->gap;
    struct number from = gap->goal.kind == MEASURE_GROWTH ? number_whole(0) : gap->baseline;
    if (gap_has(gap, GAP_MAINTAIN) || !from.known)
        return gap->expected;
    struct number margin = share_of(number_sub(gap->expected, from), builder->context->office->tolerance_percent);
    struct number eased = gap->direction == DIRECTION_HIGHER ? number_sub(gap->expected, margin)
                                                             : number_add(gap->expected, margin);
    bool worse = eased.known && gap->goal.kind != MEASURE_GROWTH && !gap_is_reached(gap, eased, from, false);
    return worse ? from : eased;
}

/* Short of the target before its year. */
static enum gap_status on_the_way(const struct gap_builder *builder)
{
    struct number limit = tolerated(builder);
    if (!limit.known)
        return GAP_NOT_COMPUTABLE;
    enum answer answer = is_reached(builder->gap, limit, false);
    if (answer == UNSURE)
        gap_because(builder->gap, GAP_UNSURE);
    return answer == UNSURE ? GAP_NOT_COMPUTABLE : answer == YES ? GAP_ON_TRACK : GAP_BEHIND;
}

static enum gap_status judged(const struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    struct gap_span goal = gap_goal(&gap->goal);
    struct number limit = exceeded_limit(builder, goal), bound = gap->direction == DIRECTION_LOWER ? goal.high : goal.low;
    bool strict = gap->goal.op == OP_GT || gap->goal.op == OP_LT;
    if (!limit.known || !gap->actual.low.known || !gap->actual.high.known)
        return GAP_NOT_COMPUTABLE;
    if (gap->goal.kind == MEASURE_GROWTH && gap_is_ahead(builder))
        return on_the_way(builder);
    /* "Hơn 80" is beyond 80, and nobody knows by how much: that meets a target of 80. */
    if (is_reached(gap, limit, true) == YES && number_cmp(gap->actual.low, limit) != 0)
        return GAP_EXCEEDED;
    enum answer answer = is_reached(gap, bound, strict);
    if (answer == YES)
        return GAP_MET;
    if (strict && !gap->actual.is_range && number_cmp(gap->actual.low, bound) == 0)
        gap_because(gap, GAP_AT_STRICT_BOUND);
    if (gap_is_ahead(builder))
        return on_the_way(builder);
    if (answer == UNSURE)
        gap_because(gap, GAP_UNSURE);
    return answer == UNSURE ? GAP_NOT_COMPUTABLE : GAP_MISSED;
}

/* Months of a year do not show that the year falls short. */
static enum gap_status of_known_months(const struct gap_builder *builder, enum gap_status status)
{
    struct gap *gap = builder->gap;
    if (!gap->actual_month || builder->gap->judged.month)
        return status;
    gap_because(gap, GAP_PARTIAL_YEAR);
    return status == GAP_BEHIND || status == GAP_MISSED ? GAP_NOT_COMPUTABLE : status;
}

void gap_add_status(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    bool reported = gap->actual_year != 0, numeric = gap->target_value.known && gap->actual.low.known;
    bool growth_of_month = reported && gap->goal.kind == MEASURE_GROWTH && gap_is_within_year(builder);
    if (growth_of_month)
        gap_because(gap, GAP_GROWTH_OF_YEARS);
    if (!reported && !gap->missing_year)
        gap->status = GAP_NO_DATA;
    else if (!reported || !numeric || growth_of_month)
        gap->status = GAP_NOT_COMPUTABLE;
    else
        gap->status = gap->direction == DIRECTION_NEUTRAL ? GAP_NONE : of_known_months(builder, judged(builder));
}
