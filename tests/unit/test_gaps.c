#include "../support/gaps_desk.h"

static void what_is_expected_is_on_track_at_equality(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = CASHLESS_2020;
    report(&desk, "2023", VALUE("38"));
    assert_line(desk, 2023, "-12.00 76.00 38.00 6.00 on-track"); /* 38/50; 12/2 */
}

static void the_office_tolerates_a_share_of_the_way(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = CASHLESS_2020;
    report(&desk, "2023", VALUE("37.1"));
    desk.office.tolerance_percent = (struct dec){ 5, 0 };        /* of the way from 20 to 38: 38 - 5 % of 18 = 37.1 */
    assert_line(desk, 2023, "-12.90 74.20 38.00 6.45 on-track"); /* 37.1/50; 12.9/2 */
    desk.office.tolerance_percent = (struct dec){ 499, 2 };      /* 38 - 0.8982 = 37.1018 */
    assert_line(desk, 2023, "-12.90 74.20 38.00 6.45 behind");
}

static void worse_than_the_baseline_is_never_on_track(void **state)
{
    static const char HIGH[] = "<target id='t' indicator='cashless' op='ge' value='100' unit='%' year='2025'>100%</target>";
    struct desk desk = desk_of(state, HIGH);
    desk.past = "<result id='p' indicator='cashless' op='eq' value='95' unit='%' year='2020'>95%</result>";
    report(&desk, "2024", VALUE("94.1"));
    desk.office.tolerance_percent = (struct dec){ 5, 0 };
    assert_line(desk, 2024, "-5.90 94.10 99.00 5.90 behind"); /* 95 + 5 x 4/5; not within 5 % of 99 */
    assert_way(desk, 2024, "94.10 -18.00 95.00 2020 stated"); /* -0.9/5 */
    desk.office.tolerance_percent = (struct dec){ 150, 0 };   /* 99 - 6 = 93 would do */
    assert_line(desk, 2024, "-5.90 94.10 99.00 5.90 behind");
}

static void what_is_to_be_kept_up_has_no_way_to_go(void **state)
{
    static const char KEEP[] = "<target id='t' indicator='cashless' op='ge' value='80' unit='%' year='2025'>80%</target>";
    struct desk desk = desk_of(state, KEEP);
    desk.past = "<result id='p' indicator='cashless' op='eq' value='85' unit='%' year='2020'>85%</result>";
    desk.office.tolerance_percent = (struct dec){ 5, 0 };
    report(&desk, "2023", VALUE("79.9"));
    report(&desk, "2024", VALUE("82"));
    report(&desk, "2025", VALUE("70"));
    assert_line(desk, 2023, "-0.10 99.88 80.00 0.05 behind"); /* 79.9/80 = 0.99875; nothing below the target passes */
    assert_line(desk, 2024, "2.00 102.50 80.00 -2.00 exceeded");
    assert_line(desk, 2025, "-10.00 87.50 80.00 - missed"); /* 70/80 */
    assert_way(desk, 2025, "87.50 - 85.00 2020 stated");
    assert_string_equal(reasons_at(&desk, 2025), "maintain");
}

static void a_target_reached_early_is_met_and_beyond_it_exceeded(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = CASHLESS_2020;
    report(&desk, "2022", VALUE("50"));
    report(&desk, "2023", VALUE("55"));
    assert_line(desk, 2022, "0.00 100.00 32.00 0.00 met");          /* 20 + 30 x 2/5 */
    assert_line(desk, 2023, "5.00 110.00 38.00 -2.50 exceeded");    /* 55/50; (50 - 55)/2 */
    desk.office.exceeded_percent = (struct dec){ 10, 0 };           /* more than 50 + 5 */
    assert_line(desk, 2023, "5.00 110.00 38.00 -2.50 met");
    desk.office.exceeded_percent = (struct dec){ 99, 1 };
    assert_line(desk, 2023, "5.00 110.00 38.00 -2.50 exceeded");
}

