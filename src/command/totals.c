/*
 * Totals by source of funds and year, stated and computed. Those of an amendment are of the plan as it stands with it: what it
 * changes and what it leaves out.
 */
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
    COLUMN(complete, WORD, total->complete ? "yes" : "no")                                  \
    COLUMN(amends, WORD, amended_id(plan))
/* clang-format on */

/* The id of the plan that the plan amends, as relation states it; NULL if it stands alone. */
static const char *amended_id(const struct plan *plan)
{
    for (size_t i = 0; i < plan->relation_count; i++)
        if (!plan->relations[i].replaces)
            return plan->relations[i].plan;
    return NULL;
}

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
    inputs_refuse_orphans(&inputs, arena, findings);
    for (size_t p = 0; p < inputs.count; p++) {
        struct totals totals;
        if (!totals_compute(&totals, inputs_in_force(&inputs, p, arena), arena, findings))
            continue;
        for (size_t i = 0; i < totals.count; i++)
            list_total(&listing, inputs.plans[p], &totals.items[i]);
    }
    return query_answer(&listing, job, findings);
}
