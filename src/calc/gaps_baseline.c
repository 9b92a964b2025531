#include "calc/gaps_baseline.h"

#include "base/text.h"
#include "calc/actuals.h"

static bool is_bound(enum op op)
{
    return op != OP_EQ && op != OP_RANGE;
}

static void take(struct gap *gap, struct number value, int year, enum op op)
{
    gap->baseline = value;
    gap->baseline_year = year;
    if (is_bound(op))
        gap_because(gap, GAP_BASELINE_BOUND);
}

static bool is_same_measure(const struct measure *a, const struct measure *b)
{
    return a->has_low && a->indicator && text_equal(a->indicator, b->indicator) && a->kind == b->kind &&
           text_equal(a->unit, b->unit) && text_equal(a->base, b->base);
}

/* A later result before an earlier one; of one year an exact one before a bound. */
static bool is_better(const struct past_result *a, const struct past_result *b)
{
    int year_a = a->measure.year ? a->measure.year : a->last_year,
        year_b = b->measure.year ? b->measure.year : b->last_year;
    return year_a != year_b ? year_a > year_b : !is_bound(a->measure.op) && is_bound(b->measure.op);
}

/* The decision's own past result for the same indicator. */
static bool take_past(struct gap_builder *builder)
{
    const struct past_result *best = NULL;
    for (size_t i = 0; i < builder->plan->past_count; i++) {
        const struct past_result *past = &builder->plan->past[i];
        if (is_same_measure(&past->measure, &builder->target->measure) && (!best || is_better(past, best)))
            best = past;
    }
    if (!best)
        return false;
    if (best->measure.has_high)
        gap_because(builder->gap, GAP_BASELINE_RANGE);
    else
        take(builder->gap, number_of(best->measure.low), best->measure.year ? best->measure.year : best->last_year,
             best->measure.op);
    return true;
}

/* A unit's code means nothing without a date: after a merger the same code may be another unit, or still the same. */
static bool is_same_unit(const struct gap_builder *builder, const struct plan *other)
{
    const struct catalogue *catalogue = builder->context->catalogue;
    const struct plan *plan = builder->plan;
    return other == plan ||
           catalogue_is_same_unit(catalogue, plan->unit, plan->as_of, other->unit, other->as_of);
}

/* The last final actual before the period in the documents of one plan; nothing if it is no later than `after`. */
static struct actual last_before(const struct gap_builder *builder, const struct plan *other, int after)
{
    struct results_list list = results_as_of(builder->context->results, other->id, builder->context->as_of, builder->arena);
    struct actual_key key = { other == builder->plan ? builder->target->id : NULL, builder->target->measure.indicator,
                              builder->accumulation };
    for (size_t i = list.count; i-- > 0 && (key.target || key.indicator);) {
        int year = list.items[i]->period.year;
        if (year <= after || year >= builder->plan->first_year)
            continue;
        struct actual actual = actual_of_year(&list, key, year);
        if (actual.known && !actual.in_words && actual.status == STATUS_FINAL &&
            text_equal(actual.value->measure.unit, builder->target->measure.unit))
            return actual;
    }
    return (struct actual){ 0 };
}

static void take_last_actual(struct gap_builder *builder)
{
    struct actual best = { 0 };
    for (size_t i = 0; i < builder->context->plan_count; i++) {
        const struct plan *other = builder->context->plans[i];
        struct actual found = is_same_unit(builder, other) ? last_before(builder, other, best.year) : (struct actual){ 0 };
        if (found.known)
            best = found;
    }
    if (best.known && best.is_range)
        gap_because(builder->gap, GAP_BASELINE_RANGE);
    else if (best.known)
        take(builder->gap, best.low, best.year, best.op);
}

void gap_add_baseline(struct gap_builder *builder)
{
    if (builder->target->measure.kind == MEASURE_GROWTH || builder->gap->direction == DIRECTION_NEUTRAL)
        return;
    if (builder->accumulation == ACCUMULATION_CUMULATIVE)
        take(builder->gap, number_whole(0), builder->plan->first_year - 1, OP_EQ);
    else if (!take_past(builder))
        take_last_actual(builder);
}
