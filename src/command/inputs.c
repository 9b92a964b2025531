#include "command/inputs.h"

#include "base/breadcrumb.h"
#include "base/groups.h"
#include "calc/disbursement.h"
#include "calc/ledger_amended.h"
#include "check/accepted_apply.h"
#include "check/amendment_check.h"
#include "check/observations.h"
#include "check/observe_dated.h"
#include "check/observe_units.h"
#include "check/plan_check.h"
#include "check/plan_links_check.h"
#include "check/relation_check.h"
#include "input/accepted_read.h"
#include "input/catalogue_read.h"
#include "input/gather.h"
#include "input/layout_read.h"
#include "input/office_read.h"
#include "input/results_read.h"
#include "check/results_check.h"
#include "check/results_plausible.h"
#include "check/targets_check.h"

/* The first other plan of that id, or NULL. */
static const struct plan *copy_of(const struct inputs *inputs, const struct groups *ids, size_t at)
{
    const struct plan *copy = NULL;
    for (size_t i = groups_last(ids, inputs->plans[at]->id); i; i = ids->before[i - 1])
        if (i - 1 != at)
            copy = inputs->plans[i - 1];
    return copy;
}

/* Of two plans of one id neither is preferred: which is the copy cannot be known. */
static void refuse_copies(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    struct arena passing = ARENA_INIT;
    struct groups ids = groups_of(inputs->count, &passing);
    for (size_t i = 0; i < inputs->count; i++)
        groups_add(&ids, inputs->plans[i]->id, i);
    const struct plan **kept = arena_alloc(arena, inputs->count, sizeof *kept);
    size_t count = 0;
    for (size_t i = 0; i < inputs->count; i++) {
        const struct plan *plan = inputs->plans[i], *copy = copy_of(inputs, &ids, i);
        if (copy) {
            finding_add_about(findings, FINDING_SAME_PLAN_ID, plan->place, (struct about){ .plan = plan->id }, plan->id,
                              copy->place.file, NULL);
            refuse_plan(&inputs->refusals, plan, arena);
        } else {
            kept[count++] = plan;
        }
    }
    inputs->plans = kept;
    inputs->count = inputs->capacity = count;
    arena_release(&passing);
}

/* Adds what reading a plan that is used has found: it carries the plan's id, so that it can be accepted by it. */
static void add_found(struct findings *findings, const struct findings *found, const struct plan *plan)
{
    findings->plan = plan ? plan->id : NULL;
    findings_append(findings, found);
    findings->plan = NULL;
}

static void read_plan(struct inputs *inputs, const struct library *library, struct slurp *file, struct arena *arena,
                      struct findings *findings)
{
    struct findings found = findings_in(findings->arena);
    const struct plan *plan = plan_shelf_read(&inputs->shelf, file, arena, &found);
    (void)library;
    add_found(findings, &found, plan);
    if (!plan)
        return;
    const struct plan **added = ARENA_PUSH(arena, inputs->plans, inputs->count, inputs->capacity);
    *added = plan;
}

static void check_links(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    bool *refused = arena_alloc(arena, inputs->count, sizeof *refused);
    plan_links_check((struct plan_set){ inputs->plans, inputs->count }, refused, findings);
    size_t kept = 0;
    for (size_t i = 0; i < inputs->count; i++)
        if (refused[i])
            refuse_plan(&inputs->refusals, inputs->plans[i], arena);
        else
            inputs->plans[kept++] = inputs->plans[i];
    inputs->count = kept;
}

static bool has_results(const struct results_list *list, const struct results *results)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i] == results)
            return true;
    return false;
}

static void check_results(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    struct results_context context = { inputs->plans, inputs->count, inputs->catalogue, &inputs->office, findings };
    struct results_list all = inputs->results;
    all.items = arena_alloc(arena, all.count, sizeof *all.items);
    for (size_t i = 0; i < all.count; i++)
        all.items[i] = inputs->results.items[i];
    results_check(&inputs->results, &context);
    for (size_t i = 0; i < all.count; i++)
        if (!has_results(&inputs->results, all.items[i]))
            refuse_results(&inputs->refusals, all.items[i], arena);
}

