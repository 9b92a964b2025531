/* What the plans side by side say about one indicator of the catalogue. */
#ifndef PHULUC_CONTENT_CONSOLIDATED_GAPS_H
#define PHULUC_CONTENT_CONSOLIDATED_GAPS_H

#include "content/consolidation.h"
#include "model/catalogue.h"

/*
 * The plan's targets about the indicator in their order; of a plan without any what it reports of it all the same, which has
 * no target. NULL behind the last.
 */
const struct gap *consolidated_gap(const struct consolidation *all, size_t index, const char *indicator, size_t nth);

/* How many rows the indicator takes where each shows one of every plan; 0 if no plan speaks of it. */
size_t consolidated_rows(const struct consolidation *all, const char *indicator);

/*
 * What a plan says that may be compared with others: of a province, its only figure about the indicator, reported for the
 * year; else NULL. With or without a target.
 */
const struct gap *consolidated_figure(const struct consolidation *all, size_t index, const char *indicator);

#endif
