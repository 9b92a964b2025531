/* The last steps of composing: the control code, the heights of rows, the checks of the whole. Private to compose.c. */
#ifndef PHULUC_REPORT_COMPOSE_CHECK_H
#define PHULUC_REPORT_COMPOSE_CHECK_H

#include "report/metrics.h"
#include "report/table.h"

/* Equal codes mean equal figures in equal places. */
const char *compose_control_code(const struct report *report, struct arena *arena);

/* Measures the rows. False with findings if a table or block is not as it must be; a number too wide is a finding only. */
bool compose_check(struct report *report, const struct metrics *metrics, struct arena *arena, struct findings *findings)
    __attribute__((warn_unused_result));

#endif
