#include "content/year_money.h"

#include "base/text.h"
#include "content/items.h"
#include "content/report_facts.h"
#include "content/report_words.h"
#include "content/view_chart.h"

/* Said once below the table: twenty cells of the same words are a wall. */
#define UNDIVIDED_SIGN "x"

static void put_row(struct items *list, const struct year_maker *maker, const struct year_money *money, bool in_sign)
{
    const struct spending *spending = &money->spending;
    struct value planned = in_sign && spending_has(spending, SPENDING_PERIOD_ONLY) ? value_absent(UNDIVIDED_SIGN)
                                                                                   : planned_value(spending, list->arena);
    planned = fact_of_planned(planned, maker->chain, &maker->totals, spending, list->arena);
    items_put(list, FACT_BUDGET_PLANNED, year_fact(maker, planned, spending, SPENDING_PLANNED));
    items_put(list, FACT_BUDGET_CARRIED, year_spent_value(maker, PHASE_CARRIED_IN, money));
    items_put(list, FACT_BUDGET_ALLOCATED, year_spent_value(maker, PHASE_ALLOCATED, money));
    items_put(list, FACT_BUDGET_AVAILABLE, year_fact(maker, reported_value(money, &money->available), spending, SPENDING_AVAILABLE));
    items_put(list, FACT_BUDGET_DISBURSED, year_spent_value(maker, PHASE_DISBURSED, money));
    items_put(list, FACT_BUDGET_RATE, year_fact(maker, value_rounded(spending->rate), spending, SPENDING_RATE));
    items_put(list, FACT_BUDGET_PLAN_RATE, year_fact(maker, value_rounded(spending->of_plan), spending, SPENDING_OF_PLAN));
    items_put(list, FACT_BUDGET_NOTE, value_text(money->note));
}

/* Sources that the plan states money of, and those that results report; of a plan without amounts all. */
static bool is_shown(const struct year_maker *maker, const struct spending_source *source)
{
    return source->has_money || maker->plan->no_amounts;
}

static void note_plan(struct view *view, const struct year_maker *maker)
{
    if (maker->plan->no_amounts)
        view_note(view, "Kế hoạch chỉ nêu tên các nguồn, không nêu số tiền: không có số để so với kế hoạch.", maker->arena);
    else if (year_plan_is_undivided(maker))
        view_note(view,
                  "Kế hoạch chỉ nêu kinh phí cả giai đoạn, không chia theo năm: không tính tỷ lệ so với kế hoạch năm.",
                  maker->arena);
    if (!maker->disbursement.has_money)
        view_note(view, "Chưa có số liệu báo cáo về kinh phí. Ô ghi chữ không phải là số 0.", maker->arena);
}

static const enum fact_id SUMMED[] = { FACT_BUDGET_PLANNED, FACT_BUDGET_CARRIED, FACT_BUDGET_ALLOCATED,
                                       FACT_BUDGET_AVAILABLE, FACT_BUDGET_DISBURSED };
static const struct chart_fact BARS[] = { { FACT_BUDGET_PLANNED, "Kế hoạch" },
                                          { FACT_BUDGET_AVAILABLE, "Được sử dụng" },
                                          { FACT_BUDGET_DISBURSED, "Đã giải ngân" } };

static void draw(struct view *view, enum chart_kind kind, const char *title, const size_t *items, size_t count,
                 struct arena *arena)
{
    view_draw(view,
              (struct view_chart){ .kind = kind,
                                   .title = title,
                                   .unit = "triệu đồng",
                                   .items = items,
                                   .item_count = count,
                                   .label = FACT_BUDGET_TITLE,
                                   .series = BARS,
                                   .series_count = sizeof BARS / sizeof *BARS },
              arena);
}

/* What a chart is about, and what it says where the table has the rate: "Kinh phí theo nguồn: năm 2025 giải ngân 92,05 % …". */
static const char *message(const char *about, const char *when, struct number rate, const char *of, struct arena *arena)
{
    struct value value = value_rounded(rate);
    if (value.kind != VALUE_NUMBER)
        return arena_printf(arena, "%s, %s", about, when);
    return arena_printf(arena, "%s: %s giải ngân %s %% %s", about, when, numfmt_text(arena, value.format, value.number),
                        of);
}

static const enum fact_id SUPPLIED[] = {
    FACT_BUDGET_NO,        FACT_BUDGET_TITLE,     FACT_BUDGET_PLANNED, FACT_BUDGET_CARRIED,   FACT_BUDGET_ALLOCATED,
    FACT_BUDGET_AVAILABLE, FACT_BUDGET_DISBURSED, FACT_BUDGET_RATE,    FACT_BUDGET_PLAN_RATE, FACT_BUDGET_NOTE,
};

struct view year_money_view(const struct year_maker *maker)
{
    struct arena *arena = maker->arena;
    struct items list = { .arena = arena };
    size_t *rows = arena_alloc(arena, maker->disbursement.source_count, sizeof *rows), count = 0;
    for (size_t s = 0; s < maker->disbursement.source_count; s++) {
        const struct spending_source *source = &maker->disbursement.sources[s];
        if (!is_shown(maker, source))
            continue;
        struct year_money money = year_money_of(&maker->disbursement, NULL, source->id, maker->year, arena);
        rows[count++] = list.count;
        items_add(&list, ROLE_BODY, 0)->id = source->id;
        items_put(&list, FACT_BUDGET_NO, value_text(arena_printf(arena, "%zu", count)));
        items_put(&list, FACT_BUDGET_TITLE, value_text(source->name));
        put_row(&list, maker, &money, false);
    }
    items_add(&list, ROLE_TOTAL, 0)->id = YEAR_MONEY_TOTAL;
    items_put(&list, FACT_BUDGET_TITLE, value_text("Tổng cộng"));
    put_row(&list, maker, &maker->money, false);
    for (size_t i = 0; i < sizeof SUMMED / sizeof *SUMMED; i++)
        items_sum(&list, SUMMED[i], rows, count);
    struct view view = items_view(&list, EACH_BUDGET, YEAR_MONEY, LABEL_MONEY, FACTS(SUPPLIED));
    note_plan(&view, maker);
    draw(&view, CHART_CLUSTERED,
         message("Kinh phí theo nguồn", arena_printf(arena, "năm %d", maker->year), maker->money.spending.rate,
                 "kinh phí được sử dụng", arena),
         rows, count, arena);
    return view;
}

