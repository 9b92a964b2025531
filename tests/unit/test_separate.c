#include "../support/sample_report.h"
#include "../support/scratch.h"
#include "base/text.h"
#include "report/separate.h"

/* An annex in two parts, a table put together from the text, then two that belong to them all. */
static struct report *five_tables(void)
{
    static const struct { const char *id, *annex, *bookmark; bool continues; } TABLES[] = {
        { "b", "Phụ lục I", "Phụ lục I. Kinh phí", false },
        { "b", "Phụ lục I (tiếp theo)", "Phụ lục I (tiếp theo). Kinh phí", true },
        { "targets", "Bảng tổng hợp 1", "Bảng tổng hợp 1. Mục tiêu", false },
        { "ghi-chu", NULL, "Ghi chú", false },
        { "doi-chieu", NULL, "Đối chiếu", false },
    };
    struct report *report = arena_alloc(&arena, 1, sizeof *report);
    *report = (struct report){ .id = "tinh", .title = "Kế hoạch", .control_code = "0a1b", .table_count = 5 };
    report->tables = arena_alloc(&arena, report->table_count, sizeof *report->tables);
    for (size_t i = 0; i < report->table_count; i++)
        report->tables[i] = (struct table){ .id = TABLES[i].id, .annex = TABLES[i].annex,
                                            .bookmark = TABLES[i].bookmark, .continues = TABLES[i].continues,
                                            .issued = i < 2 };
    return report;
}

static void every_table_is_in_one_part(void **state)
{
    (void)state;
    static const struct { const char *id, *title; size_t first, count; bool sign_room; } WANTED[] = {
        { "tinh/01-phu-luc-i", "Phụ lục I. Kinh phí", 0, 2, true },
        { "tinh/02-bang-tong-hop-1", "Bảng tổng hợp 1. Mục tiêu", 2, 1, false },
        { "tinh/03-ghi-chu", "Kế hoạch", 3, 2, false },
    };
    size_t count;
    const struct report *whole = five_tables(), *parts = report_separate(whole, &arena, &count);
    assert_true(count == 3);
    for (size_t i = 0; i < count; i++) {
        assert_string_equal(parts[i].id, WANTED[i].id);
        assert_string_equal(parts[i].title, WANTED[i].title);
        assert_ptr_equal(parts[i].tables, whole->tables + WANTED[i].first);
        assert_true(parts[i].table_count == WANTED[i].count);
        assert_true(parts[i].sign_room == WANTED[i].sign_room);
        assert_string_equal(parts[i].control_code, "0a1b");
    }
}

static void a_cover_is_the_first_part(void **state)
{
    (void)state;
    struct report *whole = five_tables();
    size_t count;
    whole->cover = sample_cover();
    const struct report *parts = report_separate(whole, &arena, &count);
    assert_true(count == 4);
    assert_string_equal(parts[0].id, "tinh/00-trang-dau");
    assert_ptr_equal(parts[0].cover, whole->cover);
    assert_true(parts[0].table_count == 0 && !parts[0].sign_room);
    assert_string_equal(parts[1].id, "tinh/01-phu-luc-i");
    for (size_t i = 1; i < count; i++)
        assert_null(parts[i].cover);
}

/* Names that differ in case only would be one file on some systems. */
static void file_names_are_unique_without_case(void **state)
{
    (void)state;
    struct report *whole = five_tables();
    size_t count;
    whole->tables[2].annex = "PHỤ LỤC I";
    const struct report *parts = report_separate(whole, &arena, &count);
    for (size_t i = 0; i < count; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(utf8_lower(&arena, parts[i].id), utf8_lower(&arena, parts[j].id));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(every_table_is_in_one_part, tear_down),
        cmocka_unit_test_teardown(a_cover_is_the_first_part, tear_down),
        cmocka_unit_test_teardown(file_names_are_unique_without_case, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
