#include "content/month_figures.h"

#include "base/text.h"
#include "content/formulas.h"
#include "content/gap_words.h"
#include "content/items.h"
#include "content/month_outlook.h"
#include "content/report_facts.h"
#include "content/report_words.h"
#include "content/spending_facts.h"
#include "content/words.h"
#include "model/plan.h"

static enum basis basis_of(enum month_column column)
{
    bool alone = column == MONTH_ALONE || column == MONTH_PREVIOUS || column == MONTH_SAME;
    return alone ? BASIS_PERIOD : BASIS_CUMULATIVE;
}

/* The period whose document may state the column. */
static struct period period_of(const struct month_maker *maker, enum month_column column)
{
    if (column == MONTH_PREVIOUS)
        return period_before(maker->month.period);
    bool year_before = column == MONTH_SAME || column == MONTH_SAME_CUMULATIVE;
    return year_before ? period_year_before(maker->month.period) : maker->month.period;
}

/* The value of a period alone, or since the year began: where the document of that period states it so, it is that figure. */
static struct value spent_as_reported(const struct month_maker *maker, const struct month_line *line,
                                      enum month_column column)
{
    struct period period = period_of(maker, column);
    struct fact_of_money of = { .plan = maker->input->chain->now,
                                .list = &maker->list,
                                .source = line->source,
                                .of = line->subject,
                                .year = period.year,
                                .period = period,
                                .basis = basis_of(column) };
    return fact_of_spent(month_value(maker, line, &line->values[column]), &of, line->phase, line->values[column].number,
                         maker->arena);
}

static struct value value_as_reported(const struct month_maker *maker, const struct month_line *line,
                                      enum month_column column)
{
    return fact_of_reported(month_value(maker, line, &line->values[column]), &maker->list, period_of(maker, column),
                            basis_of(column), line->subject, line->values[column].number, maker->arena);
}

/* What is planned of a row is what a decision states of it, else a figure of the report of the year. */
static struct value planned_of(const struct month_maker *maker, const struct month_line *line)
{
    const struct chain *chain = maker->input->chain;
    struct spending spending = { .row = line->subject, .source = line->source, .year = maker->month.period.year };
    struct value value = month_planned_value(line, maker->arena);
    if (spending.row && !spending.source)
        value = fact_of_stated(value, chain, spending.row, spending.year, line->planned, maker->arena);
    return fact_of_spending(value, chain->now, &spending, SPENDING_PLANNED, spending.year, maker->arena);
}

static void put_spent(struct items *list, const struct month_maker *maker, const struct month_line *line)
{
    items_put(list, FACT_MONTH_PLANNED, planned_of(maker, line));
    items_put(list, FACT_MONTH_PREVIOUS, spent_as_reported(maker, line, MONTH_PREVIOUS));
    items_put(list, FACT_MONTH_DISBURSED, spent_as_reported(maker, line, MONTH_ALONE));
    items_put(list, FACT_MONTH_SAME, spent_as_reported(maker, line, MONTH_SAME));
    items_put(list, FACT_MONTH_CUMULATIVE, spent_as_reported(maker, line, MONTH_CUMULATIVE));
    items_put(list, FACT_MONTH_SAME_CUMULATIVE, spent_as_reported(maker, line, MONTH_SAME_CUMULATIVE));
    items_put(list, FACT_MONTH_OF_PREVIOUS, value_rounded(line->percent_previous));
    items_put(list, FACT_MONTH_OF_SAME, value_rounded(line->percent_cumulative));
    items_put(list, FACT_MONTH_RATE, value_rounded(line->rate));
    items_put(list, FACT_MONTH_OF_PLAN, value_rounded(line->percent_planned));
    month_put_money_outlook(list, maker, line);
}

/* The three phases of a source follow one another. */
static void put_source(struct items *list, const struct month_maker *maker, const struct month_line *phases)
{
    const struct month_line *carried = &phases[PHASE_CARRIED_IN], *allocated = &phases[PHASE_ALLOCATED];
    items_put(list, FACT_MONTH_CARRIED, spent_as_reported(maker, carried, MONTH_CUMULATIVE));
    items_put(list, FACT_MONTH_ALLOCATED, spent_as_reported(maker, allocated, MONTH_CUMULATIVE));
    put_spent(list, maker, &phases[PHASE_DISBURSED]);
}

