#include "content/year_targets.h"

#include "base/text.h"
#include "calc/gap_national.h"
#include "content/formulas.h"
#include "content/gap_notes.h"
#include "content/gap_words.h"
#include "content/items.h"
#include "content/report_facts.h"
#include "content/report_words.h"
#include "content/words.h"
#include "content/year_target_chart.h"
#include "model/office.h"

/* Mức đạt and tiến độ, with the figures that they are made of. */
static void put_shares(struct items *list, const struct year_maker *maker, const struct gap *gap)
{
    struct arena *arena = list->arena;
    bool just_there = gap_has(gap, GAP_AT_STRICT_BOUND); /* 100 % of the way, and not met */
    bool higher = gap->direction == DIRECTION_HIGHER;
    struct value achievement = gap_achievement_value(gap);
    struct value progress = just_there ? value_text(NULL) : value_share(gap->progress);
    items_put(list, FACT_GAP_GOAL_NUMBER, fact_of_goal(goal_number(&gap->goal, arena), maker->chain, gap, arena));
    items_put(list, FACT_GAP_ACTUAL, year_reached(maker, gap, gap_actual_value(gap, arena)));
    items_put(list, FACT_GAP_BASELINE,
              fact_of_judged(value_full(gap->baseline), maker->plan, gap, "baseline", maker->year, arena));
    formula_share(&achievement, list, higher ? FACT_GAP_ACTUAL : FACT_GAP_GOAL_NUMBER,
                  higher ? FACT_GAP_GOAL_NUMBER : FACT_GAP_ACTUAL);
    formula_way(&progress, list, FACT_GAP_ACTUAL, FACT_GAP_GOAL_NUMBER, FACT_GAP_BASELINE);
    items_put(list, FACT_GAP_ACHIEVEMENT, fact_of_judged(achievement, maker->plan, gap, "achievement", maker->year, arena));
    items_put(list, FACT_GAP_PROGRESS, fact_of_judged(progress, maker->plan, gap, "progress", maker->year, arena));
}

static void put_way(struct items *list, const struct gap *gap)
{
    items_put(list, FACT_GAP_BASELINE_ORIGIN, value_text(gap_baseline_words(gap, list->arena)));
    bool ahead = gap->target_year > gap->judged.year; /* else the target itself is expected */
    items_put(list, FACT_GAP_EXPECTED, ahead ? value_full(gap->expected) : value_text(NULL));
    items_put(list, FACT_GAP_EXPECTED_SHARE, value_rounded(gap_expected_share(gap)));
    items_put(list, FACT_GAP_NEEDED, value_full(gap->needed));
}

static void add_gap(struct items *list, const struct year_maker *maker, const struct gap *gap, size_t number)
{
    struct arena *arena = list->arena;
    items_add(list, ROLE_BODY, 1)->id = gap->target;
    items_put(list, FACT_GAP_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_GAP_TEXT, value_text(gap->label));
    items_put(list, FACT_GAP_UNIT, value_text(gap->unit));
    items_put(list, FACT_GAP_GOAL, fact_of_goal(value_text(goal_words(arena, &gap->goal)), maker->chain, gap, arena));
    items_put(list, FACT_GAP_GOAL_SIGN, value_text(goal_sign(arena, &gap->goal)));
    items_put(list, FACT_GAP_YEAR, value_year(gap->target_year));
    items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    items_put(list, FACT_GAP_GAP, fact_of_judged(value_full(gap->gap), maker->plan, gap, "gap", maker->year, arena));
    put_shares(list, maker, gap);
    put_way(list, gap);
    items_put(list, FACT_GAP_STATUS, value_text(gap_verdict_words(gap, arena)));
    items_put(list, FACT_GAP_NOTE, value_text(gap_notes(gap, arena)));
}

/* Under the heading of each section of the plan. */
static void add_gaps(struct items *list, const struct year_maker *maker)
{
    const char *section = NULL;
    for (size_t i = 0; i < maker->gaps.count; i++) {
        const struct gap *gap = &maker->gaps.items[i];
        if (gap->section != section) {
            section = gap->section;
            items_add_group(list, 0, section);
            items_put(list, FACT_GAP_TEXT, value_text(section));
        }
        add_gap(list, maker, gap, i + 1);
    }
}

