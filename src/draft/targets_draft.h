/* Targets: the sections under "Mục tiêu cụ thể", one element a measure. */
#ifndef PHULUC_DRAFT_TARGETS_DRAFT_H
#define PHULUC_DRAFT_TARGETS_DRAFT_H

#include "draft/draft.h"

/* Adds <targets>, or a doubt on the plan that there is no section of targets. */
void draft_targets(struct drafting *drafting);

#endif
