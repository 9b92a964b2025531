/* The rules of the ledger that lead out of a table: the same figure in several places, the sums of a paragraph. */
#ifndef PHULUC_CALC_LEDGER_LINKS_H
#define PHULUC_CALC_LEDGER_LINKS_H

struct ledger_builder;

/* LEDGER_SAME_FIGURE, LEDGER_PROSE_SUM. */
void ledger_add_links(struct ledger_builder *builder);

#endif
