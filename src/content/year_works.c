#include "content/year_works.h"

#include "base/text.h"
#include "content/items.h"
#include "content/report_facts.h"
#include "content/report_words.h"
#include "content/words.h"

/* Of the rows right under one: what they come to, as far as that can be said: about so much adds up to nothing certain. */
static bool sum_of_parts(int64_t *sum, const struct year_maker *maker, size_t group, int year)
{
    const struct disbursement *of = &maker->disbursement;
    bool any = false;
    *sum = 0;
    for (size_t r = 0; r < of->row_count; r++) {
        if (of->rows[r].parent != (int)group || of->rows[r].repealed)
            continue;
        struct spending part = spending_at(of, of->rows[r].id, NULL, year);
        if (spending_has(&part, SPENDING_NOT_PLANNED))
            continue;
        if (!is_whole(&part.planned) || part.planned.op != FIGURE_EXACT || !dong_add(sum, *sum, part.planned.dong))
            return false;
        any = true;
    }
    return any;
}

/* What is planned for a row; marked where a group states something else than its rows come to. */
static struct value planned_of(const struct year_maker *maker, size_t row, const struct spending *spending)
{
    struct number planned = spending->planned.known ? number_whole(spending->planned.dong) : (struct number){ 0 };
    struct value value = planned_value(spending, maker->arena);
    value = fact_of_stated(value, maker->chain, spending->row, spending->year, planned, maker->arena);
    value = year_fact(maker, value, spending, SPENDING_PLANNED);
    int64_t sum;
    if (value.kind != VALUE_NUMBER || !is_whole(&spending->planned) || !sum_of_parts(&sum, maker, row, spending->year) ||
        sum == spending->planned.dong)
        return value;
    value.marked = true;
    value.remark =
        arena_printf(maker->arena, "Khác tổng các hoạt động của nhóm: %s.", dong_words(maker->arena, sum, UNIT_MILLION));
    return value;
}

static void add_row(struct items *list, const struct year_maker *maker, size_t index)
{
    const struct spending_row *row = &maker->disbursement.rows[index];
    struct year_money money = year_money_of(&maker->disbursement, row->id, NULL, maker->year, maker->arena);
    const struct spending *spending = &money.spending;
    struct spending period = spending_at(&maker->disbursement, row->id, NULL, 0);
    struct item *item = items_add(list, row->is_group ? ROLE_GROUP : ROLE_BODY, row->level);
    item->id = row->id;
    item->bookmark = row->is_group && row->level == 0 ? row->title : NULL;
    items_put(list, FACT_WORK_NO, value_text(row->no));
    items_put(list, FACT_WORK_TITLE, value_text(row->title));
    items_put(list, FACT_WORK_PLANNED, row->repealed ? value_text(NULL) : planned_of(maker, index, spending));
    items_put(list, FACT_WORK_PERIOD, row->repealed ? value_text(NULL) : planned_of(maker, index, &period));
    items_put(list, FACT_WORK_AVAILABLE, year_fact(maker, reported_value(&money, &money.available), spending, SPENDING_AVAILABLE));
    items_put(list, FACT_WORK_DISBURSED, year_spent_value(maker, PHASE_DISBURSED, &money));
    items_put(list, FACT_WORK_RATE, year_fact(maker, value_rounded(spending->rate), spending, SPENDING_RATE));
    items_put(list, FACT_WORK_NOTE, value_text(row->repealed ? REPEALED : money.note));
}

/* The year and the whole period are one: one column shows both. */
static bool is_one_year(const struct plan *plan)
{
    return plan->first_year == plan->last_year;
}

static const enum fact_id SUMMED[] = { FACT_WORK_PLANNED, FACT_WORK_PERIOD, FACT_WORK_AVAILABLE, FACT_WORK_DISBURSED };
enum { SUMS = sizeof SUMMED / sizeof *SUMMED };

/* The row of totals: of each column in which the rows at the top come to what the plan has as a whole; none of others. */
static void add_total(struct items *list, const struct year_maker *maker)
{
    const struct spending *year = &maker->money.spending, *period = &maker->period.spending;
    const struct value totals[SUMS] = {
        year_fact(maker, planned_value(year, maker->arena), year, SPENDING_PLANNED),
        year_fact(maker, planned_value(period, maker->arena), period, SPENDING_PLANNED),
        year_fact(maker, reported_value(&maker->money, &maker->money.available), year, SPENDING_AVAILABLE),
        year_spent_value(maker, PHASE_DISBURSED, &maker->money),
    };
    size_t *rows = arena_alloc(maker->arena, list->count, sizeof *rows), count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].level == 0)
            rows[count++] = i;
    items_add(list, ROLE_TOTAL, 0);
    items_put(list, FACT_WORK_TITLE, value_text("Tổng cộng"));
    for (size_t i = 0; i < SUMS; i++)
        items_put(list, SUMMED[i], totals[i]);
    (void)items_keep_sums(list, SUMMED, SUMS, rows, count);
}

struct view year_works_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_WORK_NO,        FACT_WORK_TITLE,     FACT_WORK_PLANNED, FACT_WORK_PERIOD,
        FACT_WORK_AVAILABLE, FACT_WORK_DISBURSED, FACT_WORK_RATE,    FACT_WORK_NOTE,
    };
    struct items list = { .arena = maker->arena };
    for (size_t r = 0; r < maker->disbursement.row_count; r++)
        add_row(&list, maker, r);
    bool any = list.count > 0;
    if (any)
        add_total(&list, maker);
    items_say_if_none(&list, FACT_WORK_TITLE, "Kế hoạch không nêu hoạt động kèm kinh phí.");
    const char *layout = is_one_year(maker->plan) ? YEAR_WORKS_ONE_YEAR : YEAR_WORKS;
    struct view view = items_view(&list, EACH_WORK, layout, LABEL_WORKS, FACTS(SUPPLIED));
    if (any && year_plan_is_undivided(maker))
        view_note(&view, "Kế hoạch chỉ nêu kinh phí cả giai đoạn của từng hoạt động, không chia theo năm.", maker->arena);
    if (any && !maker->disbursement.has_money)
        view_note(&view, "Chưa có số liệu báo cáo theo hoạt động.", maker->arena);
    return view;
}
