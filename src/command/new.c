/* Skeletons of documents, on stdout: a plan from answers given as options, results from a plan and a period. */
#include "base/text.h"
#include "command/query.h"
#include "form/skeleton.h"

struct answer run_new_plan(const struct job *job, struct arena *arena, struct findings *findings)
{
    int last = job->month_last.year ? job->month_last.year : job->month.year;
    (void)findings;
    return (struct answer){ .text = skeleton_plan(job->unit, job->month.year, last, arena) };
}

/* The one plan that the results are of; NULL with a finding if there are none or several. */
static const struct plan *plan_of(const struct job *job, const struct inputs *inputs, struct arena *arena,
                                  struct findings *findings)
{
    struct chains chains = inputs_chains(inputs, job->batch.as_of, job->month, arena);
    const struct plan *found = NULL;
    size_t count = 0;
    for (size_t i = 0; i < chains.count; i++) {
        const struct plan *plan = chains.items[i].now;
        if (!chain_covers(&chains.items[i], job->month.year) || (job->unit && strcmp(job->unit, plan->unit) != 0))
            continue;
        found = plan;
        count++;
    }
    if (count == 1)
        return found;
    finding_add(findings, FINDING_SKELETON_OF_ONE, (struct place){ NULL, 0 }, arena_printf(arena, "%zu", count),
                period_text(arena, job->month), NULL);
    return NULL;
}

/* The first operand is the word "results". */
struct answer run_new_results(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct job rest = *job;
    struct inputs inputs;
    struct answer answer = { 0 };
    rest.paths++;
    query_open(&inputs, &rest, rest.path_count - 1, arena, findings);
    inputs_refuse_orphans(&inputs, arena, findings);
    const struct plan *plan = plan_of(job, &inputs, arena, findings);
    if (plan) {
        struct form_request request = { plan, job->month, &inputs.office, inputs.catalogue, NULL };
        answer.text = skeleton_results(&request, arena, findings);
    }
    findings_sort(findings);
    return answer;
}
