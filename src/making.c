#include "making.h"

#include "base/text.h"
#include "output/publish.h"
#include "output/renderer.h"

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

static bool render(struct making *making, const char *folder, const struct report *report,
                   const struct renderer *renderer, struct arena *arena)
{
    const char *name = arena_printf(making->arena, "%s/%s%s", folder, report->id, renderer->suffix);
    const char *path = arena_printf(making->arena, "%s/%s", making->job->output, name);
    struct publication publication;
    struct render_context context = { making->library->metrics, making->places.data,
                                      arena_printf(arena, "%s/%s", making->job->output, folder), arena, making->findings };
    if (!publish_open(&publication, path, making->arena, making->findings))
        return false;
    size_t before = making->findings->count;
    if (!renderer->render(report, publication.temporary, &context)) {
        tell_by_name(making->findings, before, &publication);
        publish_abandon(&publication);
        return false;
    }
    return publish_commit(&publication, making->findings) &&
           manifest_add(&making->manifest.outputs, name, path, making->arena, making->findings);
}

void making_render(struct making *making, const char *folder, const struct report *report, struct arena *arena)
{
    for (size_t i = 0; i < making->job->format_count; i++)
        render(making, folder, report, renderer_find(making->job->formats[i]), arena);
}

void making_records(struct making *making)
{
    manifest_write(&making->manifest, arena_printf(making->arena, "%s/manifest.json", making->job->output), making->arena,
                   making->findings);
    findings_sort(making->findings);
    struct listing listing = findings_listing(making->findings, making->job->language, making->arena);
    const char *path = arena_printf(making->arena, "%s/findings.jsonl", making->job->output);
    if (!publish_text(path, listing_print(&listing, LISTING_JSON), making->arena, making->findings))
        finding_add(making->findings, FINDING_FINDING_FILE_FAILED, (struct place){ path, 0 }, path, NULL);
}
