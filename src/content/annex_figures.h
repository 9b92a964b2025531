/* The money of a table of the decision as facts: each figure made once, with what it is the sum of and what is to be said. */
#ifndef PHULUC_CONTENT_ANNEX_FIGURES_H
#define PHULUC_CONTENT_ANNEX_FIGURES_H

#include "calc/column_keys.h"
#include "calc/ledger.h"
#include "content/items.h"

/* Which side an annex prints where the decision states a sum: the stated figure, or what its parts come to. */
enum figures_shown { FIGURES_STATED, FIGURES_COMPUTED };

/* What the annexes of a decision are to be. */
struct annex_choice {
    enum figures_shown figures;
    bool without_ids; /* of the figures in the tables (struct value, fact): no format that is made shows them */
};

/* A table on its way to a view. */
struct annex_table {
    const struct ledger *ledger; /* of the plan: what does not hold is marked */
    const struct plan_table *table;
    struct annex_choice choice;
    struct column_scope scope; /* what its columns are repeated for */
    size_t *items;             /* the item that each row of the table becomes */
    struct arena *arena;
    struct arena *lists; /* for the lists of facts, whose texts are in the arena */
};

/* Puts all figures that a row prints into the last item. */
void annex_put_figures(struct items *list, const struct annex_table *table, size_t row);

/* An amount that stands in prose, as a row of a table of that unit shows it. */
struct value annex_prose_value(const struct annex_table *table, const struct figure *figure);

/* A figure's words as printed; under a computed figure of another amount they say that they are not of it. */
const char *annex_figure_words(const struct annex_table *table, size_t row, const struct figure *figure);

#endif
