#include "content/reconciliation_view.h"

#include "base/text.h"
#include "calc/ledger.h"

static const struct {
    const char *rule, *words;
} RULES[] = {
    { "cells-row", "các ô của dòng = tổng của dòng" },
    { "rows-group", "các dòng = tổng của nhóm" },
    { "groups-total", "các dòng = dòng tổng" },
    { "total-rows", "hai dòng tổng của một bảng bằng nhau" },
    { "same-figure", "cùng một số ở hai chỗ" },
    { "prose-sum", "các khoản trong lời văn = tổng" },
    { "words", "số bằng chữ = số" },
    { "label-sum", "phép tính trong tên hoạt động" },
    { "count-parts", "các phần = số đếm" },
    { "citation", "văn bản tự nhắc tới mình" },
    { "stated-once", "số chỉ nêu một lần" },
};

static const char *rule_words(const char *rule)
{
    for (size_t i = 0; i < sizeof RULES / sizeof *RULES; i++)
        if (strcmp(RULES[i].rule, rule) == 0)
            return RULES[i].words;
    return rule;
}

/* A canonical number as a number cell; money in triệu đồng with the decimals it needs. */
static struct value number_cell(const char *token, bool money)
{
    struct dec number;
    if (!token || !dec_parse(&number, token))
        return value_text(token);
    if (money)
        number = dec_from_whole(number.units, money_unit_power(UNIT_MILLION), 0);
    return value_exact(number);
}

/* "2020-11-18" as documents write it: "18/11/2020". */
static const char *date_text(struct arena *arena, const char *token)
{
    struct date date;
    if (!token || !date_parse(&date, token))
        return token;
    return date_figures(arena, date);
}

static struct ledger_row line_row(const struct ledger_line *line, size_t number, struct arena *arena)
{
    struct ledger_row row = { .subject = line->subject, .source = line->source ? line->source->id : NULL, .year = line->year };
    bool money = strcmp(line->unit, "dong") == 0;
    bool numeric = money || strcmp(line->unit, "number") == 0 || strcmp(line->unit, "count") == 0;
    const char *sides[] = { line->stated, line->computed, line->difference };
    row.cells[LEDGER_NO] = value_text(arena_printf(arena, "%zu", number));
    row.cells[LEDGER_NAME] = value_text(line->name);
    row.cells[LEDGER_RULE] = value_text(rule_words(line->rule));
    if (line->verdict == LEDGER_HOLDS && !line->stated)
        sides[0] = sides[1] = "trống";
    bool dates = strcmp(line->unit, "date") == 0;
    for (int i = 0; dates && i < 2; i++)
        sides[i] = date_text(arena, sides[i]);
    for (int i = 0; i < 3; i++)
        row.cells[LEDGER_STATED + i] = numeric ? number_cell(sides[i], money) : value_text(sides[i]);
    row.cells[LEDGER_UNIT] = value_text(money ? money_unit_name(UNIT_MILLION) : NULL);
    return row;
}

static void add_verdict(struct ledger_view *view, const struct ledger *ledger, enum ledger_verdict verdict,
                        const char *title, struct arena *arena)
{
    size_t heading = view->count, number = 0;
    bool open = verdict == LEDGER_DIFFERS || verdict == LEDGER_INCOMPLETE;
    for (size_t i = 0; i < ledger->count; i++) {
        if (ledger->lines[i].verdict != verdict)
            continue;
        if (!number)
            ARENA_PUSH(arena, view->rows, view->count, view->capacity);
        struct ledger_row *row = ARENA_PUSH(arena, view->rows, view->count, view->capacity);
        *row = line_row(&ledger->lines[i], ++number, arena);
        row->is_open = open;
    }
    if (!number)
        return;
    view->rows[heading].is_group = true;
    view->rows[heading].is_open = open;
    view->rows[heading].cells[LEDGER_NAME] = value_text(arena_printf(arena, "%s (%zu)", title, number));
}

struct ledger_view ledger_view_of(const struct ledger *ledger, struct arena *arena)
{
    struct ledger_view view = { 0 };
    add_verdict(&view, ledger, LEDGER_DIFFERS, "Không khớp", arena);
    add_verdict(&view, ledger, LEDGER_INCOMPLETE, "Chưa đủ số liệu: có ô bị mất", arena);
    add_verdict(&view, ledger, LEDGER_UNCHECKED, "Không đối chiếu được", arena);
    add_verdict(&view, ledger, LEDGER_HOLDS, "Khớp", arena);
    return view;
}
