/*
 * Sums of a plan that hold no longer once cells below them are changed. Private to calc/chain*.c.
 *
 * A sum over a changed cell that the amendment does not state anew is left out of the plan in force: what its parts come to
 * is reckoned wherever it is needed. So are figures of other tables and of paragraphs that say again what was changed. An
 * amount of which a finer part was changed is not stated any longer: nobody says what the rest of it comes to.
 */
#ifndef PHULUC_CALC_CHAIN_STALE_H
#define PHULUC_CALC_CHAIN_STALE_H

#include "calc/chain_cells.h"

void drop_stale(struct cell_merge *merge);

/* Notes that the row printed a sum of the figure's source: a total still says which rows count of it. */
void note_summed(struct plan_row *row, const struct figure *figure, struct arena *arena);

#endif
