/* Values and estimates of targets and indicators. */
#ifndef PHULUC_CHECK_RESULTS_VALUES_H
#define PHULUC_CHECK_RESULTS_VALUES_H

#include "check/results_checker.h"

/* Values and estimates: known subjects, each once, each with a meaning; what the plan says of them is filled in. */
void results_check_values(struct results_checker *checker);

#endif
