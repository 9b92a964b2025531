/*
 * Links between rows and the figures that they are about, such as the lines of the reconciliation. Private to compose.c.
 *
 * Each line leads to its figure, or to the label of its row where no cell shows that figure; a cell leads back to the first
 * line about it, which is the one that does not hold if there is one. Lines about prose lead nowhere. Texts that refer to an item of
 * another view (struct value) lead to its row.
 */
#ifndef PHULUC_REPORT_COMPOSE_LINKS_H
#define PHULUC_REPORT_COMPOSE_LINKS_H

#include "content/view.h"
#include "report/table.h"

/* The tables of the report are complete and stay where they are from now on. */
void compose_links(struct report *report, const struct views *views, struct arena *arena);

#endif
