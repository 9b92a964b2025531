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

/* Adds a finding about the document; it cannot be used then if the finding is an error. */
#define results_tell(checker, code, place, subject, ...) \
    results_note_error((checker), finding_add_about((checker)->context->findings, (code), (place), \
                                                    results_about((checker), (subject)), __VA_ARGS__, NULL))
struct about results_about(const struct results_checker *checker, const char *subject);
void results_note_error(struct results_checker *checker, const struct finding *finding);

/* An estimate of a period that is over, or so far off that it must be a slip; one of no period is none. */
void results_check_ahead(struct results_checker *checker, struct forecast forecast, struct place place,
                         const char *subject);

#endif
