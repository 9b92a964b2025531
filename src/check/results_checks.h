/* What the parts of results_check() share. Private to check/results_*.c. */
#ifndef PHULUC_CHECK_RESULTS_CHECKS_H
#define PHULUC_CHECK_RESULTS_CHECKS_H

#include "check/results_check.h"

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

/*
 * Documents may name what the plan has, or any plan that leads to it or that it leads to: what an amendment adds is reported of
 * the plan amended too. NULL, or false, if none has it.
 */
const struct target *results_target(const struct results_checker *checker, const char *id);
bool results_has_row(const struct results_checker *checker, const char *id);
bool results_has_source(const struct results_checker *checker, const char *id);

/* Notes that something was repealed before the period had ended. */
void results_check_repealed(struct results_checker *checker, struct place place, const char *id);

/* Values and estimates: known subjects, each once, each with a meaning; what the plan says of them is filled in. */
void results_check_values(struct results_checker *checker);

/* A value whose number means nothing in its unit. */
void results_check_meaning(struct results_checker *checker, const struct result_value *value);

/* An estimate of a period that is over, or so far off that it must be a slip; one of no period is none. */
void results_check_ahead(struct results_checker *checker, struct forecast forecast, struct place place, const char *subject);

/* Amounts, estimated ones too: known sources and rows, each amount once. */
void results_check_money(struct results_checker *checker);

/* The documents against each other; those to be dropped are marked. */
void results_check_links(const struct results_list *list, const struct results_context *context, bool *drop);

#endif
