/* How lines come into a ledger. For its rules (calc/ledger_*.h) only; who reads a ledger needs none of it. */
#ifndef PHULUC_CALC_LEDGER_LINE_H
#define PHULUC_CALC_LEDGER_LINE_H

#include "calc/ledger.h"

struct ledger_builder {
    struct ledger *ledger;
    const struct plan *plan;
    struct arena *arena;
};

struct ledger_subject ledger_row(const struct plan_table *table, const struct plan_row *row);
struct ledger_subject ledger_prose(const struct prose *prose);

/* The figure as a side; unknown where it is blank or lost. A dash is 0. */
struct ledger_side ledger_figure_side(const struct figure *figure);

/* A line as it stands, at the end. Its subject gets the plan; its key and its place in the index are set by its figure. */
struct ledger_line *ledger_add(struct ledger_builder *builder, struct ledger_line line);

/* A line about money: what is stated against the sum of terms. Nothing is added for an empty sum. */
struct ledger_line *ledger_add_sum(struct ledger_builder *builder, enum ledger_rule rule, struct ledger_subject subject,
                                   const struct figure *figure, const struct sum *sum);

/* A line about numbers: holds if both are equal. */
struct ledger_line *ledger_add_numbers(struct ledger_builder *builder, struct ledger_line line, struct dec stated,
                                       struct dec computed);

/* True if a line about numbers is off by no more than half of the last of `scale` decimals of each of `count` figures. */
bool ledger_is_rounded(const struct ledger_line *line, size_t count, unsigned scale);

#endif
