#include "command/query_month.h"

struct answer query_month(struct listing *listing, list_plan *list, const struct job *job, struct findings *findings)
{
    struct inputs inputs;
    query_open(&inputs, job, job->path_count, listing->arena, findings);
    inputs_refuse_orphans(&inputs, listing->arena, findings);
    struct chains chains = inputs_chains(&inputs, job->batch.as_of, inputs_month(&inputs, job), listing->arena);
    struct month_request request = month_request_of(&chains.context, job->since);
    for (size_t c = 0; c < chains.count; c++)
        list(listing, chains.items[c].now, &request);
    return query_answer(listing, job, findings);
}
