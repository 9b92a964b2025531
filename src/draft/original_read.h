/* A decision's file as a source: plain text, a web page, Word or Excel, by the end of its name and checked by its bytes. */
#ifndef PHULUC_DRAFT_ORIGINAL_READ_H
#define PHULUC_DRAFT_ORIGINAL_READ_H

#include "draft/original.h"

/* False with a finding if the file cannot be read, is of no kind that is read, or is refused. */
bool original_read(struct original *source, const char *path, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
