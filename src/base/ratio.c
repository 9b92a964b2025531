#include "base/ratio.h"

static wide greatest_divisor(wide a, wide b)
{
    while (b) {
        wide rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static wide power_of_ten(unsigned power)
{
    wide result = 1;
    while (power--)
        result *= 10;
    return result;
}

/* False also for the least value of the type: no ratio holds it, so that every one can be negated. */
static bool fits(wide value)
{
    wide negative;
    return !__builtin_sub_overflow((wide)0, value, &negative);
}

static bool product(wide *result, wide a, wide b)
{
    return !__builtin_mul_overflow(a, b, result) && fits(*result);
}

struct ratio ratio_of(int64_t whole)
{
    return (struct ratio){ whole, 1 };
}

struct ratio ratio_of_dec(struct dec value)
{
    wide den = power_of_ten(value.scale), divisor = greatest_divisor(value.units, den);
    return (struct ratio){ value.units / divisor, den / divisor };
}

bool ratio_add(struct ratio *result, struct ratio a, struct ratio b)
{
    wide divisor = greatest_divisor(a.den, b.den), left, right, num, den;
    if (!product(&left, a.num, b.den / divisor) || !product(&right, b.num, a.den / divisor) ||
        !product(&den, a.den, b.den / divisor) || __builtin_add_overflow(left, right, &num) || !fits(num))
        return false;
    divisor = greatest_divisor(num, den);
    *result = (struct ratio){ num / divisor, den / divisor };
    return true;
}

bool ratio_sub(struct ratio *result, struct ratio a, struct ratio b)
{
    return ratio_add(result, a, (struct ratio){ -b.num, b.den });
}

bool ratio_mul(struct ratio *result, struct ratio a, struct ratio b)
{
    wide first = greatest_divisor(a.num, b.den), second = greatest_divisor(b.num, a.den), num, den;
    if (!product(&num, a.num / first, b.num / second) || !product(&den, a.den / second, b.den / first))
        return false;
    *result = (struct ratio){ num, den };
    return true;
}

bool ratio_div(struct ratio *result, struct ratio a, struct ratio b)
{
    if (!b.num)
        return false;
    return ratio_mul(result, a, b.num < 0 ? (struct ratio){ -b.den, -b.num } : (struct ratio){ b.den, b.num });
}

/* The whole part, rounded down, and what is left over it, from 0 up to the denominator. */
static wide whole_part(struct ratio *value)
{
    wide whole = value->num / value->den, rest = value->num % value->den;
    if (rest < 0) {
        whole--;
        rest += value->den;
    }
    value->num = rest;
    return whole;
}

/* Compares whole parts; where they are equal, the larger remainder has the smaller reciprocal. */
int ratio_cmp(struct ratio a, struct ratio b)
{
    for (int sign = 1;; sign = -sign) {
        wide left = whole_part(&a), right = whole_part(&b);
        if (left != right)
            return left < right ? -sign : sign;
        if (!a.num || !b.num)
            return sign * ((a.num != 0) - (b.num != 0));
        a = (struct ratio){ a.den, a.num };
        b = (struct ratio){ b.den, b.num };
    }
}

int ratio_sign(struct ratio value)
{
    return (value.num > 0) - (value.num < 0);
}

bool ratio_round(struct dec *result, struct ratio value, unsigned scale)
{
    wide shifted;
    if (scale > DEC_SCALE_MAX || !product(&shifted, value.num, power_of_ten(scale)))
        return false;
    wide units = shifted / value.den, rest = shifted % value.den;
    rest = rest < 0 ? -rest : rest;
    if (rest >= value.den - rest)
        units += shifted < 0 ? -1 : 1;
    if (units > INT64_MAX || units < INT64_MIN)
        return false;
    *result = (struct dec){ (int64_t)units, scale };
    return true;
}
