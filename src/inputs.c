#include "inputs.h"

#include <sys/stat.h>

#include "calc/disbursement.h"
#include "calc/observations.h"
#include "calc/remarks.h"
#include "input/accepted_read.h"
#include "input/catalogue_read.h"
#include "input/gather.h"
#include "input/layout_read.h"
#include "input/office_read.h"
#include "input/plan_read.h"
#include "input/results_read.h"
#include "model/results_check.h"

static bool is_related(const struct plan *a, const struct plan *b)
{
    for (size_t i = 0; i < a->relation_count; i++)
        if (strcmp(a->relations[i].plan, b->id) == 0)
            return true;
    return false;
}

/* Two plans with one id, or for one unit and period without a link, cannot both be meant. */
static bool is_alone(const struct inputs *inputs, const struct plan *plan, struct findings *findings)
{
    for (size_t i = 0; i < inputs->count; i++) {
        const struct plan *other = inputs->plans[i];
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
    const struct plan *plan = plan_read(path, library->plan_schema, library->catalogue, arena, findings);
    if (!plan || !is_alone(inputs, plan, findings))
        return;
    tag(findings, before, plan);
    const struct plan **added = ARENA_PUSH(arena, inputs->plans, inputs->count, inputs->capacity);
    *added = plan;
}

static void check_related(const struct inputs *inputs, struct findings *findings)
{
    for (size_t i = 0; i < inputs->count; i++)
        for (size_t r = 0; r < inputs->plans[i]->relation_count; r++) {
            const struct relation *relation = &inputs->plans[i]->relations[r];
            bool found = false;
            for (size_t j = 0; j < inputs->count; j++)
                found = found || strcmp(inputs->plans[j]->id, relation->plan) == 0;
            if (!found)
                finding_add(findings, FINDING_UNKNOWN_RELATED_PLAN, relation->place, relation->plan, NULL);
        }
}

static bool leads_to(const struct inputs *inputs, size_t from, size_t to, bool *seen)
{
    const struct plan *plan = inputs->plans[from];
    for (size_t r = 0; r < plan->relation_count; r++)
        for (size_t i = 0; i < inputs->count; i++) {
            if (strcmp(inputs->plans[i]->id, plan->relations[r].plan) != 0)
                continue;
            if (i == to)
                return true;
            bool new = !seen[i];
            seen[i] = true;
            if (new && leads_to(inputs, i, to, seen))
                return true;
        }
    return false;
}

/* Which of plans that change each other in a circle is in force nobody can say: none of them is used. */
static void refuse_circles(struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    bool *circular = arena_alloc(arena, inputs->count, sizeof *circular);
    for (size_t i = 0; i < inputs->count; i++) {
        bool *seen = arena_alloc(arena, inputs->count, sizeof *seen);
        circular[i] = leads_to(inputs, i, i, seen);
    }
    size_t kept = 0;
    for (size_t i = 0; i < inputs->count; i++) {
        const struct plan *plan = inputs->plans[i];
        if (circular[i])
            finding_add(findings, FINDING_CIRCULAR_PLANS, plan->relations[0].place, plan->id, plan->relations[0].plan,
                        NULL)->plan = plan->id;
        else
            inputs->plans[kept++] = plan;
    }
    inputs->count = kept;
}

static void read_file(struct inputs *inputs, const struct library *library, const char *path, struct arena *arena,
                      struct findings *findings)
{
    const char *root = root_name(path, arena);
    if (strcmp(root, "layout") == 0)
        layout_read(path, library->layout_schema, arena, findings);
    else if (strcmp(root, "accepted") == 0)
        accepted_read(&inputs->accepted, path, library->accepted_schema, arena, findings);
    else if (strcmp(root, "office") == 0)
        office_read(&inputs->office, path, library->office_schema, arena, findings);
    else if (strcmp(root, "results") == 0)
        results_read(&inputs->results, path, library->results_schema, arena, findings);
    else if (strcmp(root, "catalogue") == 0)
        catalogue_read(path, library->catalogue_schema, arena, findings);
    else
        read_plan(inputs, library, path, arena, findings);
}

/* Only regular files: a pipe would wait for its writer, and be empty for the reader. */
static void take_digest(struct inputs *inputs, const char *path, struct arena *arena)
{
    struct findings unused = findings_in(arena);
    struct stat status;
    if (stat(path, &status) == 0 && S_ISREG(status.st_mode))
        (void)!manifest_add(&inputs->files, path, path, arena, &unused);
}

const struct manifest_entry *inputs_file(const struct inputs *inputs, const char *path)
{
    for (size_t i = 0; i < inputs->files.count; i++)
        if (strcmp(inputs->files.items[i].path, path) == 0)
            return &inputs->files.items[i];
    return NULL;
}

void inputs_read(struct inputs *inputs, const struct library *library, const char **paths, size_t path_count,
                 struct arena *arena, struct findings *findings)
{
    struct file_list files = { 0 };
    for (size_t i = 0; i < path_count; i++)
        gather(&files, paths[i], arena, findings);
    for (size_t i = 0; i < files.count; i++) {
        take_digest(inputs, files.paths[i], arena);
        read_file(inputs, library, files.paths[i], arena, findings);
    }
    check_related(inputs, findings);
    refuse_circles(inputs, arena, findings);
    inputs->catalogue = library->catalogue;
    struct results_context context = { inputs->plans, inputs->count, library->catalogue, &inputs->office, findings };
    results_check(&inputs->results, &context);
}

void inputs_check(const struct inputs *inputs, struct arena *arena, struct findings *findings)
{
    const char **ids = arena_alloc(arena, inputs->count, sizeof *ids);
    for (size_t i = 0; i < inputs->count; i++) {
        size_t before = findings->count;
        plan_check(inputs->plans[i], &inputs->office, findings);
        disbursement_check(inputs->plans[i], &inputs->results, findings);
        tag(findings, before, inputs->plans[i]);
        ids[i] = inputs->plans[i]->id;
    }
    observe_plans(inputs->plans, inputs->count, findings);
    accepted_apply(&inputs->accepted, ids, inputs->count, findings);
}

struct gaps_context inputs_context(const struct inputs *inputs, struct date as_of, struct period period)
{
    return (struct gaps_context){ .plans = inputs->plans,
                                  .plan_count = inputs->count,
                                  .results = &inputs->results,
                                  .catalogue = inputs->catalogue,
                                  .office = &inputs->office,
                                  .as_of = as_of,
                                  .year = period.year,
                                  .month = period.month };
}

struct chains inputs_chains(const struct inputs *inputs, struct date as_of, struct period period, struct arena *arena)
{
    struct gaps_context context = inputs_context(inputs, as_of, period);
    return chains_of(&context, arena);
}
