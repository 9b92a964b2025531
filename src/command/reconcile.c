/* The ledger of every plan: each equality that the document implies. */
#include "calc/ledger.h"
#include "command/query.h"
#include "content/view.h"

/* clang-format off */
#define COLUMNS(COLUMN)                                                              \
    COLUMN(plan, WORD, plan->id)                                                     \
    COLUMN(file, WORD, line->place.file)                                             \
    COLUMN(line, INTEGER, arena_printf(arena, "%ld", line->place.line))              \
    COLUMN(rule, WORD, line->rule)                                                   \
    COLUMN(subject, WORD, line->subject)                                             \
    COLUMN(source, WORD, line->source ? line->source->id : NULL)                     \
    COLUMN(year, WORD, line->year < 0 ? NULL : year_token(arena, line->year))        \
    COLUMN(unit, WORD, line->unit)                                                   \
    COLUMN(stated, WORD, line->stated)                                               \
    COLUMN(computed, WORD, line->computed)                                           \
    COLUMN(difference, WORD, line->difference)                                       \
    COLUMN(verdict, WORD, verdict_token(line->verdict))                              \
    COLUMN(reason, WORD, line->reason)
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_line(struct listing *listing, const struct plan *plan, const struct ledger_line *line)
{
    struct arena *arena = listing->arena;
    COLUMNS(LISTING_CELL)
}

struct answer run_reconcile(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    for (size_t p = 0; p < inputs.count; p++) {
        struct ledger ledger = ledger_of(inputs.plans[p], &inputs.office, arena);
        for (size_t i = 0; i < ledger.count; i++)
            list_line(&listing, inputs.plans[p], &ledger.lines[i]);
    }
    return query_answer(&listing, job, findings);
}
