/*
 * A breadcrumb: the step that a process is at, in a page of memory that it shares with the process that supervises it. What
 * it crashed, hung or ran out of memory on is known without a last word from it.
 *
 * There is one breadcrumb. A process that nobody supervises leaves none, and every call here does nothing.
 */
#ifndef PHULUC_BASE_BREADCRUMB_H
#define PHULUC_BASE_BREADCRUMB_H

#include <stdbool.h>

#include "base/arena.h"

enum step {
    STEP_NONE,   /* nothing that a file can be blamed for */
    STEP_ALONE,  /* one file is read or checked by itself */
    STEP_ACROSS, /* one file is checked against others */
    STEP_MAKING, /* processes of its own are at work, with limits of their own */
};

struct breadcrumb {
    enum step step;
    const char *file;  /* STEP_ALONE and STEP_ACROSS, else NULL */
    const char *other; /* STEP_ACROSS: what it is checked against, NULL for all others */
};

/* In the supervising process, before each fork: takes the page, or wipes it. False without memory. */
bool breadcrumb_lay(void);

/* In the supervised process: a limit of memory (limit_memory()) holds anew for each step. */
void breadcrumb_begin(unsigned megabytes);

/* In a process whose steps are nobody's business. */
void breadcrumb_end(void);

/* In the supervised process. A file is as its place names it. */
void breadcrumb_none(void);
void breadcrumb_alone(const char *file);
void breadcrumb_across(const char *file, const char *other);
void breadcrumb_making(void);

/* In the supervising process: the last step, and how many there were. */
struct breadcrumb breadcrumb_read(struct arena *arena);
unsigned long breadcrumb_count(void);

#endif
