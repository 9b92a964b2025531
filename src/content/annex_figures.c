#include "content/annex_figures.h"

#include "base/text.h"
#include "content/figure_remark.h"
#include "content/words.h"

/* The vocabulary has a name for the money of each kind of block. */
static enum fact_id amount_fact(struct figure_key key)
{
    if (!key.source)
        return key.period.year ? FACT_ROW_YEAR_AMOUNT : FACT_ROW_TOTAL;
    return key.period.year ? FACT_ROW_AMOUNT : FACT_ROW_SOURCE_AMOUNT;
}

/* The cell that a figure is printed in: of a row that is one source itself, that of all sources. */
static struct figure_key key_of(const struct plan_row *row, const struct figure *figure)
{
    bool own = row->kind == ROW_LINE && figure->source == row->source;
    return figure_key_of(figure->year, own || !figure->source ? NULL : figure->source->id);
}

static struct fact_ref ref_of(const struct annex_table *table, size_t row, struct figure_key key)
{
    return (struct fact_ref){ table->items[row], amount_fact(key), key };
}

static bool is_blank_at(const struct annex_table *table, size_t row, struct figure_key key)
{
    const struct plan_row *at = &table->table->rows[row];
    const struct source *source = key.source ? plan_source(table->ledger->plan, key.source) : NULL;
    if (!source && at->kind == ROW_LINE)
        source = at->source;
    const struct figure *figure = row_figure(at, source, key.period.year);
    return !figure || figure->state == FIGURE_BLANK;
}

struct ref_list {
    struct fact_ref *refs;
    size_t count, capacity;
};

static void add_ref(struct ref_list *list, struct fact_ref ref, struct arena *arena)
{
    struct fact_ref *added = ARENA_PUSH(arena, list->refs, list->count, list->capacity);
    *added = ref;
}

static void add_if_blank(struct ref_list *list, const struct annex_table *table, size_t row, struct figure_key key)
{
    if (is_blank_at(table, row, key))
        add_ref(list, ref_of(table, row, key), table->arena);
}

/* The blank cells of one part: its own cell of the figure's column, or, under a year's total, its cell of each source. */
static void add_blank_cells(struct ref_list *list, const struct annex_table *table, size_t row, struct figure_key key)
{
    add_if_blank(list, table, row, key);
    bool line = table->table->rows[row].kind == ROW_LINE;
    for (size_t s = 0; !key.source && !line && s < table->source_count; s++)
        add_if_blank(list, table, row, figure_key_of(key.period.year, table->sources[s]->id));
}

static void add_blank_years(struct ref_list *list, const struct annex_table *table, size_t row, struct figure_key key)
{
    const struct plan *plan = table->ledger->plan;
    for (int year = plan->first_year; year <= plan->last_year; year++)
        add_if_blank(list, table, row, figure_key_of(year, key.source));
}

/* What is blank among the parts: a spreadsheet's sum must take it in when somebody fills it in. */
static void add_blanks(struct ref_list *list, const struct annex_table *table, const struct figure *figure, size_t row,
                       const struct sum *sum)
{
    struct figure_key own = key_of(&table->table->rows[row], figure);
    if (sum->terms[0].row == row) {
        add_blank_cells(list, table, row, own);
        if (!own.period.year)
            add_blank_years(list, table, row, own);
        return;
    }
    const struct sum_parts *parts = ledger_parts(table->ledger, table->table);
    for (size_t i = parts->starts[row]; i < parts->starts[row + 1]; i++)
        add_blank_cells(list, table, parts->rows[i], own);
}

/* The cells that add up to the figure, if they do so exactly and in one unit: what a spreadsheet may compute. */
static void add_terms(struct value *value, const struct annex_table *table, const struct figure *figure, size_t row,
                      const struct sum *sum)
{
    struct ref_list list = { 0 };
    for (size_t i = 0; i < sum->count; i++)
        if (sum->terms[i].minus || sum->terms[i].figure->unit != figure->unit)
            return;
    for (size_t i = 0; i < sum->count; i++)
        add_ref(&list, ref_of(table, sum->terms[i].row, key_of(sum->terms[i].at, sum->terms[i].figure)), table->arena);
    value->term_count = list.count;
    add_blanks(&list, table, figure, row, sum);
    value->terms = list.refs;
    value->blank_count = list.count - value->term_count;
}

