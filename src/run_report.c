/* Reports of the office: what was planned against what came of it. */
#include "calc/consolidated_view.h"
#include "calc/year_view.h"
#include "deliver.h"
#include "inputs.h"
#include "report/compose.h"
#include "run_reports.h"

const char *report_file(const struct chains *chains, size_t index, struct arena *arena)
{
    const struct plan *plan = chains->items[index].now;
    for (size_t i = 0; i < index; i++)
        if (chain_covers(&chains->items[i], chains->context.year) &&
            strcmp(chains->items[i].now->unit, plan->unit) == 0)
            return arena_printf(arena, "%s-%s", plan->unit, plan->id);
    return plan->unit;
}

/* What a worker needs to compose the report of one plan. */
struct year_order {
    const struct library *library;
    struct year_input input;
    const char *id;
};

static bool compose_year(const struct order *order, const struct report **reports, size_t *count, struct arena *arena,
                         struct findings *findings)
{
    const struct year_order *year = order->context;
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    struct views views = year_views(&year->input, arena);
    const struct compose_options plain = { 0 };
    views.plan_id = year->id;
    *reports = report;
    *count = 1;
    return compose(report, &views, &year->library->layouts, &plain, year->library->metrics, arena, findings);
}

/* The plan and those that change it, the results that count on that day, and the office file. */
static void add_files(struct order *order, const struct inputs *inputs, const struct year_order *year,
                      struct arena *arena)
{
    const struct chain *chain = year->input.chain;
    const struct gaps_context *context = year->input.context;
    struct results_list used = results_as_of(context->results, chain->now->id, context->as_of, arena);
    order->inputs = arena_alloc(arena, chain->link_count + used.count + 2, sizeof *order->inputs);
    order->inputs[order->input_count++] = inputs_file(inputs, chain->first->place.file);
    for (size_t i = 0; i < chain->link_count; i++)
        order->inputs[order->input_count++] = inputs_file(inputs, chain->links[i].plan->place.file);
    for (size_t i = 0; i < used.count; i++)
        order->inputs[order->input_count++] = inputs_file(inputs, used.items[i]->place.file);
    if (inputs->office.place.file)
        order->inputs[order->input_count++] = inputs_file(inputs, inputs->office.place.file);
}

static struct chains chains_in(const struct inputs *inputs, const struct job *job, struct arena *arena)
{
    struct gaps_context context = { .plans = inputs->plans,
                                    .plan_count = inputs->count,
                                    .results = &inputs->results,
                                    .catalogue = inputs->catalogue,
                                    .office = &inputs->office,
                                    .as_of = job->as_of,
                                    .year = job->year };
    return chains_of(&context, arena);
}

static void deliver_years(struct delivery *delivery, const struct inputs *inputs)
{
    struct arena *arena = delivery->arena;
    const struct job *job = delivery->job;
    struct chains chains = chains_in(inputs, job, arena);
    struct year_order *years = arena_alloc(arena, chains.count, sizeof *years);
    struct order *orders = arena_alloc(arena, chains.count, sizeof *orders);
    const char *folder = arena_printf(arena, "year-end/%d", job->year);
    size_t count = 0;
    for (size_t i = 0; i < chains.count; i++) {
        if (!chain_covers(&chains.items[i], job->year))
            continue;
        struct year_order *year = &years[count];
        *year = (struct year_order){ .library = delivery->library,
                                     .input = { &chains.items[i], &chains.context },
                                     .id = report_file(&chains, i, arena) };
        orders[count] = (struct order){ .folder = folder, .id = year->id, .options = "", .compose = compose_year,
                                        .context = year };
        add_files(&orders[count++], inputs, year, arena);
    }
    if (!count)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 },
                    arena_printf(arena, "%d", job->year), NULL);
    deliver(delivery, orders, count);
}

void run_year_end(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_reports(job, deliver_years, arena, findings);
}

/* What a worker needs to compose the report of all plans. */
struct consolidation_order {
    const struct library *library;
    struct chains chains;
};

static bool compose_consolidated(const struct order *order, const struct report **reports, size_t *count,
                                 struct arena *arena, struct findings *findings)
{
    const struct consolidation_order *all = order->context;
    const struct compose_options plain = { 0 };
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    struct views views = consolidated_views(&all->chains, arena);
    *reports = report;
    *count = 1;
    return compose(report, &views, &all->library->layouts, &plain, all->library->metrics, arena, findings);
}

/* All plans, all results and the office file. */
static void add_all_files(struct order *order, const struct inputs *inputs, struct arena *arena)
{
    order->inputs = arena_alloc(arena, inputs->count + inputs->results.count + 1, sizeof *order->inputs);
    for (size_t i = 0; i < inputs->count; i++)
        order->inputs[order->input_count++] = inputs_file(inputs, inputs->plans[i]->place.file);
    for (size_t i = 0; i < inputs->results.count; i++)
        order->inputs[order->input_count++] = inputs_file(inputs, inputs->results.items[i]->place.file);
    if (inputs->office.place.file)
        order->inputs[order->input_count++] = inputs_file(inputs, inputs->office.place.file);
}

static void deliver_consolidated(struct delivery *delivery, const struct inputs *inputs)
{
    const struct job *job = delivery->job;
    const char *year = arena_printf(delivery->arena, "%d", job->year);
    struct consolidation_order all = { delivery->library, chains_in(inputs, job, delivery->arena) };
    struct order order = { .folder = "consolidate", .id = year, .options = "", .compose = compose_consolidated,
                           .context = &all };
    size_t plans = 0;
    for (size_t i = 0; i < all.chains.count; i++)
        plans += chain_covers(&all.chains.items[i], job->year);
    if (!plans)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 }, year, NULL);
    add_all_files(&order, inputs, delivery->arena);
    deliver(delivery, &order, plans > 0);
}

void run_consolidate(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_reports(job, deliver_consolidated, arena, findings);
}
