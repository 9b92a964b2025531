/*
 * What adds up to the totals of a plan: which of its tables, and which rows of a table.
 *
 * Tables of different works add up. A table that `repeats` others adds nothing but the sources that none of the others
 * holds. A table that says neither repeats nor counts and looks like a repetition is left out, and what is made without it is
 * unsettled until the plan says which it is.
 *
 * A row that stands outside every total of its table that speaks of a source adds nothing of that source; one that totals
 * only take off is taken off. A table without such a total adds up all its rows. A total that itself stands outside speaks of
 * nothing.
 */
#ifndef PHULUC_CALC_ADDING_H
#define PHULUC_CALC_ADDING_H

#include "calc/sums.h"

/* Amounts of rows, each counted once: a parent's amount speaks for its children, one of the period for its years. */
struct leaf_sum {
    int64_t dong;
    bool known;        /* a table holds the source: cells that it leaves blank are nothing allocated, a sum of 0 */
    bool unknown;      /* a figure is not known */
    bool lost;         /* one of them is lost in the copy; else the decision states none */
    enum figure_op op; /* what the words before the figures make of the sum; FIGURE_EXACT if there are none */
    bool overflow;
};

struct adding_table {
    const struct plan *plan;
    const struct plan_table *table;
    struct sum_parts parts;
    const signed char **signs; /* by source, undivided money last: of each row 1, -1, or 0 where it is outside */
    const struct adding_table **alike; /* what it looks like a repetition of, all of them together, without saying so */
    size_t alike_count;
    const struct plan_row *alike_row; /* the one row of alike[0] that it looks like the detail of; NULL: all of it */
};

struct adding {
    const struct plan *plan;
    struct adding_table *tables; /* of the plan, in its order */
    size_t *ranked;              /* indexes of them, the most detailed first: annexes before the body, then by rows */
};

/* True if the table adds up with others: it holds money, repeats nothing and does not look like it. */
bool adds_up(const struct adding_table *table);

/* True if amounts of the source (NULL: undivided) are printed in the table. */
bool holds_source(const struct plan_table *table, const struct source *source);

/* Undivided money and that of all sources together, beside the sources themselves. */
enum leaf_scope { LEAVES_OF_SOURCE, LEAVES_OF_ALL };

/* Year 0: the whole period. With LEAVES_OF_ALL the source is not looked at. */
struct leaf_sum leaves_of(const struct adding_table *adding, enum leaf_scope scope, const struct source *source, int year);

/* The same of all tables that add up. */
struct leaf_sum leaves_of_plan(const struct adding *adding, enum leaf_scope scope, const struct source *source, int year);

/* True if a table of the plan holds amounts of the source (NULL: undivided) of a year, or of a part of one. */
bool holds_years(const struct adding *adding, const struct source *source);

/*
 * True if any amount that counts is one of a year, or of a part of one: neither one outside every total nor one of a table that
 * repeats others. With LEAVES_OF_ALL the source is not looked at.
 */
bool counts_years(const struct adding *adding, enum leaf_scope scope, const struct source *source);

/*
 * True if a table that adds up holds amounts of longer periods with that year in them that it does not tell by year. With
 * LEAVES_OF_ALL the source is not looked at.
 */
bool holds_undivided(const struct adding *adding, enum leaf_scope scope, const struct source *source, int year);

/* The same of one table, whether it adds up or not. */
bool table_holds_undivided(const struct adding_table *adding, enum leaf_scope scope, const struct source *source, int year);

/* The amounts of which leaves_of is the sum; undivided money and that of sources together where the source is NULL. */
struct sum leaf_terms(const struct adding_table *adding, const struct source *source, int year, struct arena *arena);

/* True if all that counts of the source (of all sources: NULL) lies in that total row. */
bool total_is_whole(const struct adding_table *table, size_t row, const struct source *source, struct arena *arena);

/*
 * True if the row holds money of the source (NULL: of any) and is in none of the totals of its table that speak of it, though
 * nothing says that it is outside.
 */
bool left_out_of(const struct adding_table *table, size_t row, const struct source *source);

/* What such a row holds of all that is left out, each amount once. */
struct leaf_sum leaves_left_out(const struct adding_table *adding, size_t row);

/* Of each row of the table: 1, -1 or 0 for money of the source (NULL: undivided). */
const signed char *adding_signs(const struct adding_table *adding, const struct source *source, struct arena *arena);

#endif
