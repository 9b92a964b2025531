#include "base/text.h"
#include "content/figure_remark.h"
#include "content/view.h"
#include "content/words.h"

static struct value text_value(const char *text)
{
    return text && *text ? (struct value){ .kind = VALUE_TEXT, .text = text } : (struct value){ .kind = VALUE_EMPTY };
}

static struct value number_value(struct dec number)
{
    return (struct value){ .kind = VALUE_NUMBER, .number = number, .format = { .decimals = number.scale } };
}

static struct value year_value(int year)
{
    if (!year)
        return (struct value){ .kind = VALUE_EMPTY };
    struct value value = number_value(dec_of(year));
    value.format.plain = true;
    return value;
}

/* "- A\n- B", or just "A". */
static struct value list_value(const char **texts, size_t count, struct arena *arena)
{
    if (count == 1)
        return text_value(texts[0]);
    struct text out = text_in(arena);
    for (size_t i = 0; i < count; i++)
        text_addf(&out, "%s- %s", i ? "\n" : "", texts[i]);
    return text_value(text_str(&out));
}

static const struct figure *figure_at(const struct view *view, struct value_key key)
{
    const struct item *item = &view->items[key.item];
    if (!item->row || item->role == ITEM_WORDS)
        return NULL;
    const struct source *source = key.source == ALL_SOURCES ? NULL : view->sources[key.source];
    if (!source && item->row->kind == ROW_LINE)
        source = item->row->source;
    return row_figure(item->row, source, key.year);
}

struct key_list {
    struct value_key *keys;
    size_t count, capacity;
};

static void add_key(struct key_list *list, struct value_key key, struct arena *arena)
{
    struct value_key *added = ARENA_PUSH(arena, list->keys, list->count, list->capacity);
    *added = key;
}

static bool is_blank_at(const struct view *view, struct value_key key)
{
    const struct figure *figure = figure_at(view, key);
    return !figure || figure->state == FIGURE_BLANK;
}

/* The blank cells of one part: its own cell of the figure's column, or, under a year's total, its cell of each source. */
static void add_blank_cells(struct key_list *list, const struct view *view, struct value_key key, struct arena *arena)
{
    if (is_blank_at(view, key))
        add_key(list, key, arena);
    bool line = view->items[key.item].row->kind == ROW_LINE;
    for (size_t s = 0; key.source == ALL_SOURCES && !line && s < view->source_count; s++) {
        struct value_key finer = { key.item, s, key.year };
        if (is_blank_at(view, finer))
            add_key(list, finer, arena);
    }
}

static void add_blank_years(struct key_list *list, const struct view *view, struct value_key key, struct arena *arena)
{
    for (key.year = view->first_year; key.year <= view->last_year; key.year++)
        if (is_blank_at(view, key))
            add_key(list, key, arena);
}

/* What is blank among the parts: a spreadsheet's sum must take it in when somebody fills it in. */
static void add_blanks(struct key_list *list, const struct view *view, const struct figure *figure, size_t row,
                       const struct sum *sum, struct arena *arena)
{
    struct value_key own = view_key(view, view->row_items[row], figure);
    if (sum->terms[0].row == row) {
        add_blank_cells(list, view, own, arena);
        if (!own.year)
            add_blank_years(list, view, own, arena);
        return;
    }
    const struct sum_parts *parts = ledger_parts(view->ledger, view->table);
    for (size_t i = parts->starts[row]; i < parts->starts[row + 1]; i++)
        add_blank_cells(list, view, (struct value_key){ view->row_items[parts->rows[i]], own.source, own.year }, arena);
}

/* The cells that add up to the figure, if they do so exactly and in one unit: what a spreadsheet may compute. */
static void add_terms(struct value *value, const struct view *view, const struct figure *figure, size_t row,
                      const struct sum *sum, struct arena *arena)
{
    struct key_list list = { 0 };
    for (size_t i = 0; i < sum->count; i++)
        if (sum->terms[i].figure->unit != figure->unit)
            return;
    for (size_t i = 0; i < sum->count; i++)
        add_key(&list, view_key(view, view->row_items[sum->terms[i].row], sum->terms[i].figure), arena);
    value->term_count = list.count;
    add_blanks(&list, view, figure, row, sum, arena);
    value->terms = list.keys;
    value->blank_count = list.count - value->term_count;
}

