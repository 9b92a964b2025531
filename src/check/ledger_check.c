#include "check/ledger_check.h"

#include "check/unit_slip.h"
#include "content/ledger_words.h"
#include "content/words.h"

static struct about sides_of(const struct ledger_line *line, const char *stated, const char *computed, struct arena *arena)
{
    return (struct about){ .subject = line->subject.id,
                           .source = line->key.source,
                           .year = ledger_year_token(line, arena),
                           .stated = stated,
                           .computed = computed };
}

/* ---- sums within a table ---- */

static void tell_sum(const struct ledger_line *line, enum finding_code code, struct findings *findings)
{
    struct arena *arena = findings->arena;
    enum money_unit unit = line->figure->unit;
    int64_t stated = line->figure->dong, computed = line->sum.dong, rest;
    if (__builtin_sub_overflow(stated, computed, &rest))
        code = FINDING_SUM_OVERFLOW, rest = 0;
    if (code == FINDING_SUM_INCOMPLETE && rest < 0)
        code = FINDING_SUM_BEYOND;
    rest = rest < 0 && (code == FINDING_SUM_BEYOND || code == FINDING_UNSTATED_BEYOND) ? -rest : rest;
    finding_add_about(findings, code, line->place,
                      sides_of(line, dong_token(arena, stated), dong_token(arena, computed), arena),
                      ledger_name(line, arena), money_words(arena, stated, unit), money_words(arena, computed, unit),
                      money_words(arena, rest, unit), line->subject.id, NULL);
}

static void tell_blank(const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    finding_add_about(findings, FINDING_SUM_BLANK, line->place,
                      sides_of(line, NULL, dong_token(arena, line->computed.dong), arena), ledger_name(line, arena),
                      money_words(arena, line->computed.dong, line->figure->unit), NULL);
}

/* A sum across a row is not told of a blank cell: the parts stand beside it. */
static void check_sum(const struct ledger_line *line, struct findings *findings)
{
    bool blank = line->figure->state == FIGURE_BLANK;
    if (line->sum.overflow || (line->reason == LEDGER_OVERFLOW && !blank))
        tell_sum(line, FINDING_SUM_OVERFLOW, findings);
    else if (line->verdict == LEDGER_DIFFERS && blank && line->rule != LEDGER_CELLS_ROW)
        tell_blank(line, findings);
    else if (line->verdict == LEDGER_DIFFERS && !blank)
        tell_sum(line, line->reason == LEDGER_IMMATERIAL ? FINDING_SUM_DIFFERS_SLIGHTLY : FINDING_SUM_DIFFERS, findings);
}

/* Of all sums of the line's figure, of which it is the first. What the decision leaves unstated by design is no fault. */
static void check_lost(const struct ledger *ledger, const struct ledger_line *line, struct findings *findings)
{
    const struct ledger_line *lost = NULL;
    bool holds = false;
    for (; line; line = ledger_next(ledger, line)) {
        if (!ledger_sums_parts(line))
            continue;
        holds = holds || line->verdict == LEDGER_HOLDS;
        if (!lost && line->verdict == LEDGER_INCOMPLETE && line->stated.known)
            lost = line;
    }
    if (!lost || !lost->figure->stated || holds)
        return;
    if (lost->reason == LEDGER_LOST_CELL)
        tell_sum(lost, FINDING_SUM_INCOMPLETE, findings);
    else if (lost->difference.dong < 0)
        tell_sum(lost, FINDING_UNSTATED_BEYOND, findings);
}

/* ---- the same thing said twice ---- */

/* An amount as people read it, in the unit in which the figure is printed; anything else as it is. */
static const char *side_words(const struct ledger_line *line, const struct ledger_side *side, struct arena *arena)
{
    if (!side->known)
        return "–";
    if (line->unit == LEDGER_DONG)
        return money_words(arena, side->dong, line->figure->unit);
    if (line->unit == LEDGER_NUMBER)
        return number_words(arena, side->number);
    return ledger_side_token(line, side, arena);
}

/* The computed side, with its place where it stands somewhere else: "0,3 triệu đồng (plan.xml:141)". */
static const char *other_words(const struct ledger_line *line, struct arena *arena)
{
    const char *words = side_words(line, &line->computed, arena);
    bool elsewhere = line->rule == LEDGER_SAME_FIGURE || line->rule == LEDGER_TOTAL_ROWS;
    if (!elsewhere || !line->sum.count)
        return words;
    const struct place *place = &line->sum.terms[0].figure->place;
    return arena_printf(arena, "%s (%s:%ld)", words, place->file, place->line);
}

