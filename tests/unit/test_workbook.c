/* What spreadsheets write in cells: numbers, their formats, references. Expected values by ECMA-376 part 1 and by hand. */
#include "input/workbook.h"

#include "../support/check.h"

static void numbers_are_the_fifteen_digits_that_were_typed(void **state)
{
    static const struct { const char *text; int64_t units; unsigned scale; } CASES[] = {
        { "0", 0, 0 },      { "-0", 0, 0 },     { "46.5", 465, 1 },  { "0.10000000000000001", 1, 1 },
        { "12.300000000000001", 123, 1 },       { "7.4000000000000004", 74, 1 },
        { "0.30000000000000004", 3, 1 },        { "99.999999999999986", 100, 0 },
        { "1.2E+1", 12, 0 },                    { "3E-2", 3, 2 },    { "1e3", 1000, 0 },
        { "1.50", 15, 1 },                      { "1377", 1377, 0 }, { "-5.25", -525, 2 },
        { "999999999999999", 999999999999999, 0 },
        { "9.9999999999999996", 10, 0 },        { "0.00001", 1, 5 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct dec number;
        assert_true(workbook_number(&number, CASES[i].text));
        assert_whole(number.units, CASES[i].units);
        assert_whole(number.scale, CASES[i].scale);
    }
}

static void what_is_no_number_is_not_made_one(void **state)
{
    static const char *const TEXTS[] = { "",     "-",     ".",   "1,5",   "1.2.3", "1 000",   "E5",  "1E",    "1E+", "1E+401",
                                         "1E20", "1E-30", "#N/A", "TRUE", "NaN",   "Infinity", "0x1F", "\xEF\xBC\x94" };
    struct dec number;
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        assert_false(workbook_number(&number, TEXTS[i]));
}

static void formats_that_show_another_number_are_known(void **state)
{
    static const struct { const char *format; enum workbook_shown shown; } CASES[] = {
        { "General", WORKBOOK_PLAIN },        { "#,##0.00", WORKBOOK_PLAIN },      { "0.00E+00", WORKBOOK_PLAIN },
        { "@", WORKBOOK_PLAIN },              { "# ?/?", WORKBOOK_PLAIN },         { "#,##0\\ \"đồng/năm\"", WORKBOOK_PLAIN },
        { "[Red]#,##0", WORKBOOK_PLAIN },     { "0\\%", WORKBOOK_PLAIN },          { "_-* #,##0 _d_-", WORKBOOK_PLAIN },
        { "[$-42A]#,##0", WORKBOOK_PLAIN },   { "\"dmy", WORKBOOK_PLAIN },         { "", WORKBOOK_PLAIN },
        { "0%", WORKBOOK_PERCENT },           { "0.0 %", WORKBOOK_PERCENT },       { "0;-0%", WORKBOOK_PERCENT },
        { "dd/mm/yyyy", WORKBOOK_DATE },      { "[$-42A]d mmm", WORKBOOK_DATE },   { "[h]:mm", WORKBOOK_DATE },
        { "[hh]", WORKBOOK_DATE },            { "YYYY", WORKBOOK_DATE },           { "#,##0,", WORKBOOK_SCALED },
        { "0.0,,\" tỷ\"", WORKBOOK_SCALED },
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        if (workbook_shown(CASES[i].format) != CASES[i].shown)
            fail_msg("%s is shown as %d", CASES[i].format, (int)workbook_shown(CASES[i].format));
}

static void references_count_from_naught_and_end_somewhere(void **state)
{
    static const struct { const char *text; size_t row, column; } CASES[] = {
        { "A1", 0, 0 }, { "Z9", 8, 25 }, { "AA10", 9, 26 }, { "XFD1048576", 1048575, 16383 },
    };
    static const char *const WRONG[] = { "", "A", "1", "A0", "a1", "$A$1", "A1:B2", "AAAA1", "A12345678", "A-1", " A1" };
    size_t row, column;
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_true(workbook_reference(CASES[i].text, &row, &column));
        assert_true(row == CASES[i].row);
        assert_true(column == CASES[i].column);
    }
    for (size_t i = 0; i < sizeof WRONG / sizeof *WRONG; i++)
        assert_false(workbook_reference(WRONG[i], &row, &column));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_the_fifteen_digits_that_were_typed),
        cmocka_unit_test(what_is_no_number_is_not_made_one),
        cmocka_unit_test(formats_that_show_another_number_are_known),
        cmocka_unit_test(references_count_from_naught_and_end_somewhere),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
