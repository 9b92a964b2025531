#include "command/commands.h"
#include "command/reports.h"
#include "content/annex_view.h"
#include "content/incomplete.h"
#include "render/renderer.h"
#include "report/compose.h"
#include "report/separate.h"

/* What a worker needs to compose the annexes of one decision. */
struct annex_order {
    const struct job *job;
    const struct library *library;
    const struct inputs *inputs;
    size_t index; /* of its plan */
};

static struct annex_choice choice_of(const struct job *job)
{
    struct annex_choice choice = { job->computed ? FIGURES_COMPUTED : FIGURES_STATED, true };
    for (size_t f = 0; f < job->batch.format_count; f++)
        choice.without_ids = choice.without_ids && !renderer_find(job->batch.formats[f])->figure_ids;
    return choice;
}

static bool compose_annexes(const struct order *order, const struct report **reports, size_t *count, struct arena *arena,
                            struct findings *findings)
{
    const struct annex_order *annex = order->context;
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    const struct ledger *ledger = inputs_ledger_kept(annex->inputs, annex->index);
    if (!ledger)
        ledger = inputs_ledger_again(annex->inputs, annex->index, arena);
    struct arena lists = ARENA_INIT;
    struct views views = annex_views_apart(ledger, choice_of(annex->job), arena, &lists);
    views_set_incomplete(&views, order->missing.items, order->missing.count, arena);
    if (annex->job->batch.as_of.year)
        views.as_of = annex->job->batch.as_of;
    struct compose_options options = { annex->job->cover, annex->job->signature, annex->job->separate };
    bool composed =
        compose(report, &views, &annex->library->layouts, &options, annex->library->metrics, arena, findings);
    arena_release(&lists);
    if (!composed)
        return false;
    *count = 1;
    *reports = annex->job->separate ? report_separate(report, arena, count) : report;
    return true;
}

static const char *annex_options(const struct job *job, struct arena *arena)
{
    return arena_printf(arena, "--figures %s%s%s%s", job->computed ? "computed" : "stated", job->cover ? " --cover" : "",
                        job->signature ? " --signature" : "", job->separate ? " --separate" : "");
}

/* The decision's file, and the office file, whose thresholds say what is material. */
static struct order annex_order(const struct annex_order *annex, const struct inputs *inputs, const char *options,
                                struct arena *arena)
{
    const struct plan *plan = inputs->plans[annex->index];
    struct order order = { .folder = "annex",
                           .id = plan->id,
                           .options = options,
                           .compose = compose_annexes,
                           .context = annex };
    order_add_file(&order, inputs, plan->place.file, arena);
    order_add_office(&order, inputs, arena);
    return order;
}

static bool concerns_annex(const struct refusal *refusal, const void *of)
{
    return refusal_concerns_plan(refusal, of);
}

static void deliver_annexes(struct run *run)
{
    struct inputs *inputs = &run->inputs;
    struct delivery *delivery = &run->delivery;
    struct arena *arena = delivery->arena;
    struct annex_order *annexes = arena_alloc(arena, inputs->count, sizeof *annexes);
    struct order *orders = arena_alloc(arena, inputs->count, sizeof *orders);
    const char *options = annex_options(run->job, arena);
    for (size_t i = 0; i < inputs->count; i++) {
        annexes[i] = (struct annex_order){ run->job, run->library, inputs, i };
        orders[i] = annex_order(&annexes[i], inputs, options, arena);
        order_add_missing(&orders[i], run, concerns_annex, inputs->plans[i]);
    }
    run_deliver(run, run->scope, orders, inputs->count);
    if (!inputs->count)
        finding_add(delivery->findings, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
}

struct answer run_annex(const struct job *job, struct arena *arena, struct findings *findings)
{
    return run_reports(job, "annex", deliver_annexes, arena, findings);
}
