/* What a decision prints for the whole of a table, and of all tables that add up. */
#ifndef PHULUC_CALC_ADDING_STATED_H
#define PHULUC_CALC_ADDING_STATED_H

#include "calc/adding.h"
#include "calc/agreement.h"

/* True for the one line of the source in its table. */
bool is_only_line(const struct plan_table *table, size_t row, const struct source *source);

/* What the table prints for its whole: its last total row that is one, else its only line of the source; NULL if neither. */
const struct figure *stated_in_table(const struct adding_table *adding, const struct source *source, int year,
                                     struct arena *arena);

/* What the decision prints for the whole: the figure itself, or the sum of those of tables that add up. */
struct stated_sum {
    bool known;
    int64_t dong;
    enum figure_op op; /* the word before it */
    struct span span;  /* what it may be, by the words before it or before its parts */
};

struct stated_sum stated_of_plan(const struct adding *adding, const struct source *source, int year, struct arena *arena);

#endif
