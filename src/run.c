#include "run.h"

#include "calc/view.h"
#include "inputs.h"
#include "making.h"
#include "report/compose.h"
#include "report/separate.h"

/* One decision's annexes in every format asked for. What it allocates is freed when it is done. */
static void make_annexes(struct making *making, const struct plan *plan, const struct office *office)
{
    struct arena arena = ARENA_INIT;
    struct report report;
    struct views views = views_of(plan, office, making->job->computed ? FIGURES_COMPUTED : FIGURES_STATED, &arena);
    if (making->job->as_of.year)
        views.as_of = making->job->as_of;
    struct compose_options options = { making->job->cover, making->job->signature, making->job->separate };
    if (compose(&report, &views, &making->library->layouts, &options, making->library->metrics, &arena, making->findings)) {
        size_t count = 1;
        const struct report *reports = making->job->separate ? report_separate(&report, &arena, &count) : &report;
        manifest_add(&making->manifest.inputs, plan->place.file, plan->place.file, making->arena, making->findings);
        for (size_t i = 0; i < count; i++)
            making_render(making, "annex", &reports[i], &arena);
    }
    arena_release(&arena);
}

void run_annex(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct inputs inputs = { 0 };
    struct making making = { .job = job, .library = &library, .arena = arena, .findings = findings };
    making.places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &making.places, true, arena, findings)) {
        inputs_read(&inputs, &library, job->paths, job->path_count, arena, findings);
        inputs_check(&inputs, arena, findings);
        for (size_t i = 0; i < inputs.count; i++)
            make_annexes(&making, inputs.plans[i], &inputs.office);
        if (!inputs.count)
            finding_add(findings, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
    }
    making_records(&making);
    release_library(&library);
}
