#include "../support/gaps_desk.h"

static void a_share_is_measured_from_its_baseline(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = CASHLESS_2020;
    report(&desk, "2023", VALUE("35"));
    /* gap 35 - 50; 35/50; 20 + 30 x 3/5 = 38; (50 - 35) / 2; 35 < 38; (35 - 20) / (50 - 20) = 15/30 */
    assert_line(desk, 2023, "-15.00 70.00 38.00 7.50 behind");
    assert_way(desk, 2023, "70.00 50.00 20.00 2020 stated");
    struct gaps gaps = gaps_at(&desk, 2023);
    assert_whole(gaps.items[0].actual_year, 2023);
    assert_string_equal(gap_actual_token(&gaps, &gaps.items[0]), "final");
    assert_whole((int64_t)gaps.numbers[GAP_BEHIND], 1);
}

static void only_a_figure_of_the_year_judges_it(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = CASHLESS_2020;
    report(&desk, "2022", VALUE("50"));
    report(&desk, "2023", VALUE("35"));
    assert_line(desk, 2023, "-15.00 70.00 38.00 7.50 behind"); /* and not the better one of the year before */
    assert_line(desk, 2024, "- - 44.00 - no-data");            /* 20 + 30 x 4/5; nothing of that year */
    assert_latest(desk, 2024, "35.00 2023 no-data");
    assert_string_equal(reasons_at(&desk, 2024), "other-period");
    assert_line(desk, 2025, "- - 50.00 - no-data");
    assert_latest(desk, 2025, "35.00 2023 no-data");
    struct gaps gaps = gaps_at(&desk, 2025);
    assert_whole(gaps.items[0].actual_year, 0);
    assert_null(gap_actual_token(&gaps, &gaps.items[0]));
    assert_true(gap_is_missing(&gaps.items[0]));
    report(&desk, "2025", "<value target='t' status='not-reported'>Chưa có.</value>"); /* wins over what is older */
    assert_latest(desk, 2025, "35.00 2023 no-data");
    assert_string_equal(reasons_at(&desk, 2025), "not-reported other-period");
    gaps = gaps_at(&desk, 2025);
    assert_string_equal(gap_actual_token(&gaps, &gaps.items[0]), "not-reported");
}

static void a_figure_after_the_target_s_year_does_not_judge_it(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' indicator='cashless' op='ge' value='50' unit='%' year='2022'>50%</target>");
    report(&desk, "2023", VALUE("60"));
    assert_line(desk, 2023, "- - 50.00 - no-data");
    assert_latest(desk, 2023, "60.00 2023 no-data");
    assert_string_equal(reasons_at(&desk, 2023), "other-period target-year-past");
    report(&desk, "2022", VALUE("49"));
    assert_line(desk, 2023, "-1.00 98.00 50.00 - missed"); /* 49/50, of 2022 */
    assert_latest(desk, 2023, "- - missed");
    assert_line(desk, 2022, "-1.00 98.00 50.00 - missed");
    assert_line(desk, 2021, "- - - - no-data");
}

static void the_first_figure_reported_stands_in_for_a_baseline(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    report(&desk, "2021", "<value target='t' value='10' status='provisional'/>");
    report(&desk, "2022", VALUE("20"));
    report(&desk, "2023", VALUE("30"));
    assert_line(desk, 2022, "-30.00 40.00 - 10.00 not-computable"); /* nothing final before it */
    assert_string_equal(reasons_at(&desk, 2022), "no-baseline");
    assert_line(desk, 2023, "-20.00 60.00 30.00 10.00 on-track"); /* 20 + 30 x 1/3; 30/50; 20/2 */
    assert_way(desk, 2023, "60.00 33.33 20.00 2022 reported");    /* 10/30 */
    assert_string_equal(reasons_at(&desk, 2023), "baseline-reported");
}

static void a_past_result_is_of_the_target_that_it_names(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' indicator='cashless' op='ge' value='30' unit='%' year='2025'>Huyện</target>"
                                      "<target id='u' indicator='cashless' op='ge' value='55' unit='%' year='2025'>Phố</target>");
    desk.past = "<result id='p' indicator='cashless' op='eq' value='48' unit='%' year='2020'>48</result>"
                "<result id='q' indicator='cashless' op='eq' value='22' unit='%' year='2020'>22</result>";
    report(&desk, "2023", "<value target='t' value='27'/><value target='u' value='52'/>");
    assert_way(desk, 2023, "90.00 - - 0 "); /* of which target? 27/30 */
    assert_string_equal(reasons_at(&desk, 2023), "baseline-ambiguous no-baseline");
    desk.past = "<result id='p' indicator='cashless' op='eq' value='48' unit='%' year='2020' target='u'>48</result>"
                "<result id='q' indicator='cashless' op='eq' value='22' unit='%' year='2020' target='t'>22</result>";
    assert_way(desk, 2023, "90.00 62.50 22.00 2020 stated"); /* 5/8 */
    assert_line(desk, 2023, "-3.00 90.00 26.80 1.50 on-track"); /* 22 + 8 x 3/5 */
}

