#include "command/query.h"
#include "content/due_words.h"

static const struct listing_column COLUMNS[] = {
    { "plan", false }, { "unit", false },    { "kind", false }, { "period", false },   { "from", false },
    { "to", false },   { "cut_off", false }, { "due", false },  { "days_left", true }, { "state", false },
    { "rule", false }, { "file", false },    { "line", true },  { "what", false },
};

static const char *day_token(struct arena *arena, struct date day)
{
    return day.year ? date_token(arena, day) : NULL;
}

static void list_due(struct listing *listing, const struct due *due)
{
    struct arena *arena = listing->arena;
    listing_add(listing, due->plan);
    listing_add(listing, due->unit);
    listing_add(listing, due_kind_token(due->kind));
    listing_add(listing, due->period.year ? period_text(arena, due->period) : NULL);
    listing_add(listing, due_from(due));
    listing_add(listing, due_to(due, arena));
    listing_add(listing, day_token(arena, due->cut_off));
    listing_add(listing, day_token(arena, due->day));
    listing_add(listing, due->day.year ? arena_printf(arena, "%d", due->days_left) : NULL);
    listing_add(listing, due_state_token(due->state));
    listing_add(listing, due_rule(due));
    listing_add(listing, due->place.file);
    listing_add(listing, due->place.file ? arena_printf(arena, "%ld", due->place.line) : NULL);
    listing_add(listing, due_what(due, arena));
}

struct answer run_due(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    struct gaps_context run = inputs_context(&inputs, job->batch.as_of, (struct period){ job->batch.as_of.year, 0 });
    struct due_context context = { &run, job->batch.as_of, (int)job->days, NULL };
    struct due_list list = due_of(&context, arena);
    for (size_t i = 0; i < list.count; i++)
        list_due(&listing, &list.items[i]);
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}
