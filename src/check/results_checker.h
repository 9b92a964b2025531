/* One document that is being checked, and what is told of it. */
#ifndef PHULUC_CHECK_RESULTS_CHECKER_H
#define PHULUC_CHECK_RESULTS_CHECKER_H

#include "check/results_context.h"

/* One document with the plan that it reports on. */
struct results_checker {
    const struct results_context *context;
    struct results *results;
    const struct plan *plan;
    bool ok;
};

/* A finding about the document; it cannot be used then if the finding is an error. Returns it. */
#define results_tell(checker, code, place, subject, ...) \
    results_told((checker), finding_add((checker)->context->findings, (code), (place), __VA_ARGS__, NULL), (subject))
struct finding *results_told(struct results_checker *checker, struct finding *finding, const char *subject);

/* An estimate of a period that is over, or so far off that it must be a slip; one of no period is none. */
void results_check_ahead(struct results_checker *checker, struct forecast forecast, struct place place, const char *subject);

#endif
