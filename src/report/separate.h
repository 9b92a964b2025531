/*
 * One report as several: each annex in a file of its own, and what is no annex (notes, reconciliation) in one more, so
 * that nothing is dropped. A cover is the first file.
 *
 * File names are <plan>/<number>-<id>: numbered in the order of the report, with the id of the annex's table (the cover is
 * 00-trang-dau); so they are unique whatever the ids, and sort as the annexes do. The parts share the tables of the whole and its control code, which
 * says that they belong together.
 */
#ifndef PHULUC_REPORT_SEPARATE_H
#define PHULUC_REPORT_SEPARATE_H

#include "report/table.h"

/* The parts of a report, in its order. */
const struct report *report_separate(const struct report *whole, struct arena *arena, size_t *count);

#endif
