/* Accepted findings held against what was found. */
#ifndef PHULUC_CHECK_ACCEPTED_APPLY_H
#define PHULUC_CHECK_ACCEPTED_APPLY_H

#include "model/accepted.h"
#include "model/results.h"

/*
 * Turns matching findings into notes. An entry that matches nothing becomes a finding if the run has what it is about: its
 * plan, one of those named, and for an entry about results a report of results of that plan, of its year if it names one.
 */
void accepted_apply(const struct accepted_list *list, const char *const *plans, size_t plan_count,
                    const struct results_list *results, struct findings *findings);

/* A ready entry for every warning not yet accepted, as XML to paste; who, when and why are left to fill in. */
const char *accepted_entries(const struct findings *findings, struct arena *arena);

#endif
