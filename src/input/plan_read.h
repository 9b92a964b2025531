/* Reads a plan document (templates/schema/plan.xsd) into the model and checks what a schema cannot say. */
#ifndef PHULUC_INPUT_PLAN_READ_H
#define PHULUC_INPUT_PLAN_READ_H

#include "input/xml.h"
#include "model/catalogue.h"
#include "model/plan.h"

enum { PLAN_YEARS_MAX = 50 };

/*
 * NULL if the file cannot be used; every fault found on the way is a finding. A plan that is returned is valid: its
 * references resolve, the catalogue has its codes, its figures are whole đồng inside the period, and no cell is given
 * twice.
 */
const struct plan *plan_read(struct slurp *file, const struct xml_schema *schema, const struct catalogue *catalogue,
                             struct arena *arena, struct findings *findings);

/* The same with what plan_head() keeps in an arena of its own, so that it can outlive the rest. */
struct plan_arenas {
    struct arena *head, *rest;
};
const struct plan *plan_read_apart(struct slurp *file, const struct xml_schema *schema, const struct catalogue *catalogue,
                                   struct plan_arenas arenas, struct findings *findings);

#endif
