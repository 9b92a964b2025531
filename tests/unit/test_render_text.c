#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <unistd.h>

#include "../support/sample_report.h"
#include "output/renderers.h"

struct fixture {
    struct arena arena;
    struct findings findings;
    struct render_context context;
    char path[64];
};

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){ .path = "/tmp/phuluc-text-XXXXXX" };
    fixture.findings = findings_in(&fixture.arena);
    fixture.context = (struct render_context){ .metrics = sample_metrics(),
                                               .temp_directory = "/tmp",
                                               .arena = &fixture.arena,
                                               .findings = &fixture.findings };
    int descriptor = mkstemp(fixture.path);
    *state = &fixture;
    return descriptor < 0 ? -1 : close(descriptor);
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    unlink(fixture->path);
    arena_release(&fixture->arena);
    return 0;
}

static const char *render(struct fixture *fixture, const struct report *report)
{
    enum { ENOUGH = 65536 };
    assert_true(render_text(report, fixture->path, &fixture->context));
    assert_true(fixture->findings.count == 0);
    char *text = arena_alloc(&fixture->arena, ENOUGH, 1);
    FILE *file = fopen(fixture->path, "r");
    assert_non_null(file);
    assert_true(fread(text, 1, ENOUGH - 1, file) > 0);
    fclose(file);
    return text;
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
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 3, 2);
    struct report report = one_table(table);
    table->title = "BẢNG";
    sample_text(table, 0, 0, "Nguồn")->align = ALIGN_CENTRE;
    sample_text(table, 0, 1, "Số")->align = ALIGN_CENTRE;
    sample_text(table, 1, 0, "Ngân sách tỉnh");
    sample_number(table, 1, 1, &fixture->arena, 19245, 1);
    sample_text(table, 2, 0, "Khác");
    sample_number(table, 2, 1, &fixture->arena, 0, 1);
    assert_string_equal(render(fixture, &report), "BẢNG\n"
                                                  "+----------------+---------+\n"
                                                  "|     Nguồn      |   Số    |\n"
                                                  "+----------------+---------+\n"
                                                  "| Ngân sách tỉnh | 1.924,5 |\n"
                                                  "| Khác           |       - |\n"
                                                  "+----------------+---------+\n");
}

static void long_cells_are_wrapped_at_forty_columns(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 2, 1);
    struct report report = one_table(table);
    sample_text(table, 1, 0, "một hai ba bốn năm sáu bảy tám chín mười mười một mười hai\nmười ba");
    assert_says(render(fixture, &report), "| một hai ba bốn năm sáu bảy tám chín mười |\n"
                                          "| mười một mười hai                        |\n"
                                          "| mười ba                                  |\n");
}

static void a_word_that_is_too_long_is_broken(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 2, 1);
    struct report report = one_table(table);
    sample_text(table, 1, 0, "ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế");
    assert_says(render(fixture, &report), "| ếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếếế |\n"
                                          "| ếế                                       |\n");
}

static void a_cell_over_several_columns_has_their_width(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 3, 3);
    struct report report = one_table(table);
    sample_text(table, 0, 0, "Giai đoạn 2021 - 2025")->align = ALIGN_CENTRE;
    sample_span(table, 0, 0, 1, 2);
    sample_text(table, 1, 0, "a");
    sample_text(table, 1, 1, "b");
    sample_text(table, 1, 2, "c");
    assert_says(render(fixture, &report), "| Giai đoạn 2021 - 2025 |   |\n"
                                          "+---+-------------------+---+\n"
                                          "| a | b                 | c |\n");
}

static void the_sample_report_comes_out_in_full(void **state)
{
    struct fixture *fixture = *state;
    const char *text = render(fixture, sample_report(&fixture->arena, sample_metrics()));
    assert_says(text, "Phụ lục I\nTỔNG HỢP KINH PHÍ");
    assert_says(text, "Đơn vị tính: triệu đồng\n+---");
    assert_says(text, "| STT |           Nội dung, nhiệm vụ            |    Năm 2021    |       Năm 2022        |   Tổng cộng   |");
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
    struct fixture *fixture = *state;
    const struct report *report = sample_report(&fixture->arena, sample_metrics());
    assert_string_equal(render(fixture, report), render(fixture, report));
}

static void a_full_disk_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    const struct report *report = sample_report(&fixture->arena, sample_metrics());
    assert_false(render_text(report, "/dev/full", &fixture->context));
    assert_true(fixture->findings.count == 1);
    assert_int_equal(fixture->findings.items[0].code, FINDING_WRITE_FAILED);
    assert_string_equal(fixture->findings.items[0].args[1], "No space left on device");
}

static void a_missing_folder_is_a_finding(void **state)
{
    struct fixture *fixture = *state;
    const struct report *report = sample_report(&fixture->arena, sample_metrics());
    assert_false(render_text(report, "/nonexistent/a.txt", &fixture->context));
    assert_int_equal(fixture->findings.items[0].code, FINDING_WRITE_FAILED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

/* Of 78 columns 31 are the left side's. */
static void a_cover_stands_first_with_its_sides(void **state)
{
    struct fixture *fixture = *state;
    struct report report = one_table(sample_grid(&fixture->arena, 1, 1));
    report.cover = sample_cover();
    const char *text = render(fixture, &report);
    const char *head = "           UBND TỈNH                               Độc lập\n"
                       "              ---                                  -------\n"
                       "        Số: 01/QĐ-UBND                    ngày 02 tháng 3 năm 2020\n";
    assert_true(strncmp(text, head, strlen(head)) == 0);
    assert_says(text, "\n\n\n                                  QUYẾT ĐỊNH\n");
}

static void a_signature_stands_on_the_right(void **state)
{
    struct fixture *fixture = *state;
    struct table *table = sample_grid(&fixture->arena, 1, 1);
    struct report report = one_table(table);
    table->signature = sample_signature();
    assert_says(render(fixture, &report), "\n\n                                                    KT. CHỦ TỊCH\n\n\n\n\n"
                                          "                                                    Nguyễn Văn A\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_signature_stands_on_the_right, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_cover_stands_first_with_its_sides, set_up, tear_down),
        TEST(a_grid_is_drawn_with_bars_and_rules),
        TEST(long_cells_are_wrapped_at_forty_columns),
        TEST(a_word_that_is_too_long_is_broken),
        TEST(a_cell_over_several_columns_has_their_width),
        TEST(the_sample_report_comes_out_in_full),
        TEST(two_runs_give_the_same_text),
        TEST(a_full_disk_is_a_finding),
        TEST(a_missing_folder_is_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