static int last_shown(const struct year_maker *maker)
{
    return maker->year < maker->plan->last_year ? maker->year : maker->plan->last_year;
}

/* A plan that has begun its second year has a row of all its years so far. */
static bool has_period(const struct year_maker *maker)
{
    return last_shown(maker) != maker->plan->first_year;
}

/* All years so far against what the plan has for its whole period: in the last year what became of the plan. */
static void add_period(struct items *list, const struct year_maker *maker, const struct spending_source *source, int last)
{
    size_t first = list->count, years = (size_t)(last - maker->plan->first_year) + 1;
    const struct plan *plan = maker->plan;
    if (!has_period(maker))
        return;
    struct year_money money = source ? year_money_of(&maker->disbursement, NULL, source->id, 0, maker->arena)
                                     : maker->period;
    const char *title =
        last == plan->last_year
            ? arena_printf(maker->arena, "Cả giai đoạn %d-%d", plan->first_year, plan->last_year)
            : arena_printf(maker->arena, "Lũy kế %d-%d, so với kế hoạch cả giai đoạn", plan->first_year, last);
    items_add(list, ROLE_TOTAL, 1)->id = source ? NULL : YEAR_YEARS_TOTAL;
    items_put(list, FACT_BUDGET_TITLE, value_text(title));
    put_row(list, maker, &money, false);
    size_t *rows = arena_alloc(maker->arena, years, sizeof *rows);
    for (size_t i = 0; i < years; i++)
        rows[i] = first - years + i;
    for (size_t i = 0; i < sizeof SUMMED / sizeof *SUMMED; i++)
        items_sum(list, SUMMED[i], rows, years);
}

/* The years of one source (NULL: all of them) under its heading. */
static void add_years(struct items *list, const struct year_maker *maker, const struct spending_source *source,
                      size_t number)
{
    struct arena *arena = maker->arena;
    const char *name = source ? source->name : "Mọi nguồn";
    items_add_group(list, 0, name);
    items_put(list, FACT_BUDGET_NO, value_text(source ? arena_printf(arena, "%zu", number) : NULL));
    items_put(list, FACT_BUDGET_TITLE, value_text(name));
    int last = last_shown(maker);
    for (int year = maker->plan->first_year; year <= last; year++) {
        struct year_money money = year_money_of(&maker->disbursement, NULL, source ? source->id : NULL, year, arena);
        items_add(list, ROLE_BODY, 1);
        items_put(list, FACT_BUDGET_TITLE, value_text(arena_printf(arena, "Năm %d", year)));
        put_row(list, maker, &money, has_period(maker));
    }
    add_period(list, maker, source, last);
}

/* "2021-2025", "năm 2021": the years that the table has. */
static const char *years_words(const struct year_maker *maker)
{
    const struct plan *plan = maker->plan;
    int last = last_shown(maker);
    return last == plan->first_year ? arena_printf(maker->arena, "năm %d", last)
                                    : arena_printf(maker->arena, "%d-%d", plan->first_year, last);
}

/*
 * Says of the last group, that of all sources, that each row of it is the sum of the same rows of the groups before it. All
 * groups have the same rows, one behind the other.
 */
static void sum_sources(struct items *list, size_t group_rows)
{
    size_t groups = list->count / group_rows, *rows = arena_alloc(list->arena, groups, sizeof *rows);
    for (size_t row = 1; groups > 1 && row < group_rows; row++) {
        for (size_t g = 0; g + 1 < groups; g++)
            rows[g] = g * group_rows + row;
        for (size_t i = 0; i < sizeof SUMMED / sizeof *SUMMED; i++)
            items_sum_at(list, (groups - 1) * group_rows + row, SUMMED[i], rows, groups - 1);
    }
}

struct view year_years_view(const struct year_maker *maker)
{
    struct arena *arena = maker->arena;
    struct items list = { .arena = arena };
    size_t number = 0;
    for (size_t s = 0; s < maker->disbursement.source_count; s++)
        if (is_shown(maker, &maker->disbursement.sources[s]))
            add_years(&list, maker, &maker->disbursement.sources[s], ++number);
    size_t first = list.count + 1;
    add_years(&list, maker, NULL, 0);
    sum_sources(&list, list.count - first + 1);
    size_t count = 0, *rows = arena_alloc(arena, list.count - first, sizeof *rows);
    for (size_t i = first; i < list.count; i++)
        if (list.items[i].role == ROLE_BODY)
            rows[count++] = i;
    struct view view = items_view(&list, EACH_BUDGET, YEAR_YEARS, LABEL_YEARS, FACTS(SUPPLIED));
    note_plan(&view, maker);
    if (year_plan_is_undivided(maker) && has_period(maker))
        view_note(&view, UNDIVIDED_SIGN ": kế hoạch không chia theo năm.", arena);
    draw(&view, CHART_COLUMNS,
         message("Kinh phí theo năm, mọi nguồn", years_words(maker), maker->period.spending.of_plan,
                 "kế hoạch cả giai đoạn", arena),
         rows, count, arena);
    return view;
}
