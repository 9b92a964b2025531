#include "../support/reported.h"

#include "base/text.h"
#include "content/due_words.h"
#include "model/office.h"
#include "model/plan.h"

static const char DEADLINES[] =
    "<deadline id='han-1' before='--03-01' from='Sở A' to='Sở B' where='Mục 1'>dự toán</deadline>"
    "<deadline id='han-2' before='--12-01' from='Sở C' to='Sở A' where='Mục 2'>báo cáo</deadline>"
    "<deadline id='han-3' when='vào cuối năm' from='Sở A' to='Tỉnh' where='Mục 3'>tổng kết</deadline>";

struct question {
    const struct plan *plans[2];
    size_t plan_count;
    struct results_list results;
    struct office office;
};

static struct gaps_context run_of(const struct fixture *fixture, const struct question *question)
{
    return (struct gaps_context){ .plans = question->plans,
                                  .plan_count = question->plan_count,
                                  .results = &question->results,
                                  .catalogue = fixture->catalogue,
                                  .office = &question->office };
}

/* "month 2022-03 2022-03-15 -5 overdue", one a line. */
static const char *answer(struct fixture *fixture, const struct question *question, const char *as_of, int days)
{
    struct gaps_context run = run_of(fixture, question);
    struct due_context context = { &run, { 0 }, days, NULL };
    struct text out = text_in(&fixture->arena);
    assert_true(date_parse(&context.as_of, as_of));
    struct due_list list = due_of(&context, &fixture->arena);
    for (size_t i = 0; i < list.count; i++) {
        const struct due *due = &list.items[i];
        text_addf(&out, "%s%s", out.length ? "\n" : "", due->kind == DUE_DECISION ? due_what(due, &fixture->arena) : due_kind_token(due));
        if (due->day.year)
            text_addf(&out, " %s %s %d", period_text(&fixture->arena, due->period), date_token(&fixture->arena, due->day),
                      due->days_left);
        text_addf(&out, " %s", due_state_token(due->state));
    }
    return text_str(&out);
}

static struct question ask(struct fixture *fixture, const char *body)
{
    struct question question = { .plans = { plan_of(fixture, plan_around(fixture, body)) }, .plan_count = 1 };
    assert_non_null(question.plans[0]);
    return question;
}

static void report(struct fixture *fixture, struct question *question, const char *period, const char *issued)
{
    add_reported(fixture, &question->results, period, "nd09", issued, "basis='cumulative' status='final'", "");
}

static void before_a_day_means_the_day_before_it(void **state)
{
    struct question question = ask(*state, DEADLINES);
    report(*state, &question, "2021", "2021-12-15");
    /* 1 March is too late: 28 February in 2022, nine days after the 19th; in time on the very day. */
    assert_string_equal(answer(*state, &question, "2022-02-19", 9), "dự toán 2022 2022-02-28 9 coming\ntổng kết undated");
    assert_string_equal(answer(*state, &question, "2022-02-19", 8), "tổng kết undated");
    assert_string_equal(answer(*state, &question, "2022-02-28", 8), "dự toán 2022 2022-02-28 0 coming\ntổng kết undated");
    /* Nobody has written down whether it was met: it is told as passed, and then no more. */
    assert_string_equal(answer(*state, &question, "2022-03-08", 8), "dự toán 2022 2022-02-28 -8 passed\ntổng kết undated");
    assert_string_equal(answer(*state, &question, "2022-03-09", 8), "tổng kết undated");
}

static void deadlines_hold_in_the_years_of_the_plan(void **state)
{
    struct question question = ask(*state, DEADLINES);
    report(*state, &question, "2021", "2021-12-15");
    report(*state, &question, "2022", "2022-12-15");
    report(*state, &question, "2023", "2023-12-15");
    assert_string_equal(answer(*state, &question, "2021-02-01", 30),
                        "dự toán 2021 2021-02-28 27 coming\ntổng kết undated");
    assert_string_equal(answer(*state, &question, "2023-12-31", 395),
                        "dự toán 2023 2023-02-28 -306 passed\nbáo cáo 2023 2023-11-30 -31 passed\ntổng kết undated");
    assert_string_equal(answer(*state, &question, "2024-01-01", 10), "");
}

