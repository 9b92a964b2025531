#include "command/inputs.h"

#include <sys/stat.h>

#include "calc/disbursement.h"
#include "check/accepted_apply.h"
#include "check/observations.h"
#include "check/plan_check.h"
#include "check/plan_links_check.h"
#include "input/accepted_read.h"
#include "input/catalogue_read.h"
#include "input/gather.h"
#include "input/layout_read.h"
#include "input/office_read.h"
#include "input/plan_read.h"
#include "input/results_read.h"
#include "check/results_check.h"

static bool has_own_id(const struct inputs *inputs, const struct plan *plan, struct findings *findings)
{
    for (size_t i = 0; i < inputs->count; i++)
        if (strcmp(inputs->plans[i]->id, plan->id) == 0) {
            finding_add(findings, FINDING_SAME_PLAN_ID, plan->place, plan->id, inputs->plans[i]->place.file, NULL);
            return false;
        }
    return true;
}

/* What is found about a plan carries its id, so that it can be accepted by it. */
static void tag(struct findings *findings, size_t from, const struct plan *plan)
{
    for (size_t i = from; i < findings->count; i++)
        findings->items[i].plan = plan->id;
}

static void read_plan(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                      struct findings *findings)
{
    size_t before = findings->count;
    const struct plan *plan = plan_read(path, library->schemas[DOCUMENT_PLAN], library->catalogue, arena, findings);
    if (!plan || !has_own_id(inputs, plan, findings))
        return;
    tag(findings, before, plan);
    const struct plan **added = ARENA_PUSH(arena, inputs->plans, inputs->count, inputs->capacity);
    *added = plan;
}

static void check_links(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    bool *refused = arena_alloc(arena, inputs->count, sizeof *refused);
    follow(inputs->follower, NULL);
    plan_links_check((struct plan_set){ inputs->plans, inputs->count }, refused, findings);
    size_t kept = 0;
    for (size_t i = 0; i < inputs->count; i++)
        if (!refused[i])
            inputs->plans[kept++] = inputs->plans[i];
    inputs->count = kept;
}

static void read_layout(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                        struct findings *findings)
{
    (void)inputs;
    layout_read(path, library->schemas[DOCUMENT_LAYOUT], arena, findings);
}

static void read_catalogue(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                           struct findings *findings)
{
    (void)inputs;
    catalogue_read(path, library->schemas[DOCUMENT_CATALOGUE], arena, findings);
}

static void read_accepted(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                          struct findings *findings)
{
    accepted_read(&inputs->accepted, path, library->schemas[DOCUMENT_ACCEPTED], arena, findings);
}

static void read_office(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                        struct findings *findings)
{
    office_read(&inputs->office, path, library->schemas[DOCUMENT_OFFICE], arena, findings);
}

static void read_results(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                         struct findings *findings)
{
    results_read(&inputs->results, path, library->schemas[DOCUMENT_RESULTS], arena, findings);
}

static void read_file(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                      struct findings *findings)
{
    static const struct {
        const char *root;
        void (*read)(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                     struct findings *findings);
    } KINDS[DOCUMENT_COUNT] = {
#define DOCUMENT(symbol, root) [DOCUMENT_##symbol] = { #root, read_##root },
#include "command/documents.def"
#undef DOCUMENT
    };
    const char *root = root_name(path, arena);
    int kind = DOCUMENT_COUNT - 1;
    while (kind > 0 && strcmp(KINDS[kind].root, root) != 0)
        kind--;
    KINDS[kind].read(inputs, library, path, arena, findings);
}

/* Only regular files: a pipe would wait for its writer, and be empty for the reader. */
static void take_digest(struct inputs *inputs, const char *path, struct arena *arena)
{
    struct stat status;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
        (void)!manifest_add(&inputs->files, path, path, arena, &inputs->undigested);
}

/* A file that cannot be read is told when it is read; one that then can, but could not before, is told here. */
static void tell_undigested(const struct inputs *inputs, const char *path, struct findings *findings)
{
    for (size_t i = 0; i < inputs->undigested.count; i++) {
        const struct finding *finding = &inputs->undigested.items[i];
        if (strcmp(finding->place.file, path) == 0)
            *finding_add(findings, finding->code, finding->place, NULL) = *finding;
    }
}

const struct manifest_entry *inputs_file(const struct inputs *inputs, const char *path)
{
    for (size_t i = 0; i < inputs->files.count; i++)
        if (strcmp(inputs->files.items[i].path, path) == 0)
            return &inputs->files.items[i];
    return NULL;
}

void inputs_gather(struct inputs *inputs, const char **paths, size_t path_count, struct arena *arena,
                   struct findings *findings)
{
    inputs->undigested = findings_in(arena);
    for (size_t i = 0; i < path_count; i++)
        gather(&inputs->names, paths[i], arena, findings);
    for (size_t i = 0; i < inputs->names.count; i++)
        take_digest(inputs, inputs->names.paths[i], arena);
}

void inputs_read(struct inputs *inputs, const struct library *library, struct arena *arena, struct findings *findings)
{
    for (size_t i = 0; i < inputs->names.count; i++) {
        follow(inputs->follower, inputs->names.paths[i]);
        size_t before = findings->count;
        read_file(inputs, library, inputs->names.paths[i], arena, findings);
        if (findings->count == before)
            tell_undigested(inputs, inputs->names.paths[i], findings);
    }
    check_links(inputs, arena, findings);
    inputs->catalogue = library->catalogue;
    struct results_context context = { inputs->plans,   inputs->count, library->catalogue,
                                       &inputs->office, findings,      inputs->follower };
    results_check(&inputs->results, &context);
}

const struct ledger *inputs_ledger(struct inputs *inputs, size_t index, struct arena *arena)
{
    return ledger_in(&inputs->ledgers, inputs->plans[index], &inputs->office, arena);
}

void inputs_check(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    const char **ids = arena_alloc(arena, inputs->count, sizeof *ids);
    for (size_t i = 0; i < inputs->count; i++) {
        size_t before = findings->count;
        follow(inputs->follower, inputs->plans[i]->place.file);
        plan_check(inputs_ledger(inputs, i, arena), findings);
        disbursement_check(inputs->plans[i], &inputs->results, findings);
        tag(findings, before, inputs->plans[i]);
        ids[i] = inputs->plans[i]->id;
    }
    follow(inputs->follower, NULL);
    observe_plans(inputs->plans, inputs->count, findings);
    accepted_apply(&inputs->accepted, ids, inputs->count, findings);
}

struct period inputs_month(const struct inputs *inputs, const struct job *job)
{
    struct date day = job->batch.as_of.year ? job->batch.as_of : job->today;
    return job->month.year ? job->month : period_passed(day, inputs->office.regime);
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
                                  .follower = inputs->follower };
}

struct chains inputs_chains(const struct inputs *inputs, struct date as_of, struct period period, struct arena *arena)
{
    struct gaps_context context = inputs_context(inputs, as_of, period);
    return chains_of(&context, arena);
}
