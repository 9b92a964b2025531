#include "content/gap_formulas.h"

enum { PERCENT = 100 };

static struct number printed(const struct value *value)
{
    return value->kind == VALUE_NUMBER ? number_of(value->number) : (struct number){ .known = false };
}

/* True if the share, rounded to the decimals that are printed, is what is printed. */
static bool gives(const struct value *value, struct number part, struct number whole)
{
    struct dec rounded;
    struct number share = number_mul(number_div(part, whole), number_whole(PERCENT));
    return value->kind == VALUE_NUMBER && share.known && ratio_round(&rounded, share.value, value->number.scale) &&
           dec_cmp(rounded, value->number) == 0;
}

/* "ROUND(", the pieces, "*100,2)" */
static void put(struct value *value, const struct value_piece *pieces, size_t count, struct arena *arena)
{
    struct value_piece *all = arena_alloc(arena, count + 2, sizeof *all);
    all[0] = (struct value_piece){ .text = "ROUND(" };
    for (size_t i = 0; i < count; i++)
        all[i + 1] = pieces[i];
    all[count + 1] = (struct value_piece){ .text = arena_printf(arena, "*%d,%u)", PERCENT, value->number.scale) };
    value->formula = all;
    value->formula_count = count + 2;
}

void gap_put_achievement_formula(struct value *achievement, const struct gap *gap, const struct value *goal,
                                 const struct value *actual, struct arena *arena)
{
    bool higher = gap->direction == DIRECTION_HIGHER;
    const struct value_piece pieces[] = {
        { .fact = higher ? FACT_GAP_ACTUAL : FACT_GAP_GOAL_NUMBER },
        { .text = "/" },
        { .fact = higher ? FACT_GAP_GOAL_NUMBER : FACT_GAP_ACTUAL },
    };
    if (gives(achievement, printed(higher ? actual : goal), printed(higher ? goal : actual)))
        put(achievement, pieces, sizeof pieces / sizeof *pieces, arena);
}

void gap_put_progress_formula(struct value *progress, const struct value *goal, const struct value *actual,
                              const struct value *baseline, struct arena *arena)
{
    static const struct value_piece PIECES[] = {
        { .text = "(" },   { .fact = FACT_GAP_ACTUAL },      { .text = "-" }, { .fact = FACT_GAP_BASELINE },
        { .text = ")/(" }, { .fact = FACT_GAP_GOAL_NUMBER }, { .text = "-" }, { .fact = FACT_GAP_BASELINE },
        { .text = ")" },
    };
    struct number from = printed(baseline);
    if (gives(progress, number_sub(printed(actual), from), number_sub(printed(goal), from)))
        put(progress, PIECES, sizeof PIECES / sizeof *PIECES, arena);
}
