/* Everything that can be found about documents without making anything. */
#ifndef PHULUC_COMMAND_CHECK_H
#define PHULUC_COMMAND_CHECK_H

#include "command/commands.h"

/* Reads, checks and composes all that the paths of the job name; the findings come in order, and are all that it answers. */
struct answer check_all(const struct job *job, struct arena *arena, struct findings *findings);

#endif
