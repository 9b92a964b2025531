#include "calc/agreement.h"

enum { WORD_PERCENT = 5, HUNDRED = 100 };

static int64_t share_of(int64_t dong)
{
    int64_t size = dong < 0 ? -dong : dong;
    return size / HUNDRED * WORD_PERCENT + size % HUNDRED * WORD_PERCENT / HUNDRED;
}

static int64_t up(int64_t a, int64_t b)
{
    int64_t sum;
    return __builtin_add_overflow(a, b, &sum) ? INT64_MAX : sum;
}

static int64_t down(int64_t a, int64_t b)
{
    int64_t rest;
    return __builtin_sub_overflow(a, b, &rest) ? INT64_MIN : rest;
}

/* What a word makes of x; `high` is the other end of a range. */
static struct span span_around(enum figure_op op, int64_t x, int64_t high)
{
    int64_t share = share_of(x);
    switch (op) {
    case FIGURE_EXACT: break;
    case FIGURE_ABOUT: return (struct span){ down(x, share), up(x, share) };
    case FIGURE_ALMOST: return (struct span){ down(x, share), x };
    case FIGURE_OVER: return (struct span){ x, up(x, share) };
    case FIGURE_ABOVE: return (struct span){ up(x, 1), INT64_MAX };
    case FIGURE_AT_LEAST: return (struct span){ x, INT64_MAX };
    case FIGURE_AT_MOST: return (struct span){ INT64_MIN, x };
    case FIGURE_BELOW: return (struct span){ INT64_MIN, down(x, 1) };
    case FIGURE_RANGE: return (struct span){ x, high };
    }
    return (struct span){ x, x };
}

struct span figure_span(const struct figure *figure)
{
    return span_around(figure->op, figure->dong, figure->high_dong);
}

/* Money is counted in đồng, any other number in units of 10^-scale. */
enum { IN_DONG = -1 };

/* Of a number that does not fit nothing is known. */
static struct span counted(const struct figure *figure, int scale)
{
    struct dec low, high;
    if (scale == IN_DONG)
        return figure_span(figure);
    if (!dec_rescale(&low, figure_number(figure), (unsigned)scale) || !dec_rescale(&high, figure->high, (unsigned)scale))
        return (struct span){ INT64_MIN, INT64_MAX };
    return span_around(figure->op, low.units, high.units);
}

bool span_holds(struct span span, int64_t dong)
{
    return span.low <= dong && dong <= span.high;
}

/* A bound that is open stays open, and so does one that an open bound is added to. */
static int64_t joined(int64_t all, int64_t one, int64_t open_all, int64_t open_one, bool minus)
{
    if (all == open_all || one == open_one)
        return open_all;
    return minus ? down(all, one) : up(all, one);
}

struct span span_of_both(struct span a, struct span b)
{
    return (struct span){ joined(a.low, b.low, INT64_MIN, INT64_MIN, false),
                          joined(a.high, b.high, INT64_MAX, INT64_MAX, false) };
}

/* Of a term that is taken off the bounds change places. A bound that does not fit is none. */
static struct span sum_span(const struct sum *sum, int scale)
{
    struct span all = { 0, 0 };
    for (size_t i = 0; i < sum->count; i++) {
        struct span one = counted(sum->terms[i].figure, scale);
        bool minus = sum->terms[i].minus;
        int64_t to_low = minus ? one.high : one.low, to_high = minus ? one.low : one.high;
        all.low = joined(all.low, to_low, INT64_MIN, minus ? INT64_MAX : INT64_MIN, minus);
        all.high = joined(all.high, to_high, INT64_MAX, minus ? INT64_MIN : INT64_MAX, minus);
    }
    return all;
}

/* Half of the last decimal that is printed; of what is printed to the đồng nothing. */
static int64_t half_step(const struct figure *figure)
{
    unsigned power = money_unit_power(figure->unit), scale = figure->number.scale;
    int64_t step = 1;
    for (unsigned i = scale; i < power; i++)
        step *= 10;
    return step / 2;
}

/* A sum is as fine as the finest of its parts, and as uncertain as all of them. */
static int64_t half_step_of_sum(const struct sum *sum)
{
    int64_t finest = INT64_MAX, all = 0;
    for (size_t i = 0; i < sum->count; i++) {
        int64_t half = half_step(sum->terms[i].figure);
        finest = half < finest ? half : finest;
    }
    return __builtin_mul_overflow(finest, (int64_t)sum->count, &all) ? INT64_MAX : all;
}

static enum agreement rounded(const struct figure *stated, const struct sum *sum)
{
    int64_t difference = down(stated->dong, sum->dong), own = half_step(stated), other = half_step_of_sum(sum);
    int64_t allowed = own > other ? own : other;
    bool unlike = own != half_step(sum->terms[0].figure);
    return unlike && difference <= allowed && difference >= -allowed ? AGREES_ROUNDED : AGREES_NOT;
}

static bool spans_meet(const struct figure *stated, const struct sum *sum, int scale)
{
    struct span own = counted(stated, scale), parts = sum_span(sum, scale);
    return own.low <= parts.high && parts.low <= own.high;
}

bool sum_has_words(const struct figure *stated, const struct sum *sum)
{
    return stated->op != FIGURE_EXACT || sum->op != FIGURE_EXACT;
}

enum agreement sum_agreement(const struct figure *stated, const struct sum *sum, bool two_places)
{
    if (sum_has_words(stated, sum))
        return spans_meet(stated, sum, IN_DONG) ? AGREES_ABOUT : AGREES_NOT;
    if (stated->dong == sum->dong)
        return AGREES_EXACTLY;
    return two_places && stated->state == FIGURE_NUMBER ? rounded(stated, sum) : AGREES_NOT;
}

static unsigned finer(unsigned scale, const struct figure *figure)
{
    unsigned own = figure_number(figure).scale > figure->high.scale ? figure_number(figure).scale : figure->high.scale;
    return own > scale ? own : scale;
}

bool numbers_agree_about(const struct figure *stated, const struct sum *sum)
{
    unsigned scale = finer(0, stated);
    for (size_t i = 0; i < sum->count; i++)
        scale = finer(scale, sum->terms[i].figure);
    return spans_meet(stated, sum, (int)scale);
}
