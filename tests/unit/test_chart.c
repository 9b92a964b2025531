#include "../support/sample_report.h"
#include "../support/scratch.h"
#include "report/page/chart_draw.h"
#include "report/page/paginate.h"
#include "report/table_check.h"
#include "report/wrap.h"

enum { ROWS = 4 };

/* Rows "A" to "C" with planned 100, 50, 25 and paid 40, no report, -20. */
static const struct cell_ref NAMES[] = { { 1, 0 }, { 2, 0 }, { 3, 0 } };
static const struct cell_ref PLANNED[] = { { 1, 1 }, { 2, 1 }, { 3, 1 } };
static const struct cell_ref PAID[] = { { 1, 2 }, { 2, 2 }, { 3, 2 } };
static const struct chart_series SERIES[] = { { "Kế hoạch", PLANNED }, { "Giải ngân", PAID } };
static const struct chart CHART = { .kind = CHART_CLUSTERED,
                                    .title = "Kinh phí",
                                    .unit = "triệu đồng",
                                    .categories = NAMES,
                                    .category_count = 3,
                                    .series = SERIES,
                                    .series_count = 2 };

/* The rows held against 50, in an order and with words of their own: 40 is short of it, nothing is known of the second. */
static const char *const SHORT[] = { "1. Ngắn", "2. Không rõ", "3. Dài" };
static const char *const WORDS[] = { "không đạt, 40 %", "không đạt, bằng ngưỡng", "đạt, 25 %" };
static const struct chart_series ONE[] = { { "Mức đạt", PAID } };
static const struct chart HELD = { .kind = CHART_BULLET,
                                   .title = "3 chỉ tiêu: 1 đạt",
                                   .unit = "%",
                                   .categories = NAMES,
                                   .category_count = 3,
                                   .series = ONE,
                                   .series_count = 1,
                                   .names = SHORT,
                                   .ends = WORDS,
                                   .line = { 50, "mục tiêu = 50 %" } };

static struct table *sample(void)
{
    static const int64_t AMOUNTS[][2] = { { 100, 40 }, { 50, 0 }, { 25, -20 } };
    static const char *const LETTERS[] = { "A", "B", "C" };
    struct table *table = sample_grid(&arena, ROWS, 3);
    for (size_t r = 0; r < 3; r++) {
        sample_text(table, r + 1, 0, LETTERS[r]);
        sample_number(table, r + 1, 1, &arena, AMOUNTS[r][0], 0);
        sample_number(table, r + 1, 2, &arena, AMOUNTS[r][1], 0);
    }
    *table_cell(table, 2, 2) = (struct cell){ .columns = 1, .rows = 1 };
    sample_text(table, 2, 2, "chưa có số liệu");
    return table;
}

static struct drawing draw(const struct chart *chart, const struct table *table, size_t first, mpt room)
{
    return chart_draw(chart, table, first, 400000, room, sample_metrics(), &arena);
}

static const struct mark *find_text(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->mark_count; i++)
        if (page->marks[i].kind == MARK_TEXT && page->marks[i].length == strlen(text) &&
            memcmp(page->marks[i].text, text, page->marks[i].length) == 0)
            return &page->marks[i];
    return NULL;
}

/* The bar beside a text: the fill of that shade whose height the text's base line lies in. */
static const struct mark *bar_of(const struct page *page, const char *text, unsigned white)
{
    const struct mark *label = find_text(page, text);
    for (size_t i = 0; label && i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind == MARK_FILL && mark->white == white && mark->y < label->y &&
            mark->y + mark->height > label->y - 2000)
            return mark;
    }
    return NULL;
}

static void the_axis_holds_every_value_in_round_steps(void **state)
{
    (void)state;
    struct chart_scale scale = chart_scale_of(&CHART, sample());
    assert_whole(scale.low, -20); /* -20 .. 100 in six steps of 20 */
    assert_whole(scale.high, 100);
    assert_whole(scale.step, 20);
}