static void going_backwards_is_negative(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = CASHLESS_2020;
    report(&desk, "2021", VALUE("15"));
    assert_line(desk, 2021, "-35.00 30.00 26.00 8.75 behind"); /* 15/50; 20 + 30/5; 35/4 */
    assert_way(desk, 2021, "30.00 -16.67 20.00 2020 stated"); /* -5/30 */
}

static void lower_is_better(void **state)
{
    struct desk desk = desk_of(state, COST("le"));
    desk.past = COST_2020;
    report(&desk, "2023", VALUE("16"));
    report(&desk, "2024", VALUE("17"));
    /* +6 above the target; 10/16; (16 - 25) / (10 - 25) = 9/15; 25 - 15 x 3/5 = 16; (10 - 16) / 2 */
    assert_line(desk, 2023, "6.00 62.50 16.00 -3.00 on-track");
    assert_way(desk, 2023, "62.50 60.00 25.00 2020 stated");
    assert_line(desk, 2024, "7.00 58.82 13.00 -7.00 behind"); /* 10/17; 25 - 15 x 4/5 */
    assert_string_equal(judge(state, COST("le"), NULL, VALUE("10")), "0.00 100.00 10.00 - met");
    assert_string_equal(judge(state, COST("le"), NULL, VALUE("8")), "-2.00 125.00 10.00 - exceeded"); /* 10/8 */
    assert_string_equal(judge(state, COST("eq"), NULL, VALUE("16")), "6.00 62.50 10.00 - missed");    /* 10/16 */
    desk.office.tolerance_percent = (struct dec){ 34, 0 }; /* 13 + 34 % of 12 = 17.08 */
    assert_line(desk, 2024, "7.00 58.82 13.00 -7.00 on-track");
    desk.office.tolerance_percent = (struct dec){ 33, 0 }; /* 16.96 */
    assert_line(desk, 2024, "7.00 58.82 13.00 -7.00 behind");
}

static void strict_bounds_are_not_met_at_equality(void **state)
{
    static const char ABOVE[] = "<target id='t' indicator='cashless' op='gt' value='80' unit='%' year='2025'>Trên 80%</target>";
    assert_string_equal(judge(state, ABOVE, NULL, VALUE("80")), "0.00 100.00 80.00 - missed");
    assert_string_equal(judge(state, ABOVE, NULL, VALUE("80.01")), "0.01 100.01 80.00 - exceeded"); /* 80.01/80 = 1.000125 */
    assert_string_equal(judge(state, COST("lt"), NULL, VALUE("10")), "0.00 100.00 10.00 - missed");
    assert_string_equal(judge(state, COST("lt"), NULL, VALUE("9.99")), "-0.01 100.10 10.00 - exceeded"); /* 10/9.99 */
    /* "hơn 80 %" is beyond 80, "gần 80 %" is not there yet */
    assert_string_equal(judge(state, ABOVE, NULL, "<value target='t' op='gt' value='80'/>"), "0.00 100.00 80.00 - met");
    assert_string_equal(judge(state, CASHLESS, NULL, "<value target='t' op='almost' value='50'/>"),
                        "0.00 100.00 50.00 - missed");
    assert_string_equal(judge(state, CASHLESS, NULL, "<value target='t' op='gt' value='50'/>"), "0.00 100.00 50.00 - met");
    assert_string_equal(judge(state, COST("lt"), NULL, "<value target='t' op='lt' value='10'/>"), "0.00 100.00 10.00 - met");
    assert_string_equal(judge(state, COST("le"), NULL, "<value target='t' op='gt' value='10'/>"), "0.00 100.00 10.00 - missed");
}

