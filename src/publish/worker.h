/*
 * Worker processes: each piece of work is done in another process with a limit of time and memory, so that one that crashes,
 * hangs or eats memory is one finding and not a lost batch. A worker that ends a piece well takes the next one; the place of
 * one that does not is taken by a new worker.
 *
 * A worker inherits everything that is in memory when it is started and answers with records, each of which is taken in the
 * parent as it comes. The end of each piece is told there too, in the order in which they end, when its worker, unless it is
 * supervised, may be at the next one already: it was given that before. What is made of the answers must not depend on that order,
 * and no piece on what its worker did before. When a worker dies, the piece that it was to go on with is done by another.
 * What libraries print in a worker is lost.
 *
 * A worker may have workers of its own. They end with it, and its end is told when the last of them is gone.
 */
#ifndef PHULUC_PUBLISH_WORKER_H
#define PHULUC_PUBLISH_WORKER_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "base/finding.h"
#include "publish/record.h"

struct worker_limits {
    unsigned workers;   /* at one time; at least 1 */
    unsigned seconds;   /* for one piece of work, which may take up to one more; 0: no limit */
    unsigned megabytes; /* that one worker may take beside what it inherits; 0: no limit */
};

enum worker_end { WORKER_DONE, WORKER_DIED, WORKER_SLOW, WORKER_OUT_OF_MEMORY };

struct worker_answer {
    size_t index; /* which piece of work */
    enum worker_end end;
    pid_t process;   /* what it may have left behind carries this number */
    const char *how; /* unless WORKER_DONE: "signal 11", "status 3"; NULL if it could not be started */
    int error;       /* why it could not be started */
};

/* How it died, in words. */
const char *worker_how(const struct worker_answer *answer, enum language language);

/* A worker as it sees itself. */
struct worker {
    int descriptor;
};

struct worker_pool {
    struct worker_limits limits;
    const char *name; /* of its processes, as ps shows it */
    void *context;
    void (*work)(void *context, size_t index, const struct worker *worker); /* in the worker */
    void (*take)(void *context, size_t index, const struct record *record); /* in the parent */
    void (*ended)(void *context, const struct worker_answer *answer);       /* in the parent */
    /*
     * In the parent, when no worker can be given more: what waits for the disk, at once for all pieces whose ends were told since
     * the last time, at most two a worker. It is always called between an end and the death of the same worker, so that whoever
     * cleans up behind that one finds nothing of its that still waits. May be NULL.
     */
    void (*put_away)(void *context);
    /*
     * Whether the workers are supervised step by step: each leaves a breadcrumb (base/breadcrumb.h), and its limits hold for
     * each step. On a stop signal one that is making something is asked to end, and is given some seconds for it.
     */
    bool supervised;
};

/* In the worker: a kind that is not 0, and its fields. */
void worker_send(const struct worker *worker, uint32_t kind, const struct text *fields);

/* Seconds of a clock that only runs forward. */
long worker_clock(void);

/* Does count pieces of work. On a stop signal running workers are heard once more and ended, and no others started. Returns how many ended. */
size_t workers_run(const struct worker_pool *pool, size_t count);

#endif
