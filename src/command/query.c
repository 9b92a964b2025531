#include <assert.h>

#include "content/explain.h"
#include "check/accepted_apply.h"
#include "calc/totals.h"
#include "content/ledger_words.h"
#include "content/annex_view.h"
#include "content/words.h"
#include "report/compose.h"
#include "command/query.h"

bool query_open(struct inputs *inputs, const struct job *job, size_t path_count, struct arena *arena,
                struct findings *findings)
{
    struct library library;
    struct places places = find_places(job->templates, job->catalogue, arena);
    bool loaded = load_library(&library, &places, true, arena, findings);
    *inputs = (struct inputs){ 0 };
    if (loaded) {
        inputs_gather(inputs, job, path_count, arena, findings);
        inputs_read(inputs, &library, arena, findings);
    }
    release_library(&library);
    return loaded;
}

/* Whether the layouts that a plan names can show it is known only by trying: all but the drawing is done. */
static void check_shape(const struct ledger *ledger, const struct library *library, struct findings *findings)
{
    struct arena arena = ARENA_INIT;
    struct report report;
    struct views views = annex_views(ledger, FIGURES_STATED, &arena);
    size_t before = findings->count;
    const struct compose_options plain = { 0 };
    if (!compose(&report, &views, &library->layouts, &plain, library->metrics, &arena, findings))
        assert(findings->count > before);
    arena_release(&arena);
}

struct answer run_check(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct library library;
    struct inputs inputs = { 0 };
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, true, arena, findings)) {
        inputs_gather(&inputs, job, job->path_count, arena, findings);
        inputs_read(&inputs, &library, arena, findings);
        inputs_check(&inputs, arena, findings);
        for (size_t i = 0; i < inputs.count; i++)
            check_shape(inputs_ledger(&inputs, i, arena), &library, findings);
    }
    release_library(&library);
    findings_sort(findings);
    return (struct answer){ NULL };
}

struct answer run_accept(const struct job *job, struct arena *arena, struct findings *findings)
{
    run_check(job, arena, findings);
    return (struct answer){ accepted_entries(findings, arena) };
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
    struct inputs inputs;
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    for (size_t p = 0; p < inputs.count; p++) {
        struct totals totals;
        if (!totals_compute(&totals, inputs.plans[p], arena, findings))
            continue;
        for (size_t i = 0; i < totals.count; i++)
            list_total(&listing, inputs.plans[p], &totals.items[i]);
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
    listing_add(listing, ledger_rule_token(line->rule));
    listing_add(listing, line->subject.id);
    listing_add(listing, line->key.source);
    listing_add(listing, ledger_year_token(line, arena));
    listing_add(listing, ledger_unit_token(line->unit));
    listing_add(listing, ledger_side_token(line, &line->stated, arena));
    listing_add(listing, ledger_side_token(line, &line->computed, arena));
    listing_add(listing, ledger_side_token(line, &line->difference, arena));
    listing_add(listing, ledger_verdict_token(line->verdict));
    listing_add(listing, ledger_reason_token(line->reason));
}

struct answer run_reconcile(const struct job *job, struct arena *arena, struct findings *findings)
{
    static const struct listing_column COLUMNS[] = {
        { "plan", false },   { "file", false },     { "line", true },        { "rule", false },    { "subject", false },
        { "source", false }, { "year", false },     { "unit", false },       { "stated", false },  { "computed", false },
        { "difference", false }, { "verdict", false }, { "reason", false },
    };
    struct inputs inputs;
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    for (size_t p = 0; p < inputs.count; p++) {
        const struct ledger *ledger = inputs_ledger(&inputs, p, arena);
        for (size_t i = 0; i < ledger->count; i++)
            list_ledger_line(&listing, ledger->plan, &ledger->lines[i]);
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
    list_facts(&listing, job->batch.language);
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}

static void list_explained(struct listing *listing, const struct plan *plan, const struct explained *item)
{
    struct arena *arena = listing->arena;
    listing_add(listing, plan->id);
    listing_add(listing, item->role);
    listing_add(listing, item->rule);
    listing_add(listing, item->source);
    listing_add(listing, item->year);
    listing_add(listing, item->amount);
    listing_add(listing, item->state);
    listing_add(listing, item->verdict);
    listing_add(listing, item->place.file);
    listing_add(listing, arena_printf(arena, "%ld", item->place.line));
    listing_add(listing, item->what);
}

struct answer run_explain(const struct job *job, struct arena *arena, struct findings *findings)
{
    static const struct listing_column COLUMNS[] = {
        { "plan", false },   { "role", false },  { "rule", false },    { "source", false }, { "year", false },
        { "amount", false }, { "state", false }, { "verdict", false }, { "file", false },   { "line", true },
        { "what", false },
    };
    struct inputs inputs;
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    const char *subject = job->paths[job->path_count - 1];
    bool found = !query_open(&inputs, job, job->path_count - 1, arena, findings);
    for (size_t p = 0; p < inputs.count; p++) {
        struct explanation explanation = { 0 };
        found = explain_subject(&explanation, inputs_ledger(&inputs, p, arena), subject, arena) || found;
        for (size_t i = 0; i < explanation.count; i++)
            list_explained(&listing, inputs.plans[p], &explanation.items[i]);
    }
    if (!found)
        finding_add(findings, FINDING_UNKNOWN_SUBJECT, (struct place){ NULL, 0 }, subject, NULL);
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}
