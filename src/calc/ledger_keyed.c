#include "calc/ledger_keyed.h"

#include "base/text.h"
#include "calc/ledger_line.h"

/* What is collected for one stated figure: money as a sum, numbers beside it. */
struct collected {
    struct sum sum;
    struct dec number;
    bool fits;
};

struct keyed {
    struct ledger_builder *builder;
    const struct plan_table *table;
    const struct sum_parts *parts;
};

static bool is_child(const struct plan_table *table, size_t row, size_t parent)
{
    return table->rows[row].parent == (int)parent && !table->rows[row].apart;
}

static void add_number(struct collected *collected, const struct figure *figure, bool minus)
{
    struct dec number = figure->state == FIGURE_NUMBER ? figure->number : dec_of(0);
    if (minus)
        number.units = -number.units;
    collected->fits = collected->fits && dec_add(&collected->number, collected->number, number);
}

/* The figure of the row with that key, else those of its children. */
static void collect(const struct keyed *keyed, struct collected *collected, size_t row, struct figure_key key, bool minus)
{
    const struct plan_table *table = keyed->table;
    const struct figure *own = row_figure_at(&table->rows[row], key);
    if (own && own->state != FIGURE_BLANK) {
        add_number(collected, own, minus);
        sum_add(&collected->sum, (struct term){ row, &table->rows[row], own, minus }, keyed->builder->arena);
    }
    for (size_t r = row + 1; !own && r < table->row_count && table->rows[r].level > table->rows[row].level; r++)
        if (is_child(table, r, row))
            collect(keyed, collected, r, key, minus);
}

static void add_measure_sum(const struct keyed *keyed, size_t row, const struct figure *figure,
                            const struct collected *collected)
{
    if (!collected->sum.count || collected->sum.incomplete || !collected->fits || figure->state != FIGURE_NUMBER)
        return;
    struct ledger_line line = { .place = figure->place,
                                .rule = LEDGER_MEASURE_SUM,
                                .unit = LEDGER_NUMBER,
                                .subject = ledger_row(keyed->table, &keyed->table->rows[row]),
                                .figure = figure };
    ledger_add_numbers(keyed->builder, line, figure->number, collected->number);
}

static void add_stated(const struct keyed *keyed, size_t row, const struct figure *figure)
{
    const struct plan_measure *measure = figure->key.measure ? plan_measure(keyed->builder->plan, figure->key.measure)
                                                             : NULL;
    const struct plan_row *at = &keyed->table->rows[row];
    struct collected collected = { .number = dec_of(0), .fits = true };
    if (measure && measure->adds == ADDS_NEVER)
        return;
    for (size_t i = keyed->parts->starts[row]; i < keyed->parts->starts[row + 1]; i++)
        collect(keyed, &collected, keyed->parts->rows[i], figure->key, keyed->parts->minus[i]);
    if (measure && measure->adds != ADDS_AS_MONEY)
        add_measure_sum(keyed, row, figure, &collected);
    else
        ledger_add_sum(keyed->builder, at->kind == ROW_TOTAL ? LEDGER_GROUPS_TOTAL : LEDGER_ROWS_GROUP,
                       ledger_row(keyed->table, at), figure, &collected.sum);
}

/* ---- a second split ---- */

/* Each split has its turn at its first row. */
static bool begins_split(const struct plan_table *table, size_t row)
{
    const struct plan_row *at = &table->rows[row];
    if (!at->apart || at->of_which || at->outside)
        return false;
    for (size_t r = 0; r < row; r++)
        if (table->rows[r].parent == at->parent && table->rows[r].apart && !table->rows[r].of_which &&
            !table->rows[r].outside && text_equal(table->rows[r].split, at->split))
            return false;
    return true;
}

static void add_split(const struct keyed *keyed, size_t first, size_t whole)
{
    const struct plan_table *table = keyed->table;
    const struct plan_row *parent = &table->rows[whole], *split = &table->rows[first];
    for (size_t f = 0; f < parent->figure_count; f++) {
        struct collected collected = { .number = dec_of(0), .fits = true };
        for (size_t r = first; r < table->row_count; r++) {
            const struct plan_row *row = &table->rows[r];
            if (row->parent == split->parent && !row->of_which && !row->outside && text_equal(row->split, split->split))
                collect(keyed, &collected, r, parent->figures[f].key, false);
        }
        ledger_add_sum(keyed->builder, LEDGER_SPLIT, ledger_row(table, parent), &parent->figures[f], &collected.sum);
    }
}

/* Of rows at the top the total that names none is what they fill. */
static void add_splits(const struct keyed *keyed, size_t row)
{
    const struct plan_table *table = keyed->table;
    if (!begins_split(table, row))
        return;
    if (table->rows[row].parent != NO_ROW)
        add_split(keyed, row, (size_t)table->rows[row].parent);
    for (size_t r = 0; table->rows[row].parent == NO_ROW && r < table->row_count; r++)
        if (table->rows[r].kind == ROW_TOTAL && !table->rows[r].of_count)
            add_split(keyed, row, r);
}

void ledger_add_keyed(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++) {
        const struct plan_table *table = &builder->plan->tables[t];
        const struct keyed keyed = { builder, table, ledger_parts(builder->ledger, table) };
        for (size_t r = 0; r < table->row_count; r++) {
            for (size_t f = 0; f < table->rows[r].keyed_count; f++)
                if (table->rows[r].keyed[f].stated && !table->rows[r].keyed[f].change)
                    add_stated(&keyed, r, &table->rows[r].keyed[f]);
            add_splits(&keyed, r);
        }
    }
}