static const char *const WORDS_NOTE =
    "chưa đủ: thiếu một phần của tổng; thiếu tháng …: không tính được vì tháng ấy không có báo cáo. Các chữ ấy không phải là "
    "số 0.";

static const char *const PARTS_NOTE =
    "Số của kỳ là số mà báo cáo của chính kỳ ấy nêu; không có báo cáo ấy thì cộng từ các tháng, các quý, chỉ khi có đủ.";

static const enum fact_id SUMMED[] = {
    FACT_MONTH_PLANNED,   FACT_MONTH_CARRIED,       FACT_MONTH_ALLOCATED,        FACT_MONTH_PREVIOUS,
    FACT_MONTH_DISBURSED, FACT_MONTH_SAME,          FACT_MONTH_CUMULATIVE,       FACT_MONTH_SAME_CUMULATIVE,
    FACT_MONTH_LAST_YEAR, FACT_MONTH_ESTIMATE_YEAR, FACT_MONTH_YEAR_LESS_BUDGET, FACT_MONTH_YEAR_LESS_PLAN,
    FACT_MONTH_NEXT_PLAN,
};

/* A row for each source, and their total below. */
static void add_sources(struct items *list, const struct month_maker *maker)
{
    const struct month *month = &maker->month;
    const struct month_line *all = NULL;
    size_t *rows = arena_alloc(maker->arena, month->line_count, sizeof *rows), count = 0;
    for (size_t i = 0; i < month->line_count; i++) {
        const struct month_line *line = &month->lines[i];
        if (line->kind != MONTH_MONEY || line->subject || line->phase != PHASE_CARRIED_IN)
            continue;
        if (!line->source) {
            all = line;
            continue;
        }
        rows[count++] = list->count;
        items_add(list, ROLE_BODY, 0);
        items_put(list, FACT_MONTH_NO, value_text(arena_printf(maker->arena, "%zu", count)));
        items_put(list, FACT_MONTH_TITLE, value_text(plan_source(maker->input->chain->now, line->source)->name));
        put_source(list, maker, line);
    }
    items_add(list, ROLE_TOTAL, 0)->id = MONTH_MONEY_TOTAL;
    items_put(list, FACT_MONTH_TITLE, value_text("Tổng cộng"));
    if (all)
        put_source(list, maker, all);
    for (size_t i = 0; i < sizeof SUMMED / sizeof *SUMMED; i++)
        items_sum(list, SUMMED[i], rows, count);
}

struct view month_money_view(const struct month_maker *maker)
{
    /* clang-format off */
    static const enum fact_id SUPPLIED[] = {
        FACT_MONTH_NO, FACT_MONTH_TITLE, FACT_MONTH_PLANNED, FACT_MONTH_CARRIED, FACT_MONTH_ALLOCATED,
        FACT_MONTH_PREVIOUS, FACT_MONTH_DISBURSED, FACT_MONTH_SAME, FACT_MONTH_CUMULATIVE, FACT_MONTH_SAME_CUMULATIVE,
        FACT_MONTH_OF_PREVIOUS, FACT_MONTH_OF_SAME, FACT_MONTH_RATE, FACT_MONTH_OF_PLAN, FACT_MONTH_LAST_YEAR,
        FACT_MONTH_ESTIMATE_YEAR, FACT_MONTH_YEAR_LESS_BUDGET, FACT_MONTH_YEAR_OF_BUDGET, FACT_MONTH_YEAR_LESS_PLAN,
        FACT_MONTH_YEAR_OF_PLAN, FACT_MONTH_NEXT_PLAN,
    };
    /* clang-format on */
    struct items list = { .arena = maker->arena };
    add_sources(&list, maker);
    struct view view = items_view(&list, EACH_MONTH, MONTH_MONEY_VIEW, LABEL_MONTH_MONEY, FACTS(SUPPLIED));
    view.month = month_of_estimates(maker, false);
    view_note(&view, WORDS_NOTE, maker->arena);
    if (period_is_span(maker->month.period))
        view_note(&view, PARTS_NOTE, maker->arena);
    else if (view.month)
        month_note_outlook(&view, maker);
    return view;
}

