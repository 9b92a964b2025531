/*
 * Results of the period before that a decision tells of, in the section that it calls so: "I. KẾT QUẢ … GIAI ĐOẠN 2016-2020".
 *
 * A line that is one clause with one measured number is read for sure; a clause cut out of a sentence is marked, and so is how
 * many numbers of the section are no results as far as a program can tell.
 */
#ifndef PHULUC_DRAFT_PAST_DRAFT_H
#define PHULUC_DRAFT_PAST_DRAFT_H

#include "draft/draft.h"

/* Adds <pastResults> if there is such a section with results. Behind draft_decision(), which knows the period of the plan. */
void draft_past(struct drafting *drafting);

#endif
