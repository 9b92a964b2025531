#include "calc/month_ahead.h"

/* What an estimate is counted from: its own month, its year, or the plan's first year. */
enum since { SINCE_MONTH, SINCE_YEAR, SINCE_PLAN };

/* The one asked for, else another that ends with the same month; *since says from where on it counts. */
static struct actual find(const struct series *series, struct period month, struct forecast forecast, enum since *since)
{
    const enum span spans[] = { forecast.span, SPAN_MONTH, SPAN_HALF, SPAN_YEAR };
    struct actual found = { 0 };
    struct forecast at = forecast;
    for (size_t i = 0; i < sizeof spans / sizeof *spans && !found.known; i++) {
        at.span = spans[i];
        found = actual_estimate(series->list, series->key, month, at);
    }
    bool cumulative = found.basis == BASIS_CUMULATIVE, count = series->key.accumulation == ACCUMULATION_CUMULATIVE;
    *since = cumulative && count ? SINCE_PLAN : cumulative || at.span != SPAN_MONTH ? SINCE_YEAR : SINCE_MONTH;
    return found;
}

/* From where on what is asked for counts, against where the estimate does: add what lies between, or take it away. */
static struct month_value ahead(const struct series *series, struct period month, struct forecast forecast,
                                enum since wanted)
{
    enum since since;
    struct actual found = find(series, month, forecast, &since);
    struct month_value value = series_of_actual(series, found, month);
    if (value.reason || since == wanted || series->key.accumulation == ACCUMULATION_SNAPSHOT)
        return value;
    struct period start = { forecast.last.year, 0, 0 }, before = { forecast.last.year, forecast.last.month - 1, 0 };
    bool from_month = since == SINCE_MONTH || wanted == SINCE_MONTH,
         from_plan = since == SINCE_PLAN || wanted == SINCE_PLAN;
    struct period between = from_month ? before : start;
    struct month_value part = from_plan ? series_counted(series, between) : series_in_year(series, between);
    return series_combine(value, part, between, since > wanted);
}

struct month_value series_ahead_alone(const struct series *series, struct period month, struct forecast forecast)
{
    return ahead(series, month, forecast, SINCE_MONTH);
}

struct month_value series_ahead_in_year(const struct series *series, struct period month, struct forecast forecast)
{
    return ahead(series, month, forecast, SINCE_YEAR);
}

struct month_value series_ahead_counted(const struct series *series, struct period month, struct forecast forecast)
{
    return ahead(series, month, forecast, SINCE_PLAN);
}
