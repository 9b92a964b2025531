/* The year-end report of every plan that covers the year. */
#include "content/year_view.h"
#include "command/commands.h"
#include "command/reports.h"

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
    return compose_report(&views, order, year->library, reports, count, arena, findings);
}

static void deliver_years(struct run *run)
{
    const struct inputs *inputs = &run->inputs;
    const struct job *job = run->job;
    struct delivery *delivery = &run->delivery;
    struct arena *arena = delivery->arena;
    struct chains chains = inputs_chains(inputs, job->batch.as_of, (struct period){ job->year, 0, 0 }, arena);
    struct year_order *years = arena_alloc(arena, chains.count, sizeof *years);
    struct order *orders = arena_alloc(arena, chains.count, sizeof *orders);
    size_t count = 0;
    for (size_t i = 0; i < chains.count; i++) {
        if (!chain_covers(&chains.items[i], job->year))
            continue;
        struct year_order *year = &years[count];
        *year = (struct year_order){ .library = run->library,
                                     .input = { &chains.items[i], &chains.context },
                                     .id = report_file(&chains, i, arena) };
        orders[count] =
            (struct order){ .folder = run->scope, .id = year->id, .options = "", .compose = compose_year, .context = year };
        struct results_list used =
            results_as_of(chains.context.results, chains.items[i].now->id, chains.context.as_of, arena);
        order_add_chain(&orders[count], inputs, &chains.items[i], &used, arena);
        struct chain_of_run of = { &chains.items[i], { inputs->plans, inputs->count } };
        order_add_missing(&orders[count++], run, concerns_chain, &of);
    }
    if (!count)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 },
                    arena_printf(arena, "%d", job->year), "--year", NULL);
    run_deliver(run, run->scope, orders, count);
}

struct answer run_year_end(const struct job *job, struct arena *arena, struct findings *findings)
{
    return run_reports(job, arena_printf(arena, "year-end/%d", job->year), deliver_years, arena, findings);
}
