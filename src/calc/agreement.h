/*
 * Whether two printed figures can be the same: exactly, within the word in front of one of them, or within the rounding of
 * the coarser one.
 *
 * What a word allows, of a figure x (no act defines it; the bounds are this program's, and every agreement within them is
 * told as approximate):
 *
 *   khoảng       about     x − 5 % … x + 5 %
 *   gần          almost    x − 5 % … x
 *   hơn          over      x … x + 5 %
 *   trên         above     more than x
 *   dưới         below     less than x
 *   không quá    at-most   x or less
 *   ít nhất      at-least  x or more
 *   từ … đến …   range     between both
 */
#ifndef PHULUC_CALC_AGREEMENT_H
#define PHULUC_CALC_AGREEMENT_H

#include "calc/sums.h"

/* What a figure may be, in đồng. */
struct span {
    int64_t low, high;
};

struct span figure_span(const struct figure *figure);
bool span_holds(struct span span, int64_t dong);

/* What the sum of two may be. */
struct span span_of_both(struct span a, struct span b);

enum agreement { AGREES_NOT, AGREES_EXACTLY, AGREES_ROUNDED, AGREES_ABOUT };

/* AGREES_ABOUT if a word is involved and the spans of both sides meet; AGREES_ROUNDED only between figures of two places. */
enum agreement sum_agreement(const struct figure *stated, const struct sum *sum, bool two_places);

/* A word stands before the figure or before a part of the sum. */
bool sum_has_words(const struct figure *stated, const struct sum *sum);

/* The same of numbers that are no money: true if the spans of both sides meet. */
bool numbers_agree_about(const struct figure *stated, const struct sum *sum);

#endif
