/*
 * The plans of a run that wants them one at a time, as annexes do. The first few megabytes of them are kept whole. Of the others
 * only the heads are kept, by which plans are held against each other, and their texts, compressed: whoever needs such a plan
 * reads it again, into memory of its own, from the bytes that were read first. A file that is changed meanwhile changes nothing.
 */
#ifndef PHULUC_COMMAND_PLAN_SHELF_H
#define PHULUC_COMMAND_PLAN_SHELF_H

#include "input/xml.h"
#include "model/catalogue.h"
#include "model/plan_links.h"
#include "model/results.h"

struct plan_shelf {
    const struct xml_schema *schema; /* of plans; it and the catalogue live as long as the shelf */
    const struct catalogue *catalogue;
    bool all_whole;  /* nothing is wanted one at a time */
    size_t occupied; /* by the texts of those that are whole */
};

/* Reads a plan like plan_read(); it may be the head of one. Its findings live as long as `findings`. */
const struct plan *plan_shelf_read(struct plan_shelf *shelf, struct slurp *file, struct arena *arena,
                                   struct findings *findings);

/* The plan itself; of a head the plan as it was read, in the arena. */
const struct plan *plan_shelf_whole(const struct plan_shelf *shelf, const struct plan *plan, struct arena *arena);

/*
 * Puts whole plans in the place of the heads of those that are looked into together with others: which amend or replace a plan, or
 * are named by one that does, or by results.
 */
void plan_shelf_restore(const struct plan_shelf *shelf, const struct plan **plans, size_t count,
                        const struct results_list *results, struct arena *arena);

#endif
