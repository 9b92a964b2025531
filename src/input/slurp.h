/* Reading a whole text file, before any parser sees it. */
#ifndef PHULUC_INPUT_SLURP_H
#define PHULUC_INPUT_SLURP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/finding.h"

struct slurp {
    char *data; /* in the findings' arena, NUL-terminated */
    size_t length;
};

/*
 * Reads path; false with a finding if it cannot be read, is empty or larger than limit, which is looked at before anything
 * is read, or is not UTF-8. Characters that XML does not allow are findings, too, and are blanks in the text that is
 * returned (*clean is false).
 */
bool slurp_text(struct slurp *slurp, const char *path, size_t limit, bool *clean, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
