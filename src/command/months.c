#include "base/text.h"
#include "calc/month.h"
#include "command/query.h"

static const struct listing_column FIGURES[] = {
    { "plan", false },           { "period", false },          { "regime", false },         { "first_day", false },
    { "cut_off", false },        { "kind", false },            { "subject", false },        { "source", false },
    { "phase", false },          { "unit", false },            { "month", false },          { "cumulative", false },
    { "to_date", false },        { "planned", false },         { "previous", false },       { "same", false },
    { "same_cumulative", false }, { "change_previous", false }, { "percent_previous", false }, { "change_same", false },
    { "percent_same", false },   { "change_cumulative", false }, { "percent_cumulative", false }, { "percent_planned", false },
    { "rate", false },
    { "estimate_next", false },  { "estimate_half", false },   { "estimate_half_to_date", false },
    { "same_half", false },      { "last_year", false },       { "estimate_year", false },
    { "estimate_year_to_date", false }, { "next_planned", false },
    { "change_half", false },         { "percent_half", false },
    { "change_half_planned", false }, { "percent_half_planned", false },
    { "change_year", false },         { "percent_year", false },
    { "change_year_planned", false }, { "percent_year_planned", false },
    { "change_year_budget", false },  { "percent_year_budget", false },
    { "change_next_year", false },    { "percent_next_year", false },
    { "change_next_actual", false },  { "percent_next_actual", false },
    { "change_planned", false },
    { "status", false },          { "missing", false },        { "reason", false },
    { "label", false },
};

static const struct listing_column CHANGES[] = {
    { "plan", false },  { "period", false }, { "change", false }, { "of", false },       { "kind", false },
    { "subject", false }, { "source", false }, { "phase", false },  { "before", false }, { "after", false },
    { "document", false }, { "file", false },  { "line", true },
};

static const char *token_of(struct arena *arena, struct number number, bool dong)
{
    const char *token = number_token(arena, number);
    return token && dong ? arena_copy(arena, token, strcspn(token, ".")) : token;
}

static const char *missing_token(struct arena *arena, const struct month *month)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < month->missing_count; i++)
        text_addf(&out, "%s%s", i ? " " : "", period_text(arena, month->missing[i]));
    return text_str(&out);
}

static void list_head(struct listing *listing, const struct month *month, const struct month_line *line)
{
    struct arena *arena = listing->arena;
    listing_add(listing, month->plan);
    listing_add(listing, period_text(arena, month->period));
    listing_add(listing, regime_token(month->regime));
    listing_add(listing, date_token(arena, month->first_day));
    listing_add(listing, date_token(arena, month->cut_off));
    listing_add(listing, month_kind_token(line->kind));
    listing_add(listing, line->subject);
    listing_add(listing, line->source);
    listing_add(listing, line->kind == MONTH_MONEY ? phase_token(line->phase) : NULL);
    listing_add(listing, line->unit);
}

/* Estimates, the years around, and how they compare; of what is planned the percentage stands before. */
static void list_outlook(struct listing *listing, const struct month_line *line, bool dong)
{
    struct arena *arena = listing->arena;
    for (int i = 0; i < OUTLOOK_COLUMNS; i++)
        listing_add(listing, token_of(arena, line->outlook[i].number, dong));
    listing_add(listing, token_of(arena, line->next_planned, dong));
    for (int i = 0; i < OUTLOOK_RATIOS; i++) {
        listing_add(listing, token_of(arena, line->ratios[i].change, dong));
        if (i != RATIO_PLANNED)
            listing_add(listing, number_token(arena, line->ratios[i].percent));
    }
}