static void a_deadline_before_the_decision_is_none(void **state)
{
    struct question question = ask(*state, DEADLINES);
    struct plan plan = *question.plans[0]; /* issued on the last day for the first report, then on the day after it */
    report(*state, &question, "2021", "2021-12-15");
    plan.decision.issued = (struct date){ 2021, 2, 28 };
    question.plans[0] = &plan;
    assert_string_equal(answer(*state, &question, "2021-02-28", 30), "dự toán 2021 2021-02-28 0 coming\ntổng kết undated");
    plan.decision.issued = (struct date){ 2021, 3, 1 };
    assert_string_equal(answer(*state, &question, "2021-03-01", 30), "tổng kết undated");
}

static void in_a_leap_year_the_last_day_of_february_is_the_29th(void **state)
{
    struct question question = ask(*state, DEADLINES);
    struct plan plan = *question.plans[0]; /* as if it ran on */
    plan.last_year = 2024;
    question.plans[0] = &plan;
    report(*state, &question, "2021", "2021-12-15");
    report(*state, &question, "2022", "2022-12-15");
    report(*state, &question, "2023", "2023-12-15");
    assert_string_equal(answer(*state, &question, "2024-02-20", 10), "dự toán 2024 2024-02-29 9 coming\ntổng kết undated");
}

static void a_period_without_results_stays_overdue(void **state)
{
    struct question question = ask(*state, "");
    /* 14 December 2021 is a Tuesday, 2022 a Wednesday: due on the day after. */
    assert_string_equal(answer(*state, &question, "2021-12-01", 30), "year 2021 2021-12-15 14 coming");
    assert_string_equal(answer(*state, &question, "2021-12-16", 30), "year 2021 2021-12-15 -1 overdue");
    assert_string_equal(answer(*state, &question, "2022-12-15", 30),
                        "year 2021 2021-12-15 -365 overdue\nyear 2022 2022-12-15 0 coming");
    report(*state, &question, "2021", "2022-01-20");
    assert_string_equal(answer(*state, &question, "2022-01-19", 30), "year 2021 2021-12-15 -35 overdue");
    assert_string_equal(answer(*state, &question, "2022-01-20", 30), "");
}

static void months_are_asked_for_from_the_first_one_reported(void **state)
{
    struct question question = ask(*state, "");
    report(*state, &question, "2021", "2021-12-15");
    report(*state, &question, "2022-04", "2022-04-18");
    report(*state, &question, "2022-06", "2022-06-15");
    /*
     * Cut-off 14 May 2022 is a Saturday: the report is due on Monday the 16th. 14 July is a Thursday. March is before the
     * first month that is reported, June is there.
     */
    assert_string_equal(answer(*state, &question, "2022-07-01", 14),
                        "month 2022-05 2022-05-16 -46 overdue\nmonth 2022-07 2022-07-15 14 coming");
    assert_string_equal(answer(*state, &question, "2022-04-17", 14), "");
}

static void the_calendar_cuts_off_at_the_end_of_the_month(void **state)
{
    struct question question = ask(*state, "");
    question.office.regime = REGIME_CALENDAR;
    report(*state, &question, "2021", "2022-01-04");
    add_reported(*state, &question.results, "2022-01", "calendar", "2022-02-02", "basis='period' status='final'", "");
    /* 28 February 2022 is a Monday; 30 April a Saturday, Sunday 1 May is none either. 31 March is a Thursday. */
    assert_string_equal(answer(*state, &question, "2022-03-01", 62),
                        "month 2022-02 2022-03-01 0 coming\nmonth 2022-03 2022-04-01 31 coming\n"
                        "month 2022-04 2022-05-02 62 coming");
}

