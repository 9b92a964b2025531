/* What changed in a month since last month's report. */
#include "calc/month_changes.h"
#include "command/query_month.h"

/* clang-format off */
#define COLUMNS(COLUMN)                                                                            \
    COLUMN(plan, WORD, plan->id)                                                                   \
    COLUMN(period, WORD, period_text(arena, month))                                                \
    COLUMN(change, WORD, month_event_token(change->event))                                         \
    COLUMN(of, WORD, period_text(arena, change->period))                                           \
    COLUMN(kind, WORD, figure ? month_kind_token(change->kind) : NULL)                             \
    COLUMN(subject, WORD, change->subject)                                                         \
    COLUMN(source, WORD, change->source)                                                           \
    COLUMN(phase, WORD, figure && change->kind == MONTH_MONEY ? phase_token(change->phase) : NULL) \
    COLUMN(before, WORD, change->before)                                                           \
    COLUMN(after, WORD, change->after)                                                             \
    COLUMN(document, WORD, document ? document->id : NULL)                                         \
    COLUMN(file, WORD, document ? document->place.file : NULL)                                     \
    COLUMN(line, INTEGER, document ? line_token(arena, document->place) : NULL)
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_change(struct listing *listing, const struct plan *plan, struct period month,
                        const struct month_change *change)
{
    struct arena *arena = listing->arena;
    bool figure = change->event != MONTH_EVENT_MISSING;
    const struct results *document = change->document;
    COLUMNS(LISTING_CELL)
}

static void list_changes(struct listing *listing, const struct plan *plan, const struct month_request *request)
{
    struct month_changes changes = month_changes_of(plan, request, listing->arena);
    for (size_t i = 0; i < changes.count; i++)
        list_change(listing, plan, request->period, &changes.items[i]);
}

struct answer run_changes(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    return query_month(&listing, list_changes, job, findings);
}
