/*
 * Tables of a plan as an amendment changes them, cell by cell. Private to calc/chain*.c.
 *
 * A row is the one of its id, whatever table of the amendment it stands in. A cell that the amendment states takes the place
 * of the cell with its key; a change ("tăng", "giảm") is added to it; every other cell stays. A row that the plan does not
 * have is added: to the group of its id, else to the table of its id, else to the one table whose rows its table changes, else
 * in a table of its own. A total of rows that go into another table sums what was changed, not the table: it is left out.
 */
#ifndef PHULUC_CALC_CHAIN_CELLS_H
#define PHULUC_CALC_CHAIN_CELLS_H

#include "model/plan.h"

/* A cell whose value is another than before. Tables and rows are named by id: rows move when others are added. */
struct changed_cell {
    const char *table, *row; /* of a paragraph: NULL, NULL */
    struct figure_key key;
    bool is_sum;
};

/* The plan being made, with tables of its own, and what was changed in it so far. */
struct cell_merge {
    struct plan *out;
    const struct plan *amendment;
    struct changed_cell *changed;
    size_t changed_count, changed_capacity;
    struct arena *arena;
};

/* Brings the tables of the amendment into those of the plan. */
void merge_cells(struct cell_merge *merge);

void add_changed(struct cell_merge *merge, const char *table, const char *row, const struct figure *figure);

/* True if the figure is one that the amendment states. */
bool is_of_amendment(const struct cell_merge *merge, const struct figure *figure);

#endif