static void the_rule_and_the_parties_are_told(void **state)
{
    struct fixture *fixture = *state;
    struct question question = ask(fixture, DEADLINES);
    static const char *recipients[] = { "Bộ Công Thương", "Lưu: VT", "Tỉnh" };
    question.office = (struct office){ .place = { "office.xml", 6 },
                                       .reporter = { .organ_name = "Sở A", .recipients = recipients, .recipient_count = 3 } };
    struct gaps_context run = run_of(fixture, &question);
    struct due_context context = { &run, { 2021, 11, 20 }, 30, NULL };
    struct due_list list = due_of(&context, &fixture->arena);
    assert_whole((int64_t)list.count, 3);
    assert_string_equal(due_what(&list.items[0], &fixture->arena), "báo cáo");
    assert_string_equal(due_from(&list.items[0], &fixture->arena), "Sở C");
    assert_string_equal(due_to(&list.items[0], &fixture->arena), "Sở A");
    assert_string_equal(due_rule(&list.items[0]), "Mục 2");
    assert_whole(list.items[0].place.line, 2);
    assert_string_equal(due_from(&list.items[1], &fixture->arena), "Sở A");
    assert_string_equal(due_to(&list.items[1], &fixture->arena), "Bộ Công Thương; Tỉnh");
    assert_string_equal(due_rule(&list.items[1]), "Nghị định 09/2019/NĐ-CP, Điều 12");
    assert_string_equal(list.items[1].place.file, "office.xml");
    assert_date(list.items[1].cut_off, 2021, 12, 14);
    assert_whole(list.items[2].state, DUE_UNDATED);
}

static void a_plan_that_is_replaced_asks_for_nothing_more(void **state)
{
    struct question question = ask(*state, DEADLINES);
    struct relation relation = { .replaces = true, .plan = "ke-hoach", .effective = { 2022, 6, 1 } };
    struct plan newer = { .id = "moi", .unit = "92", .first_year = 2024, .last_year = 2025, .relations = &relation,
                          .relation_count = 1 };
    question.plans[question.plan_count++] = &newer;
    report(*state, &question, "2021", "2021-12-15");
    assert_string_equal(answer(*state, &question, "2022-05-31", 300),
                        "báo cáo 2021 2021-11-30 -182 passed\ndự toán 2022 2022-02-28 -92 passed\ntổng kết undated");
    assert_string_equal(answer(*state, &question, "2022-06-01", 10), "");
}

static const struct plan *amending(struct fixture *fixture, const char *kind, const char *unit, const char *deadlines)
{
    return plan_of(fixture, arena_printf(&fixture->arena,
                   "<plan xmlns='urn:phuluc:plan:1' id='moi' unit='%s' asOf='2022-05-20'><decision plan='attached'>"
                   "<typeName>Quyết định</typeName><codeNumber>2</codeNumber><codeNotation>QĐ-UBND</codeNotation>"
                   "<issuedDate>2022-05-20</issuedDate><place>Cần Thơ</place><organName>Ủy ban</organName>"
                   "<subject>Kế hoạch</subject><planName>Kế hoạch</planName><recipients absent='yes'/></decision>"
                   "<relation kind='%s' plan='ke-hoach' effective='2022-06-01'/><period first='2021' last='2023'/>"
                   "%s</plan>", unit, kind, deadlines));
}

/* han-2 from 30 November to 14 November, from 1 June 2022 on. */
static struct question ask_changed(struct fixture *fixture, const char *kind, const char *unit)
{
    struct question question = ask(fixture, DEADLINES);
    question.plans[question.plan_count++] =
        amending(fixture, kind, unit,
                 "<deadline id='han-2' before='--11-15' from='Sở C' to='Sở A' where='Điều 1'>báo cáo mới</deadline>");
    assert_non_null(question.plans[1]);
    report(fixture, &question, "2021", "2021-12-15");
    report(fixture, &question, "2022", "2022-05-01"); /* so that none of the regime's is due */
    return question;
}

