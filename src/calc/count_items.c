#include "calc/count_items.h"

#include "base/text.h"

/* A row of its own: neither a sum, nor a part or another split of what other rows say. */
static bool is_item(const struct plan_table *table, size_t row)
{
    const struct plan_row *at = &table->rows[row];
    bool of_source = at->source && at->parent != NO_ROW;
    return at->kind != ROW_TOTAL && !at->of_which && !of_source && !at->repealed && (!at->apart || at->outside);
}

static bool has_items(const struct plan_table *table, size_t row)
{
    for (size_t r = row + 1; r < table->row_count && table->rows[r].level > table->rows[row].level; r++)
        if (table->rows[r].parent == (int)row && is_item(table, r))
            return true;
    return false;
}

static size_t items_under(const struct plan_table *table, int parent, bool last)
{
    size_t found = 0;
    for (size_t r = parent == NO_ROW ? 0 : (size_t)parent + 1; r < table->row_count; r++) {
        if (parent != NO_ROW && table->rows[r].level <= table->rows[parent].level)
            break;
        if (table->rows[r].parent != parent || !is_item(table, r))
            continue;
        found += last && has_items(table, r) ? items_under(table, (int)r, last) : 1;
    }
    return found;
}

static size_t items_of(const struct plan *plan, const char *id, bool last)
{
    size_t found = 0;
    for (size_t t = 0; t < plan->table_count; t++) {
        const struct plan_table *table = &plan->tables[t];
        int row = table_row(table, id);
        if (strcmp(table->id, id) == 0 || row != NO_ROW)
            return items_under(table, row, last);
    }
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        found += strcmp(target->id, id) == 0 ||
                 (text_equal(plan->targets_id, id) && !target->continues && !target->measure.part_of);
    }
    return found;
}

size_t count_items(const struct plan *plan, const struct count *count)
{
    size_t found = 0;
    for (size_t i = 0; i < count->item_count; i++)
        found += items_of(plan, count->items[i], count->each_last);
    return found;
}