static void milestones_say_what_is_expected(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.milestones = "<milestone target='t' year='2024' value='45'/><milestone target='t' year='2022' value='30'/>";
    for (int year = 2021; year <= 2024; year++)
        report(&desk, arena_printf(&desk.fixture->arena, "%d", year), VALUE("30"));
    assert_line(desk, 2021, "-20.00 60.00 - 5.00 not-computable"); /* no baseline yet and no milestone due; 30/50; 20/4 */
    assert_line(desk, 2022, "-20.00 60.00 30.00 6.67 on-track");
    assert_line(desk, 2023, "-20.00 60.00 30.00 10.00 on-track");
    assert_line(desk, 2024, "-20.00 60.00 45.00 20.00 behind");
    desk.past = CASHLESS_2020;
    assert_line(desk, 2021, "-20.00 60.00 25.00 5.00 on-track"); /* 20 + (30 - 20) x 1/2 */
    assert_way(desk, 2021, "60.00 33.33 20.00 2020 stated");     /* 10/30 */
}

#define PLACES "<target id='t' indicator='training-places' op='eq' value='1000' unit='lượt' year='2025'>1.000 lượt</target>"

static void a_count_starts_at_nothing_and_adds_up(void **state)
{
    struct desk desk = desk_of(state, PLACES);
    desk.past = "<result id='p' indicator='training-places' op='gt' value='600' unit='lượt'>600</result>";
    report(&desk, "2021", VALUE("100"));
    report(&desk, "2022", "<value target='t' value='150' status='provisional'/>");
    report(&desk, "2023", VALUE("200"));
    /* 450 - 1000; 450/1000; 1000 x 3/5; 550/2 */
    assert_line(desk, 2023, "-550.00 45.00 600.00 275.00 behind");
    struct gaps gaps = gaps_at(&desk, 2023);
    assert_string_equal(gap_actual_token(&gaps, &gaps.items[0]), "provisional");
    assert_whole(gaps.items[0].baseline_year, 2020);
    assert_line(desk, 2021, "-900.00 10.00 200.00 225.00 behind");
}

static void a_count_with_a_missing_year_is_never_silently_smaller(void **state)
{
    struct desk desk = desk_of(state, PLACES);
    report(&desk, "2021", VALUE("100"));
    report(&desk, "2023", VALUE("200"));
    assert_line(desk, 2022, "- - 400.00 - no-data");
    assert_latest(desk, 2022, "100.00 2021 no-data");
    assert_line(desk, 2023, "- - 600.00 - not-computable");
    assert_string_equal(reasons_at(&desk, 2023), "missing-year:2022 national-incomparable");
    report(&desk, "2024", "<value target='t' value='820' basis='cumulative'/>");
    report(&desk, "2025", VALUE("180"));
    assert_line(desk, 2024, "-180.00 82.00 800.00 180.00 on-track");
    assert_line(desk, 2025, "0.00 100.00 1000.00 - met"); /* 820 + 180 */
}

static void months_of_a_count_add_up_within_their_year(void **state)
{
    struct desk desk = desk_of(state, PLACES);
    report(&desk, "2021", VALUE("100"));
    report(&desk, "2022-01", VALUE("10"));
    report(&desk, "2022-02", VALUE("20"));
    report(&desk, "2022-04", VALUE("40")); /* March says nothing: what comes after cannot be added */
    assert_line(desk, 2022, "-870.00 13.00 400.00 290.00 not-computable"); /* 130; 870/3 */
    assert_string_equal(reasons_at(&desk, 2022), "partial-year national-incomparable");
    report(&desk, "2023", VALUE("200"));   /* the rest of 2022 is missing */
    assert_line(desk, 2023, "- - 600.00 - not-computable");
    assert_string_equal(reasons_at(&desk, 2023), "missing-year:2022 national-incomparable");
    report(&desk, "2023-06", "<value target='t' value='1' basis='cumulative'/>"); /* the year counts before its months */
    assert_line(desk, 2023, "- - 600.00 - not-computable");
}

