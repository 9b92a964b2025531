/* What a number means in its unit. */
#ifndef PHULUC_CHECK_RESULTS_MEANING_H
#define PHULUC_CHECK_RESULTS_MEANING_H

#include "check/results_checker.h"

/* A value whose number means nothing in its unit. */
void results_check_meaning(struct results_checker *checker, const struct result_value *value);

#endif
