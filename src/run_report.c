/* Reports of the office: what was planned against what came of it. */
#include "calc/consolidated_view.h"
#include "calc/year_view.h"
#include "deliver.h"
#include "inputs.h"
#include "report/compose.h"
#include "run_reports.h"

/* What a worker needs to compose one report. */
struct report_order {
    const struct job *job;
    const struct library *library;
    const struct gaps_context *context;
    const struct plan *plan;
    const char *id;
};

static bool compose_year(const struct order *order, const struct report **reports, size_t *count, struct arena *arena,
                         struct findings *findings)
{
    const struct report_order *year = order->context;
    const struct compose_options plain = { 0 };
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    struct year_input input = { year->plan, year->context };
    struct views views = year_views(&input, arena);
    views.plan_id = year->id;
    *reports = report;
    *count = 1;
    return compose(report, &views, &year->library->layouts, &plain, year->library->metrics, arena, findings);
}

static bool covers(const struct plan *plan, int year)
{
    return plan->first_year <= year && year <= plan->last_year;
}

/* The unit's code; a further plan of the same unit and year gets its own id with it. */
static const char *file_id(const struct inputs *inputs, size_t index, int year, struct arena *arena)
{
    const struct plan *plan = inputs->plans[index];
    for (size_t i = 0; i < index; i++)
        if (covers(inputs->plans[i], year) && strcmp(inputs->plans[i]->unit, plan->unit) == 0)
            return arena_printf(arena, "%s-%s", plan->unit, plan->id);
    return plan->unit;
}

/* Every file that can have a say: the plans and results of the unit, and the office file. */
static void add_inputs(struct order *order, const struct inputs *inputs, const char *unit, struct arena *arena)
{
    order->inputs = arena_alloc(arena, inputs->count + inputs->results.count + 1, sizeof *order->inputs);
    for (size_t i = 0; i < inputs->count; i++)
        if (!unit || strcmp(inputs->plans[i]->unit, unit) == 0)
            order->inputs[order->input_count++] = inputs_file(inputs, inputs->plans[i]->place.file);
    for (size_t i = 0; i < inputs->results.count; i++)
        if (!unit || strcmp(inputs->results.items[i]->unit, unit) == 0)
            order->inputs[order->input_count++] = inputs_file(inputs, inputs->results.items[i]->place.file);
    if (inputs->office.place.file)
        order->inputs[order->input_count++] = inputs_file(inputs, inputs->office.place.file);
}

static void deliver_years(struct delivery *delivery, const struct inputs *inputs, const struct gaps_context *context)
{
    struct arena *arena = delivery->arena;
    struct report_order *years = arena_alloc(arena, inputs->count, sizeof *years);
    struct order *orders = arena_alloc(arena, inputs->count, sizeof *orders);
    size_t count = 0;
    for (size_t i = 0; i < inputs->count; i++) {
        const struct plan *plan = inputs->plans[i];
        if (!covers(plan, context->year))
            continue;
        const char *id = file_id(inputs, i, context->year, arena);
        years[count] = (struct report_order){ delivery->job, delivery->library, context, plan, id };
        orders[count] = (struct order){ .folder = arena_printf(arena, "year-end/%d", context->year), .id = id,
                                        .options = "", .compose = compose_year, .context = &years[count] };
        add_inputs(&orders[count++], inputs, plan->unit, arena);
    }
    if (!count)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 },
                    arena_printf(arena, "%d", context->year), NULL);
    deliver(delivery, orders, count);
}

static bool compose_consolidated(const struct order *order, const struct report **reports, size_t *count,
                                 struct arena *arena, struct findings *findings)
{
    const struct report_order *all = order->context;
    const struct compose_options plain = { 0 };
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    struct views views = consolidated_views(all->context, arena);
    *reports = report;
    *count = 1;
    return compose(report, &views, &all->library->layouts, &plain, all->library->metrics, arena, findings);
}

static void deliver_consolidated(struct delivery *delivery, const struct inputs *inputs,
                                 const struct gaps_context *context)
{
    const char *year = arena_printf(delivery->arena, "%d", context->year);
    struct report_order all = { delivery->job, delivery->library, context, NULL, year };
    struct order order = { .folder = "consolidate", .id = year, .options = "", .compose = compose_consolidated,
                           .context = &all };
    size_t plans = 0;
    for (size_t i = 0; i < inputs->count; i++)
        plans += is_consolidated(inputs->plans[i], context);
    if (!plans)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 }, year, NULL);
    add_inputs(&order, inputs, NULL, delivery->arena);
    deliver(delivery, &order, plans > 0);
}

static struct gaps_context context_of(const struct delivery *delivery, const struct inputs *inputs)
{
    return (struct gaps_context){ inputs->plans,   inputs->count,        &inputs->results,   inputs->catalogue,
                                  &inputs->office, delivery->job->as_of, delivery->job->year };
}

static void order_years(struct delivery *delivery, const struct inputs *inputs)
{
    struct gaps_context context = context_of(delivery, inputs);
    deliver_years(delivery, inputs, &context);
}

static void order_consolidated(struct delivery *delivery, const struct inputs *inputs)
{
    struct gaps_context context = context_of(delivery, inputs);
    deliver_consolidated(delivery, inputs, &context);
}

void run_year_end(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_reports(job, order_years, arena, findings);
}

void run_consolidate(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_reports(job, order_consolidated, arena, findings);
}