/* What has a sentence of its own; the others are told by their rule. */
static enum finding_code code_of(enum ledger_rule rule)
{
    return rule == LEDGER_COUNT_ITEMS ? FINDING_COUNT_LISTED
           : rule == LEDGER_BALANCE   ? FINDING_BALANCE_DIFFERS
           : rule == LEDGER_OPENING   ? FINDING_OPENING_DIFFERS
                                      : FINDING_LEDGER_DIFFERS;
}

static void check_pair(const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    if (line->reason == LEDGER_WORDS_UNREADABLE)
        finding_add_about(findings, FINDING_WORDS_UNREADABLE, line->place, ABOUT(line->subject.id),
                          ledger_name(line, arena), line->figure->words, NULL);
    if (line->verdict == LEDGER_INCOMPLETE && line->difference.known && line->difference.dong < 0)
        tell_sum(line, line->reason == LEDGER_NOT_STATED ? FINDING_UNSTATED_BEYOND : FINDING_SUM_BEYOND, findings);
    if (line->verdict != LEDGER_DIFFERS)
        return;
    struct about sides = sides_of(line, ledger_side_token(line, &line->stated, arena),
                                  ledger_side_token(line, &line->computed, arena), arena);
    finding_add_about(findings, code_of(line->rule), line->place, sides, ledger_name(line, arena),
                      ledger_rule_token(line->rule), side_words(line, &line->stated, arena), other_words(line, arena),
                      line->subject.id, NULL);
}

/* Told once, at the first of the amounts: what is wrong is the unit of a place. */
static void tell_unit_slip(const struct unit_slip *slip, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct ledger_line *line = slip->first;
    struct about sides = sides_of(line, ledger_side_token(line, &line->stated, arena),
                                  ledger_side_token(line, &line->computed, arena), arena);
    finding_add_about(findings, FINDING_UNIT_SLIP, line->place, sides, arena_printf(arena, "%zu", slip->count),
                      number_words(arena, dec_of(slip->times)), ledger_name(line, arena),
                      arena_printf(arena, "%ld", line->sum.terms[0].figure->place.line), NULL);
}

/* ---- a word that covers more than it says ---- */

/* The worth of the last digit that is not 0: "gần 3,6 tỷ" speaks in tenths of a billion, "hơn 600" in hundreds. */
static int64_t spoken_step(const struct figure *figure)
{
    enum { TEN = 10 };
    int64_t step = 1;
    while (figure->dong && figure->dong / step % TEN == 0)
        step *= TEN;
    return step;
}

static bool is_a_word(enum figure_op op)
{
    return op == FIGURE_ABOUT || op == FIGURE_ALMOST || op == FIGURE_OVER || op == FIGURE_ABOVE || op == FIGURE_BELOW;
}

/* The one figure of a line that has a word before it; the other side is one exact number. NULL if it is not so. */
static const struct figure *figure_with_word(const struct ledger_line *line)
{
    if (is_a_word(line->figure->op) && line->sum.op == FIGURE_EXACT)
        return line->figure;
    const struct figure *only = line->sum.count == 1 ? line->sum.terms[0].figure : NULL;
    return only && line->figure->op == FIGURE_EXACT && is_a_word(only->op) ? only : NULL;
}

/* "Hơn 234" of 240 agrees with its word, and still is not how anybody rounds 240. */
static void check_word(const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    if (line->verdict != LEDGER_HOLDS || line->reason != LEDGER_APPROXIMATE || line->unit != LEDGER_DONG || line->claim)
        return;
    const struct figure *figure = figure_with_word(line);
    int64_t difference = line->difference.dong < 0 ? -line->difference.dong : line->difference.dong;
    if (!figure || difference <= spoken_step(figure))
        return;
    int64_t exact = figure == line->figure ? line->sum.dong : line->figure->dong;
    finding_add_about(
        findings, FINDING_WORD_COVERS, figure->place, ABOUT(line->subject.id), ledger_name(line, arena),
        arena_printf(arena, "%s %s", figure_op_words(figure->op), money_words(arena, figure->dong, figure->unit)),
        money_words(arena, exact, figure->unit), NULL);
}

/* ---- a paragraph and one of several tables ---- */

static void check_together(const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    if (!line->together.known || line->verdict != LEDGER_HOLDS)
        return;
    finding_add_about(findings, FINDING_PROSE_OF_ONE_TABLE, line->place, ABOUT(line->subject.id), ledger_name(line, arena),
                      money_words(arena, line->stated.dong, line->figure->unit),
                      money_words(arena, line->together.dong, line->figure->unit), NULL);
}

/* ---- quantities over time ---- */

