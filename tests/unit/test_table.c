#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../support/sample_report.h"
#include "base/text.h"
#include "report/table_check.h"

struct fixture {
    struct arena arena;
    struct findings findings;
    struct table *table; /* 4 rows of 3 columns, sound */
};

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){ 0 };
    fixture.findings = findings_in(&fixture.arena);
    fixture.table = sample_grid(&fixture.arena, 4, 3);
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_release(&fixture->arena);
    return 0;
}

static void assert_sound(struct fixture *fixture)
{
    assert_true(table_check(fixture->table, &fixture->findings));
    assert_true(fixture->findings.count == 0);
}

static void assert_broken(struct fixture *fixture, const char *part)
{
    assert_false(table_check(fixture->table, &fixture->findings));
    assert_true(fixture->findings.count > 0);
    bool said = false;
    for (size_t i = 0; i < fixture->findings.count; i++) {
        assert_int_equal(fixture->findings.items[i].code, FINDING_TABLE_BROKEN);
        assert_string_equal(fixture->findings.items[i].args[0], fixture->table->id ? fixture->table->id : "?");
        said = said || strstr(fixture->findings.items[i].args[1], part);
    }
    if (!said)
        print_error("no finding says: %s\n", part);
    assert_true(said);
}

static void numbers(struct fixture *fixture)
{
    sample_number(fixture->table, 1, 1, &fixture->arena, 100, 0);
    sample_number(fixture->table, 2, 1, &fixture->arena, 255, 1);
    sample_number(fixture->table, 3, 1, &fixture->arena, 1255, 1);
}

static void the_sample_report_is_sound(void **state)
{
    struct fixture *fixture = *state;
    struct report *report = sample_report(&fixture->arena, sample_metrics());
    for (size_t i = 0; i < report->table_count; i++) {
        fixture->table = &report->tables[i];
        assert_sound(fixture);
    }
}

static void an_empty_grid_and_one_without_rows_are_sound(void **state)
{
    struct fixture *fixture = *state;
    assert_sound(fixture);
    fixture->table->row_count = 0;
    fixture->table->head_rows = 0;
    assert_sound(fixture);
}

static void widths_add_up_over_a_span(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->columns[1].width = 30000;
    assert_true(table_span_width(fixture->table, 0, 1) == 50000);
    assert_true(table_span_width(fixture->table, 1, 2) == 80000);
    assert_in_range((uintmax_t)table_page_width(fixture->table), 453540, 453550); /* 160 mm */
    fixture->table->landscape = true;
    assert_in_range((uintmax_t)table_page_width(fixture->table), 700155, 700165); /* 247 mm */
}

static void a_table_without_columns_or_type_size_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->column_count = 0;
    assert_broken(fixture, "thiếu");
    fixture->table->column_count = 3;
    fixture->table->font_size = 0;
    assert_broken(fixture, "thiếu");
}

static void a_table_without_id_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->id = NULL;
    assert_broken(fixture, "thiếu");
}

static void a_column_without_width_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->columns[2].width = 0;
    assert_broken(fixture, "cột 3 không có độ rộng");
}

static void more_head_rows_than_rows_are_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->head_rows = 5;
    assert_broken(fixture, "số hàng đầu bảng");
}

static void more_key_columns_than_columns_are_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->key_columns = 4;
    assert_broken(fixture, "số cột lặp lại");
}

static void a_head_row_below_the_head_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->rows[2].role = ROLE_HEAD;
    assert_broken(fixture, "hàng 3: hàng đầu bảng");
}

static void a_body_row_in_the_head_is_refused(void **state)
{
    struct fixture *fixture = *state;
    fixture->table->rows[0].role = ROLE_BODY;
    assert_broken(fixture, "hàng 1: hàng đầu bảng");
}

static void a_span_beyond_the_right_edge_is_refused(void **state)
{
    struct fixture *fixture = *state;
    table_cell(fixture->table, 1, 2)->columns = 2;
    assert_broken(fixture, "hàng 2, cột 3: ô gộp vượt");
}

static void a_span_beyond_the_last_row_is_refused(void **state)
{
    struct fixture *fixture = *state;
    table_cell(fixture->table, 3, 0)->rows = 2;
    assert_broken(fixture, "hàng 4, cột 1: ô gộp vượt");
}

