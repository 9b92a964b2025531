#include "publish/manifest.h"

#include <jansson.h>

#include "base/text.h"
#include "publish/publish.h"

bool manifest_add(struct manifest_list *list, const char *name, const char *path, struct arena *arena,
                  struct findings *findings)
{
    struct manifest_entry entry = { .path = name };
    if (!digest_file(entry.digest, path, findings))
        return false;
    struct manifest_entry *added = ARENA_PUSH(arena, list->items, list->count, list->capacity);
    *added = entry;
    return true;
}

struct manifest_report *manifest_find(const struct manifest *manifest, const char *name)
{
    for (size_t i = 0; i < manifest->count; i++)
        if (strcmp(manifest->reports[i].name, name) == 0)
            return &manifest->reports[i];
    return NULL;
}

void manifest_put(struct manifest *manifest, const struct manifest_report *report, struct arena *arena)
{
    struct manifest_report *place = manifest_find(manifest, report->name);
    if (!place)
        place = ARENA_PUSH(arena, manifest->reports, manifest->count, manifest->capacity);
    *place = *report;
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

static bool read_report(struct manifest_report *report, json_t *object, struct arena *arena)
{
    const char *name, *program, *templates, *options;
    int remake;
    json_t *inputs, *outputs;
    if (json_unpack(object, "{s:s, s:s, s:s, s:s, s:b, s:o, s:o}", "name", &name, "program", &program, "templates",
                    &templates, "options", &options, "remake", &remake, "inputs", &inputs, "outputs", &outputs) != 0)
        return false;
    *report = (struct manifest_report){ .name = arena_string(arena, name), .program = arena_string(arena, program),
                                        .templates = arena_string(arena, templates),
                                        .options = arena_string(arena, options), .remake = remake != 0 };
    return read_list(&report->inputs, inputs, arena) && read_list(&report->outputs, outputs, arena);
}

void manifest_read(struct manifest *manifest, const char *path, struct arena *arena)
{
    json_t *root = json_load_file(path, JSON_REJECT_DUPLICATES, NULL);
    const json_t *reports = json_object_get(root, "reports");
    manifest->tried = arena_string(arena, json_string_value(json_object_get(root, "tried")));
    for (size_t i = 0; i < json_array_size(reports); i++) {
        struct manifest_report report;
        if (read_report(&report, json_array_get(reports, i), arena))
            manifest_put(manifest, &report, arena);
    }
    json_decref(root);
}

static json_t *list_json(const struct manifest_list *list, struct arena *arena)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_array_append_new(array, json_pack("{s:s, s:s}", "path", utf8_shown(arena, list->items[i].path), "sha256",
                                               list->items[i].digest));
    return array;
}

static json_t *report_json(const struct manifest_report *report, struct arena *arena)
{
    return json_pack("{s:s, s:s, s:s, s:s, s:b, s:o, s:o}", "name", report->name, "program", report->program,
                     "templates", report->templates, "options", report->options, "remake", (int)report->remake,
                     "inputs", list_json(&report->inputs, arena), "outputs", list_json(&report->outputs, arena));
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct manifest_report *)a)->name, ((const struct manifest_report *)b)->name);
}

/* It is written once for each report: what it takes is not left to the arena of the run. */
bool manifest_write(const struct manifest *manifest, const char *path, struct findings *findings)
{
    struct arena arena = ARENA_INIT;
    json_t *reports = json_array();
    if (manifest->count)
        qsort(manifest->reports, manifest->count, sizeof *manifest->reports, by_name);
    for (size_t i = 0; i < manifest->count; i++)
        json_array_append_new(reports, report_json(&manifest->reports[i], &arena));
    json_t *root = json_pack("{s:s, s:o, s:s*}", "program", "phuluc " PHULUC_VERSION, "reports", reports, "tried",
                             manifest->tried);
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_SORT_KEYS);
    json_decref(root);
    bool ok = publish_text(path, arena_printf(&arena, "%s\n", text ? text : "{}"), &arena, findings);
    free(text);
    arena_release(&arena);
    return ok;
}
