#include "content/figure_remark.h"

#include "base/text.h"
#include "content/words.h"

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
            return annex_words(arena, table->annex_name, table->annex);
        return table->where ? table->where : table->title;
    }
    return "chỗ khác";
}

/* How the other side of an equality that differs is called, up to its amount. */
static const char *other_side(const struct ledger *ledger, const struct ledger_line *line, struct arena *arena)
{
    if (line->in_force)
        return "theo kế hoạch đã sửa đổi được";
    switch (line->rule) {
    case LEDGER_COLUMN_FORMULA: return arena_printf(arena, "theo dòng đánh số cột “%s” được", line->claim->printed);
    case LEDGER_WORDS: return "số bằng chữ là";
    case LEDGER_TOTAL_ROWS: return "dòng tổng khác ghi";
    case LEDGER_SAME_FIGURE: return arena_printf(arena, "%s ghi", place_of(ledger->plan, &line->sum.terms[0], arena));
    default: return "cộng các phần được";
    }
}

static const char *side_words(const struct ledger_line *line, const struct ledger_side *side, struct arena *arena)
{
    if (!side->known)
        return "?";
    return line->unit == LEDGER_DONG ? dong_words(arena, side->dong, line->figure->unit)
                                     : number_words(arena, side->number);
}

/* " (triệu đồng)" behind money. */
static const char *unit_words(const struct ledger_line *line, struct arena *arena)
{
    return line->unit == LEDGER_DONG ? arena_printf(arena, " (%s)", money_unit_name(line->figure->unit)) : "";
}

static const char *incomplete_words(const struct ledger_line *line, struct arena *arena)
{
    const char *stated = side_words(line, &line->stated, arena), *computed = side_words(line, &line->computed, arena);
    if (line->claim)
        return arena_printf(arena, "Văn bản ghi %s; phép tính “%s” của dòng đánh số cột gặp ô bị mất.", stated,
                            line->claim->printed);
    bool not_stated = line->reason == LEDGER_NOT_STATED;
    if (line->difference.dong < 0)
        return arena_printf(arena, "Văn bản ghi %s; riêng các %s đã cộng %s, vượt %s%s.", stated,
                            not_stated ? "khoản có nêu số" : "ô đọc được", computed,
                            dong_words(arena, -line->difference.dong, line->figure->unit), unit_words(line, arena));
    return arena_printf(arena, "Văn bản ghi %s; các %s cộng %s; còn %s ở %s%s.", stated,
                        not_stated ? "khoản có nêu số" : "ô đọc được", computed, side_words(line, &line->difference, arena),
                        not_stated ? "khoản không nêu số" : "ô bị mất", unit_words(line, arena));
}

static const char *line_words(const struct ledger *ledger, const struct ledger_line *line, struct arena *arena)
{
    if (line->verdict == LEDGER_INCOMPLETE)
        return incomplete_words(line, arena);
    return arena_printf(arena, "Văn bản ghi %s; %s %s; chênh lệch %s%s.", side_words(line, &line->stated, arena),
                        other_side(ledger, line, arena), side_words(line, &line->computed, arena),
                        side_words(line, &line->difference, arena), unit_words(line, arena));
}

const char *blank_remark(const struct ledger_line *line, struct arena *arena)
{
    if (line->verdict != LEDGER_DIFFERS || line->stated.known || !ledger_sums_parts(line))
        return NULL;
    return arena_printf(arena, "Văn bản để trống; cộng các phần được %s (%s).", side_words(line, &line->computed, arena),
                        money_unit_name(line->figure->unit));
}

/* Lost cells are worth a word only about a sum that no other sum explains: that line, or NULL. */
static const struct ledger_line *unexplained(const struct ledger *ledger, const struct figure *figure)
{
    const struct ledger_line *incomplete = NULL;
    bool holds = !figure->stated;
    for (const struct ledger_line *line = ledger_first(ledger, figure); line; line = ledger_next(ledger, line)) {
        if (!line->stated.known)
            continue;
        if (line->verdict == LEDGER_INCOMPLETE && !incomplete)
            incomplete = line;
        holds = holds || (line->verdict == LEDGER_HOLDS && ledger_sums_parts(line));
    }
    return holds ? NULL : incomplete;
}

static bool differs(const struct ledger_line *line)
{
    return line->stated.known && line->verdict == LEDGER_DIFFERS;
}

enum figure_mark figure_mark(const struct ledger *ledger, const struct figure *figure)
{
    for (const struct ledger_line *line = ledger_first(ledger, figure); line; line = ledger_next(ledger, line))
        if (differs(line))
            return MARK_DIFFERS;
    return unexplained(ledger, figure) ? MARK_INCOMPLETE : MARK_NONE;
}

const char *figure_remark(const struct ledger *ledger, const struct figure *figure, struct arena *arena)
{
    struct text words = text_in(arena);
    for (const struct ledger_line *line = ledger_first(ledger, figure); line; line = ledger_next(ledger, line))
        if (differs(line))
            text_addf(&words, "%s%s", words.length ? " " : "", line_words(ledger, line, arena));
    const struct ledger_line *incomplete = words.length ? NULL : unexplained(ledger, figure);
    if (incomplete)
        text_add(&words, line_words(ledger, incomplete, arena));
    return words.length ? text_str(&words) : NULL;
}
