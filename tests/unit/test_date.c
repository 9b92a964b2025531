#include "../support/check.h"

static void reads_iso_dates(void **state)
{
    struct date date;
    (void)state;
    assert_true(date_parse(&date, "2020-11-18"));
    assert_date(date, 2020, 11, 18);
    assert_true(date_parse(&date, "0001-01-01"));
    assert_date(date, 1, 1, 1);
    assert_true(date_parse(&date, "9999-12-31"));
    assert_date(date, 9999, 12, 31);
}

static void refuses_everything_else(void **state)
{
    static const char *const TEXTS[] = {
        "", "2020", "2020-11", "2020-11-1", "2020-11-018", "18/11/2020", "2020/11/18", "2020-11-18 ", " 2020-11-18",
        "2020-11-18Z", "2020-11-18+07:00", "-2020-11-18", "20201118", "2020-00-18", "2020-13-18", "2020-11-00",
        "2020-11-31", "2021-02-29", "1900-02-29", "2020-02-30", "0000-01-01", "2O20-11-18", "2020-1a-18", "+020-11-18",
    };
    struct date date = { 1, 2, 3 };
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++)
        assert_false(date_parse(&date, TEXTS[i]));
    assert_date(date, 1, 2, 3);
}

static void february_has_29_days_in_leap_years_only(void **state)
{
    struct date date;
    (void)state;
    assert_true(date_parse(&date, "2020-02-29"));
    assert_true(date_parse(&date, "2000-02-29"));
    assert_false(date_parse(&date, "2100-02-29"));
    assert_false(date_parse(&date, "2023-02-29"));
}

