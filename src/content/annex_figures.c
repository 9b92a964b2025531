#include "content/annex_figures.h"

#include "base/text.h"
#include "content/figure_remark.h"
#include "content/words.h"
#include "model/figure_id.h"

/* The cell that a figure is printed in: of a row that is one source itself, that of all sources; of one year, of no period. */
static struct figure_key key_of(const struct plan_row *row, const struct figure *figure)
{
    struct figure_key key = figure->key;
    if (row->kind == ROW_LINE && figure->source == row->source)
        key.source = NULL;
    if (row->of_year && figure_period_equal(key.period, (struct figure_period){ .year = row->of_year }))
        key.period.year = 0;
    return key;
}

static bool is_blank_at(const struct annex_table *table, size_t row, struct figure_key key)
{
    const struct plan_row *at = &table->table->rows[row];
    const struct figure *figure = row_figure_at(at, row_own_key(at, key));
    return !figure || figure->state == FIGURE_BLANK;
}

struct term_list {
    const struct annex_table *table;
    struct value_term *terms;
    size_t count, capacity;
};

static void add_term(struct term_list *list, size_t row, const struct figure_key *key)
{
    struct value_term *added = ARENA_PUSH(list->table->lists, list->terms, list->count, list->capacity);
    *added = (struct value_term){ (uint32_t)list->table->items[row], column_figure_fact(*key), key };
}

static void add_if_blank(struct term_list *list, size_t row, const struct figure_key *key)
{
    if (is_blank_at(list->table, row, *key))
        add_term(list, row, key);
}

/* The key, and under the total of all sources that of each source. */
struct key_list {
    const struct figure_key *keys;
    size_t count;
};

static struct key_list keys_under(const struct annex_table *table, struct figure_key own)
{
    const struct column_scope *scope = &table->scope;
    struct key_list list = { NULL, own.source ? 1 : 1 + scope->sources.count };
    struct figure_key *keys = arena_alloc(table->lists, list.count, sizeof *keys);
    for (size_t i = 0; i < list.count; i++) {
        keys[i] = own;
        if (i)
            keys[i].source = scope->sources.items[i - 1];
    }
    list.keys = keys;
    return list;
}

/* The blank cells of one part: its own cell of the figure's column, or, under a year's total, its cell of each source. */
static void add_blank_cells(struct term_list *list, size_t row, const struct key_list *keys)
{
    size_t count = list->table->table->rows[row].kind == ROW_LINE ? 1 : keys->count;
    for (size_t i = 0; i < count; i++)
        add_if_blank(list, row, &keys->keys[i]);
}

static void add_blank_years(struct term_list *list, size_t row, struct figure_key own)
{
    const struct plan *plan = list->table->ledger->plan;
    for (int year = plan->first_year; year <= plan->last_year; year++) {
        own.period.year = year;
        if (!is_blank_at(list->table, row, own))
            continue;
        struct figure_key *key = arena_alloc(list->table->lists, 1, sizeof *key);
        *key = own;
        add_term(list, row, key);
    }
}

/* What is blank among the parts: a spreadsheet's sum must take it in when somebody fills it in. */
static void add_blanks(struct term_list *list, const struct figure *figure, size_t row, const struct sum *sum)
{
    const struct annex_table *table = list->table;
    struct figure_key own = key_of(&table->table->rows[row], figure);
    struct key_list keys = keys_under(table, own);
    if (sum->terms[0].row == row) {
        add_blank_cells(list, row, &keys);
        if (!own.period.year)
            add_blank_years(list, row, own);
        return;
    }
    const struct sum_parts *parts = ledger_parts(table->ledger, table->table);
    for (size_t i = parts->starts[row]; i < parts->starts[row + 1]; i++)
        add_blank_cells(list, parts->rows[i], &keys);
}

