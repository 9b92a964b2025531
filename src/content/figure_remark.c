#include "base/text.h"
#include "content/annex_remarks.h"
#include "calc/sums.h"

const char *lost_remark(void)
{
    return "Số này có in trong văn bản nhưng bị mất trong bản chụp.";
}

/* The table of the decision that a term stands in, as a person finds it there. */
static const char *place_of(const struct plan *plan, const struct term *term, struct arena *arena)
{
    for (size_t t = 0; t < plan->table_count; t++) {
        const struct plan_table *table = &plan->tables[t];
        if (term->at < table->rows || term->at >= table->rows + table->row_count)
            continue;
        if (table->annex)
            return *table->annex ? arena_printf(arena, "Phụ lục %s", table->annex) : "Phụ lục";
        return table->where ? table->where : table->title;
    }
    return "chỗ khác";
}

/* How the other side of an equality that differs is called, up to its amount. */
static const char *other_side(const struct ledger *ledger, const struct ledger_line *line, struct arena *arena)
{
    if (strcmp(line->rule, "words") == 0)
        return "số bằng chữ là";
    if (strcmp(line->rule, "total-rows") == 0)
        return "dòng tổng khác ghi";
    if (strcmp(line->rule, "same-figure") == 0)
        return arena_printf(arena, "%s ghi", place_of(ledger->plan, &line->terms[0], arena));
    return "cộng các phần được";
}

static const char *in_unit(const char *token, enum money_unit unit, struct arena *arena)
{
    struct dec dong;
    return token && dec_parse(&dong, token) ? dong_words(arena, dong.units, unit) : "?";
}

static const char *line_words(const struct ledger *ledger, const struct ledger_line *line, struct arena *arena)
{
    enum money_unit unit = line->figure->unit;
    const char *stated = in_unit(line->stated, unit, arena), *computed = in_unit(line->computed, unit, arena);
    const char *difference = in_unit(line->difference, unit, arena), *name = money_unit_name(unit);
    if (line->verdict == LEDGER_INCOMPLETE && *line->difference == '-')
        return arena_printf(arena, "Văn bản ghi %s; riêng các ô đọc được đã cộng %s, vượt %s (%s).", stated, computed,
                            difference + 1, name);
    if (line->verdict == LEDGER_INCOMPLETE)
        return arena_printf(arena, "Văn bản ghi %s; các ô đọc được cộng %s; còn %s ở ô bị mất (%s).", stated, computed,
                            difference, name);
    return arena_printf(arena, "Văn bản ghi %s; %s %s; chênh lệch %s (%s).", stated, other_side(ledger, line, arena),
                        computed, difference, name);
}

const char *blank_remark(const struct ledger_line *line, struct arena *arena)
{
    if (line->verdict != LEDGER_DIFFERS || line->stated || !ledger_sums_parts(line))
        return NULL;
    return arena_printf(arena, "Văn bản để trống; cộng các phần được %s (%s).",
                        in_unit(line->computed, line->figure->unit, arena), money_unit_name(line->figure->unit));
}

/* Lost cells are worth a word only about a sum that no other sum explains. */
const char *figure_remark(const struct ledger *ledger, const struct figure *figure, struct arena *arena)
{
    struct text words = text_in(arena);
    const struct ledger_line *incomplete = NULL;
    bool holds = !figure->stated;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_line *line = &ledger->lines[i];
        if (line->figure != figure || !line->stated)
            continue;
        if (line->verdict == LEDGER_DIFFERS)
            text_addf(&words, "%s%s", words.length ? " " : "", line_words(ledger, line, arena));
        if (line->verdict == LEDGER_INCOMPLETE && !incomplete)
            incomplete = line;
        holds = holds || (line->verdict == LEDGER_HOLDS && ledger_sums_parts(line));
    }
    if (!words.length && incomplete && !holds)
        text_add(&words, line_words(ledger, incomplete, arena));
    return words.length ? text_str(&words) : NULL;
}
