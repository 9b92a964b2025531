/*
 * What rows come to in one cell of any measure and phase: money as a sum, numbers beside it. For the rules of the ledger only.
 */
#ifndef PHULUC_CALC_CELL_SUM_H
#define PHULUC_CALC_CELL_SUM_H

#include "calc/ledger_line.h"

struct cell_sum {
    struct sum money; /* also counts the terms of a measure that is no money */
    struct dec number;
    bool fits; /* the numbers can be added up */
};

#define CELL_SUM_EMPTY ((struct cell_sum){ .number = { 0, 0 }, .fits = true })

/* A figure of the row itself. */
void cell_sum_add_figure(struct cell_sum *sum, const struct plan_table *table, size_t row, const struct figure *figure,
                         bool minus, struct arena *arena);

/* The figure of the row with that key, else those of its children that are not apart. */
void cell_sum_add(struct cell_sum *sum, const struct plan_table *table, size_t row, struct figure_key key, bool minus,
                  struct arena *arena);

/* A line that holds the figure against the sum, as money or as numbers. None for what never adds up, or if nothing was added. */
void cell_sum_compare(struct ledger_builder *builder, enum ledger_rule rule, struct ledger_subject subject,
                      const struct figure *figure, const struct cell_sum *sum);

#endif
