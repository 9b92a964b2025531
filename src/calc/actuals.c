#include "calc/actuals.h"

#include "base/text.h"

enum { MONTHS = 12, PERCENT = 100 };

enum accumulation actual_accumulation(const struct indicator *indicator, const struct measure *measure,
                                      enum direction direction)
{
    bool things = measure->unit && *measure->unit && !strpbrk(measure->unit, "%/");
    if (indicator)
        return indicator->accumulation;
    /* A range is what each year is to have, and no number to be reached by counting on. */
    if (measure->indicator || measure->has_high || measure->kind != MEASURE_LEVEL || direction == DIRECTION_LOWER ||
        !things)
        return ACCUMULATION_SNAPSHOT;
    return ACCUMULATION_CUMULATIVE;
}

static bool is_of(const struct result_value *value, struct actual_key key)
{
    return key.target ? text_equal(value->target, key.target) : text_equal(value->indicator, key.indicator);
}

static const struct result_value *value_of(const struct results *results, struct actual_key key)
{
    for (size_t i = 0; i < results->value_count; i++)
        if (is_of(&results->values[i], key))
            return &results->values[i];
    return NULL;
}

/* What is said of a period (month 0: the year itself), by the last document that says it; NULL if nothing. */
static const struct result_value *said_of(const struct results_list *list, struct actual_key key, struct period period)
{
    for (size_t i = list->count; i-- > 0;) {
        const struct result_value *value = period_cmp(list->items[i]->period, period) == 0 ? value_of(list->items[i], key)
                                                                                           : NULL;
        if (value)
            return value;
    }
    return NULL;
}

static struct actual of_value(const struct result_value *value, int year)
{
    const struct measure *measure = &value->measure;
    if (value->status == STATUS_NOT_REPORTED)
        return (struct actual){ .not_reported = true, .value = value };
    if (!measure->has_low)
        return (struct actual){ .known = true, .in_words = true, .status = value->status, .year = year, .value = value };
    return (struct actual){ .known = true,
                            .low = number_of(measure->low),
                            .high = number_of(measure->has_high ? measure->high : measure->low),
                            .is_range = measure->has_high,
                            .op = measure->op,
                            .status = value->status,
                            .year = year,
                            .basis = value->basis,
                            .value = value };
}

struct actual actual_of_period(const struct results_list *list, struct actual_key key, struct period period)
{
    const struct result_value *value = said_of(list, key, period);
    return value ? of_value(value, period.year) : (struct actual){ 0 };
}

struct actual actual_estimate(const struct results_list *list, struct actual_key key, struct period month,
                              struct forecast forecast)
{
    for (size_t i = list->count; i-- > 0;) {
        const struct results *results = list->items[i];
        for (size_t j = 0; period_cmp(results->period, month) == 0 && j < results->estimate_count; j++)
            if (is_of(&results->estimates[j], key) && forecast_equal(results->estimates[j].forecast, forecast))
                return of_value(&results->estimates[j], forecast.last.year);
    }
    return (struct actual){ 0 };
}

/* One sum is as exact, as final and as narrow as the least of its parts. */
static struct actual sum_of(struct actual a, struct actual b)
{
    if (!a.known)
        return b;
    b.low = number_add(a.low, b.low);
    b.high = number_add(a.high, b.high);
    b.is_range = a.is_range || b.is_range;
    b.op = a.op == b.op || b.op == OP_EQ ? a.op : a.op == OP_EQ ? b.op : OP_ABOUT;
    b.op = b.is_range ? OP_RANGE : b.op;
    b.status = a.status == STATUS_PROVISIONAL ? a.status : b.status;
    b.basis = a.basis;
    return b;
}

/* Months one after the other until one says nothing; a cumulative one stands for all up to it. Returns how many. */
static int sum_months(struct actual *sum, const struct results_list *list, struct actual_key key, int year)
{
    int last = 0;
    *sum = (struct actual){ 0 };
    for (int month = 1; month <= MONTHS; month++) {
        struct actual part = actual_of_period(list, key, (struct period){ year, month, 0 });
        if (!part.known)
            continue;
        if (part.basis == BASIS_CUMULATIVE)
            *sum = part;
        else if (last == month - 1)
            *sum = sum_of(*sum, part);
        else
            continue;
        last = month;
    }
    return last;
}

