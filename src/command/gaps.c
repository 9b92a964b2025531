#include "calc/gaps.h"
#include "command/query.h"

static const struct listing_column COLUMNS[] = {
    { "plan", false },          { "target", false },       { "indicator", false },   { "label", false },
    { "unit", false },          { "op", false },           { "target_low", false },  { "target_high", false },
    { "target_year", true },    { "baseline", false },     { "actual_low", false },  { "actual_high", false },
    { "actual_year", true },    { "actual_status", false }, { "gap", false },        { "achievement", false },
    { "expected", false },      { "needed_per_year", false }, { "status", false },   { "national_target", false },
    { "national_gap", false },  { "reason", false },
};

static const char *dec_token(struct arena *arena, bool has, struct dec value)
{
    char buffer[DEC_TEXT_SIZE];
    return has ? arena_string(arena, dec_format(buffer, value)) : NULL;
}

static const char *token_of_year(struct arena *arena, int year)
{
    return year ? arena_printf(arena, "%d", year) : NULL;
}

/* "50.00", "20.00..30.00" */
static const char *span_token(struct arena *arena, const struct gap_span *span)
{
    const char *low = number_token(arena, span->low);
    return low && span->is_range ? arena_printf(arena, "%s..%s", low, number_token(arena, span->high)) : low;
}

static void list_goal(struct listing *listing, const struct gap *gap)
{
    struct arena *arena = listing->arena;
    listing_add(listing, gap->target);
    listing_add(listing, gap->indicator);
    listing_add(listing, gap->label);
    listing_add(listing, gap->unit);
    listing_add(listing, op_token(gap->goal.op));
    listing_add(listing, dec_token(arena, gap->goal.has_low, gap->goal.low));
    listing_add(listing, dec_token(arena, gap->goal.has_high, gap->goal.high));
    listing_add(listing, token_of_year(arena, gap->target_year));
}

static void list_gap(struct listing *listing, const struct gaps *gaps, const struct gap *gap)
{
    struct arena *arena = listing->arena;
    listing_add(listing, gaps->plan);
    list_goal(listing, gap);
    listing_add(listing, number_token(arena, gap->baseline));
    listing_add(listing, number_token(arena, gap->actual.low));
    listing_add(listing, gap->actual.is_range ? number_token(arena, gap->actual.high) : NULL);
    listing_add(listing, token_of_year(arena, gap->actual_year));
    listing_add(listing, gap_actual_token(gaps, gap));
    listing_add(listing, number_token(arena, gap->gap));
    listing_add(listing, number_token(arena, gap->achievement));
    listing_add(listing, number_token(arena, gap->expected));
    listing_add(listing, number_token(arena, gap->needed));
    listing_add(listing, gap_status_token(gap->status));
    listing_add(listing, span_token(arena, &gap->national));
    listing_add(listing, number_token(arena, gap->national_gap));
    listing_add(listing, gap_reasons(arena, gap));
}

struct answer run_gaps(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(COLUMNS, sizeof COLUMNS / sizeof *COLUMNS, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    inputs_refuse_orphans(&inputs, arena, findings);
    struct chains chains = inputs_chains(&inputs, job->batch.as_of, (struct period){ job->year, 0 }, arena);
    for (size_t c = 0; c < chains.count; c++) {
        struct gaps gaps = gaps_of(chains.items[c].now, &chains.context, arena);
        for (size_t i = 0; i < gaps.count; i++)
            list_gap(&listing, &gaps, &gaps.items[i]);
    }
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}
