/* Moves reports whose plan is gone out of the way. */
#include "command/commands.h"
#include "publish/put_away.h"

struct answer run_clean(const struct job *job, struct arena *arena, struct findings *findings)
{
    put_away(&job->batch, job->today, arena, findings);
    findings_sort(findings);
    return (struct answer){ 0 };
}