static void seconds_since_1970_give_the_day_in_utc(void **state)
{
    static const struct { int64_t seconds; int year, month, day; } CASES[] = {
        { 0, 1970, 1, 1 },          { 86399, 1970, 1, 1 },        { 86400, 1970, 1, 2 },      { 951782399, 2000, 2, 28 },
        { 951782400, 2000, 2, 29 }, { 951868800, 2000, 3, 1 },    { 1605657600, 2020, 11, 18 }, { 1709164800, 2024, 2, 29 },
        { 4102444799, 2099, 12, 31 }, { 4107542400, 2100, 3, 1 }, { 253402300799, 9999, 12, 31 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct date date;
        assert_true(date_of_epoch(&date, CASES[i].seconds));
        assert_date(date, CASES[i].year, CASES[i].month, CASES[i].day);
    }
}

static void no_day_before_1970_or_after_9999(void **state)
{
    struct date date = { 1, 2, 3 };
    (void)state;
    assert_false(date_of_epoch(&date, -1));
    assert_false(date_of_epoch(&date, INT64_MIN));
    assert_false(date_of_epoch(&date, 253402300800));
    assert_false(date_of_epoch(&date, INT64_MAX));
    assert_date(date, 1, 2, 3);
}

static void dates_are_ordered(void **state)
{
    struct date a = { 2020, 11, 18 }, later[] = { { 2020, 11, 19 }, { 2020, 12, 1 }, { 2021, 1, 1 } };
    (void)state;
    assert_whole(date_cmp(a, a), 0);
    for (size_t i = 0; i < sizeof later / sizeof *later; i++) {
        assert_true(date_cmp(a, later[i]) < 0);
        assert_true(date_cmp(later[i], a) > 0);
    }
}

/* The calendar repeats after 400 years of 146097 days: each day is the next of the one before, and a real date. */
static void days_follow_one_another(void **state)
{
    struct date before = { 1969, 12, 31 };
    (void)state;
    for (int64_t day = 0; day < 146097; day++) {
        struct date date, again;
        char text[24];
        assert_true(date_of_epoch(&date, day * 86400 + day % 86400));
        bool next_day = date.year == before.year && date.month == before.month && date.day == before.day + 1;
        bool next_month = date.year == before.year && date.month == before.month + 1 && date.day == 1 && before.day >= 28;
        bool next_year = date.year == before.year + 1 && date.month == 1 && date.day == 1 && before.month == 12;
        assert_true(next_day || next_month || next_year);
        before = date;
        if (day % 97)
            continue;
        snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
        assert_true(date_parse(&again, text));
        assert_whole(date_cmp(again, date), 0);
    }
    assert_date(before, 2369, 12, 31);
}

static void days_are_counted_from_1970(void **state)
{
    (void)state;
    assert_whole(date_number((struct date){ 1970, 1, 1 }), 0);
    assert_whole(date_number((struct date){ 1969, 12, 31 }), -1);
    assert_whole(date_number((struct date){ 2000, 1, 1 }), 10957);
    assert_whole(date_number((struct date){ 2024, 2, 29 }), 19782);
    assert_whole(date_number((struct date){ 2024, 3, 1 }), 19783);
    assert_date(date_plus((struct date){ 2024, 3, 1 }, -1), 2024, 2, 29);
    assert_date(date_plus((struct date){ 2023, 3, 1 }, -1), 2023, 2, 28);
    assert_date(date_plus((struct date){ 2023, 12, 31 }, 1), 2024, 1, 1);
    assert_date(date_plus((struct date){ 2024, 1, 15 }, 366), 2025, 1, 15);
    assert_date(date_plus((struct date){ 2025, 1, 15 }, -366), 2024, 1, 15);
}

static void the_day_a_month_before_may_be_shorter(void **state)
{
    (void)state;
    assert_date(date_month_before((struct date){ 2024, 3, 31 }), 2024, 2, 29);
    assert_date(date_month_before((struct date){ 2023, 3, 29 }), 2023, 2, 28);
    assert_date(date_month_before((struct date){ 2024, 1, 16 }), 2023, 12, 16);
}

static void saturday_and_sunday_are_the_weekend(void **state)
{
    (void)state;
    assert_false(date_is_weekend((struct date){ 2024, 12, 13 })); /* Friday */
    assert_true(date_is_weekend((struct date){ 2024, 12, 14 }));
    assert_true(date_is_weekend((struct date){ 2024, 12, 15 }));
    assert_false(date_is_weekend((struct date){ 2024, 12, 16 }));
    assert_true(date_is_weekend((struct date){ 1969, 12, 28 })); /* Sunday */
}

/* Nghị định 30/2020/NĐ-CP, Phụ lục I, II.4: a zero before days below 10 and before months 1 and 2. */
static void documents_write_dates_as_the_decree_does(void **state)
{
    static const struct {
        struct date date;
        const char *words, *figures;
    } DATES[] = { { { 2021, 1, 15 }, "ngày 15 tháng 01 năm 2021", "15/01/2021" },
                  { { 2021, 2, 8 }, "ngày 08 tháng 02 năm 2021", "08/02/2021" },
                  { { 2021, 3, 9 }, "ngày 09 tháng 3 năm 2021", "09/03/2021" },
                  { { 2020, 11, 10 }, "ngày 10 tháng 11 năm 2020", "10/11/2020" } };
    struct arena arena = ARENA_INIT;
    (void)state;
    for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
        assert_string_equal(date_words(&arena, DATES[i].date), DATES[i].words);
        assert_string_equal(date_figures(&arena, DATES[i].date), DATES[i].figures);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_iso_dates),
        cmocka_unit_test(refuses_everything_else),
        cmocka_unit_test(february_has_29_days_in_leap_years_only),
        cmocka_unit_test(seconds_since_1970_give_the_day_in_utc),
        cmocka_unit_test(no_day_before_1970_or_after_9999),
        cmocka_unit_test(dates_are_ordered),
        cmocka_unit_test(days_follow_one_another),
        cmocka_unit_test(days_are_counted_from_1970),
        cmocka_unit_test(the_day_a_month_before_may_be_shorter),
        cmocka_unit_test(documents_write_dates_as_the_decree_does),
        cmocka_unit_test(saturday_and_sunday_are_the_weekend),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
