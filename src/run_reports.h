/* What all report commands have in common: a locked output folder, the library and the inputs, orders, records. */
#ifndef PHULUC_RUN_REPORTS_H
#define PHULUC_RUN_REPORTS_H

#include "calc/chain.h"
#include "deliver.h"
#include "inputs.h"

/* Reads and checks everything, lets `order` make up the orders and deliver them, and writes the records of the run. */
void run_reports(const struct job *job, void (*order)(struct delivery *delivery, const struct inputs *inputs),
                 struct arena *arena, struct findings *findings);

/* The unit's code; a further plan of the same unit and year gets its own id with it. */
const char *report_file(const struct chains *chains, size_t index, struct arena *arena);

#endif