static void a_span_of_nothing_is_refused(void **state)
{
    struct fixture *fixture = *state;
    table_cell(fixture->table, 3, 0)->rows = 0;
    assert_broken(fixture, "ô gộp vượt");
}

static void a_span_out_of_the_head_is_refused(void **state)
{
    struct fixture *fixture = *state;
    sample_span(fixture->table, 0, 0, 2, 1);
    assert_broken(fixture, "hàng 1, cột 1: ô gộp vượt");
}

static void overlapping_spans_are_refused(void **state)
{
    struct fixture *fixture = *state;
    sample_span(fixture->table, 1, 0, 1, 2);
    sample_span(fixture->table, 1, 1, 2, 1);
    table_cell(fixture->table, 1, 1)->covered = false;
    assert_broken(fixture, "chồng lên nhau");
}

static void two_spans_over_one_covered_cell_are_refused(void **state)
{
    struct fixture *fixture = *state;
    sample_span(fixture->table, 1, 1, 2, 1);
    sample_span(fixture->table, 2, 0, 1, 2);
    assert_broken(fixture, "hàng 3, cột 2: các ô gộp chồng");
}

static void a_cell_under_a_span_that_is_not_covered_is_refused(void **state)
{
    struct fixture *fixture = *state;
    table_cell(fixture->table, 1, 0)->columns = 2;
    assert_broken(fixture, "hàng 2, cột 2: các ô gộp chồng");
}

static void a_covered_cell_without_a_span_is_refused(void **state)
{
    struct fixture *fixture = *state;
    table_cell(fixture->table, 2, 2)->covered = true;
    assert_broken(fixture, "hàng 3, cột 3: ô ghi là bị che");
}

static void a_covered_cell_with_content_is_refused(void **state)
{
    struct fixture *fixture = *state;
    sample_span(fixture->table, 1, 0, 1, 2);
    sample_text(fixture->table, 1, 1, "mất");
    assert_broken(fixture, "hàng 2, cột 2: ô bị ô gộp che");
}

static void kind_and_text_must_agree(void **state)
{
    struct fixture *fixture = *state;
    table_cell(fixture->table, 1, 0)->text = "chữ trong ô trống";
    assert_broken(fixture, "hàng 2, cột 1: loại ô");
    table_cell(fixture->table, 1, 0)->text = NULL;
    table_cell(fixture->table, 1, 1)->kind = CELL_NUMBER;
    assert_broken(fixture, "hàng 2, cột 2: loại ô");
}

static void text_that_is_not_final_is_refused(void **state)
{
    static const char *const TEXTS[] = { "tab\t", "\x01", "Ho\xcc\x83", "\xff", "xuống dòng\r\n" };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        sample_text(fixture->table, 1, 0, TEXTS[i]);
        assert_broken(fixture, "hàng 2, cột 1: chữ chưa chuẩn hóa");
    }
    sample_text(fixture->table, 1, 0, "hai\ndòng");
    fixture->findings.count = 0;
    assert_sound(fixture);
}

static void remarks_and_texts_around_the_grid_must_be_final_too(void **state)
{
    static const char *notes[] = { "ghi chú\t" };
    struct fixture *fixture = *state;
    sample_text(fixture->table, 1, 0, "a")->remark = "\x02";
    assert_broken(fixture, "hàng 2, cột 1: chữ chưa chuẩn hóa");
    table_cell(fixture->table, 1, 0)->remark = NULL;
    fixture->table->title = "\x02";
    assert_broken(fixture, "chữ ngoài ô");
    fixture->table->title = NULL;
    fixture->table->notes = notes;
    fixture->table->note_count = 1;
    assert_broken(fixture, "chữ ngoài ô");
}

static void a_number_with_more_decimals_than_its_format_is_refused(void **state)
{
    struct fixture *fixture = *state;
    sample_number(fixture->table, 1, 1, &fixture->arena, 1925, 1)->format.decimals = 0;
    assert_broken(fixture, "hàng 2, cột 2: số có nhiều chữ số");
    table_cell(fixture->table, 1, 1)->value = (struct dec){ 1920, 1 };
    fixture->findings.count = 0;
    assert_sound(fixture);
}

static void a_sum_of_its_terms_is_sound(void **state)
{
    struct fixture *fixture = *state;
    numbers(fixture);
    sample_terms(fixture->table, 3, 1, &fixture->arena, 2, (struct cell_ref[]){ { 1, 1 }, { 2, 1 } });
    assert_sound(fixture);
}

