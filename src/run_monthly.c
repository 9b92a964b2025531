/* The monthly report of every plan in force. */
#include "calc/month_view.h"
#include "report/compose.h"
#include "run_reports.h"
#include "stop.h"

/* What a worker needs to compose the month of one plan. */
struct month_order {
    const struct library *library;
    struct month_request request;
    struct month_input input;
    const char *id;
};

static bool compose_month(const struct order *order, const struct report **reports, size_t *count, struct arena *arena,
                          struct findings *findings)
{
    const struct month_order *month = order->context;
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    struct views views = month_views(&month->input, arena);
    const struct compose_options plain = { 0 };
    views.plan_id = month->id;
    *reports = report;
    *count = 1;
    return compose(report, &views, &month->library->layouts, &plain, month->library->metrics, arena, findings);
}

/* The month asked for, else the last whose cut-off has passed on the day of the report. */
static struct period month_in(const struct delivery *delivery, const struct inputs *inputs)
{
    const struct job *job = delivery->job;
    struct date day = job->as_of.year ? job->as_of : job->today;
    return job->month.year ? job->month : period_passed(day, inputs->office.regime);
}

static struct chains chains_in(const struct delivery *delivery, const struct inputs *inputs, struct period month)
{
    struct gaps_context context = { .plans = inputs->plans,
                                    .plan_count = inputs->count,
                                    .results = &inputs->results,
                                    .catalogue = inputs->catalogue,
                                    .office = &inputs->office,
                                    .as_of = delivery->job->as_of,
                                    .year = month.year };
    return chains_of(&context, delivery->arena);
}

static bool is_of_chain(const struct chain *chain, const char *plan)
{
    bool found = strcmp(chain->first->id, plan) == 0;
    for (size_t i = 0; i < chain->link_count; i++)
        found = found || strcmp(chain->links[i].plan->id, plan) == 0;
    return found;
}

/* The plan and those that change it, all their results, also those that are superseded, and the office file. */
static void add_files(struct order *order, const struct inputs *inputs, const struct chain *chain, struct arena *arena)
{
    const struct results_list *results = &inputs->results;
    order->inputs = arena_alloc(arena, chain->link_count + results->count + 2, sizeof *order->inputs);
    order->inputs[order->input_count++] = inputs_file(inputs, chain->first->place.file);
    for (size_t i = 0; i < chain->link_count; i++)
        order->inputs[order->input_count++] = inputs_file(inputs, chain->links[i].plan->place.file);
    for (size_t i = 0; i < results->count; i++)
        if (is_of_chain(chain, results->items[i]->plan))
            order->inputs[order->input_count++] = inputs_file(inputs, results->items[i]->place.file);
    if (inputs->office.place.file)
        order->inputs[order->input_count++] = inputs_file(inputs, inputs->office.place.file);
}

static void order_month(struct order *order, struct month_order *month, const struct chains *chains, size_t index,
                        const struct delivery *delivery)
{
    const struct job *job = delivery->job;
    struct arena *arena = delivery->arena;
    const struct plan *plan = chains->items[index].now;
    month->library = delivery->library;
    month->input = (struct month_input){ plan, &month->request, (int)job->days };
    month->id = month_file(report_file(chains, index, arena), month_revision(plan, &month->request, arena), arena);
    *order = (struct order){ .folder = arena_printf(arena, "monthly/%s", period_text(arena, month->request.period)),
                             .id = month->id,
                             .options = arena_printf(arena, "days %u, since %s", job->days, date_token(arena, job->since)),
                             .compose = compose_month,
                             .context = month };
}

static void deliver_month(struct delivery *delivery, const struct inputs *inputs, struct period period)
{
    struct arena *arena = delivery->arena;
    struct chains chains = chains_in(delivery, inputs, period);
    const struct gaps_context *context = &chains.context;
    struct month_order *months = arena_alloc(arena, chains.count, sizeof *months);
    struct order *orders = arena_alloc(arena, chains.count, sizeof *orders);
    size_t count = 0;
    for (size_t i = 0; i < chains.count; i++) {
        if (!chain_covers(&chains.items[i], period.year))
            continue;
        months[count].request = (struct month_request){ context->plans,  context->plan_count, context->results,
                                                        context->catalogue, context->office, context->as_of,
                                                        delivery->job->since, period };
        order_month(&orders[count], &months[count], &chains, i, delivery);
        add_files(&orders[count++], inputs, &chains.items[i], arena);
    }
    if (!count)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 },
                    arena_printf(arena, "%d", period.year), NULL);
    deliver(delivery, orders, count);
}

static void deliver_months(struct delivery *delivery, const struct inputs *inputs)
{
    struct period month = month_in(delivery, inputs), last = delivery->job->month_last;
    for (deliver_month(delivery, inputs, month); last.year && period_cmp(month, last) < 0 && !stop_signal();) {
        month = period_after(month);
        deliver_month(delivery, inputs, month);
    }
}

void run_monthly(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_reports(job, deliver_months, arena, findings);
}
