#include "../support/gaps_desk.h"

#define GROWTH "<target id='t' indicator='b2c-growth' kind='growth' op='eq' value='25' unit='%/năm' year='2025'>25%</target>"

/* "mean years mean-gap index" */
static const char *mean_of(struct desk *desk, int year)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, year);
    const struct gap *gap = &gaps.items[0];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->mean);
    text_addf(&out, " %d", gap->mean_years);
    add_number(&out, arena, gap->mean_gap);
    add_number(&out, arena, gap->index);
    return text_str(&out) + 1;
}

static void growth_is_that_of_the_year_and_the_mean_stands_beside_it(void **state)
{
    struct desk desk = desk_of(state, GROWTH);
    report(&desk, "2021", VALUE("10"));
    report(&desk, "2022", VALUE("20"));
    report(&desk, "2023", VALUE("30"));
    report(&desk, "2024", VALUE("24"));
    report(&desk, "2025", VALUE("15"));
    assert_line(desk, 2023, "5.00 120.00 25.00 - on-track"); /* 30 - 25; 30/25 */
    assert_line(desk, 2024, "-1.00 96.00 25.00 - behind");
    desk.office.tolerance_percent = (struct dec){ 4, 0 }; /* of 25 */
    assert_line(desk, 2024, "-1.00 96.00 25.00 - on-track");
    assert_line(desk, 2025, "-10.00 60.00 25.00 - missed");
    /* 1.1 x 1.2 x 1.3 = 1.716, its third root 1.19721…; 1.716 x 1.24 x 1.15 = 2.447016, its fifth root 1.19598… */
    assert_string_equal(mean_of(&desk, 2023), "19.72 3 -5.28 171.60");
    assert_string_equal(mean_of(&desk, 2025), "19.60 5 -5.40 244.70");
    assert_string_equal(reasons_at(&desk, 2025), "");
    assert_way(desk, 2025, "60.00 - - 0 ");
}

static void growth_may_shrink_and_a_strict_one_must_be_beaten(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' indicator='b2c-growth' kind='growth' op='gt' value='50' unit='%/năm' "
                                      "year='2022'>Trên 50%</target>");
    report(&desk, "2021", VALUE("-10"));
    report(&desk, "2022", VALUE("50"));
    assert_line(desk, 2021, "-60.00 -20.00 50.00 - behind"); /* -10/50 */
    assert_line(desk, 2022, "0.00 100.00 50.00 - missed");
    assert_string_equal(reasons_at(&desk, 2022), "at-strict-bound");
    assert_string_equal(mean_of(&desk, 2022), "16.19 2 -33.81 135.00"); /* 0.9 x 1.5 = 1.35, its root 1.161895… */
}

static void a_missing_year_does_not_wipe_the_growth_of_the_others(void **state)
{
    struct desk desk = desk_of(state, GROWTH);
    report(&desk, "2021", VALUE("10"));
    report(&desk, "2023", VALUE("30"));
    assert_line(desk, 2023, "5.00 120.00 25.00 - on-track");
    assert_string_equal(mean_of(&desk, 2023), "19.58 2 -5.42 -"); /* 1.1 x 1.3 = 1.43, its root 1.195826… */
    assert_line(desk, 2022, "- - 25.00 - no-data"); /* the year asked for is missing itself */
    assert_latest(desk, 2022, "10.00 2021 no-data");
    assert_string_equal(mean_of(&desk, 2022), "10.00 1 -15.00 -");
}

static void growth_too_long_to_be_exact_has_no_mean(void **state)
{
    struct desk desk = desk_of(state, GROWTH);
    report(&desk, "2021", VALUE("10.123456789"));
    report(&desk, "2022", VALUE("10.123456789"));
    report(&desk, "2023", VALUE("10.123456789"));
    report(&desk, "2024", VALUE("10.123456789"));
    assert_string_equal(line_of(&desk, 2024, 0), "-14.88 40.49 25.00 - behind");
    assert_string_equal(mean_of(&desk, 2024), "- 4 - -");
    assert_string_equal(reasons_at(&desk, 2024), "overflow");
}

static const char *national_of(struct desk *desk, size_t at)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, 2025);
    const struct gap *gap = &gaps.items[at];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->national.low);
    add_number(&out, arena, gap->national_gap);
    text_addf(&out, " %s", gap_reasons(arena, gap));
    return text_str(&out) + 1;
}

static void the_nation_s_target_is_compared_only_where_that_makes_sense(void **state)
{
    struct desk desk = desk_of(
        state,
        "<target id='t1' indicator='cashless' op='eq' value='35' unit='%' year='2025'>35%</target>"
        "<target id='t2' indicator='smes-on-platforms' op='eq' value='40' unit='%' year='2025'>40%</target>"
        "<target id='t3' indicator='training-places' op='eq' value='500' unit='lượt' year='2025'>500</target>"
        "<target id='t4' indicator='last-mile-cost' op='eq' value='12' unit='%' year='2025'>12%</target>"
        "<target id='t5' indicator='online-spend' op='eq' value='100' unit='nghìn đồng' year='2025'>100</target>"
        "<target id='t6' indicator='cashless' op='eq' value='30' unit='%' year='2024'>30%</target>");
    report(&desk, "2025", "<value target='t1' value='40'/><value target='t2' value='45'/>"
                          "<value target='t3' value='600' basis='cumulative'/>"
                          "<value target='t4' value='11.5'/><value target='t5' value='90'/><value target='t6' value='40'/>");
    assert_string_equal(national_of(&desk, 0), "50.00 -10.00 "); /* 40 - 50 */
    assert_string_equal(national_of(&desk, 1), "50.00 - national-unverified");
    assert_string_equal(national_of(&desk, 2), "- - national-incomparable");
    assert_string_equal(national_of(&desk, 3), "10.00 1.50 ");
    assert_string_equal(national_of(&desk, 4), "600.00 - national-unit");
    /* The set of 2021-2025 has a target for 2025; the figure of another period does not judge this one. */
    assert_string_equal(national_of(&desk, 5), "50.00 - other-period target-year-past");
}

static void growth_is_compared_with_the_nation_s_over_the_same_years(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' indicator='b2c-growth' kind='growth' op='eq' value='15' unit='%/năm' "
                                      "year='2025'>15%</target>");
    static const char *const YEARS[] = { "2021", "2022", "2023", "2024", "2025" };
    for (size_t i = 0; i < 5; i++)
        report(&desk, YEARS[i], VALUE("20"));
    assert_line(desk, 2025, "5.00 133.33 15.00 - exceeded"); /* 20/15 */
    assert_string_equal(national_of(&desk, 0), "25.00 -5.00 "); /* 20 - 25, both a year */
    assert_string_equal(mean_of(&desk, 2025), "20.00 5 5.00 248.83"); /* 1.2^5 = 2.48832 */
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(growth_is_that_of_the_year_and_the_mean_stands_beside_it),
        TEST(growth_may_shrink_and_a_strict_one_must_be_beaten),
        TEST(a_missing_year_does_not_wipe_the_growth_of_the_others),
        TEST(growth_too_long_to_be_exact_has_no_mean),
        TEST(the_nation_s_target_is_compared_only_where_that_makes_sense),
        TEST(growth_is_compared_with_the_nation_s_over_the_same_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
