#include "check/observe_stopped.h"

#include "content/words.h"

static struct date stopped_in(const struct plan_table *table, const struct plan_row *row)
{
    while (!row->stopped.year && row->parent != NO_ROW)
        row = &table->rows[row->parent];
    return row->stopped;
}

struct date stopped_after(const struct plan *plan, const char *row)
{
    const struct plan_table *table;
    const struct plan_row *found = plan_row(plan, row, &table);
    return found ? stopped_in(table, found) : (struct date){ 0 };
}

bool begins_after(struct date first_day, struct date stopped)
{
    if (!stopped.year || !first_day.year)
        return false;
    return stopped.day ? date_cmp(first_day, stopped) > 0 : first_day.year > stopped.year;
}

const char *stopped_words(struct arena *arena, struct date stopped)
{
    return stopped.day ? date_words(arena, stopped) : arena_printf(arena, "năm %d", stopped.year);
}

/* A figure up to a day, or of the whole period, has begun before. */
static struct date first_day(struct figure_period period)
{
    if (period.to.year || !period.year)
        return (struct date){ 0 };
    return (struct date){ period.year, year_part_begins(period.part), 1 };
}

static bool says_something(const struct figure *figure)
{
    return figure->state == FIGURE_NUMBER ? figure->number.units != 0 : figure->state == FIGURE_LOST;
}

static void check_figures(const struct plan *plan, const struct plan_row *row, struct date stopped,
                          const struct figure *figures, size_t count, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t f = 0; f < count; f++)
        if (says_something(&figures[f]) && begins_after(first_day(figures[f].key.period), stopped))
            finding_add_about(findings, FINDING_AFTER_STOP, figures[f].place, ABOUT(row->id),
                              figure_name(arena, plan, row, &figures[f]), stopped_words(arena, stopped), NULL);
}

void observe_stopped(const struct plan *plan, struct findings *findings)
{
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            struct date stopped = stopped_in(&plan->tables[t], row);
            if (!stopped.year)
                continue;
            check_figures(plan, row, stopped, row->figures, row->figure_count, findings);
            check_figures(plan, row, stopped, row->keyed, row->keyed_count, findings);
        }
}
