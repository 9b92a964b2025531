#include "run.h"

#include "base/text.h"
#include "calc/ledger.h"
#include "calc/remarks.h"
#include "calc/sums.h"
#include "calc/totals.h"
#include "calc/view.h"
#include "input/gather.h"
#include "input/layout_read.h"
#include "input/plan_read.h"
#include "load.h"
#include "output/manifest.h"
#include "output/publish.h"
#include "output/renderer.h"
#include "report/compose.h"

/* The plans that can be used, in the order of their files. */
struct plans {
    const struct plan **items;
    size_t count, capacity;
};

static bool is_related(const struct plan *a, const struct plan *b)
{
    for (size_t i = 0; i < a->relation_count; i++)
        if (strcmp(a->relations[i].plan, b->id) == 0)
            return true;
    return false;
}

/* Two plans with one id, or for one unit and period without a link, cannot both be meant. */
static bool is_alone(const struct plans *plans, const struct plan *plan, struct findings *findings)
{
    for (size_t i = 0; i < plans->count; i++) {
        const struct plan *other = plans->items[i];
        if (strcmp(other->id, plan->id) == 0) {
            finding_add(findings, FINDING_SAME_PLAN_ID, plan->place, plan->id, other->place.file, NULL);
            return false;
        }
        bool same = strcmp(other->unit, plan->unit) == 0 && other->first_year == plan->first_year &&
                    other->last_year == plan->last_year;
        if (same && !is_related(plan, other) && !is_related(other, plan)) {
            finding_add(findings, FINDING_SAME_UNIT_PERIOD, plan->place, plan->unit,
                        arena_printf(findings->arena, "%d-%d", plan->first_year, plan->last_year), other->place.file,
                        NULL);
            return false;
        }
    }
    return true;
}

static void read_plan(struct plans *plans, const struct library *library, const char *path, struct arena *arena,
                      struct findings *findings)
{
    const struct plan *plan = plan_read(path, library->plan_schema, arena, findings);
    if (!plan || !catalogue_check(library->catalogue, plan, findings) || !is_alone(plans, plan, findings))
        return;
    const struct plan **added = ARENA_PUSH(arena, plans->items, plans->count, plans->capacity);
    *added = plan;
}

static void check_related(const struct plans *plans, struct findings *findings)
{
    for (size_t i = 0; i < plans->count; i++)
        for (size_t r = 0; r < plans->items[i]->relation_count; r++) {
            const struct relation *relation = &plans->items[i]->relations[r];
            bool found = false;
            for (size_t j = 0; j < plans->count; j++)
                found = found || strcmp(plans->items[j]->id, relation->plan) == 0;
            if (!found)
                finding_add(findings, FINDING_UNKNOWN_RELATED_PLAN, relation->place, relation->plan, NULL);
        }
}

/* Layouts among the paths are checked; everything else is read as a plan. */
static void read_inputs(struct plans *plans, const struct library *library, const struct job *job, struct arena *arena,
                        struct findings *findings)
{
    struct file_list files = { 0 };
    for (size_t i = 0; i < job->path_count; i++)
        gather(&files, job->paths[i], arena, findings);
    for (size_t i = 0; i < files.count; i++) {
        if (strcmp(root_name(files.paths[i], arena), "layout") == 0)
            layout_read(files.paths[i], library->layout_schema, arena, findings);
        else
            read_plan(plans, library, files.paths[i], arena, findings);
    }
    check_related(plans, findings);
}

struct annex_run {
    const struct job *job;
    const struct library *library;
    struct places places;
    struct manifest manifest;
    struct arena *arena;
    struct findings *findings;
};

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
    if (!renderer->render(report, publication.temporary, &context)) {
        publish_abandon(&publication);
        return false;
    }
    return publish_commit(&publication, run->findings) &&
           manifest_add(&run->manifest.outputs, name, path, run->arena, run->findings);
}

/* One decision's annexes in every format asked for. What it allocates is freed when it is done. */
static void make_annexes(struct annex_run *run, const struct plan *plan)
{
    struct arena arena = ARENA_INIT;
    struct report report;
    struct views views = views_of(plan, &arena);
    if (run->job->as_of.year)
        views.as_of = run->job->as_of;
    if (compose(&report, &views, &run->library->layouts, run->library->metrics, &arena, run->findings)) {
        manifest_add(&run->manifest.inputs, plan->place.file, plan->place.file, run->arena, run->findings);
        for (size_t i = 0; i < run->job->format_count; i++)
            render(run, &report, renderer_find(run->job->formats[i]), &arena);
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
    struct plans plans = { 0 };
    struct annex_run run = { .job = job, .library = &library, .arena = arena, .findings = findings };
    run.places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &run.places, true, arena, findings)) {
        read_inputs(&plans, &library, job, arena, findings);
        for (size_t i = 0; i < plans.count; i++) {
            plan_check(plans.items[i], findings);
            make_annexes(&run, plans.items[i]);
        }
        if (!plans.count)
            finding_add(findings, FINDING_NOTHING_TO_DO, (struct place){ NULL, 0 }, NULL);
    }
    write_records(&run);
    release_library(&library);
}

