/* The monthly report of every plan in force. */
#include "calc/month_revision.h"
#include "content/month_view.h"
#include "command/commands.h"
#include "command/reports.h"
#include "publish/stop.h"

/* What a worker needs to compose the month of one plan. */
struct month_order {
    const struct library *library;
    struct month_request request;
    struct gaps_context run;
    struct month_input input;
    const char *id;
};

static bool compose_month(const struct order *order, const struct report **reports, size_t *count, struct arena *arena,
                          struct findings *findings)
{
    const struct month_order *month = order->context;
    struct views views = month_views(&month->input, arena);
    views.plan_id = month->id;
    return compose_report(&views, order, month->library, reports, count, arena, findings);
}

static bool is_of_chain(const struct chain *chain, const char *plan)
{
    bool found = strcmp(chain->first->id, plan) == 0;
    for (size_t i = 0; i < chain->link_count; i++)
        found = found || strcmp(chain->links[i].plan->id, plan) == 0;
    return found;
}

/* All results of the plan and of those that change it, also the superseded ones: what changed is told. */
static struct results_list results_of(const struct inputs *inputs, const struct chain *chain, struct arena *arena)
{
    struct results_list own = { 0 };
    for (size_t i = 0; i < inputs->results.count; i++)
        if (is_of_chain(chain, inputs->results.items[i]->plan)) {
            struct results **added = ARENA_PUSH(arena, own.items, own.count, own.capacity);
            *added = inputs->results.items[i];
        }
    return own;
}

static void order_month(struct order *order, struct month_order *month, const struct chains *chains, size_t index,
                        const struct run *run)
{
    const struct job *job = run->job;
    struct arena *arena = run->delivery.arena;
    const struct chain *chain = &chains->items[index];
    month->library = run->library;
    month->input = (struct month_input){ chain, &month->request, &month->run, (int)job->days };
    month->id = month_file(report_file(chains, index, arena), month_revision(chain->now, &month->request, arena), arena);
    *order = (struct order){ .folder = arena_printf(arena, "monthly/%s", period_text(arena, month->request.period)),
                             .id = month->id,
                             .options = arena_printf(arena, "days %u, since %s", job->days, date_token(arena, job->since)),
                             .compose = compose_month,
                             .context = month };
}

static void deliver_month(struct run *run, struct period period)
{
    const struct inputs *inputs = &run->inputs;
    struct delivery *delivery = &run->delivery;
    struct arena *arena = delivery->arena;
    struct chains chains = inputs_chains(inputs, run->job->batch.as_of, period, arena);
    const struct gaps_context *context = &chains.context;
    struct month_order *months = arena_alloc(arena, chains.count, sizeof *months);
    struct order *orders = arena_alloc(arena, chains.count, sizeof *orders);
    size_t count = 0;
    for (size_t i = 0; i < chains.count; i++) {
        if (!chain_covers(&chains.items[i], period.year))
            continue;
        months[count].request = month_request_of(context, run->job->since);
        months[count].run = inputs_context(inputs, context->as_of, period);
        order_month(&orders[count], &months[count], &chains, i, run);
        struct results_list own = results_of(inputs, &chains.items[i], arena);
        order_add_chain(&orders[count], inputs, &chains.items[i], &own, arena);
        struct chain_of_run of = { &chains.items[i], { inputs->plans, inputs->count } };
        order_add_missing(&orders[count++], run, concerns_chain, &of);
    }
    if (!count)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 },
                    arena_printf(arena, "%d", period.year), period_is_span(period) ? "--period" : "--month", NULL);
    run_deliver(run, arena_printf(arena, "monthly/%s", period_text(arena, period)), orders, count);
}

static void deliver_months(struct run *run)
{
    struct period month = inputs_month(&run->inputs, run->job), last = run->job->month_last;
    for (deliver_month(run, month); last.year && period_cmp(month, last) < 0 && !stop_signal();) {
        month = period_after(month);
        deliver_month(run, month);
    }
}

struct answer run_monthly(const struct job *job, struct arena *arena, struct findings *findings)
{
    return run_reports(job, "monthly", deliver_months, arena, findings);
}
