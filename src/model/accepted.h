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

#endif
