/* What all report commands have in common: a locked output folder, the library and the inputs, orders, records. */
#ifndef PHULUC_RUN_REPORTS_H
#define PHULUC_RUN_REPORTS_H

#include "deliver.h"
#include "inputs.h"

/* Reads and checks everything, lets `order` make up the orders and deliver them, and writes the records of the run. */
void run_reports(const struct job *job, void (*order)(struct delivery *delivery, const struct inputs *inputs),
                 struct arena *arena, struct findings *findings);

#endif
