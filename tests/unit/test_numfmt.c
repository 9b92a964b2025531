#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "base/numfmt.h"

struct text_case {
    int64_t units;
    unsigned scale;
    struct numfmt format;
    const char *text;
};

static void check_texts(const struct text_case *cases, size_t count)
{
    struct arena arena = ARENA_INIT;
    for (size_t i = 0; i < count; i++)
        assert_string_equal(
            numfmt_text(&arena, cases[i].format, (struct dec){ cases[i].units, cases[i].scale }), cases[i].text);
    arena_release(&arena);
}

#define CHECK(cases) check_texts((cases), sizeof(cases) / sizeof *(cases))

static void dots_part_thousands_and_a_comma_the_decimals(void **state)
{
    static const struct text_case CASES[] = {
        { 0, 0, { 0 }, "0" },
        { 7, 0, { 0 }, "7" },
        { 999, 0, { 0 }, "999" },
        { 1000, 0, { 0 }, "1.000" },
        { 100000, 0, { 0 }, "100.000" },
        { 1234567, 0, { 0 }, "1.234.567" },
        { 9438726037, 0, { 0 }, "9.438.726.037" },
        { 19245, 1, { .decimals = 1 }, "1.924,5" },
        { 5, 2, { .decimals = 2 }, "0,05" },
        { INT64_MAX, 0, { 0 }, "9.223.372.036.854.775.807" },
        { INT64_MIN, 18, { .decimals = 18 }, "-9,223372036854775808" },
    };
    (void)state;
    CHECK(CASES);
}

static void the_format_decides_how_many_decimals_show(void **state)
{
    static const struct text_case CASES[] = {
        { 80, 0, { .decimals = 1 }, "80,0" },
        { 800, 1, { 0 }, "80" },
        { 19250, 2, { .decimals = 1 }, "192,5" },
        { INT64_MAX, 0, { .decimals = 2 }, "9.223.372.036.854.775.807,00" },
    };
    (void)state;
    CHECK(CASES);
}

static void a_digit_that_counts_is_never_dropped(void **state)
{
    static const struct text_case CASES[] = { { 19255, 2, { .decimals = 1 }, "192,55" }, { 5, 1, { 0 }, "0,5" } };
    (void)state;
    CHECK(CASES);
}

static void negatives_have_a_minus_sign(void **state)
{
    static const struct text_case CASES[] = {
        { -1234, 0, { 0 }, "-1.234" },
        { -100, 0, { .dash = true }, "-100" },
        { -5, 1, { .decimals = 1 }, "-0,5" },
    };
    (void)state;
    CHECK(CASES);
}

static void zero_is_a_dash_only_in_a_dash_format(void **state)
{
    static const struct text_case CASES[] = {
        { 0, 1, { .decimals = 1, .dash = true }, "-" },
        { 0, 0, { .dash = true, .suffix = "đồng" }, "-" },
        { 0, 1, { .decimals = 1 }, "0,0" },
    };
    (void)state;
    CHECK(CASES);
}

static void years_have_no_dots(void **state)
{
    static const struct text_case CASES[] = { { 2025, 0, { .plain = true }, "2025" } };
    (void)state;
    CHECK(CASES);
}

static void a_word_stands_apart_and_a_percent_sign_does_not(void **state)
{
    static const struct text_case CASES[] = {
        { 1500, 0, { .suffix = "đồng" }, "1.500 đồng" },
        { 555, 1, { .decimals = 1, .suffix = "%" }, "55,5%" },
    };
    (void)state;
    CHECK(CASES);
}

static void spreadsheet_codes_say_the_same(void **state)
{
    static const struct { struct numfmt format; const char *code; } CASES[] = {
        { { 0 }, "#,##0" },
        { { .decimals = 1 }, "#,##0.0" },
        { { .decimals = 3 }, "#,##0.000" },
        { { .dash = true }, "#,##0;-#,##0;\"-\"" },
        { { .decimals = 1, .dash = true }, "#,##0.0;-#,##0.0;\"-\"" },
        { { .plain = true }, "0" },
        { { .plain = true, .decimals = 2 }, "0.00" },
        { { .suffix = "đồng" }, "#,##0\" đồng\"" },
        { { .suffix = "đồng", .dash = true }, "#,##0\" đồng\";-#,##0\" đồng\";\"-\"" },
        { { .suffix = "%" }, "#,##0\"%\"" },
        { { .suffix = "a\"b" }, "#,##0\" a\"\\\"\"b\"" },
    };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_string_equal(numfmt_excel(&arena, CASES[i].format), CASES[i].code);
    arena_release(&arena);
}

static void the_parts_say_where_digits_decimals_and_suffix_end(void **state)
{
    static const struct { struct numfmt format; struct dec value; const char *tail; size_t decimals; } CASES[] = {
        { { .decimals = 1 }, { 19245, 1 }, ",5", 2 },      { { 0 }, { 590, 0 }, "", 0 },
        { { .dash = true }, { 0, 0 }, "", 0 },             { { 0 }, { -80, 0 }, "", 0 },
        { { .suffix = "%" }, { 55, 0 }, "%", 0 },          { { .suffix = "đồng" }, { 5500, 0 }, " đồng", 0 },
        { { .decimals = 2, .suffix = "m2" }, { 25, 2 }, ",25 m2", 3 },
    };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct numfmt_parts parts;
        const char *text = numfmt_print(&arena, CASES[i].format, CASES[i].value, &parts);
        assert_string_equal(text + parts.tail, CASES[i].tail);
        assert_true(parts.decimals == CASES[i].decimals && parts.end == strlen(text));
        assert_string_equal(text, numfmt_text(&arena, CASES[i].format, CASES[i].value));
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dots_part_thousands_and_a_comma_the_decimals),
        cmocka_unit_test(the_format_decides_how_many_decimals_show),
        cmocka_unit_test(a_digit_that_counts_is_never_dropped),
        cmocka_unit_test(negatives_have_a_minus_sign),
        cmocka_unit_test(zero_is_a_dash_only_in_a_dash_format),
        cmocka_unit_test(years_have_no_dots),
        cmocka_unit_test(a_word_stands_apart_and_a_percent_sign_does_not),
        cmocka_unit_test(spreadsheet_codes_say_the_same),
        cmocka_unit_test(the_parts_say_where_digits_decimals_and_suffix_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
