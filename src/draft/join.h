/* Putting lines together, also where a line break cut a syllable: "th", "á", "ng 6" is "tháng 6". */
#ifndef PHULUC_DRAFT_JOIN_H
#define PHULUC_DRAFT_JOIN_H

#include "base/text.h"

struct joined {
    struct text text;
    size_t *joints; /* where it could be otherwise */
    size_t joint_count, joint_capacity;
    bool piece;      /* the last line was a piece of a word */
    size_t fragment; /* the blank before a vowel that came last alone on its line; 0: none did */
};

struct joined joined_in(struct arena *arena);

/* Adds a line: with a blank, or without one where only so both sides are syllables. */
void join(struct joined *joined, const char *line);

/* Marks the place that is so many bytes before the end as a joint. */
void joint_at_end(struct joined *joined, size_t bytes);

/* True if the line, or what it would go on, is a piece of a word: such a line begins nothing. */
bool join_is_piece(const char *before, const char *line);

#endif
