#include "content/month_view.h"

#include "base/text.h"
#include "calc/month_revision.h"
#include "content/assessment_view.h"
#include "content/month_changes_view.h"
#include "content/month_due_view.h"
#include "content/month_figures.h"
#include "content/month_summary.h"
#include "content/notes_view.h"
#include "content/plan_changes.h"
#include "content/report_view.h"
#include "content/report_words.h"
#include "content/reported_notes.h"
#include "content/words.h"

enum { VIEWS = 8 };

const char *month_file(const char *unit, int revision, struct arena *arena)
{
    return revision ? arena_printf(arena, "%s-sua-%d", unit, revision) : unit;
}

/* The day of the request, else that of the plan or of the latest document that counts. */
static struct date made_on(const struct month_input *input, struct arena *arena)
{
    const struct month_request *request = input->request;
    if (request->as_of.year)
        return request->as_of;
    struct date latest = input->chain->now->decision.issued;
    struct results_list all = results_as_of(request->results, input->chain->now->id, request->as_of, arena);
    struct results_list list = results_until(&all, request->period, arena);
    for (size_t i = 0; i < list.count; i++)
        if (date_cmp(list.items[i]->issued, latest) > 0)
            latest = list.items[i]->issued;
    return latest;
}

/* What is due is told as of the day of the request, else not before the month has ended. */
static struct date day_of(const struct month_input *input, struct date made, struct date period_end)
{
    bool asked = input->request->as_of.year != 0;
    return asked || date_cmp(made, period_end) > 0 ? made : period_end;
}

static const char *days_text(const struct month_maker *maker)
{
    return arena_printf(maker->arena, "từ ngày %s đến ngày %s", date_figures(maker->arena, maker->month.first_day),
                        date_figures(maker->arena, maker->month.cut_off));
}

static const char *month_words(const struct month_maker *maker)
{
    return period_in_words(maker->arena, maker->month.period);
}

/* Why a period of another year is asked for at all. */
static const char *asked_for(struct period of, struct period missing)
{
    if (period_cmp(missing, period_year_before(of)) == 0)
        return " (cùng kỳ năm trước, để so sánh)";
    return missing.year == of.year ? "" : " (kỳ trước, để so sánh)";
}

static const char *missing_words(const struct month_maker *maker)
{
    struct text out = text_in(maker->arena);
    for (size_t i = 0; i < maker->month.missing_count; i++)
        text_addf(&out, "%s%s%s", i ? "; " : "", period_label(maker->arena, maker->month.missing[i]),
                  asked_for(maker->month.period, maker->month.missing[i]));
    return text_str(&out);
}

static void add_notes(struct view *first, const struct month_maker *maker, const char *unit, int revision)
{
    struct arena *arena = maker->arena;
    if (revision)
        view_note(first,
                  arena_printf(arena,
                               "Bản lập lại lần %d, vì có số liệu ban hành sau báo cáo đầu tiên của %s; các bản "
                               "lập trước vẫn được giữ.",
                               revision, period_is_span(maker->month.period) ? "kỳ" : "tháng"),
                  arena);
    view_note(first, arena_printf(arena, "Kế hoạch: %s.", citation_words(arena, maker->input->chain->now)), arena);
    note_plan_changes(first, maker->input->chain, arena);
    view_note(first, arena_printf(arena, "Đơn vị: %s.", unit), arena);
    if (maker->month.missing_count)
        view_note(first,
                  arena_printf(arena, "Kỳ chưa có báo cáo: %s. Thiếu số liệu không phải là số 0.", missing_words(maker)),
                  arena);
}

static const char *basis_of(const struct month_maker *maker)
{
    return arena_printf(maker->arena, "Số liệu %s %s; cập nhật đến ngày %s", month_words(maker), days_text(maker),
                        date_figures(maker->arena, maker->day));
}

static void add_facts(struct report_frame *frame, const struct month_maker *maker, const char *unit)
{
    const struct plan *plan = maker->input->chain->now;
    report_put(frame, FACT_REPORT_YEAR, value_year(maker->month.period.year));
    report_put(frame, FACT_REPORT_PERIOD, value_text(days_text(maker)));
    report_put(frame, FACT_REPORT_UNIT, value_text(unit));
    report_put(frame, FACT_REPORT_SPAN, value_text(period_is_span(maker->month.period) ? "kỳ" : "tháng"));
    report_put(frame, FACT_REPORT_MONTH, value_text(month_words(maker)));
    report_put(frame, FACT_PLAN_NAME, value_text(plan->decision.plan_name));
    report_put(frame, FACT_PLAN_PERIOD, value_text(plan_years(maker->arena, plan)));
}

