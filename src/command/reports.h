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
    void (*order)(struct run *run); /* makes up the orders and delivers them */
};

/* Reads and checks everything, has the orders delivered, and writes the records of the run. */
void run_reports(const struct job *job, void (*order)(struct run *run), struct arena *arena, struct findings *findings);

/* Names a file that the report is made from. */
void order_add_file(struct order *order, const struct inputs *inputs, const char *path, struct arena *arena);

/* The plan and those that change it, the results, and the office file. */
void order_add_chain(struct order *order, const struct inputs *inputs, const struct chain *chain,
                     const struct results_list *results, struct arena *arena);
void order_add_office(struct order *order, const struct inputs *inputs, struct arena *arena);

/* In the worker: the one report of an order, without the parts that only annexes have. */
bool compose_report(const struct views *views, const struct library *library, const struct report **reports, size_t *count,
                    struct arena *arena, struct findings *findings);

/* The unit's code; a further plan of the same unit and year gets its own id with it. */
const char *report_file(const struct chains *chains, size_t index, struct arena *arena);

#endif
