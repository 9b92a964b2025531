#include "base/text.h"
#include "report/wrap.h"
#include "../support/sample_report.h"
#include "../support/scratch.h"

/* With sample_metrics() a character is half as wide as the type is high: at 20 pt, 10 pt. */
enum { SIZE = 20000, CHARACTER = 10000 };

static const char *joined(const struct line *lines, size_t count)
{
    struct text out = text_in(&arena);
    for (size_t i = 0; i < count; i++) {
        if (i)
            text_add(&out, "|");
        text_addn(&out, lines[i].text, lines[i].length);
    }
    return text_str(&out);
}

/* The lines of text in a space of so many characters, with '|' between them. */
static const char *wrapped(const char *text, int characters)
{
    size_t count;
    const struct line *lines =
        wrap_text(sample_metrics(), FACE_REGULAR, SIZE, characters * CHARACTER, text, &arena, &count);
    return joined(lines, count);
}

static void assert_balanced(const char *text, int characters, const char *expected)
{
    size_t count;
    const struct line *lines =
        wrap_balanced(sample_metrics(), FACE_REGULAR, SIZE, characters * CHARACTER, text, &arena, &count);
    assert_string_equal(joined(lines, count), expected);
}

static void assert_wrapped(const char *text, int characters, const char *expected)
{
    assert_string_equal(wrapped(text, characters), expected);
}

static void breaks_at_blanks(void **state)
{
    (void)state;
    assert_wrapped("phát triển thương mại điện tử", 11, "phát triển|thương mại|điện tử");
    assert_wrapped("phát triển thương mại điện tử", 100, "phát triển thương mại điện tử");
}

static void lets_blanks_hang_over_the_edge(void **state)
{
    (void)state;
    assert_wrapped("abc  def", 3, "abc|def");
    assert_wrapped("abc   ", 3, "abc");
}

static void gives_one_line_for_an_empty_text(void **state)
{
    (void)state;
    size_t count;
    assert_non_null(wrap_text(sample_metrics(), FACE_REGULAR, SIZE, -5, "", &arena, &count));
    assert_true(count == 1);
}

static void always_breaks_at_a_line_feed(void **state)
{
    (void)state;
    assert_wrapped("a\nb", 10, "a|b");
    assert_wrapped("Thương mại\nđiện tử", 100, "Thương mại|điện tử");
    assert_wrapped("a\n\nb", 10, "a||b");
}

static void breaks_a_word_that_is_too_long_between_characters(void **state)
{
    (void)state;
    assert_wrapped("nghiêngngả", 4, "nghi|êngn|gả");
    assert_wrapped("ab nghiêngngả", 4, "ab|nghi|êngn|gả");
    assert_wrapped("ạạạ", 0, "ạ|ạ|ạ");
    assert_wrapped("ạạạ", -3, "ạ|ạ|ạ");
}

static void keeps_a_number_with_its_unit(void **state)
{
    (void)state;
    assert_wrapped("kinh phí 1.924,5 triệu đồng", 17, "kinh phí|1.924,5 triệu|đồng");
    assert_wrapped("khoảng 50 tỷ", 10, "khoảng|50 tỷ");
    assert_wrapped("đạt mức 55 % dân số", 10, "đạt mức|55 % dân|số");
    assert_wrapped("đạt mức 500 nghìn.", 11, "đạt mức|500 nghìn.");
}

static void keeps_a_numbered_name_with_its_number(void **state)
{
    (void)state;
    assert_wrapped("theo Điều 1 này", 10, "theo|Điều 1 này");
    assert_wrapped("tại các Mục II, III", 11, "tại các|Mục II, III");
    assert_wrapped("của (Khoản 2) ấy", 10, "của|(Khoản 2)|ấy");
    assert_wrapped("nêu ở Phụ lục IV", 13, "nêu ở|Phụ lục IV");
    assert_wrapped("ngày 14 tháng 01 năm 2021", 10, "ngày 14|tháng 01|năm 2021");
    assert_wrapped("công văn số 15/QĐ", 12, "công văn|số 15/QĐ");
}

