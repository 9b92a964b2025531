#include "publish/deliver.h"

#include "base/text.h"
#include "publish/deliver_reason.h"
#include "publish/publish.h"
#include "render/renderer.h"
#include "report/listing.h"
#include "publish/stop.h"
#include "publish/transport.h"
#include "publish/worker.h"

/* The orders of one call that are really made. */
struct shift {
    struct delivery *delivery;
    const struct order **orders;
    size_t count, done;
    long started;
};

static const char *manifest_path(const struct delivery *delivery)
{
    return arena_printf(delivery->arena, "%s/manifest.json", delivery->batch->output);
}

bool delivery_open(struct delivery *delivery, const struct batch *batch, struct arena *arena, struct findings *findings)
{
    *delivery = (struct delivery){ .batch = batch, .lock = { -1 }, .arena = arena, .findings = findings };
    stop_catch();
    if (!batch->dry_run) {
        if (!lock_take(&delivery->lock, batch->output, arena, findings))
            return false;
        publish_clean(batch->output, 0);
    }
    manifest_read(&delivery->manifest, manifest_path(delivery), arena);
    return true;
}

/* A renderer knows the temporary file only; people know the file that was to appear. */
static void tell_by_name(struct findings *findings, size_t from, const struct publication *publication)
{
    for (size_t i = from; i < findings->count; i++) {
        struct finding *finding = &findings->items[i];
        if (text_equal(finding->place.file, publication->temporary))
            finding->place.file = publication->path;
        for (int arg = 0; arg < FINDING_ARGS; arg++)
            if (text_equal(finding->args[arg], publication->temporary))
                finding->args[arg] = publication->path;
    }
}

static void render(const struct delivery *delivery, const struct order *order, const struct report *report,
                   const struct renderer *renderer, struct made *made, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const char *name = arena_printf(arena, "%s/%s%s", order->folder, report->id, renderer->suffix);
    struct publication publication;
    struct render_context context = { delivery->metrics, delivery->data, arena, findings };
    if (!publish_open(&publication, arena_printf(arena, "%s/%s", delivery->batch->output, name), arena, findings))
        return;
    size_t before = findings->count;
    if (!renderer->render(report, publication.temporary, &context)) {
        tell_by_name(findings, before, &publication);
        publish_abandon(&publication);
        return;
    }
    struct made_file *file = ARENA_PUSH(arena, made->files, made->count, made->capacity);
    *file = (struct made_file){ name, publication.path, publication.temporary };
}

/* In the worker process. */
static char *make(void *context, size_t index, const struct worker *worker)
{
    (void)worker;
    const struct shift *shift = context;
    const struct order *order = shift->orders[index];
    const struct batch *batch = shift->delivery->batch;
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    struct made made = { 0 };
    const struct report *reports = NULL;
    size_t count = 0;
    if (order->compose(order, &reports, &count, &arena, &findings))
        for (size_t i = 0; i < count; i++)
            for (size_t f = 0; f < batch->format_count; f++)
                render(shift->delivery, order, &reports[i], renderer_find(batch->formats[f]), &made, &findings);
    char *text = transport_pack(&findings, &made);
    arena_release(&arena);
    return text;
}

static void record(struct delivery *delivery, const struct order *order, const struct made *made, bool remake)
{
    struct manifest_report report = { .name = order_name(order, delivery->arena), .program = delivery->program,
                                      .templates = delivery->templates, .options = order_options(delivery, order),
                                      .remake = remake };
    for (size_t i = 0; i < order->input_count; i++)
        if (order->inputs[i]) {
            struct manifest_entry *entry =
                ARENA_PUSH(delivery->arena, report.inputs.items, report.inputs.count, report.inputs.capacity);
            *entry = *order->inputs[i];
        }
    for (size_t i = 0; i < made->count; i++)
        if (!manifest_add(&report.outputs, made->files[i].name, made->files[i].path, delivery->arena, delivery->findings))
            report.remake = true;
    manifest_put(&delivery->manifest, &report, delivery->arena);
    manifest_write(&delivery->manifest, manifest_path(delivery), delivery->findings);
}

/* False if the answer cannot be read. */
static bool accept(struct delivery *delivery, const struct order *order, const char *text)
{
    struct made made = { 0 };
    size_t before = delivery->findings->count, published = 0;
    if (!transport_unpack(text, &made, delivery->arena, delivery->findings))
        return false;
    for (size_t i = 0; i < made.count; i++) {
        struct publication publication = { made.files[i].path, made.files[i].temporary };
        if (publish_commit(&publication, delivery->findings))
            made.files[published++] = made.files[i];
    }
    made.count = published;
    if (published)
        record(delivery, order, &made, delivery->findings->count != before);
    return true;
}

