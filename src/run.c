#include "run.h"

#include "base/text.h"
#include "calc/view.h"
#include "inputs.h"
#include "output/manifest.h"
#include "output/publish.h"
#include "output/renderer.h"
#include "report/compose.h"
#include "report/separate.h"

struct annex_run {
    const struct job *job;
    const struct library *library;
    struct places places;
    struct manifest manifest;
    struct arena *arena;
    struct findings *findings;
};

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

static bool render(struct annex_run *run, const struct report *report, const struct renderer *renderer,
                   struct arena *arena)
{
    const char *name = arena_printf(run->arena, "annex/%s%s", report->id, renderer->suffix);
    const char *path = arena_printf(run->arena, "%s/%s", run->job->output, name);
    struct publication publication;
    struct render_context context = { run->library->metrics, run->places.data,
                                      arena_printf(arena, "%s/annex", run->job->output), arena, run->findings };
    if (!publish_open(&publication, path, run->arena, run->findings))
        return false;
    size_t before = run->findings->count;
    if (!renderer->render(report, publication.temporary, &context)) {
        tell_by_name(run->findings, before, &publication);
        publish_abandon(&publication);
        return false;
    }
    return publish_commit(&publication, run->findings) &&
           manifest_add(&run->manifest.outputs, name, path, run->arena, run->findings);
}

static void render_all(struct annex_run *run, const struct report *report, struct arena *arena)
{
    for (size_t i = 0; i < run->job->format_count; i++)
        render(run, report, renderer_find(run->job->formats[i]), arena);
}

/* One decision's annexes in every format asked for. What it allocates is freed when it is done. */
static void make_annexes(struct annex_run *run, const struct plan *plan, const struct office *office)
{
    struct arena arena = ARENA_INIT;
    struct report report;
    struct views views = views_of(plan, office, run->job->computed ? FIGURES_COMPUTED : FIGURES_STATED, &arena);
    if (run->job->as_of.year)
        views.as_of = run->job->as_of;
    struct compose_options options = { run->job->cover, run->job->signature, run->job->separate };
    if (compose(&report, &views, &run->library->layouts, &options, run->library->metrics, &arena, run->findings)) {
        size_t count = 1;
        const struct report *reports = run->job->separate ? report_separate(&report, &arena, &count) : &report;
        manifest_add(&run->manifest.inputs, plan->place.file, plan->place.file, run->arena, run->findings);
        for (size_t i = 0; i < count; i++)
            render_all(run, &reports[i], &arena);
    }
    arena_release(&arena);
}

static void write_records(struct annex_run *run)
{
    manifest_write(&run->manifest, arena_printf(run->arena, "%s/manifest.json", run->job->output), run->arena,
                   run->findings);
    findings_sort(run->findings);
    struct listing listing = findings_listing(run->findings, run->job->language, run->arena);
    const char *path = arena_printf(run->arena, "%s/findings.jsonl", run->job->output);
    if (!publish_text(path, listing_print(&listing, LISTING_JSON), run->arena, run->findings))
        finding_add(run->findings, FINDING_FINDING_FILE_FAILED, (struct place){ path, 0 }, path, NULL);
}

void run_annex(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct inputs inputs = { 0 };
    struct annex_run run = { .job = job, .library = &library, .arena = arena, .findings = findings };
    run.places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &run.places, true, arena, findings)) {
        inputs_read(&inputs, &library, job->paths, job->path_count, arena, findings);
        inputs_check(&inputs, arena, findings);
        for (size_t i = 0; i < inputs.count; i++)
            make_annexes(&run, inputs.plans[i], &inputs.office);
        if (!inputs.count)
            finding_add(findings, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
    }
    write_records(&run);
    release_library(&library);
}
