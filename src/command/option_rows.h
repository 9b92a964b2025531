/*
 * The options, one row each (option_rows.c). A new option is one row: getopt's table, the usage text, the completion, the
 * man pages and the commands that it goes with follow from the row.
 */
#ifndef PHULUC_COMMAND_OPTION_ROWS_H
#define PHULUC_COMMAND_OPTION_ROWS_H

#include "command/options.h"

/* A command line being read. Of its mistakes only the first is kept. */
struct parser {
    struct options options;
    struct arena *arena;
    const char *vi, *en, *what; /* what is wrong, and the word that it is about */
    bool *given;                /* which rows the line has */
    const char *period_by;      /* name of the option that gave the month or period, or NULL */
    const char *period_bad;     /* what is no period, or NULL: which there are depends on the command */
    const char *period_again;   /* what another option gave, too, or NULL */
};

/* What a shell can complete an argument with, besides the values of the row. */
enum argument { ARGUMENT_OTHER, ARGUMENT_FOLDER, ARGUMENT_FILE };

struct option_row {
    const char *name;
    char letter;             /* 0: none */
    unsigned groups;         /* of commands.h; 0: every command */
    const char *argument[2]; /* by language; NULL: it has values, or takes no argument */
    const char *values;      /* "text|csv|json": all that its argument can be; or NULL */
    enum argument kind;
    void (*take)(struct parser *parser, const struct option_row *row, const char *text);
    size_t field;                  /* of struct options, for those that only set one */
    int64_t least, most;           /* of counts */
    const char *help[2], *more[2]; /* a line of the usage text; what the man pages add, or NULL */
};

const struct option_row *options_all(size_t *count);

/* Both languages are kept: which one is wanted may be said further on. */
void option_mistake(struct parser *parser, const char *vi, const char *en, const char *what);

/* "text|csv|json"; formats as the renderers have them. NULL if the argument can be anything, or there is none. */
const char *option_values(const struct option_row *row, struct arena *arena);

/* "THƯ-MỤC", "text|csv|json"; NULL if it takes no argument. */
const char *option_argument(const struct option_row *row, enum language language, struct arena *arena);

/* The defaults, and what the environment says: SOURCE_DATE_EPOCH and PHULUC_LANG, or NULL. */
void options_start(struct parser *parser, const char *seconds, const char *lang);

#endif
