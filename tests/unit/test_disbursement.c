#include "../support/check.h"

#include <unistd.h>

#include "base/text.h"
#include "calc/disbursement.h"
#include "input/results_read.h"
#include "check/results_check.h"

/* A plan for 2021-2023 of unit 92, and documents on it. */
struct desk {
    struct fixture *fixture;
    const struct plan *plan;
    struct results_list results;
    int documents;
};

/*
 *               2021 TW  2021 DP  2022 TW  2022 DP   (million đồng; 2023 has nothing)
 *   I               100       40        -       60
 *     1              70       40                60
 *     2              30        -
 *   II                                20
 */
static const char TABLE[] =
    "<group id='I' no='I' title='Nhóm I'><activity id='I.1' no='1' title='Việc 1'>"
    "<amount year='2021' source='TW'>70</amount><amount year='2021' source='DP'>40</amount>"
    "<amount year='2022' source='DP'>60</amount></activity>"
    "<activity id='I.2' no='2' title='Việc 2'><amount year='2021' source='TW'>30</amount></activity></group>"
    "<group id='II' no='II' title='Nhóm II'><activity id='II.1' no='1' title='Việc 3'>"
    "<amount year='2022' source='TW'>20</amount></activity></group>";

static struct desk desk_of(void **state, const char *plan)
{
    struct fixture *fixture = *state;
    struct desk desk = { .fixture = fixture, .plan = plan_of(fixture, plan) };
    assert_non_null(desk.plan);
    return desk;
}

static struct desk desk_with_table(void **state)
{
    return desk_of(state, table_around(*state, TABLE));
}

/* Money in million đồng of a year ("2021") or a month ("2021-03"), issued the day after the cut-off. */
static void report(struct desk *desk, const char *period, const char *basis, const char *money)
{
    struct fixture *fixture = desk->fixture;
    struct xml_schema *schema = xml_schema_open("templates/schema/results.xsd", &fixture->findings);
    const char *december = strlen(period) > 4 ? "" : "-12";
    const char *text = arena_printf(&fixture->arena,
                                    "<results xmlns='urn:phuluc:results:1' unit='92' regime='nd09' id='d%d' plan='ke-hoach' "
                                    "period='%s' cutOff='%s%s-14' issued='%s%s-15' basis='%s' status='final'>\n"
                                    "<money moneyUnit='million-dong'>%s</money></results>",
                                    desk->documents++, period, period, december, period, december, basis, money);
    const char *path = temporary_file(fixture, text, strlen(text));
    results_read(&desk->results, file_at(fixture, path), schema, &fixture->arena, &fixture->findings);
    unlink(path);
    xml_schema_close(schema);
}

static struct disbursement disbursement_at(struct desk *desk, int year)
{
    struct fixture *fixture = desk->fixture;
    static const struct office NO_OFFICE = { 0 };
    struct results_context context = { &desk->plan, 1, fixture->catalogue, &NO_OFFICE, &fixture->findings };
    results_check(&desk->results, &context);
    assert_false(findings_reach(&fixture->findings, SEVERITY_ERROR));
    return disbursement_of(desk->plan, &desk->results, (struct date){ 0 }, year, &fixture->arena);
}

static void add_spent(struct text *out, struct spent spent)
{
    if (spent.known)
        text_addf(out, " %lld%s", (long long)spent.dong / 1000000, spent.incomplete ? "?" : "");
    else
        text_add(out, " -");
}

/* "planned | carried in, allocated, disbursed | rate, of plan | reasons" in million đồng; "?" is incomplete, "-" blank. */
static const char *line_of(struct desk *desk, int report_year, const char *row, const char *source, int year)
{
    struct arena *arena = &desk->fixture->arena;
    struct disbursement disbursement = disbursement_at(desk, report_year);
    struct spending spending = spending_at(&disbursement, row, source, year);
    struct text out = text_in(arena);
    add_spent(&out, spending.planned);
    text_add(&out, " |");
    for (int phase = 0; phase < PHASES; phase++)
        add_spent(&out, spending.reported[phase]);
    const char *rate = number_token(arena, spending.rate), *of_plan = number_token(arena, spending.of_plan);
    text_addf(&out, " | %s %s | %s", rate ? rate : "-", of_plan ? of_plan : "-", spending_reasons(arena, &spending));
    return text_str(&out) + 1;
}

