/* Biểu 1 to 3: money by source, by group and activity; indicators. */
#include "base/text.h"
#include "content/month_view_parts.h"
#include "content/year_parts.h"
#include "model/plan.h"

static void put_spent(struct report_items *list, const struct month_maker *maker, const struct month_line *line)
{
    report_put(list, FACT_MONTH_PLANNED, month_planned_shown(line, line->planned));
    report_put(list, FACT_MONTH_PREVIOUS, month_value_shown(maker, line, &line->values[MONTH_PREVIOUS]));
    report_put(list, FACT_MONTH_DISBURSED, month_value_shown(maker, line, &line->values[MONTH_ALONE]));
    report_put(list, FACT_MONTH_SAME, month_value_shown(maker, line, &line->values[MONTH_SAME]));
    report_put(list, FACT_MONTH_CUMULATIVE, month_value_shown(maker, line, &line->values[MONTH_CUMULATIVE]));
    report_put(list, FACT_MONTH_SAME_CUMULATIVE, month_value_shown(maker, line, &line->values[MONTH_SAME_CUMULATIVE]));
    report_put(list, FACT_MONTH_OF_PREVIOUS, value_rounded(line->percent_previous));
    report_put(list, FACT_MONTH_OF_SAME, value_rounded(line->percent_cumulative));
    report_put(list, FACT_MONTH_RATE, value_rounded(line->rate));
    report_put(list, FACT_MONTH_OF_PLAN, value_rounded(line->percent_planned));
    month_put_money_outlook(list, maker, line);
}

/* The three phases of a source follow one another. */
static void put_source(struct report_items *list, const struct month_maker *maker, const struct month_line *phases)
{
    const struct month_line *carried = &phases[PHASE_CARRIED_IN], *allocated = &phases[PHASE_ALLOCATED];
    report_put(list, FACT_MONTH_CARRIED, month_value_shown(maker, carried, &carried->values[MONTH_CUMULATIVE]));
    report_put(list, FACT_MONTH_ALLOCATED, month_value_shown(maker, allocated, &allocated->values[MONTH_CUMULATIVE]));
    put_spent(list, maker, &phases[PHASE_DISBURSED]);
}

static const char *const WORDS_NOTE =
    "chưa có: chưa có số liệu báo cáo; chưa đủ: thiếu một phần của tổng; thiếu tháng …: không tính được vì tháng ấy không có "
    "báo cáo. Các chữ ấy không phải là số 0.";

static const enum fact_id SUMMED[] = {
    FACT_MONTH_PLANNED,          FACT_MONTH_CARRIED,        FACT_MONTH_ALLOCATED,       FACT_MONTH_PREVIOUS,
    FACT_MONTH_DISBURSED,        FACT_MONTH_SAME,           FACT_MONTH_CUMULATIVE,      FACT_MONTH_SAME_CUMULATIVE,
    FACT_MONTH_LAST_YEAR,        FACT_MONTH_ESTIMATE_YEAR,  FACT_MONTH_YEAR_LESS_BUDGET, FACT_MONTH_YEAR_LESS_PLAN,
    FACT_MONTH_NEXT_PLAN,
};

struct view month_money_view(const struct month_maker *maker)
{
    struct report_items list = { .arena = maker->arena };
    const struct month *month = &maker->month;
    const struct month_line *all = NULL;
    size_t *rows = arena_alloc(maker->arena, month->line_count, sizeof *rows), count = 0;
    for (size_t i = 0; i < month->line_count; i++) {
        const struct month_line *line = &month->lines[i];
        if (line->kind != MONTH_MONEY || line->subject || line->phase != PHASE_CARRIED_IN)
            continue;
        if (!line->source) {
            all = line;
            continue;
        }
        rows[count++] = list.count;
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_MONTH_NO, value_text(arena_printf(maker->arena, "%zu", count)));
        report_put(&list, FACT_MONTH_TITLE, value_text(plan_source(maker->input->chain->now, line->source)->name));
        put_source(&list, maker, line);
    }
    report_item(&list, ITEM_TOTAL, 0, NULL);
    report_put(&list, FACT_MONTH_TITLE, value_text("Tổng cộng"));
    if (all)
        put_source(&list, maker, all);
    for (size_t i = 0; i < sizeof SUMMED / sizeof *SUMMED; i++)
        report_sum(&list, SUMMED[i], rows, count);
    struct view view = report_view(&list, EACH_MONTH, "month-money", "Biểu 1");
    view.month = month_of_estimates(maker, false);
    year_note(&view, WORDS_NOTE, maker->arena);
    if (view.month)
        month_note_outlook(&view, maker);
    return view;
}

