/* Joins what shards of a report command made. */
#include "publish/merge.h"
#include "command/commands.h"

struct answer run_merge(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct merged merged = merge_shards(&job->batch, arena, findings);
    struct telling_summary summary = { SUMMARY_REPORTS, merged.made, merged.unchanged, merged.path, SUMMARY_OF_REPORTS };
    if (job->batch.dry_run)
        summary = (struct telling_summary){ .of = SUMMARY_DRY_RUN, .reports = findings->count, .unchanged = merged.unchanged };
    return (struct answer){ .summary = summary };
}
