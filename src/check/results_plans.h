/* What the plans that a document may speak of have. */
#ifndef PHULUC_CHECK_RESULTS_PLANS_H
#define PHULUC_CHECK_RESULTS_PLANS_H

#include "check/results_checker.h"

/*
 * Documents may name what the plan has, or any plan that leads to it or that it leads to: what an amendment adds is reported of
 * the plan amended too. NULL, or false, if none has it.
 */
const struct target *results_target(const struct results_checker *checker, const char *id);
bool results_has_row(const struct results_checker *checker, const char *id);
/* The plan that says most lately what the row is: one that stops it, else the document's own or one that has it. */
const struct plan *results_plan_of_row(const struct results_checker *checker, const char *id);
bool results_has_source(const struct results_checker *checker, const char *id);

/* Notes that something was repealed before the period had ended. */
void results_check_repealed(struct results_checker *checker, struct place place, const char *id);

#endif
