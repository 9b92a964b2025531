#include "content/consolidated_indicators.h"

#include "base/text.h"
#include "content/consolidated_gaps.h"
#include "content/gap_notes.h"
#include "content/gap_words.h"
#include "content/report_facts.h"
#include "content/report_words.h"
#include "content/target_counts.h"
#include "content/words.h"

/* ---- letters of the verdicts, each explained where it stands ---- */

enum letter {
    LETTER_EXCEEDED,
    LETTER_MET,
    LETTER_ON_TRACK,
    LETTER_BEHIND,
    LETTER_MISSED,
    LETTER_UNJUDGED,
    LETTER_NEUTRAL,
    LETTER_WORDED,
    LETTER_NO_TARGET,
    LETTER_NO_DATA,
    LETTERS
};

static const struct {
    const char *sign, *means;
} SIGNS[LETTERS] = {
    [LETTER_EXCEEDED] = { "V", "vượt" },
    [LETTER_MET] = { "Đ", "đạt" },
    [LETTER_ON_TRACK] = { "T", "đúng tiến độ" },
    [LETTER_BEHIND] = { "C", "chậm tiến độ" },
    [LETTER_MISSED] = { "K", "không đạt" },
    [LETTER_UNJUDGED] = { "?", NOT_JUDGED },
    [LETTER_NEUTRAL] = { "x", NEUTRAL ", không xét cao hay thấp" },
    [LETTER_WORDED] = { "ĐT", "chỉ tiêu định tính" },
    [LETTER_NO_TARGET] = { "–", "kế hoạch không đặt mục tiêu" },
    [LETTER_NO_DATA] = { NULL, NULL }, /* a sign of its own in place of the figure */
};

static const char NOTED[] = "*", ABOUT_SIGN[] = "~"; /* "khoảng" takes as much room as a figure, in five units or more */

struct matrix {
    struct items list;
    const struct consolidation *all;
    struct note_lines *notes;
    bool used[LETTERS], noted, about;
};

static enum letter letter_of(const struct gap *gap)
{
    if (gap_is_missing(gap))
        return LETTER_NO_DATA;
    if (!gap->target)
        return LETTER_NO_TARGET;
    switch (target_class_of(gap)) {
    case TARGET_REACHED: return gap->status == GAP_EXCEEDED ? LETTER_EXCEEDED : LETTER_MET;
    case TARGET_ON_TRACK: return LETTER_ON_TRACK;
    case TARGET_BEHIND: return LETTER_BEHIND;
    case TARGET_MISSED: return LETTER_MISSED;
    case TARGET_NEUTRAL: return LETTER_NEUTRAL;
    case TARGET_WORDED: return LETTER_WORDED;
    default: return LETTER_UNJUDGED;
    }
}

/* ---- what is to be said of a figure, which its cell has no room for ---- */

static void add_words(struct text *out, const char *words)
{
    if (words)
        text_addf(out, "%s%s", out->length ? "; " : "", words);
}

static const char *note_of(const struct matrix *matrix, const struct gap *gap, const struct indicator *indicator)
{
    struct arena *arena = matrix->list.arena;
    struct text out = text_in(arena);
    if (gap_is_missing(gap) && gap->latest.span.low.known)
        add_words(&out, gap_verdict_words(gap, arena));
    if (gap->target && gap->target_year != matrix->all->context->year)
        add_words(&out, arena_printf(arena, "mục tiêu của năm %d", gap->target_year));
    if (!text_equal(gap->unit, indicator->unit) && gap->unit)
        add_words(&out, arena_printf(arena, "đơn vị tính của kế hoạch: %s", gap->unit));
    add_words(&out, gap_notes_in_full(gap, arena));
    return out.length ? text_str(&out) : NULL;
}

static bool add_note(struct matrix *matrix, size_t index, const struct gap *gap, const struct indicator *indicator,
                     size_t number)
{
    struct arena *arena = matrix->list.arena;
    const char *said = note_of(matrix, gap, indicator);
    if (!said)
        return false;
    const char **line = ARENA_PUSH(arena, matrix->notes->items, matrix->notes->count, matrix->notes->capacity);
    *line = arena_printf(arena, LABEL_MATRIX ", chỉ tiêu %zu, %s: %s", number, consolidated_unit_name(matrix->all, index),
                         said);
    return true;
}

/* ---- cells ---- */

/* "~ 48" */
static struct value about_of(struct matrix *matrix, const struct gap *gap)
{
    struct arena *arena = matrix->list.arena;
    struct value value = gap_figure_value(&gap->actual, OP_EQ, gap->reported, arena);
    matrix->about = true;
    return value_text(arena_printf(arena, "%s\u00a0%s", ABOUT_SIGN,
                                   value.kind == VALUE_NUMBER ? numfmt_text(arena, value.format, value.number) : value.text));
}

static struct value actual_of(struct matrix *matrix, const struct gap *gap, const struct indicator *indicator)
{
    struct arena *arena = matrix->list.arena;
    bool about = !gap_is_missing(gap) && gap->actual_op == OP_ABOUT && !gap->actual.is_range;
    struct value value = about ? about_of(matrix, gap) : gap_actual_value(gap, arena);
    bool other_unit = gap->unit && !text_equal(gap->unit, indicator->unit);
    if (value.kind == VALUE_NUMBER && other_unit)
        value = value_text(arena_printf(arena, "%s %s", numfmt_text(arena, value.format, value.number), gap->unit));
    return value;
}

static const char *sign_of(struct matrix *matrix, const struct gap *gap)
{
    bool about = gap->target && gap->goal.op == OP_ABOUT && gap->goal.kind != MEASURE_GROWTH;
    matrix->about = matrix->about || about;
    return about ? ABOUT_SIGN : gap->target ? goal_sign(matrix->list.arena, &gap->goal) : NULL;
}

