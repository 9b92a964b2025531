/* Results read from strings, for tests that need documents of several periods. */
#ifndef PHULUC_TESTS_REPORTED_H
#define PHULUC_TESTS_REPORTED_H

#include "check.h"
#include "model/results.h"

/*
 * Adds a document on plan "ke-hoach" of unit 92: its id is "d" and the period ("d2021-03"), its cut-off that of the regime.
 * head is what else its start tag says: "basis='cumulative' status='final'". Every figure is final, money in million đồng.
 */
void add_reported(struct fixture *fixture, struct results_list *list, const char *period, const char *regime,
                  const char *issued, const char *head, const char *body);

/* Checks all of them against the plan; no error is expected. */
void check_reported(struct fixture *fixture, struct results_list *list, const struct plan *plan);

#endif
