#include "calc/actuals.h"

#include "base/text.h"

enum { MONTHS = 12 };

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

static struct actual of_value(const struct result_value *value, struct period period)
{
    const struct measure *measure = &value->measure;
    if (value->status == STATUS_NOT_REPORTED)
        return (struct actual){ .not_reported = true, .value = value };
    if (!measure->has_low)
        return (
            struct actual){ .known = true, .in_words = true, .status = value->status, .period = period, .value = value };
    return (struct actual){ .known = true,
                            .low = number_of(measure->low),
                            .high = number_of(measure->has_high ? measure->high : measure->low),
                            .is_range = measure->has_high,
                            .op = measure->op,
                            .status = value->status,
                            .period = period,
                            .basis = value->basis,
                            .value = value };
}

struct actual actual_of_period(const struct results_list *list, struct actual_key key, struct period period)
{
    const struct result_value *value = said_of(list, key, period);
    return value ? of_value(value, period) : (struct actual){ 0 };
}

struct actual actual_estimate(const struct results_list *list, struct actual_key key, struct period month,
                              struct forecast forecast)
{
    for (size_t i = list->count; i-- > 0;) {
        const struct results *results = list->items[i];
        for (size_t j = 0; period_cmp(results->period, month) == 0 && j < results->estimate_count; j++)
            if (is_of(&results->estimates[j], key) && forecast_equal(results->estimates[j].forecast, forecast))
                return of_value(&results->estimates[j], forecast.last);
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

/* Quarters, halves and nine months that end with a month, behind the month itself. */
static const int LENGTHS[] = { 0, 3, 6, 9 };
enum { LENGTH_COUNT = sizeof LENGTHS / sizeof *LENGTHS };

static bool ends_with(int month, int length)
{
    return !length || month % length == 0;
}

/* What is said at the end of a month: by its own document, else by that of a longer period that ends with it. */
static struct actual at_end(const struct results_list *list, struct actual_key key, struct period month)
{
    struct actual found = { 0 };
    for (size_t i = 0; i < LENGTH_COUNT && !found.value; i++)
        if (ends_with(month.month, LENGTHS[i]))
            found = actual_of_period(list, key, (struct period){ month.year, month.month, LENGTHS[i] });
    found.period.months = 0;
    return found;
}

/* From the year's first month to the end of one, of which nothing else is known yet: by a document of so many months. */
static struct actual of_part(const struct results_list *list, struct actual_key key, const struct actual *sums,
                             struct period part)
{
    struct actual said = actual_of_period(list, key, part);
    int before = period_month_before(part).month;
    said.period.months = 0;
    if (!said.known || said.basis == BASIS_CUMULATIVE || !before)
        return said;
    return sums[before].known ? sum_of(sums[before], said) : (struct actual){ 0 };
}

/* Months, or what stands for several of them, one after the other until one says nothing; a cumulative one stands for all before. */
static struct actual sum_months(const struct results_list *list, struct actual_key key, struct period last)
{
    struct actual sums[MONTHS + 1] = { 0 };
    int latest = 0;
    for (int month = 1; month <= last.month; month++) {
        for (size_t i = 0; i < LENGTH_COUNT && !sums[month].known; i++)
            if (ends_with(month, LENGTHS[i]))
                sums[month] = of_part(list, key, sums, (struct period){ last.year, month, LENGTHS[i] });
        latest = sums[month].known ? month : latest;
    }
    return sums[latest];
}

/* What the months of a year up to one say of it, and up to which of them: period.month 0 for all twelve. */
static struct actual of_months(const struct results_list *list, struct actual_key key, struct period last)
{
    struct actual found = { 0 };
    if (key.accumulation != ACCUMULATION_SNAPSHOT)
        found = sum_months(list, key, last);
    for (int month = last.month; key.accumulation == ACCUMULATION_SNAPSHOT && month > 0 && !found.value; month--)
        found = at_end(list, key, (struct period){ last.year, month, 0 });
    if (found.period.month == MONTHS)
        found.period.month = 0;
    return found;
}

struct actual actual_of_year(const struct results_list *list, struct actual_key key, int year)
{
    struct actual own = actual_of_period(list, key, (struct period){ year, 0, 0 });
    if (own.value)
        return own;
    struct actual months = of_months(list, key, (struct period){ year, MONTHS, 0 });
    if (key.accumulation == ACCUMULATION_FLOW && months.period.month)
        return (struct actual){ 0 };
    return months;
}

/* Of a year up to the end of a month, its twelfth among them; unknown if that very month says nothing. */
static struct actual up_to_month(const struct results_list *list, struct actual_key key, struct period month)
{
    struct actual of_year = { 0 }, own = at_end(list, key, month);
    if (month.month == MONTHS)
        of_year = actual_of_period(list, key, (struct period){ month.year, 0, 0 });
    if (of_year.value)
        return of_year;
    if (!own.known || key.accumulation == ACCUMULATION_SNAPSHOT)
        return own;
    struct actual sum = sum_months(list, key, month);
    return sum.period.month == month.month ? sum : (struct actual){ .value = own.value };
}

static struct actual in_year(const struct results_list *list, struct actual_key key, struct period period)
{
    return period.month ? up_to_month(list, key, period) : actual_of_year(list, key, period.year);
}

/* A cumulative value stands for all years up to it; a value of a year alone needs all of the years before it. */
static struct actual count_up(const struct results_list *list, struct actual_key key, int first_year, struct period period)
{
    struct actual sum = { 0 }, own = { 0 };
    int missing = 0; /* the first year that is not wholly in the sum */
    for (int at = first_year; at <= period.year; at++) {
        own = at == period.year ? in_year(list, key, period) : actual_of_year(list, key, at);
        if (own.known && own.basis == BASIS_CUMULATIVE) {
            sum = own;
            missing = 0;
        } else if (own.known && !missing) {
            sum = sum_of(sum, own);
        }
        if (!missing && (!own.known || own.period.month))
            missing = at;
    }
    if (!own.known)
        return own;
    return missing && missing < period.year ? (struct actual){ .missing_year = missing, .value = own.value } : sum;
}

struct actual actual_at(const struct results_list *list, struct actual_key key, int first_year, struct period period)
{
    if (period.year < first_year)
        return (struct actual){ 0 };
    if (key.accumulation == ACCUMULATION_CUMULATIVE)
        return count_up(list, key, first_year, period);
    return in_year(list, key, period);
}

/* The month before it, of a year its twelfth; before the first month the year before. */
static struct period step_back(struct period period)
{
    if (period.month == 1)
        return (struct period){ period.year - 1, 0, 0 };
    return (struct period){ period.year, period.month ? period.month - 1 : MONTHS, 0 };
}

struct actual actual_before(const struct results_list *list, struct actual_key key, int first_year, struct period period)
{
    struct actual found = { 0 };
    for (struct period at = step_back(period); at.year >= first_year && !found.known; at = step_back(at))
        found = actual_at(list, key, first_year, at);
    return found;
}
