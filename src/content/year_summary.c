#include "content/year_summary.h"

#include "base/text.h"
#include "content/assessment_view.h"
#include "content/page_one.h"
#include "content/report_words.h"
#include "content/target_counts.h"
#include "content/words.h"
#include "content/year_missing.h"
#include "content/year_worst.h"

static const struct page_see SEE_TOTAL = { LABEL_MONEY ", dòng Tổng cộng", YEAR_MONEY, YEAR_MONEY_TOTAL };
static const struct page_see SEE_MONEY = { LABEL_MONEY, YEAR_MONEY, NULL };
static const struct page_see SEE_PERIOD = { LABEL_YEARS ", dòng cuối", YEAR_YEARS, YEAR_YEARS_TOTAL };
static const struct page_see SEE_TARGETS = { LABEL_GAPS, YEAR_TARGETS, NULL };

static const struct view *table_of(const struct view *tables, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (text_equal(tables[i].id, id))
            return &tables[i];
    return NULL;
}

static const char *million(const struct year_maker *maker, int64_t dong)
{
    return dong_words(maker->arena, dong, UNIT_MILLION);
}

/* ---- money ---- */

/* The rate of the year before, for comparison: "năm 2024: 96,17 %"; NULL if there is none. */
static const char *last_rate(const struct year_maker *maker)
{
    int year = maker->year - 1;
    if (year < maker->plan->first_year)
        return NULL;
    struct spending before = spending_at(&maker->disbursement, NULL, NULL, year);
    const char *rate = percent_words(maker->arena, before.rate);
    return rate ? arena_printf(maker->arena, "năm %d: %s", year, rate) : NULL;
}

/* What was disbursed and what may be used, which are both known. */
static const char *rate_words(const struct year_maker *maker)
{
    const struct spent *reported = maker->money.spending.reported;
    const struct spent *carried_in = &reported[PHASE_CARRIED_IN], *allocated = &reported[PHASE_ALLOCATED];
    bool parted = is_whole(carried_in) && is_whole(allocated);
    struct value before = value_money(carried_in->dong), now = value_money(allocated->dong);
    struct page_spent of = { .spent = million(maker, reported[PHASE_DISBURSED].dong),
                             .available = million(maker, maker->money.available.dong),
                             .rate = percent_words(maker->arena, maker->money.spending.rate),
                             .carried_in = parted ? &before : NULL,
                             .allocated = parted ? &now : NULL };
    of.before = of.rate ? last_rate(maker) : NULL;
    return spent_words(&of, maker->arena);
}

static const char *disbursed_words(const struct year_maker *maker)
{
    const struct spent *disbursed = &maker->money.spending.reported[PHASE_DISBURSED];
    if (!disbursed->known)
        return maker->money.nothing_due ? "không có kinh phí" : NOT_REPORTED;
    if (disbursed->incomplete)
        return arena_printf(maker->arena, "mới báo cáo %s triệu đồng, chưa đủ", million(maker, disbursed->dong));
    if (!is_whole(&maker->money.available))
        return arena_printf(maker->arena, "%s triệu đồng; chưa tính được tỷ lệ vì kinh phí được sử dụng chưa báo cáo đủ",
                            million(maker, disbursed->dong));
    return rate_words(maker);
}

/* What the plan has for it, and how much of that was disbursed. */
static const char *plan_words(const struct year_maker *maker, const struct spending *spending, const char *name)
{
    const char *share = percent_words(maker->arena, spending->of_plan);
    if (spending_has(spending, SPENDING_NO_AMOUNTS))
        return "; kế hoạch không nêu số tiền";
    if (spending_has(spending, SPENDING_PERIOD_ONLY))
        return "; kế hoạch không chia theo năm";
    if (!is_whole(&spending->planned))
        return "";
    struct value planned = planned_value(spending, maker->arena); /* with the word before it: "khoảng 1.200" */
    return of_plan_words(name, value_words(&planned, maker->arena), share, maker->arena);
}

static void add_year(struct items *list, size_t *no, const struct year_maker *maker)
{
    const struct spending *spending = &maker->money.spending;
    page_line(list, ++*no,
              arena_printf(maker->arena, "Giải ngân năm %d: %s%s%s", maker->year, disbursed_words(maker),
                           plan_words(maker, spending, "kế hoạch năm"),
                           spending_has(spending, SPENDING_PROVISIONAL) ? "; có số ước tính" : ""),
              SEE_TOTAL);
}

