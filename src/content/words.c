#include "content/words.h"

#include "base/numfmt.h"
#include "base/text.h"

const char *citation_words(struct arena *arena, const struct plan *plan)
{
    const struct decision *decision = &plan->decision;
    return arena_printf(arena, "%s số %s/%s %s của %s", decision->type_name, decision->code_number.text,
                        decision->code_notation, date_words(arena, decision->issued), decision->organ_name);
}

static const char *number_words(struct arena *arena, struct dec number)
{
    return numfmt_text(arena, (struct numfmt){ .decimals = number.scale }, number);
}

const char *goal_words(struct arena *arena, const struct measure *measure)
{
    static const char *const SIGNS[] = {
        [OP_EQ] = "",          [OP_GE] = "≥ ",     [OP_GT] = "> ", [OP_LE] = "≤ ",  [OP_LT] = "< ",
        [OP_ABOUT] = "khoảng ", [OP_ALMOST] = "gần ", [OP_RANGE] = "", [OP_NONE] = "",
    };
    if (measure->op == OP_NONE)
        return "";
    struct text out = text_in(arena);
    if (measure->kind == MEASURE_GROWTH)
        text_add(&out, "tăng ");
    text_add(&out, measure->kind == MEASURE_RANK && measure->op == OP_LE ? "top " : SIGNS[measure->op]);
    text_add(&out, number_words(arena, measure->low));
    if (measure->has_high)
        text_addf(&out, " - %s", number_words(arena, measure->high));
    return text_str(&out);
}

const char *period_words(struct arena *arena, const struct plan *plan)
{
    return arena_printf(arena, "%d-%d", plan->first_year, plan->last_year);
}
