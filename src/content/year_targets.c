#include "content/year_targets.h"

#include "base/text.h"
#include "calc/gap_national.h"
#include "content/gap_words.h"
#include "content/items.h"
#include "content/report_words.h"
#include "content/words.h"
#include "model/office.h"

/* Why something is blank or how it was reckoned, as it is said under "Ghi chú". */
static const char *const REASONS[GAP_REASONS] = {
    [GAP_NO_RESULTS] = NULL, /* the status says it */
    [GAP_NOT_REPORTED] = "báo cáo của năm ghi là chưa có số liệu",
    [GAP_MISSING_YEAR] = "thiếu số liệu năm %d",
    [GAP_QUALITATIVE] = NULL, /* the status says it */
    [GAP_NEUTRAL] = "không tính là cao hay thấp thì tốt",
    [GAP_GROWTH_INDEX] = "tính theo chỉ số, năm gốc bằng 100",
    [GAP_YEAR_OF_PLAN] = NULL, /* in the legend: it would stand in every row of some plans */
    [GAP_DIRECTION_ASSUMED] = NULL,
    [GAP_ACTUAL_BOUND] = "kết quả là một giới hạn, dùng như số đúng",
    [GAP_ACTUAL_RANGE] = "kết quả là một khoảng",
    [GAP_BASELINE_BOUND] = "giá trị xuất phát là một giới hạn",
    [GAP_BASELINE_RANGE] = "giá trị xuất phát là một khoảng",
    [GAP_NO_BASELINE] = "không có giá trị xuất phát",
    [GAP_TARGET_IS_BASELINE] = "mục tiêu bằng giá trị xuất phát: không tính được mức đạt",
    [GAP_ZERO_DENOMINATOR] = "mẫu số bằng 0: không tính được mức đạt",
    [GAP_NATIONAL_UNVERIFIED] = NULL, /* in the national table */
    [GAP_NATIONAL_INCOMPARABLE] = NULL,
    [GAP_NATIONAL_UNIT] = NULL,
    [GAP_OVERFLOW] = "số quá lớn, không tính đúng được",
};

static const char *notes_of(const struct gap *gap, struct arena *arena)
{
    struct text out = text_in(arena);
    for (int reason = 0; reason < GAP_REASONS; reason++) {
        if (!gap_has(gap, (enum gap_reason)reason) || !REASONS[reason])
            continue;
        if (out.length)
            text_add(&out, "; ");
        if (reason == GAP_MISSING_YEAR)
            text_addf(&out, "thiếu số liệu năm %d", gap->missing_year);
        else
            text_add(&out, REASONS[reason]);
    }
    if (gap->actual_year && gap->actual_status == STATUS_PROVISIONAL)
        text_addf(&out, "%ssố ước tính", out.length ? "; " : "");
    return out.length ? text_str(&out) : NULL;
}

static const char *number_text(struct number number, struct arena *arena)
{
    struct dec rounded;
    if (!number_round(&rounded, number))
        return NULL;
    struct value value = value_plain(rounded);
    return numfmt_text(arena, value.format, value.number);
}

static struct value span_value(const struct gap_span *span, enum op op, struct arena *arena)
{
    static const char *const SIGNS[] = {
        [OP_EQ] = NULL,         [OP_GE] = "≥ ",       [OP_GT] = "> ",    [OP_LE] = "≤ ",  [OP_LT] = "< ",
        [OP_ABOUT] = "khoảng ", [OP_ALMOST] = "gần ", [OP_RANGE] = NULL, [OP_NONE] = NULL
    };
    if (!span->low.known)
        return value_text(NULL);
    if (span->is_range)
        return value_text(arena_printf(arena, "%s - %s", number_text(span->low, arena), number_text(span->high, arena)));
    if (SIGNS[op])
        return value_text(arena_printf(arena, "%s%s", SIGNS[op], number_text(span->low, arena)));
    return value_short(span->low);
}

/* What is expected by now in the terms of achievement, so that both can stand on one axis. */
static struct number expected_share(const struct gap *gap)
{
    struct number goal = gap->target_value, hundred = number_whole(100);
    if (gap->baseline.known)
        return number_mul(number_div(number_sub(gap->expected, gap->baseline), number_sub(goal, gap->baseline)), hundred);
    if (gap->direction == DIRECTION_LOWER)
        return number_mul(number_div(goal, gap->expected), hundred);
    return number_mul(number_div(gap->expected, goal), hundred);
}

/* Of a target in words no figure is missing. */
static bool is_missing(const struct gap *gap)
{
    return gap->status == GAP_NO_DATA && !gap_is_worded(gap);
}

static struct value no_value(const struct gap *gap)
{
    return value_text(is_missing(gap) ? NOT_REPORTED : NULL);
}

