#include "calc/gaps_baseline.h"

#include "base/text.h"
#include "calc/actuals.h"
#include "calc/gaps_goal.h"

static bool is_bound(enum op op)
{
    return op != OP_EQ && op != OP_RANGE;
}

static void take(struct gap *gap, struct number value, int year, enum op op, enum gap_baseline origin)
{
    gap->baseline = value;
    gap->baseline_year = year;
    gap->baseline_origin = origin;
    if (is_bound(op))
        gap_because(gap, GAP_BASELINE_BOUND);
}

static bool is_same_measure(const struct measure *a, const struct measure *b)
{
    return a->has_low && a->indicator && text_equal(a->indicator, b->indicator) && a->kind == b->kind &&
           text_equal(a->unit, b->unit) && text_equal(a->base, b->base) &&
           (!a->base_name || !b->base_name || text_equal(a->base_name, b->base_name));
}

/* A later result before an earlier one; of one year an exact one before a bound. */
static bool is_better(const struct past_result *a, const struct past_result *b)
{
    int year_a = a->measure.year ? a->measure.year : a->last_year,
        year_b = b->measure.year ? b->measure.year : b->last_year;
    return year_a != year_b ? year_a > year_b : !is_bound(a->measure.op) && is_bound(b->measure.op);
}

/* Another target of the plan measures the same: what names only the indicator may be of either. */
static bool is_shared(const struct plan *plan, const struct measure *measure)
{
    size_t count = 0;
    for (size_t i = 0; i < plan->target_count; i++)
        count += is_same_measure(measure, &plan->targets[i].measure);
    return count > 1;
}

static bool names(const struct past_result *past, const char *target)
{
    for (size_t i = 0; i < past->target_count; i++)
        if (strcmp(past->targets[i], target) == 0)
            return true;
    return false;
}

/* The best past result that names the target, or those that name none and are of its indicator. */
static const struct past_result *find_past(const struct gap_builder *builder, bool named)
{
    const struct past_result *best = NULL;
    const struct target *target = builder->target;
    for (size_t i = 0; i < builder->plan->past_count; i++) {
        const struct past_result *past = &builder->plan->past[i];
        bool fits = named ? past->measure.has_low && names(past, target->id) &&
                                text_equal(past->measure.unit, target->measure.unit)
                          : !past->target_count && is_same_measure(&past->measure, &target->measure);
        if (fits && (!best || is_better(past, best)))
            best = past;
    }
    return best;
}

/* The decision's own past result for the target, else for its indicator. */
static bool take_past(struct gap_builder *builder)
{
    const struct past_result *best = find_past(builder, true);
    if (!best) {
        best = find_past(builder, false);
        if (best && is_shared(builder->plan, &builder->target->measure)) {
            gap_because(builder->gap, GAP_BASELINE_AMBIGUOUS);
            return false;
        }
    }
    if (!best)
        return false;
    if (best->measure.has_high)
        gap_because(builder->gap, GAP_BASELINE_RANGE);
    else
        take(builder->gap, number_of(best->measure.low), best->measure.year ? best->measure.year : best->last_year,
             best->measure.op, BASELINE_STATED);
    return true;
}

/* A unit's code means nothing without a date: after a merger the same code may be another unit, or still the same. */
static bool is_same_unit(const struct gap_builder *builder, const struct plan *other)
{
    const struct catalogue *catalogue = builder->context->catalogue;
    const struct plan *plan = builder->plan;
    return other == plan || catalogue_is_same_unit(catalogue, plan->unit, plan->as_of, other->unit, other->as_of);
}

static bool serves(const struct gap_builder *builder, const struct actual *actual)
{
    return actual->known && !actual->in_words && !actual->period.month && actual->status == STATUS_FINAL &&
           text_equal(actual->value->measure.unit, builder->target->measure.unit);
}

/* The last final actual before the period in the documents of one plan; nothing if it is no later than `after`. */
static struct actual last_before(const struct gap_builder *builder, const struct plan *other, int after)
{
    struct results_list list = results_as_of(builder->context->results, other->id, builder->context->as_of, builder->arena);
    struct actual_key key = { other == builder->plan ? builder->target->id : NULL, builder->target->measure.indicator,
                              builder->gap->accumulation };
    for (size_t i = list.count; i-- > 0 && (key.target || key.indicator);) {
        int year = list.items[i]->period.year;
        if (year <= after || year >= builder->plan->first_year)
            continue;
        struct actual actual = actual_of_year(&list, key, year);
        if (serves(builder, &actual))
            return actual;
    }
    return (struct actual){ 0 };
}

static bool take_last_actual(struct gap_builder *builder)
{
    struct actual best = { 0 };
    for (size_t i = 0; i < builder->context->plan_count; i++) {
        const struct plan *other = builder->context->plans[i];
        if (!is_same_unit(builder, other))
            continue;
        struct actual found = last_before(builder, other, best.period.year);
        const struct measure *measure = &builder->target->measure;
        bool shared = is_shared(builder->plan, measure) || is_shared(other, measure);
        if (found.known && other != builder->plan && shared)
            gap_because(builder->gap, GAP_BASELINE_AMBIGUOUS);
        else if (found.known)
            best = found;
    }
    if (best.known && best.is_range)
        gap_because(builder->gap, GAP_BASELINE_RANGE);
    else if (best.known)
        take(builder->gap, best.low, best.period.year, best.op, BASELINE_BEFORE);
    return best.known;
}

/* The first final figure of a year before the one that is judged. */
static void take_first_actual(struct gap_builder *builder)
{
    struct actual_key key = { builder->target->id, builder->target->measure.indicator, builder->gap->accumulation };
    for (int year = builder->plan->first_year; year < builder->gap->judged.year; year++) {
        struct actual actual = actual_of_year(&builder->list, key, year);
        if (!serves(builder, &actual) || actual.is_range)
            continue;
        take(builder->gap, actual.low, year, actual.op, BASELINE_REPORTED);
        gap_because(builder->gap, GAP_BASELINE_REPORTED);
        return;
    }
}

void gap_add_baseline(struct gap_builder *builder)
{
    struct gap *gap = builder->gap;
    if (gap->goal.kind == MEASURE_GROWTH || gap->direction == DIRECTION_NEUTRAL)
        return;
    if (gap->accumulation == ACCUMULATION_CUMULATIVE)
        take(gap, number_whole(0), builder->plan->first_year - 1, OP_EQ, BASELINE_COUNT);
    else if (!take_past(builder) && !take_last_actual(builder))
        take_first_actual(builder);
    if (gap->baseline.known && gap->target_value.known &&
        gap_is_reached(gap, gap->baseline, gap->target_value, gap->goal.op == OP_GT || gap->goal.op == OP_LT))
        gap_because(gap, GAP_MAINTAIN);
}
