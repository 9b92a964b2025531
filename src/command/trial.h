/*
 * The trial: what a run does with its input files before it makes anything is done first in a process of its own, so that
 * a file that it crashes, hangs or runs out of memory on is one finding and not a lost batch.
 *
 * The work says which file it is at; the limits of a worker hold for each of them. A file that the process ended on is
 * left out, and the next trial goes without it. After the last one the run may do the same work itself.
 */
#ifndef PHULUC_COMMAND_TRIAL_H
#define PHULUC_COMMAND_TRIAL_H

#include "base/finding.h"
#include "base/follow.h"
#include "input/gather.h"
#include "publish/worker.h"

struct trial {
    struct worker_limits limits;
    struct file_list *files; /* of the run; those to be left out are taken from it */
    void *context;
    void (*work)(void *context, const struct follower *follower); /* what it leaves in memory is lost */
};

/*
 * False if the work cannot be done: with a finding if it fares badly where no file is to blame; without one on a stop
 * signal. *whole is set to whether no file was left out.
 */
bool trial_run(const struct trial *trial, bool *whole, struct findings *findings) __attribute__((warn_unused_result));

#endif
