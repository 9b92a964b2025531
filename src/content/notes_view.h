/* The page of notes behind the tables: running lines about the figures. */
#ifndef PHULUC_CONTENT_NOTES_VIEW_H
#define PHULUC_CONTENT_NOTES_VIEW_H

#include "content/view.h"

/* The lines in their order; the facts of the whole report are the caller's to set. */
struct view notes_view(const char *const *lines, size_t count, struct arena *arena);

/* Puts lines before those that the report has, or adds a page of notes to a report that has none. */
void views_add_notes(struct views *views, const char *const *lines, size_t count, struct arena *arena);

#endif
