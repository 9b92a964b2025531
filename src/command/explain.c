/* How a figure comes about, term by term. */
#include "content/explain.h"

#include "command/query.h"

/* clang-format off */
#define COLUMNS(COLUMN)                                                  \
    COLUMN(plan, WORD, plan->id)                                         \
    COLUMN(role, WORD, item->role)                                       \
    COLUMN(rule, WORD, item->rule)                                       \
    COLUMN(source, WORD, item->source)                                   \
    COLUMN(year, WORD, item->year)                                       \
    COLUMN(amount, WORD, item->amount)                                   \
    COLUMN(state, WORD, item->state)                                     \
    COLUMN(verdict, WORD, item->verdict)                                 \
    COLUMN(file, WORD, item->place.file)                                 \
    COLUMN(line, INTEGER, arena_printf(arena, "%ld", item->place.line))  \
    COLUMN(what, WORD, item->what)
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_item(struct listing *listing, const struct plan *plan, const struct explained *item)
{
    struct arena *arena = listing->arena;
    COLUMNS(LISTING_CELL)
}

/* The last path is the id of a row, a paragraph or a target. */
struct answer run_explain(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    const char *subject = job->paths[job->path_count - 1];
    bool found = !query_open(&inputs, job, job->path_count - 1, arena, findings);
    for (size_t p = 0; p < inputs.count; p++) {
        struct explanation explanation = { 0 };
        found = explain_subject(&explanation, inputs_ledger(&inputs, p, arena), subject, arena) || found;
        for (size_t i = 0; i < explanation.count; i++)
            list_item(&listing, inputs.plans[p], &explanation.items[i]);
    }
    if (!found)
        finding_add(findings, FINDING_UNKNOWN_SUBJECT, (struct place){ NULL, 0 }, subject, NULL);
    return query_answer(&listing, job, findings);
}
