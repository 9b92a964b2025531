#include "content/gap_words.h"

#include "base/text.h"
#include "content/report_words.h"
#include "content/value.h"

const char *gap_status_words(enum gap_status status)
{
    static const char *const WORDS[GAP_STATUSES] = {
        [GAP_NO_DATA] = NOT_REPORTED,    [GAP_NOT_COMPUTABLE] = NOT_COMPUTABLE,
        [GAP_EXCEEDED] = "vượt",         [GAP_MET] = "đạt",
        [GAP_ON_TRACK] = "đúng tiến độ", [GAP_BEHIND] = "chậm tiến độ",
        [GAP_MISSED] = "không đạt",      [GAP_NONE] = "không đánh giá",
    };
    return WORDS[status];
}

const char *gap_verdict_words(const struct gap *gap)
{
    return gap_is_worded(gap) ? WORDED : gap_status_words(gap->status);
}

/* What a gap is counted in: that of growth is the distance of two index numbers, not of two rates. */
static const char *gap_unit_words(const struct gap *gap)
{
    if (gap_has(gap, GAP_GROWTH_INDEX))
        return "điểm chỉ số, năm gốc bằng 100";
    if (text_equal(gap->unit, "%"))
        return "điểm phần trăm";
    return gap->unit ? gap->unit : "";
}

const char *gap_distance_words(const struct gap *gap, struct arena *arena)
{
    struct dec rounded;
    if (!number_round(&rounded, number_abs(gap->gap)))
        return gap_status_words(gap->status);
    if (!rounded.units)
        return arena_printf(arena, "%s, mới bằng đúng mục tiêu", gap_status_words(gap->status));
    struct value value = value_plain(rounded);
    return arena_printf(arena, "%s, %s %s %s", gap_status_words(gap->status),
                        gap->direction == DIRECTION_LOWER ? "cao hơn mục tiêu" : "còn thiếu",
                        numfmt_text(arena, value.format, value.number), gap_unit_words(gap));
}