static void add_gap(struct items *list, const struct gap *gap, size_t number)
{
    struct arena *arena = list->arena;
    items_add(list, ROLE_BODY, 1)->id = gap->target;
    items_put(list, FACT_GAP_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_GAP_TEXT, value_text(gap->label));
    items_put(list, FACT_GAP_UNIT, value_text(gap->unit));
    items_put(list, FACT_GAP_GOAL, value_text(goal_words(arena, &gap->goal)));
    items_put(list, FACT_GAP_YEAR, value_year(gap->target_year));
    items_put(list, FACT_GAP_BASELINE, value_short(gap->baseline));
    items_put(list, FACT_GAP_ACTUAL,
              gap->actual.low.known ? span_value(&gap->actual, gap->actual_op, arena) : no_value(gap));
    items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    items_put(list, FACT_GAP_GAP, value_short(gap->gap));
    items_put(list, FACT_GAP_ACHIEVEMENT, gap->achievement.known ? value_rounded(gap->achievement) : no_value(gap));
    items_put(list, FACT_GAP_EXPECTED, value_short(gap->expected));
    items_put(list, FACT_GAP_EXPECTED_SHARE, value_rounded(expected_share(gap)));
    items_put(list, FACT_GAP_NEEDED, value_short(gap->needed));
    items_put(list, FACT_GAP_STATUS, value_text(gap_verdict_words(gap)));
    items_put(list, FACT_GAP_NOTE, value_text(notes_of(gap, arena)));
}

static const char *tolerance_note(const struct year_maker *maker)
{
    const struct office *office = maker->context->office;
    struct numfmt tolerance = { .decimals = office->tolerance_percent.scale };
    struct numfmt exceeded = { .decimals = office->exceeded_percent.scale };
    return arena_printf(
        maker->arena,
        "Ngưỡng: đúng tiến độ khi kém mức lẽ ra phải đạt không quá %s%% của mức ấy; vượt khi hơn mục tiêu quá "
        "%s%% của mục tiêu.",
        numfmt_text(maker->arena, tolerance, office->tolerance_percent),
        numfmt_text(maker->arena, exceeded, office->exceeded_percent));
}

/* The running numbers of the targets that something holds for; NULL if there is none. */
static const char *numbers_with(const struct year_maker *maker, enum gap_reason reason)
{
    struct text out = text_in(maker->arena);
    for (size_t i = 0; i < maker->gaps.count; i++)
        if (gap_has(&maker->gaps.items[i], reason))
            text_addf(&out, "%s%zu", out.length ? ", " : "", i + 1);
    return out.length ? text_str(&out) : NULL;
}

static void note_assumptions(struct view *view, const struct year_maker *maker)
{
    const char *year = numbers_with(maker, GAP_YEAR_OF_PLAN), *direction = numbers_with(maker, GAP_DIRECTION_ASSUMED);
    if (year)
        view_note(view, arena_printf(maker->arena, "Chỉ tiêu %s: kế hoạch không nêu năm, lấy năm cuối giai đoạn.", year),
                  maker->arena);
    if (direction)
        view_note(view,
                  arena_printf(maker->arena,
                               "Chỉ tiêu %s: kế hoạch và danh mục không nói cao hay thấp thì tốt, coi như "
                               "càng cao càng tốt.",
                               direction),
                  maker->arena);
}

static void add_legend(struct view *view, const struct year_maker *maker)
{
    static const char *const LINES[] = {
        "Chênh lệch = kết quả − mục tiêu, theo đơn vị của chỉ tiêu (của % là điểm phần trăm). Số dương là cao hơn mục "
        "tiêu, "
        "số âm là thấp hơn.",
        "Mức đạt (%) = (kết quả − xuất phát) / (mục tiêu − xuất phát) × 100; không có giá trị xuất phát thì = kết quả "
        "/ mục "
        "tiêu × 100, chỉ tiêu càng thấp càng tốt thì = mục tiêu / kết quả × 100. Không giới hạn trên, dưới.",
        "Lẽ ra phải đạt đến nay: mốc của kế hoạch, không có mốc thì chia đều từ giá trị xuất phát đến mục tiêu. Phải "
        "tăng mỗi "
        "năm = (mục tiêu − kết quả) / số năm còn lại.",
    };
    if (!maker->gaps.has_results)
        view_note(view, "Chưa có số liệu báo cáo về kết quả thực hiện mục tiêu. Ô để trống không phải là số 0.",
                  maker->arena);
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        view_note(view, LINES[i], maker->arena);
    view_note(view, tolerance_note(maker), maker->arena);
    note_assumptions(view, maker);
}

static const struct view_chart *gap_chart(const struct items *list, struct arena *arena, size_t *count)
{
    static const struct chart_fact SERIES[] = { { FACT_GAP_ACHIEVEMENT, "Mức đạt" },
                                                { FACT_GAP_EXPECTED_SHARE, "Lẽ ra phải đạt đến nay" } };
    size_t *items = arena_alloc(arena, list->count, sizeof *items);
    struct view_chart *chart = arena_alloc(arena, 1, sizeof *chart);
    *chart = (struct view_chart){ CHART_BULLET,
                                  "Mức đạt so với mức lẽ ra phải đạt, theo số thứ tự chỉ tiêu",
                                  "%",
                                  items,
                                  0,
                                  FACT_GAP_NO,
                                  SERIES,
                                  sizeof SERIES / sizeof *SERIES };
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].role == ROLE_BODY)
            items[chart->item_count++] = i;
    *count = chart->item_count > 0;
    return chart;
}

