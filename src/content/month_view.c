#include "content/month_view.h"

#include "base/text.h"
#include "content/month_view_parts.h"
#include "content/words.h"
#include "content/year_parts.h"
#include "model/catalogue.h"
#include "model/office.h"

enum { VIEWS = 5, REPORT_FACTS = 6 };

const char *month_file(const char *unit, int revision, struct arena *arena)
{
    return revision ? arena_printf(arena, "%s-sua-%d", unit, revision) : unit;
}

const char *period_name(struct arena *arena, struct period period)
{
    return period.month ? arena_printf(arena, "tháng %d/%d", period.month, period.year)
                        : arena_printf(arena, "năm %d", period.year);
}

struct value month_money_shown(struct number dong)
{
    enum { HUNDRED = 100 }; /* numbers are rounded to two decimals; đồng have none */
    struct dec rounded;
    return number_round(&rounded, dong) ? value_money(rounded.units / HUNDRED) : value_text(NULL);
}

struct value month_value_shown(const struct month_maker *maker, const struct month_line *line,
                               const struct month_value *value)
{
    struct dec rounded;
    switch (value->reason) {
    case MONTH_KNOWN: break;
    case MONTH_NOT_APPLICABLE: return value_text("x");
    case MONTH_NO_DOCUMENT:
    case MONTH_NOT_SAID:
    case MONTH_NOT_REPORTED: return value_text("chưa có");
    case MONTH_MISSING: return value_text(arena_printf(maker->arena, "thiếu %s", period_name(maker->arena, value->missing)));
    case MONTH_INCOMPLETE: return value_text("chưa đủ");
    default: return value_text(NOT_COMPUTABLE);
    }
    if (line->kind == MONTH_MONEY)
        return month_money_shown(value->number);
    return number_round(&rounded, value->number) ? value_plain(rounded) : value_text(NOT_COMPUTABLE);
}

const char *month_label(const struct month_line *line, struct arena *arena)
{
    return line->repealed ? arena_printf(arena, "%s (%s)", line->label, REPEALED) : line->label;
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
static struct date day_of(const struct month_input *input, struct report_day days)
{
    bool asked = input->request->as_of.year != 0;
    return asked || date_cmp(days.made, days.period_end) > 0 ? days.made : days.period_end;
}

static const char *days_text(const struct month_maker *maker)
{
    return arena_printf(maker->arena, "từ ngày %s đến ngày %s", date_figures(maker->arena, maker->month.first_day),
                        date_figures(maker->arena, maker->month.cut_off));
}

static const char *month_words(const struct month_maker *maker)
{
    return arena_printf(maker->arena, "tháng %d năm %d", maker->month.period.month, maker->month.period.year);
}

static const struct item_fact *report_facts(const struct month_maker *maker, const char *unit)
{
    struct item_fact *facts = arena_alloc(maker->arena, REPORT_FACTS, sizeof *facts);
    facts[0] = (struct item_fact){ FACT_REPORT_YEAR, value_year(maker->month.period.year) };
    facts[1] = (struct item_fact){ FACT_REPORT_PERIOD, value_text(days_text(maker)) };
    facts[2] = (struct item_fact){ FACT_REPORT_UNIT, value_text(unit) };
    facts[3] = (struct item_fact){ FACT_REPORT_MONTH, value_text(month_words(maker)) };
    facts[4] = (struct item_fact){ FACT_PLAN_NAME, value_text(maker->input->chain->now->decision.plan_name) };
    facts[5] = (struct item_fact){ FACT_PLAN_PERIOD, value_text(period_words(maker->arena, maker->input->chain->now)) };
    return facts;
}

static const char *missing_words(const struct month_maker *maker)
{
    struct text out = text_in(maker->arena);
    for (size_t i = 0; i < maker->month.missing_count; i++)
        text_addf(&out, "%s%s", i ? ", " : "", period_name(maker->arena, maker->month.missing[i]));
    return text_str(&out);
}

static void add_notes(struct view *first, const struct month_maker *maker, const char *unit, int revision)
{
    struct arena *arena = maker->arena;
    if (revision)
        year_note(first, arena_printf(arena, "Bản sửa đổi lần %d: có số liệu ban hành sau báo cáo đầu tiên của tháng; các bản "
                                             "lập trước vẫn được giữ.", revision), arena);
    year_note(first, arena_printf(arena, "Kế hoạch: %s.", citation_words(arena, maker->input->chain->now)), arena);
    year_note_links(first, maker->input->chain, arena);
    year_note(first, arena_printf(arena, "Đơn vị: %s.", unit), arena);
    if (maker->month.missing_count)
        year_note(first, arena_printf(arena, "Kỳ chưa có báo cáo: %s. Thiếu số liệu không phải là số 0.", missing_words(maker)),
                  arena);
}

static const char *basis_of(const struct month_maker *maker, int revision)
{
    const char *mark = revision ? arena_printf(maker->arena, "; bản sửa đổi lần %d", revision) : "";
    return arena_printf(maker->arena, "(Số liệu %s %s; lập đến ngày %s%s)", month_words(maker), days_text(maker),
                        date_figures(maker->arena, maker->day), mark);
}

struct views month_views(const struct month_input *input, struct arena *arena)
{
    const struct month_request *request = input->request;
    const struct plan *plan = input->chain->now;
    struct month_maker maker = { .input = input, .month = month_of(plan, request, arena), .arena = arena };
    maker.changes = month_changes_of(plan, request, arena);
    struct report_day days = { made_on(input, arena), maker.month.cut_off };
    maker.day = day_of(input, days);
    int revision = month_revision(plan, request, arena);
    struct view *items = arena_alloc(arena, VIEWS, sizeof *items);
    items[0] = month_changes_view(&maker);
    items[1] = month_money_view(&maker);
    items[2] = month_works_view(&maker);
    items[3] = month_targets_view(&maker);
    items[4] = month_due_view(&maker);
    const char *unit = unit_words(arena, request->catalogue, plan->unit, plan->decision.issued, maker.month.cut_off);
    add_notes(&items[0], &maker, unit, revision);
    const struct item_fact *facts = report_facts(&maker, unit);
    for (size_t i = 0; i < VIEWS; i++) {
        items[i].facts = facts;
        items[i].fact_count = REPORT_FACTS;
        items[i].basis = basis_of(&maker, revision);
        items[i].place = plan->place;
    }
    struct office_view *office = year_office(request->office, days, &items[0], arena);
    office->subject = arena_printf(arena, "Tình hình thực hiện %s %s", month_words(&maker), plan->decision.plan_name);
    return (struct views){ .plan_id = month_file(plan->unit, revision, arena),
                           .plan_name = arena_printf(arena, "%s: %s", office->type_name, office->subject),
                           .author = office->organ ? office->organ : plan->decision.organ_name,
                           .illustrative = maker.month.illustrative,
                           .as_of = maker.day,
                           .items = items,
                           .count = VIEWS,
                           .office = office };
}