#define YEAR_2021 \
    "<carriedIn source='TW'>10</carriedIn><allocated source='TW'>90</allocated><disbursed source='TW'>75</disbursed>" \
    "<carriedIn source='DP'>0</carriedIn><allocated source='DP'>30</allocated><disbursed source='DP'>30</disbursed>"

static void the_rate_is_disbursed_in_carried_in_and_allocated(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021", "period", YEAR_2021);
    assert_string_equal(line_of(&desk, 2021, NULL, "TW", 2021), "100 | 10 90 75 | 75.00 75.00 | ");
    assert_string_equal(line_of(&desk, 2021, NULL, "DP", 2021), "40 | 0 30 30 | 100.00 75.00 | ");
    /* 140 planned; 10 + 120 to spend, 105 spent: 105/130 = 0.80769…, 105/140 */
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 10 120 105 | 80.77 75.00 | ");
    /* nothing is said of 2022, and that is not zero */
    assert_string_equal(line_of(&desk, 2022, NULL, "TW", 2022), "20 | - - - | - - | no-results");
    struct disbursement disbursement = disbursement_at(&desk, 2021);
    assert_true(disbursement.has_money);
    assert_whole((int64_t)disbursement.row_count, 5);
    assert_string_equal(disbursement.rows[2].id, "I.2");
    assert_whole(disbursement.rows[2].parent, 0);
    assert_true(disbursement.sources[0].has_money);
}

static void a_sum_that_lacks_a_part_is_incomplete(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021", "period",
           "<carriedIn>0</carriedIn><allocated>120</allocated><disbursed source='TW'>75</disbursed>"
           "<disbursed source='DP' status='not-reported'/>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 0 120 75? | - - | not-reported incomplete");
    assert_string_equal(line_of(&desk, 2021, NULL, "DP", 2021),
                        "40 | - - - | - - | not-reported");
    assert_string_equal(line_of(&desk, 2021, NULL, "TW", 2021),
                        "100 | - - 75 | - 75.00 | no-allocated no-carried-in");
}

static void a_source_that_is_passed_over_makes_the_sum_incomplete_only_if_it_has_money(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021", "period", "<disbursed source='TW'>75</disbursed>");
    report(&desk, "2022", "period",
           "<carriedIn>0</carriedIn><allocated source='TW'>20</allocated><allocated source='DP'>60</allocated>"
           "<disbursed source='TW'>10</disbursed><disbursed source='DP'>54</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021),
                        "140 | - - 75? | - - | incomplete no-allocated no-carried-in"); /* DP has 40 in the plan */
    assert_string_equal(line_of(&desk, 2022, NULL, NULL, 2022), "80 | 0 80 64 | 80.00 80.00 | "); /* DN has nothing */
}

static void nothing_to_spend_gives_no_rate(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2023", "period", "<carriedIn>0</carriedIn><allocated>0</allocated><disbursed>0</disbursed>");
    assert_string_equal(line_of(&desk, 2023, NULL, NULL, 2023), "0 | 0 0 0 | - - | nothing-to-spend");
}

static void the_period_adds_up_years_and_carries_in_once(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021", "period", YEAR_2021);
    report(&desk, "2022", "period",
           "<carriedIn source='TW'>25</carriedIn><allocated source='TW'>15</allocated><disbursed source='TW'>40</disbursed>");
    /* TW: 120 in the plan; 10 + 90 + 15 to spend, 75 + 40 spent: 115/115, 115/120 = 0.95833… */
    assert_string_equal(line_of(&desk, 2022, NULL, "TW", 0), "120 | 10 105 115 | 100.00 95.83 | ");
    assert_string_equal(line_of(&desk, 2021, NULL, "TW", 0), "120 | 10 90 75 | 75.00 62.50 | "); /* 75/120 */
    assert_string_equal(line_of(&desk, 2023, NULL, "TW", 0), "120 | 10 105? 115? | - - | incomplete");
}

