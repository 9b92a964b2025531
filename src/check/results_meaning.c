#include "check/results_meaning.h"

#include "base/text.h"

/* Why a value means nothing in its unit, in both languages; vi NULL if it does. */
struct nonsense {
    const char *vi, *en;
};

static const struct nonsense SENSE = { NULL, NULL };

static bool is_whole(struct dec value)
{
    struct dec whole;
    return dec_rescale(&whole, value, 0);
}

static bool below(struct dec value, int64_t bound)
{
    return dec_cmp(value, dec_of(bound)) < 0;
}

static bool above(struct dec value, int64_t bound)
{
    return dec_cmp(value, dec_of(bound)) > 0;
}

static struct nonsense of_rank(const struct measure *measure, struct dec value)
{
    if (!is_whole(value) || below(value, 1))
        return (struct nonsense){ "thứ hạng là số nguyên từ 1", "a rank is a whole number from 1" };
    if (measure->has_out_of && (!is_whole(measure->out_of) || dec_cmp(value, measure->out_of) > 0))
        return (struct nonsense){ "thứ hạng lớn hơn tổng số đơn vị được xếp hạng (outOf)",
                                  "the rank is beyond the number ranked (outOf)" };
    return SENSE;
}

static struct nonsense of_level(const struct measure *measure, enum accumulation accumulation, struct dec value)
{
    if (measure->unit_kind == UNIT_SHARE && (below(value, 0) || above(value, 100)))
        return (struct nonsense){ "tỷ lệ nằm trong khoảng từ 0 đến 100 %", "a share lies between 0 and 100 %" };
    if ((accumulation != ACCUMULATION_SNAPSHOT || measure->unit_kind == UNIT_COUNT) && below(value, 0))
        return (struct nonsense){ "số phát sinh, số đếm không thể âm", "a count or a flow cannot be negative" };
    if (accumulation == ACCUMULATION_CUMULATIVE && !is_whole(value))
        return (struct nonsense){ "số đếm là số nguyên", "a count is a whole number" };
    return SENSE;
}

static struct nonsense of_value(const struct measure *measure, enum accumulation accumulation, struct dec value)
{
    if (measure->kind == MEASURE_RANK)
        return of_rank(measure, value);
    if (measure->kind == MEASURE_GROWTH)
        return below(value, -100) ? (struct nonsense){ "không thể giảm quá 100 %", "nothing shrinks by more than 100 %" }
                                  : SENSE;
    return of_level(measure, accumulation, value);
}

/* "Trong đó", of the whole: a part is no more than what it is part of. */
static bool exceeds_parent(const struct results *results, const struct result_value *value)
{
    bool estimate = value->forecast.span;
    const struct result_value *values = estimate ? results->estimates : results->values;
    size_t count = estimate ? results->estimate_count : results->value_count;
    if (!value->measure.part_of || !text_equal(value->measure.base, "whole"))
        return false;
    for (size_t i = 0; i < count; i++) {
        const struct measure *parent = &values[i].measure;
        if (text_equal(values[i].target, value->measure.part_of) && forecast_equal(values[i].forecast, value->forecast) &&
            parent->has_low && parent->op != OP_GE && parent->op != OP_GT)
            return dec_cmp(value->measure.low, parent->has_high ? parent->high : parent->low) > 0;
    }
    return false;
}

static struct nonsense of_measure(const struct results_checker *checker, const struct result_value *value)
{
    const struct measure *measure = &value->measure;
    const struct indicator *indicator =
        value->indicator ? catalogue_indicator(checker->context->catalogue, value->indicator) : NULL;
    enum accumulation accumulation = indicator ? indicator->accumulation : ACCUMULATION_SNAPSHOT;
    struct nonsense found = of_value(measure, accumulation, measure->low);
    if (!found.vi && measure->has_high)
        found = of_value(measure, accumulation, measure->high);
    if (!found.vi && measure->has_high && dec_cmp(measure->low, measure->high) > 0)
        found = (struct nonsense){ "low lớn hơn high", "low is above high" };
    if (!found.vi && exceeds_parent(checker->results, value))
        found = (struct nonsense){ "phần «trong đó» lớn hơn chỉ tiêu cha", "the part is larger than what it is part of" };
    return found;
}

void results_check_meaning(struct results_checker *checker, const struct result_value *value)
{
    if (!value->measure.has_low)
        return;
    struct nonsense found = of_measure(checker, value);
    if (!found.vi)
        return;
    const char *subject = value->target ? value->target : value->indicator;
    char buffer[DEC_TEXT_SIZE];
    const char *number = dec_format(buffer, value->measure.low);
    if (value->measure.has_high)
        number = arena_printf(checker->context->findings->arena, "%s–%s", number,
                              dec_format((char[DEC_TEXT_SIZE]){ 0 }, value->measure.high));
    results_tell(checker, FINDING_VALUE_NONSENSE, value->place, subject, subject, number, found.vi, found.en);
}
