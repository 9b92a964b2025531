/*
 * Figures for what the decision says was stopped, of a period after that: in the plan's own tables, and in results. The decision
 * may have its reasons: notes.
 */
#ifndef PHULUC_CHECK_OBSERVE_STOPPED_H
#define PHULUC_CHECK_OBSERVE_STOPPED_H

#include "model/plan.h"

void observe_stopped(const struct plan *plan, struct findings *findings);

/* After which day nothing is done under the row with that id: its own, else that of what it stands in; year 0: not stopped. */
struct date stopped_after(const struct plan *plan, const char *row);

/* True if the period begins after that: of a stop that is only a year, in a later one. */
bool begins_after(struct date first_day, struct date stopped);

/* "2023", or the day. */
const char *stopped_words(struct arena *arena, struct date stopped);

#endif
