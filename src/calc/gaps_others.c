#include "calc/gaps_others.h"

#include "base/text.h"
#include "calc/actuals.h"
#include "calc/gap_builder.h"
#include "calc/gaps_goal.h"

static bool has(const struct gaps *gaps, const char *indicator)
{
    for (size_t i = 0; i < gaps->other_count; i++)
        if (text_equal(gaps->others[i].indicator, indicator))
            return true;
    return false;
}

static void add_actual(struct gap_builder *builder, enum accumulation accumulation)
{
    struct gap *gap = builder->gap;
    struct actual actual = actual_at(&builder->list, (struct actual_key){ NULL, gap->indicator, accumulation },
                                     builder->plan->first_year, gap->judged);
    gap->reported = actual.value;
    if (actual.not_reported)
        gap_because(gap, GAP_NOT_REPORTED);
    if (!actual.known)
        return;
    gap->actual = (struct gap_span){ actual.low, actual.high, actual.is_range };
    gap->actual_op = actual.op;
    gap->actual_status = actual.status;
    gap->actual_year = actual.period.year;
    gap->actual_month = actual.period.month;
    gap->status = GAP_NONE;
}

static void add_other(struct gaps *gaps, struct gap_builder *builder, const struct result_value *value)
{
    const struct indicator *indicator = catalogue_indicator(builder->context->catalogue, value->indicator);
    if (!indicator || has(gaps, indicator->id))
        return;
    builder->gap = &gaps->others[gaps->other_count++];
    *builder->gap = (struct gap){
        .place = value->place,
        .label = indicator->name,
        .indicator = indicator->id,
        .unit = indicator->unit,
        .goal = { .op = OP_NONE, .kind = value->measure.kind, .unit = indicator->unit, .unit_kind = indicator->unit_kind },
        .direction = indicator->direction,
        .accumulation = indicator->accumulation,
        .judged = { .year = builder->context->year },
        .target_year = builder->context->year
    };
    add_actual(builder, indicator->accumulation);
    gap_add_national(builder);
}

void gaps_add_others(struct gaps *gaps, const struct plan *plan, const struct gaps_context *context,
                     const struct results_list *list, struct arena *arena)
{
    struct gap_builder builder = { .context = context, .plan = plan, .list = *list, .arena = arena };
    size_t most = 0;
    for (size_t i = 0; i < list->count; i++)
        most += list->items[i]->value_count;
    gaps->others = arena_alloc(arena, most, sizeof *gaps->others);
    for (size_t i = 0; i < list->count; i++)
        for (size_t j = 0; j < list->items[i]->value_count && list->items[i]->period.year == context->year; j++) {
            const struct result_value *value = &list->items[i]->values[j];
            if (!value->target && value->indicator)
                add_other(gaps, &builder, value);
        }
}
