#include "content/year_amended.h"

#include "base/text.h"
#include "content/formulas.h"
#include "content/plan_changes.h"
#include "content/report_words.h"
#include "content/words.h"

/* ---- what changed ---- */

#define COMPARED "(" LABEL_AMENDED_MONEY ", " LABEL_AMENDED_TARGETS ")."

static void note_compared(struct view *view, const struct year_maker *maker)
{
    static const char AMENDED[] = "Số liệu báo cáo được so với kế hoạch đã sửa đổi, bổ sung; phần không nêu lại thì "
                                  "giữ như trước khi sửa đổi " COMPARED;
    static const char REPLACED[] =
        "Số liệu báo cáo được so với kế hoạch thay thế; kế hoạch ban đầu không còn tính " COMPARED;
    bool amended = false;
    for (size_t i = 0; i < maker->chain->link_count; i++) {
        const struct chain_link *link = &maker->chain->links[i];
        amended = link->state == LINK_IN_FORCE ? !link->replaces : amended;
    }
    if (!chain_is_changed(maker->chain))
        return;
    view_note(view, amended ? AMENDED : REPLACED, maker->arena);
}

void year_note_changes(struct view *view, const struct year_maker *maker)
{
    note_plan_changes(view, maker->chain, maker->arena);
    note_compared(view, maker);
}

/* ---- money ---- */

static const struct spending_source *source_of(const struct disbursement *disbursement, const char *id)
{
    for (size_t i = 0; i < disbursement->source_count; i++)
        if (strcmp(disbursement->sources[i].id, id) == 0)
            return &disbursement->sources[i];
    return NULL;
}

struct both_plans {
    const struct disbursement *first, *now;
};

/* Nothing of a source that a plan does not have is a difference of nothing, not of zero. */
static struct value difference_of(const struct spent *first, const struct spent *now)
{
    int64_t dong;
    bool exact = is_whole(first) && is_whole(now) && first->dong != INT64_MIN && dong_add(&dong, now->dong, -first->dong);
    return exact ? value_money(dong) : value_text(NULL);
}

static const char *money_note(const struct spent *first, const struct spent *now)
{
    if (!first->known && now->known)
        return "kế hoạch ban đầu không nêu";
    if (first->known && !now->known)
        return "kế hoạch hiện hành không nêu";
    return is_whole(first) && is_whole(now) && first->dong == now->dong ? "không thay đổi" : NULL;
}

static void add_amount(struct items *list, const struct both_plans *both, const char *source, int year)
{
    struct arena *arena = list->arena;
    struct spending first = spending_at(both->first, NULL, source, year);
    struct spending now = spending_at(both->now, NULL, source, year);
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_BUDGET_TITLE, value_text(year ? arena_printf(arena, "Năm %d", year) : "Cả giai đoạn"));
    items_put(list, FACT_BUDGET_FIRST, planned_value(&first, list->arena));
    items_put(list, FACT_BUDGET_PLANNED, planned_value(&now, list->arena));
    struct value difference = difference_of(&first.planned, &now.planned);
    formula_difference(&difference, list, FACT_BUDGET_PLANNED, FACT_BUDGET_FIRST);
    items_put(list, FACT_BUDGET_DIFFERENCE, difference);
    items_put(list, FACT_BUDGET_NOTE, value_text(money_note(&first.planned, &now.planned)));
}

static void add_source(struct items *list, const struct both_plans *both, const struct spending_source *source,
                       size_t number)
{
    int begin = both->first->first_year < both->now->first_year ? both->first->first_year : both->now->first_year;
    int end = both->first->last_year > both->now->last_year ? both->first->last_year : both->now->last_year;
    const char *name = source ? source->name : "Mọi nguồn";
    items_add_group(list, 0, name);
    items_put(list, FACT_BUDGET_NO, value_text(source ? arena_printf(list->arena, "%zu", number) : NULL));
    items_put(list, FACT_BUDGET_TITLE, value_text(name));
    for (int year = begin; year <= end; year++)
        add_amount(list, both, source ? source->id : NULL, year);
    if (begin < end)
        add_amount(list, both, source ? source->id : NULL, 0);
}

/* ---- what was repealed ---- */

