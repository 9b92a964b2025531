#include "content/year_view.h"

#include "base/text.h"
#include "content/reconciliation_view.h"
#include "content/words.h"
#include "content/year_parts.h"
#include "model/catalogue.h"

enum { VIEWS = 9, VIEWS_UNCHANGED = 7, REPORT_FACTS = 5 };

void year_note(struct view *view, const char *note, struct arena *arena)
{
    const char **notes = arena_alloc(arena, view->note_count + 1, sizeof *notes);
    for (size_t i = 0; i < view->note_count; i++)
        notes[i] = view->notes[i];
    notes[view->note_count++] = note;
    view->notes = notes;
}

/* ---- words ---- */

const char *year_shortened(const char *text, struct arena *arena)
{
    enum { MOST = 70 };
    const char *at = text, *blank = NULL;
    for (size_t i = 0; i < MOST && *at; i++) {
        if (*at == ' ')
            blank = at;
        utf8_next(&at);
    }
    return *at && blank ? arena_printf(arena, "%.*s…", (int)(blank - text), text) : text;
}

static const char *unit_name(const struct unit *unit, struct arena *arena)
{
    return arena_printf(arena, "%s %s (mã %s)", unit->is_city ? "thành phố" : "tỉnh", unit->name, unit->code);
}

/* The other units of the plan's time that are parts of the unit now; NULL if there is none. */
static const char *other_parts(struct arena *arena, const struct catalogue *catalogue, const struct unit *then,
                               const struct unit *now, struct date decided)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < catalogue->unit_count; i++) {
        const struct unit *unit = &catalogue->units[i];
        if (unit != then && catalogue_unit(catalogue, unit->code, decided) == unit &&
            catalogue_successor(catalogue, unit->code, decided, now->from) == now)
            text_addf(&out, "%s%s", out.length ? ", " : "", unit_name(unit, arena));
    }
    return out.length ? text_str(&out) : NULL;
}

const char *unit_words(struct arena *arena, const struct catalogue *catalogue, const char *code, struct date decided,
                       struct date day)
{
    const struct unit *then = catalogue_unit(catalogue, code, decided);
    const struct unit *now = catalogue_successor(catalogue, code, decided, day);
    if (!then)
        return arena_printf(arena, "đơn vị mã %s", code);
    bool same = !now || (strcmp(now->code, then->code) == 0 && strcmp(now->name, then->name) == 0);
    if (same && (!now || !now->from.year || !other_parts(arena, catalogue, then, now, decided)))
        return unit_name(then, arena);
    const char *since = now->from.year ? arena_printf(arena, "từ ngày %s", date_figures(arena, now->from)) : "nay";
    return arena_printf(arena, "%s, %s thuộc %s", unit_name(then, arena), since, unit_name(now, arena));
}

/* The same, and what else is part of the unit now. */
static const char *merged_words(struct arena *arena, const struct catalogue *catalogue, const char *code,
                                struct date decided, struct date day)
{
    const char *words = unit_words(arena, catalogue, code, decided, day);
    const struct unit *then = catalogue_unit(catalogue, code, decided);
    const struct unit *now = catalogue_successor(catalogue, code, decided, day);
    const char *others = now && now->from.year ? other_parts(arena, catalogue, then, now, decided) : NULL;
    return others ? arena_printf(arena, "%s, gồm cả: %s", words, others) : words;
}

static enum regime regime_of(const struct year_maker *maker)
{
    enum regime regime = maker->context->office->regime;
    for (size_t i = 0; i < maker->list.count; i++)
        if (maker->list.items[i]->period.year == maker->year)
            regime = maker->list.items[i]->regime;
    return regime;
}

const char *year_days_text(const struct year_maker *maker)
{
    struct period period = { maker->year, 0 };
    enum regime regime = regime_of(maker);
    return arena_printf(maker->arena, "từ ngày %s đến ngày %s",
                        date_figures(maker->arena, period_first_day(period, regime)),
                        date_figures(maker->arena, period_last_day(period, regime)));
}

/* ---- reconciliation ---- */

struct view year_checks_view(const struct year_maker *maker)
{
    struct report_items list = { .arena = maker->arena };
    const struct ledger *ledger = ledger_find(maker->context->ledgers, maker->plan);
    reconciliation_open_items(&list, ledger ? ledger : ledger_of(maker->plan, maker->context->office, maker->arena));
    if (!list.count) {
        report_item(&list, ITEM_BODY, 0, NULL);
        report_put(&list, FACT_CHECK_TEXT, value_text("Kế hoạch không có số nào đối chiếu được."));
    }
    struct view view = report_view(&list, EACH_CHECK, "year-checks", LABEL_CHECKS);
    year_note(
        &view,
        "Đối chiếu các số mà kế hoạch ghi với nhau. Chỉ liệt kê chỗ không khớp và chỗ chưa đủ số liệu; trong ngoặc "
        "là số phép đối chiếu. Số ghi được giữ nguyên. Sổ đối chiếu đủ ở phụ lục của kế hoạch.",
        maker->arena);
    return view;
}

/* ---- the report ---- */

static struct signer_view signer_of(const struct signer *signer)
{
    return (struct signer_view){ (const char *const *)signer->authority, signer->authority_count, signer->position,
                                 signer->full_name };
}

static void note_blank_day(struct view *view, struct report_day day, struct arena *arena)
{
    year_note(view,
              arena_printf(arena,
                           "Ngày, tháng, năm ở đầu báo cáo để trống, ghi khi ký: số liệu dùng để lập báo cáo chỉ đến ngày "
                           "%s, trước ngày cuối của kỳ báo cáo (%s).",
                           date_figures(arena, day.made), date_figures(arena, day.period_end)), arena);
}

