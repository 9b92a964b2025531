/* What is said about the number row of a table: slips of the row itself. */
#ifndef PHULUC_CONTENT_NUMBER_WORDS_H
#define PHULUC_CONTENT_NUMBER_WORDS_H

#include "base/finding.h"
#include "model/number_row.h"

/* What is wrong with a cell of the row: "nêu chính cột của nó (6)". */
const char *number_fault_words(const struct number_row_cell *cell, enum language language, struct arena *arena);

#endif
