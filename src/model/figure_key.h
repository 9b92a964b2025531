/*
 * What a figure is of: measure × phase × period × source, and of which plan where several stand side by side. Together with a
 * row it names one cell, in a plan, in the ledger and in a view; two figures of one row with equal keys say the same thing. Holds no pointer into a plan but its ids.
 *
 * The default of each is nothing: money of the table, as planned, of the whole period, of all sources together. In a plan of
 * one year that year and the whole period are one and the same: a reader writes the year.
 */
#ifndef PHULUC_MODEL_FIGURE_KEY_H
#define PHULUC_MODEL_FIGURE_KEY_H

#include <stdbool.h>

#include "base/date.h"
#include "base/text.h"

/* Parts of a year; a figure of the whole year has none. */
enum year_part {
    WHOLE_YEAR,
    FIRST_QUARTER,
    SECOND_QUARTER,
    THIRD_QUARTER,
    FOURTH_QUARTER,
    FIRST_HALF,
    SECOND_HALF,
    FIRST_MONTH, /* the others follow */
    LAST_MONTH = FIRST_MONTH + 11
};

struct figure_period {
    int year;      /* 0: the whole period of the plan */
    int last_year; /* of a span of years; 0: of one year */
    enum year_part part;
    struct date to; /* cumulative up to this day; year 0: not so */
};

struct figure_key {
    const char *measure; /* id of a measure that the document declares; NULL: its money */
    const char *phase;   /* code of the catalogue, or id of a phase that the plan declares; NULL: planned */
    struct figure_period period;
    const char *source; /* id of a source of funds; NULL: all together */
    const char *unit;   /* id of one of several plans that a view has side by side, each of a unit; NULL: of the only one */
};

/* Money as planned, of a year (0: the whole period) and a source (NULL: all). */
struct figure_key figure_key_of(int year, const char *source);

/* This and the next are asked of every figure of a row for every cell: without a call. */
static inline bool figure_period_equal(struct figure_period a, struct figure_period b)
{
    return a.year == b.year && a.last_year == b.last_year && a.part == b.part && date_equal(a.to, b.to);
}

static inline bool figure_key_equal(struct figure_key a, struct figure_key b)
{
    return figure_period_equal(a.period, b.period) && text_equal(a.source, b.source) && text_equal(a.phase, b.phase) &&
           text_equal(a.measure, b.measure) && text_equal(a.unit, b.unit);
}

/* What but their periods makes the one a part of the other, or the same. */
bool figure_key_alike(struct figure_key narrow, struct figure_key wide);

/* True for money as planned, of one year or of the whole period: what adds up by year and source. */
bool figure_key_is_plain(struct figure_key key);

/* True for money as planned, of any period that adds up with others: not of one that is cumulative to a day. */
bool figure_key_is_planned(struct figure_key key);

/* Of periods of which the inner one begins in a year of the outer one. */
bool figure_period_within_years(struct figure_period inner, struct figure_period outer);

/*
 * True if the inner period lies in the outer one, or is it: a quarter in its half and its year, a year in a span. That it begins in
 * another year is seen without a call.
 */
static inline bool figure_period_within(struct figure_period inner, struct figure_period outer)
{
    bool begins = outer.last_year ? inner.year >= outer.year : inner.year == outer.year;
    return !outer.year || (begins && figure_period_within_years(inner, outer));
}

/* True if a figure of the inner key is a part of the outer one's, or the same: a year lies in the whole period. */
static inline bool figure_key_within(struct figure_key inner, struct figure_key outer)
{
    return figure_period_within(inner.period, outer.period) && figure_key_alike(inner, outer);
}

/* The first and the last month of a part of a year, from 1. */
int year_part_begins(enum year_part part);
int year_part_ends(enum year_part part);

/* "2026-Q1", "2026-H2", "2026-03": the year and the part of it. */
bool year_part_parse(struct figure_period *period, const char *text) __attribute__((warn_unused_result));

/* "2026", "2026-Q1", "2026-03", "2021-2025", "2026-10-31"; "period" for the whole. The same in every language. */
const char *figure_period_token(struct arena *arena, struct figure_period period);

#endif