static void groups_and_activities_have_their_own_rates(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021", "period",
           "<carriedIn of='I.1'>0</carriedIn><allocated of='I.1'>100</allocated><disbursed of='I.1' source='TW'>60</disbursed>"
           "<disbursed of='I.1' source='DP'>20</disbursed>"
           "<carriedIn of='I.2'>5</carriedIn><allocated of='I.2'>25</allocated><disbursed of='I.2'>18</disbursed>");
    assert_string_equal(line_of(&desk, 2021, "I.1", NULL, 2021), "110 | 0 100 80 | 80.00 72.73 | "); /* 80/110 */
    assert_string_equal(line_of(&desk, 2021, "I.2", NULL, 2021), "30 | 5 25 18 | 60.00 60.00 | ");
    /* the group is its activities: 140; 5 + 125; 98: 98/130 = 0.75384…, 98/140 */
    assert_string_equal(line_of(&desk, 2021, "I", NULL, 2021), "140 | 5 125 98 | 75.38 70.00 | ");
    /* and the plan its groups: group II has nothing in 2021 */
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 5 125 98 | 75.38 70.00 | ");
    assert_string_equal(line_of(&desk, 2021, "II", NULL, 2021), "- | - - - | - - | not-planned no-results");
    assert_string_equal(line_of(&desk, 2021, "I.1", "TW", 2021), "70 | - - 60 | - 85.71 | no-allocated no-carried-in");
    assert_string_equal(line_of(&desk, 2021, "I", "TW", 2021),
                        "100 | - - 60? | - - | incomplete no-allocated no-carried-in"); /* of I.2 only the sum is said */
    assert_string_equal(line_of(&desk, 2021, "khong-co", NULL, 2021), "- | - - - | - - | not-planned no-results");
}

static void what_is_reported_of_the_whole_counts_before_its_parts(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021", "period", "<carriedIn>0</carriedIn><allocated>100</allocated><disbursed>50</disbursed>"
                                    "<disbursed of='I.1'>45</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 0 100 50 | 50.00 35.71 | "); /* 50/140 */
}

static void months_add_up_until_one_is_missing(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021-01", "period", "<carriedIn>10</carriedIn><allocated>50</allocated><disbursed>5</disbursed>");
    report(&desk, "2021-02", "period", "<allocated>20</allocated><disbursed>7</disbursed>");
    report(&desk, "2021-03", "period", "<allocated>-10</allocated><disbursed>8</disbursed>"); /* 10 taken back */
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 10 60 20 | 28.57 14.29 | year-to-date"); /* 20/70 */
    report(&desk, "2021-05", "period", "<disbursed>100</disbursed>"); /* April says nothing */
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 10 60 20 | 28.57 14.29 | year-to-date");
    report(&desk, "2021-06", "cumulative", "<allocated>90</allocated><disbursed>60</disbursed>");
    report(&desk, "2021-07", "period", "<disbursed>5</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 10 90 65 | 65.00 46.43 | year-to-date"); /* 65/140 */
    report(&desk, "2021", "period", "<carriedIn>10</carriedIn><allocated>90</allocated><disbursed>80</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 10 90 80 | 80.00 57.14 | "); /* 80/140 */
}

static void twelve_months_are_a_year_and_eleven_are_not(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021-01", "period", "<carriedIn>0</carriedIn><allocated>100</allocated><disbursed>5</disbursed>");
    for (int month = 2; month <= 11; month++)
        report(&desk, arena_printf(&desk.fixture->arena, "2021-%02d", month), "period",
               "<allocated>0</allocated><disbursed>5</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 0 100 55 | 55.00 39.29 | year-to-date"); /* 55/140 */
    report(&desk, "2021-12", "period", "<allocated>0</allocated><disbursed>5</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 0 100 60 | 60.00 42.86 | "); /* 60/140 */
}

