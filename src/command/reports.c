#include "command/reports.h"

#include "base/breadcrumb.h"
#include "command/supervise.h"
#include "publish/relay.h"
#include "report/compose.h"

/* In the process of the run. */
static void work(void *context, const struct worker *worker)
{
    struct run *run = context;
    struct delivery *delivery = &run->delivery;
    delivery->worker = worker;
    delivery->told = delivery->findings->count;
    inputs_gather(&run->inputs, run->job, run->job->path_count, delivery->arena, delivery->findings);
    inputs_read(&run->inputs, run->library, delivery->arena, delivery->findings);
    inputs_check(&run->inputs, delivery->arena, delivery->findings);
    breadcrumb_none();
    run->order(run);
    relay_findings(delivery);
}

static void take(void *context, const struct record *record)
{
    struct run *run = context;
    relay_take(&run->delivery, record);
}

static void supervise_run(struct run *run)
{
    struct file_list left_out = { 0 };
    struct job job = *run->job;
    struct supervised supervised = { { 1, job.batch.seconds, job.batch.megabytes }, &left_out, run, work, take };
    job.left_out = &left_out;
    run->job = &job;
    if (!supervise(&supervised, run->delivery.arena, run->delivery.findings))
        delivery_clean(&run->delivery);
}

void run_reports(const struct job *job, void (*order)(struct run *run), struct arena *arena, struct findings *findings)
{
    struct library library;
    struct run run = { .job = job, .library = &library, .order = order };
    struct delivery *delivery = &run.delivery;
    if (!delivery_open(delivery, &job->batch, arena, findings))
        return;
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, true, arena, findings)) {
        size_t count;
        const char **files = library_files(&library, &places, &count, arena);
        delivery->metrics = library.metrics;
        delivery->data = places.data;
        delivery_digests(delivery, files, count);
        supervise_run(&run);
    }
    delivery_close(delivery);
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