/* True if print shows the figure with a word, or otherwise than as a plain number: a spreadsheet cannot add it. */
static bool prints_words(const struct annex_table *table, const struct figure *figure)
{
    struct value plain = value_exact(figure->number);
    return figure->op != FIGURE_EXACT ||
           (figure->printed && strcmp(figure->printed, numfmt_text(table->arena, plain.format, plain.number)) != 0);
}

/* The key of the cell that a figure is printed in; the figure's own where it is the same. */
static const struct figure_key *key_in(const struct annex_table *table, const struct plan_row *row,
                                       const struct figure *figure)
{
    struct figure_key key = key_of(row, figure);
    if (figure_key_equal(key, figure->key))
        return &figure->key;
    struct figure_key *own = arena_alloc(table->lists, 1, sizeof *own);
    *own = key;
    return own;
}

/* The cells that add up to the figure, if they do so exactly and in one unit: what a spreadsheet may compute. */
static void add_terms(struct value *value, const struct annex_table *table, const struct figure *figure, size_t row,
                      const struct sum *sum)
{
    struct term_list list = { .table = table };
    for (size_t i = 0; i < sum->count; i++)
        if (sum->terms[i].minus || sum->terms[i].figure->unit != figure->unit || prints_words(table, sum->terms[i].figure))
            return;
    for (size_t i = 0; i < sum->count; i++)
        add_term(&list, sum->terms[i].row, key_in(table, sum->terms[i].at, sum->terms[i].figure));
    value->term_count = list.count;
    add_blanks(&list, figure, row, sum);
    value->terms = list.terms;
    value->blank_count = list.count - value->term_count;
}

/* The other view of a stated sum: what its parts come to, and in the remark what the decision says. */
static void put_computed(struct value *value, const struct annex_table *table, const struct figure *figure, size_t row)
{
    struct arena *arena = table->arena;
    struct sum sum = sum_computed(ledger_parts(table->ledger, table->table), row, figure, arena);
    if (!sum.count || sum.overflow)
        return;
    value->fact = NULL; /* no longer what the decision states */
    value->number = dec_from_whole(sum.dong, money_unit_power(figure->unit), figure->number.scale);
    value->format.decimals = value->number.scale;
    value->format.dash = value->format.dash && !sum.dong;
    if (!sum.incomplete)
        add_terms(value, table, figure, row, &sum);
    value->marked = sum.incomplete || sum.dong != figure->dong;
    value->remark = !value->marked
                        ? NULL
                        : arena_printf(arena, "Số tính; văn bản ghi %s (%s).%s",
                                       dong_words(arena, figure->dong, figure->unit), money_unit_name(figure->unit),
                                       !sum.incomplete ? ""
                                       : sum.lost      ? " Chưa đủ: có ô bị mất."
                                                       : " Chưa đủ: có khoản không nêu số.");
}

static void explain(struct value *value, const struct annex_table *table, const struct figure *figure, size_t row)
{
    const struct ledger_line *line = ledger_explains(table->ledger, figure);
    if (line)
        add_terms(value, table, figure, row, &line->sum);
}

/* The unit of money that needs no word in the figure's cell. */
static enum money_unit usual_unit(const struct annex_table *table, const struct figure *figure)
{
    const struct plan_measure *measure = plan_measure(table->ledger->plan, figure->key.measure);
    return measure ? measure->money : table->table->unit;
}

/* With the decimals that the measure is printed with. */
static struct dec shown_number(const struct annex_table *table, const struct figure *figure, struct dec number)
{
    const struct plan_measure *measure = plan_measure(table->ledger->plan, figure->key.measure);
    struct dec longer;
    bool more = measure && measure->decimals > (int)number.scale;
    return more && dec_rescale(&longer, number, (unsigned)measure->decimals) ? longer : number;
}

