#include "output/manifest.h"

#include <jansson.h>

#include "output/publish.h"

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

static json_t *list_json(const struct manifest_list *list)
{
    json_t *array = json_array();
    for (size_t i = 0; i < list->count; i++)
        json_array_append_new(array, json_pack("{s:s, s:s}", "path", list->items[i].path, "sha256",
                                               list->items[i].digest));
    return array;
}

bool manifest_write(const struct manifest *manifest, const char *path, struct arena *arena, struct findings *findings)
{
    json_t *root = json_pack("{s:s, s:o, s:o}", "program", "phuluc " PHULUC_VERSION, "inputs",
                             list_json(&manifest->inputs), "outputs", list_json(&manifest->outputs));
    char *text = json_dumps(root, JSON_INDENT(2) | JSON_SORT_KEYS);
    json_decref(root);
    bool ok = publish_text(path, arena_printf(arena, "%s\n", text ? text : "{}"), arena, findings);
    free(text);
    return ok;
}
