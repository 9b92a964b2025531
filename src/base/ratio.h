/*
 * Exact ratios: a 128-bit numerator over a 128-bit denominator in lowest terms, the denominator positive.
 *
 * Shares, growth and progress are computed in ratios and rounded once, when they are printed. Every operation that can
 * overflow returns false then and leaves its result untouched. A zeroed struct is no ratio: take ratio_of(0).
 */
#ifndef PHULUC_BASE_RATIO_H
#define PHULUC_BASE_RATIO_H

#include <stdbool.h>
#include <stdint.h>

#include "base/dec.h"

__extension__ typedef __int128 wide;

struct ratio {
    wide num, den;
};

struct ratio ratio_of(int64_t whole);
struct ratio ratio_of_dec(struct dec value);

bool ratio_add(struct ratio *result, struct ratio a, struct ratio b) __attribute__((warn_unused_result));
bool ratio_sub(struct ratio *result, struct ratio a, struct ratio b) __attribute__((warn_unused_result));
bool ratio_mul(struct ratio *result, struct ratio a, struct ratio b) __attribute__((warn_unused_result));
/* False also where b is zero. */
bool ratio_div(struct ratio *result, struct ratio a, struct ratio b) __attribute__((warn_unused_result));

/* <0, 0, >0; never overflows. */
int ratio_cmp(struct ratio a, struct ratio b);
int ratio_sign(struct ratio value);

/* Half away from zero, to exactly scale decimals. */
bool ratio_round(struct dec *result, struct ratio value, unsigned scale) __attribute__((warn_unused_result));

#endif
