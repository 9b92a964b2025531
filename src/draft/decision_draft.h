/* The decision's metadata: number, notation, day, place, organ, subject, signer, recipients, bases, period. */
#ifndef PHULUC_DRAFT_DECISION_DRAFT_H
#define PHULUC_DRAFT_DECISION_DRAFT_H

#include "draft/draft.h"

/* Adds <decision> and <period> to the plan, and sets its id, unit, programme and day. */
void draft_decision(struct drafting *drafting);

/* A title in capitals, in the case that the same words have elsewhere in the text; *sure is false for any in capitals. */
const char *draft_title(const struct drafting *drafting, const char *text, bool *sure);

#endif
