#include "publish/deliver.h"

#include "base/text.h"
#include "publish/deliver_reason.h"
#include "publish/keep.h"
#include "publish/landing.h"
#include "publish/publish.h"
#include "render/renderer.h"
#include "report/listing.h"
#include "report/reading.h"
#include "publish/relay.h"
#include "publish/stop.h"
#include "publish/worker.h"

/* The orders of one call that are really made. */
struct shift {
    struct delivery *delivery;
    const struct order **orders;
    struct reply {
        struct findings findings;
        struct made made;
        bool whole;
    } * replies; /* of their workers */
    size_t count, done;
    size_t *waiting, waiting_count; /* whose files wait to be put in their places */
    long started;
};

struct manifest *delivery_issued(struct delivery *delivery)
{
    return delivery->shard ? &delivery->shard->issued : &delivery->manifest;
}

static void release_locks(struct delivery *delivery)
{
    lock_release(&delivery->lock);
    lock_release(&delivery->beside);
}

/* The locks of what it works in, and nothing left there of a run that was killed. */
static bool take_folder(struct delivery *delivery)
{
    const struct batch *batch = delivery->batch;
    if (batch->dry_run)
        return true;
    if (delivery->shard &&
        !lock_take(&delivery->beside, batch->output, LOCK_BESIDE_SHARDS, batch->wait, delivery->arena, delivery->findings))
        return false;
    if (!lock_take(&delivery->lock, delivery->folder, LOCK_ALONE, batch->wait, delivery->arena, delivery->findings))
        return false;
    publish_clean(delivery->folder, 0);
    if (delivery->shard)
        shard_begin(delivery->folder, delivery->arena);
    return true;
}

static bool read_manifest(struct delivery *delivery, struct manifest *manifest, const char *folder)
{
    const char *path = manifest_path(folder, delivery->arena);
    int error = manifest_read(manifest, path, delivery->arena);
    if (error)
        finding_errno(delivery->findings, FINDING_MANIFEST_UNREADABLE, (struct place){ path, 0 }, error);
    return !error;
}

static void set_folder(struct delivery *delivery, const char *scope)
{
    const struct batch *batch = delivery->batch;
    delivery->folder = batch->output;
    if (!batch->shard.of)
        return;
    delivery->folder = shard_folder(batch->output, scope, batch->shard, delivery->arena);
    delivery->shard = arena_alloc(delivery->arena, 1, sizeof *delivery->shard);
    delivery->shard->part = (struct shard_part){ .shard = batch->shard, .force = batch->force };
    delivery->shard->work = text_in(delivery->arena);
}

bool delivery_open(struct delivery *delivery, const struct batch *batch, const char *scope, struct arena *arena,
                   struct findings *findings)
{
    *delivery = (struct delivery){ .batch = batch,
                                   .lock = { -1 },
                                   .beside = { -1 },
                                   .unread = true,
                                   .arena = arena,
                                   .findings = findings };
    stop_catch();
    set_folder(delivery, scope);
    bool open = take_folder(delivery) && read_manifest(delivery, &delivery->manifest, delivery->folder);
    if (open && delivery->shard) {
        delivery->shard->part.base = shard_base(batch->output, arena);
        open = read_manifest(delivery, &delivery->shard->issued, batch->output);
    }
    if (open)
        landing_read_notes(delivery);
    else
        release_locks(delivery);
    return open;
}

/* In memory of its own: what is drawn is in the file. */
static bool draw(const struct delivery *delivery, const struct order *order, const struct report *report,
                 const struct renderer *renderer, const char *path, const char *final, struct findings *findings)
{
    struct arena arena = ARENA_INIT;
    struct render_context context = { delivery->metrics, delivery->data, &arena, findings, final };
    bool drawn;
    if (renderer && report) {
        struct report shown = renderer->lists ? *report : report_for_reading(report, delivery->metrics, &arena);
        drawn = renderer->render(&shown, path, &context);
    } else {
        drawn = order->write(order, path, &context);
    }
    arena_release(&arena);
    return drawn;
}

