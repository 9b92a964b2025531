#include "publish/merge_judge.h"

#include <dirent.h>

#include "publish/deliver_reason.h"

static int by_text(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Names in a folder but those with a dot in front, sorted. */
static struct manifest_names names_in(const char *folder, struct arena *arena)
{
    struct manifest_names names = { 0 };
    DIR *entries = opendir(folder);
    for (struct dirent *entry; entries && (entry = readdir(entries)) != NULL;)
        if (entry->d_name[0] != '.') {
            const char **added = ARENA_PUSH(arena, names.items, names.count, names.capacity);
            *added = arena_string(arena, entry->d_name);
        }
    if (entries)
        closedir(entries);
    if (names.count)
        qsort(names.items, names.count, sizeof *names.items, by_text);
    return names;
}

static const char *number_words(struct shard shard, struct arena *arena)
{
    return arena_printf(arena, "%u/%u", shard.number, shard.of);
}

/* Shards of two cuts in one scope: one of them is of an earlier attempt. False with a finding. */
static bool count_shards(unsigned *of, const char *folder, const struct manifest_names *names, struct arena *arena,
                         struct findings *findings)
{
    *of = 0;
    for (size_t i = 0; i < names->count; i++) {
        struct shard shard;
        if (!shard_parse(&shard, names->items[i], "-of-"))
            continue;
        if (*of && *of != shard.of) {
            finding_add(findings, FINDING_SHARDS_MIXED, (struct place){ folder, 0 }, arena_printf(arena, "%u", *of),
                        arena_printf(arena, "%u", shard.of), NULL);
            return false;
        }
        *of = shard.of;
    }
    return true;
}

static bool same(const char *a, const char *b)
{
    return strcmp(a, b) == 0;
}

static bool is_of_one_run(const struct shard_part *a, const struct shard_part *b)
{
    return same(a->program, b->program) && same(a->templates, b->templates) && same(a->work, b->work) &&
           same(a->base, b->base) && a->force == b->force;
}

/* Each file is the one that the shard made. */
static bool judge_files(const struct merge_part *part)
{
    const struct manifest *made = &part->outcome.made;
    bool whole = true;
    for (size_t i = 0; whole && i < made->count; i++)
        whole = manifest_outputs_stand(&made->reports[i], part->folder);
    return whole;
}

/* A folder that was copied under another shard's name has that other shard's reports. */
static bool is_shard(const struct shard_part *outcome, struct shard shard)
{
    return outcome->shard.number == shard.number && outcome->shard.of == shard.of;
}

/* True if the shard has ended well. */
static bool judge_shard(struct merge_parts *parts, const char *scope, const char *output, struct shard shard,
                        struct arena *arena, struct findings *findings)
{
    struct merge_part part = { .folder = shard_folder(output, scope, shard, arena), .scope = scope };
    enum shard_state state = shard_read(&part.outcome, part.folder, arena);
    if (state != SHARD_ENDED) {
        finding_add(findings, state == SHARD_DAMAGED ? FINDING_SHARD_DAMAGED : FINDING_SHARD_MISSING,
                    (struct place){ part.folder, 0 }, number_words(shard, arena), scope, NULL);
        return false;
    }
    if (!is_shard(&part.outcome, shard) || !judge_files(&part)) {
        finding_add(findings, FINDING_SHARD_DAMAGED, (struct place){ part.folder, 0 }, number_words(shard, arena), scope,
                    NULL);
        return false;
    }
    struct merge_part *added = ARENA_PUSH(arena, parts->items, parts->count, parts->capacity);
    *added = part;
    return true;
}

/* The first shard is what the others are compared with. */
static bool judge_together(const struct merge_parts *parts, size_t first, struct arena *arena, struct findings *findings)
{
    bool together = true;
    for (size_t i = first + 1; i < parts->count; i++)
        if (!is_of_one_run(&parts->items[first].outcome, &parts->items[i].outcome)) {
            finding_add(findings, FINDING_SHARD_DIFFERS, (struct place){ parts->items[i].folder, 0 },
                        number_words(parts->items[i].outcome.shard, arena),
                        number_words(parts->items[first].outcome.shard, arena), NULL);
            together = false;
        }
    return together;
}

static bool judge_scope(struct merge_parts *parts, const char *scope, const char *output, struct arena *arena,
                        struct findings *findings)
{
    const char *folder = arena_printf(arena, "%s/%s", shards_folder(output, arena), scope);
    struct manifest_names names = names_in(folder, arena);
    size_t first = parts->count;
    unsigned of;
    if (!count_shards(&of, folder, &names, arena, findings))
        return false;
    bool whole = true;
    for (unsigned number = 1; number <= of; number++)
        whole = judge_shard(parts, scope, output, (struct shard){ number, of }, arena, findings) && whole;
    return whole && judge_together(parts, first, arena, findings);
}

/* Whether the output folder's manifest has the report as the shard made it, wherever its files went. */
static bool is_recorded(const struct manifest *manifest, const struct manifest_report *made)
{
    const struct manifest_report *report = manifest_find(manifest, made->name);
    bool recorded = report && report->outputs.count == made->outputs.count && same(report->options, made->options) &&
                    same(report->program, made->program) && same(report->templates, made->templates);
    for (size_t i = 0; recorded && i < made->outputs.count; i++)
        recorded = same(report->outputs.items[i].digest, made->outputs.items[i].digest);
    return recorded;
}

/* A merge that was killed when all but the shards' folders was done. */
static bool is_merged(const struct merge_parts *parts, const struct manifest *issued)
{
    bool merged = true;
    for (size_t i = 0; merged && i < parts->count; i++)
        for (size_t r = 0; merged && r < parts->items[i].outcome.made.count; r++)
            merged = is_recorded(issued, &parts->items[i].outcome.made.reports[r]);
    return merged;
}

/* The shards judged what is to be made by what stood there when they began. */
static bool judge_base(const struct merge_parts *parts, const char *output, const struct manifest *issued,
                       struct arena *arena, struct findings *findings)
{
    const char *base = shard_base(output, arena);
    bool all = true;
    for (size_t i = 0; all && i < parts->count; i++)
        all = same(parts->items[i].outcome.base, base);
    if (all || is_merged(parts, issued))
        return true;
    finding_add(findings, FINDING_SHARDS_STALE, (struct place){ output, 0 }, NULL);
    return false;
}

/* Numbers of findings mean what they mean in the program that wrote them. */
static bool judge_program(const struct merge_parts *parts, struct arena *arena, struct findings *findings)
{
    const char *program = delivery_program(arena);
    for (size_t i = 0; i < parts->count; i++)
        if (!same(parts->items[i].outcome.program, program)) {
            finding_add(findings, FINDING_SHARDS_OF_OTHER_PROGRAM, (struct place){ parts->items[i].folder, 0 }, NULL);
            return false;
        }
    return true;
}

bool merge_judge(struct merge_parts *parts, const char *output, const struct manifest *issued, struct arena *arena,
                 struct findings *findings)
{
    struct manifest_names scopes = names_in(shards_folder(output, arena), arena);
    bool whole = true;
    for (size_t i = 0; i < scopes.count; i++)
        whole = judge_scope(parts, scopes.items[i], output, arena, findings) && whole;
    if (whole && !parts->count) {
        finding_add(findings, FINDING_NO_SHARDS, (struct place){ output, 0 }, NULL);
        return false;
    }
    return whole && judge_base(parts, output, issued, arena, findings) && judge_program(parts, arena, findings);
}