static void about_and_a_bare_number_are_judged_by_direction(void **state)
{
    static const char ABOUT[] = "<target id='t' indicator='cashless' op='about' value='55' unit='%' year='2025'>55%</target>";
    assert_string_equal(judge(state, ABOUT, NULL, VALUE("55")), "0.00 100.00 55.00 - met");
    assert_string_equal(judge(state, ABOUT, NULL, VALUE("54.99")), "-0.01 99.98 55.00 - missed"); /* 0.999818… */
    assert_string_equal(judge(state, COST("about"), NULL, VALUE("10.01")), "0.01 99.90 10.00 - missed"); /* 10/10.01 */
    assert_string_equal(judge(state, COST("about"), NULL, VALUE("10")), "0.00 100.00 10.00 - met");
}

static void a_range_counts_to_the_nearer_bound(void **state)
{
    static const char RANGE[] =
        "<target id='t' indicator='enterprises-website' op='range' low='75' high='85' unit='%' year='2025'>75 - 85%</target>";
    assert_string_equal(judge(state, RANGE, NULL, VALUE("70")), "-5.00 93.33 75.00 - missed"); /* 70/75 */
    assert_string_equal(judge(state, RANGE, NULL, VALUE("75")), "0.00 100.00 75.00 - met");
    assert_string_equal(judge(state, RANGE, NULL, VALUE("85")), "0.00 113.33 75.00 - met"); /* 85/75 */
    assert_string_equal(judge(state, RANGE, NULL, VALUE("90")), "5.00 120.00 75.00 - exceeded");
    static const char DOWN[] =
        "<target id='t' indicator='last-mile-cost' op='range' low='5' high='10' unit='%' year='2025'>5 - 10%</target>";
    assert_string_equal(judge(state, DOWN, NULL, VALUE("12.5")), "2.50 80.00 10.00 - missed"); /* 10/12.5 */
    assert_string_equal(judge(state, DOWN, NULL, VALUE("5")), "0.00 200.00 10.00 - met");
    assert_string_equal(judge(state, DOWN, NULL, VALUE("4")), "-1.00 250.00 10.00 - exceeded");
    static const char AT_LEAST[] =
        "<target id='t' op='ge' low='2' high='3' unit='buổi' year='2025'>Ít nhất 02 đến 03 buổi</target>";
    assert_string_equal(judge(state, AT_LEAST, NULL, VALUE("1")), "-1.00 50.00 2.00 - missed");
    assert_string_equal(judge(state, AT_LEAST, NULL, VALUE("3")), "0.00 150.00 2.00 - met");
    assert_string_equal(judge(state, AT_LEAST, NULL, VALUE("4")), "1.00 200.00 2.00 - exceeded");
}

static void a_reported_range_is_judged_only_where_all_of_it_agrees(void **state)
{
    static const char *const RANGE = "<value target='t' op='range' low='%d' high='%d'/>";
    struct fixture *fixture = *state;
    /* no single figure: no achievement, and before 2025 nothing needed */
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(&fixture->arena, RANGE, 30, 35)), "-15.00 - 50.00 - missed");
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(&fixture->arena, RANGE, 45, 55)),
                        "- - 50.00 - not-computable"); /* from -5 to 5 */
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(&fixture->arena, RANGE, 50, 55)), "- - 50.00 - met"); /* from 0 to 5 */
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(&fixture->arena, RANGE, 51, 55)), "1.00 - 50.00 - exceeded");
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = CASHLESS_2020;
    report(&desk, "2023", arena_printf(&fixture->arena, RANGE, 35, 40)); /* 38 is expected */
    assert_line(desk, 2023, "-10.00 - 38.00 - not-computable");
    assert_string_equal(reasons_at(&desk, 2023), "actual-range unsure");
    report(&desk, "2024", arena_printf(&fixture->arena, RANGE, 45, 60)); /* 44 is expected: on the way, if not there */
    assert_line(desk, 2024, "- - 44.00 - on-track");
    struct gaps gaps = gaps_at(&desk, 2024);
    assert_string_equal(number_token(&fixture->arena, gaps.items[0].gap_bounds.low), "-5.00");
    assert_string_equal(number_token(&fixture->arena, gaps.items[0].gap_bounds.high), "10.00");
}

