#include "publish/relay.h"

#include "publish/publish.h"
#include "publish/worker.h"

void relay_findings(struct delivery *delivery)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    transport_add_findings(&fields, delivery->findings, delivery->told);
    worker_send(delivery->worker, RECORD_FINDINGS, &fields);
    delivery->told = delivery->findings->count;
    arena_release(&arena);
}

void relay_orders(const struct delivery *delivery, const struct order *const *orders, size_t count, size_t unchanged)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    record_add_number(&fields, (int64_t)unchanged);
    record_add_number(&fields, (int64_t)count);
    for (size_t i = 0; i < count; i++)
        record_add_text(&fields, orders[i]->folder);
    worker_send(delivery->worker, RECORD_ORDERS, &fields);
    arena_release(&arena);
}

void relay_reading(const struct delivery *delivery, size_t done, size_t count)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    record_add_number(&fields, (int64_t)done);
    record_add_number(&fields, (int64_t)count);
    worker_send(delivery->worker, RECORD_READING, &fields);
    arena_release(&arena);
}

void relay_report(const struct delivery *delivery, const struct manifest_report *report, bool made)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    record_add_number(&fields, made);
    transport_add_report(&fields, report);
    worker_send(delivery->worker, RECORD_REPORT, &fields);
    arena_release(&arena);
}

void relay_accepted(const struct delivery *delivery, const struct manifest_list *files)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    transport_add_list(&fields, files);
    worker_send(delivery->worker, RECORD_ACCEPTED, &fields);
    arena_release(&arena);
}

void relay_progress(const struct delivery *delivery, size_t done, size_t count, const char *name, long seconds_left)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    record_add_number(&fields, (int64_t)done);
    record_add_number(&fields, (int64_t)count);
    record_add_text(&fields, name);
    record_add_number(&fields, seconds_left);
    worker_send(delivery->worker, RECORD_PROGRESS, &fields);
    arena_release(&arena);
}

void relay_work(const struct delivery *delivery)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    char digest[SHA256_TEXT_SIZE];
    digest_text(digest, text_str(&delivery->shard->work));
    record_add_text(&fields, digest);
    worker_send(delivery->worker, RECORD_WORK, &fields);
    arena_release(&arena);
}

static void take_orders(struct delivery *delivery, struct record_reader *reader)
{
    delivery->unchanged += (size_t)record_number(reader);
    size_t count = record_count(reader);
    delivery->unread = false;
    delivery->left += count;
    for (size_t i = 0; i < count && !reader->short_of; i++) {
        const char *folder = record_text(reader, delivery->arena);
        size_t last = delivery->folder_count;
        if (!folder || (last && strcmp(delivery->folders[last - 1], folder) == 0))
            continue;
        const char **added =
            ARENA_PUSH(delivery->arena, delivery->folders, delivery->folder_count, delivery->folder_capacity);
        *added = folder;
    }
}

static void take_report(struct delivery *delivery, struct record_reader *reader)
{
    struct manifest_report report;
    bool made = record_number(reader) != 0;
    if (!transport_read_report(reader, &report, delivery->arena))
        return;
    delivery->made += made;
    if (delivery->shard)
        manifest_put(made ? &delivery->shard->part.made : &delivery->shard->part.changed, &report, delivery->arena);
    if (delivery->shard && !made)
        return; /* the entry is the output folder's */
    manifest_put(&delivery->manifest, &report, delivery->arena);
    if (worker_clock() != delivery->manifest_written) {
        delivery_write_manifest(delivery);
        delivery->manifest_written = worker_clock();
    }
}

static void take_accepted(struct delivery *delivery, struct record_reader *reader)
{
    struct manifest_list files = { 0 };
    transport_read_list(reader, &files, delivery->arena);
    if (reader->short_of)
        return;
    if (delivery->shard)
        delivery->shard->part.made.accepted = files;
    else
        delivery->manifest.accepted = files;
}

static void take_progress(struct delivery *delivery, struct record_reader *reader)
{
    size_t done = (size_t)record_number(reader), count = (size_t)record_number(reader);
    const char *name = record_text(reader, delivery->arena);
    long seconds_left = (long)record_number(reader);
    if (reader->short_of || !name)
        return;
    delivery->left -= delivery->left > 0;
    if (delivery->batch->progress)
        delivery->batch->progress(done, count, name, seconds_left);
}

static void take_reading(struct delivery *delivery, struct record_reader *reader)
{
    size_t done = (size_t)record_number(reader), count = (size_t)record_number(reader);
    if (!reader->short_of && delivery->batch->reading)
        delivery->batch->reading(done, count);
}

static void take_work(struct delivery *delivery, struct record_reader *reader)
{
    if (delivery->shard)
        delivery->shard->part.work = record_text(reader, delivery->arena);
}

void relay_take(struct delivery *delivery, const struct record *record)
{
    struct record_reader reader = record_reader_of(record);
    switch (record->kind) {
    case RECORD_FINDINGS: (void)!transport_read_findings(&reader, delivery->findings); break;
    case RECORD_ORDERS: take_orders(delivery, &reader); break;
    case RECORD_REPORT: take_report(delivery, &reader); break;
    case RECORD_ACCEPTED: take_accepted(delivery, &reader); break;
    case RECORD_READING: take_reading(delivery, &reader); break;
    case RECORD_WORK: take_work(delivery, &reader); break;
    case RECORD_PROGRESS: take_progress(delivery, &reader); break;
    default: break;
    }
}