static void a_flow_needs_its_whole_year(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' indicator='online-spend' op='eq' value='400' unit='USD/người/năm' "
                                      "year='2025'>400</target>");
    report(&desk, "2021", VALUE("100"));
    for (int month = 1; month <= 12; month++) {
        report(&desk, arena_printf(&desk.fixture->arena, "2022-%02d", month), VALUE("10"));
        if (month == 11) /* eleven months are no year; from 100 in 2021: 100 + 300/4 */
            assert_line(desk, 2022, "- - 175.00 - no-data");
    }
    assert_line(desk, 2022, "-280.00 30.00 175.00 93.33 behind"); /* 120/400; 280/3 */
    report(&desk, "2023-12", "<value target='t' value='160' basis='cumulative'/>");
    assert_line(desk, 2023, "-240.00 40.00 250.00 120.00 behind");
}

static void of_a_level_the_latest_month_stands_for_its_year(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    report(&desk, "2022-03", VALUE("30"));
    report(&desk, "2022-05", VALUE("32"));
    assert_line(desk, 2022, "-18.00 64.00 - 6.00 not-computable"); /* 32/50; 18/3 */
    assert_string_equal(reasons_at(&desk, 2022), "partial-year no-baseline");
    report(&desk, "2022-06", "<value target='t' status='not-reported'/>"); /* wins over what is older */
    assert_line(desk, 2022, "- - - - no-data");
    assert_latest(desk, 2022, "32.00 2022-05 no-data");
    report(&desk, "2022", VALUE("33"));
    assert_line(desk, 2022, "-17.00 66.00 - 5.67 not-computable");
}

static void nothing_reported_is_never_zero(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    assert_line(desk, 2023, "- - - - no-data");
    assert_string_equal(reasons_at(&desk, 2023), "no-results no-baseline");
    struct gaps gaps = gaps_at(&desk, 2023);
    assert_false(gaps.has_results);
    assert_null(gap_actual_token(&gaps, &gaps.items[0]));
    report(&desk, "2023", "<value target='t' status='not-reported'>Chưa điều tra.</value>");
    assert_line(desk, 2023, "- - - - no-data");
    assert_string_equal(reasons_at(&desk, 2023), "not-reported no-baseline");
    gaps = gaps_at(&desk, 2023);
    assert_true(gaps.has_results);
    assert_string_equal(gap_actual_token(&gaps, &gaps.items[0]), "not-reported");
    assert_string_equal(gaps.items[0].reported->note, "Chưa điều tra.");
    report(&desk, "2022", VALUE("0")); /* counted, and none */
    assert_line(desk, 2022, "-50.00 0.00 - 16.67 not-computable");
    assert_line(desk, 2023, "- - 16.67 - no-data"); /* from 0 in 2022: 50/3 */
    assert_string_equal(reasons_at(&desk, 2023), "not-reported other-period baseline-reported");
}

static void a_zero_denominator_stays_blank(void **state)
{
    static const char ZERO[] = "<target id='t' indicator='cashless' op='ge' value='0' unit='%' year='2025'>0%</target>";
    assert_string_equal(judge(state, ZERO, NULL, VALUE("5")), "5.00 - 0.00 - exceeded");
    assert_string_equal(judge(state, COST("le"), NULL, VALUE("0")), "-10.00 - 10.00 - exceeded"); /* 10/0 */
    static const char SAME[] = "<result id='p' indicator='cashless' op='eq' value='50' unit='%' year='2020'>50%</result>";
    assert_string_equal(judge(state, CASHLESS, SAME, VALUE("60")), "10.00 120.00 50.00 - exceeded");
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = SAME;
    report(&desk, "2023", VALUE("49"));
    assert_line(desk, 2023, "-1.00 98.00 50.00 0.50 behind");
    assert_way(desk, 2023, "98.00 - 50.00 2020 stated");
    assert_string_equal(reasons_at(&desk, 2023), "maintain target-is-baseline");
    desk.past = NULL;
    desk.targets = ZERO;
    assert_string_equal(reasons_at(&desk, 2023), "no-baseline zero-denominator");
}

static void a_bound_is_used_and_marked(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = "<result id='p' indicator='cashless' op='gt' value='17' unit='%'>hơn 17 %</result>";
    report(&desk, "2023", "<value target='t' op='almost' value='40'/>");
    /* 40/50; 17 + 33 x 3/5 = 36.8; (40 - 17) / (50 - 17) = 23/33 */
    assert_line(desk, 2023, "-10.00 80.00 36.80 5.00 on-track");
    assert_way(desk, 2023, "80.00 69.70 17.00 2020 stated");
    assert_string_equal(reasons_at(&desk, 2023), "actual-bound baseline-bound");
    desk.past = "<result id='p' indicator='cashless' op='range' low='20' high='39' unit='%'>20-39 %</result>";
    assert_line(desk, 2023, "-10.00 80.00 - 5.00 not-computable"); /* 40/50 */
    assert_string_equal(reasons_at(&desk, 2023), "actual-bound baseline-range no-baseline");
}

