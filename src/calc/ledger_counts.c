#include "calc/ledger_counts.h"

#include "base/text.h"
#include "calc/count_items.h"
#include "calc/ledger_line.h"

static struct ledger_line line_of_row(enum ledger_rule rule, const struct plan_table *table, const struct plan_row *row)
{
    return (
        struct ledger_line){ .place = row->place, .rule = rule, .unit = LEDGER_NUMBER, .subject = ledger_row(table, row) };
}

/* A unit price without count or result is a figure all the same. */
static void add_price(struct ledger_builder *builder, struct ledger_line line, struct dec price)
{
    line.rule = LEDGER_STATED_ONCE;
    line.stated = (struct ledger_side){ .known = true, .number = price };
    line.verdict = LEDGER_UNCHECKED;
    line.reason = LEDGER_ALONE;
    ledger_add(builder, line);
}

static void add_label_sum(struct ledger_builder *builder, struct ledger_line line, const struct label_sum *sum)
{
    struct dec product;
    if (!sum->has_result || !sum->has_count)
        add_price(builder, line, sum->unit_price);
    else if (dec_mul(&product, sum->count, sum->unit_price))
        ledger_add_numbers(builder, line, sum->result, product);
}

/* Of quantities, and against the quantity of the row where both are of one unit. */
static void add_label_product(struct ledger_builder *builder, const struct plan_table *table, const struct plan_row *row,
                              const struct label_product *label)
{
    struct dec product = dec_of(1);
    for (size_t i = 0; i < label->factor_count; i++)
        if (!dec_mul(&product, product, label->factors[i]))
            return;
    struct ledger_line line = line_of_row(LEDGER_LABEL_PRODUCT, table, row);
    line.place = label->place;
    ledger_add_numbers(builder, line, label->result, product);
    if (row->label_product_count == 1 && row->has_quantity && text_equal(label->unit, row->unit))
        ledger_add_numbers(builder, line_of_row(LEDGER_LABEL_QUANTITY, table, row), label->result, row->quantity);
}

static bool allows(enum op op, struct dec said, struct dec found)
{
    int order = dec_cmp(found, said);
    switch (op) {
    case OP_GE: return order >= 0;
    case OP_GT: return order > 0;
    case OP_LE: return order <= 0;
    case OP_LT: return order < 0;
    case OP_EQ: break;
    default: return true; /* about, almost, or nothing said: no equality */
    }
    return order == 0;
}

/* "16 mục tiêu" and as many as are listed; "ít nhất" and its like are held to what they say. */
static void add_items(struct ledger_builder *builder, const struct count *count)
{
    struct dec listed = dec_of((int64_t)count_items(builder->plan, count));
    struct ledger_line line = { .place = count->place,
                                .rule = LEDGER_COUNT_ITEMS,
                                .unit = LEDGER_COUNT,
                                .subject = { .id = count->id, .count = count } };
    if (!count->item_count)
        return;
    struct ledger_line *added = ledger_add_numbers(builder, line, count->value, listed);
    if (added->verdict == LEDGER_DIFFERS && allows(count->op, count->value, listed)) {
        added->verdict = LEDGER_HOLDS;
        added->reason = LEDGER_APPROXIMATE;
    }
}

static void add_count(struct ledger_builder *builder, const struct count *count)
{
    struct dec sum = dec_of(0);
    bool fits = true;
    for (size_t p = 0; p < count->part_count; p++)
        fits = fits && dec_add(&sum, sum, count->parts[p].value);
    struct ledger_line line = { .place = count->place,
                                .rule = LEDGER_COUNT_PARTS,
                                .unit = LEDGER_COUNT,
                                .subject = { .id = count->id, .count = count } };
    if (count->part_count && fits)
        ledger_add_numbers(builder, line, count->value, sum);
}

void ledger_add_counts(struct ledger_builder *builder)
{
    const struct plan *plan = builder->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            for (size_t s = 0; s < row->label_sum_count; s++)
                add_label_sum(builder, line_of_row(LEDGER_LABEL_SUM, &plan->tables[t], row), &row->label_sums[s]);
            for (size_t p = 0; p < row->label_product_count; p++)
                add_label_product(builder, &plan->tables[t], row, &row->label_products[p]);
        }
    for (size_t c = 0; c < plan->count_count; c++) {
        add_count(builder, &plan->counts[c]);
        add_items(builder, &plan->counts[c]);
    }
}
