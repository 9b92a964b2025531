/* What the query commands share. Private to query*.c. */
#ifndef PHULUC_COMMAND_QUERY_H
#define PHULUC_COMMAND_QUERY_H

#include "command/inputs.h"
#include "command/run.h"

/* Every query starts alike: the library, the inputs, nothing rendered. False if nothing could be read at all. */
bool query_open(struct inputs *inputs, const struct job *job, size_t path_count, struct arena *arena,
                struct findings *findings);

#endif
