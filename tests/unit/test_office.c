#include "../support/check.h"

#include "model/office.h"

static struct office office_of(int64_t percent, unsigned decimals, int64_t dong)
{
    return (struct office){ .material_percent = { percent, decimals }, .material_dong = dong };
}

static bool material(int64_t percent, unsigned decimals, int64_t dong, int64_t stated, int64_t computed)
{
    struct office office = office_of(percent, decimals, dong);
    return is_material(&office, stated, computed);
}

static void without_thresholds_every_difference_is_material(void **state)
{
    (void)state;
    const struct office none = { 0 };
    assert_true(is_material(&none, 100, 99));
    assert_true(is_material(&none, 0, 1));
    assert_true(is_material(&none, INT64_MAX, INT64_MAX - 1));
    assert_true(is_material(&none, INT64_MIN, INT64_MAX));
}

static void no_difference_is_never_material(void **state)
{
    (void)state;
    static const int64_t FIGURES[] = { 0, 1, -1, 1924500000, INT64_MAX, INT64_MIN };
    for (size_t i = 0; i < sizeof FIGURES / sizeof *FIGURES; i++) {
        assert_false(material(0, 0, 0, FIGURES[i], FIGURES[i]));
        assert_false(material(100, 0, INT64_MAX, FIGURES[i], FIGURES[i]));
    }
}

static void both_thresholds_must_be_exceeded(void **state)
{
    (void)state;
    /* 1.000 stated, 900 computed: 100 đồng, 10 %. */
    assert_true(material(9, 0, 99, 1000, 900));
    assert_false(material(11, 0, 99, 1000, 900));
    assert_false(material(9, 0, 101, 1000, 900));
    assert_false(material(11, 0, 101, 1000, 900));
}

static void a_difference_at_a_threshold_is_not_material(void **state)
{
    (void)state;
    assert_false(material(10, 0, 0, 1000, 900));
    assert_false(material(0, 0, 100, 1000, 900));
    assert_true(material(0, 0, 99, 1000, 900));
    assert_true(material(999999, 5, 0, 1000, 900)); /* 9,99999 % */
    assert_false(material(10000000, 6, 0, 1000, 900));
}

static void the_percentage_is_of_the_stated_figure(void **state)
{
    (void)state;
    assert_true(material(99, 0, 0, 50, 100));
    assert_false(material(100, 0, 0, 50, 100));
    assert_true(material(49, 0, 0, 100, 50));
    assert_false(material(50, 0, 0, 100, 50));
}

static void from_a_stated_zero_only_the_money_counts(void **state)
{
    (void)state;
    assert_true(material(100, 0, 0, 0, 1));
    assert_true(material(100, 0, 99, 0, -100));
    assert_false(material(0, 0, 100, 0, 100));
}

static void signs_do_not_matter(void **state)
{
    (void)state;
    assert_true(material(9, 0, 99, -1000, -900));
    assert_false(material(10, 0, 99, -1000, -900));
    assert_true(material(9, 0, 99, -1000, -1100));
    assert_true(material(150, 0, 0, 10, -10)); /* 20 of 10 is 200 % */
}

static void the_largest_figures_do_not_overflow(void **state)
{
    (void)state;
    assert_true(material(100, 0, 0, INT64_MIN, INT64_MAX));
    assert_true(material(100000000, 6, INT64_MAX, INT64_MIN, INT64_MAX));
    assert_false(material(100000000, 6, 0, INT64_MIN, 0));
    assert_true(material(99999999, 6, 0, INT64_MIN, 0));
    assert_false(material(100000000, 6, INT64_MAX, INT64_MAX, 0));
}

static void the_boundary_is_exact_for_figures_taken_at_random(void **state)
{
    (void)state;
    struct chance chance = { 20201118 };
    for (int i = 0; i < 20000; i++) {
        int64_t stated = 1000 * chance_between(&chance, 1, 9000000000000), tenths = chance_between(&chance, 0, 1000);
        int64_t edge = stated / 1000 * tenths, sign = chance_between(&chance, 0, 1) ? 1 : -1;
        assert_false(material(tenths, 1, 0, stated, stated + sign * edge));
        assert_true(material(tenths, 1, 0, stated, stated + sign * (edge + 1)));
        assert_false(material(tenths, 1, edge + 1, stated, stated + sign * (edge + 1)));
    }
}

/* An invented Tết from Thursday 8 to Wednesday 14 February 2024, and a Monday that is swapped for the Saturday after it. */
static const struct office *office_with_holidays(void)
{
    static struct days_off off[] = { { { 2024, 2, 8 }, { 2024, 2, 14 }, "Tết" }, { { 2024, 4, 29 }, { 2024, 5, 1 }, "30/4" } };
    static struct date worked[] = { { 2024, 5, 4 } };
    static struct office office = { .days_off = off, .days_off_count = 2, .workdays = worked, .workday_count = 1 };
    return &office;
}

static void the_first_working_day_is_after_weekends_and_holidays(void **state)
{
    (void)state;
    const struct office *office = office_with_holidays(), none = { 0 };
    static const struct { struct date day, first, without; } CASES[] = {
        { { 2024, 2, 7 }, { 2024, 2, 7 }, { 2024, 2, 7 } },
        { { 2024, 2, 8 }, { 2024, 2, 15 }, { 2024, 2, 8 } },
        { { 2024, 2, 14 }, { 2024, 2, 15 }, { 2024, 2, 14 } },
        { { 2024, 4, 27 }, { 2024, 5, 2 }, { 2024, 4, 29 } }, /* Saturday */
        { { 2024, 5, 4 }, { 2024, 5, 4 }, { 2024, 5, 6 } },   /* the Saturday that is worked */
        { { 2024, 5, 5 }, { 2024, 5, 6 }, { 2024, 5, 6 } },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        assert_whole(date_cmp(office_working_day(office, CASES[i].day), CASES[i].first), 0);
        assert_whole(date_cmp(office_working_day(&none, CASES[i].day), CASES[i].without), 0);
    }
    assert_true(office_knows_holidays(office, 2024));
    assert_false(office_knows_holidays(office, 2025));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_thresholds_every_difference_is_material),
        cmocka_unit_test(no_difference_is_never_material),
        cmocka_unit_test(both_thresholds_must_be_exceeded),
        cmocka_unit_test(a_difference_at_a_threshold_is_not_material),
        cmocka_unit_test(the_percentage_is_of_the_stated_figure),
        cmocka_unit_test(from_a_stated_zero_only_the_money_counts),
        cmocka_unit_test(signs_do_not_matter),
        cmocka_unit_test(the_largest_figures_do_not_overflow),
        cmocka_unit_test(the_boundary_is_exact_for_figures_taken_at_random),
        cmocka_unit_test(the_first_working_day_is_after_weekends_and_holidays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