/* Some target is for a year to come, so that something is expected by now. */
static bool has_target_ahead(const struct year_maker *maker)
{
    for (size_t i = 0; i < maker->gaps.count; i++)
        if (maker->gaps.items[i].target_year > maker->year && !gap_is_worded(&maker->gaps.items[i]))
            return true;
    return false;
}

static const char *tolerance_note(const struct year_maker *maker)
{
    static const char OVER[] = "Đã đến năm của mọi mục tiêu: không in mức phải đạt đến nay, mức phải thay đổi mỗi năm. ";
    const struct office *office = maker->context->office;
    struct numfmt tolerance = { .decimals = office->tolerance_percent.scale };
    struct numfmt exceeded = { .decimals = office->exceeded_percent.scale };
    if (!has_target_ahead(maker))
        return arena_printf(maker->arena, "%sNgưỡng: vượt khi hơn mục tiêu quá %s%% của mục tiêu.",
                            maker->gaps.count ? OVER : "", numfmt_text(maker->arena, exceeded, office->exceeded_percent));
    return arena_printf(
        maker->arena,
        "Ngưỡng: đúng tiến độ khi kém mức phải đạt đến nay không quá %s%% quãng phải đi từ mức đầu kỳ đến mức ấy và không "
        "kém hơn mức đầu kỳ; vượt khi hơn mục tiêu quá %s%% của mục tiêu.",
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

/* "Chỉ tiêu 1, 2: kế hoạch không nêu năm, …; chỉ tiêu 11: …": in one note, for they are the small print. */
static void note_assumptions(struct view *view, const struct year_maker *maker)
{
    static const struct {
        enum gap_reason reason;
        const char *words;
    } ASSUMED[] = {
        { GAP_YEAR_OF_PLAN, "kế hoạch không nêu năm, lấy năm cuối giai đoạn" },
        { GAP_DIRECTION_ASSUMED, "kế hoạch và danh mục không nói cao hay thấp thì tốt, coi như càng cao càng tốt" },
        { GAP_COUNT_ASSUMED, "kế hoạch không nói số các năm gộp thế nào, coi là số đếm cộng dồn từ năm đầu giai đoạn" },
    };
    struct text out = text_in(maker->arena);
    for (size_t i = 0; i < sizeof ASSUMED / sizeof *ASSUMED; i++) {
        const char *numbers = numbers_with(maker, ASSUMED[i].reason);
        if (numbers)
            text_addf(&out, "%s %s: %s", out.length ? "; chỉ tiêu" : "Chỉ tiêu", numbers, ASSUMED[i].words);
    }
    if (out.length)
        view_note(view, arena_printf(maker->arena, "%s.", text_str(&out)), maker->arena);
}

static void add_legend(struct view *view, const struct year_maker *maker)
{
    static const char *const LINES[] = {
        "Chỉ số liệu của năm báo cáo mới dùng để đánh giá; số của năm khác chỉ nêu để biết.",
        "Chênh lệch = kết quả − mục tiêu, theo đơn vị của chỉ tiêu (của % là điểm phần trăm). Số dương là cao hơn mục "
        "tiêu, số âm là thấp hơn. Thứ hạng càng nhỏ càng tốt.",
        "Mức đạt (%) = kết quả / mục tiêu × 100; chỉ tiêu càng thấp càng tốt thì = mục tiêu / kết quả × 100. Không giới hạn "
        "trên.",
        "Tiến độ (%) = (kết quả − mức đầu kỳ) / (mục tiêu − mức đầu kỳ) × 100. Mức đầu kỳ đã đạt mục tiêu thì là duy trì, "
        "không tính tiến độ.",
    };
    static const char AHEAD[] =
        "Mức phải đạt đến nay: mốc của kế hoạch, không có mốc thì chia đều từ mức đầu kỳ đến mục tiêu. Phải thay đổi mỗi năm "
        "= (mục tiêu − kết quả) / số năm còn lại; số âm là phải giảm.";
    if (!maker->gaps.has_results)
        view_note(view, "Chưa có số liệu báo cáo về kết quả thực hiện mục tiêu. Ô để trống không phải là số 0.",
                  maker->arena);
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++)
        view_note(view, LINES[i], maker->arena);
    if (has_target_ahead(maker))
        view_note(view, AHEAD, maker->arena);
    view_note(view, tolerance_note(maker), maker->arena);
    note_assumptions(view, maker);
}

/* Reported without a target of the plan: shown below those that are judged. */
static void add_others(struct items *list, const struct year_maker *maker)
{
    static const char HEAD[] = "Chỉ tiêu khác được báo cáo, kế hoạch không đặt mục tiêu";
    if (maker->gaps.other_count) {
        items_add_group(list, 0, HEAD);
        items_put(list, FACT_GAP_TEXT, value_text(HEAD));
    }
    for (size_t i = 0; i < maker->gaps.other_count; i++) {
        const struct gap *gap = &maker->gaps.others[i];
        struct value actual = gap->status == GAP_NO_DATA
                                  ? value_text(NO_DATA)
                                  : fact_of_actual(gap_actual_value(gap, maker->arena), gap, &maker->list, maker->arena);
        items_add(list, ROLE_BODY, 1);
        items_put(list, FACT_GAP_NO, value_text(arena_printf(maker->arena, "%zu", maker->gaps.count + i + 1)));
        items_put(list, FACT_GAP_TEXT, value_text(gap->label));
        items_put(list, FACT_GAP_UNIT, value_text(gap->unit));
        items_put(list, FACT_GAP_ACTUAL, actual);
        items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
        items_put(list, FACT_GAP_NOTE, value_text(gap_notes(gap, maker->arena)));
    }
}

struct view year_targets_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,
        FACT_GAP_TEXT,
        FACT_GAP_UNIT,
        FACT_GAP_GOAL,
        FACT_GAP_GOAL_SIGN,
        FACT_GAP_GOAL_NUMBER,
        FACT_GAP_YEAR,
        FACT_GAP_BASELINE,
        FACT_GAP_BASELINE_ORIGIN,
        FACT_GAP_ACTUAL,
        FACT_GAP_ACTUAL_YEAR,
        FACT_GAP_GAP,
        FACT_GAP_ACHIEVEMENT,
        FACT_GAP_PROGRESS,
        FACT_GAP_EXPECTED,
        FACT_GAP_EXPECTED_SHARE,
        FACT_GAP_NEEDED,
        FACT_GAP_STATUS,
        FACT_GAP_NOTE,
    };
    struct items list = { .arena = maker->arena };
    add_gaps(&list, maker);
    add_others(&list, maker);
    items_say_if_none(&list, FACT_GAP_TEXT, "Kế hoạch không nêu chỉ tiêu.");
    struct view view = items_view(&list, EACH_GAP, YEAR_TARGETS, LABEL_GAPS, FACTS(SUPPLIED));
    add_legend(&view, maker);
    year_target_chart(&view, maker, has_target_ahead(maker));
    return view;
}

