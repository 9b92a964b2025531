/*
 * One report as several: each annex and each other table in a file of its own, and what belongs to them all (notes,
 * reconciliation) in one more, so that nothing is dropped. A cover is the first file. Room for signing is kept in the files
 * of annexes that the decision issues, and in no other.
 *
 * File names are <plan>/<number>-<name>: numbered in the order of the report, with what stands above the table
 * ("01-phu-luc-i", "03-bang-tong-hop-1"; the cover is 00-trang-dau); so they are unique, and sort as the tables do. The parts share the tables of the whole and its control code, which
 * says that they belong together.
 */
#ifndef PHULUC_REPORT_SEPARATE_H
#define PHULUC_REPORT_SEPARATE_H

#include "report/table.h"

/* The parts of a report, in its order. */
const struct report *report_separate(const struct report *whole, struct arena *arena, size_t *count);

#endif
