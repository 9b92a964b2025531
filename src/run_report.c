/* Reports of the office: what was planned against what came of it. */
#include "calc/consolidated_view.h"
#include "calc/year_view.h"
#include "run_reports.h"

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
    struct views views = year_views(&year->input, arena);
    views.plan_id = year->id;
    return compose_report(&views, year->library, reports, count, arena, findings);
}

static void deliver_years(struct delivery *delivery, const struct inputs *inputs)
{
    struct arena *arena = delivery->arena;
    const struct job *job = delivery->job;
    struct chains chains = inputs_chains(inputs, job->as_of, (struct period){ job->year, 0 }, arena);
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
        struct results_list used =
            results_as_of(chains.context.results, chains.items[i].now->id, chains.context.as_of, arena);
        order_add_chain(&orders[count++], inputs, &chains.items[i], &used, arena);
    }
    if (!count)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 },
                    arena_printf(arena, "%d", job->year), "--year", NULL);
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
    struct views views = consolidated_views(&all->chains, arena);
    return compose_report(&views, all->library, reports, count, arena, findings);
}

/* All plans, all results and the office file. */
static void add_all_files(struct order *order, const struct inputs *inputs, struct arena *arena)
{
    for (size_t i = 0; i < inputs->count; i++)
        order_add_file(order, inputs, inputs->plans[i]->place.file, arena);
    for (size_t i = 0; i < inputs->results.count; i++)
        order_add_file(order, inputs, inputs->results.items[i]->place.file, arena);
    order_add_office(order, inputs, arena);
}

static void deliver_consolidated(struct delivery *delivery, const struct inputs *inputs)
{
    const struct job *job = delivery->job;
    const char *year = arena_printf(delivery->arena, "%d", job->year);
    struct period period = { job->year, 0 };
    struct consolidation_order all = { delivery->library,
                                       inputs_chains(inputs, job->as_of, period, delivery->arena) };
    struct order order = { .folder = "consolidate", .id = year, .options = "", .compose = compose_consolidated,
                           .context = &all };
    size_t plans = 0;
    for (size_t i = 0; i < all.chains.count; i++)
        plans += chain_covers(&all.chains.items[i], job->year);
    if (!plans)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 }, year, "--year", NULL);
    add_all_files(&order, inputs, delivery->arena);
    deliver(delivery, &order, plans > 0);
}

void run_consolidate(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_reports(job, deliver_consolidated, arena, findings);
}
