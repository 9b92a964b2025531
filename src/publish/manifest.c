#include "publish/manifest.h"

#include <errno.h>
#include <jansson.h>

#include "base/file.h"
#include "base/text.h"
#include "publish/publish.h"

const char *manifest_path(const char *folder, struct arena *arena)
{
    return arena_printf(arena, "%s/manifest.json", folder);
}

bool manifest_entry_stands(const struct manifest_entry *entry, const char *folder)
{
    struct arena arena = ARENA_INIT;
    char digest[SHA256_TEXT_SIZE];
    bool same = digest_file(digest, arena_printf(&arena, "%s/%s", folder, entry->path)) == 0 &&
                strcmp(digest, entry->digest) == 0;
    arena_release(&arena);
    return same;
}

bool manifest_outputs_stand(const struct manifest_report *report, const char *folder)
{
    bool stand = true;
    for (size_t i = 0; stand && i < report->outputs.count; i++)
        stand = manifest_entry_stands(&report->outputs.items[i], folder);
    return stand;
}

const struct manifest_entry *manifest_entry_of(const struct manifest_list *list, const char *path)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->items[i].path, path) == 0)
            return &list->items[i];
    return NULL;
}

void manifest_add_entry(struct manifest_list *list, const struct manifest_entry *entry, struct arena *arena)
{
    struct manifest_entry *added = ARENA_PUSH(arena, list->items, list->count, list->capacity);
    *added = *entry;
}

void manifest_add_name(struct manifest_names *names, const char *path, struct arena *arena)
{
    const char **added = ARENA_PUSH(arena, names->items, names->count, names->capacity);
    *added = utf8_shown(arena, path);
}

bool manifest_same_names(const struct manifest_names *a, const struct manifest_names *b)
{
    bool same = a->count == b->count;
    for (size_t i = 0; same && i < a->count; i++)
        same = strcmp(a->items[i], b->items[i]) == 0;
    return same;
}

bool manifest_is_made_from(const struct manifest_report *report, const char *path, struct arena *arena)
{
    const char *shown = utf8_shown(arena, path);
    for (size_t i = 0; i < report->inputs.count; i++)
        if (strcmp(report->inputs.items[i].path, path) == 0 || strcmp(report->inputs.items[i].path, shown) == 0)
            return true;
    return false;
}

struct manifest_report *manifest_find(const struct manifest *manifest, const char *name)
{
    const size_t *place = map_find(&manifest->by_name, name);
    return place && *place ? &manifest->reports[*place - 1] : NULL;
}

void manifest_put(struct manifest *manifest, const struct manifest_report *report, struct arena *arena)
{
    if (!manifest->by_name.arena)
        manifest->by_name = map_of_texts(arena);
    size_t *place = map_at(&manifest->by_name, report->name);
    struct manifest_report *known = *place ? &manifest->reports[*place - 1] : NULL;
    if (!known) {
        known = ARENA_PUSH(arena, manifest->reports, manifest->count, manifest->capacity);
        *place = manifest->count;
    }
    *known = *report;
}

void manifest_remove(struct manifest *manifest, const char *name)
{
    struct manifest_report *report = manifest_find(manifest, name);
    if (!report)
        return;
    const struct manifest_report *last = &manifest->reports[--manifest->count];
    *map_at(&manifest->by_name, last->name) = (size_t)(report - manifest->reports) + 1;
    *map_at(&manifest->by_name, name) = 0;
    *report = *last;
}

static bool read_list(struct manifest_list *list, const json_t *array, struct arena *arena)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        const json_t *item = json_array_get(array, i);
        const char *path = json_string_value(json_object_get(item, "path"));
        const char *digest = json_string_value(json_object_get(item, "sha256"));
        if (!path || !digest || strlen(digest) >= SHA256_TEXT_SIZE)
            return false;
        struct manifest_entry *entry = ARENA_PUSH(arena, list->items, list->count, list->capacity);
        entry->path = arena_string(arena, path);
        memcpy(entry->digest, digest, strlen(digest) + 1);
    }
    return json_is_array(array);
}

/* What is no text is passed over. */
static void read_names(struct manifest_names *names, const json_t *array, struct arena *arena)
{
    for (size_t i = 0; i < json_array_size(array); i++) {
        const char *path = json_string_value(json_array_get(array, i));
        if (path)
            manifest_add_name(names, arena_string(arena, path), arena);
    }
}

