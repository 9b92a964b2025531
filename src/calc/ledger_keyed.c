#include "calc/ledger_keyed.h"

#include "calc/cell_sum.h"

/* A figure of another measure or phase that is stated, or whose row has parts, against the rows that make up its own. */
static void add_whole(struct ledger_builder *builder, const struct plan_table *table, size_t row,
                      const struct figure *figure)
{
    const struct plan_measure *measure = plan_measure(builder->plan, figure->key.measure);
    const struct sum_parts *parts = ledger_parts(builder->ledger, table);
    bool money = !measure || measure->adds == ADDS_AS_MONEY;
    enum ledger_rule rule = !money                               ? LEDGER_MEASURE_SUM
                            : table->rows[row].kind == ROW_TOTAL ? LEDGER_GROUPS_TOTAL
                                                                 : LEDGER_ROWS_GROUP;
    struct cell_sum all = CELL_SUM_EMPTY;
    for (size_t i = parts->starts[row]; i < parts->starts[row + 1]; i++)
        cell_sum_add(&all, table, parts->rows[i], figure->key, parts->minus[i], builder->arena);
    cell_sum_compare(builder, rule, ledger_row(table, &table->rows[row]), figure, &all);
}

void ledger_add_keyed(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++) {
        const struct plan_table *table = &builder->plan->tables[t];
        for (size_t r = 0; r < table->row_count; r++) {
            const struct plan_row *row = &table->rows[r];
            for (size_t f = 0; f < row->keyed_count; f++)
                if ((row->keyed[f].stated || row->has_children) && !row->keyed[f].change)
                    add_whole(builder, table, r, &row->keyed[f]);
        }
    }
}
