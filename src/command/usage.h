/* What the rows of the commands and options say of themselves: for people, and for the programs that make texts of it. */
#ifndef PHULUC_COMMAND_USAGE_H
#define PHULUC_COMMAND_USAGE_H

#include "command/commands.h"

/* Of one command with its options, or of all if it is NULL. */
const char *usage_text(const struct command *command, enum language language, struct arena *arena);

/* All commands and options as lines of JSON. */
const char *usage_json(enum language language, struct arena *arena);

#endif