static const char *why_no_national_gap(const struct gap *gap)
{
    if (gap_has(gap, GAP_NATIONAL_UNIT))
        return "khác đơn vị tính, không tính chênh lệch";
    return NULL;
}

/* Of growth the mean of the years stands beside the year's own: "bình quân 5 năm: 13,58 %/năm, chênh lệch -11,42". */
static const char *national_note(const struct gap *gap, struct arena *arena)
{
    const char *why = why_no_national_gap(gap);
    if (gap->mean_years < 2 || !gap->national_mean_gap.known)
        return why;
    struct value mean = value_full(gap->mean), distance = value_full(gap->national_mean_gap);
    const char *words = arena_printf(arena, "bình quân %d năm có số liệu: %s %%/năm, chênh lệch %s", gap->mean_years,
                                     numfmt_text(arena, mean.format, mean.number),
                                     numfmt_text(arena, distance.format, distance.number));
    return why ? arena_printf(arena, "%s; %s", why, words) : words;
}

static void add_national(struct items *list, const struct year_maker *maker, const struct gap *gap, size_t number)
{
    struct arena *arena = list->arena;
    items_add(list, ROLE_BODY, 0)->id = gap->target;
    items_put(list, FACT_GAP_NO, value_text(arena_printf(arena, "%zu", number)));
    items_put(list, FACT_GAP_TEXT, value_text(gap->label));
    items_put(list, FACT_GAP_UNIT, value_text(gap->unit));
    items_put(list, FACT_GAP_GOAL, fact_of_goal(value_text(goal_words(arena, &gap->goal)), maker->chain, gap, arena));
    items_put(list, FACT_GAP_GOAL_SIGN, value_text(goal_sign(arena, &gap->goal)));
    items_put(list, FACT_GAP_GOAL_NUMBER, fact_of_goal(goal_number(&gap->goal, arena), maker->chain, gap, arena));
    items_put(list, FACT_GAP_ACTUAL, year_reached(maker, gap, gap_actual_value(gap, arena)));
    items_put(list, FACT_GAP_ACTUAL_YEAR, value_year(gap->actual_year));
    items_put(list, FACT_GAP_NATIONAL_SIGN, value_text(gap_sign(gap->national_op)));
    items_put(list, FACT_GAP_NATIONAL, gap_figure_value(&gap->national, OP_EQ, NULL, arena));
    items_put(list, FACT_GAP_NATIONAL_YEAR, value_year(gap->national_year));
    items_put(list, FACT_GAP_NATIONAL_GAP,
              fact_of_judged(value_full(gap->national_gap), maker->plan, gap, "national-gap", maker->year, arena));
    items_put(list, FACT_GAP_DECISION, value_text(gap->national_decision));
    items_put(list, FACT_GAP_NOTE, value_text(national_note(gap, arena)));
}

