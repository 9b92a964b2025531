/* What is to be reported by the decisions and the reporting regime; the as_of of the job is the day asked about. */
#include "calc/due.h"
#include "command/query.h"
#include "content/due_words.h"

static const char *day_token(struct arena *arena, struct date day)
{
    return day.year ? date_token(arena, day) : NULL;
}

/* clang-format off */
#define COLUMNS(COLUMN)                                                                             \
    COLUMN(plan, WORD, due->plan)                                                                   \
    COLUMN(unit, WORD, due->unit)                                                                   \
    COLUMN(kind, WORD, due_kind_token(due))                                                   \
    COLUMN(period, WORD, due->period.year ? period_text(arena, due->period) : NULL)                 \
    COLUMN(from, WORD, due_from(due, arena))                                                                \
    COLUMN(to, WORD, due_to(due, arena))                                                            \
    COLUMN(cut_off, WORD, day_token(arena, due->cut_off))                                           \
    COLUMN(due, WORD, day_token(arena, due->day))                                                   \
    COLUMN(days_left, INTEGER, due->day.year ? arena_printf(arena, "%d", due->days_left) : NULL)    \
    COLUMN(state, WORD, due_state_token(due->state))                                                \
    COLUMN(rule, WORD, due_rule(due))                                                                \
    COLUMN(file, WORD, due->place.file)                                                             \
    COLUMN(line, INTEGER, line_token(arena, due->place))                                            \
    COLUMN(what, WORD, due_what(due, arena))
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_due(struct listing *listing, const struct due *due)
{
    struct arena *arena = listing->arena;
    COLUMNS(LISTING_CELL)
}

struct answer run_due(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    inputs_refuse_orphans(&inputs, arena, findings);
    struct gaps_context run = inputs_context(&inputs, job->batch.as_of, (struct period){ job->batch.as_of.year, 0, 0 });
    struct due_context context = { &run, job->batch.as_of, (int)job->days, NULL };
    struct due_list list = due_of(&context, arena);
    for (size_t i = 0; i < list.count; i++)
        list_due(&listing, &list.items[i]);
    return query_answer(&listing, job, findings);
}
