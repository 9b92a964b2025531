#include "calc/cell_sum.h"

#include "calc/agreement.h"

void cell_sum_add_figure(struct cell_sum *sum, const struct plan_table *table, size_t row, const struct figure *figure,
                         bool minus, struct arena *arena)
{
    struct dec number = figure_number(figure);
    if (minus)
        number.units = -number.units;
    sum->fits = sum->fits && dec_add(&sum->number, sum->number, number);
    sum_add(&sum->money, (struct term){ row, &table->rows[row], figure, minus }, arena);
}

void cell_sum_add(struct cell_sum *sum, const struct plan_table *table, size_t row, struct figure_key key, bool minus,
                  struct arena *arena)
{
    const struct figure *own = row_cell(&table->rows[row], key);
    if (own && own->state != FIGURE_BLANK)
        cell_sum_add_figure(sum, table, row, own, minus, arena);
    for (size_t r = row + 1; !own && r < table->row_count && table->rows[r].level > table->rows[row].level; r++)
        if (table->rows[r].parent == (int)row && !table->rows[r].apart)
            cell_sum_add(sum, table, r, key, minus, arena);
}

/* Shares are printed rounded, each of them and their whole too; but 100 is exact. */
static bool shares_are_rounded(const struct ledger_line *line, const struct cell_sum *sum, const struct plan_measure *measure)
{
    enum { WHOLE = 100 };
    unsigned scale = measure->decimals > 0 ? (unsigned)measure->decimals : 0;
    for (size_t i = 0; i < sum->money.count; i++) {
        unsigned printed = figure_number(sum->money.terms[i].figure).scale;
        scale = printed > scale ? printed : scale;
    }
    bool whole = dec_cmp(line->stated.number, dec_of(WHOLE)) == 0;
    return measure->adds == ADDS_TO_HUNDRED && ledger_is_rounded(line, sum->money.count + !whole, scale);
}

static void compare_numbers(struct ledger_builder *builder, struct ledger_line line, const struct cell_sum *sum,
                            const struct plan_measure *measure)
{
    if (!sum->money.count || sum->money.incomplete || !sum->fits || line.figure->state != FIGURE_NUMBER)
        return;
    line.unit = LEDGER_NUMBER;
    line.place = line.figure->place;
    struct ledger_line *added = ledger_add_numbers(builder, line, line.figure->number, sum->number);
    if (added->verdict == LEDGER_HOLDS)
        return;
    if (sum_has_words(line.figure, &sum->money)) {
        added->verdict = numbers_agree_about(line.figure, &sum->money) ? LEDGER_HOLDS : LEDGER_DIFFERS;
        added->reason = LEDGER_APPROXIMATE;
    } else if (shares_are_rounded(added, sum, measure)) {
        added->verdict = LEDGER_HOLDS;
        added->reason = LEDGER_ROUNDED;
    }
}

void cell_sum_compare(struct ledger_builder *builder, enum ledger_rule rule, struct ledger_subject subject,
                      const struct figure *figure, const struct cell_sum *sum)
{
    const struct plan_measure *measure = plan_measure(builder->plan, figure->key.measure);
    if (!measure || measure->adds == ADDS_AS_MONEY)
        ledger_add_sum(builder, rule, subject, figure, &sum->money);
    else if (measure->adds != ADDS_NEVER)
        compare_numbers(builder, (struct ledger_line){ .rule = rule, .subject = subject, .figure = figure }, sum, measure);
}
