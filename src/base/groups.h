/*
 * Things of a list that share a text, each with the one before it: who asks for the others of a group goes through these alone,
 * however long the list is. Places are told as index + 1; 0 is none.
 */
#ifndef PHULUC_BASE_GROUPS_H
#define PHULUC_BASE_GROUPS_H

#include "base/map.h"

struct groups {
    struct map last; /* by text: the place of the last thing that has it */
    size_t *before;  /* by index: the place of the one before it in its group */
};

/* For a list of so many; nothing has a text yet. */
struct groups groups_of(size_t count, struct arena *arena);

/* The thing at an index has the text, which lives as long as the groups; NULL: none. Indexes come in ascending order. */
void groups_add(struct groups *groups, const char *text, size_t index);

/* The place of the last thing that has the text. */
size_t groups_last(const struct groups *groups, const char *text);

#endif
