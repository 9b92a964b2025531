#include "content/report_words.h"

#include "base/shortened.h"
#include "base/text.h"
#include "content/words.h"

static const char *span_words(struct arena *arena, struct period period)
{
    static const char *const QUARTERS[] = { "I", "II", "III", "IV" };
    enum { QUARTER = 3, HALF = 6 };
    if (period.months == QUARTER)
        return arena_printf(arena, "quý %s", QUARTERS[period.month / QUARTER - 1]);
    if (period.months == HALF)
        return period.month == HALF ? "6 tháng đầu năm" : "6 tháng cuối năm";
    return period.months ? "9 tháng đầu năm" : NULL;
}

const char *period_label(struct arena *arena, struct period period)
{
    const char *span = span_words(arena, period);
    if (span)
        return arena_printf(arena, period.months == 3 ? "%s/%d" : "%s %d", span, period.year);
    return period.month ? arena_printf(arena, "tháng %d/%d", period.month, period.year)
                        : arena_printf(arena, "năm %d", period.year);
}

const char *period_in_words(struct arena *arena, struct period period)
{
    const char *span = span_words(arena, period);
    if (span)
        return arena_printf(arena, period.months == 3 ? "%s năm %d" : "%s %d", span, period.year);
    return period.month ? arena_printf(arena, "tháng %d năm %d", period.month, period.year)
                        : arena_printf(arena, "năm %d", period.year);
}

const char *part_words(const struct plan_part *part, struct arena *arena)
{
    const struct plan_row *row = part->row;
    switch (part->kind) {
    case PART_TARGET: return arena_printf(arena, "chỉ tiêu “%s”", text_shortened(part->target->text, arena));
    case PART_DEADLINE: return arena_printf(arena, "thời hạn “%s”", text_shortened(part->deadline->text, arena));
    case PART_ROW:
        return arena_printf(arena, "%s “%s%s%s”", row->kind == ROW_GROUP ? "nhóm" : "hoạt động", row->no,
                            *row->no ? ". " : "", text_shortened(row->title, arena));
    default: break;
    }
    const struct plan_table *table = part->table;
    const char *title = table->title ? table->title : table->where ? table->where : table->id;
    if (table->annex)
        return arena_printf(arena, "%s “%s”", annex_words(arena, table->annex_name, table->annex),
                            text_shortened(title, arena));
    return arena_printf(arena, "bảng “%s”", text_shortened(title, arena));
}

bool unit_is_former(const struct unit *then, const struct unit *now, bool same)
{
    return then && now && then != now && !same && strcmp(then->name, now->name) == 0;
}

/* "tỉnh Phú Thọ cũ (mã 25)", beside the unit that it went into and that goes by its name. */
static const char *former_name(const struct unit *unit, const struct unit *now, struct arena *arena)
{
    return arena_printf(arena, "%s %s%s (mã %s)", unit->is_city ? "thành phố" : "tỉnh", unit->name,
                        unit_is_former(unit, now, false) ? " " FORMER : "", unit->code);
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
            text_addf(&out, "%s%s", out.length ? ", " : "", former_name(unit, now, arena));
    }
    return out.length ? text_str(&out) : NULL;
}

const char *unit_short_words(struct arena *arena, const struct catalogue *catalogue, const char *code, struct date decided,
                             struct date day)
{
    const struct unit *unit = catalogue_unit(catalogue, code, decided);
    const struct unit *now = catalogue_successor(catalogue, code, decided, day);
    if (unit_is_country(code))
        return "cả nước";
    if (!unit)
        return arena_printf(arena, "đơn vị mã %s", code);
    bool same = now && catalogue_is_same_unit(catalogue, code, decided, now->code, day);
    return arena_printf(arena, "%s %s%s", unit->is_city ? "thành phố" : "tỉnh", unit->name,
                        unit_is_former(unit, now, same) ? " " FORMER : "");
}

const char *unit_words(struct arena *arena, const struct catalogue *catalogue, const char *code, struct date decided,
                       struct date day)
{
    const struct unit *then = catalogue_unit(catalogue, code, decided);
    const struct unit *now = catalogue_successor(catalogue, code, decided, day);
    if (unit_is_country(code))
        return "cả nước";
    if (!then)
        return arena_printf(arena, "đơn vị mã %s", code);
    bool same = !now || (strcmp(now->code, then->code) == 0 && strcmp(now->name, then->name) == 0);
    if (same && (!now || !now->from.year || !other_parts(arena, catalogue, then, now, decided)))
        return unit_name(then, arena);
    const char *since = now->from.year ? arena_printf(arena, "từ ngày %s", date_figures(arena, now->from)) : "nay";
    return arena_printf(arena, "%s, %s thuộc %s", former_name(then, now, arena), since, unit_name(now, arena));
}

const char *unit_words_merged(struct arena *arena, const struct catalogue *catalogue, const char *code, struct date decided,
                              struct date day)
{
    const char *words = unit_words(arena, catalogue, code, decided, day);
    const struct unit *then = catalogue_unit(catalogue, code, decided);
    const struct unit *now = catalogue_successor(catalogue, code, decided, day);
    const char *others = now && now->from.year ? other_parts(arena, catalogue, then, now, decided) : NULL;
    return others ? arena_printf(arena, "%s, cùng với %s", words, others) : words;
}