static void a_bound_is_judged_by_all_that_it_may_be(void **state)
{
    static const char *const BOUND = "<value target='t' op='%s' value='%d'/>";
    struct arena *arena = &((struct fixture *)*state)->arena;
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(arena, BOUND, "ge", 50)), "0.00 100.00 50.00 - met");
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(arena, BOUND, "ge", 45)),
                        "-5.00 90.00 50.00 - not-computable"); /* 45 or 60 */
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(arena, BOUND, "gt", 49)),
                        "-1.00 98.00 50.00 - not-computable");
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(arena, BOUND, "le", 49)), "-1.00 98.00 50.00 - missed");
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(arena, BOUND, "lt", 50)), "0.00 100.00 50.00 - missed");
    assert_string_equal(judge(state, CASHLESS, NULL, arena_printf(arena, BOUND, "le", 50)),
                        "0.00 100.00 50.00 - not-computable"); /* 50, or less */
    assert_string_equal(judge(state, COST("le"), NULL, arena_printf(arena, BOUND, "le", 10)), "0.00 100.00 10.00 - met");
    assert_string_equal(judge(state, COST("le"), NULL, arena_printf(arena, BOUND, "le", 12)),
                        "2.00 83.33 10.00 - not-computable");
    assert_string_equal(judge(state, COST("le"), NULL, arena_printf(arena, BOUND, "ge", 12)), "2.00 83.33 10.00 - missed");
}

static void the_best_rank_is_the_lowest(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' indicator='ecommerce-rank' kind='rank' op='le' value='5' unit='hạng' "
                                      "year='2025'>Top 5</target>");
    desk.past = "<result id='p' indicator='ecommerce-rank' kind='rank' op='eq' value='20' outOf='55' unit='hạng' "
                "year='2020'>20/55</result>";
    report(&desk, "2023", "<value target='t' value='11' outOf='63'/>");
    report(&desk, "2025", "<value target='t' value='4' outOf='63'/>");
    /* 11 - 5; 5/11; (11 - 20) / (5 - 20) = 9/15; 20 - 15 x 3/5 = 11; (5 - 11) / 2 */
    assert_line(desk, 2023, "6.00 45.45 11.00 -3.00 on-track");
    assert_way(desk, 2023, "45.45 60.00 20.00 2020 stated");
    assert_line(desk, 2025, "-1.00 125.00 5.00 - exceeded"); /* 5/4 */
}

static void a_neutral_share_has_a_gap_and_no_judgement(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' indicator='main-city-share' op='eq' value='50' unit='%' year='2025' "
                                      "direction='neutral'>50%</target>");
    report(&desk, "2023", VALUE("58.4"));
    assert_line(desk, 2023, "8.40 - - - -");
    assert_string_equal(reasons_at(&desk, 2023), "neutral");
    assert_line(desk, 2022, "- - - - no-data");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(what_is_expected_is_on_track_at_equality),
        TEST(the_office_tolerates_a_share_of_the_way),
        TEST(worse_than_the_baseline_is_never_on_track),
        TEST(what_is_to_be_kept_up_has_no_way_to_go),
        TEST(a_target_reached_early_is_met_and_beyond_it_exceeded),
        TEST(going_backwards_is_negative),
        TEST(lower_is_better),
        TEST(strict_bounds_are_not_met_at_equality),
        TEST(about_and_a_bare_number_are_judged_by_direction),
        TEST(a_range_counts_to_the_nearer_bound),
        TEST(a_reported_range_is_judged_only_where_all_of_it_agrees),
        TEST(a_bound_is_judged_by_all_that_it_may_be),
        TEST(the_best_rank_is_the_lowest),
        TEST(a_neutral_share_has_a_gap_and_no_judgement),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