/* What was disbursed in all, where the rows at the top come to it. */
static void add_works_total(struct items *list, const struct month_maker *maker)
{
    static const enum fact_id TIED[] = { FACT_MONTH_PLANNED, FACT_MONTH_PREVIOUS,   FACT_MONTH_DISBURSED,
                                         FACT_MONTH_SAME,    FACT_MONTH_CUMULATIVE, FACT_MONTH_SAME_CUMULATIVE };
    const enum month_column COLUMNS[] = { MONTH_COLUMNS, MONTH_PREVIOUS,   MONTH_ALONE,
                                          MONTH_SAME,    MONTH_CUMULATIVE, MONTH_SAME_CUMULATIVE };
    size_t *rows = arena_alloc(maker->arena, list->count, sizeof *rows), count = 0;
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i].level == 0)
            rows[count++] = i;
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        if (line->kind != MONTH_MONEY || line->subject || line->source || line->phase != PHASE_DISBURSED)
            continue;
        items_add(list, ROLE_TOTAL, 0);
        items_put(list, FACT_MONTH_TITLE, value_text("Tổng cộng"));
        items_put(list, TIED[0], planned_of(maker, line));
        for (size_t c = 1; c < sizeof TIED / sizeof *TIED; c++)
            items_put(list, TIED[c], spent_as_reported(maker, line, COLUMNS[c]));
        (void)items_keep_sums(list, TIED, sizeof TIED / sizeof *TIED, rows, count);
        return;
    }
}

struct view month_works_view(const struct month_maker *maker)
{
    /* clang-format off */
    static const enum fact_id SUPPLIED[] = {
        FACT_MONTH_NO, FACT_MONTH_TITLE, FACT_MONTH_PLANNED, FACT_MONTH_PREVIOUS, FACT_MONTH_DISBURSED,
        FACT_MONTH_SAME, FACT_MONTH_CUMULATIVE, FACT_MONTH_SAME_CUMULATIVE, FACT_MONTH_OF_PREVIOUS,
        FACT_MONTH_OF_SAME, FACT_MONTH_RATE, FACT_MONTH_OF_PLAN, FACT_MONTH_LAST_YEAR, FACT_MONTH_ESTIMATE_YEAR,
        FACT_MONTH_YEAR_LESS_BUDGET, FACT_MONTH_YEAR_OF_BUDGET, FACT_MONTH_YEAR_LESS_PLAN, FACT_MONTH_YEAR_OF_PLAN,
        FACT_MONTH_NEXT_PLAN,
    };
    /* clang-format on */
    struct items list = { .arena = maker->arena };
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        if (line->kind != MONTH_MONEY || !line->subject || line->source || line->phase != PHASE_DISBURSED)
            continue;
        items_add(&list, ROLE_BODY, line->level);
        items_put(&list, FACT_MONTH_NO, value_text(line->no));
        items_put(&list, FACT_MONTH_TITLE, value_text(month_label(line, maker->arena)));
        put_spent(&list, maker, line);
    }
    if (list.count)
        add_works_total(&list, maker);
    items_say_if_none(&list, FACT_MONTH_TITLE, "Chưa có số liệu báo cáo theo nhóm, hoạt động.");
    struct view view = items_view(&list, EACH_MONTH, "month-works", LABEL_MONTH_WORKS, FACTS(SUPPLIED));
    view.month = month_of_estimates(maker, true);
    view_note(&view, "Chỉ liệt kê nhóm, hoạt động có số liệu báo cáo.", maker->arena);
    if (view.month && !period_is_span(maker->month.period))
        month_note_outlook(&view, maker);
    return view;
}

/* What is to be reached by the end of the year; a range as it is stated, in the year that it is stated for. */
static struct value expected_value(const struct month_maker *maker, const struct month_line *line)
{
    const struct gap *gap = line->gap;
    if (gap && gap->goal.has_high && gap->target_year == maker->month.period.year)
        return value_text(goal_words(maker->arena, &gap->goal));
    bool asked = gap && !line->worded && !line->planned.known;
    return asked ? value_text(NOT_STATED) : value_full(line->planned);
}