static void a_budget_year_may_run_on(void **state)
{
    struct desk desk = desk_with_table(state);
    report(&desk, "2021", "period", YEAR_2021);
    report(&desk, "2022-01", "period", "<disbursed source='TW' year='2021'>5</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, "TW", 2021), "100 | 10 90 80 | 80.00 80.00 | ");
    report(&desk, "2022", "period", "<disbursed source='TW' year='2021'>6</disbursed>"); /* the year with its January */
    assert_string_equal(line_of(&desk, 2021, NULL, "TW", 2021), "100 | 10 90 81 | 81.00 81.00 | ");
}

static void a_year_that_differs_from_its_months_is_a_warning(void **state)
{
    struct desk desk = desk_with_table(state);
    for (int month = 1; month <= 12; month++)
        report(&desk, arena_printf(&desk.fixture->arena, "2021-%02d", month), "period",
               "<allocated>10</allocated><disbursed>5</disbursed>");
    report(&desk, "2021", "period", "<carriedIn>0</carriedIn>\n<allocated>120</allocated>\n<disbursed>61</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "140 | 0 120 61 | 50.83 43.57 | "); /* 61/120, 61/140 */
    disbursement_check(desk.plan, &desk.results, &desk.fixture->findings);
    assert_findings(desk.fixture, "RS-026:4");
}

static void money_of_the_whole_period_has_no_yearly_rate(void **state)
{
    struct desk desk = desk_of(state, plan_around(*state,
        "<table id='bang' annex='I' layout='activities-with-schedule' moneyUnit='million-dong' title='Kinh phí'>"
        "<activity id='v1' no='1' title='Việc 1'><amount source='TW'>300</amount><amount source='DP'>200</amount></activity>"
        "</table>"));
    report(&desk, "2021", "period", "<carriedIn>0</carriedIn><allocated>80</allocated><disbursed>60</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "- | 0 80 60 | 75.00 - | period-only");
    assert_string_equal(line_of(&desk, 2021, "v1", "TW", 2021), "- | - - - | - - | period-only no-results");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 0), "500 | 0 80 60 | 75.00 12.00 | "); /* 60/500 */
}

static void a_plan_without_amounts_says_so(void **state)
{
    struct desk desk = desk_of(state, plan_around(*state, ""));
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "- | - - - | - - | no-amounts no-results");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 0), "- | - - - | - - | no-amounts no-results");
    assert_false(disbursement_at(&desk, 2021).has_money);
}

static void a_lost_cell_of_the_plan_gives_no_share_of_it(void **state)
{
    struct desk desk = desk_of(state, table_around(*state,
        "<group id='I' no='I' title='Nhóm I'><activity id='I.1' no='1' title='Việc 1'>"
        "<amount year='2021' source='TW'>70</amount></activity><activity id='I.2' no='2' title='Việc 2'>"
        "<amount year='2021' source='TW' as='lost'/></activity></group>"));
    report(&desk, "2021", "period", "<carriedIn>0</carriedIn><allocated>80</allocated><disbursed>60</disbursed>");
    assert_string_equal(line_of(&desk, 2021, NULL, NULL, 2021), "70? | 0 80 60 | 75.00 - | plan-lost");
    assert_string_equal(line_of(&desk, 2021, "I", "TW", 2021), "70? | - - - | - - | plan-lost no-results");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(the_rate_is_disbursed_in_carried_in_and_allocated),
        TEST(a_sum_that_lacks_a_part_is_incomplete),
        TEST(a_source_that_is_passed_over_makes_the_sum_incomplete_only_if_it_has_money),
        TEST(nothing_to_spend_gives_no_rate),
        TEST(the_period_adds_up_years_and_carries_in_once),
        TEST(groups_and_activities_have_their_own_rates),
        TEST(what_is_reported_of_the_whole_counts_before_its_parts),
        TEST(months_add_up_until_one_is_missing),
        TEST(twelve_months_are_a_year_and_eleven_are_not),
        TEST(a_budget_year_may_run_on),
        TEST(a_year_that_differs_from_its_months_is_a_warning),
        TEST(money_of_the_whole_period_has_no_yearly_rate),
        TEST(a_plan_without_amounts_says_so),
        TEST(a_lost_cell_of_the_plan_gives_no_share_of_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
