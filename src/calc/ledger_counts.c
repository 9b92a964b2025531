#include "calc/ledger_counts.h"

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
        }
    for (size_t c = 0; c < plan->count_count; c++)
        add_count(builder, &plan->counts[c]);
}