static void decimals_count_in_the_smallest_unit(void **state)
{
    (void)state;
    struct table *table = sample();
    sample_number(table, 1, 1, &arena, 19245, 1); /* 1.924,5 */
    struct chart_scale scale = chart_scale_of(&CHART, table);
    assert_whole(scale.decimals, 1);
    assert_whole(scale.step, 5000);
    assert_whole(scale.high, 20000);
}

static void bars_are_as_long_as_their_values(void **state)
{
    (void)state;
    struct drawing drawing = draw(&CHART, sample(), 0, 700000);
    const struct mark *most = bar_of(&drawing.page, "100", 35), *half = bar_of(&drawing.page, "50", 35);
    const struct mark *quarter = bar_of(&drawing.page, "25", 35);
    assert_non_null(most);
    assert_in_range(half->width, most->width / 2 - 1, most->width / 2 + 1);
    assert_in_range(quarter->width, most->width / 4 - 1, most->width / 4 + 1);
    assert_whole(half->x, most->x);
}

static void negative_bars_go_left_of_the_axis(void **state)
{
    (void)state;
    struct drawing drawing = draw(&CHART, sample(), 0, 700000);
    const struct mark *planned = bar_of(&drawing.page, "25", 35), *paid = bar_of(&drawing.page, "-20", 100);
    assert_non_null(paid);
    assert_whole(paid->x + paid->width, planned->x);
    assert_in_range(paid->width, planned->width * 20 / 25 - 2, planned->width * 20 / 25 + 2);
}

static void what_is_not_reported_has_words_and_no_bar(void **state)
{
    (void)state;
    struct drawing drawing = draw(&CHART, sample(), 0, 700000);
    assert_non_null(find_text(&drawing.page, "chưa có số liệu"));
    assert_null(bar_of(&drawing.page, "chưa có số liệu", 100));
}

static void goes_on_where_the_room_ends(void **state)
{
    (void)state;
    struct table *table = sample();
    struct drawing whole = draw(&CHART, table, 0, 700000), part = draw(&CHART, table, 0, whole.page.height - 12000);
    assert_true(whole.next == 3 && part.next == 2);
    struct drawing rest = draw(&CHART, table, part.next, 700000);
    assert_true(rest.next == 3);
    assert_non_null(find_text(&rest.page, "Kinh phí (triệu đồng) (tiếp theo)"));
    assert_non_null(find_text(&rest.page, "C"));
    assert_null(find_text(&rest.page, "A"));
    assert_true(draw(&CHART, table, 0, 1).next == 1); /* at least one, whatever the room */
}

static void stands_closer_rather_than_go_on_for_a_little(void **state)
{
    (void)state;
    struct table *table = sample();
    mpt roomy = draw(&CHART, table, 0, 700000).page.height;
    struct drawing closer = draw(&CHART, table, 0, roomy - 1);
    assert_true(closer.next == 3 && closer.page.height < roomy);
}

/* The one black fill that is as high as the plot. */
static const struct mark *line_of(const struct page *page)
{
    const struct mark *found = NULL;
    for (size_t i = 0; i < page->mark_count; i++)
        if (page->marks[i].kind == MARK_FILL && page->marks[i].white == 0 &&
            (!found || page->marks[i].height > found->height))
            found = &page->marks[i];
    return found;
}

static void a_line_stands_where_the_target_is(void **state)
{
    (void)state;
    struct table *table = sample();
    struct drawing drawing = draw(&HELD, table, 0, 700000);
    const struct mark *line = line_of(&drawing.page), *bar = bar_of(&drawing.page, "1. Ngắn", 30);
    assert_non_null(line);
    assert_non_null(bar);
    mpt at = line->x + line->width / 2; /* 40 of 50 */
    assert_in_range((at - bar->x) * 4, bar->width * 5 - 20, bar->width * 5 + 20);
    assert_non_null(find_text(&drawing.page, "mục tiêu = 50 %"));
    assert_whole(chart_scale_of(&HELD, table).high, 60); /* -20 .. 60: no further than the line asks for */
}

