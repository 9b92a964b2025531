/* The rules of the ledger about what is written: amounts in words, the decision where it cites itself. */
#ifndef PHULUC_CALC_LEDGER_TEXTS_H
#define PHULUC_CALC_LEDGER_TEXTS_H

struct ledger_builder;

void ledger_add_words(struct ledger_builder *builder);     /* LEDGER_WORDS */
void ledger_add_citations(struct ledger_builder *builder); /* LEDGER_CITATION */

#endif