static void breaks_after_such_a_name_without_a_number(void **state)
{
    (void)state;
    assert_wrapped("một số nội dung", 6, "một số|nội|dung");
    assert_wrapped("hàng năm theo", 8, "hàng năm|theo");
    assert_wrapped("Phụ lục kèm theo", 4, "Phụ|lục|kèm|theo");
}

static void does_not_break_codes_numbers_and_periods(void **state)
{
    (void)state;
    assert_wrapped("số hiệu 3192/QĐ-UBND", 17, "số hiệu|3192/QĐ-UBND");
    assert_wrapped("tổng 9.438.726.037", 14, "tổng|9.438.726.037");
    assert_wrapped("tổng 1.924,5%", 11, "tổng|1.924,5%");
    assert_wrapped("năm sau 2021-2025", 14, "năm sau|2021-2025");
    assert_wrapped("năm sau 2021–2025", 14, "năm sau|2021–2025");
    assert_wrapped("giai đoạn 2021 - 2025", 17, "giai đoạn|2021 - 2025");
    assert_wrapped("giai đoạn 2021 – 2025", 17, "giai đoạn|2021 – 2025");
}

static void breaks_at_a_dash_between_words(void **state)
{
    (void)state;
    assert_wrapped("Bà Rịa – Vũng Tàu", 8, "Bà Rịa –|Vũng Tàu");
}

static void breaks_addresses_after_a_slash_only_in_need(void **state)
{
    (void)state;
    assert_wrapped("xem www.moit.gov.vn/bao/cao", 24, "xem|www.moit.gov.vn/bao/cao");
    assert_wrapped("www.moit.gov.vn/bao/cao", 17, "www.moit.gov.vn/|bao/cao");
}

static void breaks_a_code_that_fits_nowhere_at_its_joints(void **state)
{
    (void)state;
    assert_wrapped("3192/QĐ-UBND", 8, "3192/QĐ-|UBND");
    assert_wrapped("2021-2025", 5, "2021-|2025");
    assert_wrapped("9.438.726.037", 8, "9.438.|726.037");
}

static void breaks_a_claim_of_a_number_row_at_its_operators(void **state)
{
    (void)state;
    assert_wrapped("(6)=(4)x(5)", 11, "(6)=(4)x(5)");
    assert_wrapped("(6)=(4)x(5)", 9, "(6)=|(4)x(5)");
    assert_wrapped("(6)=(4)x(5)", 4, "(6)=|(4)|x(5)");
    assert_wrapped("15a=14a/12a", 8, "15a=|14a/12a");
    assert_wrapped("13=15+17+19", 6, "13=|15+17|+19");
    assert_wrapped("12=10-11", 7, "12=|10-11");
    assert_wrapped("(9) = (6) - (7)", 5, "(9) =|(6) -|(7)");
}

static void keeps_the_word_period_with_its_years(void **state)
{
    (void)state;
    assert_wrapped("tỉnh trong giai đoạn 2021-2025", 20, "tỉnh trong|giai đoạn 2021-2025");
    assert_wrapped("TỈNH TRONG GIAI ĐOẠN 2021 - 2025", 24, "TỈNH TRONG|GIAI ĐOẠN 2021 - 2025");
    assert_wrapped("trong giai đoạn này", 10, "trong|giai đoạn|này");
}

static void balances_the_lines_of_a_title(void **state)
{
    (void)state;
    assert_balanced("KẾT QUẢ CỦA TỈNH", 40, "KẾT QUẢ CỦA TỈNH");
    assert_wrapped("SỐ THU VÀ SỐ CHI CỦA TỈNH TRONG NĂM", 28, "SỐ THU VÀ SỐ CHI CỦA TỈNH|TRONG NĂM");
    assert_balanced("SỐ THU VÀ SỐ CHI CỦA TỈNH TRONG NĂM", 28, "SỐ THU VÀ SỐ CHI|CỦA TỈNH TRONG NĂM");
    assert_balanced("(Số liệu của năm, lập rất sớm)\nMINH HỌA", 24, "(Số liệu của năm,|lập rất sớm)|MINH HỌA");
}

