#include "content/year_view.h"

#include "base/text.h"
#include "content/assessment_view.h"
#include "content/notes_view.h"
#include "content/plan_changes.h"
#include "content/report_view.h"
#include "content/report_words.h"
#include "content/reported_notes.h"
#include "content/words.h"
#include "content/year_amended.h"
#include "content/year_checks.h"
#include "content/year_money.h"
#include "content/year_summary.h"
#include "content/year_targets.h"
#include "content/year_works.h"

enum { VIEWS = 10, TABLES = 6 };

static const char *basis_of(const struct year_maker *maker, struct date day)
{
    return arena_printf(maker->arena, "Số liệu năm %d %s; cập nhật đến ngày %s", maker->year, year_days_text(maker),
                        date_figures(maker->arena, day));
}

/* Which plan is meant, in which form it stands, and of which unit. */
static void add_plan_notes(struct view *summary, const struct year_maker *maker, const char *unit)
{
    const struct plan *plan = maker->chain->first;
    struct arena *arena = maker->arena;
    view_note(summary, arena_printf(arena, "Kế hoạch: %s.", citation_words(arena, plan)), arena);
    year_note_changes(summary, maker);
    view_note(summary, arena_printf(arena, "Đơn vị: %s.", unit), arena);
    for (size_t i = 0; i < plan->relation_count; i++)
        view_note(summary,
                  arena_printf(arena, "Kế hoạch này %s kế hoạch %s.",
                               plan->relations[i].replaces ? "thay thế" : "sửa đổi, bổ sung", plan->relations[i].plan),
                  arena);
}

/* Returns how many views there are. */
static size_t add_views(struct view *items, const struct year_maker *maker)
{
    items[1] = year_money_view(maker);
    items[2] = year_years_view(maker);
    items[3] = year_works_view(maker);
    items[4] = year_targets_view(maker);
    items[5] = year_national_view(maker);
    items[6] = year_checks_view(maker);
    size_t count = TABLES + 1;
    items[0] = year_summary_view(maker, &items[1], TABLES);
    if (chain_is_changed(maker->chain)) {
        items[count++] = year_amended_money_view(maker);
        items[count++] = year_amended_targets_view(maker);
    }
    struct view words;
    if (!assessment_view(&words, &(struct assessed){ NULL, &maker->list }, 1, (struct period){ .year = maker->year },
                         maker->arena))
        return count;
    for (size_t i = count++; i > 1; i--)
        items[i] = items[i - 1];
    items[1] = words; /* behind the first page, before the tables */
    return count;
}

static const char *table_of_targets(const void *maker, const struct target *target)
{
    (void)maker;
    (void)target;
    return LABEL_GAPS;
}

/* What the documents of the year say beside their figures; where it has one of its own, those of its months have been told. */
static void add_reported_notes(struct views *views, const struct year_maker *maker)
{
    struct reported_notes notes = { .plan = maker->plan,
                                    .catalogue = maker->context->catalogue,
                                    .table = table_of_targets,
                                    .arena = maker->arena };
    const struct results *last = NULL;
    for (size_t i = 0; i < maker->list.count; i++) {
        const struct results *results = maker->list.items[i];
        if (!year_speaks_of(maker, results))
            continue;
        reported_notes_add(&notes, results);
        last = results;
    }
    if (last)
        reported_notes_add_estimates(&notes, last, reported_is_ahead);
    if (notes.count)
        views_add_notes(views, notes.lines, notes.count, maker->arena);
}

/* What a workbook makes live of the table of targets, and what it does not. */
static void explain_formulas(struct views *views, const struct year_maker *maker)
{
    static const struct view_mark MARKS[] = {
        { "Mức đạt, tiến độ",
          "công thức từ kết quả, mục tiêu, mức đầu kỳ cùng dòng (" LABEL_GAPS "), nơi các số đã in cho đúng "
          "tỷ lệ ấy; nơi khác là số" },
        { "Đánh giá",
          "chữ đã lập, không phải công thức: còn tùy ngưỡng của cơ quan, năm của mục tiêu và kỳ của số liệu, không "
          "có ô trên trang tính; sửa số thì phải lập lại báo cáo" },
    };
    if (maker->gaps.count) {
        views->marks = MARKS;
        views->mark_count = sizeof MARKS / sizeof *MARKS;
    }
}

struct views year_views(const struct year_input *input, struct arena *arena)
{
    struct year_maker maker;
    year_maker_make(&maker, input->chain, input->context, arena);
    const struct plan *plan = maker.plan;
    struct period year = { maker.year, 0, 0 };
    const char *unit = unit_words_merged(arena, input->context->catalogue, plan->unit, plan->decision.issued,
                                         period_last_day(year, office_regime(input->context->office, year)));
    struct report_frame frame = { .views = arena_alloc(arena, VIEWS, sizeof *frame.views),
                                  .id = plan->unit,
                                  .subject = arena_printf(arena, "Kết quả thực hiện năm %d %s", maker.year,
                                                          plan->decision.plan_name),
                                  .basis = basis_of(&maker, input->chain->day),
                                  .author = plan->decision.organ_name,
                                  .place = plan->place,
                                  .office = input->context->office,
                                  .as_of = input->chain->day,
                                  .made = input->chain->day,
                                  .period_end = period_last_day(year, year_regime(&maker)),
                                  .illustrative = maker.gaps.illustrative || input->chain->first->illustrative,
                                  .arena = arena };
    frame.view_count = add_views(frame.views, &maker);
    add_plan_notes(&frame.views[0], &maker, unit);
    report_put(&frame, FACT_REPORT_YEAR, value_year(maker.year));
    report_put(&frame, FACT_REPORT_PERIOD, value_text(year_days_text(&maker)));
    report_put(&frame, FACT_REPORT_UNIT, value_text(unit));
    report_put(&frame, FACT_PLAN_NAME, value_text(plan->decision.plan_name));
    report_put(&frame, FACT_PLAN_PERIOD, value_text(plan_years(arena, plan)));
    struct views views = report_finish(&frame);
    add_reported_notes(&views, &maker);
    explain_formulas(&views, &maker);
    return views;
}
