#include "content/ledger_words.h"

#include "content/words.h"

static const struct {
    const char *token, *words;
} RULES[LEDGER_RULES] = {
    [LEDGER_CELLS_ROW] = { "cells-row", "các ô của dòng = tổng của dòng" },
    [LEDGER_ROWS_GROUP] = { "rows-group", "các dòng = tổng của nhóm" },
    [LEDGER_GROUPS_TOTAL] = { "groups-total", "các dòng = dòng tổng" },
    [LEDGER_TOTAL_ROWS] = { "total-rows", "hai dòng tổng của một bảng bằng nhau" },
    [LEDGER_SAME_FIGURE] = { "same-figure", "cùng một số ở hai chỗ" },
    [LEDGER_PROSE_SUM] = { "prose-sum", "các khoản trong lời văn = tổng" },
    [LEDGER_WORDS] = { "words", "số bằng chữ = số" },
    [LEDGER_LABEL_SUM] = { "label-sum", "phép tính trong tên hoạt động" },
    [LEDGER_COUNT_PARTS] = { "count-parts", "các phần = số đếm" },
    [LEDGER_COUNT_ITEMS] = { "count-items", "số đếm = số mục được kể ra" },
    [LEDGER_LABEL_PRODUCT] = { "label-product", "phép nhân số lượng trong tên" },
    [LEDGER_LABEL_ROW] = { "label-row", "phép tính trong tên = số của dòng" },
    [LEDGER_LABEL_QUANTITY] = { "label-quantity", "số lượng trong tên = số lượng của dòng" },
    [LEDGER_QUANTITY_PRICE] = { "quantity-price", "số lượng × đơn giá = số của dòng" },
    [LEDGER_SPLIT] = { "split", "các dòng của cách chia khác = tổng" },
    [LEDGER_BALANCE] = { "balance", "đầu kỳ + tăng − giảm = cuối kỳ" },
    [LEDGER_OPENING] = { "opening", "số chuyển sang = số cuối kỳ của năm trước" },
    [LEDGER_QUARTERS] = { "quarters", "các tháng, các quý, các nửa năm = cả năm" },
    [LEDGER_MEASURE_SUM] = { "measure-sum", "các dòng = tổng, của cột không phải tiền" },
    [LEDGER_SHARES] = { "shares", "các tỷ lệ = 100" },
    [LEDGER_COLUMN_FORMULA] = { "column-formula", NULL },
    [LEDGER_CITATION] = { "citation", "số, ngày, cơ quan ban hành nêu trong văn bản" },
    [LEDGER_STATED_ONCE] = { "stated-once", "số chỉ nêu một lần" },
};

const char *ledger_name(const struct ledger_line *line, struct arena *arena)
{
    const struct ledger_subject *subject = &line->subject;
    if (subject->row)
        return line->figure ? figure_name(arena, subject->plan, subject->row, line->figure) : subject->row->title;
    if (subject->prose)
        return prose_name(arena, subject->prose, line->figure);
    return subject->count ? subject->count->what : subject->cited->where;
}

const char *ledger_rule_words(const struct ledger_line *line, struct arena *arena)
{
    return line->claim ? arena_printf(arena, "dòng đánh số cột: %s", line->claim->printed) : RULES[line->rule].words;
}

const char *ledger_rule_token(enum ledger_rule rule)
{
    return RULES[rule].token;
}

const char *ledger_unit_token(enum ledger_unit unit)
{
    static const char *const TOKENS[LEDGER_UNITS] = { [LEDGER_DONG] = "dong",
                                                      [LEDGER_COUNT] = "count",
                                                      [LEDGER_NUMBER] = "number",
                                                      [LEDGER_DATE] = "date",
                                                      [LEDGER_TEXT] = "text" };
    return TOKENS[unit];
}

const char *ledger_verdict_token(enum ledger_verdict verdict)
{
    static const char *const TOKENS[LEDGER_VERDICTS] = { [LEDGER_HOLDS] = "holds",
                                                         [LEDGER_DIFFERS] = "differs",
                                                         [LEDGER_INCOMPLETE] = "incomplete",
                                                         [LEDGER_UNCHECKED] = "unchecked" };
    return TOKENS[verdict];
}

const char *ledger_reason_token(enum ledger_reason reason)
{
    static const char *const TOKENS[LEDGER_REASONS] = {
        [LEDGER_IMMATERIAL] = "immaterial",
        [LEDGER_LOST_CELL] = "lost-cell",
        [LEDGER_NOT_STATED] = "not-stated",
        [LEDGER_LOST_TOTAL] = "lost-total",
        [LEDGER_BLANK] = "blank",
        [LEDGER_OVERFLOW] = "overflow",
        [LEDGER_WORDS_UNREADABLE] = "words-unreadable",
        [LEDGER_OBSERVATION] = "observation",
        [LEDGER_ALONE] = "stated-once",
        [LEDGER_ROUNDED] = "rounded",
        [LEDGER_APPROXIMATE] = "approximate",
        [LEDGER_NO_NUMBER] = "no-number",
        [LEDGER_UNITS_UNLIKE] = "units",
    };
    return TOKENS[reason];
}

const char *ledger_year_token(const struct ledger_line *line, struct arena *arena)
{
    return line->figure ? year_token(arena, line->key.period.year) : NULL;
}

const char *ledger_side_token(const struct ledger_line *line, const struct ledger_side *side, struct arena *arena)
{
    char buffer[DEC_TEXT_SIZE];
    if (!side->known)
        return NULL;
    switch (line->unit) {
    case LEDGER_DONG: return dong_token(arena, side->dong);
    case LEDGER_COUNT:
    case LEDGER_NUMBER: return arena_string(arena, dec_format(buffer, side->number));
    case LEDGER_DATE: return date_token(arena, side->date);
    case LEDGER_TEXT: return side->text;
    case LEDGER_UNITS: break;
    }
    return NULL;
}
