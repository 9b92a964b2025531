#include <errno.h>

#include "../support/rendering.h"
#include "../support/sample_report.h"
#include "render/renderers.h"
#include "render/text/render_text.h"

static const char *render(struct rendering *rendering, const struct report *report)
{
    assert_true(render_text(report, rendering->path, &rendering->context));
    return rendering_text(rendering);
}

static struct report one_table(struct table *table)
{
    return (struct report){ .id = "a", .tables = table, .table_count = 1 };
}

static void assert_says(const char *text, const char *part)
{
    if (!strstr(text, part))
        fail_msg("not found: %s\nin:\n%s", part, text);
}

static void a_grid_is_drawn_with_bars_and_rules(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 3, 2);
    struct report report = one_table(table);
    table->title = "BẢNG";
    sample_text(table, 0, 0, "Nguồn")->align = ALIGN_CENTRE;
    sample_text(table, 0, 1, "Số")->align = ALIGN_CENTRE;
    sample_text(table, 1, 0, "Ngân sách tỉnh");
    sample_number(table, 1, 1, &rendering->arena, 19245, 1);
    sample_text(table, 2, 0, "Khác");
    sample_number(table, 2, 1, &rendering->arena, 0, 1);
    assert_string_equal(render(rendering, &report), "BẢNG\n"
                                                  "+----------------+---------+\n"
                                                  "|     Nguồn      |   Số    |\n"
                                                  "+----------------+---------+\n"
                                                  "| Ngân sách tỉnh | 1.924,5 |\n"
                                                  "| Khác           |     -   |\n"
                                                  "+----------------+---------+\n");
}

static void long_cells_are_wrapped_at_forty_columns(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 1);
    struct report report = one_table(table);
    sample_text(table, 1, 0, "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai\nmười ba");
    assert_says(render(rendering, &report), "| một hai ba bốn năm sáu bảy tám chín mười |\n"
                                          "| mười một mười hai                        |\n"
                                          "| mười ba                                  |\n");
}

static void a_word_that_is_too_long_is_broken(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, 1);
    struct report report = one_table(table);
    sample_text(table, 1, 0, "ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế");
    assert_says(render(rendering, &report), "| ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế |\n"
                                          "| ếế                                       |\n");
}

static void a_cell_over_several_columns_has_their_width(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 3, 3);
    struct report report = one_table(table);
    sample_text(table, 0, 0, "Giai đoạn 2021 - 2025")->align = ALIGN_CENTRE;
    sample_span(table, 0, 0, 1, 2);
    sample_text(table, 1, 0, "a");
    sample_text(table, 1, 1, "b");
    sample_text(table, 1, 2, "c");
    assert_says(render(rendering, &report), "| Giai đoạn 2021 - 2025 |   |\n"
                                          "+---+-------------------+---+\n"
                                          "| a | b                 | c |\n");
}

/* 8, 92,05 and 1.100,5 in one column. */
static void numbers_stand_comma_under_comma(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 4, 1);
    struct report report = one_table(table);
    sample_text(table, 0, 0, "Số");
    sample_number(table, 1, 0, &rendering->arena, 8, 0);
    sample_number(table, 2, 0, &rendering->arena, 9205, 2);
    sample_number(table, 3, 0, &rendering->arena, 11005, 1);
    assert_says(render(rendering, &report), "|     8    |\n"
                                            "|    92,05 |\n"
                                            "| 1.100,5  |\n");
}

/* Twelve columns of figures under heads of 30 letters, and one of names. */
static void heads_of_a_wide_table_give_way_before_its_names(void **state)
{
    enum { COLUMNS = 13, WIDEST = 160 };
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 2, COLUMNS);
    struct report report = one_table(table);
    sample_text(table, 0, 0, "Nội dung");
    sample_text(table, 1, 0, "Xây dựng sàn thương mại điện tử của tỉnh");
    for (size_t column = 1; column < COLUMNS; column++) {
        sample_text(table, 0, column, "Kinh phí năm trước chuyển sang");
        sample_number(table, 1, column, &rendering->arena, 1000, 0);
    }
    const char *text = render(rendering, &report);
    assert_says(text, "| Xây dựng sàn thương mại điện tử của tỉnh | ");
    assert_says(text, "| chuyển |");
    for (const char *line = text; *line; line += strcspn(line, "\n") + 1)
        assert_true(text_display_width(line, strcspn(line, "\n")) <= WIDEST);
}

