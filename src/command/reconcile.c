/* The ledger of every plan: each equality that the document implies. */
#include "command/query.h"
#include "content/ledger_words.h"

/* clang-format off */
#define COLUMNS(COLUMN)                                                              \
    COLUMN(plan, WORD, plan->id)                                                     \
    COLUMN(file, WORD, line->place.file)                                             \
    COLUMN(line, INTEGER, arena_printf(arena, "%ld", line->place.line))              \
    COLUMN(rule, WORD, ledger_rule_token(line->rule))                                \
    COLUMN(subject, WORD, line->subject.id)                                          \
    COLUMN(source, WORD, line->key.source)                                           \
    COLUMN(year, WORD, ledger_year_token(line, arena))                               \
    COLUMN(unit, WORD, ledger_unit_token(line->unit))                                \
    COLUMN(stated, WORD, ledger_side_token(line, &line->stated, arena))              \
    COLUMN(computed, WORD, ledger_side_token(line, &line->computed, arena))          \
    COLUMN(difference, WORD, ledger_side_token(line, &line->difference, arena))      \
    COLUMN(verdict, WORD, ledger_verdict_token(line->verdict))                       \
    COLUMN(reason, WORD, ledger_reason_token(line->reason))
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
        const struct ledger *ledger = inputs_ledger(&inputs, p, arena);
        for (size_t i = 0; i < ledger->count; i++)
            list_line(&listing, ledger->plan, &ledger->lines[i]);
    }
    return query_answer(&listing, job, findings);
}
