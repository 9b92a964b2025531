/* What the query commands share: reading without making anything, and answering with a listing. */
#ifndef PHULUC_COMMAND_QUERY_H
#define PHULUC_COMMAND_QUERY_H

#include "command/commands.h"
#include "command/inputs.h"

/* Every query starts alike: the library, the inputs, nothing rendered. False if nothing could be read at all. */
bool query_open(struct inputs *inputs, const struct job *job, size_t path_count, struct arena *arena,
                struct findings *findings);

/* ... and ends alike: the findings in order, the listing in the format asked for. */
struct answer query_answer(const struct listing *listing, const struct job *job, struct findings *findings);

/* The number of a line; NULL where there is no file. */
const char *line_token(struct arena *arena, struct place place);

#endif
