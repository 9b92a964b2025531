/* Which decisions changed a plan, from when, and what they repealed, as lines under a view. */
#ifndef PHULUC_CONTENT_PLAN_CHANGES_H
#define PHULUC_CONTENT_PLAN_CHANGES_H

#include "calc/chain.h"
#include "content/view.h"

void note_plan_changes(struct view *view, const struct chain *chain, struct arena *arena);

#endif