/* A title as wide as the paper of the decision allows: the last line was "GIAI ĐOẠN 2021 - 2025" alone. */
static void keeps_the_words_of_a_title_whole(void **state)
{
    (void)state;
    assert_balanced("TÓM TẮT ĐỐI CHIẾU SỐ LIỆU CỦA KẾ HOẠCH PHÁT TRIỂN THƯƠNG MẠI ĐIỆN TỬ TỈNH THÁI BÌNH GIAI ĐOẠN 2021 - 2025",
                    86,
                    "TÓM TẮT ĐỐI CHIẾU SỐ LIỆU CỦA KẾ HOẠCH PHÁT TRIỂN|"
                    "THƯƠNG MẠI ĐIỆN TỬ TỈNH THÁI BÌNH GIAI ĐOẠN 2021 - 2025");
    assert_balanced("(Kèm theo Quyết định số 15 ngày 18 tháng 11 năm 2020 của Ủy ban nhân dân tỉnh)", 70,
                    "(Kèm theo Quyết định số 15|ngày 18 tháng 11 năm 2020 của Ủy ban nhân dân tỉnh)");
}

static void takes_no_line_more_for_whole_words(void **state)
{
    (void)state;
    assert_balanced("kế thương mại tốt", 10, "kế thương|mại tốt");
}

static void tells_the_width_without_trailing_blanks(void **state)
{
    (void)state;
    size_t count;
    const struct line *lines =
        wrap_text(sample_metrics(), FACE_REGULAR, SIZE, 5 * CHARACTER, "abc def", &arena, &count);
    assert_true(count == 2);
    assert_true(lines[0].length == 3 && lines[0].width == 3 * CHARACTER);
}

/* Whatever the text and width, no character but blanks and line feeds is lost or doubled, and no line is too wide. */
static void loses_no_character(void **state)
{
    (void)state;
    static const char *const PARTS[] = { "a",  "ạ",  " ",    "-",  "/",   ".",     "12", "Điều", "triệu", "\n", "“", "”",
                                         "(",  ")",  "–",    "%",  "QĐ",  "không", ",",  "  ",   "năm",   "IV", "1.", "…" };
    uint32_t seed = 645;
    for (int round = 0; round < 3000; round++) {
        struct text text = text_in(&arena);
        for (int i = 0; i < 40; i++) {
            seed = seed * 1664525u + 1013904223u;
            text_add(&text, PARTS[(seed >> 8) % (sizeof PARTS / sizeof *PARTS)]);
        }
        int width = (int)(seed >> 28) + 1;
        size_t count;
        const struct line *lines =
            wrap_text(sample_metrics(), FACE_REGULAR, SIZE, width * CHARACTER, text.data, &arena, &count);
        const char *at = text.data;
        for (size_t i = 0; i < count; i++) {
            assert_true(lines[i].text >= at && lines[i].text <= at + strspn(at, " \n"));
            assert_true(lines[i].width <= width * CHARACTER);
            at = lines[i].text + lines[i].length;
        }
        assert_true(strspn(at, " \n") == strlen(at));
    }
}

/* ---- row heights ---- */

static void gives_every_row_one_line_at_least(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 3, 2);
    table_measure(table, sample_metrics(), &arena);
    for (size_t row = 0; row < 3; row++)
        assert_true(table->rows[row].height == wrap_height(table->font_size, 1));
}

static void makes_a_row_as_tall_as_its_tallest_cell(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 2, 2);
    sample_text(table, 1, 0, "một hai ba bốn năm sáu"); /* 46 pt hold 8 characters of 5.5 pt */
    sample_text(table, 1, 1, "một");
    table_measure(table, sample_metrics(), &arena);
    assert_true(table->rows[1].height == wrap_height(table->font_size, 3));
}

static const char *wrapped_cell(const struct table *table, const struct cell *cell, const char *text)
{
    size_t count;
    const struct line *lines = wrap_cell(table, 0, cell, text, sample_metrics(), &arena, &count);
    return joined(lines, count);
}

