#include "content/annex_prose.h"

#include "base/text.h"
#include "model/figure_id.h"

bool annex_has_prose(const struct plan *plan)
{
    bool any = false;
    for (size_t p = 0; p < plan->prose_count; p++)
        any = any || plan->prose[p].figure_count > 0;
    for (size_t t = 0; t < plan->table_count; t++)
        any = any && !table_has_money(&plan->tables[t]);
    return any;
}

static bool is_named_before(const struct plan *plan, size_t index)
{
    for (size_t p = 0; p < index; p++)
        if (plan->prose[p].figure_count && strcmp(plan->prose[p].where, plan->prose[index].where) == 0)
            return true;
    return false;
}

const char *annex_prose_places(const struct plan *plan, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t p = 0; p < plan->prose_count; p++)
        if (plan->prose[p].figure_count && !is_named_before(plan, p))
            text_addf(&out, "%s%s", out.length ? "; " : "", plan->prose[p].where);
    return text_str(&out);
}

const struct plan_table *annex_prose_table(const struct plan *plan, struct arena *arena)
{
    struct plan_table *table = arena_alloc(arena, 1, sizeof *table);
    *table = (struct plan_table){ .id = "kinh-phi-trong-loi-van", .layout = "amounts-in-prose" };
    for (size_t p = plan->prose_count; p-- > 0;)
        if (plan->prose[p].figure_count)
            table->unit = plan->prose[p].figures[0].unit;
    return table;
}

static const char *time_of(const struct plan *plan, const struct figure *figure, struct arena *arena)
{
    if (figure->whole)
        return plan_years(arena, plan);
    return figure->year ? arena_printf(arena, "%d", figure->year) : "cả giai đoạn";
}

static void add_amount(struct items *list, const struct annex_table *table, const struct prose *prose,
                       const struct figure *figure, size_t number)
{
    struct arena *arena = table->arena;
    items_add(list, ROLE_BODY, 0);
    items_put(list, FACT_AMOUNT_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_AMOUNT_LABEL, value_text(figure->label));
    items_put(list, FACT_AMOUNT_SOURCE, value_text(figure->source ? figure->source->name : "mọi nguồn"));
    items_put(list, FACT_AMOUNT_PERIOD, value_text(time_of(table->ledger->plan, figure, arena)));
    struct value money = annex_prose_value(table, figure);
    money.fact = figure_id(arena, table->ledger->plan, prose->id, figure);
    items_put(list, FACT_AMOUNT_MONEY, money);
    if (!figure->words)
        return;
    items_add(list, ROLE_WORDS, 0);
    items_put(list, FACT_AMOUNT_LABEL, value_text(arena_printf(arena, "(%s)", figure->words)));
}

struct items annex_prose_items(const struct ledger *ledger, const struct plan_table *table, struct arena *arena)
{
    const struct plan *plan = ledger->plan;
    struct annex_table shown = { .ledger = ledger, .table = table, .arena = arena };
    struct items list = { .arena = arena };
    size_t number = 0;
    for (size_t p = 0; p < plan->prose_count; p++)
        for (size_t f = 0; f < plan->prose[p].figure_count; f++)
            if (plan->prose[p].figures[f].state != FIGURE_BLANK)
                add_amount(&list, &shown, &plan->prose[p], &plan->prose[p].figures[f], ++number);
    return list;
}