/* What print shows of a number that is no plain one: "khoảng 500", "48 - 53", "01"; NULL for a plain one. */
static const char *words_of_number(const struct annex_table *table, const struct figure *figure, const struct value *plain)
{
    struct arena *arena = table->arena;
    const char *number = numfmt_text(arena, plain->format, plain->number);
    if (figure->printed)
        return strcmp(figure->printed, number) == 0 ? NULL : figure->printed;
    if (figure->op == FIGURE_RANGE) {
        struct value high = value_exact(shown_number(table, figure, figure->high));
        high.format.suffix = plain->format.suffix;
        return arena_printf(arena, "%s - %s", number, numfmt_text(arena, high.format, high.number));
    }
    return figure->op == FIGURE_EXACT ? NULL : arena_printf(arena, "%s %s", figure_op_words(figure->op), number);
}

/* As print shows it: a number, or text. */
static struct value shown_value(const struct annex_table *table, const struct figure *figure)
{
    if (figure->state == FIGURE_LOST)
        return (struct value){ .kind = VALUE_TEXT, .text = "[…]", .remark = lost_remark() };
    if (figure_is_unknown(figure))
        return value_text(figure->printed ? figure->printed : figure->state == FIGURE_REST ? "còn lại" : "không nêu");
    struct value value =
        value_exact(figure->state == FIGURE_DASH ? dec_of(0) : shown_number(table, figure, figure->number));
    value.format.dash = figure->state == FIGURE_DASH;
    if (figure->unit != usual_unit(table, figure))
        value.format.suffix = money_unit_name(figure->unit);
    const char *words = figure->state == FIGURE_DASH ? figure->printed : words_of_number(table, figure, &value);
    return words ? value_text(words) : value;
}

static void remark(struct value *value, const struct annex_table *table, const struct figure *figure)
{
    value->remark = figure_remark(table->ledger, figure, table->arena);
    value->marked = value->remark != NULL;
}

struct value annex_prose_value(const struct annex_table *table, const struct figure *figure)
{
    struct value value = shown_value(table, figure);
    if (!figure_is_unknown(figure))
        remark(&value, table, figure);
    return value;
}

static struct value figure_value(const struct annex_table *table, const struct figure *figure, size_t row)
{
    struct value value = shown_value(table, figure);
    if (!table->choice.without_ids)
        value.fact = figure_id(table->arena, table->ledger->plan, table->table->rows[row].id, figure);
    if (figure_is_unknown(figure))
        return value;
    bool number = value.kind == VALUE_NUMBER;
    if (number && figure->stated && table->choice.figures == FIGURES_COMPUTED && figure_key_is_plain(figure->key)) {
        put_computed(&value, table, figure, row);
        return value;
    }
    if (number && figure->stated)
        explain(&value, table, figure, row);
    remark(&value, table, figure);
    return value;
}

static void put_figure(struct items *list, const struct annex_table *table, size_t row, const struct figure *figure)
{
    if (figure->state == FIGURE_BLANK)
        return;
    struct value value = figure_value(table, figure, row);
    struct figure_key key = key_of(&table->table->rows[row], figure);
    items_put_figure(list, column_figure_fact(key), key, value);
    if (key.source || !figure->source)
        return;
    key.source = figure->source->id;
    items_repeat_figure(list, column_figure_fact(key), key, value);
}

void annex_put_figures(struct items *list, const struct annex_table *table, size_t row)
{
    const struct plan_row *at = &table->table->rows[row];
    for (size_t f = 0; f < at->figure_count; f++)
        put_figure(list, table, row, &at->figures[f]);
    for (size_t f = 0; f < at->keyed_count; f++)
        if (at->keyed[f].change == CHANGE_NONE)
            put_figure(list, table, row, &at->keyed[f]);
}

const char *annex_figure_words(const struct annex_table *table, size_t row, const struct figure *figure)
{
    if (table->choice.figures == FIGURES_COMPUTED) {
        struct sum sum = sum_computed(ledger_parts(table->ledger, table->table), row, figure, table->arena);
        if (sum.incomplete || sum.dong != figure->dong)
            return arena_printf(table->arena, "(số văn bản ghi, bằng chữ: %s)", figure->words);
    }
    return arena_printf(table->arena, "(%s)", figure->words);
}
