/* The reconciliation ledger as a table of the report. Private to compose.c. */
#ifndef PHULUC_REPORT_COMPOSE_LEDGER_H
#define PHULUC_REPORT_COMPOSE_LEDGER_H

#include "content/reconciliation_view.h"
#include "report/page/metrics.h"
#include "report/table.h"

/* Shapes and fills a table that has its title and sheet already. */
void compose_ledger(struct table *table, const struct ledger_view *view, const struct metrics *metrics,
                    struct arena *arena);

#endif
