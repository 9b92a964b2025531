/* The ledger as a view: grouped by verdict, what does not hold first. Money in triệu đồng, as tables print it. */
#ifndef PHULUC_CONTENT_RECONCILIATION_VIEW_H
#define PHULUC_CONTENT_RECONCILIATION_VIEW_H

#include "calc/ledger.h"
#include "content/items.h"

/*
 * For the reader: each line that does not hold, with the cell that it is about; how many others there are by each rule stands in
 * the notes. No items if the ledger is empty.
 */
struct view reconciliation_view(const struct ledger *ledger, struct arena *arena);

/* Every line, for a spreadsheet: one row each, its verdict in a column, what does not hold first. */
struct view reconciliation_list(const struct ledger *ledger, struct arena *arena);

/* The lines that leave something to be looked into, under the headings of their verdicts with all their counts. */
void reconciliation_open_items(struct items *list, const struct ledger *ledger);

/* The other verdicts with their counts, as a sentence: "Khớp: 19 phép đối chiếu." NULL if there are none. */
const char *reconciliation_rest_words(const struct ledger *ledger, struct arena *arena);

#endif