/* The other view of a stated sum: what its parts come to, and in the remark what the decision says. */
static void put_computed(struct value *value, const struct view *view, const struct figure *figure, size_t row,
                         struct arena *arena)
{
    struct sum sum = sum_computed(ledger_parts(view->ledger, view->table), row, figure, arena);
    if (!sum.count || sum.overflow)
        return;
    value->number = dec_from_whole(sum.dong, money_unit_power(figure->unit), figure->number.scale);
    value->format.decimals = value->number.scale;
    value->format.dash = value->format.dash && !sum.dong;
    if (!sum.incomplete)
        add_terms(value, view, figure, row, &sum, arena);
    value->marked = sum.incomplete || sum.dong != figure->dong;
    value->remark = !value->marked ? NULL
                                   : arena_printf(arena, "Số tính; văn bản ghi %s (%s).%s",
                                                  dong_words(arena, figure->dong, figure->unit),
                                                  money_unit_name(figure->unit),
                                                  sum.incomplete ? " Chưa đủ: có ô bị mất." : "");
}

static void explain(struct value *value, const struct view *view, const struct figure *figure, size_t row,
                    struct arena *arena)
{
    const struct ledger_line *line = ledger_explains(view->ledger, figure);
    if (line)
        add_terms(value, view, figure, row, &line->sum, arena);
}

struct value view_money(const struct view *view, struct value_key key, struct arena *arena)
{
    const struct figure *figure = figure_at(view, key);
    if (!figure || figure->state == FIGURE_BLANK)
        return (struct value){ .kind = VALUE_EMPTY };
    if (figure->state == FIGURE_LOST)
        return (struct value){ .kind = VALUE_TEXT, .text = "[…]", .remark = lost_remark() };
    struct value value = number_value(figure->state == FIGURE_DASH ? dec_of(0) : figure->number);
    value.format.dash = figure->state == FIGURE_DASH;
    if (figure->unit != view->table->unit)
        value.format.suffix = money_unit_name(figure->unit);
    size_t row = (size_t)(view->items[key.item].row - view->table->rows);
    if (figure->stated && view->figures == FIGURES_COMPUTED) {
        put_computed(&value, view, figure, row, arena);
        return value;
    }
    if (figure->stated)
        explain(&value, view, figure, row, arena);
    value.remark = figure_remark(view->ledger, figure, arena);
    value.marked = value.remark != NULL;
    return value;
}

/* The decision's words are of the figure that it states: under a computed one of another amount they say so. */
static struct value words_value(const struct view *view, const struct item *item, enum fact_id fact,
                                struct arena *arena)
{
    if (fact != FACT_ROW_TITLE)
        return (struct value){ .kind = VALUE_EMPTY };
    const struct figure *figure = &item->row->figures[item->index];
    if (view->figures == FIGURES_COMPUTED) {
        struct sum sum = sum_computed(ledger_parts(view->ledger, view->table),
                                      (size_t)(item->row - view->table->rows), figure, arena);
        if (sum.incomplete || sum.dong != figure->dong)
            return text_value(arena_printf(arena, "(số văn bản ghi, bằng chữ: %s)", figure->words));
    }
    return text_value(arena_printf(arena, "(%s)", figure->words));
}

static struct value row_value(const struct view *view, enum fact_id fact, struct value_key key, struct arena *arena)
{
    const struct item *item = &view->items[key.item];
    const struct plan_row *row = item->row;
    if (item->role == ITEM_WORDS)
        return words_value(view, item, fact, arena);
    switch (fact) {
    case FACT_ROW_NO: return text_value(row->no);
    case FACT_ROW_TITLE: return text_value(row->title);
    case FACT_ROW_UNIT: return text_value(row->unit);
    case FACT_ROW_QUANTITY: return row->has_quantity ? number_value(row->quantity) : text_value(NULL);
    case FACT_ROW_START: return year_value(row->start);
    case FACT_ROW_END: return year_value(row->end);
    case FACT_ROW_LEADS: return list_value(row->leads, row->lead_count, arena);
    case FACT_ROW_PARTNERS: return list_value(row->partners, row->partner_count, arena);
    default: return view_money(view, key, arena);
    }
}

