#include "calc/month_parts.h"

#include "base/text.h"
#include "model/catalogue.h"

enum { MONTHS = 12 };

/* One target or indicator through the months. */
struct series {
    const struct results_list *list;
    struct actual_key key;
    int first_year; /* of the plan: where counts begin */
};

static struct month_value blank(enum month_reason reason)
{
    return (struct month_value){ .reason = reason };
}

static struct month_value lacks(struct period missing)
{
    return (struct month_value){ .reason = MONTH_MISSING, .missing = missing };
}

static struct month_value of_actual(const struct series *series, struct actual actual, struct period period)
{
    if (actual.not_reported)
        return blank(MONTH_NOT_REPORTED);
    if (!actual.known)
        return blank(month_has(series->list, period) ? MONTH_NOT_SAID : MONTH_NO_DOCUMENT);
    if (actual.in_words || actual.is_range)
        return blank(MONTH_NO_NUMBER);
    return (struct month_value){ .number = actual.low,
                                 .provisional = actual.status == STATUS_PROVISIONAL,
                                 .bound = actual.op != OP_EQ };
}

/* In the twelfth month the year document counts. */
static struct month_value value_at(const struct series *series, struct period month, enum basis *basis)
{
    struct actual actual = { 0 };
    if (month.month == MONTHS)
        actual = actual_of_period(series->list, series->key, (struct period){ month.year, 0 });
    if (actual.known && series->key.accumulation != ACCUMULATION_SNAPSHOT)
        *basis = BASIS_CUMULATIVE; /* a year is all of its months, in whichever way it is told */
    bool of_year = actual.known;
    if (!of_year) {
        actual = actual_of_period(series->list, series->key, month);
        *basis = actual.basis;
    }
    return of_actual(series, actual, of_year ? (struct period){ month.year, 0 } : month);
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

/* An unknown part makes the sum unknown: of the month itself for its own reason, of an earlier one because it is missing. */
static struct month_value because_of(struct month_value part, struct period at, struct period month)
{
    if (period_cmp(at, month) == 0 || part.reason == MONTH_MISSING)
        return part;
    return lacks(at);
}

/* All of the year from its first month, as far as the months say it: stops at a cumulative figure, which is *whole then. */
static struct month_value walk_back(const struct series *series, struct period month, bool *whole)
{
    struct month_value sum = { .number = number_whole(0) };
    *whole = false;
    for (struct period at = month; at.month > 0; at.month--) {
        enum basis basis = BASIS_PERIOD;
        struct month_value part = value_at(series, at, &basis);
        if (part.reason)
            return because_of(part, at, month);
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
    struct actual year = actual_of_period(series->list, series->key, (struct period){ month.year, 0 });
    return month.month == MONTHS && year.known && year.basis == BASIS_PERIOD;
}

/* What a count stands at when a year begins. */
static struct month_value at_start(const struct series *series, int year)
{
    if (year == series->first_year)
        return (struct month_value){ .number = number_whole(0) };
    struct actual before = { 0 };
    if (year > series->first_year)
        before = actual_latest(series->list, series->key, series->first_year, year - 1);
    if (!before.known || before.year != year - 1 || before.partial || before.in_words || before.is_range)
        return lacks((struct period){ year - 1, 0 });
    return of_actual(series, before, (struct period){ year - 1, 0 });
}

/* From the plan's first year. */
static struct month_value counted(const struct series *series, struct period month)
{
    bool whole;
    if (!month.month)
        return at_start(series, month.year);
    struct month_value sum = walk_back(series, month, &whole);
    if (sum.reason || (whole && !is_year_alone(series, month)))
        return sum;
    struct month_value start = at_start(series, month.year);
    return start.reason ? start : combine(sum, start, number_add(sum.number, start.number));
}

/* From the first day of the year. */
static struct month_value in_year(const struct series *series, struct period month)
{
    bool whole;
    if (!month.month)
        return (struct month_value){ .number = number_whole(0) };
    struct month_value sum = walk_back(series, month, &whole);
    bool flow = series->key.accumulation == ACCUMULATION_FLOW;
    if (sum.reason || flow || !whole || is_year_alone(series, month))
        return sum;
    struct month_value start = at_start(series, month.year);
    return start.reason ? start : combine(sum, start, number_sub(sum.number, start.number));
}

/* The month alone, from its own figure or from cumulative ones at its end and its beginning. */
static struct month_value alone(const struct series *series, struct period month)
{
    enum basis basis = BASIS_PERIOD;
    struct month_value own = value_at(series, month, &basis);
    if (own.reason || basis == BASIS_PERIOD || series->key.accumulation == ACCUMULATION_SNAPSHOT)
        return own;
    struct period before = { month.year, month.month - 1 };
    bool counts_on = series->key.accumulation == ACCUMULATION_CUMULATIVE && !is_year_alone(series, month);
    struct month_value start = counts_on ? counted(series, before) : in_year(series, before);
    if (start.reason)
        return start.reason == MONTH_MISSING ? start : lacks(before);
    return combine(own, start, number_sub(own.number, start.number));
}

static void fill(struct month_line *line, const struct series *series, struct period month)
{
    bool level = series->key.accumulation == ACCUMULATION_SNAPSHOT;
    bool count = series->key.accumulation == ACCUMULATION_CUMULATIVE;
    struct period last = period_year_before(month);
    struct month_value *values = line->values;
    values[MONTH_ALONE] = alone(series, month);
    values[MONTH_CUMULATIVE] = level ? blank(MONTH_NOT_APPLICABLE) : in_year(series, month);
    values[MONTH_TO_DATE] = level ? values[MONTH_ALONE] : count ? counted(series, month) : values[MONTH_CUMULATIVE];
    values[MONTH_PREVIOUS] = alone(series, period_before(month));
    values[MONTH_SAME] = alone(series, last);
    values[MONTH_SAME_CUMULATIVE] = level ? blank(MONTH_NOT_APPLICABLE) : in_year(series, last);
    month_compare(line);
}

static enum accumulation accumulation_of(const struct month_builder *builder, const char *id)
{
    const struct indicator *indicator = id ? catalogue_indicator(builder->request->catalogue, id) : NULL;
    return indicator ? indicator->accumulation : ACCUMULATION_SNAPSHOT;
}

static void add_target(struct month_builder *builder, const struct gap *gap, struct number planned)
{
    bool level = gap->goal.kind != MEASURE_LEVEL; /* growth and ranks are said anew each month, never added up */
    enum accumulation accumulation = level ? ACCUMULATION_SNAPSHOT : accumulation_of(builder, gap->indicator);
    struct series series = { &builder->list,
                             { .target = gap->target, .accumulation = accumulation },
                             builder->plan->first_year };
    struct month_line *line = month_add(builder, (struct month_line){ .kind = MONTH_TARGET,
                                                                      .subject = gap->target,
                                                                      .label = gap->label,
                                                                      .unit = gap->unit,
                                                                      .planned = planned,
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
        add_target(builder, &now.items[i], year.items[i].expected);
    add_indicators(builder);
}
