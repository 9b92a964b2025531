/* The lines under a table of a decision: where it comes from, what was lost, what does not hold, what the typist noted. */
#ifndef PHULUC_CONTENT_ANNEX_NOTES_H
#define PHULUC_CONTENT_ANNEX_NOTES_H

#include "content/annex_figures.h"

/* That a view is no annex of the decision, if it is none. */
void annex_note_origin(struct view *view, struct arena *arena);

/* The view is that of the amounts in prose. */
void annex_note_prose(struct view *view, const struct ledger *ledger, struct arena *arena);

/* The view is that of the table, with its items. */
void annex_note_table(struct view *view, const struct annex_table *table);

#endif