static void short_names_and_verdicts_stand_clear_of_the_line(void **state)
{
    (void)state;
    struct drawing drawing = draw(&HELD, sample(), 0, 700000);
    const struct mark *line = line_of(&drawing.page);
    for (size_t i = 0; i < 3; i++) {
        assert_non_null(find_text(&drawing.page, SHORT[i]));
        const struct mark *words = find_text(&drawing.page, WORDS[i]);
        assert_non_null(words);
        assert_true(words->x >= line->x + line->width);
        assert_true(words->x + words->width <= drawing.page.width);
    }
    assert_null(bar_of(&drawing.page, "2. Không rõ", 30));
}

static void only_a_chart_of_targets_has_a_line(void **state)
{
    (void)state;
    struct table *table = sample();
    struct chart chart = CHART;
    assert_null(chart_fault(&HELD, table));
    chart.line = HELD.line;
    assert_non_null(chart_fault(&chart, table));
}

static void everything_stays_inside(void **state)
{
    (void)state;
    struct table *table = sample();
    sample_text(table, 1, 0, "Ngân sách trung ương từ Chương trình phát triển thương mại điện tử quốc gia giai đoạn");
    struct drawing drawing = draw(&CHART, table, 0, 700000);
    for (size_t i = 0; i < drawing.page.mark_count; i++) {
        const struct mark *mark = &drawing.page.marks[i];
        assert_true(mark->x >= 0 && mark->x + mark->width <= drawing.page.width);
        assert_true(mark->y >= 0 && mark->y + mark->height <= drawing.page.height);
    }
}

static void refuses_what_is_not_in_the_table(void **state)
{
    (void)state;
    static const struct cell_ref OUTSIDE[] = { { 1, 1 }, { 2, 1 }, { ROWS, 1 } }, HEAD[] = { { 0, 0 }, { 1, 0 }, { 2, 0 } };
    static const struct chart_series WRONG[] = { { "Kế hoạch", OUTSIDE } };
    struct table *table = sample();
    struct chart chart = CHART;
    assert_null(chart_fault(&chart, table));
    chart.series = WRONG;
    chart.series_count = 1;
    assert_non_null(chart_fault(&chart, table));
    chart = CHART;
    chart.categories = HEAD;
    assert_non_null(chart_fault(&chart, table));
}

static void a_table_with_a_faulty_chart_is_refused(void **state)
{
    (void)state;
    findings = findings_in(&arena);
    struct table *table = sample();
    struct chart chart = CHART;
    table->charts = &chart;
    table->chart_count = 1;
    assert_true(table_check(table, &findings));
    chart.title = NULL;
    assert_false(table_check(table, &findings));
    assert_true(findings.count == 1 && findings.items[0].code == FINDING_TABLE_BROKEN);
}

static void stands_under_its_table_in_the_pages(void **state)
{
    (void)state;
    findings = findings_in(&arena);
    struct table *table = sample();
    table->charts = &CHART;
    table->chart_count = 1;
    table_measure(table, sample_metrics(), &arena);
    struct report report = { .id = "r", .tables = table, .table_count = 1 };
    struct pages pages;
    assert_true(paginate(&pages, &report, sample_metrics(), &arena, &findings));
    assert_true(pages.count == 1);
    const struct mark *title = find_text(&pages.items[0], "Kinh phí (triệu đồng)");
    assert_non_null(title);
    assert_true(title->y > find_text(&pages.items[0], "C")->y);
    assert_true(title->x >= MARGIN_LEFT);
}

