/*
 * Files of a run that cannot be used, and which reports would have used them: a report that may lack what a refused file says
 * is not made again (publish/deliver.h).
 *
 * What a file is, and whom it is about, is told by its first tag, read leniently. Where that does not say it, the file may be
 * anything: it concerns every report that it cannot be shown to have nothing to do with.
 */
#ifndef PHULUC_COMMAND_REFUSAL_H
#define PHULUC_COMMAND_REFUSAL_H

#include "calc/chain.h"
#include "input/root_tag.h"
#include "model/plan_links.h"
#include "model/results.h"

/* Which reports may lack something when a file is refused; of each kind of document its row says it. */
enum concerns { CONCERNS_UNKNOWN, CONCERNS_PLAN, CONCERNS_RESULTS, CONCERNS_ALL, CONCERNS_NONE };

struct refusal {
    const char *file;
    enum concerns
        concerns;     /* CONCERNS_ALL: office, accepted findings, catalogue; CONCERNS_NONE: layouts, other programs' */
    const char *plan; /* its id if it is a plan, else the one it names; NULL if it does not say */
    const char *unit; /* NULL if it does not say */
    const char *text; /* what it holds, or NULL */
};

struct refusals {
    struct refusal *items;
    size_t count, capacity;
};

void refuse_file(struct refusals *refusals, const struct slurp *file, const struct root_tag *root, struct arena *arena);
void refuse_plan(struct refusals *refusals, const struct plan *plan, struct arena *arena);
/* Nothing is added if they are of a plan that is refused: it has the fault. */
void refuse_results(struct refusals *refusals, const struct results *results, struct arena *arena);
void refuse_unknown(struct refusals *refusals, const char *file, struct arena *arena);

/* True if the annexes of the plan may lack something. */
bool refusal_concerns_plan(const struct refusal *refusal, const struct plan *plan);

/* True if a report on the plan in force may; plans are all that are used in the run. */
bool refusal_concerns_chain(const struct refusal *refusal, const struct chain *chain, struct plan_set plans);

/* True if a report on all plans may. */
bool refusal_concerns_all(const struct refusal *refusal);

#endif