static struct actual of_months(const struct results_list *list, struct actual_key key, int year)
{
    struct actual sum = { 0 };
    if (key.accumulation != ACCUMULATION_SNAPSHOT) {
        int last = sum_months(&sum, list, key, year);
        sum.partial = last < MONTHS;
        if (sum.partial && key.accumulation == ACCUMULATION_FLOW)
            sum = (struct actual){ 0 };
        return sum;
    }
    for (int month = MONTHS; month > 0 && !sum.known; month--) {
        const struct result_value *value = said_of(list, key, (struct period){ year, month, 0 });
        if (value)
            sum = of_value(value, year);
    }
    return sum;
}

struct actual actual_of_year(const struct results_list *list, struct actual_key key, int year)
{
    const struct result_value *value = said_of(list, key, (struct period){ year, 0, 0 });
    struct actual own = value ? of_value(value, year) : (struct actual){ 0 };
    if (own.known)
        return own;
    struct actual months = of_months(list, key, year);
    months.not_reported = own.not_reported || months.not_reported;
    if (!months.value)
        months.value = own.value;
    return months;
}

/* A cumulative value stands for all years up to it; a value of a year alone needs all of the years before it. */
static struct actual count_up(const struct results_list *list, struct actual_key key, int first_year, int year)
{
    struct actual sum = { 0 };
    int missing = 0; /* the first year that is not wholly in the sum */
    bool broken = false;
    for (int at = first_year; at <= year; at++) {
        struct actual own = actual_of_year(list, key, at);
        if (own.known && own.basis == BASIS_CUMULATIVE) {
            sum = own;
            missing = 0;
            broken = false;
        } else if (own.known && missing) {
            broken = true;
        } else if (own.known) {
            sum = sum_of(sum, own);
        }
        if (!missing && (!own.known || own.partial))
            missing = at;
    }
    if (broken)
        return (struct actual){ .missing_year = missing };
    return sum;
}

struct actual actual_latest(const struct results_list *list, struct actual_key key, int first_year, int year)
{
    if (year < first_year)
        return (struct actual){ 0 };
    struct actual last = actual_of_year(list, key, year), found = last;
    if (key.accumulation == ACCUMULATION_CUMULATIVE)
        found = count_up(list, key, first_year, year);
    else
        for (int at = year - 1; at >= first_year && !found.known; at--)
            found = actual_of_year(list, key, at);
    found.not_reported = last.not_reported;
    if (!found.value)
        found.value = last.value;
    return found;
}

static struct actual multiply(struct actual product, struct actual year)
{
    struct number whole = number_whole(PERCENT);
    year.low = number_div(number_mul(product.low, number_add(whole, year.low)), whole);
    year.high = number_div(number_mul(product.high, number_add(whole, year.high)), whole);
    year.is_range = product.is_range || year.is_range;
    year.op = product.op == year.op || year.op == OP_EQ ? product.op : product.op == OP_EQ ? year.op : OP_ABOUT;
    year.op = year.is_range ? OP_RANGE : year.op;
    year.status = product.status == STATUS_PROVISIONAL ? product.status : year.status;
    return year;
}

struct actual actual_growth(const struct results_list *list, struct actual_key key, int first_year, int year)
{
    struct actual product = { .low = number_whole(PERCENT), .high = number_whole(PERCENT), .op = OP_EQ };
    int missing = 0;
    bool any = false, not_reported = false;
    for (int at = first_year; at <= year; at++) {
        struct actual own = actual_of_year(list, key, at);
        any = any || own.known;
        not_reported = own.not_reported;
        if (own.known && !own.in_words && !missing)
            product = multiply(product, own);
        else if (!missing)
            missing = at;
    }
    if (!missing)
        return product;
    return (struct actual){ .missing_year = any ? missing : 0, .not_reported = not_reported };
}