static bool read_report(struct manifest_report *report, json_t *object, struct arena *arena)
{
    const char *name, *program, *templates, *options;
    int remake;
    json_t *inputs, *outputs;
    if (json_unpack(object, "{s:s, s:s, s:s, s:s, s:b, s:o, s:o}", "name", &name, "program", &program, "templates",
                    &templates, "options", &options, "remake", &remake, "inputs", &inputs, "outputs", &outputs) != 0)
        return false;
    *report = (struct manifest_report){ .name = arena_string(arena, name),
                                        .program = arena_string(arena, program),
                                        .templates = arena_string(arena, templates),
                                        .options = arena_string(arena, options),
                                        .remake = remake != 0 };
    const json_t *kept = json_object_get(object, "kept");
    report->kept_since = arena_string(arena, json_string_value(json_object_get(kept, "since")));
    read_names(&report->kept_for, json_object_get(kept, "for"), arena);
    read_names(&report->missing, json_object_get(object, "missing"), arena);
    report->gone_since = arena_string(arena, json_string_value(json_object_get(object, "gone")));
    (void)read_list(&report->earlier, json_object_get(object, "earlier"), arena);
    (void)read_list(&report->edited, json_object_get(object, "edited"), arena);
    return read_list(&report->inputs, inputs, arena) && read_list(&report->outputs, outputs, arena);
}

/* Whether there is a manifest that only this run cannot read. What is no file is none, as what is not there. */
static int error_of_open(int error)
{
    return error == ENOENT || error == ENOTDIR || error == EINVAL ? 0 : error;
}

int manifest_read(struct manifest *manifest, const char *path, struct arena *arena)
{
    FILE *file = file_open(path);
    int error = file ? 0 : error_of_open(errno);
    json_t *root = file ? json_loadf(file, JSON_REJECT_DUPLICATES, NULL) : NULL;
    if (file && ferror(file))
        error = EIO;
    if (file)
        (void)fclose(file); /* only read from */
    const json_t *reports = json_object_get(root, "reports");
    for (size_t i = 0; i < json_array_size(reports); i++) {
        struct manifest_report report;
        if (read_report(&report, json_array_get(reports, i), arena))
            manifest_put(manifest, &report, arena);
    }
    (void)read_list(&manifest->accepted, json_object_get(root, "accepted"), arena);
    json_decref(root);
    return error;
}

static json_t *list_json(const struct manifest_list *list, struct arena *arena)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_array_append_new(array, json_pack("{s:s, s:s}", "path", utf8_shown(arena, list->items[i].path), "sha256",
                                               list->items[i].digest));
    return array;
}

static json_t *names_json(const struct manifest_names *names)
{
    json_t *array = json_array();
    for (size_t i = 0; i < names->count; i++)
        json_array_append_new(array, json_string(names->items[i]));
    return array;
}

static json_t *report_json(const struct manifest_report *report, struct arena *arena)
{
    json_t *kept = report->kept_since
                       ? json_pack("{s:s, s:o}", "since", report->kept_since, "for", names_json(&report->kept_for))
                       : NULL;
    return json_pack("{s:s, s:s, s:s, s:s, s:b, s:o, s:o, s:o*, s:o*, s:s*, s:o*, s:o*}", "name", report->name, "program",
                     report->program, "templates", report->templates, "options", report->options, "remake",
                     (int)report->remake, "inputs", list_json(&report->inputs, arena), "outputs",
                     list_json(&report->outputs, arena), "kept", kept, "missing",
                     report->missing.count ? names_json(&report->missing) : NULL, "gone", report->gone_since, "earlier",
                     report->earlier.count ? list_json(&report->earlier, arena) : NULL, "edited",
                     report->edited.count ? list_json(&report->edited, arena) : NULL);
}

static int by_name(const void *a, const void *b)
{
    const struct manifest_report *const *left = a, *const *right = b;
    return strcmp((*left)->name, (*right)->name);
}

/* The reports stay where they are: they are found by their places. */
static const struct manifest_report **sorted_reports(const struct manifest *manifest, struct arena *arena)
{
    const struct manifest_report **sorted = arena_alloc(arena, manifest->count, sizeof *sorted);
    for (size_t i = 0; i < manifest->count; i++)
        sorted[i] = &manifest->reports[i];
    if (manifest->count)
        qsort(sorted, manifest->count, sizeof *sorted, by_name);
    return sorted;
}

const char *manifest_text(const struct manifest *manifest, struct arena *arena)
{
    json_t *reports = json_array();
    const struct manifest_report **sorted = sorted_reports(manifest, arena);
    for (size_t i = 0; i < manifest->count; i++)
        json_array_append_new(reports, report_json(sorted[i], arena));
    json_t *root =
        json_pack("{s:s, s:o, s:o*}", "program", "phuluc " PHULUC_VERSION, "reports", reports, "accepted",
                  manifest->accepted.count ? list_json(&manifest->accepted, arena) : NULL);
    char *json = json_dumps(root, JSON_INDENT(2) | JSON_SORT_KEYS);
    json_decref(root);
    const char *text = arena_printf(arena, "%s\n", json ? json : "{}");
    free(json);
    return text;
}

/* Has an arena of its own: it would fill the arena of the run. */
bool manifest_write(const struct manifest *manifest, const char *path, struct findings *findings)
{
    struct arena arena = ARENA_INIT;
    bool ok = publish_text(path, manifest_text(manifest, &arena), &arena, findings);
    arena_release(&arena);
    return ok;
}