/* The table of December shows the same months of the year before as that year. */
static void put_against_last_year(struct items *list, const struct month_maker *maker, const struct month_line *line)
{
    enum { DECEMBER = 12 };
    struct value share = value_rounded(line->percent_cumulative);
    formula_share(&share, list, FACT_INDICATOR_CUMULATIVE,
                  maker->month.period.month == DECEMBER ? FACT_INDICATOR_LAST_YEAR : FACT_INDICATOR_SAME_CUMULATIVE);
    items_put(list, FACT_INDICATOR_VS_CUMULATIVE, share);
}

static void put_indicator(struct items *list, const struct month_maker *maker, const struct month_line *line)
{
    struct month_ratio previous = { line->change_previous, line->percent_previous };
    struct month_ratio same = { line->change_same, line->percent_same };
    items_put(list, FACT_INDICATOR_TEXT, value_text(line->label));
    items_put(list, FACT_INDICATOR_UNIT, value_text(line->unit));
    items_put(list, FACT_INDICATOR_PLANNED, expected_value(maker, line));
    items_put(list, FACT_INDICATOR_PREVIOUS, value_as_reported(maker, line, MONTH_PREVIOUS));
    items_put(list, FACT_INDICATOR_MONTH, value_as_reported(maker, line, MONTH_ALONE));
    items_put(list, FACT_INDICATOR_SAME, value_as_reported(maker, line, MONTH_SAME));
    items_put(list, FACT_INDICATOR_CUMULATIVE, value_as_reported(maker, line, MONTH_CUMULATIVE));
    items_put(list, FACT_INDICATOR_SAME_CUMULATIVE, value_as_reported(maker, line, MONTH_SAME_CUMULATIVE));
    items_put(list, FACT_INDICATOR_TO_DATE, value_as_reported(maker, line, MONTH_TO_DATE));
    month_put_compared(list, line, FACT_INDICATOR_VS_PREVIOUS, previous, FACT_INDICATOR_MONTH, FACT_INDICATOR_PREVIOUS);
    month_put_compared(list, line, FACT_INDICATOR_VS_SAME, same, FACT_INDICATOR_MONTH, FACT_INDICATOR_SAME);
    month_put_compared(list, line, FACT_INDICATOR_OF_PLAN, line->ratios[RATIO_PLANNED], FACT_INDICATOR_TO_DATE,
                       FACT_INDICATOR_PLANNED);
    month_put_outlook(list, maker, line);
    put_against_last_year(list, maker, line);
    const char *status = line->gap ? gap_verdict_words(line->gap, maker->arena) : NULL;
    items_put(list, FACT_INDICATOR_STATUS, value_text(status));
}

/* How the figures are to be read. */
static void note_targets(struct view *view, const struct month_maker *maker)
{
    bool span = period_is_span(maker->month.period);
    view_note(
        view,
        arena_printf(maker->arena,
                     "Số tính bằng %% so với kỳ khác, với kế hoạch theo điểm phần trăm, số khác so bằng tỷ lệ %%. x: không "
                     "cộng dồn. Số đếm cộng dồn so với mức phải đạt bằng số từ đầu giai đoạn. Mức phải đạt (tính đều): "
                     "mục tiêu hoặc mốc mà kế hoạch nêu cho năm; năm kế hoạch không nêu thì chia đều từ mức đầu kỳ đến "
                     "mục tiêu, không phải số của quyết định. Chỉ đánh giá chỉ tiêu có số liệu của kỳ, theo mức phải đạt "
                     "đến hết %s, chia đều trong năm.",
                     span ? "kỳ" : "tháng"),
        maker->arena);
    if (span)
        view_note(view, PARTS_NOTE, maker->arena);
    else
        month_note_outlook(view, maker);
}