/* A file of an order: a report drawn by a renderer, or what the order writes itself (report and renderer are NULL then). */
static bool make_file(const struct delivery *delivery, const struct order *order, const struct report *report,
                      const struct renderer *renderer, struct made *made, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const char *name = arena_printf(arena, "%s/%s%s", order->folder, report ? report->id : order->id,
                                    renderer ? renderer->suffix : order->suffix);
    struct publication publication;
    if (!publish_open(&publication, arena_printf(arena, "%s/%s", delivery->folder, name), arena, findings))
        return false;
    const char *final = arena_printf(arena, "%s/%s", delivery->batch->output, name);
    if (!draw(delivery, order, report, renderer, publication.temporary, final, findings)) {
        publish_abandon(&publication);
        return false;
    }
    publish_begin_flush(&publication);
    struct made_file *file = ARENA_PUSH(arena, made->files, made->count, made->capacity);
    *file = (struct made_file){ name, publication.path, publication.temporary };
    return true;
}

/* Each report in each format. */
static bool make_reports(const struct delivery *delivery, const struct order *order, struct made *made,
                         struct findings *findings)
{
    const struct batch *batch = delivery->batch;
    const struct report *reports = NULL;
    size_t count = 0;
    bool whole = true;
    if (!order->compose(order, &reports, &count, findings->arena, findings))
        return true; /* nothing is made, and a finding says why */
    for (size_t i = 0; i < count; i++)
        for (size_t f = 0; f < batch->format_count; f++)
            whole = make_file(delivery, order, &reports[i], renderer_find(batch->formats[f]), made, findings) && whole;
    return whole;
}

/* In the worker process. */
static void make(void *context, size_t index, const struct worker *worker)
{
    const struct shift *shift = context;
    const struct order *order = shift->orders[index];
    struct arena arena = ARENA_INIT;
    struct findings findings = findings_in(&arena);
    struct made made = { 0 };
    bool whole = order->write ? make_file(shift->delivery, order, NULL, NULL, &made, &findings)
                              : make_reports(shift->delivery, order, &made, &findings);
    if (!whole)
        landing_abandon(&made);
    struct text fields = text_in(&arena);
    transport_add_findings(&fields, &findings, 0);
    transport_add_made(&fields, &made);
    worker_send(worker, RECORD_MADE, &fields);
    arena_release(&arena);
}

static void take_answer(void *context, size_t index, const struct record *record)
{
    struct shift *shift = context;
    struct reply *reply = &shift->replies[index];
    struct record_reader reader = record_reader_of(record);
    *reply = (struct reply){ .findings = findings_in(shift->delivery->arena) };
    reply->whole = record->kind == RECORD_MADE && transport_read_findings(&reader, &reply->findings) &&
                   transport_read_made(&reader, &reply->made, shift->delivery->arena);
}

bool delivery_write_manifest(struct delivery *delivery)
{
    struct arena arena = ARENA_INIT;
    char digest[SHA256_TEXT_SIZE];
    const char *path = manifest_path(delivery->folder, delivery->arena); /* findings keep it */
    const char *text = manifest_text(&delivery->manifest, &arena);
    digest_text(digest, text);
    bool stands = strcmp(digest, delivery->manifest_digest) == 0;
    if (!stands && publish_text(path, text, &arena, delivery->findings)) {
        memcpy(delivery->manifest_digest, digest, sizeof digest);
        stands = true;
    }
    arena_release(&arena);
    return stands;
}

static void record(struct delivery *delivery, const struct order *order, const struct arrival *arrival, bool remake)
{
    struct manifest_report report = { .name = order_name(order, delivery->arena),
                                      .program = delivery->program,
                                      .templates = delivery->templates,
                                      .options = order_options(delivery, order),
                                      .remake = remake,
                                      .missing = order_missing(order, delivery->arena) };
    for (size_t i = 0; i < order->input_count; i++)
        if (order->inputs[i]) {
            struct manifest_entry *entry =
                ARENA_PUSH(delivery->arena, report.inputs.items, report.inputs.count, report.inputs.capacity);
            *entry = *order->inputs[i];
        }
    landing_record(delivery, arrival, &report);
    relay_report(delivery, &report, true);
}

static void accept(struct delivery *delivery, const struct order *order, const struct reply *reply,
                   const struct arrival *arrival)
{
    if (arrival->count)
        record(delivery, order, arrival, reply->findings.count || arrival->troubled);
    landing_tell(delivery, arrival);
}

