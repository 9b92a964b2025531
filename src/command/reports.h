/* What all report commands have in common: a locked output folder, the library and the inputs, orders, records. */
#ifndef PHULUC_COMMAND_REPORTS_H
#define PHULUC_COMMAND_REPORTS_H

#include "calc/chain.h"
#include "command/inputs.h"
#include "publish/deliver.h"

struct views;

/* A run of a report command. */
struct run {
    const struct job *job;
    const struct library *library;
    struct inputs inputs;
    struct delivery delivery;
    const char *scope;              /* "annex", "year-end/2026": the command's reports have names that begin so */
    bool in_force;                  /* on plans in force, not on decisions as they are issued */
    void (*order)(struct run *run); /* places the orders and has them delivered */
};

/* Reads and checks everything, has the orders delivered, and writes the records of the run. What it came to is the answer. */
struct answer run_reports(const struct job *job, const char *scope, void (*order)(struct run *run), struct arena *arena,
                          struct findings *findings);

/*
 * Delivers the orders. Reports of the scope that an earlier run made from a file that is refused now, and that no order is for,
 * are kept too, and told; so are those whose plan is no longer among the inputs.
 */
void run_deliver(struct run *run, const char *scope, const struct order *orders, size_t count);

/* Names the refused files that the report may lack: what concerns it, and what the one that stands was made from. */
void order_add_missing(struct order *order, struct run *run, bool (*concerns)(const struct refusal *, const void *),
                       const void *of);

/* For order_add_missing(): of a struct chain_of_run. */
struct chain_of_run {
    const struct chain *chain;
    struct plan_set plans;
};
bool concerns_chain(const struct refusal *refusal, const void *of);

/* Names a file that the report is made from. */
void order_add_file(struct order *order, const struct inputs *inputs, const char *path, struct arena *arena);

/* The plan and those that change it, the results, and the office file. */
void order_add_chain(struct order *order, const struct inputs *inputs, const struct chain *chain,
                     const struct results_list *results, struct arena *arena);
void order_add_office(struct order *order, const struct inputs *inputs, struct arena *arena);

/* In the worker: the one report of an order, without the parts that only annexes have. The views are told what it lacks. */
bool compose_report(struct views *views, const struct order *order, const struct library *library,
                    const struct report **reports, size_t *count, struct arena *arena, struct findings *findings);

/*
 * The unit's code, "52". Of a unit with several plans of the year: with the programme, "52-khuyen-cong", where no other plan of
 * the unit has that; else, but for the first of them, with the plan's own id.
 */
const char *report_file(const struct chains *chains, size_t index, struct arena *arena);

#endif
