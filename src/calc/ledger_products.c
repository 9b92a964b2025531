/* Sums of the kind count × price, against the row that they stand in. */
#include "base/text.h"
#include "calc/ledger_keyed.h"
#include "calc/ledger_line.h"

/* What the row costs in the whole period, all sources together; made from its cells where it does not print it. */
static const struct figure *cost_of(struct ledger_builder *builder, const struct plan_table *table, size_t row)
{
    const struct figure *own = row_figure(&table->rows[row], NULL, 0);
    struct sum sum = sum_of_row(table, row, NULL, 0, builder->arena);
    if (own)
        return own->state == FIGURE_NUMBER ? own : NULL;
    if (sum.count == 1 && !sum.incomplete)
        return sum.terms[0].figure;
    if (!sum.count || sum.incomplete || sum.overflow)
        return NULL;
    struct figure *made = arena_alloc(builder->arena, 1, sizeof *made);
    *made = (struct figure){ .place = table->rows[row].place,
                             .stated = true,
                             .state = FIGURE_NUMBER,
                             .dong = sum.dong,
                             .number = dec_from_whole(sum.dong, money_unit_power(table->unit), 0),
                             .unit = table->unit };
    return made;
}

static void add_cost(struct ledger_builder *builder, enum ledger_rule rule, const struct plan_table *table, size_t row,
                     int64_t cost)
{
    const struct figure *figure = cost_of(builder, table, row);
    if (!figure)
        return;
    struct figure *product = arena_alloc(builder->arena, 1, sizeof *product);
    *product = (struct figure){ .place = table->rows[row].place,
                                .state = FIGURE_NUMBER,
                                .dong = cost,
                                .unit = figure->unit,
                                .number = figure->number };
    struct sum sum = { 0 };
    sum_add(&sum, (struct term){ row, &table->rows[row], product, false }, builder->arena);
    ledger_add_sum(builder, rule, ledger_row(table, &table->rows[row]), figure, &sum);
}

/* The results of all sums in the label; false if one has none, or is of a year or anything else alone. */
static bool label_cost(int64_t *cost, const struct plan_row *row, enum money_unit unit)
{
    *cost = 0;
    for (size_t i = 0; i < row->label_sum_count; i++) {
        const struct label_sum *sum = &row->label_sums[i];
        int64_t dong;
        if (sum->per || !sum->has_result || !dec_shift_to_whole(&dong, sum->result, money_unit_power(unit)) ||
            !dong_add(cost, *cost, dong))
            return false;
    }
    return row->label_sum_count > 0;
}

static void add_label(struct ledger_builder *builder, const struct plan_table *table, size_t index)
{
    const struct plan_row *row = &table->rows[index];
    int64_t cost;
    if (label_cost(&cost, row, table->unit))
        add_cost(builder, LEDGER_LABEL_ROW, table, index, cost);
    if (row->label_sum_count != 1 || !row->label_sums[0].has_count || !row->has_quantity ||
        !text_equal(row->label_sums[0].count_unit, row->unit))
        return;
    struct ledger_line line = { .place = row->place,
                                .rule = LEDGER_LABEL_QUANTITY,
                                .unit = LEDGER_NUMBER,
                                .subject = ledger_row(table, row) };
    ledger_add_numbers(builder, line, row->label_sums[0].count, row->quantity);
}

/* The unit of a measure is money for one of what the row counts: triệu đồng/lớp. UNIT_NONE if it is no such price. */
static enum money_unit price_unit(const struct plan_measure *measure, const char *counted)
{
    const char *slash = measure->unit ? strchr(measure->unit, '/') : NULL;
    if (!slash || !counted || strcmp(slash + 1, counted) != 0)
        return UNIT_NONE;
    for (enum money_unit unit = UNIT_DONG; unit <= UNIT_BILLION; unit++) {
        const char *name = money_unit_name(unit);
        if (strlen(name) == (size_t)(slash - measure->unit) && strncmp(name, measure->unit, strlen(name)) == 0)
            return unit;
    }
    return UNIT_NONE;
}

static void add_price(struct ledger_builder *builder, const struct plan_table *table, size_t index)
{
    const struct plan_row *row = &table->rows[index];
    for (size_t f = 0; row->has_quantity && f < row->keyed_count; f++) {
        const struct figure *figure = &row->keyed[f];
        const struct plan_measure *measure = plan_measure(builder->plan, figure->key.measure);
        enum money_unit unit = measure && !figure->key.phase && !figure->key.source ? price_unit(measure, row->unit)
                                                                                    : UNIT_NONE;
        struct dec cost;
        int64_t dong;
        if (unit != UNIT_NONE && figure->state == FIGURE_NUMBER && dec_mul(&cost, row->quantity, figure->number) &&
            dec_shift_to_whole(&dong, cost, money_unit_power(unit)))
            add_cost(builder, LEDGER_QUANTITY_PRICE, table, index, dong);
    }
}

void ledger_add_products(struct ledger_builder *builder)
{
    for (size_t t = 0; t < builder->plan->table_count; t++)
        for (size_t r = 0; r < builder->plan->tables[t].row_count; r++) {
            add_label(builder, &builder->plan->tables[t], r);
            add_price(builder, &builder->plan->tables[t], r);
        }
}
