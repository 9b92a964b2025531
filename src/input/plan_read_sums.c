/*
 * Sums that stand alone: a figure keyed as a sum, of which the table holds no part as money by year and source. Its row is split
 * by quarters or spans of years, its parts are all "trong đó", or the rows under it print no money. It is then the amount of its
 * row, and counts in the totals of the plan as one.
 *
 * In a plan that amends another the parts are in the plan amended: sums stay sums.
 */
#include "input/plan_reader.h"

#include "base/map.h"

struct settler {
    const struct plan_table *table;
    struct map parted; /* figures that have parts */
};

static bool is_part(const struct figure *figure, const struct figure *sum)
{
    return sum->stated && figure != sum && figure_key_within(figure->key, sum->key);
}

/* What the figure is a part of: in its row, and in those that the row stands in, up to the one that adds nothing to its own. */
static void find_wholes(struct settler *settler, const struct plan_row *row, const struct figure *figure)
{
    for (;;) {
        for (size_t f = 0; f < row->figure_count; f++)
            if (is_part(figure, &row->figures[f]))
                *map_at(&settler->parted, &row->figures[f]) = 1;
        if (row->apart || row->parent == NO_ROW)
            return;
        row = &settler->table->rows[row->parent];
    }
}

/* Quarters and spans beside a sum of their own row leave it an amount: which of them make it up is not told. */
static void find_wholes_of_row(struct settler *settler, const struct plan_row *row)
{
    const struct figure *part;
    for (size_t at = 0; (part = row_planned(row, &at));) {
        bool plain = figure_key_is_plain(part->key), above = !row->apart && row->parent != NO_ROW;
        if (part->state != FIGURE_BLANK && (plain || above))
            find_wholes(settler, plain ? row : &settler->table->rows[row->parent], part);
    }
}

static bool amends(const struct plan *plan)
{
    for (size_t i = 0; i < plan->relation_count; i++)
        if (!plan->relations[i].replaces)
            return true;
    return false;
}

void settle_sums(struct plan_reader *reader, const struct plan_table *table)
{
    if (amends(reader->plan))
        return;
    struct settler settler = { .table = table, .parted = map_of_addresses(reader->scratch) };
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind != ROW_TOTAL)
            find_wholes_of_row(&settler, &table->rows[r]);
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; table->rows[r].kind != ROW_TOTAL && f < table->rows[r].figure_count; f++) {
            struct figure *figure = &table->rows[r].figures[f];
            figure->stated = figure->stated && map_find(&settler.parted, figure);
        }
}
