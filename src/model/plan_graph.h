/*
 * Who amends or replaces whom among the plans of a run, looked up once: with thousands of plans, each question is answered in
 * the time that the plans linked with one take, not all.
 */
#ifndef PHULUC_MODEL_PLAN_GRAPH_H
#define PHULUC_MODEL_PLAN_GRAPH_H

#include "base/map.h"
#include "model/plan_links.h"

struct plan_neighbours {
    size_t *items; /* places of plans */
    size_t count, capacity;
};

struct plan_graph {
    struct plan_set plans;
    struct map places;                /* by id: place + 1, of the first plan of that id */
    struct plan_neighbours *changed;  /* by place: the plans that it amends or replaces */
    struct plan_neighbours *changing; /* those that amend or replace it */
    struct arena *arena;
};

struct plan_graph plan_graph_of(struct plan_set plans, struct arena *arena);

/* NULL if no plan of the set has the id. */
const struct plan *plan_graph_plan(const struct plan_graph *graph, const char *id);

enum plan_direction { PLANS_CHANGED, PLANS_CHANGING };

/*
 * Marks each plan that is reached from the one at a place, over any number of steps; the one itself only in a circle. `marks` has an
 * entry for each plan; those that are set already are not gone through again.
 */
void plan_graph_reach(const struct plan_graph *graph, size_t from, enum plan_direction direction, bool *marks);

#endif
