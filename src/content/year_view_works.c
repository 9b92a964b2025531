/* Biểu 3: groups and activities, planned against disbursed. */
#include "content/year_parts.h"

static void add_row(struct report_items *list, const struct year_maker *maker, const struct spending_row *row)
{
    struct year_money money = year_money_of(&maker->disbursement, row->id, NULL, maker->year, maker->arena);
    const struct spending *spending = &money.spending;
    struct spending period = spending_at(&maker->disbursement, row->id, NULL, 0);
    report_item(list, row->is_group ? ITEM_GROUP : ITEM_BODY, row->level,
                row->is_group && row->level == 0 ? row->title : NULL);
    report_put(list, FACT_WORK_NO, value_text(row->no));
    report_put(list, FACT_WORK_TITLE, value_text(row->title));
    report_put(list, FACT_WORK_PLANNED, row->repealed ? value_text(NULL) : planned_value(spending));
    report_put(list, FACT_WORK_PERIOD, row->repealed ? value_text(NULL) : planned_value(&period));
    report_put(list, FACT_WORK_AVAILABLE, spent_value(&money.available, NOT_REPORTED));
    report_put(list, FACT_WORK_DISBURSED, spent_value(&spending->reported[PHASE_DISBURSED], NOT_REPORTED));
    report_put(list, FACT_WORK_RATE, value_rounded(spending->rate));
    report_put(list, FACT_WORK_NOTE, value_text(row->repealed ? REPEALED : money.note));
}

struct view year_works_view(const struct year_maker *maker)
{
    struct report_items list = { .arena = maker->arena };
    for (size_t r = 0; r < maker->disbursement.row_count; r++)
        add_row(&list, maker, &maker->disbursement.rows[r]);
    bool any = list.count > 0;
    if (!any) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_WORK_TITLE, value_text("Kế hoạch không nêu hoạt động kèm kinh phí."));
    }
    struct view view = report_view(&list, EACH_WORK, "year-works", LABEL_WORKS);
    if (any && year_plan_is_undivided(maker))
        year_note(&view, "Kế hoạch chỉ nêu kinh phí cả giai đoạn của từng hoạt động, không chia theo năm.",
                  maker->arena);
    if (any && !maker->disbursement.has_money)
        year_note(&view, "Chưa có số liệu báo cáo theo hoạt động.", maker->arena);
    return view;
}