struct view year_national_view(const struct year_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_GAP_NO,           FACT_GAP_TEXT,          FACT_GAP_UNIT,         FACT_GAP_GOAL,        FACT_GAP_GOAL_SIGN,
        FACT_GAP_GOAL_NUMBER,  FACT_GAP_ACTUAL,        FACT_GAP_ACTUAL_YEAR,  FACT_GAP_NATIONAL_SIGN,
        FACT_GAP_NATIONAL,     FACT_GAP_NATIONAL_YEAR, FACT_GAP_NATIONAL_GAP, FACT_GAP_DECISION,    FACT_GAP_NOTE,
    };
    struct arena *arena = maker->arena;
    struct items list = { .arena = arena };
    size_t unverified = 0;
    for (size_t i = 0; i < maker->gaps.count; i++) {
        const struct gap *gap = &maker->gaps.items[i];
        unverified += gap_has(gap, GAP_NATIONAL_UNVERIFIED);
        if (gap_national_is_shown(gap))
            add_national(&list, maker, gap, i + 1);
    }
    for (size_t i = 0; i < maker->gaps.other_count; i++) {
        const struct gap *gap = &maker->gaps.others[i];
        unverified += gap_has(gap, GAP_NATIONAL_UNVERIFIED);
        if (gap_national_is_shown(gap))
            add_national(&list, maker, gap, maker->gaps.count + i + 1);
    }
    items_say_if_none(&list, FACT_GAP_TEXT, "Không có chỉ tiêu nào so được với mục tiêu quốc gia.");
    struct view view = items_view(&list, EACH_GAP, "year-national", LABEL_NATIONAL, FACTS(SUPPLIED));
    view_note(&view,
              "Số thứ tự như ở " LABEL_GAPS
              ". Chênh lệch = kết quả − mục tiêu quốc gia. Mục tiêu quốc gia là của năm nêu ở "
              "cột Năm; kết quả của năm trước đó được so để biết còn cách bao xa.",
              arena);
    if (unverified)
        view_note(
            &view,
            arena_printf(arena, "Không nêu %zu chỉ tiêu mà mục tiêu quốc gia trong danh mục chưa kiểm chứng.", unverified),
            arena);
    return view;
}