static void check_quantity(const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    if (line->rule != LEDGER_QUARTERS || line->reason != LEDGER_OBSERVATION)
        return;
    struct about sides = sides_of(line, ledger_side_token(line, &line->stated, arena),
                                  ledger_side_token(line, &line->computed, arena), arena);
    finding_add_about(findings, FINDING_QUANTITY_OVER_TIME, line->place, sides, ledger_name(line, arena),
                      side_words(line, &line->stated, arena), side_words(line, &line->computed, arena), NULL);
}

/* ---- what a number row claims ---- */

static void check_claim(const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    if (line->verdict != LEDGER_DIFFERS)
        return;
    struct about sides = sides_of(line, ledger_side_token(line, &line->stated, arena),
                                  ledger_side_token(line, &line->computed, arena), arena);
    finding_add_about(findings, FINDING_CLAIM_DIFFERS, line->place, sides, ledger_name(line, arena),
                      side_words(line, &line->stated, arena), line->claim->printed,
                      side_words(line, &line->computed, arena), NULL);
}

/* ---- an amendment and what it amends ---- */

static void tell_amended(const struct ledger *ledger, const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    struct about sides = sides_of(line, ledger_side_token(line, &line->stated, arena),
                                  ledger_side_token(line, &line->computed, arena), arena);
    finding_add_about(findings, FINDING_AMENDED_DIFFERS, line->place, sides, ledger_name(line, arena),
                      side_words(line, &line->stated, arena), side_words(line, &line->computed, arena),
                      ledger->in_force->id, NULL);
}

/* ---- a year that was forgotten ---- */

/* The year of the plan in which the row states nothing of that source, if it is the only one; 0 otherwise. */
static int unstated_year(const struct plan *plan, const struct plan_row *row, const struct source *source)
{
    int unstated = 0, count = 0;
    for (int year = plan->first_year; year <= plan->last_year; year++)
        if (!row_figure(row, source, year)) {
            unstated = year;
            count++;
        }
    return count == 1 ? unstated : 0;
}

/*
 * The year that a sum for the whole period has lost: its parts of that year come to just what it states, and the row states all
 * other years. 0 if it is not so.
 */
static int forgotten_year(const struct ledger *ledger, const struct ledger_line *line, struct arena *arena)
{
    const struct plan *plan = ledger->plan;
    const struct plan_row *row = line->subject.row;
    const struct figure *whole = row ? row_figure(row, line->figure->source, 0) : NULL;
    int year = whole && whole->stated && plan->first_year < plan->last_year
                   ? unstated_year(plan, row, whole->source)
                   : 0;
    if (!year || line->in_force || (line->figure->year && line->figure->year != year))
        return 0;
    for (size_t t = 0; t < plan->table_count; t++) {
        const struct plan_table *table = &plan->tables[t];
        int at = table_row(table, row->id);
        if (at == NO_ROW)
            continue;
        const struct figure wanted = { .source = whole->source, .year = year };
        struct sum sum = sum_of(ledger_parts(ledger, table), (size_t)at, &wanted, AXIS_DOWN, arena);
        return sum.count && !sum.incomplete && !sum.overflow && sum.dong == whole->dong ? year : 0;
    }
    return 0;
}

/* Said once, at the figure; what follows from it is not. False if nothing points to it. */
static bool tell_forgotten_year(const struct ledger *ledger, const struct ledger_line *line, struct findings *findings)
{
    struct arena *arena = findings->arena;
    int year = line->verdict == LEDGER_DIFFERS ? forgotten_year(ledger, line, arena) : 0;
    const struct figure *figure = line->figure;
    if (year && !figure->year && ledger_first(ledger, figure) == line)
        finding_add_about(findings, FINDING_SUM_OF_FORGOTTEN_YEAR, line->place, ABOUT(line->subject.id),
                          ledger_name(line, arena), money_words(arena, figure->dong, figure->unit),
                          arena_printf(arena, "%d", year), NULL);
    return year != 0;
}

void ledger_check(const struct ledger *ledger, struct findings *findings)
{
    struct unit_slip slip = unit_slip_of(ledger);
    if (slip.times)
        tell_unit_slip(&slip, findings);
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_line *line = &ledger->lines[i];
        check_word(line, findings);
        check_quantity(line, findings);
        check_together(line, findings);
        if (line->in_force && line->verdict == LEDGER_DIFFERS && line->reason == LEDGER_NO_REASON) {
            tell_amended(ledger, line, findings);
            continue;
        }
        if (unit_slip_explains(&slip, line))
            continue;
        if (line->claim) {
            check_claim(line, findings);
            continue;
        }
        if (!ledger_sums_parts(line)) {
            check_pair(line, findings);
            continue;
        }
        if (tell_forgotten_year(ledger, line, findings))
            continue;
        check_sum(line, findings);
        if (ledger_first(ledger, line->figure) == line)
            check_lost(ledger, line, findings);
    }
}
