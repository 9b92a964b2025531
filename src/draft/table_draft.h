/* Tables: rows with their figures by column, groups by numbering, totals, agencies, schedules, the annex that they are in. */
#ifndef PHULUC_DRAFT_TABLE_DRAFT_H
#define PHULUC_DRAFT_TABLE_DRAFT_H

#include "draft/sources_draft.h"

/* Adds a <table> for each table of the source that has a head and rows; a doubt on the plan for any other. */
void draft_tables(struct drafting *drafting, struct funds *funds, struct node *parent);

#endif
