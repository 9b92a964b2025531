#include "../support/check.h"

#include <unistd.h>

#include "base/text.h"
#include "calc/gaps.h"
#include "input/office_read.h"
#include "input/results_read.h"
#include "check/results_check.h"

/* A plan for 2021-2025 of unit 92 (Cần Thơ), documents on it, and what is asked of them. */
struct desk {
    struct fixture *fixture;
    const char *targets;  /* the content of a section */
    const char *past;     /* past results of 2016-2020, or NULL */
    const char *milestones;
    struct results_list results;
    int documents;
    struct office office;
    struct date as_of;
    const struct plan *other; /* a second plan, or NULL */
};

static struct desk desk_of(void **state, const char *targets)
{
    struct fixture *fixture = *state;
    return (struct desk){ .fixture = fixture, .targets = targets, .milestones = "" };
}

static void add_document(struct desk *desk, const char *head, const char *body)
{
    struct fixture *fixture = desk->fixture;
    struct xml_schema *schema = xml_schema_open("templates/schema/results.xsd", &fixture->findings);
    const char *text = arena_printf(&fixture->arena, "<results xmlns='urn:phuluc:results:1' unit='92' regime='nd09' %s>\n%s</results>",
                                    head, body);
    const char *path = temporary_file(fixture, text, strlen(text));
    results_read(&desk->results, file_at(fixture, path), schema, &fixture->arena, &fixture->findings);
    unlink(path);
    xml_schema_close(schema);
}

/* What was reported for a year ("2023") or a month ("2023-04"), final, of the period, issued the day after the cut-off. */
static void report(struct desk *desk, const char *period, const char *values)
{
    bool month = strlen(period) > 4;
    const char *head = arena_printf(&desk->fixture->arena,
                                    "id='d%d' plan='ke-hoach' period='%s' cutOff='%s%s-14' issued='%s%s-15' basis='period' "
                                    "status='final'",
                                    desk->documents++, period, period, month ? "" : "-12", period, month ? "" : "-12");
    add_document(desk, head, values);
}

static const struct plan *plan_for(struct desk *desk)
{
    struct fixture *fixture = desk->fixture;
    const char *past =
        desk->past ? arena_printf(&fixture->arena, "<pastResults first='2016' last='2020'>%s</pastResults>", desk->past) : "";
    return plan_of(fixture, arena_printf(&fixture->arena,
        "<plan xmlns='urn:phuluc:plan:1' id='ke-hoach' unit='92' asOf='2021-01-15'><decision plan='attached'>"
        "<typeName>Quyết định</typeName><codeNumber>1</codeNumber><codeNotation>QĐ-UBND</codeNotation>"
        "<issuedDate>2021-01-15</issuedDate><place>Cần Thơ</place><organName>Ủy ban nhân dân thành phố Cần Thơ</organName>"
        "<subject>Kế hoạch</subject><planName>Kế hoạch</planName><recipients absent='yes'/></decision>"
        "<period first='2021' last='2025'/>%s<targets id='muc-tieu' layout='targets' where='Mục I'>"
        "<section no='a' title='Mục'>%s</section>%s</targets></plan>",
        past, desk->targets, desk->milestones));
}

static struct gaps gaps_at(struct desk *desk, int year)
{
    struct fixture *fixture = desk->fixture;
    const struct plan **plans = arena_alloc(&fixture->arena, 2, sizeof *plans);
    plans[0] = plan_for(desk);
    plans[1] = desk->other;
    size_t count = desk->other ? 2 : 1;
    struct results_context check = { plans, count, fixture->catalogue, &desk->office, &fixture->findings };
    results_check(&desk->results, &check);
    assert_false(findings_reach(&fixture->findings, SEVERITY_ERROR));
    const struct gaps_context context = { .plans = plans,
                                          .plan_count = count,
                                          .results = &desk->results,
                                          .catalogue = fixture->catalogue,
                                          .office = &desk->office,
                                          .as_of = desk->as_of,
                                          .year = year };
    return gaps_of(plans[0], &context, &fixture->arena);
}