static void read_layout(struct inputs *inputs, const struct library *library, struct slurp *file, struct arena *arena,
                        struct findings *findings)
{
    (void)inputs;
    layout_read(file, library->schemas[DOCUMENT_LAYOUT], arena, findings);
}

static void read_catalogue(struct inputs *inputs, const struct library *library, struct slurp *file, struct arena *arena,
                           struct findings *findings)
{
    (void)inputs;
    catalogue_read(file, library->schemas[DOCUMENT_CATALOGUE], arena, findings);
}

static void read_accepted(struct inputs *inputs, const struct library *library, struct slurp *file, struct arena *arena,
                          struct findings *findings)
{
    accepted_read(&inputs->accepted, file, library->schemas[DOCUMENT_ACCEPTED], arena, findings);
    manifest_add_entry(&inputs->accepted_files, inputs_file(inputs, file->path), arena);
}

static void read_office(struct inputs *inputs, const struct library *library, struct slurp *file, struct arena *arena,
                        struct findings *findings)
{
    office_read(&inputs->office, file, library->schemas[DOCUMENT_OFFICE], arena, findings);
}

static void read_results(struct inputs *inputs, const struct library *library, struct slurp *file, struct arena *arena,
                         struct findings *findings)
{
    results_read(&inputs->results, file, library->schemas[DOCUMENT_RESULTS], arena, findings);
}

static void read_document(struct inputs *inputs, const struct library *library, const char *root, struct slurp *file,
                          struct arena *arena, struct findings *findings)
{
    static const struct {
        const char *root;
        void (*read)(struct inputs *inputs, const struct library *library, struct slurp *file, struct arena *arena,
                     struct findings *findings);
    } KINDS[DOCUMENT_COUNT] = {
#define DOCUMENT(symbol, root, concerns) [DOCUMENT_##symbol] = { #root, read_##root },
#include "command/documents.def"
#undef DOCUMENT
    };
    int kind = DOCUMENT_COUNT - 1;
    while (kind > 0 && strcmp(KINDS[kind].root, root) != 0)
        kind--;
    KINDS[kind].read(inputs, library, file, arena, findings);
}

const struct manifest_entry *inputs_add_file(struct inputs *inputs, const struct slurp *file, struct arena *arena)
{
    struct manifest_entry *entry = ARENA_PUSH(arena, inputs->files.items, inputs->files.count, inputs->files.capacity);
    entry->path = file->path;
    digest_bytes(entry->digest, file->data, file->length);
    if (!inputs->file_places.arena)
        inputs->file_places = map_of_texts(arena);
    size_t *place = map_at(&inputs->file_places, file->path);
    *place = *place ? *place : inputs->files.count;
    return entry;
}

static void read_file(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                      struct findings *findings)
{
    size_t before = findings->count;
    struct arena text = ARENA_INIT; /* what is kept of a file does not point into its text */
    struct slurp file = xml_slurp_in(path, &text, findings);
    struct root_tag root = root_tag(&file, arena);
    if (file.data) {
        inputs_add_file(inputs, &file, arena); /* before blanks are put in the place of some bytes */
        read_document(inputs, library, root.name, &file, arena, findings);
    }
    if (findings_have_error_since(findings, before))
        refuse_file(&inputs->refusals, &file, &root, arena);
    arena_release(&text);
}

const struct manifest_entry *inputs_file(const struct inputs *inputs, const char *path)
{
    const size_t *place = map_find(&inputs->file_places, path);
    return place ? &inputs->files.items[*place - 1] : NULL;
}

/* What a path leads to that cannot be read. */
static void refuse_gathered(struct inputs *inputs, const struct findings *findings, size_t from, struct arena *arena)
{
    for (size_t i = from; i < findings->count; i++)
        if (findings->items[i].code != FINDING_NO_XML)
            refuse_unknown(&inputs->refusals, findings->items[i].place.file, arena);
}

/* It was opened by a process that ended on it: what it may be is read from its head alone. */
static void refuse_left_out(struct inputs *inputs, const char *path, struct arena *arena)
{
    struct findings unused = findings_in(arena);
    struct slurp file = xml_slurp(path, &unused);
    struct root_tag root = root_tag(&file, arena);
    refuse_file(&inputs->refusals, &file, &root, arena);
}

