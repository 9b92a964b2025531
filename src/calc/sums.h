/*
 * What every stated figure of a table is made of, by the table's own structure.
 *
 * Downward: the rows of a group, the children of an activity, the rows that a total names (all rows at the top if it names
 * none). Across: the sources of a year, the years of a source, in the same row. A row that does not print the wanted cell
 * is taken apart into the finer cells that it prints; a heading that prints no cell at all, into its children. Blank cells
 * add nothing, a dash adds 0, a lost cell, the rest and an amount that
 * is not stated make the sum incomplete.
 */
#ifndef PHULUC_CALC_SUMS_H
#define PHULUC_CALC_SUMS_H

#include "model/plan.h"

enum axis { AXIS_DOWN, AXIS_ACROSS };

struct term {
    size_t row;                /* index in the table */
    const struct plan_row *at; /* the row itself; NULL for a figure in prose */
    const struct figure *figure;
    bool minus; /* taken off the sum */
};

/* Amounts in đồng. Of an overflow `dong` is what was added up before it. */
struct sum {
    struct term *terms;
    size_t count, capacity;
    int64_t dong;      /* of the legible terms */
    bool incomplete;   /* a term is not known */
    bool lost;         /* one that print has and the copy lost; else the decision states none */
    bool open;         /* no term, but part of it: told of a longer period alone, or named without a number */
    enum figure_op op; /* what the words before the terms make of the sum */
    bool taken_off;    /* a term is taken off */
    bool overflow;
};

/* Which rows are added to which row downward: looked up once for a table, in time linear in its rows. */
struct sum_parts {
    const struct plan_table *table;
    const size_t *starts; /* by row, and one behind the last: where its parts begin in `rows` */
    const size_t *rows;   /* indexes in the table, in its order */
    const bool *minus;    /* of each of `rows`: the total takes it off */
};

struct sum_parts sum_parts_of(const struct plan_table *table, struct arena *arena);

/* A figure of a paragraph or a table as one more term. */
void sum_add(struct sum *sum, struct term term, struct arena *arena);

/* The terms of a figure along an axis; an empty sum if the table implies none. */
struct sum sum_of(const struct sum_parts *parts, size_t row, const struct figure *figure, enum axis axis,
                  struct arena *arena);

/* The share of one row in (source, year): its own cell, else the finer cells that make it up; empty if it prints neither. */
struct sum sum_of_row(const struct plan_table *table, size_t row, const struct source *source, int year,
                      struct arena *arena);

/*
 * What the figure comes to when every sum below it is computed too; an amount is itself. `incomplete` is set if an unknown
 * cell was met, `overflow` if the result does not fit.
 */
struct sum sum_computed(const struct sum_parts *parts, size_t row, const struct figure *figure, struct arena *arena);

#endif