/* In the last year of a plan of several years: what became of the plan as a whole. */
static void add_period(struct items *list, size_t *no, const struct year_maker *maker)
{
    const struct plan *plan = maker->plan;
    if (maker->year != plan->last_year || plan->first_year == plan->last_year)
        return;
    const struct spending *period = &maker->period.spending;
    const struct spent *disbursed = &period->reported[PHASE_DISBURSED];
    const char *span = arena_printf(maker->arena, "Cả giai đoạn %d-%d", plan->first_year, plan->last_year);
    const char *share = percent_words(maker->arena, period->of_plan), *words;
    struct value planned = planned_value(period, maker->arena);
    if (!disbursed->known)
        words = arena_printf(maker->arena, "%s: chưa có số liệu giải ngân đủ các năm%s", span,
                             plan_words(maker, period, "kế hoạch"));
    else if (is_whole(disbursed) && is_whole(&period->planned))
        words = arena_printf(maker->arena, "%s: giải ngân %s/%s triệu đồng kế hoạch%s%s", span,
                             million(maker, disbursed->dong), value_words(&planned, maker->arena), share ? ", " : "",
                             share ? share : "");
    else
        words = arena_printf(maker->arena, "%s: giải ngân %s triệu đồng%s%s", span, million(maker, disbursed->dong),
                             disbursed->incomplete ? ", chưa đủ số liệu các năm" : "",
                             plan_words(maker, period, "kế hoạch"));
    page_line(list, ++*no, words, SEE_PERIOD);
}

static void add_excess(struct text *out, const struct year_maker *maker, const char *name, const struct year_money *money)
{
    if (spending_has(&money->spending, SPENDING_BEYOND_AVAILABLE))
        text_addf(out, "%s%s %s/%s triệu đồng", out->length ? "; " : "", name,
                  million(maker, money->spending.reported[PHASE_DISBURSED].dong), million(maker, money->available.dong));
}

/* More disbursed than there was, of all sources, of one, or of a row: nobody should sign that unseen. */
static void add_warning(struct items *list, size_t *no, const struct year_maker *maker)
{
    const struct disbursement *of = &maker->disbursement;
    struct text out = text_in(maker->arena);
    size_t rows = 0;
    add_excess(&out, maker, "tổng cộng", &maker->money);
    for (size_t i = 0; i < of->source_count; i++) {
        struct year_money money = year_money_of(of, NULL, of->sources[i].id, maker->year, maker->arena);
        add_excess(&out, maker, of->sources[i].name, &money);
    }
    for (size_t i = 0; i < of->row_count; i++) {
        struct spending spending = spending_at(of, of->rows[i].id, NULL, maker->year);
        rows += spending_has(&spending, SPENDING_BEYOND_AVAILABLE);
    }
    if (rows)
        text_addf(&out, "%s%zu nhóm, hoạt động ở " LABEL_WORKS, out.length ? "; " : "", rows);
    if (out.length)
        page_line(list, ++*no,
                  arena_printf(maker->arena, "Cảnh báo: giải ngân vượt kinh phí được sử dụng (%s). Kiểm tra lại số liệu",
                               text_str(&out)),
                  SEE_MONEY);
}

/* ---- targets ---- */

static bool has_no_baseline(const struct gaps *gaps)
{
    for (size_t i = 0; i < gaps->count; i++)
        if (target_class_of(&gaps->items[i]) == TARGET_UNJUDGED && gap_has(&gaps->items[i], GAP_NO_BASELINE))
            return true;
    return false;
}

static void add_targets(struct items *list, size_t *no, const struct year_maker *maker)
{
    struct target_counts counts = { 0 };
    target_counts_add(&counts, &maker->gaps);
    const char *remedy = has_no_baseline(&maker->gaps)
                             ? ". Để đánh giá được các chỉ tiêu còn lại: nhập kết quả năm trước hoặc mức đầu kỳ"
                             : "";
    const char *words = counts.all ? target_counts_words(counts, maker->arena) : "Kế hoạch không nêu chỉ tiêu";
    const char *others =
        maker->gaps.other_count
            ? arena_printf(maker->arena, ". Ngoài kế hoạch có %zu chỉ tiêu khác được báo cáo", maker->gaps.other_count)
            : "";
    int years[2] = { 0 };
    for (size_t i = 0; i < maker->gaps.count; i++)
        target_years_add(years, target_class_of(&maker->gaps.items[i]), maker->gaps.items[i].target_year);
    page_line(list, ++*no,
              arena_printf(maker->arena, "%s%s%s%s", words, target_years_words(years, maker->arena), others, remedy),
              SEE_TARGETS);
}

struct view year_summary_view(const struct year_maker *maker, const struct view *tables, size_t count)
{
    struct items list = { .arena = maker->arena };
    size_t no = 0;
    page_heading(&list, "Kết quả chính");
    add_year(&list, &no, maker);
    add_period(&list, &no, maker);
    add_warning(&list, &no, maker);
    add_targets(&list, &no, maker);
    year_add_worst(&list, maker, table_of(tables, count, YEAR_TARGETS));
    year_add_missing(&list, maker, tables, count);
    assessment_add_proposals(&list, &(struct assessed){ NULL, &maker->list }, 1, (struct period){ .year = maker->year });
    return page_view(&list, "year-summary");
}
