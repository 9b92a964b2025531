/*
 * How a figure comes about, term by term, with the file and line of each: every line of the ledger that the subject stands
 * in, as its stated side or as one of its terms.
 */
#ifndef PHULUC_CONTENT_EXPLAIN_H
#define PHULUC_CONTENT_EXPLAIN_H

#include "calc/ledger.h"

struct explained {
    const char *role; /* stated, term, used-in */
    const char *rule;
    const char *what;                                     /* in words */
    const char *source, *year, *amount, *state, *verdict; /* or NULL */
    struct place place;
};

struct explanation {
    struct explained *items;
    size_t count, capacity;
};

/* Adds what the ledger says of a subject; false if its plan has nothing of that id. */
bool explain_subject(struct explanation *explanation, const struct ledger *ledger, const char *subject,
                     struct arena *arena);

#endif
