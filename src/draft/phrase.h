/*
 * Finding phrases in printed Vietnamese: patterns are POSIX extended regular expressions over bytes, in small letters.
 *
 * What is looked in is the text in small letters, of which every letter takes as many bytes as the text's own, so that offsets
 * hold for both.
 */
#ifndef PHULUC_DRAFT_PHRASE_H
#define PHULUC_DRAFT_PHRASE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"

enum { PHRASE_GROUPS = 8 };

struct phrase {
    const char *text; /* as printed */
    struct {
        size_t from, to; /* to < from: the group took no part */
    } groups[PHRASE_GROUPS];
};

/* The first place in text, from an offset on, that fits the pattern; groups[0] is the whole of it. */
bool phrase_find(struct phrase *found, const char *pattern, const char *text, size_t from, struct arena *arena);

/* Forgets the patterns that were compiled so far: nothing of a phrase depends on them. */
void phrase_release(void);

/* True if there is one. */
bool phrase_is(const char *pattern, const char *text, struct arena *arena);

/* A group as printed, white space folded; NULL if it took no part. */
const char *phrase_group(const struct phrase *found, int group, struct arena *arena);

/* What stands before and behind it. */
const char *phrase_before(const struct phrase *found, struct arena *arena);
const char *phrase_after(const struct phrase *found, struct arena *arena);

/* Letters of the text, if all of them are capitals; false for a text without letters. */
bool phrase_is_capitals(const char *text);

/* The text without these characters at its ends. */
const char *phrase_trim(const char *text, const char *characters, struct arena *arena);

/* The beginning of a text, some hundred letters of it, for a remark. */
const char *phrase_excerpt(const char *text, struct arena *arena);

#endif
