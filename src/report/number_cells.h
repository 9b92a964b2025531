/*
 * The number row of a table: its cells under the head, as printed, and the formulas that it claims for a workbook.
 *
 * A claim becomes a formula where it gives the printed figure, within the rounding of its decimals. Where it does not, the
 * figure stands as a constant, marked if the ledger of the plan finds that it differs. A claim says nothing of a row where one of its columns is no number, or where all are
 * blank; a blank column is nothing to be added, and makes no product. Units are those of the measures: a ratio is 100 times
 * itself in a column of percent, and người × đồng/tháng is a millionth of itself in a column of triệu đồng.
 */
#ifndef PHULUC_REPORT_NUMBER_CELLS_H
#define PHULUC_REPORT_NUMBER_CELLS_H

#include "model/number_row.h"
#include "report/columns.h"

/* The row of the layout, with a finding for each slip; NULL if it has none. */
const struct number_row *number_cells_read(const struct layout *layout, const struct view *view, struct arena *arena,
                                           struct findings *findings);

/* Fills the last row of the head. */
void number_cells_head(struct table *table, const struct part *part, const struct number_row *numbers);

/* Once all cells of the part are filled. */
void number_cells_formulas(struct table *table, const struct part *part, const struct view *view,
                           const struct number_row *numbers, struct arena *arena);

#endif
