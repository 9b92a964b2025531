/* Acts that a decision cites: its bases, the submissions that it follows, and where it cites itself. */
#ifndef PHULUC_DRAFT_REFERENCES_DRAFT_H
#define PHULUC_DRAFT_REFERENCES_DRAFT_H

#include "draft/draft.h"

/* "14 tháng 01 năm 2021", "14/01/2021" as "2021-01-14"; NULL if there is no such day in the text. *at is where it begins. */
const char *draft_date(const char *text, size_t *at, struct arena *arena);

/* Adds <basis>, <submission> and <citedAs> to the decision, in the grammar's order. `end` is the block behind the bases. */
void draft_references(struct drafting *drafting, struct node *decision);

#endif