/* The targets and indicators of one of both tables, each with its number in the plan; of Biểu 3 all, if they are not parted. */
static struct items target_items(const struct month_maker *maker, bool pending)
{
    struct items list = { .arena = maker->arena };
    bool parted = month_parts_pending(maker);
    size_t number = 0;
    for (size_t i = 0; i < maker->month.line_count; i++) {
        const struct month_line *line = &maker->month.lines[i];
        if (line->kind == MONTH_MONEY)
            continue;
        number++;
        if (parted && month_is_pending(line) != pending)
            continue;
        items_add(&list, ROLE_BODY, 0)->id = line->subject;
        items_put(&list, FACT_INDICATOR_NO, value_text(arena_printf(maker->arena, "%zu", number)));
        put_indicator(&list, maker, line);
    }
    return list;
}

struct view month_targets_view(const struct month_maker *maker)
{
    /* clang-format off */
    static const enum fact_id SUPPLIED[] = {
        FACT_INDICATOR_NO, FACT_INDICATOR_TEXT, FACT_INDICATOR_UNIT, FACT_INDICATOR_PLANNED, FACT_INDICATOR_PREVIOUS,
        FACT_INDICATOR_MONTH, FACT_INDICATOR_SAME, FACT_INDICATOR_CUMULATIVE, FACT_INDICATOR_SAME_CUMULATIVE,
        FACT_INDICATOR_TO_DATE, FACT_INDICATOR_VS_PREVIOUS, FACT_INDICATOR_VS_SAME, FACT_INDICATOR_VS_CUMULATIVE,
        FACT_INDICATOR_OF_PLAN, FACT_INDICATOR_ESTIMATE_NEXT, FACT_INDICATOR_ESTIMATE_HALF, FACT_INDICATOR_SAME_HALF,
        FACT_INDICATOR_LAST_YEAR, FACT_INDICATOR_ESTIMATE_YEAR, FACT_INDICATOR_ESTIMATE_TO_DATE,
        FACT_INDICATOR_HALF_VS_SAME, FACT_INDICATOR_HALF_OF_PLAN, FACT_INDICATOR_YEAR_VS_LAST,
        FACT_INDICATOR_YEAR_OF_PLAN, FACT_INDICATOR_NEXT_PLAN, FACT_INDICATOR_NEXT_VS_ESTIMATE,
        FACT_INDICATOR_NEXT_VS_ACTUAL, FACT_INDICATOR_STATUS,
    };
    /* clang-format on */
    struct items list = target_items(maker, false);
    bool parted = month_parts_pending(maker);
    items_say_if_none(&list, FACT_INDICATOR_TEXT,
                      parted ? "Chưa có số liệu mới của chỉ tiêu nào." : "Kế hoạch không có chỉ tiêu.");
    struct view view = items_view(&list, EACH_INDICATOR, MONTH_TARGETS_VIEW, LABEL_MONTH_TARGETS, FACTS(SUPPLIED));
    view.month = maker->month.period.month;
    if (parted)
        view_note(&view, "Chỉ tiêu chưa có số liệu mới và chỉ tiêu định tính: " LABEL_MONTH_PENDING ".", maker->arena);
    note_targets(&view, maker);
    return view;
}

struct view month_pending_view(const struct month_maker *maker)
{
    static const enum fact_id SUPPLIED[] = {
        FACT_INDICATOR_NO,        FACT_INDICATOR_TEXT,      FACT_INDICATOR_UNIT,   FACT_INDICATOR_PLANNED,
        FACT_INDICATOR_LAST_YEAR, FACT_INDICATOR_NEXT_PLAN, FACT_INDICATOR_STATUS,
    };
    struct items list = target_items(maker, true);
    struct view view = items_view(&list, EACH_INDICATOR, MONTH_PENDING_VIEW, LABEL_MONTH_PENDING, FACTS(SUPPLIED));
    view.month = maker->month.period.month;
    view_note(&view,
              arena_printf(maker->arena,
                           "Không có số liệu của %s này, %s, cùng kỳ năm trước, không có số ước. Số thứ tự, mức phải đạt và các "
                           "chữ thay cho số: như ở " LABEL_MONTH_TARGETS ".",
                           period_is_span(maker->month.period) ? "kỳ" : "tháng", month_before_words(maker)),
              maker->arena);
    return view;
}
