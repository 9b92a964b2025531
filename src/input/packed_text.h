/*
 * The text of a file that was read and found good, kept compressed in a sixth of its size: it can be read a second time without a
 * second look at the file, which may have been changed since.
 */
#ifndef PHULUC_INPUT_PACKED_TEXT_H
#define PHULUC_INPUT_PACKED_TEXT_H

#include "input/slurp.h"

struct packed_text {
    const char *path;
    const void *packed;
    size_t packed_length, length;
};

/* The path is shared. */
struct packed_text packed_text_of(const struct slurp *text, struct arena *arena);

/* The same text, known to be good. */
struct slurp packed_text_read(const struct packed_text *packed, struct arena *arena);

#endif
