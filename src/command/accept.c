/* Entries for the accepted-findings file, one for each warning. */
#include "check/accepted_apply.h"
#include "command/check.h"

struct answer run_accept(const struct job *job, struct arena *arena, struct findings *findings)
{
    (void)check_all(job, arena, findings);
    return (struct answer){ .text = accepted_entries(findings, arena) };
}