void run_check(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct plans plans = { 0 };
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, false, arena, findings)) {
        read_inputs(&plans, &library, job, arena, findings);
        for (size_t i = 0; i < plans.count; i++)
            plan_check(plans.items[i], findings);
    }
    release_library(&library);
    findings_sort(findings);
}

static void list_total(struct listing *listing, const struct plan *plan, const struct total *total)
{
    struct arena *arena = listing->arena;
    listing_add(listing, plan->id);
    listing_add(listing, total->source ? total->source->id : NULL);
    listing_add(listing, total->source ? total->source->code : NULL);
    listing_add(listing, year_token(arena, total->year));
    listing_add(listing, total->has_stated ? dong_token(arena, total->stated) : NULL);
    listing_add(listing, total->has_computed ? dong_token(arena, total->computed) : NULL);
    listing_add(listing, total->complete ? "yes" : "no");
}

struct answer run_totals(const struct job *job, struct arena *arena, struct findings *findings)
{
    static const struct listing_column COLUMNS[] = {
        { "plan", false },  { "source", false },  { "code", false },    { "year", false },
        { "stated", true }, { "computed", true }, { "complete", false },
    };
    struct library library;
    struct plans plans = { 0 };
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, false, arena, findings))
        read_inputs(&plans, &library, job, arena, findings);
    release_library(&library);
    for (size_t p = 0; p < plans.count; p++) {
        struct totals totals;
        if (!totals_compute(&totals, plans.items[p], arena, findings))
            continue;
        for (size_t i = 0; i < totals.count; i++)
            list_total(&listing, plans.items[p], &totals.items[i]);
    }
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}

static void list_ledger_line(struct listing *listing, const struct plan *plan, const struct ledger_line *line)
{
    struct arena *arena = listing->arena;
    listing_add(listing, plan->id);
    listing_add(listing, line->place.file);
    listing_add(listing, arena_printf(arena, "%ld", line->place.line));
    listing_add(listing, line->rule);
    listing_add(listing, line->subject);
    listing_add(listing, line->source ? line->source->id : NULL);
    listing_add(listing, line->year < 0 ? NULL : year_token(arena, line->year));
    listing_add(listing, line->unit);
    listing_add(listing, line->stated);
    listing_add(listing, line->computed);
    listing_add(listing, line->difference);
    listing_add(listing, verdict_token(line->verdict));
    listing_add(listing, line->reason);
}

struct answer run_reconcile(const struct job *job, struct arena *arena, struct findings *findings)
{
    static const struct listing_column COLUMNS[] = {
        { "plan", false },   { "file", false },     { "line", true },        { "rule", false },    { "subject", false },
        { "source", false }, { "year", false },     { "unit", false },       { "stated", false },  { "computed", false },
        { "difference", false }, { "verdict", false }, { "reason", false },
    };
    struct library library;
    struct plans plans = { 0 };
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, false, arena, findings))
        read_inputs(&plans, &library, job, arena, findings);
    release_library(&library);
    for (size_t p = 0; p < plans.count; p++) {
        struct ledger ledger = ledger_of(plans.items[p], arena);
        for (size_t i = 0; i < ledger.count; i++)
            list_ledger_line(&listing, plans.items[p], &ledger.lines[i]);
    }
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}

static void list_facts(struct listing *listing, enum language language)
{
    for (size_t i = 0; i < FACT_COUNT; i++) {
        const struct fact *fact = fact_get((enum fact_id)i);
        listing_add(listing, "fact");
        listing_add(listing, fact->name);
        listing_add(listing, each_token(fact->each));
        listing_add(listing, fact_block_words(fact->block, language));
        listing_add(listing, fact->help[language]);
    }
}

struct answer run_layouts(const struct job *job, struct arena *arena, struct findings *findings)
{
    static const struct listing_column COLUMNS[] = {
        { "kind", false }, { "name", false }, { "each", false }, { "where", false }, { "description", false },
    };
    struct library library;
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    struct places places = find_places(job->templates, job->catalogue, arena);
    bool loaded = load_library(&library, &places, false, arena, findings);
    for (size_t i = 0; loaded && i < library.layouts.count; i++) {
        const struct layout *layout = library.layouts.items[i];
        listing_add(&listing, "layout");
        listing_add(&listing, layout->id);
        listing_add(&listing, each_token(layout->each));
        listing_add(&listing, layout->landscape ? "landscape" : "portrait");
        listing_add(&listing, layout->name);
    }
    release_library(&library);
    list_facts(&listing, job->language);
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}