/* With the room that it asks for at least, a chart of any kind is drawn whole; with a point less it is not. */
static void the_least_height_is_enough_for_all_of_it(void **state)
{
    (void)state;
    struct table *table = sample();
    struct chart standing = CHART;
    standing.kind = CHART_COLUMNS;
    const struct chart *charts[] = { &CHART, &HELD, &standing };
    for (size_t i = 0; i < sizeof charts / sizeof *charts; i++) {
        mpt least = chart_least_height(charts[i], table, 400000, sample_metrics(), &arena);
        struct drawing drawing = draw(charts[i], table, 0, least);
        assert_true(drawing.next == 3 && drawing.page.height <= least);
    }
    mpt least = chart_least_height(&standing, table, 400000, sample_metrics(), &arena);
    assert_true(draw(&standing, table, 0, 700000).page.height > least);
}

/* However many rows the table has, rows of it or lines of its notes stand on the page of its chart. */
static void a_chart_never_has_a_page_to_itself(void **state)
{
    (void)state;
    enum { LEAST_ROWS = 4, MOST_ROWS = 120 };
    static const char *NOTES[] = { "Một ghi chú.", "Hai ghi chú.", "Ba ghi chú." };
    struct chart standing = CHART;
    standing.kind = CHART_COLUMNS;
    for (size_t rows = LEAST_ROWS; rows < MOST_ROWS; rows++) {
        findings = findings_in(&arena);
        struct table *table = sample_grid(&arena, rows, 3), *small = sample();
        for (size_t r = 1; r < rows; r++)
            for (size_t c = 0; c < 3; c++)
                *table_cell(table, r, c) = *table_cell(small, r < ROWS ? r : ROWS - 1, c);
        table->charts = rows % 2 ? &CHART : &standing;
        table->chart_count = 1;
        table->notes = NOTES;
        table->note_count = rows % 4;
        table_measure(table, sample_metrics(), &arena);
        struct report report = { .id = "r", .tables = table, .table_count = 1 };
        struct pages pages;
        assert_true(paginate(&pages, &report, sample_metrics(), &arena, &findings));
        const struct page *last = &pages.items[pages.count - 1];
        assert_non_null(find_text(last, "Kinh phí (triệu đồng)"));
        const struct mark *above = rows % 4 ? find_text(last, NOTES[rows % 4 - 1]) : NULL;
        bool row = false;
        for (size_t i = 0; i < last->mark_count; i++)
            row = row || (last->marks[i].kind == MARK_TEXT && last->marks[i].cell >= 3 && last->marks[i].part == 1);
        assert_true(above || row);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_axis_holds_every_value_in_round_steps, tear_down),
        cmocka_unit_test_teardown(decimals_count_in_the_smallest_unit, tear_down),
        cmocka_unit_test_teardown(bars_are_as_long_as_their_values, tear_down),
        cmocka_unit_test_teardown(negative_bars_go_left_of_the_axis, tear_down),
        cmocka_unit_test_teardown(what_is_not_reported_has_words_and_no_bar, tear_down),
        cmocka_unit_test_teardown(goes_on_where_the_room_ends, tear_down),
        cmocka_unit_test_teardown(stands_closer_rather_than_go_on_for_a_little, tear_down),
        cmocka_unit_test_teardown(a_line_stands_where_the_target_is, tear_down),
        cmocka_unit_test_teardown(short_names_and_verdicts_stand_clear_of_the_line, tear_down),
        cmocka_unit_test_teardown(only_a_chart_of_targets_has_a_line, tear_down),
        cmocka_unit_test_teardown(everything_stays_inside, tear_down),
        cmocka_unit_test_teardown(refuses_what_is_not_in_the_table, tear_down),
        cmocka_unit_test_teardown(a_table_with_a_faulty_chart_is_refused, tear_down),
        cmocka_unit_test_teardown(stands_under_its_table_in_the_pages, tear_down),
        cmocka_unit_test_teardown(the_least_height_is_enough_for_all_of_it, tear_down),
        cmocka_unit_test_teardown(a_chart_never_has_a_page_to_itself, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
