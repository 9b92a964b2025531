/*
 * What the sums of a table prove about its numbers: "1.377" is 1377 where a sum that also has numbers without a dot holds so, or
 * where a sentence says the same number in words.
 */
#ifndef PHULUC_DRAFT_TABLE_PROOF_H
#define PHULUC_DRAFT_TABLE_PROOF_H

#include "draft/measure_find.h"
#include "draft/said_amounts.h"
#include "draft/table_grid.h"

struct proof {
    const struct grid *grid;
    struct digits *numbers; /* of each cell, row by row; value NULL: none */
    bool *proved;           /* its dots group thousands, as a sum shows */
};

/* `unit` is the token of the money of the table, or NULL. */
struct proof proof_of(const struct grid *grid, const struct said_amounts *said, const char *unit, struct arena *arena);

/* The number of a cell, and whether it can be read in one way only. */
const struct digits *proof_number(const struct proof *proof, size_t row, size_t column);
bool proof_sure(const struct proof *proof, size_t row, size_t column);

/*
 * True if the number in a total row is the sum over all sources of its year: the row above has them one by one, and the places
 * of the year's other sources are blank.
 */
bool proof_spans_year(const struct proof *proof, size_t row, size_t column);

#endif
