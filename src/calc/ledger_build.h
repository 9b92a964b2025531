/* What the parts of the ledger share. Private to calc/ledger*.c. */
#ifndef PHULUC_CALC_LEDGER_BUILD_H
#define PHULUC_CALC_LEDGER_BUILD_H

#include "calc/ledger.h"

struct ledger_builder {
    struct ledger *ledger;
    const struct plan *plan;
    struct arena *arena;
};

/* A line about money: what is stated against the sum of terms. Nothing is added for an empty sum. */
struct ledger_line *ledger_add_sum(struct ledger_builder *builder, const char *rule, const struct figure *figure,
                                   const char *subject, const char *name, const struct sum *sum);

/* A line whose two sides are texts or numbers in canonical form; they hold if they are equal. */
struct ledger_line *ledger_add_pair(struct ledger_builder *builder, const char *rule, struct place place,
                                    const char *subject, const char *unit, const char *stated, const char *computed);

/* What a person calls a figure of a paragraph: "Mục V.4 Kế hoạch: Ngân sách trung ương". */
const char *prose_name(struct arena *arena, const struct prose *prose, const struct figure *figure);

void ledger_add_tables(struct ledger_builder *builder);
void ledger_add_links(struct ledger_builder *builder);  /* the same figure in several places; prose */
void ledger_add_words(struct ledger_builder *builder);
void ledger_add_counts(struct ledger_builder *builder); /* label sums, counts in parts */
void ledger_add_citations(struct ledger_builder *builder);
void ledger_add_single(struct ledger_builder *builder); /* figures that stand in no equality */

#endif
