/* Money that results state for a row of the plan after it was stopped, or after all that lead it had ended. Notes. */
#ifndef PHULUC_CHECK_RESULTS_STOPPED_H
#define PHULUC_CHECK_RESULTS_STOPPED_H

#include "check/results_checker.h"

void results_check_stopped(struct results_checker *checker, const struct result_money *money);

#endif
