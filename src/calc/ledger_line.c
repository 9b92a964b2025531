#include "calc/ledger_line.h"

#include "calc/agreement.h"

struct ledger_subject ledger_row(const struct plan_table *table, const struct plan_row *row)
{
    return (struct ledger_subject){ .id = row->id, .table = table->id, .row = row };
}

struct ledger_subject ledger_prose(const struct prose *prose)
{
    return (struct ledger_subject){ .id = prose->id, .prose = prose };
}

struct ledger_side ledger_figure_side(const struct figure *figure)
{
    bool legible = figure->state == FIGURE_NUMBER || figure->state == FIGURE_DASH;
    return (struct ledger_side){ .known = legible, .dong = figure->dong };
}

/* Of a cell that is blank because nothing is keyed, the year and source are all there is. */
static struct figure_key key_of(const struct figure *figure)
{
    struct figure_key key = figure->key;
    key.period.year = figure->year;
    key.source = figure->source ? figure->source->id : NULL;
    return key;
}

/* Behind the figure's other lines. */
static void chain(struct ledger *ledger, size_t index)
{
    size_t *first = map_at(&ledger->by_figure, ledger->lines[index].figure), last = *first;
    if (!last) {
        *first = index + 1;
        return;
    }
    while (ledger->lines[last - 1].next)
        last = ledger->lines[last - 1].next;
    ledger->lines[last - 1].next = index + 1;
}

struct ledger_line *ledger_add(struct ledger_builder *builder, struct ledger_line line)
{
    struct ledger *ledger = builder->ledger;
    struct ledger_line *added = ARENA_PUSH(builder->arena, ledger->lines, ledger->count, ledger->capacity);
    *added = line;
    added->subject.plan = builder->plan;
    for (size_t t = 0; t < line.sum.count; t++)
        *map_at(&ledger->terms, line.sum.terms[t].figure) = 1;
    if (line.figure) {
        added->key = key_of(line.figure);
        chain(ledger, ledger->count - 1);
    }
    return added;
}

/* Both sides are known; a part that is not, or of which no number is told, leaves a difference unexplained. */
static void compare(struct ledger_line *line, const struct office *office)
{
    int64_t stated = line->figure->dong, computed = line->sum.dong;
    if (__builtin_sub_overflow(stated, computed, &line->difference.dong)) {
        line->verdict = LEDGER_UNCHECKED;
        line->reason = LEDGER_OVERFLOW;
        return;
    }
    bool two_places = line->rule == LEDGER_SAME_FIGURE || line->rule == LEDGER_TOTAL_ROWS || line->rule == LEDGER_OPENING;
    enum agreement agreement = sum_agreement(line->figure, &line->sum, two_places);
    line->difference.known = true;
    bool more = line->sum.open && !agreement && line->difference.dong > 0;
    line->verdict = line->sum.incomplete || more ? LEDGER_INCOMPLETE : agreement ? LEDGER_HOLDS : LEDGER_DIFFERS;
    if (line->verdict == LEDGER_INCOMPLETE)
        line->reason = line->sum.lost ? LEDGER_LOST_CELL : LEDGER_NOT_STATED;
    else if (line->difference.dong && sum_has_words(line->figure, &line->sum))
        line->reason = LEDGER_APPROXIMATE;
    else if (agreement == AGREES_ROUNDED)
        line->reason = LEDGER_ROUNDED;
    else if (line->difference.dong && !is_material(office, stated, computed))
        line->reason = LEDGER_IMMATERIAL;
}

struct ledger_line *ledger_add_sum(struct ledger_builder *builder, enum ledger_rule rule, struct ledger_subject subject,
                                   const struct figure *figure, const struct sum *sum)
{
    if (!sum->count)
        return NULL;
    struct ledger_line line = { .place = figure->place,
                                .rule = rule,
                                .unit = LEDGER_DONG,
                                .subject = subject,
                                .figure = figure,
                                .sum = *sum };
    line.computed = (struct ledger_side){ .known = !sum->overflow, .dong = sum->dong };
    if (figure_is_unknown(figure)) {
        line.verdict = LEDGER_INCOMPLETE;
        line.reason = figure_is_unstated(figure) ? LEDGER_NOT_STATED : LEDGER_LOST_TOTAL;
    } else if (sum->overflow) {
        line.verdict = LEDGER_UNCHECKED;
        line.reason = LEDGER_OVERFLOW;
    } else {
        line.stated = ledger_figure_side(figure);
        compare(&line, builder->ledger->office);
        if (figure->state == FIGURE_BLANK)
            line.reason = LEDGER_BLANK;
    }
    return ledger_add(builder, line);
}

struct ledger_line *ledger_add_numbers(struct ledger_builder *builder, struct ledger_line line, struct dec stated,
                                       struct dec computed)
{
    line.verdict = dec_cmp(stated, computed) == 0 ? LEDGER_HOLDS : LEDGER_DIFFERS;
    line.stated = (struct ledger_side){ .known = true, .number = stated };
    line.computed = (struct ledger_side){ .known = true, .number = computed };
    computed.units = -computed.units;
    line.difference.known = dec_add(&line.difference.number, stated, computed);
    return ledger_add(builder, line);
}

bool ledger_is_rounded(const struct ledger_line *line, size_t count, unsigned scale)
{
    struct dec twice, steps = { (int64_t)count, scale };
    if (!line->difference.known || !dec_mul(&twice, line->difference.number, dec_of(2)))
        return false;
    twice.units = twice.units < 0 ? -twice.units : twice.units;
    return dec_cmp(twice, steps) <= 0;
}
