#include "calc/month_target.h"

#include "calc/month_ahead.h"
#include "model/catalogue.h"

/* Estimates of the month's own documents, and what they are compared with. */
static void look_ahead(struct month_line *line, const struct series *series, struct period month)
{
    enum { HALF = 6, MONTHS = 12 };
    struct period last = period_year_before(month);
    bool level = series->key.accumulation == ACCUMULATION_SNAPSHOT;
    struct forecast half = forecast_half(month), year = forecast_year(month);
    struct period june = forecast_half(last).last, december = forecast_year(last).last;
    struct month_value none = month_blank(MONTH_NOT_APPLICABLE), *outlook = line->outlook;
    bool counts = series->key.accumulation == ACCUMULATION_CUMULATIVE;
    outlook[OUTLOOK_NEXT] = series_ahead_alone(series, month, forecast_next(month));
    outlook[OUTLOOK_HALF] = level || month.month >= HALF ? none : series_ahead_in_year(series, month, half);
    outlook[OUTLOOK_HALF_TO_DATE] = month.month >= HALF ? none
                                    : counts            ? series_ahead_counted(series, month, half)
                                                        : series_ahead_in_year(series, month, half);
    outlook[OUTLOOK_SAME_HALF] = level ? none : series_in_year(series, june);
    outlook[OUTLOOK_LAST_YEAR] = level ? series_alone(series, december) : series_in_year(series, december);
    outlook[OUTLOOK_YEAR] = month.month == MONTHS ? none : series_ahead_in_year(series, month, year);
    outlook[OUTLOOK_YEAR_TO_DATE] = counts && month.month < MONTHS ? series_ahead_counted(series, month, year)
                                                                   : outlook[OUTLOOK_YEAR];
    month_compare_outlook(line);
}

static void fill(struct month_line *line, const struct series *series, struct period month)
{
    bool level = series->key.accumulation == ACCUMULATION_SNAPSHOT;
    bool count = series->key.accumulation == ACCUMULATION_CUMULATIVE;
    struct period last = period_year_before(month);
    struct month_value *values = line->values;
    values[MONTH_ALONE] = series_alone(series, month);
    values[MONTH_CUMULATIVE] = level ? month_blank(MONTH_NOT_APPLICABLE) : series_in_year(series, month);
    values[MONTH_TO_DATE] = level ? values[MONTH_ALONE] : count ? series_counted(series, month) : values[MONTH_CUMULATIVE];
    values[MONTH_PREVIOUS] = series_alone(series, period_before(month));
    values[MONTH_SAME] = series_alone(series, last);
    values[MONTH_SAME_CUMULATIVE] = level ? month_blank(MONTH_NOT_APPLICABLE) : series_in_year(series, last);
    month_compare(line);
    look_ahead(line, series, month);
}

static enum accumulation accumulation_of(const struct month_builder *builder, const char *id)
{
    const struct indicator *indicator = id ? catalogue_indicator(builder->request->catalogue, id) : NULL;
    return indicator ? indicator->accumulation : ACCUMULATION_SNAPSHOT;
}

/*
 * What the plan states for the year after: a target of that year, or a milestone; a rate of growth for each year. Until the
 * year of the target the judged bound of gap is the target itself.
 */
static struct number next_planned(const struct month_builder *builder, const struct gap *gap)
{
    int year = builder->request->period.year + 1;
    if (gap->goal.kind == MEASURE_GROWTH)
        return year <= gap->target_year && gap->goal.has_low ? number_of(gap->goal.low) : (struct number){ 0 };
    if (gap->target_year == year)
        return gap->target_value;
    for (size_t i = 0; i < builder->plan->milestone_count; i++) {
        const struct milestone *milestone = &builder->plan->milestones[i];
        if (strcmp(milestone->target, gap->target) == 0 && milestone->year == year)
            return number_of(milestone->value);
    }
    return (struct number){ 0 };
}

/* The value planned for the end of the year; a growth target is planned for each year, not for all years so far. */
static struct number planned_of(const struct gap *gap)
{
    bool growth = gap->goal.kind == MEASURE_GROWTH && gap->goal.has_low;
    return growth ? number_of(gap->goal.low) : gap->expected;
}

static void add_target(struct month_builder *builder, const struct gap *gap, struct number planned)
{
    bool level = gap->goal.kind != MEASURE_LEVEL; /* growth and ranks are said anew each month, never added up */
    enum accumulation accumulation = level ? ACCUMULATION_SNAPSHOT : gap->accumulation;
    struct series series = { &builder->list,
                             { .target = gap->target, .accumulation = accumulation },
                             builder->plan->first_year };
    struct month_line *line = month_add(builder, (struct month_line){ .kind = MONTH_TARGET,
                                                                      .subject = gap->target,
                                                                      .label = gap->label,
                                                                      .unit = gap->unit,
                                                                      .unit_kind = gap->goal.unit_kind,
                                                                      .planned = planned,
                                                                      .next_planned = next_planned(builder, gap),
                                                                      .gap = gap,
                                                                      .status = gap->status,
                                                                      .worded = gap_is_worded(gap) });
    fill(line, &series, builder->request->period);
}

static bool has_line(const struct month *month, const char *indicator)
{
    for (size_t i = 0; i < month->line_count; i++)
        if (month->lines[i].kind == MONTH_INDICATOR && strcmp(month->lines[i].subject, indicator) == 0)
            return true;
    return false;
}

/* What the plan sets no target for: indicators of the catalogue that documents report. */
static void add_indicators(struct month_builder *builder)
{
    for (size_t i = 0; i < builder->list.count; i++)
        for (size_t j = 0; j < builder->list.items[i]->value_count; j++) {
            const struct result_value *value = &builder->list.items[i]->values[j];
            if (value->target || !builder->list.items[i]->period.month || has_line(builder->out, value->indicator))
                continue;
            const struct indicator *indicator = catalogue_indicator(builder->request->catalogue, value->indicator);
            struct series series = { &builder->list,
                                     { .indicator = value->indicator,
                                       .accumulation = accumulation_of(builder, value->indicator) },
                                     builder->plan->first_year };
            struct month_line *line = month_add(builder, (struct month_line){ .kind = MONTH_INDICATOR,
                                                                              .subject = value->indicator,
                                                                              .label = indicator ? indicator->name : NULL,
                                                                              .unit = value->measure.unit,
                                                                              .unit_kind = value->measure.unit_kind,
                                                                              .status = GAP_NONE });
            fill(line, &series, builder->request->period);
        }
}

void month_add_targets(struct month_builder *builder)
{
    const struct month_request *request = builder->request;
    struct gaps now = month_gaps(builder->plan, request, request->period, request->as_of, false, builder->arena);
    struct gaps year = month_gaps(builder->plan, request, request->period, request->as_of, true, builder->arena);
    for (size_t i = 0; i < now.count; i++)
        add_target(builder, &now.items[i], planned_of(&year.items[i]));
    add_indicators(builder);
}