/* A folder of reports; nothing else is kept in it. */
static void clean_folder(const struct delivery *delivery, const struct order *order, long owner)
{
    publish_clean_below(arena_printf(delivery->arena, "%s/%s", delivery->batch->output, order->folder), owner);
}

static void tell_of_end(struct delivery *delivery, const struct order *order, const struct worker_answer *answer)
{
    const struct batch *batch = delivery->batch;
    const char *name = order_name(order, delivery->arena);
    struct place place = { arena_printf(delivery->arena, "%s/%s", batch->output, name), 0 };
    if (answer->end == WORKER_SLOW)
        finding_add(delivery->findings, FINDING_WORKER_SLOW, place, name,
                    arena_printf(delivery->arena, "%u", batch->seconds), NULL);
    else if (answer->end == WORKER_OUT_OF_MEMORY)
        finding_add(delivery->findings, FINDING_WORKER_MEMORY, place, name,
                    arena_printf(delivery->arena, "%u", batch->megabytes), NULL);
    else
        finding_add(delivery->findings, FINDING_WORKER_DIED, place, name, answer->how, answer->how, NULL);
}

/* The reports still to come are taken to be like those made. */
static long seconds_left(const struct shift *shift)
{
    return (worker_clock() - shift->started) * (long)(shift->count - shift->done) / (long)shift->done;
}

static void take_answer(void *context, const struct worker_answer *answer)
{
    struct shift *shift = context;
    struct delivery *delivery = shift->delivery;
    const struct order *order = shift->orders[answer->index];
    if (answer->end != WORKER_DONE || !accept(delivery, order, answer->text)) {
        if (answer->process)
            clean_folder(delivery, order, answer->process);
        tell_of_end(delivery, order, answer);
    }
    shift->done++;
    if (delivery->batch->progress)
        delivery->batch->progress(shift->done, shift->count, order_name(order, delivery->arena), seconds_left(shift));
}

static void say(struct delivery *delivery, const struct order *order, const struct reason *reason)
{
    const char *name = order_name(order, delivery->arena);
    finding_add(delivery->findings, FINDING_WOULD_MAKE, (struct place){ NULL, 0 }, name, reason->vi, reason->en, NULL);
}

/* Each folder once: orders of one folder stand together. */
static void clean_folders(const struct delivery *delivery, const struct order *orders, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (i == 0 || strcmp(orders[i - 1].folder, orders[i].folder) != 0)
            clean_folder(delivery, &orders[i], 0);
}

static void make_all(struct shift *shift)
{
    struct delivery *delivery = shift->delivery;
    const struct batch *batch = delivery->batch;
    struct worker_pool pool = { { batch->workers, batch->seconds, batch->megabytes }, "phuluc-worker", shift, make, take_answer };
    delivery->left += shift->count - workers_run(&pool, shift->count);
}

void deliver(struct delivery *delivery, const struct order *orders, size_t count)
{
    struct shift shift = { .delivery = delivery, .started = worker_clock() };
    if (delivery->trial)
        return;
    shift.orders = arena_alloc(delivery->arena, count, sizeof *shift.orders);
    if (!delivery->batch->dry_run)
        clean_folders(delivery, orders, count);
    for (size_t i = 0; i < count; i++) {
        struct reason reason;
        if (!order_reason(delivery, &orders[i], &reason))
            continue;
        if (delivery->batch->dry_run)
            say(delivery, &orders[i], &reason);
        else
            shift.orders[shift.count++] = &orders[i];
    }
    if (shift.count)
        make_all(&shift);
}

static void write_findings(struct delivery *delivery)
{
    struct listing listing = findings_listing(delivery->findings, delivery->batch->language, delivery->arena);
    const char *path = arena_printf(delivery->arena, "%s/findings.jsonl", delivery->batch->output);
    if (!publish_text(path, listing_print(&listing, LISTING_JSON), delivery->arena, delivery->findings))
        finding_add(delivery->findings, FINDING_FINDING_FILE_FAILED, (struct place){ path, 0 }, path, NULL);
}

static void tell_of_stop(struct delivery *delivery)
{
    static const struct place NOWHERE = { NULL, 0 };
    const char *number = arena_printf(delivery->arena, "%d", stop_signal());
    if (delivery->unread)
        finding_add(delivery->findings, FINDING_STOPPED_READING, NOWHERE, number, NULL);
    else
        finding_add(delivery->findings, FINDING_STOPPED, NOWHERE, number,
                    arena_printf(delivery->arena, "%zu", delivery->left), NULL);
}

void delivery_close(struct delivery *delivery)
{
    if (stop_signal())
        tell_of_stop(delivery);
    if (!delivery->batch->dry_run) {
        manifest_write(&delivery->manifest, manifest_path(delivery), delivery->findings);
        findings_sort(delivery->findings);
        write_findings(delivery);
    }
    findings_sort(delivery->findings);
    lock_release(&delivery->lock);
}
