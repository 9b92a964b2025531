/* The report of all plans side by side. */
#include "command/commands.h"
#include "command/reports.h"
#include "content/consolidated_view.h"

/* What a worker needs to compose the report of all plans. */
struct consolidation_order {
    const struct library *library;
    struct chains chains;
    const struct unit *of; /* whose plans they are; NULL: of all units */
};

static bool compose_consolidated(const struct order *order, const struct report **reports, size_t *count,
                                 struct arena *arena, struct findings *findings)
{
    const struct consolidation_order *all = order->context;
    struct views views = consolidated_views(&all->chains, all->of, arena);
    return compose_report(&views, order, all->library, reports, count, arena, findings);
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

static bool concerns_all(const struct refusal *refusal, const void *of)
{
    (void)of;
    return refusal_concerns_all(refusal);
}

/* Only the plans of a unit as organised at the end of the year, under whichever codes they were decided. */
static void keep_unit(struct consolidation_order *all, const struct inputs *inputs, const char *code, struct period year)
{
    struct date day = period_last_day(year, office_regime(&inputs->office, year));
    size_t count = 0;
    all->of = catalogue_unit(inputs->catalogue, code, day);
    for (size_t i = 0; i < all->chains.count; i++) {
        const struct plan *plan = all->chains.items[i].now;
        if (all->of && catalogue_successor(inputs->catalogue, plan->unit, plan->decision.issued, day) == all->of)
            all->chains.items[count++] = all->chains.items[i];
    }
    all->chains.count = count;
}

static void tell_none(struct delivery *delivery, const struct job *job, const char *year)
{
    struct place nowhere = { NULL, 0 };
    if (job->unit)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_UNIT, nowhere, job->unit, year, NULL);
    else
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, nowhere, year, "--year", NULL);
}

static void deliver_consolidated(struct run *run)
{
    const struct inputs *inputs = &run->inputs;
    const struct job *job = run->job;
    struct delivery *delivery = &run->delivery;
    const char *year = arena_printf(delivery->arena, "%d", job->year);
    struct period period = { job->year, 0, 0 };
    struct consolidation_order all = { .library = run->library,
                                       .chains = inputs_chains(inputs, job->batch.as_of, period, delivery->arena) };
    if (job->unit)
        keep_unit(&all, inputs, job->unit, period);
    struct order order = { .folder = job->unit ? arena_printf(delivery->arena, "consolidate/%s", year) : "consolidate",
                           .id = job->unit ? job->unit : year,
                           .options = "",
                           .compose = compose_consolidated,
                           .context = &all };
    size_t plans = 0;
    for (size_t i = 0; i < all.chains.count; i++)
        plans += chain_covers(&all.chains.items[i], job->year);
    if (!plans)
        tell_none(delivery, job, year);
    add_all_files(&order, inputs, delivery->arena);
    order_add_missing(&order, run, concerns_all, NULL);
    run_deliver(run, run->scope, &order, plans > 0);
}

struct answer run_consolidate(const struct job *job, struct arena *arena, struct findings *findings)
{
    const char *scope = job->unit ? arena_printf(arena, "consolidate/%d/%s", job->year, job->unit)
                                  : arena_printf(arena, "consolidate/%d", job->year);
    return run_reports(job, scope, deliver_consolidated, arena, findings);
}
