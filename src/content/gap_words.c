#include "content/gap_words.h"

#include "base/text.h"
#include "content/report_words.h"

const char *gap_status_words(enum gap_status status)
{
    static const char *const WORDS[GAP_STATUSES] = {
        [GAP_NO_DATA] = NOT_REPORTED,    [GAP_NOT_COMPUTABLE] = "chưa đánh giá được",
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

const char *gap_unit_words(const struct gap *gap)
{
    if (gap_has(gap, GAP_GROWTH_INDEX))
        return "điểm chỉ số, năm gốc bằng 100";
    if (gap->goal.kind == MEASURE_RANK)
        return "bậc";
    if (text_equal(gap->unit, "%") || text_equal(gap->unit, "%/năm"))
        return "điểm phần trăm";
    return gap->unit ? gap->unit : "";
}
