/* The invariants of a table (report/table.h). */
#ifndef PHULUC_REPORT_TABLE_CHECK_H
#define PHULUC_REPORT_TABLE_CHECK_H

#include "report/table.h"

/* True if they hold; a violation is a mistake of the program or of a layout and is a finding. */
bool table_check(const struct table *table, struct findings *findings) __attribute__((warn_unused_result));

#endif