/* A folder of reports; nothing else is kept in it. */
static void clean_folder(const struct delivery *delivery, const struct order *order, long owner)
{
    publish_clean_below(arena_printf(delivery->arena, "%s/%s", delivery->folder, order->folder), owner);
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
        finding_add(delivery->findings, FINDING_WORKER_DIED, place, name, worker_how(answer, LANGUAGE_VI),
                    worker_how(answer, LANGUAGE_EN), NULL);
}

/* The reports still to come are taken to be like those made. */
static long seconds_left(const struct shift *shift)
{
    return (worker_clock() - shift->started) * (long)(shift->count - shift->done) / (long)shift->done;
}

static void finish(struct shift *shift, const struct order *order)
{
    struct delivery *delivery = shift->delivery;
    shift->done++;
    relay_findings(delivery);
    relay_progress(delivery, shift->done, shift->count, order_name(order, delivery->arena), seconds_left(shift));
}

static void land(struct shift *shift, const size_t *pieces, size_t count)
{
    struct delivery *delivery = shift->delivery;
    struct arrival *arrivals = arena_alloc(delivery->arena, count, sizeof *arrivals);
    for (size_t i = 0; i < count; i++) {
        struct reply *reply = &shift->replies[pieces[i]];
        const char *name = order_name(shift->orders[pieces[i]], delivery->arena);
        arrivals[i] = (struct arrival){ .before = manifest_find(&delivery->manifest, name), .made = &reply->made };
        findings_append(delivery->findings, &reply->findings);
    }
    landing_publish(delivery, arrivals, count);
    for (size_t i = 0; i < count; i++) {
        const struct order *order = shift->orders[pieces[i]];
        accept(delivery, order, &shift->replies[pieces[i]], &arrivals[i]);
        finish(shift, order);
    }
}

/* A few at a time: until they are recorded, whoever waits hears nothing, and a kill leaves only notes of them. */
static void land_all(void *context)
{
    enum { AT_ONCE = 8 };
    struct shift *shift = context;
    for (size_t i = 0; i < shift->waiting_count; i += AT_ONCE) {
        size_t left = shift->waiting_count - i;
        land(shift, shift->waiting + i, left < AT_ONCE ? left : AT_ONCE);
    }
    shift->waiting_count = 0;
}

