#include "calc/ledger.h"

#include <assert.h>

#include "calc/adding_tables.h"
#include "calc/ledger_balance.h"
#include "calc/ledger_columns.h"
#include "calc/ledger_counts.h"
#include "calc/ledger_keyed.h"
#include "calc/ledger_line.h"
#include "calc/ledger_links.h"
#include "calc/ledger_quarters.h"
#include "calc/ledger_shares.h"
#include "calc/ledger_splits.h"
#include "calc/ledger_sums.h"
#include "calc/ledger_texts.h"

/* ---- figures that stand in no equality ---- */

static void add_if_single(struct ledger_builder *builder, struct ledger_subject subject, const struct figure *figure)
{
    const struct ledger *ledger = builder->ledger;
    if (figure->state == FIGURE_BLANK || map_find(&ledger->terms, figure) || map_find(&ledger->by_figure, figure))
        return;
    ledger_add(builder, (struct ledger_line){ .place = figure->place,
                                              .rule = LEDGER_STATED_ONCE,
                                              .verdict = LEDGER_UNCHECKED,
                                              .reason = LEDGER_ALONE,
                                              .unit = LEDGER_DONG,
                                              .subject = subject,
                                              .figure = figure,
                                              .stated = ledger_figure_side(figure) });
}

static void add_singles(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            for (size_t f = 0; f < row->figure_count; f++)
                add_if_single(builder, ledger_row(&plan->tables[t], row), &row->figures[f]);
        }
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++)
            add_if_single(builder, ledger_prose(&plan->prose[p]), &plan->prose[p].figures[f]);
}

/* ---- the whole ---- */

struct ledger *ledger_of(const struct plan *plan, const struct office *office, struct arena *arena)
{
    return ledger_as_printed(plan, office, NULL, arena);
}

struct ledger *ledger_as_printed(const struct plan *plan, const struct office *office, const struct layouts *layouts,
                                 struct arena *arena)
{
    assert(!plan->head_only);
    struct ledger *ledger = arena_alloc(arena, 1, sizeof *ledger);
    *ledger = (struct ledger){ .plan = plan,
                               .office = office,
                               .by_figure = map_of_addresses(arena),
                               .terms = map_of_addresses(arena) };
    ledger->adding = adding_of(plan, arena);
    struct ledger_builder builder = { ledger, plan, arena };
    ledger_add_sums(&builder);
    ledger_add_keyed(&builder);
    ledger_add_splits(&builder);
    ledger_add_balances(&builder);
    ledger_add_quarters(&builder);
    ledger_add_shares(&builder);
    ledger_add_links(&builder);
    ledger_add_words(&builder);
    ledger_add_counts(&builder);
    ledger_add_products(&builder);
    ledger_add_columns(&builder, layouts);
    ledger_add_citations(&builder);
    add_singles(&builder);
    return ledger;
}

const struct ledger_line *ledger_first(const struct ledger *ledger, const struct figure *figure)
{
    const size_t *first = map_find(&ledger->by_figure, figure);
    return first ? &ledger->lines[*first - 1] : NULL;
}

const struct ledger_line *ledger_next(const struct ledger *ledger, const struct ledger_line *line)
{
    return line->next ? &ledger->lines[line->next - 1] : NULL;
}

bool ledger_sums_parts(const struct ledger_line *line)
{
    return line->rule == LEDGER_CELLS_ROW || line->rule == LEDGER_ROWS_GROUP || line->rule == LEDGER_GROUPS_TOTAL;
}

const struct ledger_line *ledger_explains(const struct ledger *ledger, const struct figure *figure)
{
    const struct ledger_line *across = NULL;
    for (const struct ledger_line *line = ledger_first(ledger, figure); line; line = ledger_next(ledger, line)) {
        if (line->verdict != LEDGER_HOLDS || line->in_force || !ledger_sums_parts(line))
            continue;
        if (line->rule != LEDGER_CELLS_ROW)
            return line;
        across = line;
    }
    return across;
}

const struct sum_parts *ledger_parts(const struct ledger *ledger, const struct plan_table *table)
{
    return &ledger->adding.tables[table - ledger->plan->tables].parts;
}

const struct ledger *ledger_find(const struct ledger_set *set, const struct plan *plan)
{
    for (size_t i = 0; set && i < set->count; i++)
        if (set->items[i]->plan == plan)
            return set->items[i];
    return NULL;
}

const struct ledger *ledger_get(const struct ledger_set *set, const struct plan *plan, struct arena *arena)
{
    const struct ledger *kept = ledger_find(set, plan);
    return kept || !set || !set->again ? kept : set->again(set->keeper, plan, arena);
}

void ledger_put(struct ledger_set *set, const struct ledger *ledger, struct arena *arena)
{
    const struct ledger **added = ARENA_PUSH(arena, set->items, set->count, set->capacity);
    *added = ledger;
}
