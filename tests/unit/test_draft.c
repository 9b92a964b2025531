#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "draft/join.h"
#include "draft/measure_find.h"
#include "draft/money_draft.h"
#include "draft/phrase.h"
#include "draft/table_proof.h"

/* Lines of a page, one behind the other, as one text; how many places could be otherwise. */
static const char *join_all(struct arena *arena, const char *const *lines, size_t *joints)
{
    struct joined joined = joined_in(arena);
    for (; *lines; lines++)
        join(&joined, *lines);
    *joints = joined.joint_count;
    return text_str(&joined.text);
}

static void syllables_that_lines_cut_are_put_together(void **state)
{
    static const struct {
        const char *lines[8], *text;
        size_t joints;
    } CASES[] = {
        { { "ngày 19 th", "á", "ng 6 năm", "2015" }, "ngày 19 tháng 6 năm 2015", 0 },
        { { "số", "52/2013/NĐ-CP" }, "số 52/2013/NĐ-CP", 0 },
        { { "phát tri", "ể", "n thương mại" }, "phát triển thương mại", 0 },
        { { "tập", "tr", "ung" }, "tập trung", 0 },
        { { "Đ", "ề", "án gửi" }, "Đề án gửi", 0 },
        { { "điện", "từ", "chối" }, "điện từ chối", 0 },
        { { "Số:", "13", "64", "/QĐ-UBND" }, "Số: 1364/QĐ-UBND", 1 },
        { { "QĐ-TT", "g", "ngày" }, "QĐ-TTg ngày", 1 },
    };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        size_t joints;
        assert_string_equal(join_all(&arena, CASES[i].lines, &joints), CASES[i].text);
        assert_int_equal(joints, CASES[i].joints);
    }
    arena_release(&arena);
}

static void printed_numbers_are_read_in_one_way_or_marked(void **state)
{
    static const struct {
        const char *text, *value;
        bool grouped, unclear;
    } CASES[] = {
        { "1.924,5", "1924.5", false, false },
        { "5.500.000.000", "5500000000", false, false },
        { "1.377", "1377", true, false },
        { "1,377", "1.377", false, true },
        { "29.9", "29.9", false, true },
        { "02", "2", false, false },
        { "0", "0", false, false },
        { "0.500", "0.500", false, true },
        { "12.34.567", NULL, false, false },
        { "1,2,3", NULL, false, false },
        { "12 345", NULL, false, false },
        { "năm", NULL, false, false },
    };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct digits digits = digits_of(CASES[i].text, &arena);
        if (!CASES[i].value) {
            assert_null(digits.value);
            continue;
        }
        assert_string_equal(digits.value, CASES[i].value);
        assert_int_equal(digits.grouped, CASES[i].grouped);
        assert_int_equal(digits.unclear, CASES[i].unclear);
    }
    arena_release(&arena);
}

static void numbers_that_measure_nothing_are_passed_over(void **state)
{
    static const char *const TEXTS[] = { "dịch vụ công mức độ 3, 4", "mô hình B2C, B2B", "đến năm 2025", "Công nghiệp 4.0",
                                         "Quyết định số 645/QĐ-TTg ngày 15/5/2020", "giai đoạn 2021 - 2025" };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct found_measures measures = measures_find(TEXTS[i], &arena);
        if (measures.count)
            print_error("%s\n", TEXTS[i]);
        assert_int_equal(measures.count, 0);
    }
    arena_release(&arena);
}

static void units_of_money_are_those_that_are_printed(void **state)
{
    static const struct {
        const char *text, *unit;
    } CASES[] = {
        { "Đơn vị tính: triệu đồng", "million-dong" }, { "(tỷ đồng)", "billion-dong" }, { "ĐVT: 1.000 đồng", "thousand-dong" },
        { "Đơn vị: đồng", "dong" },                    { "Đơn vị tính: ha", NULL },     { "(nghìn đồng)", "thousand-dong" },
    };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        const char *unit = money_unit(CASES[i].text, &arena);
        if (CASES[i].unit)
            assert_string_equal(unit ? unit : "none", CASES[i].unit);
        else
            assert_null(unit);
    }
    arena_release(&arena);
}

/* A table of texts, rows of four cells. */
static struct original_table *table_with(struct original *source, const char *const (*rows)[4], size_t count)
{
    struct original_table *table = original_table(source, 0);
    for (size_t i = 0; i < count; i++) {
        struct original_row *row = original_row(source, table);
        for (size_t c = 0; c < 4; c++)
            original_cell(source, row, rows[i][c], false);
    }
    return table;
}

static void sums_and_sentences_prove_dots_down_and_across(void **state)
{
    static const char *const ROWS[][4] = { { "STT", "Nội dung", "Năm 2021", "Tổng cộng" },
                                           { "I", "Nhóm", "3.500", "3.500" },
                                           { "1", "Tập huấn", "1.500", "1.500" },
                                           { "2", "Hội chợ", "2.000", "2.000" },
                                           { "", "Tổng cộng", "3.500", "3.500" } };
    struct arena arena = ARENA_INIT;
    struct original source = { .path = "x", .arena = &arena };
    struct original_table *table = table_with(&source, ROWS, sizeof ROWS / sizeof *ROWS);
    struct said_amounts said = { .arena = &arena };
    struct grid grid;
    (void)state;
    assert_true(table_read(&grid, table, &arena));
    struct proof proof = proof_of(&grid, &said, "million-dong", &arena);
    assert_false(proof_sure(&proof, 0, 2)); /* all read in two ways, and either adds up */
    said_add(&said, "3.500", "million-dong");
    proof = proof_of(&grid, &said, "dong", &arena);
    assert_false(proof_sure(&proof, 0, 2)); /* said of another unit */
    proof = proof_of(&grid, &said, "million-dong", &arena);
    for (size_t row = 0; row < grid.row_count; row++)
        for (size_t column = 2; column < 4; column++)
            assert_true(proof_sure(&proof, row, column));
    arena_release(&arena);
}

static void patterns_are_found_again_after_they_were_forgotten(void **state)
{
    struct arena arena = ARENA_INIT;
    struct phrase found;
    (void)state;
    for (int round = 0; round < 2; round++) {
        assert_true(phrase_find(&found, "kế hoạch (.*)", "Một KẾ HOẠCH năm", 0, &arena));
        assert_string_equal(phrase_group(&found, 1, &arena), "năm");
        assert_false(phrase_is("(", "an unfinished pattern fits nothing", &arena));
        phrase_release();
    }
    arena_release(&arena);
}

/* The last byte of "ồ" is that of the dash, too. */
static void ends_are_trimmed_by_characters(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    assert_string_equal(phrase_trim(" – nguồ: ", " ,;:.–-", &arena), "nguồ");
    assert_string_equal(phrase_trim("–-–", " ,;:.–-", &arena), "");
    assert_string_equal(phrase_trim("ngu\xe1\xbb\x93–", "–", &arena), "ngu\xe1\xbb\x93");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(syllables_that_lines_cut_are_put_together),
        cmocka_unit_test(printed_numbers_are_read_in_one_way_or_marked),
        cmocka_unit_test(numbers_that_measure_nothing_are_passed_over),
        cmocka_unit_test(units_of_money_are_those_that_are_printed),
        cmocka_unit_test(sums_and_sentences_prove_dots_down_and_across),
        cmocka_unit_test(patterns_are_found_again_after_they_were_forgotten),
        cmocka_unit_test(ends_are_trimmed_by_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
