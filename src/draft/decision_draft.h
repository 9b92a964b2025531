/* The decision's metadata: number, notation, day, place, organ, subject, signer, recipients, bases, period. */
#ifndef PHULUC_DRAFT_DECISION_DRAFT_H
#define PHULUC_DRAFT_DECISION_DRAFT_H

#include "draft/draft.h"

/* Adds <decision> and <period> to the plan, and sets its id, unit, programme and day. */
void draft_decision(struct drafting *drafting);

#endif
