/* Reading a whole text file, once, and checking its characters, before any parser sees it. */
#ifndef PHULUC_INPUT_SLURP_H
#define PHULUC_INPUT_SLURP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"

struct slurp {
    const char *path;
    char *data; /* NUL-terminated; NULL if the file cannot be read, is empty or too large */
    size_t length;
    bool known_good; /* read and found without fault before: it is parsed, and checked no more */
};

/* Reads path as it is; a finding if there is nothing to read or more than limit. The text is in the findings' arena. */
struct slurp slurp_file(const char *path, size_t limit, struct findings *findings);

/* The same with the text in an arena of the caller's choice. */
struct slurp slurp_file_in(const char *path, size_t limit, struct arena *text, struct findings *findings);

/*
 * False with a finding if the text is not UTF-8, false without one if there is none. Characters that XML does not allow are
 * findings, too, and become blanks, so that the text can still be parsed (*clean is false).
 */
bool slurp_check(struct slurp *slurp, bool *clean, struct findings *findings) __attribute__((warn_unused_result));

#endif