void inputs_gather(struct inputs *inputs, const struct job *job, size_t path_count, struct arena *arena,
                   struct findings *findings)
{
    size_t before = findings->count;
    for (size_t i = 0; i < path_count; i++)
        gather(&inputs->names, job->paths[i], arena, findings);
    refuse_gathered(inputs, findings, before, arena);
    if (!job->left_out)
        return;
    size_t kept = 0;
    for (size_t i = 0; i < inputs->names.count; i++)
        if (file_list_has(job->left_out, inputs->names.paths[i]))
            refuse_left_out(inputs, inputs->names.paths[i], arena);
        else
            inputs->names.paths[kept++] = inputs->names.paths[i];
    inputs->names.count = kept;
}

void inputs_read(struct inputs *inputs, const struct library *library, struct arena *arena, struct findings *findings)
{
    inputs->catalogue = library->catalogue;
    inputs->layouts = library->layouts;
    inputs->shelf = (struct plan_shelf){ library->schemas[DOCUMENT_PLAN], library->catalogue, !inputs->passing, 0 };
    for (size_t i = 0; i < inputs->names.count; i++) {
        breadcrumb_alone(inputs->names.paths[i]);
        read_file(inputs, library, inputs->names.paths[i], arena, findings);
        if (inputs->reading)
            inputs->reading(inputs->reading_context, i + 1, inputs->names.count);
    }
    refuse_copies(inputs, arena, findings);
    plan_shelf_restore(&inputs->shelf, inputs->plans, inputs->count, &inputs->results, arena);
    check_links(inputs, arena, findings);
    check_results(inputs, arena, findings);
}

/* All are found at once: each goes on from the one before. */
static struct chain_amendment amendment_of(struct inputs *inputs, size_t index, struct arena *arena)
{
    if (!inputs->amendments) {
        struct gaps_context context = inputs_context(inputs, (struct date){ 0 }, (struct period){ 0, 0, 0 });
        inputs->amendments = chain_amendments_of(&context, arena);
    }
    return inputs->amendments[index];
}

const struct plan *inputs_in_force(struct inputs *inputs, size_t index, struct arena *arena)
{
    const struct plan *after = amendment_of(inputs, index, arena).after;
    return after ? after : inputs->plans[index];
}

const struct plan *inputs_plan(const struct inputs *inputs, size_t index, struct arena *arena)
{
    return plan_shelf_whole(&inputs->shelf, inputs->plans[index], arena);
}

const struct ledger *inputs_ledger_again(const struct inputs *inputs, size_t index, struct arena *arena)
{
    const struct chain_amendment *amendments = inputs->checked ? inputs->checked : inputs->amendments;
    const struct plan *plan = inputs_plan(inputs, index, arena), *in_force = amendments[index].after;
    return in_force ? ledger_amended(plan, in_force, &inputs->office, &inputs->layouts, arena)
                    : ledger_as_printed(plan, &inputs->office, &inputs->layouts, arena);
}

const struct ledger *inputs_ledger_kept(const struct inputs *inputs, size_t index)
{
    return ledger_find(&inputs->ledgers, inputs->plans[index]);
}

const struct ledger *inputs_ledger(struct inputs *inputs, size_t index, struct arena *arena)
{
    const struct ledger *ledger = ledger_find(&inputs->ledgers, inputs->plans[index]);
    if (ledger)
        return ledger;
    (void)amendment_of(inputs, index, arena);
    ledger = inputs_ledger_again(inputs, index, arena);
    ledger_put(&inputs->ledgers, ledger, arena);
    return ledger;
}

/* Many plans have ledgers that together take more memory than all else: whoever needs one makes it again. */
static bool keeps_ledger(const struct inputs *inputs, size_t index)
{
    enum { LEDGERS_KEPT = 100 };
    return !inputs->plans[index]->head_only && index < LEDGERS_KEPT;
}

static const struct ledger *ledger_again(const void *keeper, const struct plan *plan, struct arena *arena)
{
    const struct inputs *inputs = keeper;
    for (size_t i = 0; i < inputs->count; i++)
        if (inputs->plans[i] == plan)
            return inputs_ledger_again(inputs, i, arena);
    return NULL;
}

