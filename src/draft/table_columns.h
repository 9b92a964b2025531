/* The columns of a drafted table: one of the layouts that are there where its heads are of that kind, else columns of its own. */
#ifndef PHULUC_DRAFT_TABLE_COLUMNS_H
#define PHULUC_DRAFT_TABLE_COLUMNS_H

#include "draft/sources_draft.h"
#include "draft/table_grid.h"
#include "model/layout.h"

/* The id of a layout that says that it is for the columns of the grid (`draftedFor`); NULL if none does. */
const char *table_layout(const struct grid *grid, const struct layouts *layouts, struct arena *arena);

/* The name of the text of a column: "note", "cot-7" for one whose head is unknown. */
const char *table_text_name(const struct grid *grid, size_t column, struct arena *arena);

/* Adds <columns> with the heads as printed. */
void table_add_columns(struct node *table, const struct grid *grid, struct funds *funds);

/* Marks the table for columns of which it is not known what they hold. */
void table_doubt_columns(struct node *table, const struct grid *grid);

#endif