struct view year_targets_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,       FACT_GAP_TEXT,           FACT_GAP_UNIT,        FACT_GAP_GOAL,   FACT_GAP_YEAR,
        FACT_GAP_BASELINE, FACT_GAP_ACTUAL,         FACT_GAP_ACTUAL_YEAR, FACT_GAP_GAP,    FACT_GAP_ACHIEVEMENT,
        FACT_GAP_EXPECTED, FACT_GAP_EXPECTED_SHARE, FACT_GAP_NEEDED,      FACT_GAP_STATUS, FACT_GAP_NOTE,
    };
    struct items list = { .arena = maker->arena };
    const char *section = NULL;
    for (size_t i = 0; i < maker->gaps.count; i++) {
        const struct gap *gap = &maker->gaps.items[i];
        if (gap->section != section) {
            section = gap->section;
            items_add_group(&list, 0, section);
            items_put(&list, FACT_GAP_TEXT, value_text(section));
        }
        add_gap(&list, gap, i + 1);
    }
    items_say_if_none(&list, FACT_GAP_TEXT, "Kế hoạch không nêu chỉ tiêu.");
    struct view view = items_view(&list, EACH_GAP, YEAR_TARGETS, LABEL_GAPS, FACTS(SUPPLIED));
    add_legend(&view, maker);
    view.charts = gap_chart(&list, maker->arena, &view.chart_count);
    return view;
}

static const char *why_no_national_gap(const struct gap *gap)
{
    if (gap_has(gap, GAP_NATIONAL_UNIT))
        return "khác đơn vị tính, không tính chênh lệch";
    return is_missing(gap) ? NOT_REPORTED : NULL;
}

/* The result of growth is an index beside a rate: without a word nobody could follow the difference. */
static const char *national_note(const struct gap *gap, struct arena *arena)
{
    const char *why = why_no_national_gap(gap), *index = REASONS[GAP_GROWTH_INDEX];
    if (!gap_has(gap, GAP_GROWTH_INDEX))
        return why;
    return why ? arena_printf(arena, "%s; %s", index, why) : index;
}

static void add_national(struct items *list, const struct gap *gap, size_t number)
{
    struct arena *arena = list->arena;
    items_add(list, ROLE_BODY, 0)->id = gap->target;
    items_put(list, FACT_GAP_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_GAP_TEXT, value_text(gap->label));
    items_put(list, FACT_GAP_UNIT, value_text(gap->unit));
    items_put(list, FACT_GAP_GOAL, value_text(goal_words(arena, &gap->goal)));
    items_put(list, FACT_GAP_ACTUAL,
              gap->actual.low.known ? span_value(&gap->actual, gap->actual_op, arena) : no_value(gap));
    items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    items_put(list, FACT_GAP_NATIONAL, span_value(&gap->national, gap->national_op, arena));
    items_put(list, FACT_GAP_NATIONAL_YEAR, value_year(gap->national_year));
    items_put(list, FACT_GAP_NATIONAL_GAP, value_short(gap->national_gap));
    items_put(list, FACT_GAP_DECISION, value_text(gap->national_decision));
    items_put(list, FACT_GAP_NOTE, value_text(national_note(gap, arena)));
}

struct view year_national_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,       FACT_GAP_TEXT,          FACT_GAP_UNIT,         FACT_GAP_GOAL,     FACT_GAP_ACTUAL, FACT_GAP_ACTUAL_YEAR,
        FACT_GAP_NATIONAL, FACT_GAP_NATIONAL_YEAR, FACT_GAP_NATIONAL_GAP, FACT_GAP_DECISION, FACT_GAP_NOTE,
    };
    struct arena *arena = maker->arena;
    struct items list = { .arena = arena };
    size_t unverified = 0;
    for (size_t i = 0; i < maker->gaps.count; i++) {
        const struct gap *gap = &maker->gaps.items[i];
        unverified += gap_has(gap, GAP_NATIONAL_UNVERIFIED);
        if (gap_national_is_shown(gap))
            add_national(&list, gap, i + 1);
    }
    items_say_if_none(&list, FACT_GAP_TEXT, "Không có chỉ tiêu nào so được với mục tiêu quốc gia.");
    struct view view = items_view(&list, EACH_GAP, "year-national", LABEL_NATIONAL, FACTS(SUPPLIED));
    view_note(&view,
              "Số thứ tự như ở " LABEL_GAPS ". Chênh lệch = kết quả − mục tiêu quốc gia. Mục tiêu quốc gia là của năm nêu ở "
              "cột Năm; kết quả của năm trước đó được so để biết còn cách bao xa.",
              arena);
    if (unverified)
        view_note(&view,
                  arena_printf(arena, "Không nêu %zu chỉ tiêu mà mục tiêu quốc gia trong danh mục chưa kiểm chứng.", unverified),
                  arena);
    return view;
}