/* In memory of its own, ledger and plan too where they are not kept, so that of each plan only what was found stays. */
static void check_plan(struct inputs *inputs, size_t index, struct arena *arena, struct findings *findings)
{
    struct arena passing = ARENA_INIT;
    struct findings found = findings_in(&passing);
    const struct ledger *ledger = keeps_ledger(inputs, index) ? inputs_ledger(inputs, index, arena)
                                                              : inputs_ledger_again(inputs, index, &passing);
    const struct plan *plan = ledger->plan;
    plan_check(ledger, &found);
    observe_dated(plan, inputs->catalogue, &found);
    observe_units(plan, inputs->catalogue, &found);
    amendment_check(plan, amendment_of(inputs, index, arena), &found);
    relation_check((struct plan_set){ inputs->plans, inputs->count }, index, inputs->catalogue, &found);
    targets_check(plan, inputs->catalogue, &found);
    disbursement_check(plan, &inputs->results, &found);
    results_plausible(plan, inputs->catalogue, &inputs->results, &found);
    if (inputs->check_besides)
        inputs->check_besides(inputs->besides, ledger, &found);
    findings->plan = inputs->plans[index]->id;
    findings_append_copies(findings, &found);
    findings->plan = NULL;
    arena_release(&passing);
}

void inputs_check(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    const char **ids = arena_alloc(arena, inputs->count, sizeof *ids);
    if (inputs->count)
        (void)amendment_of(inputs, 0, arena); /* has breadcrumbs of its own */
    inputs->checked = inputs->amendments;
    inputs->ledgers.again = ledger_again;
    inputs->ledgers.keeper = inputs;
    for (size_t i = 0; i < inputs->count; i++) {
        breadcrumb_alone(inputs->plans[i]->place.file);
        check_plan(inputs, i, arena, findings);
        ids[i] = inputs->plans[i]->id;
    }
    observe_plans(inputs->plans, inputs->count, findings);
    accepted_apply(&inputs->accepted, ids, inputs->count, &inputs->results, findings);
}

void inputs_refuse_orphans(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    const struct plan **kept = arena_alloc(arena, inputs->count, sizeof *kept);
    struct chain_amendment *checked = arena_alloc(arena, inputs->count, sizeof *checked);
    struct plan_set plans = { inputs->plans, inputs->count };
    size_t count = 0;
    for (size_t i = 0; i < inputs->count; i++) {
        const struct plan *plan = inputs->plans[i];
        const struct relation *relation = plan_amends_absent(plans, plan);
        if (relation) {
            finding_add_about(findings, FINDING_AMENDED_PLAN_MISSING, relation->place, (struct about){ .plan = plan->id },
                              plan->id, relation->plan, NULL);
            refuse_plan(&inputs->refusals, plan, arena);
        } else {
            if (inputs->checked)
                checked[count] = inputs->checked[i];
            kept[count++] = plan;
        }
    }
    inputs->checked = inputs->checked ? checked : NULL;
    inputs->amendments = NULL; /* of other plans */
    inputs->plans = kept;
    inputs->count = inputs->capacity = count;
}

struct period inputs_month(const struct inputs *inputs, const struct job *job)
{
    struct date day = job->batch.as_of.year ? job->batch.as_of : job->today;
    return job->month.year ? job->month : period_passed(day, office_regime(&inputs->office, (struct period){ .month = 1 }));
}

struct gaps_context inputs_context(const struct inputs *inputs, struct date as_of, struct period period)
{
    return (struct gaps_context){ .plans = inputs->plans,
                                  .plan_count = inputs->count,
                                  .results = &inputs->results,
                                  .catalogue = inputs->catalogue,
                                  .office = &inputs->office,
                                  .ledgers = &inputs->ledgers,
                                  .as_of = as_of,
                                  .year = period.year,
                                  .month = period.month,
                                  .months = period.months };
}

struct chains inputs_chains(const struct inputs *inputs, struct date as_of, struct period period, struct arena *arena)
{
    struct gaps_context context = inputs_context(inputs, as_of, period);
    return chains_of(&context, arena);
}
