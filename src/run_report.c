/* Reports of the office: what was planned against what came of it. */
#include "calc/year_view.h"
#include "inputs.h"
#include "making.h"
#include "report/compose.h"

static bool covers(const struct plan *plan, int year)
{
    return plan->first_year <= year && year <= plan->last_year;
}

/* The unit's code; a further plan of the same unit and year gets its own id with it. */
static const char *file_id(const struct inputs *inputs, size_t index, int year, struct arena *arena)
{
    const struct plan *plan = inputs->plans[index];
    for (size_t i = 0; i < index; i++)
        if (covers(inputs->plans[i], year) && strcmp(inputs->plans[i]->unit, plan->unit) == 0)
            return arena_printf(arena, "%s-%s", plan->unit, plan->id);
    return plan->unit;
}

static void note_inputs(struct making *making, const struct inputs *inputs, const struct plan *plan, struct date day)
{
    struct arena *arena = making->arena;
    struct results_list used = results_as_of(&inputs->results, plan->id, day, arena);
    manifest_add(&making->manifest.inputs, plan->place.file, plan->place.file, arena, making->findings);
    for (size_t i = 0; i < used.count; i++)
        manifest_add(&making->manifest.inputs, used.items[i]->place.file, used.items[i]->place.file, arena,
                     making->findings);
}

static void make_year(struct making *making, const struct inputs *inputs, size_t index,
                      const struct gaps_context *context)
{
    struct arena arena = ARENA_INIT;
    struct report report;
    struct year_input input = { inputs->plans[index], context };
    struct views views = year_views(&input, &arena);
    const struct compose_options plain = { 0 };
    views.plan_id = file_id(inputs, index, context->year, &arena);
    if (compose(&report, &views, &making->library->layouts, &plain, making->library->metrics, &arena,
                making->findings)) {
        note_inputs(making, inputs, inputs->plans[index], context->as_of);
        making_render(making, arena_printf(making->arena, "year-end/%d", context->year), &report, &arena);
    }
    arena_release(&arena);
}

static void make_years(struct making *making, const struct inputs *inputs)
{
    const struct job *job = making->job;
    struct gaps_context context = { inputs->plans, inputs->count, &inputs->results, inputs->catalogue, &inputs->office,
                                    job->as_of, job->year };
    bool any = false;
    for (size_t i = 0; i < inputs->count; i++) {
        if (!covers(inputs->plans[i], job->year))
            continue;
        any = true;
        make_year(making, inputs, i, &context);
    }
    if (!any)
        finding_add(making->findings, FINDING_NO_PLAN_OF_YEAR, (struct place){ NULL, 0 },
                    arena_printf(making->arena, "%d", job->year), NULL);
    else if (inputs->office.place.file)
        manifest_add(&making->manifest.inputs, inputs->office.place.file, inputs->office.place.file, making->arena,
                     making->findings);
}

void run_year_end(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct inputs inputs = { 0 };
    struct making making = { .job = job, .library = &library, .arena = arena, .findings = findings };
    making.places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &making.places, true, arena, findings)) {
        inputs_read(&inputs, &library, job->paths, job->path_count, arena, findings);
        inputs_check(&inputs, arena, findings);
        make_years(&making, &inputs);
    }
    making_records(&making);
    release_library(&library);
}
