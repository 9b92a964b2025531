/*
 * Numbers that may be unknown: exact ratios with sticky failure, so that arithmetic reads like arithmetic.
 *
 * What is computed from an unknown number is unknown; unknown is never zero. Overflow makes a number unknown and stays
 * with all that is computed from it, so that the reason can be told.
 */
#ifndef PHULUC_BASE_NUMBER_H
#define PHULUC_BASE_NUMBER_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/ratio.h"

enum { NUMBER_DECIMALS = 2, NUMBER_DIGITS = 9 }; /* in print: rounded, at most */

struct number {
    bool known, overflow;
    struct ratio value; /* of a known number only */
};

struct number number_of(struct dec value);
struct number number_whole(int64_t value);

struct number number_add(struct number a, struct number b);
struct number number_sub(struct number a, struct number b);
struct number number_mul(struct number a, struct number b);
/* Unknown where b is zero. */
struct number number_div(struct number a, struct number b);

/* The distance from zero. */
struct number number_abs(struct number value);

/* Of known numbers: <0, 0, >0. */
int number_cmp(struct number a, struct number b);
bool number_is_zero(struct number value);

/* Rounded half away from zero to NUMBER_DECIMALS: false if unknown or too large to be printed. */
bool number_round(struct dec *result, struct number value) __attribute__((warn_unused_result));

/*
 * With all the digits it has, and NUMBER_DECIMALS at least: false if it is no decimal of at most NUMBER_DIGITS decimals, or
 * unknown. What is reported is printed so, since "59,996" rounded would contradict that it falls short of 60.
 */
bool number_exact(struct dec *result, struct number value) __attribute__((warn_unused_result));

/*
 * A share in %, rounded to NUMBER_DECIMALS or, where that would make 100 of what is not 100, to as many more as show the
 * difference: false if NUMBER_DIGITS do not, or unknown.
 */
bool number_share(struct dec *result, struct number percent) __attribute__((warn_unused_result));

/* "99.999"; NULL if there is none. */
const char *number_share_token(struct arena *arena, struct number percent);

/* "59.996", "-12.50"; rounded where it has no end; NULL if unknown or too large to be printed. */
const char *number_exact_token(struct arena *arena, struct number value);

/* "-12.50"; NULL if unknown or too large to be printed. */
const char *number_token(struct arena *arena, struct number value);

#endif
