/* Biểu 1 and 2: planned, available and disbursed, by source and by year. */
#include "base/text.h"
#include "calc/year_parts.h"
#include "model/plan.h"

static const struct total *total_of(const struct year_maker *maker, const struct source *source, int year)
{
    for (size_t i = 0; maker->has_totals && i < maker->totals.count; i++)
        if (maker->totals.items[i].source == source && maker->totals.items[i].year == year)
            return &maker->totals.items[i];
    return NULL;
}

bool year_planned(const struct year_maker *maker, const struct source *source, int year, int64_t *dong)
{
    const struct total *total = total_of(maker, source, year);
    if (!total || (!total->has_stated && !total->has_computed))
        return false;
    *dong = total->has_stated ? total->stated : total->computed;
    return true;
}

bool year_plan_is_undivided(const struct year_maker *maker)
{
    int64_t dong;
    for (int year = maker->plan->first_year; year <= maker->plan->last_year; year++)
        for (size_t s = 0; s < maker->plan->source_count; s++)
            if (year_planned(maker, &maker->plan->sources[s], year, &dong))
                return false;
    return year_planned(maker, NULL, 0, &dong);
}

struct number year_percent(const struct year_amount *a, const struct year_amount *b)
{
    struct number share = { 0 };
    if (a->reported && b->reported)
        share = number_mul(number_div(number_whole(a->dong), number_whole(b->dong)), number_whole(100));
    return share;
}

struct value year_amount_value(const struct year_amount *amount)
{
    return amount->reported ? value_money(amount->dong) : value_text(NOT_REPORTED);
}

const char *year_amount_note(const struct year_amount *amount, struct arena *arena)
{
    if (!amount->reported)
        return NULL;
    if (amount->month)
        return arena_printf(arena, "mới có số đến hết tháng %d", amount->month);
    return amount->provisional ? "số ước tính" : NULL;
}

static const char *joined(struct arena *arena, const char *first, const char *second)
{
    if (!first || !second)
        return first ? first : second;
    return arena_printf(arena, "%s; %s", first, second);
}

/* What there is to say about the rates of a row. */
static const char *row_note(const struct year_maker *maker, const struct year_money *money, bool planned)
{
    const struct year_amount *disbursed = &money->phases[PHASE_DISBURSED];
    const char *note = year_amount_note(disbursed, maker->arena);
    if (disbursed->reported && !money->available.reported)
        note = joined(maker->arena, note, "không tính được tỷ lệ: chưa báo cáo đủ dự toán giao và số chuyển sang");
    else if (money->available.reported && !money->available.dong)
        note = joined(maker->arena, note, "không tính được tỷ lệ: kinh phí được sử dụng bằng 0");
    if (!planned && !maker->plan->no_amounts && !year_plan_is_undivided(maker))
        note = joined(maker->arena, note, "kế hoạch không nêu số của nguồn này");
    return note;
}

static void put_row(struct report_items *list, const struct year_maker *maker, const struct source *source, int year,
                    const struct year_money *money)
{
    struct year_amount planned = { .reported = false };
    planned.reported = year_planned(maker, source, year, &planned.dong);
    const char *none = year_plan_is_undivided(maker) ? "không chia theo năm" : NOT_STATED;
    report_put(list, FACT_BUDGET_PLANNED, planned.reported ? value_money(planned.dong) : value_text(none));
    report_put(list, FACT_BUDGET_CARRIED, year_amount_value(&money->phases[PHASE_CARRIED_IN]));
    report_put(list, FACT_BUDGET_ALLOCATED, year_amount_value(&money->phases[PHASE_ALLOCATED]));
    report_put(list, FACT_BUDGET_AVAILABLE, year_amount_value(&money->available));
    report_put(list, FACT_BUDGET_DISBURSED, year_amount_value(&money->phases[PHASE_DISBURSED]));
    report_put(list, FACT_BUDGET_RATE, value_rounded(year_percent(&money->phases[PHASE_DISBURSED], &money->available)));
    report_put(list, FACT_BUDGET_PLAN_RATE, value_rounded(year_percent(&money->phases[PHASE_DISBURSED], &planned)));
    report_put(list, FACT_BUDGET_NOTE, value_text(row_note(maker, money, planned.reported)));
}

/* Sources that the plan states money of, and those that results report; of a plan without amounts all. */
static bool is_shown(const struct year_maker *maker, const struct source *source)
{
    if (source->money || maker->plan->no_amounts)
        return true;
    for (int year = maker->plan->first_year; year <= maker->year; year++)
        for (int phase = 0; phase < PHASES; phase++)
            if (year_money_of(maker->plan, &maker->list, source->id, NULL, year).phases[phase].reported)
                return true;
    return false;
}

