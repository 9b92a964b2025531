/* Every figure of a month. */
#include "base/text.h"
#include "command/query_month.h"
#include "content/month_maker.h"

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

/* clang-format off */
#define COLUMNS(COLUMN)                                                                                    \
    COLUMN(plan, WORD, month->plan)                                                                        \
    COLUMN(period, WORD, period_text(arena, month->period))                                                \
    COLUMN(regime, WORD, regime_token(month->regime))                                                      \
    COLUMN(first_day, WORD, date_token(arena, month->first_day))                                           \
    COLUMN(cut_off, WORD, date_token(arena, month->cut_off))                                               \
    COLUMN(kind, WORD, month_kind_token(line->kind))                                                       \
    COLUMN(subject, WORD, line->subject)                                                                   \
    COLUMN(source, WORD, line->source)                                                                     \
    COLUMN(phase, WORD, dong ? phase_token(line->phase) : NULL)                                            \
    COLUMN(unit, WORD, line->unit)                                                                         \
    COLUMN(month, WORD, token_of(arena, line->values[MONTH_ALONE].number, dong))                           \
    COLUMN(cumulative, WORD, token_of(arena, line->values[MONTH_CUMULATIVE].number, dong))                 \
    COLUMN(to_date, WORD, token_of(arena, line->values[MONTH_TO_DATE].number, dong))                       \
    COLUMN(planned, WORD, token_of(arena, line->planned, dong))                                            \
    COLUMN(previous, WORD, token_of(arena, line->values[MONTH_PREVIOUS].number, dong))                     \
    COLUMN(same, WORD, token_of(arena, line->values[MONTH_SAME].number, dong))                             \
    COLUMN(same_cumulative, WORD, token_of(arena, line->values[MONTH_SAME_CUMULATIVE].number, dong))       \
    COLUMN(change_previous, WORD, token_of(arena, line->change_previous, dong))                            \
    COLUMN(percent_previous, WORD, number_token(arena, line->percent_previous))                            \
    COLUMN(change_same, WORD, token_of(arena, line->change_same, dong))                                    \
    COLUMN(percent_same, WORD, number_token(arena, line->percent_same))                                    \
    COLUMN(change_cumulative, WORD, token_of(arena, line->change_cumulative, dong))                        \
    COLUMN(percent_cumulative, WORD, number_token(arena, line->percent_cumulative))                        \
    COLUMN(percent_planned, WORD, number_token(arena, line->percent_planned))                              \
    COLUMN(rate, WORD, number_token(arena, line->rate))                                                    \
    COLUMN(estimate_next, WORD, token_of(arena, line->outlook[OUTLOOK_NEXT].number, dong))                 \
    COLUMN(estimate_half, WORD, token_of(arena, line->outlook[OUTLOOK_HALF].number, dong))                 \
    COLUMN(estimate_half_to_date, WORD, token_of(arena, line->outlook[OUTLOOK_HALF_TO_DATE].number, dong)) \
    COLUMN(same_half, WORD, token_of(arena, line->outlook[OUTLOOK_SAME_HALF].number, dong))                \
    COLUMN(last_year, WORD, token_of(arena, line->outlook[OUTLOOK_LAST_YEAR].number, dong))                \
    COLUMN(estimate_year, WORD, token_of(arena, line->outlook[OUTLOOK_YEAR].number, dong))                 \
    COLUMN(estimate_year_to_date, WORD, token_of(arena, line->outlook[OUTLOOK_YEAR_TO_DATE].number, dong)) \
    COLUMN(next_planned, WORD, token_of(arena, line->next_planned, dong))                                  \
    COLUMN(change_half, WORD, token_of(arena, line->ratios[RATIO_HALF_SAME].change, dong))                 \
    COLUMN(percent_half, WORD, number_token(arena, line->ratios[RATIO_HALF_SAME].percent))                 \
    COLUMN(change_half_planned, WORD, token_of(arena, line->ratios[RATIO_HALF_PLANNED].change, dong))      \
    COLUMN(percent_half_planned, WORD, number_token(arena, line->ratios[RATIO_HALF_PLANNED].percent))      \
    COLUMN(change_year, WORD, token_of(arena, line->ratios[RATIO_YEAR_LAST].change, dong))                 \
    COLUMN(percent_year, WORD, number_token(arena, line->ratios[RATIO_YEAR_LAST].percent))                 \
    COLUMN(change_year_planned, WORD, token_of(arena, line->ratios[RATIO_YEAR_PLANNED].change, dong))      \
    COLUMN(percent_year_planned, WORD, number_token(arena, line->ratios[RATIO_YEAR_PLANNED].percent))      \
    COLUMN(change_year_budget, WORD, token_of(arena, line->ratios[RATIO_YEAR_BUDGET].change, dong))        \
    COLUMN(percent_year_budget, WORD, number_token(arena, line->ratios[RATIO_YEAR_BUDGET].percent))        \
    COLUMN(change_next_year, WORD, token_of(arena, line->ratios[RATIO_NEXT_YEAR].change, dong))            \
    COLUMN(percent_next_year, WORD, number_token(arena, line->ratios[RATIO_NEXT_YEAR].percent))            \
    COLUMN(change_next_actual, WORD, token_of(arena, line->ratios[RATIO_NEXT_ACTUAL].change, dong))        \
    COLUMN(percent_next_actual, WORD, number_token(arena, line->ratios[RATIO_NEXT_ACTUAL].percent))        \
    COLUMN(change_planned, WORD, token_of(arena, line->ratios[RATIO_PLANNED].change, dong))                \
    COLUMN(status, WORD, gap_status_token(line->status))                                                   \
    COLUMN(missing, WORD, missing_token(arena, month))                                                     \
    COLUMN(reason, WORD, month_reasons(arena, line))                                                       \
    COLUMN(label, WORD, month_label(line, arena))
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_line(struct listing *listing, const struct month *month, const struct month_line *line)
{
    struct arena *arena = listing->arena;
    bool dong = line->kind == MONTH_MONEY;
    COLUMNS(LISTING_CELL)
}

static void list_figures(struct listing *listing, const struct plan *plan, const struct month_request *request)
{
    struct month month = month_of(plan, request, listing->arena);
    for (size_t i = 0; i < month.line_count; i++)
        list_line(listing, &month, &month.lines[i]);
}

struct answer run_months(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    return query_month(&listing, list_figures, job, findings);
}
