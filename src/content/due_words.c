#include "content/due_words.h"

#include "base/text.h"
#include "content/report_words.h"
#include "model/office.h"
#include "model/plan.h"

static const struct periodic_report *report_of(const struct due *due)
{
    return &due->office->reports[report_kind_of(due->period)];
}

const char *due_what(const struct due *due, struct arena *arena)
{
    if (due->kind == DUE_DECISION)
        return due->deadline->text;
    const char *form = report_of(due)->form;
    return arena_printf(arena, form ? "Báo cáo %s (%s)" : "Báo cáo %s", period_in_words(arena, due->period), form);
}

const char *due_from(const struct due *due, struct arena *arena)
{
    if (!due->deadline)
        return due->office->reporter.organ_name;
    if (!due->ended)
        return due->deadline->from;
    return arena_printf(arena, "%s (không hỏi %s: đã kết thúc ngày %s)", due->deadline->from, due->ended->name,
                        date_figures(arena, due->ended->to));
}

const char *due_to(const struct due *due, struct arena *arena)
{
    static const char KEPT[] = "Lưu";
    if (due->deadline)
        return due->deadline->to;
    const struct reporter *reporter = &due->office->reporter;
    struct text out = text_in(arena);
    for (size_t i = 0; i < reporter->recipient_count; i++)
        if (strncmp(reporter->recipients[i], KEPT, sizeof KEPT - 1) != 0)
            text_addf(&out, "%s%s", out.length ? "; " : "", reporter->recipients[i]);
    return out.length ? text_str(&out) : NULL;
}

const char *due_rule(const struct due *due)
{
    if (due->deadline)
        return due->deadline->where;
    if (report_of(due)->basis)
        return report_of(due)->basis;
    return office_regime(due->office, due->period) == REGIME_ND09 ? "Nghị định 09/2019/NĐ-CP, Điều 12"
                                                                  : "Chế độ báo cáo theo lịch";
}
