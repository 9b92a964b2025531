/* The contents of a workbook: which sheets there are and what each holds, what marks mean, the control code. Private to compose.c. */
#ifndef PHULUC_REPORT_COMPOSE_CONTENTS_H
#define PHULUC_REPORT_COMPOSE_CONTENTS_H

#include "content/view.h"
#include "report/table.h"

/* Fills the table behind the last one of the report, for which there is room. It leads to each of the tables before it. warning: what
 * every page has to say, or NULL. */
void compose_contents(struct report *report, const struct views *views, const char *sheet, const char *warning,
                      struct arena *arena);

#endif
