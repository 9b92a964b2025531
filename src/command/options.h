/* The command line as a job. Nothing here prints; main prints what parse_options() says. */
#ifndef PHULUC_COMMAND_OPTIONS_H
#define PHULUC_COMMAND_OPTIONS_H

#include "command/run.h"

struct command;

struct options {
    const struct command *command; /* NULL if none is named; with help the one that is asked about */
    struct job job;
    bool syslog;         /* findings to the system's log */
    bool help, version;  /* these are asked for, whatever else is */
    const char *mistake; /* what is wrong with the command line; NULL if nothing is */
};

/* seconds is SOURCE_DATE_EPOCH and lang PHULUC_LANG from the environment, or NULL. */
struct options parse_options(int argc, char **argv, const char *seconds, const char *lang, struct arena *arena);

#endif
