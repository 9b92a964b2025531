#include "model/forecast.h"

#include <string.h>

enum { YEAR_DIGITS = 4, MONTHS = 12, HALF = 6 };

bool forecast_parse(struct forecast *forecast, const char *text)
{
    struct period period;
    if (strlen(text) > YEAR_DIGITS && strcmp(text + YEAR_DIGITS, "-H1") == 0) {
        char year[YEAR_DIGITS + 1] = { 0 };
        memcpy(year, text, YEAR_DIGITS);
        if (!period_parse(&period, year))
            return false;
        *forecast = forecast_half(period);
        return true;
    }
    if (!period_parse(&period, text) || period_is_span(period))
        return false;
    *forecast = period.month ? (struct forecast){ SPAN_MONTH, period } : forecast_year(period);
    return true;
}

const char *forecast_text(struct arena *arena, struct forecast forecast)
{
    if (forecast.span == SPAN_HALF)
        return arena_printf(arena, "%04d-H1", forecast.last.year);
    return period_text(arena, forecast.span == SPAN_YEAR ? (struct period){ forecast.last.year, 0, 0 } : forecast.last);
}

bool forecast_equal(struct forecast a, struct forecast b)
{
    return a.span == b.span && (a.span == SPAN_NONE || period_cmp(a.last, b.last) == 0);
}

struct forecast forecast_next(struct period month)
{
    return (struct forecast){ SPAN_MONTH, period_after(month) };
}

struct forecast forecast_half(struct period month)
{
    return (struct forecast){ SPAN_HALF, { month.year, HALF, 0 } };
}

struct forecast forecast_year(struct period month)
{
    return (struct forecast){ SPAN_YEAR, { month.year, MONTHS, 0 } };
}

bool forecast_is_ahead(struct forecast forecast, struct period period)
{
    return period.month && period_cmp(forecast.last, period) > 0 && forecast.last.year <= period.year + 1;
}
