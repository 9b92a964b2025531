#include "publish/merge.h"

#include <stdio.h>

#include "publish/landing.h"
#include "publish/merge_judge.h"
#include "publish/publish.h"
#include "publish/stop.h"

/* A second name of the shard's file, which stays until all is done; a copy on a disk that knows no second names. */
static bool take_file(struct made *made, const struct merge_part *part, const struct manifest_entry *entry,
                      struct delivery *delivery)
{
    struct arena *arena = delivery->arena;
    struct publication publication;
    const char *from = arena_printf(arena, "%s/%s", part->folder, entry->path);
    if (!publish_open(&publication, arena_printf(arena, "%s/%s", delivery->folder, entry->path), arena, delivery->findings))
        return false;
    int error = publish_second_name(from, publication.temporary);
    if (error) {
        finding_errno(delivery->findings, FINDING_WRITE_FAILED, (struct place){ publication.path, 0 }, error);
        return false;
    }
    struct made_file *file = ARENA_PUSH(arena, made->files, made->count, made->capacity);
    *file = (struct made_file){ entry->path, publication.path, publication.temporary };
    return true;
}

/* All files of the report or none, as in a run. False if one could not be taken or put in its place. */
static bool publish_report(struct delivery *delivery, const struct merge_part *part, const struct manifest_report *report)
{
    struct made made = { 0 };
    bool whole = true;
    for (size_t i = 0; whole && i < report->outputs.count; i++)
        whole = take_file(&made, part, &report->outputs.items[i], delivery);
    if (!whole) {
        landing_abandon(&made);
        return false;
    }
    struct arrival arrival = { .before = manifest_find(&delivery->manifest, report->name), .made = &made };
    landing_publish(delivery, &arrival, 1);
    size_t taken = made.count, count = arrival.count;
    landing_abandon(&made); /* renaming one of two names of a file onto the other leaves both */
    struct manifest_report now = *report;
    now.outputs = (struct manifest_list){ 0 };
    now.remake = report->remake || arrival.troubled;
    landing_record(delivery, &arrival, &now);
    if (count)
        manifest_put(&delivery->manifest, &now, delivery->arena);
    landing_tell(delivery, &arrival);
    delivery->made += count > 0;
    return count == taken;
}

/* Removes what a merge that was killed left in the folders of reports: "annex" of "annex/x". */
static void clean_folders(const struct delivery *delivery, const struct merge_part *part)
{
    const struct manifest *made = &part->outcome.made;
    size_t cleaned = 0;
    for (size_t i = 0; i < made->count; i++) {
        const char *name = made->reports[i].name;
        size_t length = strcspn(name, "/");
        if (i && cleaned == length && strncmp(made->reports[i - 1].name, name, length) == 0)
            continue;
        cleaned = length;
        publish_clean_below(arena_printf(delivery->arena, "%s/%.*s", delivery->folder, (int)length, name), 0);
    }
}

static bool publish_part(struct delivery *delivery, const struct merge_part *part)
{
    const struct batch *told = delivery->batch;
    struct batch batch = *told;
    bool whole = true;
    batch.force = part->outcome.force;
    delivery->batch = &batch;
    clean_folders(delivery, part);
    findings_append(delivery->findings, &part->outcome.found);
    delivery->manifest.accepted = part->outcome.made.accepted;
    for (size_t i = 0; i < part->outcome.changed.count; i++)
        manifest_put(&delivery->manifest, &part->outcome.changed.reports[i], delivery->arena);
    for (size_t i = 0; whole && i < part->outcome.made.count && !stop_signal(); i++)
        whole = publish_report(delivery, part, &part->outcome.made.reports[i]);
    delivery->batch = told;
    return whole && !stop_signal();
}

static void say(struct delivery *delivery, const struct merge_part *part)
{
    const struct shard *shard = &part->outcome.shard;
    for (size_t i = 0; i < part->outcome.made.count; i++)
        finding_add(delivery->findings, FINDING_WOULD_MAKE, (struct place){ NULL, 0 }, part->outcome.made.reports[i].name,
                    arena_printf(delivery->arena, "phần %u/%u đã lập", shard->number, shard->of),
                    arena_printf(delivery->arena, "shard %u/%u has made it", shard->number, shard->of), NULL);
}

/*
 * The folders get another name before they are removed: what is left of them after a kill is no shard of the next run.
 */
static void remove_parts(const struct delivery *delivery)
{
    const char *from = shards_folder(delivery->folder, delivery->arena);
    const char *away = arena_printf(delivery->arena, "%s.merged", from);
    publish_remove_tree(away);
    if (rename(from, away) == 0)
        publish_remove_tree(away);
}

static void publish_all(struct delivery *delivery, const struct merge_parts *parts)
{
    bool dry_run = delivery->batch->dry_run, whole = true;
    for (size_t i = 0; i < parts->count; i++)
        delivery->unchanged += parts->items[i].outcome.unchanged;
    for (size_t i = 0; whole && i < parts->count; i++)
        if (dry_run)
            say(delivery, &parts->items[i]);
        else
            whole = publish_part(delivery, &parts->items[i]);
    for (size_t i = 0; !whole && i < parts->count; i++)
        delivery->left += parts->items[i].outcome.made.count;
    delivery->left -= whole ? 0 : delivery->made;
    delivery->unread = false;
    if (whole) {
        delivery_close(delivery);
        if (!dry_run && delivery->findings_path)
            remove_parts(delivery);
    } else {
        delivery_abandon(delivery);
    }
}

struct merged merge_shards(const struct batch *batch, struct arena *arena, struct findings *findings)
{
    struct delivery delivery;
    struct merge_parts parts = { 0 };
    if (!delivery_open(&delivery, batch, "", arena, findings))
        return (struct merged){ 0 };
    if (merge_judge(&parts, batch->output, &delivery.manifest, arena, findings))
        publish_all(&delivery, &parts);
    else
        delivery_abandon(&delivery);
    return (struct merged){ delivery.made, delivery.unchanged, delivery.findings_path };
}
