/*
 * Supervision: what a run does with its input files is done in a process of its own, so that a file that it crashes, hangs or
 * runs out of memory on is one finding and not a lost batch.
 *
 * The process leaves a breadcrumb at each step (base/breadcrumb.h); the limits of a worker hold for each step. A file that it
 * ended on is left out, and a new process begins from the start without it. Nothing is read twice unless that happens.
 */
#ifndef PHULUC_COMMAND_SUPERVISE_H
#define PHULUC_COMMAND_SUPERVISE_H

#include "command/run.h"
#include "publish/worker.h"

struct supervised {
    struct worker_limits limits;
    struct file_list *left_out; /* files that the work has to pass over; grows */
    void *context;
    void (*work)(void *context, const struct worker *worker); /* in the process; what it leaves in memory is lost */
    void (*take)(void *context, const struct record *record); /* in the parent: what it says */
};

/*
 * False if the work was not done to its end: with a finding if no file is to blame; without one on a stop signal. What it said
 * until then was taken.
 */
bool supervise(const struct supervised *supervised, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

/* What a query command answers, found out in a process of its own. */
typedef struct answer answer_function(const struct job *job, struct arena *arena, struct findings *findings);
struct answer answer_supervised(answer_function *answer, const struct job *job, struct arena *arena,
                                struct findings *findings);

#endif
