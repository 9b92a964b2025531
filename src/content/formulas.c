#include "content/formulas.h"

enum { PERCENT = 100 };

/* The figure as it is printed; unknown if it is not a number. */
static struct number printed(const struct items *list, enum fact_id fact)
{
    const struct view_fact *found = item_fact(&list->items[list->count - 1], fact, figure_key_of(0, NULL));
    bool number = found && found->value.kind == VALUE_NUMBER;
    return number ? number_of(found->value.number) : (struct number){ .known = false };
}

static struct number percent(struct number part, struct number whole)
{
    return number_mul(number_div(part, whole), number_whole(PERCENT));
}

/* True if the figure, rounded to the decimals that are printed, is what is printed. */
static bool gives(const struct value *value, struct number figure)
{
    struct dec rounded;
    return value->kind == VALUE_NUMBER && figure.known && ratio_round(&rounded, figure.value, value->number.scale) &&
           dec_cmp(rounded, value->number) == 0;
}

/* "ROUND(", the pieces, "*100,2)": rounded also where nothing is divided, since a spreadsheet computes with fractions of two. */
static void put(struct value *value, const struct value_piece *pieces, size_t count, const char *factor, struct arena *arena)
{
    struct value_piece *all = arena_alloc(arena, count + 2, sizeof *all);
    all[0] = (struct value_piece){ .text = "ROUND(" };
    for (size_t i = 0; i < count; i++)
        all[i + 1] = pieces[i];
    all[count + 1] = (struct value_piece){ .text = arena_printf(arena, "%s,%u)", factor, value->number.scale) };
    value->formula = all;
    value->formula_count = count + 2;
}

void formula_share(struct value *share, const struct items *list, enum fact_id part, enum fact_id whole)
{
    const struct value_piece pieces[] = { { .fact = part }, { .text = "/" }, { .fact = whole } };
    if (gives(share, percent(printed(list, part), printed(list, whole))))
        put(share, pieces, sizeof pieces / sizeof *pieces, "*100", list->arena);
}

void formula_difference(struct value *difference, const struct items *list, enum fact_id from, enum fact_id less)
{
    const struct value_piece pieces[] = { { .fact = from }, { .text = "-" }, { .fact = less } };
    if (gives(difference, number_sub(printed(list, from), printed(list, less))))
        put(difference, pieces, sizeof pieces / sizeof *pieces, "", list->arena);
}

void formula_way(struct value *way, const struct items *list, enum fact_id now, enum fact_id goal, enum fact_id start)
{
    const struct value_piece pieces[] = {
        { .text = "(" }, { .fact = now }, { .text = "-" }, { .fact = start }, { .text = ")/(" }, { .fact = goal },
        { .text = "-" }, { .fact = start }, { .text = ")" },
    };
    struct number from = printed(list, start);
    if (gives(way, percent(number_sub(printed(list, now), from), number_sub(printed(list, goal), from))))
        put(way, pieces, sizeof pieces / sizeof *pieces, "*100", list->arena);
}