static void a_sum_that_differs_from_its_terms_is_refused(void **state)
{
    struct fixture *fixture = *state;
    numbers(fixture);
    sample_terms(fixture->table, 3, 1, &fixture->arena, 1, (struct cell_ref[]){ { 1, 1 } });
    assert_broken(fixture, "hàng 4, cột 2: tổng các số hạng khác");
}

static void terms_outside_the_grid_are_refused(void **state)
{
    struct fixture *fixture = *state;
    numbers(fixture);
    sample_terms(fixture->table, 3, 1, &fixture->arena, 1, (struct cell_ref[]){ { 4, 1 } });
    assert_broken(fixture, "số hạng không phải");
    sample_terms(fixture->table, 3, 1, &fixture->arena, 1, (struct cell_ref[]){ { 1, 3 } });
    assert_broken(fixture, "số hạng không phải");
}

static void terms_that_are_no_numbers_are_refused(void **state)
{
    struct fixture *fixture = *state;
    numbers(fixture);
    sample_text(fixture->table, 1, 1, "[…]");
    sample_terms(fixture->table, 3, 1, &fixture->arena, 2, (struct cell_ref[]){ { 1, 1 }, { 2, 1 } });
    assert_broken(fixture, "số hạng không phải");
}

static void a_term_that_is_the_cell_itself_is_refused(void **state)
{
    struct fixture *fixture = *state;
    numbers(fixture);
    sample_terms(fixture->table, 3, 1, &fixture->arena, 1, (struct cell_ref[]){ { 3, 1 } });
    assert_broken(fixture, "số hạng không phải");
}

static void sums_of_one_another_are_refused(void **state)
{
    struct fixture *fixture = *state;
    numbers(fixture);
    sample_number(fixture->table, 1, 1, &fixture->arena, 255, 1);
    sample_terms(fixture->table, 1, 1, &fixture->arena, 1, (struct cell_ref[]){ { 2, 1 } });
    sample_terms(fixture->table, 2, 1, &fixture->arena, 1, (struct cell_ref[]){ { 1, 1 } });
    assert_broken(fixture, "thành vòng");
}

static void text_with_terms_is_refused(void **state)
{
    struct fixture *fixture = *state;
    numbers(fixture);
    sample_terms(fixture->table, 3, 1, &fixture->arena, 2, (struct cell_ref[]){ { 1, 1 }, { 2, 1 } });
    table_cell(fixture->table, 3, 1)->kind = CELL_TEXT;
    assert_broken(fixture, "mà có số hạng");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_sample_report_is_sound),
        TEST(an_empty_grid_and_one_without_rows_are_sound),
        TEST(widths_add_up_over_a_span),
        TEST(a_table_without_columns_or_type_size_is_refused),
        TEST(a_table_without_id_is_refused),
        TEST(a_column_without_width_is_refused),
        TEST(more_head_rows_than_rows_are_refused),
        TEST(more_key_columns_than_columns_are_refused),
        TEST(a_head_row_below_the_head_is_refused),
        TEST(a_body_row_in_the_head_is_refused),
        TEST(a_span_beyond_the_right_edge_is_refused),
        TEST(a_span_beyond_the_last_row_is_refused),
        TEST(a_span_of_nothing_is_refused),
        TEST(a_span_out_of_the_head_is_refused),
        TEST(overlapping_spans_are_refused),
        TEST(two_spans_over_one_covered_cell_are_refused),
        TEST(a_cell_under_a_span_that_is_not_covered_is_refused),
        TEST(a_covered_cell_without_a_span_is_refused),
        TEST(a_covered_cell_with_content_is_refused),
        TEST(kind_and_text_must_agree),
        TEST(text_that_is_not_final_is_refused),
        TEST(remarks_and_texts_around_the_grid_must_be_final_too),
        TEST(a_number_with_more_decimals_than_its_format_is_refused),
        TEST(a_sum_of_its_terms_is_sound),
        TEST(a_sum_that_differs_from_its_terms_is_refused),
        TEST(terms_outside_the_grid_are_refused),
        TEST(terms_that_are_no_numbers_are_refused),
        TEST(a_term_that_is_the_cell_itself_is_refused),
        TEST(sums_of_one_another_are_refused),
        TEST(text_with_terms_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
