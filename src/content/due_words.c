#include "content/due_words.h"

#include "base/text.h"
#include "model/office.h"
#include "model/plan.h"

const char *due_what(const struct due *due, struct arena *arena)
{
    switch (due->kind) {
    case DUE_DECISION: return due->deadline->text;
    case DUE_MONTH: return arena_printf(arena, "Báo cáo tháng %d năm %d", due->period.month, due->period.year);
    case DUE_YEAR: return arena_printf(arena, "Báo cáo năm %d", due->period.year);
    }
    return NULL;
}

const char *due_from(const struct due *due)
{
    return due->deadline ? due->deadline->from : due->office->reporter.organ_name;
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
    return due->office->regime == REGIME_ND09 ? "Nghị định 09/2019/NĐ-CP, Điều 12" : "Chế độ báo cáo theo lịch";
}