static void note_plan(struct view *view, const struct year_maker *maker)
{
    if (maker->plan->no_amounts)
        year_note(view, "Kế hoạch chỉ nêu tên các nguồn, không nêu số tiền: không có số để so với kế hoạch.", maker->arena);
    else if (year_plan_is_undivided(maker))
        year_note(view, "Kế hoạch chỉ nêu kinh phí cả giai đoạn, không chia theo năm: không tính tỷ lệ so với kế hoạch năm.",
                  maker->arena);
    if (!maker->gaps.has_results)
        year_note(view, "Chưa có số liệu báo cáo về kinh phí. Ô ghi chữ không phải là số 0.", maker->arena);
}

static const enum fact_id SUMMED[] = { FACT_BUDGET_PLANNED,   FACT_BUDGET_CARRIED,   FACT_BUDGET_ALLOCATED,
                                       FACT_BUDGET_AVAILABLE, FACT_BUDGET_DISBURSED };
static const struct chart_fact BARS[] = { { FACT_BUDGET_PLANNED, "Kế hoạch" },
                                          { FACT_BUDGET_AVAILABLE, "Được sử dụng" },
                                          { FACT_BUDGET_DISBURSED, "Đã giải ngân" } };

static const struct view_chart *money_chart(const char *title, const size_t *items, size_t count, struct arena *arena)
{
    struct view_chart *chart = arena_alloc(arena, 1, sizeof *chart);
    *chart = (struct view_chart){ BARS_CLUSTERED, title, "triệu đồng", items, count, FACT_BUDGET_TITLE, BARS,
                                  sizeof BARS / sizeof *BARS };
    return chart;
}

struct view year_money_view(const struct year_maker *maker)
{
    struct arena *arena = maker->arena;
    struct report_items list = { .arena = arena };
    size_t *rows = arena_alloc(arena, maker->plan->source_count, sizeof *rows), count = 0;
    for (size_t s = 0; s < maker->plan->source_count; s++) {
        const struct source *source = &maker->plan->sources[s];
        if (!is_shown(maker, source))
            continue;
        struct year_money money = year_money_of(maker->plan, &maker->list, source->id, NULL, maker->year);
        rows[count++] = list.count;
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_BUDGET_NO, value_text(arena_printf(arena, "%zu", count)));
        report_put(&list, FACT_BUDGET_TITLE, value_text(source->name));
        put_row(&list, maker, source, maker->year, &money);
    }
    report_item(&list, ITEM_TOTAL, 0, NULL);
    report_put(&list, FACT_BUDGET_TITLE, value_text("Tổng cộng"));
    put_row(&list, maker, NULL, maker->year, &maker->money);
    for (size_t i = 0; i < sizeof SUMMED / sizeof *SUMMED; i++)
        report_sum(&list, SUMMED[i], rows, count);
    struct view view = report_view(&list, EACH_BUDGET, "year-money-sources", LABEL_MONEY);
    note_plan(&view, maker);
    view.charts = money_chart(arena_printf(arena, "Kinh phí năm %d theo nguồn", maker->year), rows, count, arena);
    view.chart_count = count > 0;
    return view;
}

/* The years of one source (NULL: all of them) under its heading. */
static void add_years(struct report_items *list, const struct year_maker *maker, const struct source *source,
                      size_t number)
{
    struct arena *arena = maker->arena;
    const char *name = source ? source->name : "Mọi nguồn";
    report_item(list, ITEM_GROUP, 0, name);
    report_put(list, FACT_BUDGET_NO, value_text(source ? arena_printf(arena, "%zu", number) : NULL));
    report_put(list, FACT_BUDGET_TITLE, value_text(name));
    int last = maker->year < maker->plan->last_year ? maker->year : maker->plan->last_year;
    for (int year = maker->plan->first_year; year <= last; year++) {
        struct year_money money = year_money_of(maker->plan, &maker->list, source ? source->id : NULL, NULL, year);
        report_item(list, ITEM_BODY, 1, NULL);
        report_put(list, FACT_BUDGET_TITLE, value_text(arena_printf(arena, "Năm %d", year)));
        put_row(list, maker, source, year, &money);
    }
}

struct view year_years_view(const struct year_maker *maker)
{
    struct arena *arena = maker->arena;
    struct report_items list = { .arena = arena };
    size_t number = 0;
    for (size_t s = 0; s < maker->plan->source_count; s++)
        if (is_shown(maker, &maker->plan->sources[s]))
            add_years(&list, maker, &maker->plan->sources[s], ++number);
    size_t first = list.count + 1;
    add_years(&list, maker, NULL, 0);
    size_t count = list.count - first, *rows = arena_alloc(arena, count, sizeof *rows);
    for (size_t i = 0; i < count; i++)
        rows[i] = first + i;
    struct view view = report_view(&list, EACH_BUDGET, "year-money-years", LABEL_YEARS);
    note_plan(&view, maker);
    view.charts = money_chart("Kinh phí theo năm, mọi nguồn", rows, count, arena);
    view.chart_count = count > 0;
    return view;
}
