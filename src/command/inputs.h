/* The documents that a job's paths name, read and checked together. */
#ifndef PHULUC_COMMAND_INPUTS_H
#define PHULUC_COMMAND_INPUTS_H

#include "calc/chain.h"
#include "calc/ledger.h"
#include "input/gather.h"
#include "command/load.h"
#include "command/plan_shelf.h"
#include "command/refusal.h"
#include "model/accepted.h"
#include "model/office.h"
#include "model/results.h"
#include "publish/manifest.h"
#include "command/run.h"

struct inputs {
    void (*reading)(const void *context, size_t done, size_t count); /* after each file that is read, or NULL */
    const void *reading_context;
    struct file_list names;    /* of the files to read */
    const struct plan **plans; /* those that can be used, in the order of their files; of some the heads: inputs_plan() */
    size_t count, capacity;
    void (*check_besides)(const void *context, const struct ledger *ledger, struct findings *findings); /* each plan, or NULL */
    const void *besides;                /* its context */
    bool passing;                       /* plans are wanted one at a time: of many not all are kept */
    struct plan_shelf shelf;            /* from where they are had again; valid as long as the library */
    struct ledger_set ledgers;          /* of plans, as far as one was asked for; inputs_check() keeps those of the first */
    struct chain_amendment *amendments; /* by plan, once they were asked for */
    struct chain_amendment *checked;    /* by plan, those that inputs_check() made the ledgers with; NULL before */
    struct accepted_list accepted;
    struct manifest_list accepted_files; /* that they were in, also those with faults */
    struct office office;
    const struct catalogue *catalogue;
    struct layouts layouts;      /* that tables of plans may be printed by */
    struct results_list results; /* those that can be used with the plans above, in the order of their files */
    struct map file_places;      /* by path, as index + 1 in: */
    struct manifest_list files;  /* digests of all files that could be read, of the bytes that were read */
    struct refusals refusals;    /* files that could not be used */
};

/* Takes up a file that was read, with the digest of its bytes. */
const struct manifest_entry *inputs_add_file(struct inputs *inputs, const struct slurp *file, struct arena *arena);

/* The file's entry; NULL if it could not be read. */
const struct manifest_entry *inputs_file(const struct inputs *inputs, const char *path);

/* Finds the files that the job's first paths name, but for those that are left out. */
void inputs_gather(struct inputs *inputs, const struct job *job, size_t path_count, struct arena *arena,
                   struct findings *findings);

/*
 * Plans and results are read, layouts checked, accepted findings taken up; a faulty file is findings and the others are read.
 * Each file is opened once. What is being read or checked is left as a breadcrumb.
 */
void inputs_read(struct inputs *inputs, const struct library *library, struct arena *arena, struct findings *findings);

/* The ledgers, observations within and across plans; then what is known and accepted becomes a note. */
void inputs_check(struct inputs *inputs, struct arena *arena, struct findings *findings);

/*
 * Of a plan that amends one that is not in the run nobody can say what is in force: it is refused, with a finding. For reports
 * and answers on plans in force; a decision can be checked and its annexes printed without the one that it amends.
 */
void inputs_refuse_orphans(struct inputs *inputs, struct arena *arena, struct findings *findings);

/* One of the plans, whole; where only its head was kept it is read again, into the arena. */
const struct plan *inputs_plan(const struct inputs *inputs, size_t index, struct arena *arena);

/* One of the plans; of an amendment the plan that it amends, as it stands from then on. */
const struct plan *inputs_in_force(struct inputs *inputs, size_t index, struct arena *arena);

/* The ledger of one of the plans, made when it is first asked for. */
const struct ledger *inputs_ledger(struct inputs *inputs, size_t index, struct arena *arena);

/* The one that was kept; NULL if none was. */
const struct ledger *inputs_ledger_kept(const struct inputs *inputs, size_t index);

/* The same made again, with its plan if need be, for a run that does not keep them; once inputs_check() is done. */
const struct ledger *inputs_ledger_again(const struct inputs *inputs, size_t index, struct arena *arena);

/* The month asked for, else the last whose cut-off has passed on the day of the report. */
struct period inputs_month(const struct inputs *inputs, const struct job *job);

/* All plans and results of the run for a year, or for a month of it; a day with year 0 takes all results. */
struct gaps_context inputs_context(const struct inputs *inputs, struct date as_of, struct period period);

/* All plans of the run as they stand on that day. */
struct chains inputs_chains(const struct inputs *inputs, struct date as_of, struct period period, struct arena *arena);

#endif