static void the_sample_report_comes_out_in_full(void **state)
{
    struct rendering *rendering = *state;
    const char *text = render(rendering, sample_report(&rendering->arena, sample_metrics()));
    assert_says(text, "Phụ lục I\nTỔNG HỢP KINH PHÍ");
    assert_says(text, "Đơn vị tính: triệu đồng\n+---");
    assert_says(text, "| STT |           Nội dung, nhiệm vụ            |    Năm 2021    |        Năm 2022         |     Tổng cộng     |");
    assert_says(text, "|     | Kinh phí chung cả hai nguồn             |        1.234,5 |");
    assert_says(text, "     1.717 (*) |\n+---");
    assert_says(text, "\n[…] Số bị mất trong bản quét");
    assert_says(text, "\n[5:3] Ô bị mất trong bản quét.\n");
    assert_says(text, "========\n\nCHỈ TIÊU ĐẾN NĂM 2025\n");
    assert_says(text, "\n1 & 2: mã kiểm tra 0a1b2c3d\n");
    assert_null(strchr(text, '\f'));
    assert_null(strstr(text, " \n"));
}

static void two_runs_give_the_same_text(void **state)
{
    struct rendering *rendering = *state;
    const struct report *report = sample_report(&rendering->arena, sample_metrics());
    assert_string_equal(render(rendering, report), render(rendering, report));
}

static void a_full_disk_is_a_finding(void **state)
{
    struct rendering *rendering = *state;
    const struct report *report = sample_report(&rendering->arena, sample_metrics());
    assert_false(render_text(report, "/dev/full", &rendering->context));
    assert_true(rendering->findings.count == 1);
    assert_int_equal(rendering->findings.items[0].code, FINDING_WRITE_FAILED);
    assert_whole(rendering->findings.items[0].error, ENOSPC);
}

static void a_missing_folder_is_a_finding(void **state)
{
    struct rendering *rendering = *state;
    const struct report *report = sample_report(&rendering->arena, sample_metrics());
    assert_false(render_text(report, "/nonexistent/a.txt", &rendering->context));
    assert_int_equal(rendering->findings.items[0].code, FINDING_WRITE_FAILED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, rendering_open, rendering_close)

/* Of 78 columns 31 are the left side's. */
static void a_cover_stands_first_with_its_sides(void **state)
{
    struct rendering *rendering = *state;
    struct report report = one_table(sample_grid(&rendering->arena, 1, 1));
    report.cover = sample_cover();
    const char *text = render(rendering, &report);
    const char *head = "           UBND TỈNH                               Độc lập\n"
                       "              ---                                  -------\n"
                       "        Số: 01/QĐ-UBND                    ngày 02 tháng 3 năm 2020\n";
    assert_true(strncmp(text, head, strlen(head)) == 0);
    assert_says(text, "\n\n\n                                  QUYẾT ĐỊNH\n");
}

static void a_signature_stands_on_the_right(void **state)
{
    struct rendering *rendering = *state;
    struct table *table = sample_grid(&rendering->arena, 1, 1);
    struct report report = one_table(table);
    table->signature = sample_signature();
    assert_says(render(rendering, &report), "\n\n                                                    KT. CHỦ TỊCH\n\n\n\n\n"
                                          "                                                    Nguyễn Văn A\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_signature_stands_on_the_right, rendering_open, rendering_close),
        cmocka_unit_test_setup_teardown(a_cover_stands_first_with_its_sides, rendering_open, rendering_close),
        TEST(a_grid_is_drawn_with_bars_and_rules),
        TEST(long_cells_are_wrapped_at_forty_columns),
        TEST(a_word_that_is_too_long_is_broken),
        TEST(a_cell_over_several_columns_has_their_width),
        TEST(numbers_stand_comma_under_comma),
        TEST(heads_of_a_wide_table_give_way_before_its_names),
        TEST(the_sample_report_comes_out_in_full),
        TEST(two_runs_give_the_same_text),
        TEST(a_full_disk_is_a_finding),
        TEST(a_missing_folder_is_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
