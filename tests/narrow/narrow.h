/*
 * The arithmetic of base/dec.c and base/ratio.c at 8 bits, where every input can be tried: the same source, with the types
 * that it is written in narrowed by name. What overflows at 64 and 128 bits overflows here, and at the same places; clang's
 * sanitizers see a value that does not fit where the C language would widen it and hide the overflow. What they cannot see is
 * an overflow in the middle of an expression with an int whose result fits again.
 *
 * System headers come first: their own types keep their width.
 */
#ifndef PHULUC_TESTS_NARROW_H
#define PHULUC_TESTS_NARROW_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* WIDE is what products are computed in: 16 bits for decimals, as 128 are to 64; 8 for ratios, of which pairs are tried. */
#define int64_t int8_t
#undef INT64_MAX
#undef INT64_MIN
#define INT64_MAX INT8_MAX
#define INT64_MIN INT8_MIN
#define __int128 WIDE
#define DEC_SCALE_LIMIT 2
#define DEC_POWERS 1, 10, 100

#include "../../src/base/dec.c"

enum { LEAST = -128, MOST = 127 };

static long tried, wrong;

static inline void expect(bool holds, const char *what, long a, long b, long c, long d)
{
    tried++;
    if (!holds && wrong++ < 20)
        printf("%s is wrong: %ld %ld %ld %ld\n", what, a, b, c, d);
}

static inline bool fits_8(long value)
{
    return value >= LEAST && value <= MOST;
}

/* One line for the suite: how many inputs there were, and the count of checks. */
static inline int tell(const char *what)
{
    printf("%s %s: %ld inputs at 8 bits\n", wrong ? "FAILED" : "ok    ", what, tried);
    printf("%d passed, %d failed\n", !wrong, wrong != 0);
    return wrong != 0;
}

#endif
