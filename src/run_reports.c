#include "run_reports.h"

#include "report/compose.h"

void run_reports(const struct job *job, void (*order)(struct delivery *delivery, const struct inputs *inputs),
                 struct arena *arena, struct findings *findings)
{
    struct library library;
    struct inputs inputs = { 0 };
    struct delivery delivery;
    if (!delivery_open(&delivery, job, arena, findings))
        return;
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, true, arena, findings)) {
        delivery.library = &library;
        delivery.places = &places;
        inputs_read(&inputs, &library, job->paths, job->path_count, arena, findings);
        inputs_check(&inputs, arena, findings);
        order(&delivery, &inputs);
    }
    delivery_close(&delivery);
    release_library(&library);
}

void order_add_file(struct order *order, const struct inputs *inputs, const char *path, struct arena *arena)
{
    const struct manifest_entry **added = ARENA_PUSH(arena, order->inputs, order->input_count, order->input_capacity);
    *added = inputs_file(inputs, path);
}

void order_add_chain(struct order *order, const struct inputs *inputs, const struct chain *chain,
                     const struct results_list *results, struct arena *arena)
{
    order_add_file(order, inputs, chain->first->place.file, arena);
    for (size_t i = 0; i < chain->link_count; i++)
        order_add_file(order, inputs, chain->links[i].plan->place.file, arena);
    for (size_t i = 0; i < results->count; i++)
        order_add_file(order, inputs, results->items[i]->place.file, arena);
    order_add_office(order, inputs, arena);
}

void order_add_office(struct order *order, const struct inputs *inputs, struct arena *arena)
{
    if (inputs->office.place.file)
        order_add_file(order, inputs, inputs->office.place.file, arena);
}

bool compose_report(const struct views *views, const struct library *library, const struct report **reports, size_t *count,
                    struct arena *arena, struct findings *findings)
{
    const struct compose_options plain = { 0 };
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    *reports = report;
    *count = 1;
    return compose(report, views, &library->layouts, &plain, library->metrics, arena, findings);
}

const char *report_file(const struct chains *chains, size_t index, struct arena *arena)
{
    const struct plan *plan = chains->items[index].now;
    for (size_t i = 0; i < index; i++)
        if (chain_covers(&chains->items[i], chains->context.year) &&
            strcmp(chains->items[i].now->unit, plan->unit) == 0)
            return arena_printf(arena, "%s-%s", plan->unit, plan->id);
    return plan->unit;
}
