/* What a run of reports asks of delivery, whatever the reports are. */
#ifndef PHULUC_PUBLISH_BATCH_H
#define PHULUC_PUBLISH_BATCH_H

#include "base/date.h"
#include "base/finding.h"

enum { FORMATS_MAX = 8 };

/* Which part of the reports is made; of 0: all. */
struct shard {
    unsigned number, of; /* the first is 1 */
};

struct batch {
    const char *output; /* folder for reports */
    struct shard shard;
    const char *formats[FORMATS_MAX];
    size_t format_count;
    struct date as_of;           /* year 0: the date of each document's latest input */
    bool force;                  /* make also what has not changed */
    bool partial;                /* make also what a refused file is missing from */
    bool dry_run;                /* say what would be made, touch nothing */
    unsigned wait;               /* seconds, at most, for another run in the folder */
    unsigned workers;            /* processes at one time */
    unsigned seconds, megabytes; /* limits of one worker; 0: none */
    /* After each report, with the seconds that the others may take; or NULL. */
    void (*progress)(size_t done, size_t count, const char *name, long seconds_left);
    void (*reading)(size_t done, size_t count); /* after each input file; or NULL */
    enum language language;
};

#endif
