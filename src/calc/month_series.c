#include "calc/month_series.h"

enum { MONTHS = 12 };

static struct month_value lacks(struct period missing)
{
    return (struct month_value){ .reason = MONTH_MISSING, .missing = missing };
}

struct month_value series_of_actual(const struct series *series, struct actual actual, struct period period)
{
    if (actual.not_reported)
        return month_blank(MONTH_NOT_REPORTED);
    if (!actual.known)
        return month_blank(results_have(series->list, period) ? MONTH_NOT_SAID : MONTH_NO_DOCUMENT);
    if (actual.in_words || actual.is_range)
        return month_blank(MONTH_NO_NUMBER);
    return (struct month_value){ .number = actual.low,
                                 .provisional = actual.status == STATUS_PROVISIONAL,
                                 .bound = actual.op != OP_EQ };
}

/* In the twelfth month the year document counts. */
static struct month_value value_at(const struct series *series, struct period month, enum basis *basis)
{
    struct actual actual = { 0 };
    if (month.month == MONTHS)
        actual = actual_of_period(series->list, series->key, (struct period){ month.year, 0, 0 });
    if (actual.known && series->key.accumulation != ACCUMULATION_SNAPSHOT)
        *basis = BASIS_CUMULATIVE; /* a year is all of its months, in whichever way it is told */
    bool of_year = actual.known;
    if (!of_year) {
        actual = actual_of_period(series->list, series->key, month);
        *basis = actual.basis;
    }
    return series_of_actual(series, actual, of_year ? (struct period){ month.year, 0, 0 } : month);
}

static struct month_value combine(struct month_value a, struct month_value b, struct number number)
{
    struct month_value value = { .number = number,
                                 .provisional = a.provisional || b.provisional,
                                 .bound = a.bound || b.bound };
    if (!number.known)
        value.reason = MONTH_OVERFLOW;
    return value;
}

struct month_value series_combine(struct month_value value, struct month_value part, struct period at, bool less)
{
    if (part.reason)
        return part.reason == MONTH_MISSING ? part : lacks(at);
    return combine(value, part, less ? number_sub(value.number, part.number) : number_add(value.number, part.number));
}

/* An unknown part makes the sum unknown: of the month itself for its own reason, of an earlier one because it is missing. */
static struct month_value because_of(struct month_value part, struct period at, struct period month)
{
    if (period_cmp(at, month) == 0 || part.reason == MONTH_MISSING)
        return part;
    return lacks(at);
}

/*
 * What documents say of a quarter, a half or nine months that end with a month, the longest that begin no earlier than after the
 * month `stop`; *at goes to the month before them. A month that says something itself is not looked at here.
 */
static struct month_value span_at(const struct series *series, struct period *at, int stop, enum basis *basis)
{
    static const int LENGTHS[] = { 9, 6, 3 };
    struct month_value none = lacks(*at);
    for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++) {
        struct period span = { at->year, at->month, LENGTHS[i] };
        struct period before = period_month_before(span);
        struct actual actual = actual_of_period(series->list, series->key, span);
        bool fits = before.month >= stop || (actual.known && actual.basis == BASIS_CUMULATIVE);
        if (at->month % (LENGTHS[i] == 9 ? 9 : LENGTHS[i]) || before.month < 0 || !actual.known || !fits)
            continue;
        *basis = actual.basis;
        *at = before;
        return series_of_actual(series, actual, span);
    }
    return none;
}

/* The period's own document, its last month, or a longer period that ends with it; *at goes to the month before. */
static struct month_value part_at(const struct series *series, struct period own, struct period *at, int stop,
                                  enum basis *basis)
{
    struct period end = *at;
    bool first = period_is_span(own) && period_cmp(end, period_last_month(own)) == 0;
    struct actual actual = first ? actual_of_period(series->list, series->key, own) : (struct actual){ 0 };
    if (actual.known && !(stop == 0 && end.month == MONTHS)) {
        *basis = actual.basis;
        *at = period_month_before(own);
        return series_of_actual(series, actual, own);
    }
    struct month_value part = value_at(series, end, basis);
    *at = period_month_before(end);
    if (!part.reason)
        return part;
    struct period from = end;
    struct month_value span = span_at(series, &from, stop, basis);
    if (span.reason)
        return part;
    *at = from;
    return span;
}

