#include "base/text.h"
#include "calc/sums.h"
#include "calc/view.h"
#include "calc/words_vi.h"
#include "calc/remarks.h"

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

static size_t item_of_row(const struct view *view, const struct plan_row *row)
{
    size_t item = 0;
    while (view->items[item].row != row)
        item++;
    return item;
}

/* The cells that add up to the figure, if they do so exactly and in one unit: what a spreadsheet may compute. */
static void add_terms(struct value *value, const struct view *view, const struct figure *figure, const struct sum *sum,
                      struct arena *arena)
{
    for (size_t i = 0; i < sum->count; i++)
        if (sum->terms[i].figure->unit != figure->unit)
            return;
    struct value_key *keys = arena_alloc(arena, sum->count, sizeof *keys);
    for (size_t i = 0; i < sum->count; i++) {
        const struct plan_row *row = &view->table->rows[sum->terms[i].row];
        keys[i] = view_key(view, item_of_row(view, row), sum->terms[i].figure);
    }
    value->terms = keys;
    value->term_count = sum->count;
}

/* The other view of a stated sum: what its parts come to, and in the remark what the decision says. */
static void put_computed(struct value *value, const struct view *view, const struct figure *figure, size_t row,
                         struct arena *arena)
{
    struct sum sum = sum_computed(view->table, row, figure, arena);
    if (!sum.count || sum.overflow)
        return;
    value->number = dec_from_whole(sum.dong, money_unit_power(figure->unit), figure->number.scale);
    value->format.decimals = value->number.scale;
    value->format.dash = value->format.dash && !sum.dong;
    if (!sum.incomplete)
        add_terms(value, view, figure, &sum, arena);
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
    struct sum sum = sum_main(view->table, row, figure, arena);
    if (sum_verdict(&sum, figure) == VERDICT_HOLDS)
        add_terms(value, view, figure, &sum, arena);
    value->remark = figure_remark(view->table, row, figure, arena);
    value->marked = value->remark != NULL;
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
    if (figure->stated && view->figures == FIGURES_COMPUTED)
        put_computed(&value, view, figure, row, arena);
    else if (figure->stated)
        explain(&value, view, figure, row, arena);
    return value;
}

static struct value words_value(const struct item *item, enum fact_id fact, struct arena *arena)
{
    if (fact != FACT_ROW_TITLE)
        return (struct value){ .kind = VALUE_EMPTY };
    return text_value(arena_printf(arena, "(%s)", item->row->figures[item->index].words));
}

static struct value row_value(const struct view *view, enum fact_id fact, struct value_key key, struct arena *arena)
{
    const struct item *item = &view->items[key.item];
    const struct plan_row *row = item->row;
    if (item->role == ITEM_WORDS)
        return words_value(item, fact, arena);
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
    case FACT_TARGET_GOAL: return text_value(goal_words(arena, &target->measure));
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

struct value view_value(const struct view *view, enum fact_id fact, struct value_key key, struct arena *arena)
{
    const struct plan *plan = view->plan;
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
    }
    return text_value(NULL);
}
