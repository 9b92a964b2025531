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

static bool is_under(enum op op)
{
    return op == OP_LT || op == OP_ALMOST;
}

/* One end of the actual against a limit; a result that is a bound itself is beyond its figure on one side. */
static bool reaches(struct number value, enum op op, struct number limit, bool strict, bool higher)
{
    int side = higher ? number_cmp(value, limit) : -number_cmp(value, limit);
    if (side)
        return side > 0;
    bool beyond = higher ? op == OP_GT : is_under(op), short_of = higher ? is_under(op) : op == OP_GT;
    return strict ? beyond : !short_of;
}

/* Whether the actual is at least as good as the limit, all of it or none of it. */
static enum answer is_reached(const struct gap *gap, struct number limit, bool strict)
{
    bool higher = gap->direction == DIRECTION_HIGHER;
    bool low = reaches(gap->actual.low, gap->actual_op, limit, strict, higher);
    bool high = reaches(gap->actual.high, gap->actual_op, limit, strict, higher);
    if (low != high)
        return UNSURE;
    return low ? YES : NO;
}

/* The far bound of a range, moved outward by what the office lets pass as met. */
static struct number exceeded_limit(const struct gap_builder *builder, struct gap_span goal)
{
    bool higher = builder->gap->direction == DIRECTION_HIGHER;
    struct number bound = higher ? goal.high : goal.low;
    struct number margin = share_of(bound, builder->context->office->exceeded_percent);
    return higher ? number_add(bound, margin) : number_sub(bound, margin);
}

/* What is expected, less what the office tolerates. */
static struct number tolerated(const struct gap_builder *builder)
{
    const struct gap *gap = builder->gap;
    struct number margin = share_of(gap->expected, builder->context->office->tolerance_percent);
    return gap->direction == DIRECTION_HIGHER ? number_sub(gap->expected, margin) : number_add(gap->expected, margin);
}

static enum gap_status progress(const struct gap_builder *builder)
{
    int years_left = builder->gap->target_year - builder->context->year;
    if (years_left < 0 || (!years_left && !gap_is_within_year(builder)))
        return GAP_MISSED;
    struct number limit = tolerated(builder);
    if (!limit.known)
        return GAP_NOT_COMPUTABLE;
    enum answer answer = is_reached(builder->gap, limit, false);
    if (answer == UNSURE)
        return GAP_NOT_COMPUTABLE;
    return answer == YES ? GAP_ON_TRACK : GAP_BEHIND;
}

static enum gap_status judged(const struct gap_builder *builder)
{
    const struct gap *gap = builder->gap;
    struct gap_span goal = gap_goal(&gap->goal, gap->goal.kind, builder->years);
    struct number limit = exceeded_limit(builder, goal);
    if (!limit.known || !gap->actual.low.known || !gap->actual.high.known)
        return GAP_NOT_COMPUTABLE;
    if (is_reached(gap, limit, true) == YES && number_cmp(gap->actual.low, limit) != 0)
        return GAP_EXCEEDED;
    enum answer answer = is_reached(gap, gap->direction == DIRECTION_LOWER ? goal.high : goal.low,
                                    gap->goal.op == OP_GT || gap->goal.op == OP_LT);
    if (answer == UNSURE)
        return GAP_NOT_COMPUTABLE;
    return answer == YES ? GAP_MET : progress(builder);
}

void gap_add_status(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    bool reported = gap->actual_year != 0;
    if (!reported && !gap->missing_year)
        gap->status = GAP_NO_DATA;
    else if (!reported || !gap->target_value.known || !gap->actual.low.known)
        gap->status = GAP_NOT_COMPUTABLE;
    else
        gap->status = gap->direction == DIRECTION_NEUTRAL ? GAP_NONE : judged(builder);
}
