/* What all report commands have in common: a locked output folder, the library and the inputs, orders, records. */
#ifndef PHULUC_RUN_REPORTS_H
#define PHULUC_RUN_REPORTS_H

#include "calc/chain.h"
#include "deliver.h"
#include "inputs.h"

struct views;

/* Reads and checks everything, lets `order` make up the orders and deliver them, and writes the records of the run. */
void run_reports(const struct job *job, void (*order)(struct delivery *delivery, const struct inputs *inputs),
                 struct arena *arena, struct findings *findings);

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