struct view month_works_view(const struct month_maker *maker)
{
    struct report_items list = { .arena = maker->arena };
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        if (line->kind != MONTH_MONEY || !line->subject || line->source || line->phase != PHASE_DISBURSED)
            continue;
        report_item(&list, ITEM_BODY, line->level, NULL);
        report_put(&list, FACT_MONTH_NO, value_text(line->no));
        report_put(&list, FACT_MONTH_TITLE, value_text(month_label(line, maker->arena)));
        put_spent(&list, maker, line);
    }
    if (!list.count) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_MONTH_TITLE, value_text("Chưa có số liệu báo cáo theo nhóm, hoạt động."));
    }
    struct view view = report_view(&list, EACH_MONTH, "month-works", "Biểu 2");
    view.month = month_of_estimates(maker, true);
    year_note(&view, "Chỉ liệt kê nhóm, hoạt động có số liệu báo cáo.", maker->arena);
    if (view.month)
        month_note_outlook(&view, maker);
    return view;
}

static void put_indicator(struct report_items *list, const struct month_maker *maker, const struct month_line *line)
{
    struct dec planned;
    bool has_plan = number_round(&planned, line->planned);
    struct month_ratio previous = { line->change_previous, line->percent_previous };
    struct month_ratio same = { line->change_same, line->percent_same };
    report_put(list, FACT_INDICATOR_TEXT, value_text(line->label));
    report_put(list, FACT_INDICATOR_UNIT, value_text(line->unit));
    report_put(list, FACT_INDICATOR_PLANNED, has_plan ? value_plain(planned) : value_text(NULL));
    report_put(list, FACT_INDICATOR_PREVIOUS, month_value_shown(maker, line, &line->values[MONTH_PREVIOUS]));
    report_put(list, FACT_INDICATOR_MONTH, month_value_shown(maker, line, &line->values[MONTH_ALONE]));
    report_put(list, FACT_INDICATOR_SAME, month_value_shown(maker, line, &line->values[MONTH_SAME]));
    report_put(list, FACT_INDICATOR_CUMULATIVE, month_value_shown(maker, line, &line->values[MONTH_CUMULATIVE]));
    report_put(list, FACT_INDICATOR_SAME_CUMULATIVE, month_value_shown(maker, line, &line->values[MONTH_SAME_CUMULATIVE]));
    report_put(list, FACT_INDICATOR_TO_DATE, month_value_shown(maker, line, &line->values[MONTH_TO_DATE]));
    report_put(list, FACT_INDICATOR_VS_PREVIOUS, month_compared_shown(line, previous));
    report_put(list, FACT_INDICATOR_VS_SAME, month_compared_shown(line, same));
    report_put(list, FACT_INDICATOR_VS_CUMULATIVE, value_rounded(line->percent_cumulative));
    report_put(list, FACT_INDICATOR_OF_PLAN, month_compared_shown(line, line->ratios[RATIO_PLANNED]));
    month_put_outlook(list, maker, line);
    const char *status = line->worded ? WORDED : year_status_words(line->status);
    report_put(list, FACT_INDICATOR_STATUS, value_text(line->kind == MONTH_TARGET ? status : NULL));
}

struct view month_targets_view(const struct month_maker *maker)
{
    struct report_items list = { .arena = maker->arena };
    size_t number = 0;
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        if (line->kind == MONTH_MONEY)
            continue;
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_INDICATOR_NO, value_text(arena_printf(maker->arena, "%zu", ++number)));
        put_indicator(&list, maker, line);
    }
    if (!list.count) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_INDICATOR_TEXT, value_text("Kế hoạch không có chỉ tiêu."));
    }
    struct view view = report_view(&list, EACH_INDICATOR, "month-targets", "Biểu 3");
    view.month = maker->month.period.month;
    year_note(&view, "Số tính bằng % so với kỳ khác, với kế hoạch theo điểm phần trăm, số khác so bằng tỷ lệ %. x: không cộng "
                     "dồn. Số đếm cộng dồn so với kế hoạch bằng số từ đầu giai đoạn. Đánh giá theo mức phải đạt đến hết tháng, "
                     "tính đều trong năm.", maker->arena);
    month_note_outlook(&view, maker);
    return view;
}