/* The other view of a stated sum: what its parts come to, and in the remark what the decision says. */
static void put_computed(struct value *value, const struct annex_table *table, const struct figure *figure, size_t row)
{
    struct arena *arena = table->arena;
    struct sum sum = sum_computed(ledger_parts(table->ledger, table->table), row, figure, arena);
    if (!sum.count || sum.overflow)
        return;
    value->number = dec_from_whole(sum.dong, money_unit_power(figure->unit), figure->number.scale);
    value->format.decimals = value->number.scale;
    value->format.dash = value->format.dash && !sum.dong;
    if (!sum.incomplete)
        add_terms(value, table, figure, row, &sum);
    value->marked = sum.incomplete || sum.dong != figure->dong;
    value->remark = !value->marked ? NULL
                                   : arena_printf(arena, "Số tính; văn bản ghi %s (%s).%s",
                                                  dong_words(arena, figure->dong, figure->unit),
                                                  money_unit_name(figure->unit),
                                                  sum.incomplete ? " Chưa đủ: có ô bị mất." : "");
}

static void explain(struct value *value, const struct annex_table *table, const struct figure *figure, size_t row)
{
    const struct ledger_line *line = ledger_explains(table->ledger, figure);
    if (line)
        add_terms(value, table, figure, row, &line->sum);
}

static struct value figure_value(const struct annex_table *table, const struct figure *figure, size_t row)
{
    if (figure->state == FIGURE_LOST)
        return (struct value){ .kind = VALUE_TEXT, .text = "[…]", .remark = lost_remark() };
    if (figure_is_unknown(figure))
        return value_text(figure->printed ? figure->printed : figure->state == FIGURE_REST ? "còn lại" : "không nêu");
    struct value value = value_exact(figure->state == FIGURE_DASH ? dec_of(0) : figure->number);
    value.format.dash = figure->state == FIGURE_DASH;
    if (figure->unit != table->table->unit)
        value.format.suffix = money_unit_name(figure->unit);
    if (figure->stated && table->figures == FIGURES_COMPUTED) {
        put_computed(&value, table, figure, row);
        return value;
    }
    if (figure->stated)
        explain(&value, table, figure, row);
    value.remark = figure_remark(table->ledger, figure, table->arena);
    value.marked = value.remark != NULL;
    return value;
}

/* The one year of a plan is its whole period too. */
static void repeat_whole(struct items *list, const struct figure *figure, struct figure_key key, struct value value)
{
    if (!figure->whole)
        return;
    key.period.year = 0;
    items_repeat_figure(list, amount_fact(key), key, value);
}

void annex_put_figures(struct items *list, const struct annex_table *table, size_t row)
{
    const struct plan_row *at = &table->table->rows[row];
    for (size_t f = 0; f < at->figure_count; f++) {
        const struct figure *figure = &at->figures[f];
        if (figure->state == FIGURE_BLANK)
            continue;
        struct value value = figure_value(table, figure, row);
        struct figure_key key = key_of(at, figure);
        items_put_figure(list, amount_fact(key), key, value);
        repeat_whole(list, figure, key, value);
        if (key.source || !figure->source)
            continue;
        key.source = figure->source->id;
        items_repeat_figure(list, amount_fact(key), key, value);
        repeat_whole(list, figure, key, value);
    }
}

const char *annex_figure_words(const struct annex_table *table, size_t row, const struct figure *figure)
{
    if (table->figures == FIGURES_COMPUTED) {
        struct sum sum = sum_computed(ledger_parts(table->ledger, table->table), row, figure, table->arena);
        if (sum.incomplete || sum.dong != figure->dong)
            return arena_printf(table->arena, "(số văn bản ghi, bằng chữ: %s)", figure->words);
    }
    return arena_printf(table->arena, "(%s)", figure->words);
}
