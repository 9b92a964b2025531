#include "../support/check.h"

#include <float.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "render/xlsx/xlsx_fprintf.h"

/* As libxlsxwriter calls it. */
int __fprintf_chk(FILE *file, int checks, const char *format, ...) __attribute__((format(printf, 3, 4)));

/* The double whose bits are those of a number of so many more. */
static double neighbour(double number, int64_t steps)
{
    union {
        double number;
        uint64_t bits;
    } same = { number };
    same.bits += (uint64_t)steps;
    return same.number;
}

/* What is printed is what the C library prints; whether anything is. */
static bool check_number(double number)
{
    char expected[64], found[XLSX_NUMBER_ROOM + 1] = "";
    snprintf(expected, sizeof expected, "%.16G", number);
    size_t length = xlsx_print_number(found, number);
    found[length] = '\0';
    if (length && strcmp(found, expected) != 0)
        fail_msg("%.17g: %s, but the library prints %s", number, found, expected);
    return length > 0;
}

static void numbers_of_every_size_are_printed_as_the_library_does(void **state)
{
    enum { TRIES = 60000, DECIMALS = 9 };
    struct chance chance = { 14 };
    int64_t printed = 0, most = 9;
    (void)state;
    for (int digits = 1; digits <= 17; digits++, most = most * 10 + 9)
        for (int i = 0; i < TRIES / 17; i++) {
            double number = (double)chance_between(&chance, 0, most), scale = 1;
            for (int64_t decimals = chance_between(&chance, 0, DECIMALS); decimals > 0; decimals--)
                scale *= 10;
            number /= scale;
            printed += check_number(number);
            printed += check_number(-number);
        }
    assert_true(printed > TRIES / 2);
}

static void numbers_beside_decimals_are_printed_as_the_library_does(void **state)
{
    enum { TRIES = 40000 };
    struct chance chance = { 15 };
    (void)state;
    for (int i = 0; i < TRIES; i++) {
        double number = (double)chance_between(&chance, 1, 99999999) / 10000;
        (void)check_number(neighbour(number, -1));
        (void)check_number(neighbour(number, 1));
        (void)check_number(neighbour(0, (int64_t)chance_next(&chance)));
    }
}

static void numbers_at_the_edges_are_printed_as_the_library_does(void **state)
{
    static const double NUMBERS[] = { 0,
                                      -0.0,
                                      1,
                                      -1,
                                      0.1,
                                      9.95,
                                      8.41,
                                      0.001,
                                      0.0001,
                                      0.00009999,
                                      1e-5,
                                      1e15,
                                      1e14,
                                      1e16,
                                      1e17,
                                      1e22,
                                      1e300,
                                      1e-300,
                                      0.3,
                                      2.675,
                                      1234567.891,
                                      99999999999999.9,
                                      0.5,
                                      123456,
                                      4503599627370497.5,
                                      999999999999999,
                                      999999999999.999,
                                      DBL_MIN,
                                      DBL_MAX };
    (void)state;
    for (size_t i = 0; i < sizeof NUMBERS / sizeof *NUMBERS; i++)
        (void)check_number(NUMBERS[i]);
    (void)check_number(INFINITY);
    (void)check_number(NAN);
    assert_true(check_number(1234567.8) && check_number(-12.5) && check_number(100));
}

static void cells_are_printed_as_the_library_does(void **state)
{
    (void)state;
    char found[4096] = "", expected[4096], text[2000];
    memset(text, 'x', sizeof text);
    text[sizeof text - 1] = '\0';
    FILE *file = fmemopen(found, sizeof found, "w");
    assert_non_null(file);
    int length = __fprintf_chk(file, 1, "<c r=\"%s\" s=\"%d\"><v>%.16G</v></c>", "B12", -7, 1924.5);
    length += __fprintf_chk(file, 1, "<t>%s</t>%d", text, 2147483647);
    length += __fprintf_chk(file, 1, "%05.1f|%s|100%%", 2.25, "by the library");
    assert_whole(fclose(file), 0);
    int whole = snprintf(expected, sizeof expected,
                         "<c r=\"B12\" s=\"-7\"><v>1924.5</v></c><t>%s</t>2147483647%05.1f|by the library|100%%", text,
                         2.25);
    assert_whole(length, whole);
    assert_string_equal(found, expected);
}

static void a_file_that_takes_nothing_is_told(void **state)
{
    (void)state;
    FILE *file = fopen("/dev/full", "w");
    assert_non_null(file);
    setvbuf(file, NULL, _IONBF, 0);
    assert_whole(__fprintf_chk(file, 1, "<c r=\"%s\"/>", "A1"), -1);
    assert_true(ferror(file) != 0);
    (void)fclose(file);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_of_every_size_are_printed_as_the_library_does),
        cmocka_unit_test(numbers_beside_decimals_are_printed_as_the_library_does),
        cmocka_unit_test(numbers_at_the_edges_are_printed_as_the_library_does),
        cmocka_unit_test(cells_are_printed_as_the_library_does),
        cmocka_unit_test(a_file_that_takes_nothing_is_told),
    };
    xlsx_fprintf_link();
    return cmocka_run_group_tests_name("xlsx_fprintf", tests, NULL, NULL);
}
