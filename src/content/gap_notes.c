#include "content/gap_notes.h"

#include "base/text.h"
#include "content/gap_words.h"

/* Those that need a figure are made below; what is not here is said by the verdict, in the legend or in another table. */
static const char *const REASONS[GAP_REASONS] = {
    [GAP_NOT_REPORTED] = "báo cáo của kỳ ghi là chưa có số liệu",
    [GAP_TARGET_YEAR_PAST] = "đánh giá theo kết quả của năm mục tiêu",
    [GAP_NEUTRAL] = "không tính là cao hay thấp thì tốt",
    [GAP_GROWTH_OF_YEARS] = "tốc độ tăng chỉ đánh giá theo cả năm",
    [GAP_ACTUAL_BOUND] = "kết quả là số gần đúng hoặc một giới hạn",
    [GAP_BASELINE_BOUND] = "mức đầu kỳ là số gần đúng hoặc một giới hạn",
    [GAP_BASELINE_RANGE] = "mức đầu kỳ là một khoảng: không tính được tiến độ",
    [GAP_BASELINE_AMBIGUOUS] = "có nhiều mục tiêu của cùng chỉ tiêu, không rõ mức đầu kỳ nào là của mục tiêu này",
    [GAP_NO_BASELINE] = "chưa có mức đầu kỳ nên chưa biết mức phải đạt",
    [GAP_MAINTAIN] = "duy trì: mức đầu kỳ đã đạt mục tiêu",
    [GAP_ZERO_DENOMINATOR] = "mẫu số không lớn hơn 0: không tính được mức đạt",
    [GAP_OVERFLOW] = "số quá lớn, không tính đúng được",
};

static const char *number_words(struct number number, struct arena *arena)
{
    struct value value = value_full(number);
    return value.kind == VALUE_NUMBER ? numfmt_text(arena, value.format, value.number) : "";
}

/* What is computed, and may have no end. */
static const char *rounded_words(struct number number, struct arena *arena)
{
    struct value value = value_short(number);
    return value.kind == VALUE_NUMBER ? numfmt_text(arena, value.format, value.number) : "";
}

static void add(struct text *out, const char *words)
{
    if (words)
        text_addf(out, "%s%s", out->length ? "; " : "", words);
}

/* "từ −2 đến 3": what the bounds of a range come to. */
static const char *range_words(const struct gap *gap, struct arena *arena)
{
    const struct gap_span *bounds = &gap->gap_bounds;
    const char *range = bounds->low.known && bounds->high.known && number_cmp(bounds->low, bounds->high) != 0
                            ? arena_printf(arena, ", chênh lệch từ %s đến %s", number_words(bounds->low, arena),
                                           number_words(bounds->high, arena))
                            : "";
    return arena_printf(arena, "kết quả là một khoảng%s", range);
}

static const char *reason_words(const struct gap *gap, enum gap_reason reason, struct arena *arena)
{
    switch (reason) {
    case GAP_MISSING_YEAR: return arena_printf(arena, "thiếu số liệu năm %d", gap->missing_year);
    case GAP_PARTIAL_YEAR:
        return arena_printf(arena, "mới có số liệu đến tháng %d/%d", gap->actual_month, gap->actual_year);
    case GAP_ACTUAL_RANGE: return range_words(gap, arena);
    case GAP_UNSURE: return "chưa rõ đạt hay không";
    case GAP_AT_STRICT_BOUND: return gap_strict_words(gap, arena);
    default: return REASONS[reason];
    }
}

static const char *side_words(struct number gap)
{
    int side = number_cmp(gap, number_whole(0));
    return side < 0 ? "kém mục tiêu" : side > 0 ? "hơn mục tiêu" : "bằng mục tiêu";
}

/* "bình quân 5 năm có số liệu: 13,57 %/năm, kém mục tiêu 1,43 điểm; chỉ số 188,98 (năm trước giai đoạn = 100)" */
static const char *growth_words(const struct gap *gap, struct arena *arena)
{
    if (gap->mean_years < 2 || !gap->mean.known)
        return NULL;
    struct text out = text_in(arena);
    text_addf(&out, "bình quân %d năm có số liệu: %s %%/năm", gap->mean_years, number_words(gap->mean, arena));
    if (gap->mean_gap.known && number_is_zero(gap->mean_gap))
        text_addf(&out, ", %s", side_words(gap->mean_gap));
    else if (gap->mean_gap.known)
        text_addf(&out, ", %s %s điểm", side_words(gap->mean_gap), number_words(number_abs(gap->mean_gap), arena));
    if (gap->index.known)
        text_addf(&out, "; chỉ số %s (năm trước giai đoạn = 100)", rounded_words(gap->index, arena));
    return text_str(&out);
}

const char *gap_notes(const struct gap *gap, struct arena *arena)
{
    struct text out = text_in(arena);
    for (int reason = 0; reason < GAP_REASONS; reason++)
        if (gap_has(gap, (enum gap_reason)reason))
            add(&out, reason_words(gap, (enum gap_reason)reason, arena));
    add(&out, growth_words(gap, arena));
    if (gap->actual_year && gap->actual_status == STATUS_PROVISIONAL)
        add(&out, "số ước tính");
    return out.length ? text_str(&out) : NULL;
}

const char *gap_notes_in_full(const struct gap *gap, struct arena *arena)
{
    struct text out = text_in(arena);
    const char *notes = gap_notes(gap, arena);
    if (notes)
        add(&out, notes);
    if (gap->reported && *gap->reported->note)
        add(&out, gap->reported->note);
    if (gap->reported && gap->reported->data_source)
        add(&out, arena_printf(arena, "nguồn: %s", gap->reported->data_source));
    return out.length ? text_str(&out) : NULL;
}

const char *gap_baseline_words(const struct gap *gap, struct arena *arena)
{
    static const char *const WORDS[] = {
        [BASELINE_NONE] = NULL,
        [BASELINE_COUNT] = NULL,
        [BASELINE_STATED] = "kế hoạch nêu",
        [BASELINE_BEFORE] = "báo cáo",
        [BASELINE_REPORTED] = "số báo cáo đầu tiên",
    };
    const char *words = WORDS[gap->baseline_origin];
    if (gap->baseline_origin == BASELINE_COUNT)
        return "đếm từ 0";
    return words ? arena_printf(arena, "%d, %s", gap->baseline_year, words) : NULL;
}