/* The lines that measuring left with a cell are not those of another text, face, size or width. */
static void breaks_a_cell_again_that_has_changed(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 2, 2);
    struct cell *cell = table_cell(table, 1, 0);
    size_t count;
    sample_text(table, 1, 0, "một hai ba bốn năm sáu");
    table_measure(table, sample_metrics(), &arena);
    const struct line *kept = wrap_cell(table, 0, cell, cell->text, sample_metrics(), &arena, &count);
    assert_string_equal(joined(kept, count), "một hai|ba bốn|năm sáu");
    assert_ptr_equal(wrap_cell(table, 0, cell, cell->text, sample_metrics(), &arena, &count), kept);
    assert_string_equal(wrapped_cell(table, cell, "bảy tám chín"), "bảy tám|chín");
    cell->face = FACE_BOLD;
    assert_ptr_not_equal(wrap_cell(table, 0, cell, cell->text, sample_metrics(), &arena, &count), kept);
    cell->face = FACE_REGULAR;
    table->font_size *= 2;
    assert_string_equal(wrapped_cell(table, cell, cell->text), "một|hai|ba|bốn|năm|sáu");
    table->font_size /= 2;
    sample_span(table, 1, 0, 1, 2);
    assert_string_equal(wrapped_cell(table, cell, cell->text), "một hai ba bốn|năm sáu");
}

static void gives_a_cell_over_columns_their_width(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 2, 3);
    sample_text(table, 1, 0, "một hai ba bốn năm sáu");
    sample_span(table, 1, 0, 1, 3);
    table_measure(table, sample_metrics(), &arena);
    assert_true(table->rows[1].height == wrap_height(table->font_size, 1));
}

static void grows_the_last_row_under_a_cell_over_rows(void **state)
{
    (void)state;
    struct table *table = sample_grid(&arena, 4, 2);
    sample_text(table, 1, 0, "a\nb\nc\nd\ne\ng");
    sample_span(table, 1, 0, 2, 1);
    sample_text(table, 1, 1, "x\ny");
    table_measure(table, sample_metrics(), &arena);
    assert_true(table->rows[1].height == wrap_height(table->font_size, 2));
    assert_true(table->rows[1].height + table->rows[2].height == wrap_height(table->font_size, 6));
    assert_true(table->rows[3].height == wrap_height(table->font_size, 1));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(breaks_at_blanks),
        cmocka_unit_test(lets_blanks_hang_over_the_edge),
        cmocka_unit_test(gives_one_line_for_an_empty_text),
        cmocka_unit_test(always_breaks_at_a_line_feed),
        cmocka_unit_test(breaks_a_word_that_is_too_long_between_characters),
        cmocka_unit_test(keeps_a_number_with_its_unit),
        cmocka_unit_test(keeps_a_numbered_name_with_its_number),
        cmocka_unit_test(breaks_after_such_a_name_without_a_number),
        cmocka_unit_test(does_not_break_codes_numbers_and_periods),
        cmocka_unit_test(breaks_at_a_dash_between_words),
        cmocka_unit_test(breaks_addresses_after_a_slash_only_in_need),
        cmocka_unit_test(breaks_a_code_that_fits_nowhere_at_its_joints),
        cmocka_unit_test(breaks_a_claim_of_a_number_row_at_its_operators),
        cmocka_unit_test(keeps_the_word_period_with_its_years),
        cmocka_unit_test(balances_the_lines_of_a_title),
        cmocka_unit_test(keeps_the_words_of_a_title_whole),
        cmocka_unit_test(takes_no_line_more_for_whole_words),
        cmocka_unit_test(tells_the_width_without_trailing_blanks),
        cmocka_unit_test(loses_no_character),
        cmocka_unit_test(gives_every_row_one_line_at_least),
        cmocka_unit_test(makes_a_row_as_tall_as_its_tallest_cell),
        cmocka_unit_test(breaks_a_cell_again_that_has_changed),
        cmocka_unit_test(gives_a_cell_over_columns_their_width),
        cmocka_unit_test(grows_the_last_row_under_a_cell_over_rows),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
