/*
 * The commands, one row each (commands.def). A new command is one file with its run_…() and one row: the usage text, the
 * completion, the man pages and the scopes of options follow from the row.
 *
 * Options come in groups, and a row says which groups its command takes. An option of any other group would change nothing
 * of what the command answers or makes, and is refused.
 */
#ifndef PHULUC_COMMAND_COMMANDS_H
#define PHULUC_COMMAND_COMMANDS_H

#include "command/run.h"

/* Groups of options; an option of no group goes with every command. */
enum {
    TAKES_TEMPLATES = 1 << 0, /* schemas and layouts */
    TAKES_CATALOGUE = 1 << 1, /* what documents are checked against */
    TAKES_QUIET = 1 << 2,     /* notes can be among the findings */
    TAKES_JSON = 1 << 3,
    TAKES_LOG = 1 << 4,    /* findings go beside the answer, not into it */
    TAKES_FILES = 1 << 5,  /* makes files, with worker processes */
    TAKES_FORMAT = 1 << 6, /* answers with a listing */
    TAKES_DATE = 1 << 7,   /* depends on the day that it is made as of */
    TAKES_YEAR = 1 << 8,
    TAKES_MONTH = 1 << 9,
    TAKES_SINCE = 1 << 10,
    TAKES_DAYS = 1 << 11,
    TAKES_ANNEX = 1 << 12,
    TAKES_PERIOD = 1 << 22,  /* a period of any length */
    TAKES_FORMATS = 1 << 23, /* in formats that can be chosen */
    TAKES_PARTIAL = 1 << 24, /* also without files that are refused */
    TAKES_BODIES = 1 << 25,
    TAKES_SHOW = 1 << 14,
    TAKES_UNIT = 1 << 17,
    TAKES_VERBOSE = 1 << 16, /* notes of one kind are told as one beside its answer */
    TAKES_SHARD = 1 << 18,   /* makes a report for each plan: shards can share them */
    TAKES_OUTPUT = 1 << 15,  /* works in an output folder */
    TAKES_FOLDER = 1 << 21,  /* writes into the output folder, and nothing of it is a report */
    TAKES_LIMITS = 1 << 13,  /* reads files in a process that has limits */
    TAKES_REPORT = TAKES_FILES | TAKES_FORMATS | TAKES_PARTIAL,
    /* Reads documents, and so finds something about them. */
    TAKES_DOCUMENTS = TAKES_TEMPLATES | TAKES_CATALOGUE | TAKES_LIMITS | TAKES_QUIET | TAKES_JSON
};

enum operands {
    OPERANDS_NONE,
    OPERANDS_PATHS,      /* files and folders, at least one */
    OPERANDS_SUBJECT,    /* the same, then an id */
    OPERANDS_CODE,       /* the code of a finding */
    OPERANDS_NEW_PLAN,   /* the word "plan" */
    OPERANDS_NEW_RESULTS /* the word "results", then files and folders */
};

/* Returns normally whatever happened; the findings tell. Memory is the arena's. */
typedef struct answer run_command(const struct job *job, struct arena *arena, struct findings *findings);

#define COMMAND(symbol, name, takes, operands, needs, vi, en, more_vi, more_en) run_command run_##symbol;
#include "command/commands.def"
#undef COMMAND

struct command {
    const char *name;
    run_command *run;
    unsigned takes;
    enum operands operands;
    const char *needs;             /* long name of an option, or NULL */
    const char *help[2], *more[2]; /* by language; more may be "" */
};

const struct command *commands_all(size_t *count);

/* The command of that name with so many operands, or one for which they are too few or too many; NULL if there is none. */
const struct command *command_named(const char *name, size_t operand_count);

/* True if an option of these groups changes anything. */
bool command_takes(const struct command *command, unsigned groups);

/* True if the command is to be run in a process of its own (command/supervise.h): it reads files and sees to none itself. */
bool command_is_supervised(const struct command *command);

/* "ĐƯỜNG-DẪN…", "PATH… ID"; "" if there are none. */
const char *operands_words(enum operands operands, enum language language);

/* The commands that take the groups: "annex, monthly", "every command but layouts", "every command". */
const char *commands_taking(unsigned groups, enum language language, struct arena *arena);

#endif
