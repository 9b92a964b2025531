/*
 * Exact decimal numbers: a signed 64-bit count of units of 10^-scale. 1924.5 is {19245, 1}.
 *
 * Money is held in whole đồng as int64_t; struct dec carries numbers as they are keyed and printed (triệu đồng with one
 * decimal, percentages, quantities). No double appears in either. Every operation that can overflow returns false then
 * and leaves its result untouched.
 */
#ifndef PHULUC_BASE_DEC_H
#define PHULUC_BASE_DEC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What follows from the width of int64_t: tests/narrow compiles the same source at 8 bits, and runs it over every input. */
#ifndef DEC_SCALE_LIMIT
#define DEC_SCALE_LIMIT 18
#endif

enum { DEC_SCALE_MAX = DEC_SCALE_LIMIT, DEC_TEXT_SIZE = 24 };

struct dec {
    int64_t units;
    unsigned scale; /* decimals, 0 to DEC_SCALE_MAX */
};

/* Reads the whole of text as [-+]digits[.digits]; no blanks, no exponent. Scale is what was written. */
bool dec_parse(struct dec *result, const char *text) __attribute__((warn_unused_result));

struct dec dec_of(int64_t whole);

/* The same value at a larger or smaller scale; false if digits would be lost or it overflows. */
bool dec_rescale(struct dec *result, struct dec value, unsigned scale) __attribute__((warn_unused_result));

/* The value times 10^power as a whole number; false if it is not whole or overflows. */
bool dec_shift_to_whole(int64_t *result, struct dec value, unsigned power) __attribute__((warn_unused_result));

/* value / 10^power with as many decimals as it needs (at least `decimals`). */
struct dec dec_from_whole(int64_t whole, unsigned power, unsigned decimals);

bool dec_add(struct dec *result, struct dec a, struct dec b) __attribute__((warn_unused_result));
bool dec_mul(struct dec *result, struct dec a, struct dec b) __attribute__((warn_unused_result));

/* <0, 0, >0; 1.5 equals 1.50. */
int dec_cmp(struct dec a, struct dec b);

/* Canonical text with '.' as point and exactly scale decimals. buffer holds DEC_TEXT_SIZE bytes. */
const char *dec_format(char buffer[DEC_TEXT_SIZE], struct dec value);

/* Number of significant decimal digits, at least 1. */
unsigned dec_digits(struct dec value);

/* Checked addition of whole đồng. */
bool dong_add(int64_t *sum, int64_t a, int64_t b) __attribute__((warn_unused_result));

#endif
