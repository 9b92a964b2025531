#include "publish/keep.h"

#include <errno.h>
#include <unistd.h>

#include "base/text.h"
#include "publish/deliver_reason.h"
#include "publish/relay.h"

static void withhold(struct delivery *delivery, const char *report, const char *file, enum withheld_as what)
{
    struct withheld *added =
        ARENA_PUSH(delivery->arena, delivery->withheld, delivery->withheld_count, delivery->withheld_capacity);
    *added = (struct withheld){ file, report, what };
}

static bool has_name(const struct manifest_names *names, const char *path, struct arena *arena)
{
    const char *shown = utf8_shown(arena, path);
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i], shown) == 0)
            return true;
    return false;
}

void delivery_keep(struct delivery *delivery, struct manifest_report *report, const char *file)
{
    withhold(delivery, report->name, file, WITHHELD_KEPT);
    if (!report->kept_since)
        report->kept_since = delivery->day;
    if (!has_name(&report->kept_for, file, delivery->arena))
        manifest_add_name(&report->kept_for, file, delivery->arena);
    if (delivery->worker && !delivery->batch->dry_run) /* else the manifest is at hand */
        relay_report(delivery, report, false);
}

void delivery_gone(struct delivery *delivery, struct manifest_report *report)
{
    const char *since = report->gone_since;
    const char *input = report->inputs.count ? report->inputs.items[0].path : NULL;
    struct finding *finding = finding_add(delivery->findings, FINDING_OUTPUT_GONE, (struct place){ input, 0 }, report->name,
                                          delivery->batch->output, NULL);
    if (since)
        finding->accepted = arena_printf(
            delivery->arena, delivery->batch->language == LANGUAGE_EN ? "reported on %s" : "đã nêu ngày %s", since);
    else
        report->gone_since = delivery->day;
    if (!since && !delivery->batch->dry_run)
        relay_report(delivery, report, false);
}

static const char *file_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

static bool is_in_place_of(const struct manifest_entry *now, const struct manifest_entry *before, struct arena *arena)
{
    return strcmp(now->digest, before->digest) == 0 ||
           strcmp(file_name(utf8_shown(arena, now->path)), file_name(before->path)) == 0;
}

static bool is_replaced(const struct manifest_entry *entry, const struct order *order, struct arena *arena)
{
    for (size_t i = 0; i < order->input_count; i++)
        if (order->inputs[i] && is_in_place_of(order->inputs[i], entry, arena))
            return true;
    return false;
}

static bool is_gone(const struct manifest_entry *entry)
{
    return access(entry->path, F_OK) != 0 && errno == ENOENT;
}

void order_tell_gone_inputs(struct delivery *delivery, const struct order *order)
{
    const char *name = order_name(order, delivery->arena);
    const struct manifest_report *report = manifest_find(delivery_issued(delivery), name);
    for (size_t i = 0; report && i < report->inputs.count; i++) {
        const struct manifest_entry *entry = &report->inputs.items[i];
        if (!is_replaced(entry, order, delivery->arena) && is_gone(entry))
            withhold(delivery, name, entry->path, WITHHELD_GONE);
    }
}

void delivery_tell_gone_accepted(struct delivery *delivery, const struct manifest_list *files)
{
    const struct manifest_list *before = &delivery_issued(delivery)->accepted;
    struct manifest_list now = { 0 };
    for (size_t i = 0; i < files->count; i++)
        manifest_add_entry(&now, &files->items[i], delivery->arena);
    for (size_t i = 0; i < before->count; i++) {
        const struct manifest_entry *entry = &before->items[i];
        bool replaced = false;
        for (size_t k = 0; k < files->count; k++)
            replaced = replaced || is_in_place_of(&files->items[k], entry, delivery->arena);
        if (!replaced && is_gone(entry))
            finding_add(delivery->findings, FINDING_ACCEPTED_GONE, (struct place){ entry->path, 0 }, NULL);
        else if (!replaced)
            manifest_add_entry(&now, entry, delivery->arena);
    }
    if (!delivery->batch->dry_run)
        relay_accepted(delivery, &now);
}

bool order_is_withheld(struct delivery *delivery, const struct order *order)
{
    const struct manifest_names *missing = &order->missing;
    if (!missing->count)
        return false;
    const char *name = order_name(order, delivery->arena);
    struct manifest_report *report = manifest_find(delivery_issued(delivery), name);
    bool partial = delivery->batch->partial;
    if (report && !partial)
        report->kept_for = (struct manifest_names){ 0 };
    for (size_t i = 0; i < missing->count; i++)
        if (report && !partial)
            delivery_keep(delivery, report, missing->items[i]);
        else
            withhold(delivery, name, missing->items[i], partial ? WITHHELD_PARTIAL : WITHHELD_NOT_MADE);
    return !partial;
}
