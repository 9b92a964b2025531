#include "base/number.h"

static const struct number TOO_LARGE = { .overflow = true };

struct number number_of(struct dec value)
{
    return (struct number){ .known = true, .value = ratio_of_dec(value) };
}

struct number number_whole(int64_t value)
{
    return (struct number){ .known = true, .value = ratio_of(value) };
}

typedef bool operation(struct ratio *result, struct ratio a, struct ratio b);

static struct number compute(operation *operate, struct number a, struct number b)
{
    struct number result = { .known = true };
    if (!a.known || !b.known)
        return (struct number){ .overflow = a.overflow || b.overflow };
    return operate(&result.value, a.value, b.value) ? result : TOO_LARGE;
}

struct number number_add(struct number a, struct number b)
{
    return compute(ratio_add, a, b);
}

struct number number_sub(struct number a, struct number b)
{
    return compute(ratio_sub, a, b);
}

struct number number_mul(struct number a, struct number b)
{
    return compute(ratio_mul, a, b);
}

struct number number_div(struct number a, struct number b)
{
    if (b.known && number_is_zero(b))
        return (struct number){ .overflow = a.overflow };
    return compute(ratio_div, a, b);
}

struct number number_abs(struct number value)
{
    if (value.known && ratio_sign(value.value) < 0)
        value.value.num = -value.value.num;
    return value;
}

int number_cmp(struct number a, struct number b)
{
    return ratio_cmp(a.value, b.value);
}

bool number_is_zero(struct number value)
{
    return ratio_sign(value.value) == 0;
}

bool number_round(struct dec *result, struct number value)
{
    return value.known && ratio_round(result, value.value, NUMBER_DECIMALS);
}

bool number_exact(struct dec *result, struct number value)
{
    for (unsigned scale = NUMBER_DECIMALS; value.known && scale <= NUMBER_DIGITS; scale++) {
        struct dec rounded;
        if (!ratio_round(&rounded, value.value, scale))
            return false;
        if (ratio_cmp(ratio_of_dec(rounded), value.value) == 0) {
            *result = rounded;
            return true;
        }
    }
    return false;
}

bool number_share(struct dec *result, struct number percent)
{
    enum { WHOLE = 100 };
    struct number whole = number_whole(WHOLE);
    if (!percent.known || number_cmp(percent, whole) == 0)
        return number_round(result, percent);
    for (unsigned scale = NUMBER_DECIMALS; scale <= NUMBER_DIGITS; scale++)
        if (ratio_round(result, percent.value, scale) && number_cmp(number_of(*result), whole) != 0)
            return true;
    return false;
}

const char *number_share_token(struct arena *arena, struct number percent)
{
    struct dec share;
    char buffer[DEC_TEXT_SIZE];
    return number_share(&share, percent) ? arena_string(arena, dec_format(buffer, share)) : NULL;
}

const char *number_exact_token(struct arena *arena, struct number value)
{
    struct dec exact;
    char buffer[DEC_TEXT_SIZE];
    return number_exact(&exact, value) ? arena_string(arena, dec_format(buffer, exact)) : number_token(arena, value);
}

const char *number_token(struct arena *arena, struct number value)
{
    struct dec rounded;
    char buffer[DEC_TEXT_SIZE];
    return number_round(&rounded, value) ? arena_string(arena, dec_format(buffer, rounded)) : NULL;
}