/*
 * Everything after the month `stop` of the year, as far as documents say it: stops at a cumulative figure, which is of the
 * whole year then.
 */
static struct month_value walk_back(const struct series *series, struct period period, int stop, bool *whole)
{
    struct month_value sum = { .number = number_whole(0) };
    struct period last = period_last_month(period);
    *whole = false;
    for (struct period at = last; at.month > stop;) {
        enum basis basis = BASIS_PERIOD;
        struct period end = at;
        struct month_value part = part_at(series, period, &at, stop, &basis);
        if (part.reason)
            return because_of(part, end, last);
        sum = combine(sum, part, number_add(sum.number, part.number));
        *whole = basis == BASIS_CUMULATIVE;
        if (*whole)
            return sum;
    }
    return sum;
}

/* The year document of a count may be of the year alone; then the twelfth month is as well. */
static bool is_year_alone(const struct series *series, struct period month)
{
    struct actual year = actual_of_period(series->list, series->key, (struct period){ .year = month.year });
    return month.month == MONTHS && year.known && year.basis == BASIS_PERIOD;
}

/* What a count stands at when a year begins. */
static struct month_value at_start(const struct series *series, int year)
{
    if (year == series->first_year)
        return (struct month_value){ .number = number_whole(0) };
    struct actual before = { 0 };
    if (year > series->first_year)
        before = actual_at(series->list, series->key, series->first_year, (struct period){ year - 1, 0, 0 });
    if (!before.known || before.period.month || before.in_words || before.is_range)
        return lacks((struct period){ year - 1, 0, 0 });
    return series_of_actual(series, before, (struct period){ year - 1, 0, 0 });
}

struct month_value series_counted(const struct series *series, struct period month)
{
    bool whole;
    if (!month.month)
        return at_start(series, month.year);
    struct month_value sum = walk_back(series, month, 0, &whole);
    if (sum.reason || (whole && !is_year_alone(series, month)))
        return sum;
    struct month_value start = at_start(series, month.year);
    return start.reason ? start : combine(sum, start, number_add(sum.number, start.number));
}

struct month_value series_in_year(const struct series *series, struct period month)
{
    bool whole;
    if (!month.month)
        return (struct month_value){ .number = number_whole(0) };
    struct month_value sum = walk_back(series, month, 0, &whole);
    bool flow = series->key.accumulation == ACCUMULATION_FLOW;
    if (sum.reason || flow || !whole || is_year_alone(series, month))
        return sum;
    struct month_value start = at_start(series, month.year);
    return start.reason ? start : combine(sum, start, number_sub(sum.number, start.number));
}

/* A level is that of the end; of a count or a flow what came after the month before. */
static struct month_value span_alone(const struct series *series, struct period span)
{
    bool whole;
    enum basis basis = BASIS_PERIOD;
    struct period at = period_last_month(span), before = period_month_before(span);
    if (series->key.accumulation == ACCUMULATION_SNAPSHOT)
        return part_at(series, span, &at, 0, &basis);
    struct month_value sum = walk_back(series, span, before.month, &whole);
    if (sum.reason || !whole)
        return sum;
    bool counts_on = series->key.accumulation == ACCUMULATION_CUMULATIVE && !is_year_alone(series, at);
    return series_combine(sum, counts_on ? series_counted(series, before) : series_in_year(series, before), before, true);
}

struct month_value series_alone(const struct series *series, struct period month)
{
    enum basis basis = BASIS_PERIOD;
    if (period_is_span(month))
        return span_alone(series, month);
    struct month_value own = value_at(series, month, &basis);
    if (own.reason || basis == BASIS_PERIOD || series->key.accumulation == ACCUMULATION_SNAPSHOT)
        return own;
    struct period before = { month.year, month.month - 1, 0 };
    bool counts_on = series->key.accumulation == ACCUMULATION_CUMULATIVE && !is_year_alone(series, month);
    return series_combine(own, counts_on ? series_counted(series, before) : series_in_year(series, before), before, true);
}
