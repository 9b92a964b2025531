/* Joins what shards of a report command made. */
#include "publish/merge.h"
#include "command/commands.h"

struct answer run_merge(const struct job *job, struct arena *arena, struct findings *findings)
{
    const char *path;
    size_t made = merge_shards(&job->batch, &path, arena, findings);
    struct answer answer = { .summary = { .of = SUMMARY_REPORTS, .reports = made, .path = path } };
    if (job->batch.dry_run)
        answer.summary = (struct telling_summary){ .of = SUMMARY_DRY_RUN, .reports = findings->count };
    return answer;
}
