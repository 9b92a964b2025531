/* Every target against what was achieved by the end of the year. */
#include "calc/gaps.h"
#include "command/query.h"

static const char *dec_token(struct arena *arena, bool has, struct dec value)
{
    char buffer[DEC_TEXT_SIZE];
    return has ? arena_string(arena, dec_format(buffer, value)) : NULL;
}

static const char *token_of_year(struct arena *arena, int year)
{
    return year ? arena_printf(arena, "%d", year) : NULL;
}

static const char *token_of_period(struct arena *arena, struct period period)
{
    return period.year ? period_text(arena, period) : NULL;
}

static const char *high_token(struct arena *arena, const struct gap_span *span)
{
    return span->is_range ? number_exact_token(arena, span->high) : NULL;
}

/* How many were ranked, where the figure is a rank. */
static const char *ranked_token(struct arena *arena, const struct gap *gap)
{
    const struct result_value *value = gap->actual_year ? gap->reported : gap->latest.value;
    return value ? dec_token(arena, value->measure.has_out_of, value->measure.out_of) : NULL;
}

/* "50.00", "20.00..30.00" */
static const char *span_token(struct arena *arena, const struct gap_span *span)
{
    const char *low = number_token(arena, span->low);
    return low && span->is_range ? arena_printf(arena, "%s..%s", low, number_token(arena, span->high)) : low;
}

/* clang-format off */
#define COLUMNS(COLUMN)                                                                            \
    COLUMN(plan, WORD, gaps->plan)                                                                 \
    COLUMN(target, WORD, gap->target)                                                              \
    COLUMN(indicator, WORD, gap->indicator)                                                        \
    COLUMN(label, WORD, gap->label)                                                                \
    COLUMN(unit, WORD, gap->unit)                                                                  \
    COLUMN(op, WORD, op_token(gap->goal.op))                                                       \
    COLUMN(target_low, WORD, dec_token(arena, gap->goal.has_low, gap->goal.low))                   \
    COLUMN(target_high, WORD, dec_token(arena, gap->goal.has_high, gap->goal.high))                \
    COLUMN(target_year, INTEGER, token_of_year(arena, gap->target_year))                           \
    COLUMN(baseline, WORD, number_exact_token(arena, gap->baseline))                                     \
    COLUMN(actual_low, WORD, number_exact_token(arena, gap->actual.low))                                 \
    COLUMN(actual_high, WORD, high_token(arena, &gap->actual)) \
    COLUMN(actual_year, INTEGER, token_of_year(arena, gap->actual_year))                           \
    COLUMN(actual_status, WORD, gap_actual_token(gaps, gap))                                       \
    COLUMN(gap, WORD, number_exact_token(arena, gap->gap))                                               \
    COLUMN(achievement, WORD, number_share_token(arena, gap->achievement))                         \
    COLUMN(expected, WORD, number_exact_token(arena, gap->expected))                                     \
    COLUMN(needed_per_year, WORD, number_token(arena, gap->needed))                                \
    COLUMN(status, WORD, gap_status_token(gap->status))                                            \
    COLUMN(national_target, WORD, span_token(arena, &gap->national))                               \
    COLUMN(national_gap, WORD, number_exact_token(arena, gap->national_gap))                             \
    COLUMN(reason, WORD, gap_reasons(arena, gap))                                                  \
    COLUMN(actual_month, INTEGER, token_of_year(arena, gap->actual_month))                         \
    COLUMN(latest_low, WORD, number_exact_token(arena, gap->latest.span.low))                      \
    COLUMN(latest_high, WORD, high_token(arena, &gap->latest.span))                                \
    COLUMN(latest_period, WORD, token_of_period(arena, gap->latest.period))                        \
    COLUMN(baseline_year, INTEGER, token_of_year(arena, gap->baseline_year))                       \
    COLUMN(baseline_origin, WORD, gap_baseline_token(gap->baseline_origin))                        \
    COLUMN(progress, WORD, number_share_token(arena, gap->progress))                               \
    COLUMN(gap_low, WORD, number_exact_token(arena, gap->gap_bounds.low))                          \
    COLUMN(gap_high, WORD, number_exact_token(arena, gap->gap_bounds.high))                        \
    COLUMN(mean_growth, WORD, number_token(arena, gap->mean))                                      \
    COLUMN(mean_years, INTEGER, token_of_year(arena, gap->mean_years))                             \
    COLUMN(mean_gap, WORD, number_exact_token(arena, gap->mean_gap))                               \
    COLUMN(growth_index, WORD, number_token(arena, gap->index))                                    \
    COLUMN(national_mean_gap, WORD, number_exact_token(arena, gap->national_mean_gap))             \
    COLUMN(out_of, WORD, ranked_token(arena, gap))
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_gap(struct listing *listing, const struct gaps *gaps, const struct gap *gap)
{
    struct arena *arena = listing->arena;
    COLUMNS(LISTING_CELL)
}

struct answer run_gaps(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    query_open(&inputs, job, job->path_count, arena, findings);
    inputs_refuse_orphans(&inputs, arena, findings);
    struct chains chains = inputs_chains(&inputs, job->batch.as_of, (struct period){ job->year, 0, 0 }, arena);
    for (size_t c = 0; c < chains.count; c++) {
        struct gaps gaps = gaps_of(chains.items[c].now, &chains.context, arena);
        for (size_t i = 0; i < gaps.count; i++)
            list_gap(&listing, &gaps, &gaps.items[i]);
    }
    return query_answer(&listing, job, findings);
}
