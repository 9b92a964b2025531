/* What the documents of a run are checked against. */
#ifndef PHULUC_CHECK_RESULTS_CONTEXT_H
#define PHULUC_CHECK_RESULTS_CONTEXT_H

#include "base/finding.h"
#include "model/catalogue.h"
#include "model/office.h"
#include "model/plan.h"
#include "model/results.h"

struct results_context {
    const struct plan **plans;
    size_t plan_count;
    const struct catalogue *catalogue;
    const struct office *office;
    struct findings *findings;
};

#endif
