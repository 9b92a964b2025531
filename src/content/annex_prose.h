/* Money that a decision states in prose alone, as a table that it did not issue: one row for each amount, in its order. */
#ifndef PHULUC_CONTENT_ANNEX_PROSE_H
#define PHULUC_CONTENT_ANNEX_PROSE_H

#include "content/annex_figures.h"

/* True if paragraphs state amounts as planned and no table holds any: the annex would show no money at all. */
bool annex_has_prose(const struct plan *plan);

/* "Mục V; Mục VI": where the paragraphs stand. */
const char *annex_prose_places(const struct plan *plan, struct arena *arena);

/* A table of no rows in the unit of the first amount: what the view says of its table. */
const struct plan_table *annex_prose_table(const struct plan *plan, struct arena *arena);

/* The rows: label, source, year, amount. */
struct items annex_prose_items(const struct ledger *ledger, const struct plan_table *table, struct arena *arena);

#endif
