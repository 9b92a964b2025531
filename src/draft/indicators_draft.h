/*
 * Codes of indicators for the targets of a draft, by the names that the catalogue has for them.
 *
 * Two names are compared by the pairs of words that follow each other in both. A code is chosen only where most pairs of its name
 * are in the target, the unit is the same, and no other name comes near; it is a guess all the same, and the plan is marked with
 * every target that got one.
 */
#ifndef PHULUC_DRAFT_INDICATORS_DRAFT_H
#define PHULUC_DRAFT_INDICATORS_DRAFT_H

#include "draft/draft.h"

/* Behind draft_targets(). */
void draft_indicators(struct drafting *drafting);

#endif
