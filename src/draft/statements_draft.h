/* Sentences that say what is to be keyed beside figures: annexes that the copy lacks, yearly deadlines. */
#ifndef PHULUC_DRAFT_STATEMENTS_DRAFT_H
#define PHULUC_DRAFT_STATEMENTS_DRAFT_H

#include "draft/draft.h"

/* Adds <absentAnnex> and <deadline> elements, in the grammar's order. */
void draft_statements(struct drafting *drafting);

#endif