static void the_latest_past_result_is_the_baseline(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    desk.past = "<result id='p1' indicator='cashless' op='eq' value='30' unit='%' year='2019'>30</result>"
                "<result id='p2' indicator='cashless' op='about' value='44' unit='%'>khoảng 44</result>"
                "<result id='p3' indicator='cashless' op='eq' value='40' unit='%' year='2020'>40</result>"
                "<result id='p4' indicator='cashless' op='eq' value='10' unit='%' year='2018'>10</result>"
                "<result id='p5' indicator='e-invoice' op='eq' value='1' unit='%' year='2020'>1</result>";
    report(&desk, "2025", VALUE("45"));
    assert_line(desk, 2025, "-5.00 90.00 50.00 - missed"); /* 45/50 */
    assert_way(desk, 2025, "90.00 50.00 40.00 2020 stated"); /* from 40, which is exact: 5/10 */
}

static void else_the_last_final_actual_before_the_period_is(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    report(&desk, "2018", VALUE("10"));
    report(&desk, "2019", VALUE("20"));
    report(&desk, "2020", "<value target='t' value='30' status='provisional'/>");
    report(&desk, "2023", VALUE("35"));
    /* from 20 in 2019: 20 + 30 x 4/6 = 40; 15/30 */
    assert_line(desk, 2023, "-15.00 70.00 40.00 7.50 behind");
    assert_way(desk, 2023, "70.00 50.00 20.00 2019 before");
    assert_line(desk, 2021, "- - 30.00 - no-data"); /* 20 + 30 x 2/6; an actual before the period is none of it */
}

static void another_unit_with_the_same_code_gives_no_baseline(void **state)
{
    /* From 1 July 2025 code 92 is another Cần Thơ: Cần Thơ, Hậu Giang and Sóc Trăng. */
    static const char *const OTHER =
        "<plan xmlns='urn:phuluc:plan:1' id='truoc' unit='92' asOf='%s'><decision plan='attached'>"
        "<typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>"
        "<issuedDate>2016-01-15</issuedDate><place>Cần Thơ</place><organName>Ủy ban nhân dân</organName>"
        "<subject>Kế hoạch</subject><planName>Kế hoạch</planName><recipients absent='yes'/></decision>"
        "<period first='2016' last='2020'/></plan>";
    for (int after = 0; after < 2; after++) {
        struct desk desk = desk_of(state, CASHLESS);
        desk.other = plan_of(desk.fixture, arena_printf(&desk.fixture->arena, OTHER, after ? "2025-07-01" : "2016-01-15"));
        add_document(&desk, "id='cu' plan='truoc' period='2020' cutOff='2020-12-14' issued='2020-12-15' basis='period' "
                            "status='final'", "<value indicator='cashless' value='20'/>");
        report(&desk, "2023", VALUE("35"));
        assert_line(desk, 2023, after ? "-15.00 70.00 - 7.50 not-computable" : "-15.00 70.00 38.00 7.50 behind");
    }
}

static void a_report_as_of_a_day_uses_what_was_issued_by_then(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    report(&desk, "2023", VALUE("35")); /* d0, issued on 15 December 2023 */
    add_document(&desk, "id='sua' plan='ke-hoach' period='2023' cutOff='2023-12-14' issued='2024-02-01' basis='period' "
                        "status='final' supersedes='d0'", VALUE("36"));
    desk.as_of = (struct date){ 2023, 12, 14 };
    assert_line(desk, 2023, "- - - - no-data");
    desk.as_of = (struct date){ 2023, 12, 15 };
    assert_line(desk, 2023, "-15.00 70.00 - 7.50 not-computable");
    desk.as_of = (struct date){ 2024, 1, 31 };
    assert_line(desk, 2023, "-15.00 70.00 - 7.50 not-computable");
    desk.as_of = (struct date){ 2024, 2, 1 };
    assert_line(desk, 2023, "-14.00 72.00 - 7.00 not-computable");
    desk.as_of = (struct date){ 0 };
    assert_line(desk, 2023, "-14.00 72.00 - 7.00 not-computable");
}

static void what_a_later_document_leaves_out_is_not_reported_any_more(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    report(&desk, "2023", VALUE("35"));
    add_document(&desk, "id='sua' plan='ke-hoach' period='2023' cutOff='2023-12-14' issued='2024-02-01' basis='period' "
                        "status='final' supersedes='d0'", "<note>Rút lại số đã báo cáo.</note>");
    assert_line(desk, 2023, "- - - - no-data");
}