static void what_an_amendment_states_anew_is_due_as_amended(void **state)
{
    struct question question = ask_changed(*state, "amends", "92");
    assert_string_equal(answer(*state, &question, "2022-06-01", 170),
                        "dự toán 2022 2022-02-28 -93 passed\nbáo cáo mới 2022 2022-11-14 166 coming\ntổng kết undated");
    /* What was due before it took effect was due as first decided. */
    assert_string_equal(answer(*state, &question, "2022-06-01", 240),
                        "báo cáo 2021 2021-11-30 -183 passed\ndự toán 2022 2022-02-28 -93 passed\n"
                        "báo cáo mới 2022 2022-11-14 166 coming\ntổng kết undated");
}

static void an_amendment_is_known_once_it_is_issued(void **state)
{
    struct question question = ask_changed(*state, "amends", "92");
    assert_string_equal(answer(*state, &question, "2022-05-20", 180),
                        "báo cáo 2021 2021-11-30 -171 passed\ndự toán 2022 2022-02-28 -81 passed\n"
                        "báo cáo mới 2022 2022-11-14 178 coming\ntổng kết undated");
    assert_string_equal(answer(*state, &question, "2022-05-19", 196),
                        "báo cáo 2021 2021-11-30 -170 passed\ndự toán 2022 2022-02-28 -80 passed\n"
                        "báo cáo 2022 2022-11-30 195 coming\ntổng kết undated");
}

static void a_replacement_asks_for_what_it_says_itself(void **state)
{
    struct question question = ask_changed(*state, "replaces", "92");
    assert_string_equal(answer(*state, &question, "2022-06-01", 180),
                        "dự toán 2022 2022-02-28 -93 passed\nbáo cáo mới 2022 2022-11-14 166 coming");
}

static void a_plan_of_another_unit_that_replaces_one_ends_it(void **state)
{
    struct question question = ask_changed(*state, "replaces", "91");
    /* A plan of its own, of which no results of 2021 and 2022 are there. */
    assert_string_equal(answer(*state, &question, "2022-06-01", 180),
                        "year 2021 2021-12-15 -168 overdue\ndự toán 2022 2022-02-28 -93 passed\n"
                        "báo cáo mới 2022 2022-11-14 166 coming");
}

static void a_report_is_due_on_the_first_working_day_of_the_office(void **state)
{
    struct question question = ask(*state, "");
    static struct days_off off[] = { { { 2021, 12, 15 }, { 2021, 12, 17 }, "nghỉ" } };
    static struct date worked[] = { { 2021, 12, 18 } };
    assert_string_equal(answer(*state, &question, "2021-12-14", 20), "year 2021 2021-12-15 1 coming");
    question.office = (struct office){ .days_off = off, .days_off_count = 1 };
    assert_string_equal(answer(*state, &question, "2021-12-14", 20), "year 2021 2021-12-20 6 coming"); /* Monday */
    question.office.workdays = worked;
    question.office.workday_count = 1;
    assert_string_equal(answer(*state, &question, "2021-12-14", 20), "year 2021 2021-12-18 4 coming"); /* a Saturday */
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(before_a_day_means_the_day_before_it),
        TEST(deadlines_hold_in_the_years_of_the_plan),
        TEST(a_deadline_before_the_decision_is_none),
        TEST(in_a_leap_year_the_last_day_of_february_is_the_29th),
        TEST(a_period_without_results_stays_overdue),
        TEST(months_are_asked_for_from_the_first_one_reported),
        TEST(the_calendar_cuts_off_at_the_end_of_the_month),
        TEST(the_rule_and_the_parties_are_told),
        TEST(a_plan_that_is_replaced_asks_for_nothing_more),
        TEST(what_an_amendment_states_anew_is_due_as_amended),
        TEST(an_amendment_is_known_once_it_is_issued),
        TEST(a_replacement_asks_for_what_it_says_itself),
        TEST(a_plan_of_another_unit_that_replaces_one_ends_it),
        TEST(a_report_is_due_on_the_first_working_day_of_the_office),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