static const char *target_note(const struct view *view, const struct target *target, struct arena *arena)
{
    if (target->measure.op == OP_NONE)
        return "không nêu giá trị";
    if (!target->measure.part_of)
        return NULL;
    const struct target *parent = plan_target(view->plan, target->measure.part_of);
    return arena_printf(arena, "trong đó, thuộc chỉ tiêu %zu", (size_t)(parent - view->plan->targets) + 1);
}

/* An exact goal is a number; "≥ 55" and the like are words. */
static struct value goal_value(const struct measure *measure, struct arena *arena)
{
    if (measure->op == OP_EQ && measure->kind == MEASURE_LEVEL && !measure->has_high)
        return number_value(measure->low);
    return text_value(goal_words(arena, measure));
}

static struct value target_value(const struct view *view, enum fact_id fact, size_t index, struct arena *arena)
{
    const struct item *item = &view->items[index];
    if (fact == FACT_TARGET_NO)
        return text_value(item->no);
    if (item->is_section)
        return text_value(fact == FACT_TARGET_TEXT ? view->plan->sections[item->index].title : NULL);
    const struct target *target = &view->plan->targets[item->index];
    switch (fact) {
    case FACT_TARGET_TEXT: return text_value(target->text);
    case FACT_TARGET_UNIT: return text_value(target->measure.unit);
    case FACT_TARGET_GOAL: return goal_value(&target->measure, arena);
    case FACT_TARGET_YEAR: return year_value(target->measure.year);
    default: return text_value(target_note(view, target, arena));
    }
}

static struct value fund_value(const struct view *view, enum fact_id fact, const struct item *item)
{
    if (fact == FACT_FUND_NO)
        return text_value(item->no);
    const struct source *source = &view->plan->sources[item->index];
    return text_value(fact == FACT_FUND_NAME ? source->name : "Văn bản không nêu số tiền");
}

static struct value given_value(const struct item_fact *facts, size_t count, enum fact_id fact)
{
    for (size_t i = 0; i < count; i++)
        if (facts[i].fact == fact)
            return facts[i].value;
    return text_value(NULL);
}

static struct value report_value(const struct view *view, enum fact_id fact, struct value_key key)
{
    bool of_row;
    if (fact_fits_each(fact, view->each, &of_row) && !of_row)
        return given_value(view->facts, view->fact_count, fact);
    const struct item *item = &view->items[key.item];
    return given_value(item->facts, item->fact_count, fact);
}

struct value view_value(const struct view *view, enum fact_id fact, struct value_key key, struct arena *arena)
{
    const struct plan *plan = view->plan;
    if (view->kind == VIEW_FACTS)
        return report_value(view, fact, key);
    switch (fact) {
    case FACT_PLAN_NAME: return text_value(plan->decision.plan_name);
    case FACT_PLAN_PERIOD: return text_value(period_words(arena, plan));
    case FACT_DECISION_CITATION: return text_value(citation_words(arena, plan));
    case FACT_DECISION_ORGAN: return text_value(plan->decision.organ_name);
    case FACT_TABLE_TITLE: return text_value(view->table ? view->table->title : NULL);
    case FACT_TABLE_UNIT: return text_value(view->table ? money_unit_name(view->table->unit) : NULL);
    case FACT_TABLE_WHERE: return text_value(view->table ? view->table->where : NULL);
    case FACT_YEAR: return year_value(key.year);
    case FACT_SOURCE_NAME: return text_value(view->sources[key.source]->name);
    case FACT_SOURCE_ABBR: return text_value(view->sources[key.source]->abbr);
    default: break;
    }
    switch (view->kind) {
    case VIEW_TABLE: return row_value(view, fact, key, arena);
    case VIEW_TARGETS: return target_value(view, fact, key.item, arena);
    case VIEW_SOURCES: return fund_value(view, fact, &view->items[key.item]);
    case VIEW_FACTS: break;
    }
    return text_value(NULL);
}