static void without_a_year_or_a_direction_the_plan_s_are_taken_and_marked(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' op='eq' value='50' unit='%'>Đạt 50%</target>");
    report(&desk, "2025", VALUE("40"));
    assert_line(desk, 2025, "-10.00 80.00 50.00 - missed");
    assert_string_equal(reasons_at(&desk, 2025), "year-of-plan direction-assumed");
}

static void a_target_without_number_cannot_be_computed(void **state)
{
    struct desk desk = desk_of(state, "<target id='t' op='none' year='2025'>Xây dựng cơ sở dữ liệu</target>");
    assert_line(desk, 2025, "- - - - no-data");
    report(&desk, "2025", "<value target='t'>Đã đưa vào vận hành từ tháng 6.</value>");
    assert_line(desk, 2025, "- - - - not-computable");
    struct gaps gaps = gaps_at(&desk, 2025);
    assert_string_equal(gaps.items[0].reported->note, "Đã đưa vào vận hành từ tháng 6.");
    assert_string_equal(reasons_at(&desk, 2025), "qualitative");
}

static void counts_without_indicator_are_marked_and_may_say_otherwise(void **state)
{
    static const char *const CLASSES = "<target id='t' op='ge' value='12' unit='lớp' year='2025'%s>12 lớp</target>";
    struct desk desk = desk_of(state, arena_printf(&((struct fixture *)*state)->arena, CLASSES, ""));
    report(&desk, "2021", VALUE("2"));
    report(&desk, "2022", VALUE("3"));
    assert_line(desk, 2022, "-7.00 41.67 4.80 2.33 on-track"); /* 5 of 12; 12 x 2/5; 7/3 */
    assert_string_equal(reasons_at(&desk, 2022), "count-assumed");
    desk.targets = arena_printf(&desk.fixture->arena, CLASSES, " accumulation='cumulative'");
    assert_string_equal(reasons_at(&desk, 2022), "");
    desk.targets = arena_printf(&desk.fixture->arena, CLASSES, " accumulation='snapshot'");
    assert_line(desk, 2022, "-9.00 25.00 4.50 3.00 behind"); /* 3 of 12, from 2 in 2021: 2 + 10/4 */
    desk.targets = "<target id='t' op='range' low='10' high='12' unit='lớp' year='2025' accumulation='cumulative'>10-12</target>";
    assert_line(desk, 2022, "-5.00 50.00 4.00 1.67 on-track"); /* 5 of 10 */
}

static void illustrative_results_make_everything_illustrative(void **state)
{
    struct desk desk = desk_of(state, CASHLESS);
    add_document(&desk, "id='bia' plan='ke-hoach' period='2023' cutOff='2023-12-14' issued='2023-12-15' basis='period' "
                        "status='illustrative'", VALUE("36"));
    struct gaps gaps = gaps_at(&desk, 2023);
    assert_true(gaps.illustrative);
    assert_string_equal(gap_actual_token(&gaps, &gaps.items[0]), "illustrative");
    assert_date(gaps.latest, 2023, 12, 15);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(a_share_is_measured_from_its_baseline),
        TEST(only_a_figure_of_the_year_judges_it),
        TEST(a_figure_after_the_target_s_year_does_not_judge_it),
        TEST(the_first_figure_reported_stands_in_for_a_baseline),
        TEST(a_past_result_is_of_the_target_that_it_names),
        TEST(milestones_say_what_is_expected),
        TEST(a_count_starts_at_nothing_and_adds_up),
        TEST(a_count_with_a_missing_year_is_never_silently_smaller),
        TEST(months_of_a_count_add_up_within_their_year),
        TEST(a_flow_needs_its_whole_year),
        TEST(of_a_level_the_latest_month_stands_for_its_year),
        TEST(nothing_reported_is_never_zero),
        TEST(a_zero_denominator_stays_blank),
        TEST(a_bound_is_used_and_marked),
        TEST(the_latest_past_result_is_the_baseline),
        TEST(else_the_last_final_actual_before_the_period_is),
        TEST(another_unit_with_the_same_code_gives_no_baseline),
        TEST(a_report_as_of_a_day_uses_what_was_issued_by_then),
        TEST(what_a_later_document_leaves_out_is_not_reported_any_more),
        TEST(without_a_year_or_a_direction_the_plan_s_are_taken_and_marked),
        TEST(a_target_without_number_cannot_be_computed),
        TEST(counts_without_indicator_are_marked_and_may_say_otherwise),
        TEST(illustrative_results_make_everything_illustrative),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