static void list_line(struct listing *listing, const struct month *month, const struct month_line *line)
{
    struct arena *arena = listing->arena;
    bool dong = line->kind == MONTH_MONEY;
    const struct month_value *values = line->values;
    list_head(listing, month, line);
    listing_add(listing, token_of(arena, values[MONTH_ALONE].number, dong));
    listing_add(listing, token_of(arena, values[MONTH_CUMULATIVE].number, dong));
    listing_add(listing, token_of(arena, values[MONTH_TO_DATE].number, dong));
    listing_add(listing, token_of(arena, line->planned, dong));
    listing_add(listing, token_of(arena, values[MONTH_PREVIOUS].number, dong));
    listing_add(listing, token_of(arena, values[MONTH_SAME].number, dong));
    listing_add(listing, token_of(arena, values[MONTH_SAME_CUMULATIVE].number, dong));
    listing_add(listing, token_of(arena, line->change_previous, dong));
    listing_add(listing, number_token(arena, line->percent_previous));
    listing_add(listing, token_of(arena, line->change_same, dong));
    listing_add(listing, number_token(arena, line->percent_same));
    listing_add(listing, token_of(arena, line->change_cumulative, dong));
    listing_add(listing, number_token(arena, line->percent_cumulative));
    listing_add(listing, number_token(arena, line->percent_planned));
    listing_add(listing, number_token(arena, line->rate));
    list_outlook(listing, line, dong);
    listing_add(listing, gap_status_token(line->status));
    listing_add(listing, missing_token(arena, month));
    listing_add(listing, month_reasons(arena, line));
    listing_add(listing, line->label);
}

/* The lines of one plan in force. */
typedef void list_plan(struct listing *listing, const struct plan *plan, const struct month_request *request);

static struct answer answer_of(struct listing listing, list_plan *list, const struct job *job, struct findings *findings)
{
    struct inputs inputs;
    query_open(&inputs, job, job->path_count, listing.arena, findings);
    inputs_refuse_orphans(&inputs, listing.arena, findings);
    struct chains chains = inputs_chains(&inputs, job->batch.as_of, inputs_month(&inputs, job), listing.arena);
    struct month_request request = month_request_of(&chains.context, job->since);
    for (size_t c = 0; c < chains.count; c++)
        list(&listing, chains.items[c].now, &request);
    findings_sort(findings);
    return (struct answer){ listing_print(&listing, job->listing) };
}

static void list_figures(struct listing *listing, const struct plan *plan, const struct month_request *request)
{
    struct month month = month_of(plan, request, listing->arena);
    for (size_t i = 0; i < month.line_count; i++)
        list_line(listing, &month, &month.lines[i]);
}

struct answer run_months(const struct job *job, struct arena *arena, struct findings *findings)
{
    return answer_of(listing_of(FIGURES, sizeof FIGURES / sizeof *FIGURES, arena), list_figures, job, findings);
}

static void list_change(struct listing *listing, const char *plan, struct period month, const struct month_change *change)
{
    struct arena *arena = listing->arena;
    bool figure = change->event != MONTH_EVENT_MISSING;
    const struct results *document = change->document;
    listing_add(listing, plan);
    listing_add(listing, period_text(arena, month));
    listing_add(listing, month_event_token(change->event));
    listing_add(listing, period_text(arena, change->period));
    listing_add(listing, figure ? month_kind_token(change->kind) : NULL);
    listing_add(listing, change->subject);
    listing_add(listing, change->source);
    listing_add(listing, figure && change->kind == MONTH_MONEY ? phase_token(change->phase) : NULL);
    listing_add(listing, change->before);
    listing_add(listing, change->after);
    listing_add(listing, document ? document->id : NULL);
    listing_add(listing, document ? document->place.file : NULL);
    listing_add(listing, document ? arena_printf(arena, "%ld", document->place.line) : NULL);
}

static void list_changes(struct listing *listing, const struct plan *plan, const struct month_request *request)
{
    struct month_changes changes = month_changes_of(plan, request, listing->arena);
    for (size_t i = 0; i < changes.count; i++)
        list_change(listing, plan->id, request->period, &changes.items[i]);
}

struct answer run_changes(const struct job *job, struct arena *arena, struct findings *findings)
{
    return answer_of(listing_of(CHANGES, sizeof CHANGES / sizeof *CHANGES, arena), list_changes, job, findings);
}
