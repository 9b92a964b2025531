/* The commands by name, and which options go with which: one that would change nothing is a mistake, not to be passed over. */
#ifndef PHULUC_COMMAND_COMMANDS_H
#define PHULUC_COMMAND_COMMANDS_H

#include "command/options.h"

/* COMMAND_NONE if there is none of that name. */
enum command command_named(const char *name);

/* True for commands that are about a year and have no year of their own. */
bool command_needs_year(enum command command);

/* False for an option, by its long name, with which the command does nothing. */
bool command_takes(enum command command, const char *option);

#endif
