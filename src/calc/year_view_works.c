/* Biểu 3: groups and activities, planned against disbursed. */
#include "calc/year_parts.h"

static bool has_works(const struct plan_table *table)
{
    if (!table_has_money(table))
        return false;
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].kind == ROW_ACTIVITY)
            return true;
    return false;
}

/* What the plan states for the row; the words that it does not, and why. */
static struct value planned_value(const struct plan_table *table, size_t row, int year, struct arena *arena)
{
    struct sum sum = sum_of_row(table, row, NULL, year, arena);
    if (sum.incomplete || sum.overflow)
        return value_text("chưa đủ số liệu");
    return sum.count ? value_money(sum.dong) : value_text(NULL);
}

static void add_row(struct report_items *list, const struct year_maker *maker, const struct plan_table *table, size_t index)
{
    const struct plan_row *row = &table->rows[index];
    struct year_money money = year_money_of(maker->plan, &maker->list, NULL, row->id, maker->year);
    const struct year_amount *disbursed = &money.phases[PHASE_DISBURSED];
    report_item(list, row->kind == ROW_GROUP ? ITEM_GROUP : ITEM_BODY, row->level,
                row->kind == ROW_GROUP && row->level == 0 ? row->title : NULL);
    report_put(list, FACT_WORK_NO, value_text(row->no));
    report_put(list, FACT_WORK_TITLE, value_text(row->title));
    report_put(list, FACT_WORK_PLANNED, planned_value(table, index, maker->year, maker->arena));
    report_put(list, FACT_WORK_PERIOD, planned_value(table, index, 0, maker->arena));
    report_put(list, FACT_WORK_AVAILABLE, year_amount_value(&money.available));
    report_put(list, FACT_WORK_DISBURSED, year_amount_value(disbursed));
    report_put(list, FACT_WORK_RATE, value_rounded(year_percent(disbursed, &money.available)));
    report_put(list, FACT_WORK_NOTE, value_text(year_amount_note(disbursed, maker->arena)));
}

struct view year_works_view(const struct year_maker *maker)
{
    struct report_items list = { .arena = maker->arena };
    for (size_t t = 0; t < maker->plan->table_count; t++) {
        const struct plan_table *table = &maker->plan->tables[t];
        for (size_t r = 0; has_works(table) && r < table->row_count; r++)
            if (table->rows[r].kind == ROW_GROUP || table->rows[r].kind == ROW_ACTIVITY)
                add_row(&list, maker, table, r);
    }
    bool any = list.count > 0;
    if (!any) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_WORK_TITLE, value_text("Kế hoạch không nêu hoạt động kèm kinh phí."));
    }
    struct view view = report_view(&list, EACH_WORK, "year-works", LABEL_WORKS);
    if (any && year_plan_is_undivided(maker))
        year_note(&view, "Kế hoạch chỉ nêu kinh phí cả giai đoạn của từng hoạt động, không chia theo năm.", maker->arena);
    if (any && !maker->gaps.has_results)
        year_note(&view, "Chưa có số liệu báo cáo theo hoạt động.", maker->arena);
    return view;
}
