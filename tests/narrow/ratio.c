/*
 * Every ratio of 8 bits in lowest terms, and every pair of two of which the denominators are at most the argument (127: all).
 * 127 over 1 to -127: the least value is none, so that every ratio can be negated.
 */
#define WIDE signed char
#include "narrow.h"

#include "../../src/base/ratio.c"

enum { RATIOS_MOST = 40000 };

static struct ratio ratios[RATIOS_MOST];
static int count;

static long divisor_of(long a, long b)
{
    while (b) {
        long rest = a % b;
        a = b;
        b = rest;
    }
    return a < 0 ? -a : a;
}

static bool is_held(long value)
{
    return value > LEAST && value <= MOST;
}

static bool is_exactly(struct ratio found, long num, long den)
{
    long divisor = divisor_of(num, den);
    if (den < 0)
        divisor = -divisor;
    return found.num == num / divisor && found.den == den / divisor;
}

/* Over the least common denominator, as sums are written by hand. */
static void try_sum(struct ratio a, struct ratio b, bool minus)
{
    struct ratio result;
    long common = divisor_of(a.den, b.den), left = a.num * (b.den / common), right = b.num * (a.den / common);
    long den = a.den * (b.den / common), num = minus ? left - right : left + right;
    bool can = is_held(left) && is_held(right) && is_held(den) && is_held(num);
    bool did = minus ? ratio_sub(&result, a, b) : ratio_add(&result, a, b);
    expect(did == can && (!did || is_exactly(result, num, den)), minus ? "ratio_sub" : "ratio_add", a.num, a.den, b.num, b.den);
}

/* A product or quotient fails only if it cannot be held in lowest terms. */
static void try_product(struct ratio a, struct ratio b, bool divided)
{
    struct ratio result;
    long num = a.num * (divided ? b.den : b.num), den = a.den * (divided ? b.num : b.den), divisor = divisor_of(num, den);
    if (den < 0) {
        num = -num;
        den = -den;
    }
    bool can = den && is_held(num / divisor) && is_held(den / divisor);
    bool did = divided ? ratio_div(&result, a, b) : ratio_mul(&result, a, b);
    expect(did == can && (!did || is_exactly(result, num, den)), divided ? "ratio_div" : "ratio_mul", a.num, a.den, b.num, b.den);
}

static void try_pair(struct ratio a, struct ratio b)
{
    long order = (long)a.num * b.den - (long)b.num * a.den;
    int found = ratio_cmp(a, b);
    expect((order > 0) - (order < 0) == found, "ratio_cmp", a.num, a.den, b.num, b.den);
    try_sum(a, b, false);
    try_sum(a, b, true);
    try_product(a, b, false);
    try_product(a, b, true);
}

/* Half away from zero. */
static void try_round(struct ratio a)
{
    static const long TENS[] = { 1, 10, 100 };
    for (unsigned scale = 0; scale <= 3; scale++) {
        struct dec result;
        long shifted = scale > 2 ? 0 : a.num * TENS[scale], size = labs(shifted), units = (2 * size + a.den) / (2 * a.den);
        units = shifted < 0 ? -units : units;
        bool can = scale <= 2 && is_held(shifted) && fits_8(units), did = ratio_round(&result, a, scale);
        expect(did == can && (!did || (result.units == units && result.scale == scale)), "ratio_round", a.num, a.den, scale, 0);
    }
    expect(ratio_sign(a) == (a.num > 0) - (a.num < 0), "ratio_sign", a.num, a.den, 0, 0);
}

int main(int argc, char **argv)
{
    long most = argc > 1 ? strtol(argv[1], NULL, 10) : MOST;
    for (int num = LEAST + 1; num <= MOST; num++)
        for (int den = 1; den <= MOST; den++)
            if (divisor_of(num, den) == 1)
                ratios[count++] = (struct ratio){ (signed char)num, (signed char)den };
    for (int i = 0; i < count; i++)
        try_round(ratios[i]);
    for (int units = LEAST + 1; units <= MOST; units++)
        for (unsigned scale = 0; scale <= 2; scale++) {
            long tens = scale == 2 ? 100 : scale ? 10 : 1;
            expect(is_exactly(ratio_of_dec((struct dec){ (signed char)units, scale }), units, tens), "ratio_of_dec", units, scale, 0, 0);
        }
    for (int i = 0; i < count; i++)
        for (int j = 0; ratios[i].den <= most && j < count; j++)
            if (ratios[j].den <= most)
                try_pair(ratios[i], ratios[j]);
    return tell("ratios");
}
