/* All checks, nothing made: the findings are the answer. */
#include "command/check.h"

#include <assert.h>

#include "base/text.h"
#include "command/inputs.h"
#include "command/supervise.h"
#include "content/annex_view.h"
#include "render/renderer.h"
#include "report/compose.h"

static void check_formats(const struct report *report, struct place plan, struct findings *findings)
{
    for (const struct renderer *renderer = renderer_all(); renderer->name; renderer++)
        if (renderer->can_hold)
            (void)renderer->can_hold(report, plan, findings);
}

/*
 * Composes the annexes without drawing them: nothing less shows whether the layouts that a plan names can show it, and the formats
 * hold what texts come to that are put together.
 */
static void check_shape(const void *context, const struct ledger *ledger, struct findings *findings)
{
    const struct library *library = context;
    struct arena arena = ARENA_INIT;
    struct report report;
    struct views views = annex_views(ledger, FIGURES_STATED, &arena);
    size_t before = findings->count;
    const struct compose_options plain = { 0 };
    if (compose(&report, &views, &library->layouts, &plain, library->metrics, &arena, findings))
        check_formats(&report, ledger->plan->place, findings);
    else
        assert(findings->count > before);
    arena_release(&arena);
}

struct answer check_all(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct inputs inputs = { .passing = true, .check_besides = check_shape, .besides = &library };
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, true, arena, findings)) {
        inputs_gather(&inputs, job, job->path_count, arena, findings);
        inputs_read(&inputs, &library, arena, findings);
        inputs_check(&inputs, arena, findings);
    }
    release_library(&library);
    findings_sort(findings);
    return (struct answer){ 0 };
}

/* The process that checks is its own affair: what ended it is a part of the answer. */
struct answer run_check(const struct job *job, struct arena *arena, struct findings *findings)
{
    enum language language = job->batch.language;
    (void)answer_supervised(check_all, job, arena, findings);
    struct findings told = job->quiet ? findings_above_notes(findings) : *findings;
    if (job->json || job->listing != LISTING_TEXT) {
        struct listing listing = findings_listing(&told, language, arena);
        return (struct answer){ .text = listing_print(&listing, job->json ? LISTING_JSON : job->listing),
                                .findings = true };
    }
    struct text out = text_in(arena);
    for (size_t i = 0; i < told.count; i++)
        text_add(&out, finding_line(arena, &told.items[i], language));
    return (struct answer){ text_str(&out), true, { .of = SUMMARY_CHECK } };
}