/* A quarter and a half have the forms of the months within the year; nine months, all of them in one figure, have their own. */
static void lay_out_span(struct view *view, struct period period)
{
    enum { NINE = 9 };
    static const struct {
        const char *id, *span, *nine;
    } FORMS[] = { { MONTH_MONEY_VIEW, MONTH_MONEY_VIEW, "period-money-9" },
                  { "month-works", "month-works", "period-works-9" },
                  { MONTH_TARGETS_VIEW, "month-targets-6-11", "period-targets-9" },
                  { MONTH_PENDING_VIEW, MONTH_PENDING_VIEW, MONTH_PENDING_VIEW } };
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++)
        if (strcmp(view->id, FORMS[i].id) == 0)
            view->layout = period.months == NINE ? FORMS[i].nine : FORMS[i].span;
    view->month = 0;
}

/* The first page, what the month's report says in words, the tables; returns how many there are. */
static size_t add_views(struct view *views, const struct month_maker *maker, const struct results_list *list)
{
    size_t count = 1;
    if (assessment_view(&views[count], &(struct assessed){ NULL, list }, 1, maker->month.period, maker->arena))
        count++;
    views[count++] = month_money_view(maker);
    views[count++] = month_works_view(maker);
    views[count++] = month_targets_view(maker);
    views[0] = month_summary_view(maker);
    if (month_parts_pending(maker))
        views[count++] = month_pending_view(maker);
    views[count++] = month_due_view(maker);
    if (maker->changes.count) /* else the first page says so */
        views[count++] = month_changes_view(maker);
    return count;
}

/* The forms of May, October and December have columns for estimates: of targets all, of money those of the year. */
static bool is_in_no_table(const struct results *results, struct forecast forecast, bool of_money)
{
    enum { MAY = 5, OCTOBER = 10, DECEMBER = 12 };
    int month = results->period.month;
    if (of_money)
        return month != OCTOBER || forecast.span != SPAN_YEAR;
    return month != MAY && month != OCTOBER && month != DECEMBER;
}

static const char *table_of_target(const void *maker, const struct target *target)
{
    size_t number;
    return month_target_table(maker, month_target_line(maker, MONTH_TARGET, target->id, &number)).label;
}

static void add_reported_notes(struct views *views, const struct month_maker *maker, const struct results_list *list)
{
    struct reported_notes notes = { .plan = maker->input->chain->now,
                                    .catalogue = maker->input->request->catalogue,
                                    .table = table_of_target,
                                    .maker = maker,
                                    .arena = maker->arena };
    for (size_t i = 0; i < list->count; i++)
        if (period_cmp(list->items[i]->period, maker->month.period) == 0) {
            reported_notes_add(&notes, list->items[i]);
            reported_notes_add_estimates(&notes, list->items[i], is_in_no_table);
        }
    if (notes.count)
        views_add_notes(views, notes.lines, notes.count, maker->arena);
}

struct views month_views(const struct month_input *input, struct arena *arena)
{
    const struct month_request *request = input->request;
    const struct plan *plan = input->chain->now;
    struct month_maker maker = { .input = input, .month = month_of(plan, request, arena), .arena = arena };
    maker.list = results_as_of(request->results, plan->id, request->as_of, arena);
    maker.changes = month_changes_of(plan, request, arena);
    struct date made = made_on(input, arena);
    maker.day = day_of(input, made, maker.month.cut_off);
    struct due_context due = { input->run, maker.day, input->days, input->chain->first->id };
    maker.due = due_of(&due, arena);
    int revision = month_revision(plan, request, arena);
    const char *unit = unit_words(arena, request->catalogue, plan->unit, plan->decision.issued, maker.month.cut_off);
    struct view *views = arena_alloc(arena, VIEWS, sizeof *views);
    size_t count = add_views(views, &maker, &maker.list);
    for (size_t i = 0; i < count && period_is_span(maker.month.period); i++)
        lay_out_span(&views[i], maker.month.period);
    add_notes(&views[0], &maker, unit, revision);
    struct report_frame frame = { .views = views,
                                  .view_count = count,
                                  .id = month_file(plan->unit, revision, arena),
                                  .subject = arena_printf(arena, "Tình hình thực hiện %s %s", month_words(&maker),
                                                          plan->decision.plan_name),
                                  .basis = basis_of(&maker),
                                  .author = plan->decision.organ_name,
                                  .place = plan->place,
                                  .office = request->office,
                                  .as_of = maker.day,
                                  .made = made,
                                  .period_end = maker.month.cut_off,
                                  .illustrative = maker.month.illustrative,
                                  .arena = arena };
    add_facts(&frame, &maker, unit);
    struct views made_views = report_finish(&frame);
    add_reported_notes(&made_views, &maker, &maker.list);
    return made_views;
}