static void take_end(void *context, const struct worker_answer *answer)
{
    struct shift *shift = context;
    struct delivery *delivery = shift->delivery;
    const struct order *order = shift->orders[answer->index];
    if (answer->end == WORKER_DONE && shift->replies[answer->index].whole) {
        shift->waiting[shift->waiting_count++] = answer->index;
        return;
    }
    if (answer->process)
        clean_folder(delivery, order, answer->process);
    tell_of_end(delivery, order, answer);
    finish(shift, order);
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

/* Else each of several workers would make it for itself. */
static void prepare_renderers(const struct delivery *delivery)
{
    const struct batch *batch = delivery->batch;
    for (size_t f = 0; f < batch->format_count; f++) {
        const struct renderer *renderer = renderer_find(batch->formats[f]);
        if (renderer->prepare)
            renderer->prepare(delivery->metrics);
    }
}

/* False if a stop signal kept some from being made. */
static bool make_all(struct shift *shift)
{
    struct delivery *delivery = shift->delivery;
    const struct batch *batch = delivery->batch;
    struct worker_pool pool = { .limits = { batch->workers, batch->seconds, batch->megabytes },
                                .name = "phuluc-worker",
                                .context = shift,
                                .work = make,
                                .take = take_answer,
                                .ended = take_end,
                                .put_away = land_all };
    if (shift->count > 1)
        prepare_renderers(delivery);
    size_t left = shift->count - workers_run(&pool, shift->count);
    delivery->left += left;
    return !left;
}

/* What was kept before, or was gone, and need not be made again after all, is up to date. */
static void leave(struct delivery *delivery, const struct order *order)
{
    struct manifest_report *report = manifest_find(&delivery->manifest, order_name(order, delivery->arena));
    if (report)
        landing_tell_known(delivery, report);
    if (!report || (!report->kept_since && !report->gone_since) || delivery->batch->dry_run)
        return;
    report->kept_since = report->gone_since = NULL;
    report->kept_for = (struct manifest_names){ 0 };
    relay_report(delivery, report, false);
}

/* What a shard did before it was killed is done; it is told again, for its outcome. */
static bool is_staged(struct delivery *delivery, const struct order *order)
{
    struct reason reason;
    if (!delivery->shard || order_reason(delivery, order, &reason))
        return false;
    if (!delivery->batch->dry_run)
        relay_report(delivery, manifest_find(&delivery->manifest, order_name(order, delivery->arena)), true);
    return true;
}

static bool is_up_to_date(struct delivery *delivery, const struct order *order, struct reason *reason)
{
    struct delivery whole = *delivery; /* as it is for the output folder */
    whole.folder = delivery->batch->output;
    whole.manifest = *delivery_issued(delivery);
    if (order_reason(&whole, order, reason))
        return false;
    leave(&whole, order);
    return true;
}

/* Reports go to the shards in turn; each shard knows of all, so that the run is known by them. */
static bool take_turn(struct delivery *delivery, const struct order *order)
{
    struct shard_run *shard = delivery->shard;
    if (!shard)
        return true;
    text_addf(&shard->work, "%s\n%s\n", order_name(order, delivery->arena), order_options(delivery, order));
    for (size_t i = 0; i < order->input_count; i++)
        text_addf(&shard->work, "%s\n", order->inputs[i] ? order->inputs[i]->digest : "-");
    return shard->ordered++ % shard->part.shard.of == shard->part.shard.number - 1;
}

void deliver(struct delivery *delivery, const struct order *orders, size_t count)
{
    struct shift shift = { .delivery = delivery, .started = worker_clock() };
    shift.orders = arena_alloc(delivery->arena, count, sizeof *shift.orders);
    shift.replies = arena_alloc(delivery->arena, count, sizeof *shift.replies);
    shift.waiting = arena_alloc(delivery->arena, count, sizeof *shift.waiting);
    size_t unchanged = 0;
    if (!delivery->batch->dry_run)
        clean_folders(delivery, orders, count);
    for (size_t i = 0; i < count; i++) {
        struct reason reason;
        bool own = take_turn(delivery, &orders[i]);
        if (order_is_withheld(delivery, &orders[i]) || !own || is_staged(delivery, &orders[i]))
            continue;
        if (is_up_to_date(delivery, &orders[i], &reason)) {
            unchanged++;
            continue;
        }
        order_tell_gone_inputs(delivery, &orders[i]);
        if (delivery->batch->dry_run)
            say(delivery, &orders[i], &reason);
        else
            shift.orders[shift.count++] = &orders[i];
    }
    relay_findings(delivery);
    relay_orders(delivery, shift.orders, shift.count, unchanged);
    /* What a worker was at when it was stopped. */
    if (shift.count && !make_all(&shift))
        clean_folders(delivery, orders, count);
}

void delivery_clean(const struct delivery *delivery)
{
    for (size_t i = 0; i < delivery->folder_count; i++)
        publish_clean_below(arena_printf(delivery->arena, "%s/%s", delivery->folder, delivery->folders[i]), 0);
}

static void write_findings(struct delivery *delivery)
{
    struct listing listing = findings_listing(delivery->findings, delivery->batch->language, delivery->arena);
    const char *path = arena_printf(delivery->arena, "%s/findings.jsonl", delivery->folder);
    if (publish_text(path, listing_print(&listing, LISTING_JSON), delivery->arena, delivery->findings))
        delivery->findings_path = path;
    else
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

void delivery_abandon(struct delivery *delivery)
{
    if (stop_signal())
        tell_of_stop(delivery);
    findings_sort(delivery->findings);
    release_locks(delivery);
}

/* One that was stopped, or could not read its inputs, has no outcome: it is to be run again. */
static void end_shard(struct delivery *delivery)
{
    if (!delivery->shard || !delivery->shard->part.work || stop_signal() || delivery->batch->dry_run)
        return;
    delivery->shard->part.program = delivery->program;
    delivery->shard->part.templates = delivery->templates;
    delivery->shard->part.unchanged = delivery->unchanged;
    (void)!shard_write(&delivery->shard->part, delivery->folder, delivery->findings); /* that it failed is told */
}

void delivery_close(struct delivery *delivery)
{
    if (stop_signal())
        tell_of_stop(delivery);
    if (!delivery->batch->dry_run) {
        if (delivery_write_manifest(delivery) && !delivery->broken)
            landing_remove_notes(delivery);
        findings_sort(delivery->findings);
        write_findings(delivery);
    }
    findings_sort(delivery->findings);
    end_shard(delivery);
    release_locks(delivery);
}
