/* Biểu 7 and 8: money and targets as first decided, and as amended. */
#ifndef PHULUC_CONTENT_YEAR_AMENDED_H
#define PHULUC_CONTENT_YEAR_AMENDED_H

#include "content/view.h"
#include "content/year_maker.h"

struct view year_amended_money_view(const struct year_maker *maker);
struct view year_amended_targets_view(const struct year_maker *maker);

/* Which decisions changed the plan, and what the report keeps to. */
void year_note_changes(struct view *view, const struct year_maker *maker);

#endif