/* A blank is nothing that must be shown. */
static void put(struct items *list, enum fact_id fact, struct figure_key key, struct value value)
{
    if (value.kind != VALUE_EMPTY)
        items_put_figure(list, fact, key, value);
}

static void add_cells(struct matrix *matrix, size_t index, const struct gap *gap, const struct indicator *indicator,
                      size_t number)
{
    struct items *list = &matrix->list;
    struct figure_key key = { .unit = matrix->all->makers[index].plan->id };
    enum letter letter = letter_of(gap);
    bool noted = add_note(matrix, index, gap, indicator, number);
    const char *sign = SIGNS[letter].sign ? SIGNS[letter].sign : "";
    matrix->used[letter] = true;
    matrix->noted = matrix->noted || noted;
    const struct year_maker *maker = &matrix->all->makers[index];
    struct value goal = gap->target ? goal_number(&gap->goal, list->arena) : value_text(NULL);
    put(list, FACT_GAP_UNIT_ACTUAL, key,
        year_reached(maker, gap, actual_of(matrix, gap, indicator)));
    put(list, FACT_GAP_UNIT_GOAL_SIGN, key, value_text(sign_of(matrix, gap)));
    put(list, FACT_GAP_UNIT_GOAL, key, fact_of_goal(goal, maker->chain, gap, list->arena));
    put(list, FACT_GAP_UNIT_VERDICT, key, value_text(arena_printf(list->arena, "%s%s", sign, noted ? NOTED : "")));
}

/*
 * "Dân số được tập huấn (lượt)": a column for units would take the room that the names need. Most are percentages: the head of
 * the column says so once.
 */
static const char *name_of_row(const struct indicator *indicator, size_t row, struct arena *arena)
{
    const char *name = row ? arena_printf(arena, "Mục tiêu thứ %zu về chỉ tiêu này", row + 1) : indicator->name;
    bool said = indicator->unit && *indicator->unit && !text_equal(indicator->unit, "%");
    return said ? arena_printf(arena, "%s (%s)", name, indicator->unit) : name;
}

static void add_indicator(struct matrix *matrix, const struct indicator *indicator, size_t number)
{
    struct items *list = &matrix->list;
    size_t rows = consolidated_rows(matrix->all, indicator->id);
    for (size_t row = 0; row < rows; row++) {
        items_add(list, ROLE_BODY, 0)->id = row ? NULL : indicator->id;
        items_put(list, FACT_GAP_NO, value_text(row ? NULL : arena_printf(list->arena, "%zu", number)));
        items_put(list, FACT_GAP_TEXT, value_text(name_of_row(indicator, row, list->arena)));
        items_put(list, FACT_GAP_UNIT, value_text(indicator->unit));
        for (size_t i = 0; i < matrix->all->count; i++) {
            const struct gap *gap = consolidated_gap(matrix->all, i, indicator->id, row);
            if (gap)
                add_cells(matrix, i, gap, indicator, number);
        }
    }
}

static void note_signs(struct view *view, const struct matrix *matrix)
{
    struct text out = text_in(matrix->list.arena);
    for (int letter = 0; letter < LETTERS; letter++)
        if (matrix->used[letter] && SIGNS[letter].sign)
            text_addf(&out, "%s%s: %s", out.length ? "; " : "", SIGNS[letter].sign, SIGNS[letter].means);
    if (matrix->about)
        text_addf(&out, "%s%s: khoảng", out.length ? "; " : "", ABOUT_SIGN);
    if (matrix->noted)
        text_addf(&out, "; %s: có ghi chú ở trang Ghi chú", NOTED);
    if (out.length)
        view_note(view, arena_printf(matrix->list.arena, "%s. Ô trống: kế hoạch không nói về chỉ tiêu ấy.", text_str(&out)),
                  matrix->list.arena);
}

struct view consolidated_indicators_view(const struct consolidation *all, struct note_lines *notes)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO, FACT_GAP_TEXT, FACT_GAP_UNIT, FACT_GAP_UNIT_ACTUAL, FACT_GAP_UNIT_GOAL_SIGN, FACT_GAP_UNIT_GOAL,
        FACT_GAP_UNIT_VERDICT,
    };
    const struct catalogue *catalogue = all->context->catalogue;
    struct matrix matrix = { .list = { .arena = all->arena }, .all = all, .notes = notes };
    const char **units = arena_alloc(all->arena, all->count, sizeof *units);
    for (size_t n = 0, number = 0; n < catalogue->indicator_count; n++)
        if (consolidated_rows(all, catalogue->indicators[n].id))
            add_indicator(&matrix, &catalogue->indicators[n], ++number);
    items_say_if_none(&matrix.list, FACT_GAP_TEXT, "Các kế hoạch không có chỉ tiêu nào theo danh mục.");
    struct view view = items_view(&matrix.list, EACH_GAP, CONSOLIDATED_MATRIX, LABEL_MATRIX, FACTS(SUPPLIED));
    for (size_t i = 0; i < all->count; i++)
        units[i] = all->makers[i].plan->id;
    view.scope.units = (struct ids){ units, all->count };
    note_signs(&view, &matrix);
    return view;
}

size_t consolidated_indicator_number(const struct consolidation *all, const struct indicator *indicator)
{
    const struct catalogue *catalogue = all->context->catalogue;
    size_t number = 0;
    for (size_t n = 0; n < catalogue->indicator_count; n++) {
        bool stands = consolidated_rows(all, catalogue->indicators[n].id) > 0;
        number += stands;
        if (&catalogue->indicators[n] == indicator)
            return stands ? number : 0;
    }
    return 0;
}
