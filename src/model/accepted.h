/*
 * Accepted findings: known slips of the decisions that need not cry every month. A finding that matches an entry is a note
 * with the reason; when its figures change it warns again, and an entry that matches nothing warns too.
 */
#ifndef PHULUC_MODEL_ACCEPTED_H
#define PHULUC_MODEL_ACCEPTED_H

#include <stddef.h>

#include "base/date.h"
#include "base/finding.h"

struct accepted {
    struct place place;
    const char *plan, *code, *subject;
    const char *source, *year, *stated, *computed; /* or NULL */
    const char *by, *reason;
    struct date on;
};

struct accepted_list {
    struct accepted *items;
    size_t count, capacity;
};

/* Turns matching findings into notes; entries about the plans named that match nothing become findings. */
void accepted_apply(const struct accepted_list *list, const char *const *plans, size_t plan_count,
                    struct findings *findings);

/* A ready entry for every warning not yet accepted, as XML to paste; who, when and why are left to fill in. */
const char *accepted_entries(const struct findings *findings, struct arena *arena);

#endif
