/* Amounts of money, reported and estimated. */
#ifndef PHULUC_CHECK_RESULTS_MONEY_H
#define PHULUC_CHECK_RESULTS_MONEY_H

#include "check/results_checker.h"

/* Amounts, estimated ones too: known sources and rows, each amount once. */
void results_check_money(struct results_checker *checker);

#endif
