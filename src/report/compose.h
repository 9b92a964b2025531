/*
 * Composing: views of a plan + layouts -> a report, the laid-out table model with every text final.
 *
 * A table whose blocks do not fit the page is split at block borders into parts as wide as the page, each repeating the
 * leading columns; only a single innermost block that cannot fit is a finding. A figure that no column of the layout
 * shows is a finding too: nothing is dropped silently.
 */
#ifndef PHULUC_REPORT_COMPOSE_H
#define PHULUC_REPORT_COMPOSE_H

#include <stdbool.h>

#include "content/view.h"
#include "model/layout.h"
#include "report/metrics.h"
#include "report/table.h"

struct compose_options {
    bool cover;     /* a first page with the head of the decision */
    bool signature; /* the signer of the decision under its last annex */
    bool separate;  /* with signature: under each of its annexes, as each is to be a file of its own */
};

/* False with findings if a table cannot be made; metrics set the row heights. */
bool compose(struct report *report, const struct views *views, const struct layouts *layouts,
             const struct compose_options *options, const struct metrics *metrics, struct arena *arena,
             struct findings *findings) __attribute__((warn_unused_result));

#endif
