#include "model/plan_graph.h"

static void connect(struct plan_graph *graph, size_t from, size_t to)
{
    struct plan_neighbours *changed = &graph->changed[from], *changing = &graph->changing[to];
    size_t *out = ARENA_PUSH(graph->arena, changed->items, changed->count, changed->capacity);
    size_t *in = ARENA_PUSH(graph->arena, changing->items, changing->count, changing->capacity);
    *out = to;
    *in = from;
}

struct plan_graph plan_graph_of(struct plan_set plans, struct arena *arena)
{
    struct plan_graph graph = { .plans = plans, .places = map_of_texts(arena), .arena = arena };
    graph.changed = arena_alloc(arena, plans.count, sizeof *graph.changed);
    graph.changing = arena_alloc(arena, plans.count, sizeof *graph.changing);
    for (size_t i = 0; i < plans.count; i++) {
        size_t *place = map_at(&graph.places, plans.items[i]->id);
        *place = *place ? *place : i + 1;
    }
    for (size_t i = 0; i < plans.count; i++)
        for (size_t r = 0; r < plans.items[i]->relation_count; r++) {
            const size_t *place = map_find(&graph.places, plans.items[i]->relations[r].plan);
            if (place)
                connect(&graph, i, *place - 1);
        }
    return graph;
}

const struct plan *plan_graph_plan(const struct plan_graph *graph, const char *id)
{
    const size_t *place = map_find(&graph->places, id);
    return place ? graph->plans.items[*place - 1] : NULL;
}

void plan_graph_reach(const struct plan_graph *graph, size_t from, enum plan_direction direction, bool *marks)
{
    struct arena scratch = ARENA_INIT;
    struct plan_neighbours left = { 0 };
    size_t at = from;
    do {
        const struct plan_neighbours *next = direction == PLANS_CHANGED ? &graph->changed[at] : &graph->changing[at];
        for (size_t i = 0; i < next->count; i++) {
            if (marks[next->items[i]])
                continue;
            marks[next->items[i]] = true;
            size_t *added = ARENA_PUSH(&scratch, left.items, left.count, left.capacity);
            *added = next->items[i];
        }
        at = left.count ? left.items[left.count - 1] : from;
    } while (left.count-- > 0);
    arena_release(&scratch);
}
