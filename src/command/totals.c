/* Totals by source of funds and year, stated and computed. */
#include "calc/totals.h"
#include "command/query.h"
#include "content/words.h"

/* clang-format off */
#define COLUMNS(COLUMN)                                                                     \
    COLUMN(plan, WORD, plan->id)                                                            \
    COLUMN(source, WORD, total->source ? total->source->id : NULL)                          \
    COLUMN(code, WORD, total->source ? total->source->code : NULL)                          \
    COLUMN(year, WORD, year_token(arena, total->year))                                      \
    COLUMN(stated, INTEGER, total->has_stated ? dong_token(arena, total->stated) : NULL)    \
    COLUMN(computed, INTEGER, total->has_computed ? dong_token(arena, total->computed) : NULL) \
    COLUMN(complete, WORD, total->complete ? "yes" : "no")
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_total(struct listing *listing, const struct plan *plan, const struct total *total)
{
    struct arena *arena = listing->arena;
    COLUMNS(LISTING_CELL)
}

struct answer run_totals(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    for (size_t p = 0; p < inputs.count; p++) {
        struct totals totals;
        if (!totals_compute(&totals, inputs.plans[p], arena, findings))
            continue;
        for (size_t i = 0; i < totals.count; i++)
            list_total(&listing, inputs.plans[p], &totals.items[i]);
    }
    return query_answer(&listing, job, findings);
}
