/* Reports of the office: what was planned against what came of it. */
#include "calc/consolidated_view.h"
#include "calc/year_view.h"
#include "deliver.h"
#include "inputs.h"
#include "report/compose.h"
#include "run_reports.h"

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

/* What a worker needs to compose the report of one plan. */
struct year_order {
    const struct library *library;
    struct year_input input;
    struct gaps_context context;
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

/* The plan, the results that count on that day, and the office file. */
static void add_files(struct order *order, const struct inputs *inputs, const struct year_order *year, struct arena *arena)
{
    const struct plan *plan = year->input.plan;
    struct results_list used = results_as_of(&inputs->results, plan->id, year->context.as_of, arena);
    order->inputs = arena_alloc(arena, used.count + 2, sizeof *order->inputs);
    order->inputs[order->input_count++] = inputs_file(inputs, plan->place.file);
    for (size_t i = 0; i < used.count; i++)
        order->inputs[order->input_count++] = inputs_file(inputs, used.items[i]->place.file);
    if (inputs->office.place.file)
        order->inputs[order->input_count++] = inputs_file(inputs, inputs->office.place.file);
}

static void deliver_years(struct delivery *delivery, const struct inputs *inputs)
{
    struct arena *arena = delivery->arena;
    const struct job *job = delivery->job;
    struct year_order *years = arena_alloc(arena, inputs->count, sizeof *years);
    struct order *orders = arena_alloc(arena, inputs->count, sizeof *orders);
    const char *folder = arena_printf(arena, "year-end/%d", job->year);
    size_t count = 0;
    for (size_t i = 0; i < inputs->count; i++) {
        if (!covers(inputs->plans[i], job->year))
            continue;
        struct year_order *year = &years[count];
        *year = (struct year_order){ .library = delivery->library, .id = file_id(inputs, i, job->year, arena) };
        year->context = (struct gaps_context){ inputs->plans,      inputs->count,   &inputs->results, inputs->catalogue,
                                               &inputs->office, job->as_of, job->year, 0 };
        year->input = (struct year_input){ inputs->plans[i], &year->context };
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
    struct gaps_context context;
};

static bool compose_consolidated(const struct order *order, const struct report **reports, size_t *count,
                                 struct arena *arena, struct findings *findings)
{
    const struct consolidation_order *all = order->context;
    const struct compose_options plain = { 0 };
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    struct views views = consolidated_views(&all->context, arena);
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
    struct consolidation_order all = { delivery->library, { inputs->plans, inputs->count, &inputs->results,
                                                            inputs->catalogue, &inputs->office, job->as_of, job->year, 0 } };
    struct order order = { .folder = "consolidate", .id = year, .options = "", .compose = compose_consolidated,
                           .context = &all };
    size_t plans = 0;
    for (size_t i = 0; i < inputs->count; i++)
        plans += is_consolidated(inputs->plans[i], &all.context);
    if (!plans)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 }, year, NULL);
    add_all_files(&order, inputs, delivery->arena);
    deliver(delivery, &order, plans > 0);
}

void run_consolidate(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_reports(job, deliver_consolidated, arena, findings);
}