static void add_number(struct text *out, struct arena *arena, struct number number)
{
    const char *token = number_token(arena, number);
    text_addf(out, " %s", token ? token : "-");
}

/* "gap achievement expected needed status": what most tests are about; "-" is blank. */
static const char *line_of(struct desk *desk, int year, size_t at)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, year);
    assert_true(at < gaps.count);
    const struct gap *gap = &gaps.items[at];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->gap);
    add_number(&out, arena, gap->achievement);
    add_number(&out, arena, gap->expected);
    add_number(&out, arena, gap->needed);
    text_addf(&out, " %s", *gap_status_token(gap->status) ? gap_status_token(gap->status) : "-");
    return text_str(&out) + 1;
}

#define assert_line(desk, year, expected) assert_string_equal(line_of(&(desk), (year), 0), (expected))

/* "achievement progress baseline year origin": what goes by the baseline. */
static const char *way_of(struct desk *desk, int year)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, year);
    const struct gap *gap = &gaps.items[0];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->achievement);
    add_number(&out, arena, gap->progress);
    add_number(&out, arena, gap->baseline);
    text_addf(&out, " %d %s", gap->baseline_year, gap_baseline_token(gap->baseline_origin));
    return text_str(&out) + 1;
}

#define assert_way(desk, year, expected) assert_string_equal(way_of(&(desk), (year)), (expected))

/* "latest period verdict": what is told of another period. */
static const char *latest_of(struct desk *desk, int year)
{
    struct arena *arena = &desk->fixture->arena;
    struct gaps gaps = gaps_at(desk, year);
    const struct gap *gap = &gaps.items[0];
    struct text out = text_in(arena);
    add_number(&out, arena, gap->latest.span.low);
    text_addf(&out, " %s %s", gap->latest.period.year ? period_text(arena, gap->latest.period) : "-",
              gap_status_token(gap->status));
    return text_str(&out) + 1;
}

#define assert_latest(desk, year, expected) assert_string_equal(latest_of(&(desk), (year)), (expected))

static const char *reasons_at(struct desk *desk, int year)
{
    struct gaps gaps = gaps_at(desk, year);
    return gap_reasons(&desk->fixture->arena, &gaps.items[0]);
}

/* One target with one reported value of 2025 that has an op of its own; the past result is always of 2020. */
static const char *judge(void **state, const char *target, const char *past, const char *value)
{
    struct desk desk = desk_of(state, target);
    desk.past = past;
    report(&desk, "2025", value);
    return line_of(&desk, 2025, 0);
}

#define CASHLESS "<target id='t' indicator='cashless' op='ge' value='50' unit='%' year='2025'>Đạt 50%</target>"
#define CASHLESS_2020 "<result id='p' indicator='cashless' op='eq' value='20' unit='%' year='2020'>20%</result>"
#define COST(op) "<target id='t' indicator='last-mile-cost' op='" op "' value='10' unit='%' year='2025'>10%</target>"
#define COST_2020 "<result id='p' indicator='last-mile-cost' op='eq' value='25' unit='%' year='2020'>25%</result>"
#define VALUE(v) "<value target='t' value='" v "'/>"

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
        TEST(what_is_expected_is_on_track_at_equality),
        TEST(the_office_tolerates_a_share_of_the_way),
        TEST(worse_than_the_baseline_is_never_on_track),
        TEST(what_is_to_be_kept_up_has_no_way_to_go),
        TEST(the_first_figure_reported_stands_in_for_a_baseline),
        TEST(a_past_result_is_of_the_target_that_it_names),
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
        TEST(growth_is_that_of_the_year_and_the_mean_stands_beside_it),
        TEST(growth_may_shrink_and_a_strict_one_must_be_beaten),
        TEST(a_missing_year_does_not_wipe_the_growth_of_the_others),
        TEST(growth_too_long_to_be_exact_has_no_mean),
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
        TEST(the_nation_s_target_is_compared_only_where_that_makes_sense),
        TEST(growth_is_compared_with_the_nation_s_over_the_same_years),
        TEST(counts_without_indicator_are_marked_and_may_say_otherwise),
        TEST(illustrative_results_make_everything_illustrative),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
