/*
 * A report as it is read on pages, in Word and on the web: without the lists, which are for workbooks, and with the sign of a
 * goal and its number ("≥ 55") in one cell, where a workbook keeps two so that the number can be added up and sorted. One
 * column takes less room than two: what it leaves goes to the flexible columns.
 */
#ifndef PHULUC_REPORT_READING_H
#define PHULUC_REPORT_READING_H

#include "report/metrics.h"
#include "report/table.h"

/*
 * Of a composed report, or a part of one. Shares everything with it but, where any column joins the next one, the tables:
 * these have been measured, and links between them lead to their own cells.
 */
struct report report_for_reading(const struct report *report, const struct metrics *metrics, struct arena *arena);

#endif