/* What the first plan has for all top rows of a table; a sum over something lost is incomplete. */
static struct spent table_planned(const struct disbursement *first, const struct plan_table *table)
{
    struct spent sum = { 0 };
    for (size_t i = 0; i < table->row_count; i++) {
        const struct plan_row *row = &table->rows[i];
        if (row->parent != NO_ROW || row->kind == ROW_TOTAL)
            continue;
        struct spent part = spending_at(first, row->id, NULL, 0).planned;
        bool fits = dong_add(&sum.dong, sum.dong, part.dong);
        sum.known = sum.known || part.known;
        sum.incomplete = sum.incomplete || part.incomplete || !fits;
    }
    return sum;
}

static const char *repealed_title(const struct plan_part *part, struct arena *arena)
{
    const struct plan_row *row = part->row;
    if (part->kind == PART_ROW)
        return *row->no ? arena_printf(arena, "%s. %s", row->no, row->title) : row->title;
    return part->table->annex || !part->table->title ? part_words(part, arena) : part->table->title;
}

static void add_repealed(struct items *list, const struct disbursement *first, const struct plan_part *part)
{
    struct spending spending = { 0 };
    spending.planned = part->kind == PART_ROW ? spending_at(first, part->id, NULL, 0).planned
                                              : table_planned(first, part->table);
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_BUDGET_TITLE, value_text(repealed_title(part, list->arena)));
    items_put(list, FACT_BUDGET_FIRST, spending.planned.known ? planned_value(&spending, list->arena) : value_text(NULL));
    items_put(list, FACT_BUDGET_NOTE, value_text(REPEALED));
}

static void add_all_repealed(struct items *list, const struct chain *chain, const struct disbursement *first)
{
    bool any = false;
    for (size_t i = 0; i < chain->repeal_count; i++) {
        const struct plan_part *part = &chain->repeals[i].part;
        if (part->kind != PART_ROW && part->kind != PART_TABLE)
            continue;
        if (!any) {
            items_add_group(list, 0, "Nội dung bị bãi bỏ");
            items_put(list, FACT_BUDGET_TITLE, value_text("Nội dung bị bãi bỏ (cả giai đoạn, mọi nguồn)"));
        }
        any = true;
        add_repealed(list, first, part);
    }
}

struct view year_amended_money_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_BUDGET_NO, FACT_BUDGET_TITLE, FACT_BUDGET_FIRST, FACT_BUDGET_PLANNED, FACT_BUDGET_DIFFERENCE, FACT_BUDGET_NOTE,
    };
    const struct gaps_context *context = maker->context;
    struct items list = { .arena = maker->arena };
    struct disbursement first =
        disbursement_of(maker->chain->first, context->results, context->as_of, maker->year, maker->arena);
    struct both_plans both = { &first, &maker->disbursement };
    size_t number = 0;
    for (size_t s = 0; s < both.now->source_count; s++)
        if (both.now->sources[s].has_money)
            add_source(&list, &both, &both.now->sources[s], ++number);
    for (size_t s = 0; s < first.source_count; s++)
        if (first.sources[s].has_money && !source_of(both.now, first.sources[s].id))
            add_source(&list, &both, &first.sources[s], ++number);
    add_source(&list, &both, NULL, 0);
    add_all_repealed(&list, maker->chain, &first);
    struct view view = items_view(&list, EACH_BUDGET, "year-amended-money", LABEL_AMENDED_MONEY, FACTS(SUPPLIED));
    year_note_changes(&view, maker);
    view_note(&view, "Chênh lệch = kế hoạch hiện hành − kế hoạch ban đầu; để trống nếu một bên không nêu hoặc chưa đủ.",
              maker->arena);
    return view;
}

/* ---- targets ---- */

static bool is_number(const struct target *target)
{
    return target->measure.op != OP_NONE && target->measure.has_low;
}

static bool same_number(bool has, struct dec value, bool has_other, struct dec other)
{
    return has == has_other && (!has || dec_cmp(value, other) == 0);
}

static bool is_same(const struct target *a, const struct target *b)
{
    const struct measure *x = &a->measure, *y = &b->measure;
    return x->kind == y->kind && x->op == y->op && x->year == y->year && text_equal(x->unit, y->unit) &&
           same_number(x->has_low, x->low, y->has_low, y->low) && same_number(x->has_high, x->high, y->has_high, y->high) &&
           (x->op != OP_NONE || text_equal(a->text, b->text));
}

/* Of single numbers in one unit: what became of a range its bounds tell. */
static struct value goal_difference(const struct target *first, const struct target *now)
{
    const struct measure *x = &first->measure, *y = &now->measure;
    struct dec difference;
    bool single = is_number(first) && is_number(now) && !x->has_high && !y->has_high;
    if (!single || x->kind != y->kind || !text_equal(x->unit, y->unit) ||
        !number_round(&difference, number_sub(number_of(y->low), number_of(x->low))))
        return value_text(NULL);
    return value_plain(difference);
}

