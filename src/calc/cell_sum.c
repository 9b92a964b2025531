#include "calc/cell_sum.h"

#include <string.h>

#include "calc/agreement.h"
#include "model/unit_scale.h"

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

/* The terms that are counted in the unit of the row they are held against, where each row has its own. */
struct same_unit {
    struct dec number;
    size_t count;
    bool all, fits;
};

static struct same_unit in_unit_of(const struct plan_row *whole, const struct cell_sum *sum)
{
    struct same_unit same = { .number = dec_of(0), .all = true, .fits = true };
    for (size_t i = 0; i < sum->money.count; i++) {
        const struct term *term = &sum->money.terms[i];
        if (whole->unit && term->at && term->at->unit && strcmp(whole->unit, term->at->unit) != 0) {
            same.all = false;
            continue;
        }
        struct dec number = figure_number(term->figure);
        number.units = term->minus ? -number.units : number.units;
        same.fits = same.fits && dec_add(&same.number, same.number, number);
        same.count++;
    }
    return same;
}

/*
 * Rows of one table have units of their own: the hectares under a sum of tons are no part of it, nor does a yield or a rate add
 * up, unless it does so as print has it.
 */
static void compare_rows(struct ledger_line *added, const struct cell_sum *sum)
{
    const struct plan_row *whole = added->subject.row;
    struct same_unit same = in_unit_of(whole, sum);
    if (!same.all && same.count && same.fits && !unit_is_ratio(whole->unit)) {
        struct dec less = same.number;
        less.units = -less.units;
        added->computed.number = same.number;
        added->difference.known = dec_add(&added->difference.number, added->stated.number, less);
        added->verdict = dec_cmp(added->stated.number, same.number) == 0 ? LEDGER_HOLDS : LEDGER_DIFFERS;
    } else if (!same.all || unit_is_ratio(whole->unit)) {
        added->verdict = LEDGER_UNCHECKED;
        added->reason = LEDGER_UNITS_UNLIKE;
    }
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
    } else if (measure->unit_of_row && added->subject.row) {
        compare_rows(added, sum);
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
