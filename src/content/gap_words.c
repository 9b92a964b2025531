#include "content/gap_words.h"

#include "base/text.h"
#include "content/report_words.h"

const char *gap_status_words(enum gap_status status)
{
    static const char *const WORDS[GAP_STATUSES] = {
        [GAP_NO_DATA] = NO_DATA,    [GAP_NOT_COMPUTABLE] = NOT_JUDGED, [GAP_EXCEEDED] = "vượt",
        [GAP_MET] = "đạt",          [GAP_ON_TRACK] = "đúng tiến độ",   [GAP_BEHIND] = "chậm tiến độ",
        [GAP_MISSED] = "không đạt", [GAP_NONE] = NEUTRAL,
    };
    return WORDS[status];
}

/* The status, or that the target states no number. */
static const char *class_words(const struct gap *gap)
{
    return gap_is_worded(gap) ? WORDED : gap_status_words(gap->status);
}

static const char *shown(struct value value, struct arena *arena)
{
    return value.kind == VALUE_NUMBER ? numfmt_text(arena, value.format, value.number)
           : value.kind == VALUE_TEXT ? value.text
                                      : "";
}

/* The figure that is known of another period: "30, năm 2022". */
static const char *latest_words(const struct gap *gap, struct arena *arena)
{
    const struct gap_latest *latest = &gap->latest;
    struct value value = gap_figure_value(&latest->span, latest->op, latest->value, arena);
    return arena_printf(arena, "%s, %s", shown(value, arena), period_label(arena, latest->period));
}

const char *gap_verdict_words(const struct gap *gap, struct arena *arena)
{
    bool of_month = gap->judged.month;
    if (!gap_is_missing(gap))
        return class_words(gap);
    const char *what = of_month ? NO_DATA " mới" : arena_printf(arena, NO_DATA " %s", period_label(arena, gap->judged));
    if (gap->latest.span.low.known)
        return arena_printf(arena, "%s (gần nhất: %s)", what, latest_words(gap, arena));
    return of_month ? NO_DATA : what;
}

/* What a gap is counted in. */
static const char *gap_unit_words(const struct gap *gap)
{
    if (gap->goal.kind == MEASURE_RANK)
        return "bậc";
    if (unit_in_points(gap->goal.unit_kind) || gap->goal.kind == MEASURE_GROWTH)
        return "điểm phần trăm";
    return gap->unit ? gap->unit : "";
}

static const char *short_words(const struct gap *gap)
{
    if (gap->goal.kind == MEASURE_RANK)
        return "kém mục tiêu";
    return gap->direction == DIRECTION_LOWER ? "cao hơn mục tiêu" : "còn thiếu";
}

const char *gap_strict_words(const struct gap *gap, struct arena *arena)
{
    const char *figure = shown(value_full(gap->actual.low), arena);
    return arena_printf(arena, "bằng đúng %s, mục tiêu đòi %s %s", figure,
                        gap->direction == DIRECTION_LOWER ? "dưới" : "trên", figure);
}

const char *gap_distance_words(const struct gap *gap, struct arena *arena)
{
    const char *status = gap_status_words(gap->status);
    if (!gap->gap.known)
        return status;
    if (gap_has(gap, GAP_AT_STRICT_BOUND))
        return arena_printf(arena, "%s, %s", status, gap_strict_words(gap, arena));
    return arena_printf(arena, "%s, %s %s %s", status, short_words(gap), shown(value_full(number_abs(gap->gap)), arena),
                        gap_unit_words(gap));
}

const char *gap_sign(enum op op)
{
    static const char *const SIGNS[] = {
        [OP_EQ] = NULL,        [OP_GE] = "≥",       [OP_GT] = ">",     [OP_LE] = "≤",  [OP_LT] = "<",
        [OP_ABOUT] = "khoảng", [OP_ALMOST] = "gần", [OP_RANGE] = NULL, [OP_NONE] = NULL
    };
    return SIGNS[op];
}

struct value gap_figure_value(const struct gap_span *span, enum op op, const struct result_value *value,
                              struct arena *arena)
{
    const char *sign = gap_sign(op), *blank = sign ? " " : "";
    if (!span->low.known)
        return value_text(NULL);
    struct value low = value_full(span->low);
    if (span->is_range)
        return value_text(arena_printf(arena, "%s - %s", shown(low, arena), shown(value_full(span->high), arena)));
    if (value && value->measure.has_out_of)
        return value_text(arena_printf(arena, "%s%s%s/%s", sign ? sign : "", blank, shown(low, arena),
                                       shown(value_plain(value->measure.out_of), arena)));
    return sign ? value_text(arena_printf(arena, "%s %s", sign, shown(low, arena))) : low;
}

struct value gap_actual_value(const struct gap *gap, struct arena *arena)
{
    if (gap_is_missing(gap))
        return value_no_figure();
    return gap_figure_value(&gap->actual, gap->actual_op, gap->reported, arena);
}

struct value gap_achievement_value(const struct gap *gap)
{
    return gap_has(gap, GAP_AT_STRICT_BOUND) ? value_text(NULL) : value_share(gap->achievement);
}

struct number gap_expected_share(const struct gap *gap)
{
    enum { PERCENT = 100 };
    bool lower = gap->direction == DIRECTION_LOWER;
    struct number part = lower ? gap->target_value : gap->expected, whole = lower ? gap->expected : gap->target_value;
    if (gap->target_year <= gap->judged.year)
        return (struct number){ .known = false };
    return number_mul(number_div(part, whole), number_whole(PERCENT));
}
