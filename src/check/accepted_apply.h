/* Accepted findings held against what was found. */
#ifndef PHULUC_CHECK_ACCEPTED_APPLY_H
#define PHULUC_CHECK_ACCEPTED_APPLY_H

#include "model/accepted.h"

/* Turns matching findings into notes; entries about the plans named that match nothing become findings. */
void accepted_apply(const struct accepted_list *list, const char *const *plans, size_t plan_count,
                    struct findings *findings);

/* A ready entry for every warning not yet accepted, as XML to paste; who, when and why are left to fill in. */
const char *accepted_entries(const struct findings *findings, struct arena *arena);

#endif
