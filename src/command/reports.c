#include "command/reports.h"

#include "base/text.h"
#include "report/compose.h"
#include "command/trial.h"

/* All that is done before workers are needed. */
static void take_in(struct run *run)
{
    struct delivery *delivery = &run->delivery;
    inputs_read(&run->inputs, run->library, delivery->arena, delivery->findings);
    inputs_check(&run->inputs, delivery->arena, delivery->findings);
    run->order(run);
}

/* In the process of the trial. */
static void try_to_take_in(void *context, const struct follower *follower)
{
    struct run *run = context;
    run->inputs.follower = follower;
    run->delivery.trial = true;
    take_in(run);
}

/* Of all that a trial depends on, but for its limits; NULL if a file cannot be read. */
static const char *digest_of_run(const struct run *run)
{
    char digest[SHA256_TEXT_SIZE];
    struct arena *arena = run->delivery.arena;
    struct text all = text_in(arena);
    if (run->inputs.files.count != run->inputs.names.count)
        return NULL;
    text_addf(&all, "%s\n%s\n", run->delivery.program, run->delivery.templates);
    for (size_t i = 0; i < run->inputs.files.count; i++)
        text_addf(&all, "%s\n", run->inputs.files.items[i].digest);
    digest_text(digest, text_str(&all));
    return arena_string(arena, digest);
}

/* False if the inputs cannot be taken in. Those that a trial found nothing wrong with are not tried again. */
static bool try_inputs(struct run *run)
{
    struct delivery *delivery = &run->delivery;
    const struct batch *batch = delivery->batch;
    const char *digest = digest_of_run(run);
    if (!batch->force && digest && text_equal(digest, delivery->manifest.tried))
        return true;
    struct trial trial = { { 1, batch->seconds, batch->megabytes }, &run->inputs.names, run, try_to_take_in };
    bool whole;
    if (!trial_run(&trial, &whole, delivery->findings))
        return false;
    if (whole && digest)
        delivery->manifest.tried = digest;
    return true;
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
        inputs_gather(&run.inputs, job->paths, job->path_count, arena, findings);
        if (try_inputs(&run))
            take_in(&run);
        else
            delivery->unread = true;
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