struct office_view *year_office(const struct office *office, struct report_day day, struct view *first, struct arena *arena)
{
    struct date printed = day.made;
    if (date_cmp(day.made, day.period_end) < 0) {
        note_blank_day(first, day, arena);
        printed = (struct date){ 0 };
    }
    struct office_view *view = arena_alloc(arena, 1, sizeof *view);
    *view = (struct office_view){ .parent_organ = office->reporter.parent_organ,
                                  .organ = office->reporter.organ_name,
                                  .notation = office->reporter.code_notation,
                                  .place_name = office->reporter.place,
                                  .type_name = "Báo cáo",
                                  .day = printed,
                                  .preparer = signer_of(&office->signers[SIGNER_PREPARER]),
                                  .head = signer_of(&office->signers[SIGNER_HEAD]),
                                  .recipients = (const char *const *)office->reporter.recipients,
                                  .recipient_count = office->reporter.recipient_count };
    return view;
}

static const struct item_fact *report_facts(const struct year_maker *maker, const char *unit)
{
    struct item_fact *facts = arena_alloc(maker->arena, REPORT_FACTS, sizeof *facts);
    facts[0] = (struct item_fact){ FACT_REPORT_YEAR, value_year(maker->year) };
    facts[1] = (struct item_fact){ FACT_REPORT_PERIOD, value_text(year_days_text(maker)) };
    facts[2] = (struct item_fact){ FACT_REPORT_UNIT, value_text(unit) };
    facts[3] = (struct item_fact){ FACT_PLAN_NAME, value_text(maker->plan->decision.plan_name) };
    facts[4] = (struct item_fact){ FACT_PLAN_PERIOD, value_text(period_words(maker->arena, maker->plan)) };
    return facts;
}

static const char *basis_of(const struct year_maker *maker, struct date day)
{
    return arena_printf(maker->arena, "(Số liệu năm %d %s; lập đến ngày %s)", maker->year, year_days_text(maker),
                        date_figures(maker->arena, day));
}

/* Which plan is meant, in which form it stands, and of which unit. */
static void add_plan_notes(struct view *summary, const struct year_maker *maker, const char *unit)
{
    const struct plan *plan = maker->chain->first;
    struct arena *arena = maker->arena;
    year_note(summary, arena_printf(arena, "Kế hoạch: %s.", citation_words(arena, plan)), arena);
    year_note_chain(summary, maker);
    year_note(summary, arena_printf(arena, "Đơn vị: %s.", unit), arena);
    for (size_t i = 0; i < plan->relation_count; i++)
        year_note(summary, arena_printf(arena, "Kế hoạch này %s kế hoạch %s.",
                                        plan->relations[i].replaces ? "thay thế" : "sửa đổi, bổ sung",
                                        plan->relations[i].plan), arena);
}

void year_maker_make(struct year_maker *maker, const struct chain *chain, const struct gaps_context *context,
                     struct arena *arena)
{
    const struct plan *plan = chain->now;
    *maker = (struct year_maker){ .chain = chain, .plan = plan, .context = context, .arena = arena };
    maker->year = context->year;
    maker->list = results_as_of(context->results, plan->id, context->as_of, arena);
    maker->gaps = gaps_of(plan, context, arena);
    maker->disbursement = disbursement_of(plan, context->results, context->as_of, maker->year, arena);
    maker->money = year_money_of(&maker->disbursement, NULL, NULL, maker->year, arena);
}

/* Returns how many views there are. */
static size_t add_views(struct view *items, const struct year_maker *maker)
{
    items[0] = year_summary_view(maker);
    items[1] = year_money_view(maker);
    items[2] = year_years_view(maker);
    items[3] = year_works_view(maker);
    items[4] = year_gaps_view(maker);
    items[5] = year_national_view(maker);
    items[6] = year_checks_view(maker);
    if (!chain_is_changed(maker->chain))
        return VIEWS_UNCHANGED;
    items[7] = year_amended_money_view(maker);
    items[8] = year_amended_targets_view(maker);
    return VIEWS;
}

struct views year_views(const struct year_input *input, struct arena *arena)
{
    struct year_maker maker;
    year_maker_make(&maker, input->chain, input->context, arena);
    const struct plan *plan = maker.plan;
    struct date day = input->chain->day;
    struct period year = { maker.year, 0 };
    const char *unit = merged_words(arena, input->context->catalogue, plan->unit, plan->decision.issued,
                                    period_last_day(year, input->context->office->regime));
    struct view *items = arena_alloc(arena, VIEWS, sizeof *items);
    size_t count = add_views(items, &maker);
    add_plan_notes(&items[0], &maker, unit);
    const struct item_fact *facts = report_facts(&maker, unit);
    const char *basis = basis_of(&maker, day);
    for (size_t i = 0; i < count; i++) {
        items[i].facts = facts;
        items[i].fact_count = REPORT_FACTS;
        items[i].basis = basis;
        items[i].place = plan->place;
    }
    struct report_day days = { day, period_last_day(year, regime_of(&maker)) };
    struct office_view *office = year_office(input->context->office, days, &items[0], arena);
    office->subject = arena_printf(arena, "Kết quả thực hiện năm %d %s", maker.year, plan->decision.plan_name);
    return (struct views){ .plan_id = plan->unit,
                           .plan_name = arena_printf(arena, "%s: %s", office->type_name, office->subject),
                           .author = office->organ ? office->organ : plan->decision.organ_name,
                           .illustrative = maker.gaps.illustrative || input->chain->first->illustrative,
                           .as_of = day,
                           .items = items,
                           .count = count,
                           .office = office };
}