/* What became of a target: now or first is NULL where the plan has no such target. */
static const char *change_words(const struct chain *chain, const struct target *first, const struct target *now)
{
    if (!first)
        return "bổ sung";
    if (!now)
        return chain_repeals(chain, first->id) ? REPEALED : "không còn";
    return is_same(first, now) ? "không thay đổi" : "sửa đổi";
}

static void add_target(struct items *list, const struct chain *chain, const struct target *first, const struct target *now,
                       size_t number)
{
    struct arena *arena = list->arena;
    const struct target *either = now ? now : first;
    items_add(list, ROLE_BODY, 0);
    items_put(list, FACT_GAP_NO, value_text(now ? arena_printf(arena, "%zu", number) : NULL));
    items_put(list, FACT_GAP_TEXT, value_text(either->text));
    items_put(list, FACT_GAP_UNIT, value_text(either->measure.unit));
    items_put(list, FACT_GAP_FIRST_GOAL_SIGN, value_text(first ? goal_sign(arena, &first->measure) : NULL));
    items_put(list, FACT_GAP_FIRST_GOAL, first ? goal_number(&first->measure, arena) : value_text(NULL));
    items_put(list, FACT_GAP_FIRST_YEAR, value_year(first ? first->measure.year : 0));
    items_put(list, FACT_GAP_GOAL_SIGN, value_text(now ? goal_sign(arena, &now->measure) : NULL));
    items_put(list, FACT_GAP_GOAL_NUMBER, now ? goal_number(&now->measure, arena) : value_text(NULL));
    items_put(list, FACT_GAP_YEAR, value_year(now ? now->measure.year : 0));
    struct value difference = first && now ? goal_difference(first, now) : value_text(NULL);
    formula_difference(&difference, list, FACT_GAP_GOAL_NUMBER, FACT_GAP_FIRST_GOAL);
    items_put(list, FACT_GAP_DIFFERENCE, difference);
    items_put(list, FACT_GAP_NOTE, value_text(change_words(chain, first, now)));
}

/* Added by one amendment and repealed by another: neither the first plan nor the one in force has it. */
static void add_passing(struct items *list, const struct chain *chain)
{
    for (size_t i = 0; i < chain->repeal_count; i++) {
        const struct target *target = chain->repeals[i].part.target;
        if (!target || plan_target(chain->first, target->id) || plan_target(chain->now, target->id))
            continue;
        items_add(list, ROLE_BODY, 0);
        items_put(list, FACT_GAP_TEXT, value_text(target->text));
        items_put(list, FACT_GAP_UNIT, value_text(target->measure.unit));
        items_put(list, FACT_GAP_NOTE, value_text("bổ sung, sau đó " REPEALED));
    }
}

struct view year_amended_targets_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,         FACT_GAP_TEXT,      FACT_GAP_UNIT,        FACT_GAP_FIRST_GOAL_SIGN, FACT_GAP_FIRST_GOAL,
        FACT_GAP_FIRST_YEAR, FACT_GAP_GOAL_SIGN, FACT_GAP_GOAL_NUMBER, FACT_GAP_YEAR,            FACT_GAP_DIFFERENCE,
        FACT_GAP_NOTE,
    };
    const struct plan *first = maker->chain->first, *now = maker->chain->now;
    struct items list = { .arena = maker->arena };
    for (size_t i = 0; i < now->target_count; i++)
        add_target(&list, maker->chain, plan_target(first, now->targets[i].id), &now->targets[i], i + 1);
    for (size_t i = 0; i < first->target_count; i++)
        if (!plan_target(now, first->targets[i].id))
            add_target(&list, maker->chain, &first->targets[i], NULL, 0);
    add_passing(&list, maker->chain);
    items_say_if_none(&list, FACT_GAP_TEXT, "Kế hoạch không nêu chỉ tiêu.");
    struct view view = items_view(&list, EACH_GAP, "year-amended-targets", LABEL_AMENDED_TARGETS, FACTS(SUPPLIED));
    year_note_changes(&view, maker);
    view_note(&view,
              "Số thứ tự như ở " LABEL_GAPS ". Chênh lệch = kế hoạch hiện hành − kế hoạch ban đầu, theo đơn vị "
              "của chỉ tiêu (của % là điểm phần trăm).",
              maker->arena);
    return view;
}
