/* The command line as a job. Nothing here prints; main prints what parse_options() says. */
#ifndef PHULUC_COMMAND_OPTIONS_H
#define PHULUC_COMMAND_OPTIONS_H

#include "command/run.h"

enum command { COMMAND_NONE, COMMAND_ANNEX, COMMAND_TOTALS, COMMAND_RECONCILE, COMMAND_EXPLAIN, COMMAND_ACCEPT,
               COMMAND_CHECK, COMMAND_GAPS, COMMAND_YEAR_END, COMMAND_CONSOLIDATE, COMMAND_DUE, COMMAND_MONTHLY, COMMAND_MONTHS, COMMAND_CHANGES,
               COMMAND_LAYOUTS, COMMAND_HELP, COMMAND_VERSION };

struct options {
    enum command command;
    struct job job;
    bool quiet;          /* neither notes nor progress are printed */
    bool json;           /* findings and progress as lines of JSON */
    bool syslog;         /* findings to the system's log */
    const char *mistake; /* what is wrong with the command line; NULL if nothing is */
};

/* seconds is SOURCE_DATE_EPOCH and lang PHULUC_LANG from the environment, or NULL. */
struct options parse_options(int argc, char **argv, const char *seconds, const char *lang, struct arena *arena);

const char *usage_text(enum language language, struct arena *arena);

#endif
