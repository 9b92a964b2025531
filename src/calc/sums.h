/*
 * What every stated figure of a table is made of, by the table's own structure.
 *
 * Downward: the rows of a group, the children of an activity, the rows that a total names (all rows at the top if it names
 * none). Across: the sources of a year, the years of a source, in the same row. A row that does not print the wanted cell
 * is taken apart into the finer cells that it prints; a heading that prints no cell at all, into its children. Blank cells
 * add nothing, a dash adds 0, a lost cell makes the sum incomplete.
 */
#ifndef PHULUC_CALC_SUMS_H
#define PHULUC_CALC_SUMS_H

#include "model/office.h"
#include "model/plan.h"

enum axis { AXIS_DOWN, AXIS_ACROSS };

struct term {
    size_t row;                /* index in the table */
    const struct plan_row *at; /* the row itself; NULL for a figure in prose */
    const struct figure *figure;
};

struct sum {
    struct term *terms;
    size_t count, capacity;
    int64_t dong;    /* of the legible terms */
    bool incomplete; /* a term is lost */
    bool overflow;
};

enum verdict { VERDICT_NONE, VERDICT_HOLDS, VERDICT_DIFFERS, VERDICT_INCOMPLETE };

/* The terms of a stated figure along an axis; an empty sum if the table implies none. */
struct sum sum_of(const struct plan_table *table, size_t row, const struct figure *figure, enum axis axis,
                  struct arena *arena);

/* The share of one row in (source, year): its own cell, else the finer cells that make it up; empty if it prints neither. */
struct sum sum_of_row(const struct plan_table *table, size_t row, const struct source *source, int year,
                      struct arena *arena);

/* True if row `part` is added to row `row` downward: its child, or a row that the total names. */
bool sum_has_part(const struct plan_table *table, size_t row, size_t part);

/* Stated against computed; VERDICT_NONE where there is nothing to compare. */
enum verdict sum_verdict(const struct sum *sum, const struct figure *figure);

/* The sum that explains the figure: downward if it holds, else across if that holds, else the first there is. */
struct sum sum_main(const struct plan_table *table, size_t row, const struct figure *figure, struct arena *arena);

/*
 * What the figure comes to when every sum below it is computed too; an amount is itself. `incomplete` is set if a lost cell
 * was met, `overflow` if the result does not fit.
 */
struct sum sum_computed(const struct plan_table *table, size_t row, const struct figure *figure, struct arena *arena);

/* A finding for every figure that is not the sum of its parts; a note where the difference is not material. */
void sums_check(const struct plan *plan, const struct office *office, struct findings *findings);

/* "2021", or "period" for year 0. */
const char *year_token(struct arena *arena, int year);

/* Whole đồng as other programs read it, and as people read it in a unit: "1.924,5". */
const char *dong_token(struct arena *arena, int64_t dong);
const char *dong_words(struct arena *arena, int64_t dong, enum money_unit unit);

/* "IV Nâng cao năng lực, TW, 2021" */
const char *figure_name(struct arena *arena, const struct plan_row *row, const struct figure *figure);

#endif
