#include "content/year_works.h"

#include "content/items.h"
#include "content/report_words.h"

static void add_row(struct items *list, const struct year_maker *maker, const struct spending_row *row)
{
    struct year_money money = year_money_of(&maker->disbursement, row->id, NULL, maker->year, maker->arena);
    const struct spending *spending = &money.spending;
    struct spending period = spending_at(&maker->disbursement, row->id, NULL, 0);
    struct item *item = items_add(list, row->is_group ? ROLE_GROUP : ROLE_BODY, row->level);
    item->id = row->id;
    item->bookmark = row->is_group && row->level == 0 ? row->title : NULL;
    items_put(list, FACT_WORK_NO, value_text(row->no));
    items_put(list, FACT_WORK_TITLE, value_text(row->title));
    items_put(list, FACT_WORK_PLANNED, row->repealed ? value_text(NULL) : planned_value(spending, list->arena));
    items_put(list, FACT_WORK_PERIOD, row->repealed ? value_text(NULL) : planned_value(&period, list->arena));
    items_put(list, FACT_WORK_AVAILABLE, spent_value(&money.available, NOT_REPORTED));
    items_put(list, FACT_WORK_DISBURSED, spent_value(&spending->reported[PHASE_DISBURSED], NOT_REPORTED));
    items_put(list, FACT_WORK_RATE, value_rounded(spending->rate));
    items_put(list, FACT_WORK_NOTE, value_text(row->repealed ? REPEALED : money.note));
}

/* The year and the whole period are one: one column shows both. */
static bool is_one_year(const struct plan *plan)
{
    return plan->first_year == plan->last_year;
}

struct view year_works_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_WORK_NO,        FACT_WORK_TITLE,     FACT_WORK_PLANNED, FACT_WORK_PERIOD,
        FACT_WORK_AVAILABLE, FACT_WORK_DISBURSED, FACT_WORK_RATE,    FACT_WORK_NOTE,
    };
    struct items list = { .arena = maker->arena };
    for (size_t r = 0; r < maker->disbursement.row_count; r++)
        add_row(&list, maker, &maker->disbursement.rows[r]);
    bool any = list.count > 0;
    items_say_if_none(&list, FACT_WORK_TITLE, "Kế hoạch không nêu hoạt động kèm kinh phí.");
    const char *layout = is_one_year(maker->plan) ? "year-works-one-year" : "year-works";
    struct view view = items_view(&list, EACH_WORK, layout, LABEL_WORKS, FACTS(SUPPLIED));
    if (any && year_plan_is_undivided(maker))
        view_note(&view, "Kế hoạch chỉ nêu kinh phí cả giai đoạn của từng hoạt động, không chia theo năm.", maker->arena);
    if (any && !maker->disbursement.has_money)
        view_note(&view, "Chưa có số liệu báo cáo theo hoạt động.", maker->arena);
    return view;
}
