#include "../support/reported.h"

#include "base/text.h"
#include "calc/month.h"
#include "calc/month_changes.h"
#include "calc/month_revision.h"
#include "model/office.h"

/* A plan for 2021-2023 and the documents on it. */
struct desk {
    struct fixture *fixture;
    const struct plan *plan;
    struct results_list results;
    struct date as_of, since;
    struct office office;
};

/*
 * Money planned, million đồng:   2021 TW  2021 DP  2022 TW  2022 DP
 *   I                                100       40        -       60
 *   II                                                  20
 * Targets: t1 counts from the plan's first year on, t2 is a level, t3 is of each year alone.
 */
static const char BODY[] =
    "<targets id='muc-tieu' layout='targets' where='Mục I'><section no='a' title='Mục'>"
    "<target id='t1' indicator='training-places' op='ge' value='360' unit='lượt' year='2023'>360 lượt</target>"
    "<target id='t2' indicator='cashless' op='ge' value='50' unit='%' year='2023'>50%</target>"
    "<target id='t3' indicator='b2c-size' op='ge' value='6' unit='tỷ USD' year='2023'>6 tỷ</target>"
    "</section></targets>"
    "<table id='bang' annex='I' layout='activities-by-year-and-source' moneyUnit='million-dong' title='Kinh phí'>"
    "<group id='I' no='I' title='Nhóm I'><activity id='I.1' no='1' title='Việc 1'>"
    "<amount year='2021' source='TW'>100</amount><amount year='2021' source='DP'>40</amount>"
    "<amount year='2022' source='DP'>60</amount></activity></group>"
    "<group id='II' no='II' title='Nhóm II'><activity id='II.1' no='1' title='Việc 2'>"
    "<amount year='2022' source='TW'>20</amount></activity></group></table>";

static struct desk desk_of(void **state)
{
    struct fixture *fixture = *state;
    struct desk desk = { .fixture = fixture, .plan = plan_of(fixture, plan_around(fixture, BODY)) };
    assert_non_null(desk.plan);
    return desk;
}

/* Issued two days after the cut-off of Nghị định 09. */
static void report(struct desk *desk, const char *period, const char *basis, const char *body)
{
    struct arena *arena = &desk->fixture->arena;
    const char *issued = arena_printf(arena, "%s%s-16", period, strlen(period) > 4 ? "" : "-12");
    add_reported(desk->fixture, &desk->results, period, "nd09", issued,
                 arena_printf(arena, "basis='%s' status='final'", basis), body);
}

#define MONEY(amounts) "<money moneyUnit='million-dong'>" amounts "</money>"
#define SPENT(source, amount) "<disbursed source='" source "'>" amount "</disbursed>"

static struct month_request request_of(struct desk *desk, const char *month)
{
    check_reported(desk->fixture, &desk->results, desk->plan);
    struct month_request request = { .plans = &desk->plan, .plan_count = 1, .results = &desk->results,
                                     .catalogue = desk->fixture->catalogue, .office = &desk->office,
                                     .as_of = desk->as_of, .since = desk->since };
    assert_true(period_parse(&request.period, month));
    return request;
}

/* A line by "target t1" or "disbursed TW", "disbursed TW I" (source "*": all). */
static const struct month_line *line_of(struct desk *desk, const char *month, const char *what)
{
    struct arena *arena = &desk->fixture->arena;
    struct month_request request = request_of(desk, month);
    struct month found = month_of(desk->plan, &request, arena);
    for (size_t i = 0; i < found.line_count; i++) {
        const struct month_line *line = &found.lines[i];
        const char *name = line->kind == MONTH_MONEY
                               ? arena_printf(arena, "%s %s%s%s", phase_token(line->phase), line->source ? line->source : "*",
                                              line->subject ? " " : "", line->subject ? line->subject : "")
                               : arena_printf(arena, "%s %s", month_kind_token(line->kind), line->subject);
        if (strcmp(name, what) == 0)
            return line;
    }
    fail_msg("no line %s", what);
    return NULL;
}

static void add_number(struct text *out, const struct month_line *line, struct number number)
{
    enum { MILLION = 1000000 };
    struct number shown = line->kind == MONTH_MONEY ? number_div(number, number_whole(MILLION)) : number;
    const char *token = number_token(out->arena, shown);
    size_t length = token ? strlen(token) : 0;
    if (length > 3 && strcmp(token + length - 3, ".00") == 0)
        token = arena_copy(out->arena, token, length - 3);
    text_addf(out, " %s", token ? token : "-");
}

/* "month cumulative to-date | previous same same-cumulative | reasons", money in million đồng. */
static const char *values_of(struct desk *desk, const char *month, const char *what)
{
    const struct month_line *line = line_of(desk, month, what);
    struct text out = text_in(&desk->fixture->arena);
    for (int i = 0; i < MONTH_COLUMNS; i++) {
        if (i == MONTH_PREVIOUS)
            text_add(&out, " |");
        add_number(&out, line, line->values[i].number);
    }
    text_addf(&out, " | %s", month_reasons(&desk->fixture->arena, line));
    return text_str(&out) + 1;
}

/* "change % (month before) change % (same month) change % (same months) % of plan, rate" */
static const char *ratios_of(struct desk *desk, const char *month, const char *what)
{
    const struct month_line *line = line_of(desk, month, what);
    struct text out = text_in(&desk->fixture->arena);
    const struct number percents[] = { line->percent_previous, line->percent_same, line->percent_cumulative };
    const struct number changes[] = { line->change_previous, line->change_same, line->change_cumulative };
    for (size_t i = 0; i < 3; i++) {
        const char *percent = number_token(out.arena, percents[i]);
        add_number(&out, line, changes[i]);
        text_addf(&out, " %s |", percent ? percent : "-");
    }
    const char *planned = number_token(out.arena, line->percent_planned), *rate = number_token(out.arena, line->rate);
    text_addf(&out, " %s %s", planned ? planned : "-", rate ? rate : "-");
    return text_str(&out) + 1;
}

/* "next half half-to-date same-half last-year year year-to-date | next year's plan, reasons", money in million đồng. */
static const char *outlook_of(struct desk *desk, const char *month, const char *what)
{
    const struct month_line *line = line_of(desk, month, what);
    struct text out = text_in(&desk->fixture->arena);
    for (int i = 0; i < OUTLOOK_COLUMNS; i++)
        add_number(&out, line, line->outlook[i].number);
    text_add(&out, " |");
    add_number(&out, line, line->next_planned);
    const char *reasons = month_reasons(&desk->fixture->arena, line), *outlook = strstr(reasons, "estimate_");
    text_addf(&out, "%s%s", outlook ? " " : "", outlook ? outlook : "");
    return text_str(&out) + 1;
}

/* "change %" of what an outlook is compared with. */
static const char *compared_of(struct desk *desk, const char *month, const char *what, enum outlook_ratio ratio)
{
    const struct month_line *line = line_of(desk, month, what);
    struct text out = text_in(&desk->fixture->arena);
    const char *percent = number_token(out.arena, line->ratios[ratio].percent);
    add_number(&out, line, line->ratios[ratio].change);
    text_addf(&out, " %s", percent ? percent : "-");
    return text_str(&out) + 1;
}

#define assert_outlook(desk, month, what, expected) assert_string_equal(outlook_of(&(desk), (month), (what)), (expected))
#define assert_ratio(desk, month, what, ratio, expected) \
    assert_string_equal(compared_of(&(desk), (month), (what), (ratio)), (expected))
#define assert_values(desk, month, what, expected) assert_string_equal(values_of(&(desk), (month), (what)), (expected))
#define assert_ratios(desk, month, what, expected) assert_string_equal(ratios_of(&(desk), (month), (what)), (expected))

static void a_month_is_the_difference_of_cumulative_figures(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY(SPENT("TW", "5")));
    report(&desk, "2021-02", "cumulative", MONEY(SPENT("TW", "12")));
    report(&desk, "2021-03", "cumulative",
           MONEY("<carriedIn source='TW'>10</carriedIn><allocated source='TW'>90</allocated>" SPENT("TW", "30")));
    assert_values(desk, "2021-03", "disbursed TW",
                  "18 30 30 | 7 - - | same:no-document same_cumulative:no-document"); /* 30-12, 12-5 */
    assert_ratios(desk, "2021-03", "disbursed TW", "11 257.14 | - - | - - | 30.00 30.00"); /* 18/7; 30/100; 30/(10+90) */
    assert_values(desk, "2021-01", "disbursed TW",
                  "5 5 5 | - - - | previous:no-document same:no-document same_cumulative:no-document");
}

static void months_of_their_own_add_up(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "period", MONEY(SPENT("TW", "5")));
    report(&desk, "2021-02", "period", MONEY(SPENT("TW", "7")));
    report(&desk, "2021-03", "period", MONEY(SPENT("TW", "18")));
    assert_values(desk, "2021-03", "disbursed TW", "18 30 30 | 7 - - | same:no-document same_cumulative:no-document");
}

static void over_a_missing_month_the_one_is_not_worked_out_from_the_other(void **state)
{
    struct desk cumulative = desk_of(state), period = cumulative;
    report(&cumulative, "2021-01", "cumulative", MONEY(SPENT("TW", "5")));
    report(&cumulative, "2021-03", "cumulative", MONEY(SPENT("TW", "30")));
    assert_values(cumulative, "2021-03", "disbursed TW",
                  "- 30 30 | - - - | month:missing:2021-02 previous:no-document same:no-document same_cumulative:no-document");
    report(&period, "2021-01", "period", MONEY(SPENT("TW", "5")));
    report(&period, "2021-03", "period", MONEY(SPENT("TW", "18")));
    assert_values(period, "2021-03", "disbursed TW",
                  "18 - - | - - - | cumulative:missing:2021-02 to_date:missing:2021-02 previous:no-document "
                  "same:no-document same_cumulative:no-document");
    /* The month that was not reported is told, and is not zero. */
    assert_values(period, "2021-02", "disbursed TW",
                  "- - - | 5 - - | month:no-document cumulative:no-document to_date:no-document same:no-document "
                  "same_cumulative:no-document");
}

static void a_year_begins_anew_for_money(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY(SPENT("DP", "2")));
    report(&desk, "2021-11", "cumulative", MONEY(SPENT("DP", "30")));
    report(&desk, "2021-12", "cumulative", MONEY(SPENT("DP", "38")));
    report(&desk, "2022-01", "cumulative", MONEY(SPENT("DP", "3")));
    assert_values(desk, "2022-01", "disbursed DP", "3 3 3 | 8 2 2 | "); /* December 38-30 */
    assert_ratios(desk, "2022-01", "disbursed DP", "-5 37.50 | 1 150.00 | 1 150.00 | 5.00 -"); /* 3/8, 3/2, 3/60 */
}

static void counts_go_on_over_the_years(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-11", "cumulative", "<value target='t1' value='100'/>");
    report(&desk, "2021-12", "cumulative", "<value target='t1' value='120'/>");
    report(&desk, "2022-01", "cumulative", "<value target='t1' value='130'/>");
    report(&desk, "2022-02", "period", "<value target='t1' value='20'/>");
    assert_values(desk, "2022-01", "target t1", "10 10 130 | 20 - - | same:no-document same_cumulative:no-document");
    assert_values(desk, "2022-02", "target t1", "20 30 150 | 10 - - | same:no-document same_cumulative:no-document");
    /* From 0 in 2020 to 360 in 2023 is 120 a year: 240 by the end of 2022; 150/240. */
    assert_ratios(desk, "2022-02", "target t1", "10 200.00 | - - | - - | 62.50 -");
}

static void a_count_may_begin_at_a_year_document(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021", "period", "<value target='t1' value='120'/>");
    report(&desk, "2022-01", "cumulative", "<value target='t1' value='130'/>");
    report(&desk, "2022-02", "period", "<value target='t1' value='5'/>");
    assert_values(desk, "2022-02", "target t1", "5 15 135 | 10 - - | same:no-document same_cumulative:no-document");
    struct desk without = desk_of(state);
    report(&without, "2022-01", "cumulative", "<value target='t1' value='130'/>");
    assert_values(without, "2022-01", "target t1",
                  "- - 130 | - - - | month:missing:2021 cumulative:missing:2021 previous:no-document same:no-document "
                  "same_cumulative:no-document");
}

static void a_level_has_no_sum_and_changes_in_points(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-03", "cumulative", "<value target='t2' value='30'/>");
    report(&desk, "2022-02", "cumulative", "<value target='t2' value='38.5' status='provisional'/>");
    report(&desk, "2022-03", "cumulative", "<value target='t2' value='40' op='gt'/>");
    assert_values(desk, "2022-03", "target t2", "40 - 40 | 38.50 30 - | month:bound to_date:bound previous:provisional");
    assert_ratios(desk, "2022-03", "target t2", "1.50 - | 10 - | - - | - -");
}

static void a_figure_of_each_year_begins_anew(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-12", "cumulative", "<value target='t3' value='4'/>");
    report(&desk, "2022-01", "cumulative", "<value target='t3' value='0.5'/>");
    report(&desk, "2022-02", "cumulative", "<value target='t3' value='0.75'/>");
    assert_values(desk, "2022-02", "target t3", "0.25 0.75 0.75 | 0.50 - - | same:no-document same_cumulative:no-document");
}

static void what_is_not_reported_makes_the_sum_incomplete(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY(SPENT("TW", "5") "<disbursed source='DP' status='not-reported'/>"));
    assert_values(desk, "2021-01", "disbursed DP",
                  "- - - | - - - | month:not-reported cumulative:not-reported to_date:not-reported previous:no-document "
                  "same:no-document same_cumulative:no-document");
    assert_values(desk, "2021-01", "disbursed *",
                  "- - - | - - - | month:incomplete cumulative:incomplete to_date:incomplete previous:no-document "
                  "same:no-document same_cumulative:no-document");
    report(&desk, "2021-02", "cumulative", MONEY(SPENT("TW", "5") SPENT("DP", "1")));
    assert_values(desk, "2021-02", "disbursed *",
                  "- 6 6 | - - - | month:incomplete previous:incomplete same:no-document same_cumulative:no-document");
}

static void groups_add_up_to_the_plan_where_only_they_are_said(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2022-01", "period",
           MONEY("<disbursed source='DP' of='I.1'>4</disbursed><disbursed source='TW' of='II'>1</disbursed>"));
    assert_values(desk, "2022-01", "disbursed DP I",
                  "4 4 4 | - - - | previous:no-document same:no-document same_cumulative:no-document");
    assert_values(desk, "2022-01", "disbursed *",
                  "5 5 5 | - - - | previous:no-document same:no-document same_cumulative:no-document");
    assert_ratios(desk, "2022-01", "disbursed *", "- - | - - | - - | 6.25 -"); /* 5/80 */
}

static void in_december_the_year_document_counts(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-11", "cumulative", MONEY(SPENT("TW", "90")) "");
    report(&desk, "2021-12", "cumulative", MONEY(SPENT("TW", "98")) "");
    report(&desk, "2021", "period", MONEY(SPENT("TW", "100")));
    assert_values(desk, "2021-12", "disbursed TW",
                  "10 100 100 | - - - | previous:missing:2021-10 same:no-document same_cumulative:no-document");
    assert_values(desk, "2021-11", "disbursed TW",
                  "- 90 90 | - - - | month:missing:2021-10 previous:no-document same:no-document same_cumulative:no-document");
}

static void money_carried_in_is_what_was_last_said_of_it(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY("<carriedIn source='TW'>10</carriedIn>"));
    report(&desk, "2021-02", "cumulative", MONEY(SPENT("TW", "1") "<allocated source='TW'>40</allocated>"));
    assert_values(desk, "2021-02", "carriedIn TW", "- 10 10 | - - - | same_cumulative:no-document");
    assert_string_equal(number_token(&desk.fixture->arena, line_of(&desk, "2021-02", "disbursed TW")->rate), "2.00"); /* 1/50 */
}

static void missing_months_are_told(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2022-01", "cumulative", MONEY(SPENT("TW", "1")));
    report(&desk, "2022-03", "cumulative", MONEY(SPENT("TW", "2")));
    struct month_request request = request_of(&desk, "2022-04");
    struct month month = month_of(desk.plan, &request, &desk.fixture->arena);
    struct text out = text_in(&desk.fixture->arena);
    for (size_t i = 0; i < month.missing_count; i++)
        text_addf(&out, " %s", period_text(&desk.fixture->arena, month.missing[i]));
    assert_string_equal(text_str(&out), " 2021-04 2022-02 2022-04");
    assert_false(month.reported);
    assert_date(month.first_day, 2022, 3, 15);
    assert_date(month.cut_off, 2022, 4, 14);
}

/* "corrected 2021-02 disbursed TW 12000000 10000000", one a line. */
static const char *changes_of(struct desk *desk, const char *month)
{
    struct arena *arena = &desk->fixture->arena;
    struct month_request request = request_of(desk, month);
    struct month_changes changes = month_changes_of(desk->plan, &request, arena);
    struct text out = text_in(arena);
    for (size_t i = 0; i < changes.count; i++) {
        const struct month_change *change = &changes.items[i];
        text_addf(&out, "%s%s %s", i ? "\n" : "", month_event_token(change->event), period_text(arena, change->period));
        if (change->event == MONTH_EVENT_MISSING)
            continue;
        text_addf(&out, " %s %s %s", change->kind == MONTH_MONEY ? change->source : change->subject,
                  change->before ? change->before : "-", change->after ? change->after : "-");
    }
    return text_str(&out);
}

static void correct_february(struct desk *desk, const char *body)
{
    add_reported(desk->fixture, &desk->results, "2021-02", "nd09", "2021-03-20",
                 "id='sua' supersedes='d2021-02' basis='cumulative' status='final'", body);
}

static void a_corrected_month_counts_from_its_day_of_issue_on(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY(SPENT("TW", "5")));
    report(&desk, "2021-02", "cumulative", MONEY(SPENT("TW", "12")));
    report(&desk, "2021-03", "cumulative", MONEY(SPENT("TW", "30")));
    correct_february(&desk, MONEY(SPENT("TW", "10")));
    desk.as_of = (struct date){ 2021, 3, 19 };
    assert_values(desk, "2021-03", "disbursed TW", "18 30 30 | 7 - - | same:no-document same_cumulative:no-document");
    assert_string_equal(changes_of(&desk, "2021-03"), "");
    desk.as_of = (struct date){ 2021, 3, 20 };
    assert_values(desk, "2021-03", "disbursed TW", "20 30 30 | 5 - - | same:no-document same_cumulative:no-document");
    assert_string_equal(changes_of(&desk, "2021-03"), "corrected 2021-02 TW 12000000 10000000");
    desk.since = (struct date){ 2021, 3, 20 }; /* last month's report had it already */
    assert_string_equal(changes_of(&desk, "2021-03"), "");
}

static void what_came_and_what_stayed_away_is_told(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY(SPENT("TW", "5")));
    report(&desk, "2021-02", "cumulative", "<value target='t1' value='7'/>" MONEY(SPENT("TW", "12") SPENT("DP", "1")));
    report(&desk, "2021-03", "cumulative", "<value target='t2' op='gt' value='20'/>" MONEY(SPENT("TW", "30")));
    correct_february(&desk, "<value target='t1' value='8'/>" MONEY(SPENT("TW", "12") SPENT("DN", "2")));
    desk.as_of = (struct date){ 2021, 3, 25 };
    /* Against February as it was known on 25 February; then March against February as it is now: t1 and DN stayed away. */
    assert_string_equal(changes_of(&desk, "2021-03"),
                        "corrected 2021-02 t1 7 8\nadded 2021-02 DN - 2000000\nremoved 2021-02 DP 1000000 -\n"
                        "added 2021-03 t2 - gt 20\nremoved 2021-03 t1 8 -\nremoved 2021-03 DN 2000000 -\n"
                        "verdict 2021-03 t2 no-data not-computable");
}

static void a_month_made_again_says_what_was_corrected_in_it(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY(SPENT("TW", "5")));
    report(&desk, "2021-02", "cumulative", MONEY(SPENT("TW", "12")));
    correct_february(&desk, MONEY(SPENT("TW", "10")));
    add_reported(desk.fixture, &desk.results, "2021-03", "nd09", "2021-03-20", "basis='cumulative' status='final'",
                 MONEY(SPENT("TW", "30")));
    struct month_request february = request_of(&desk, "2021-02"), march = request_of(&desk, "2021-03");
    assert_string_equal(changes_of(&desk, "2021-02"), "corrected 2021-02 TW 12000000 10000000");
    assert_whole(month_revision(desk.plan, &february, &desk.fixture->arena), 1);
    assert_whole(month_revision(desk.plan, &march, &desk.fixture->arena), 0); /* issued on the day of the correction */
    february.as_of = desk.as_of = (struct date){ 2021, 3, 19 };
    assert_string_equal(changes_of(&desk, "2021-02"), "");
    assert_whole(month_revision(desk.plan, &february, &desk.fixture->arena), 0);
}

static void a_missing_month_and_a_late_one_are_told(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-01", "cumulative", MONEY(SPENT("TW", "5")));
    add_reported(desk.fixture, &desk.results, "2021-02", "nd09", "2021-04-10", "basis='cumulative' status='final'",
                 MONEY(SPENT("TW", "12")));
    report(&desk, "2021-03", "cumulative", MONEY(SPENT("TW", "30")));
    report(&desk, "2021-04", "cumulative", MONEY(SPENT("TW", "31")));
    desk.as_of = (struct date){ 2021, 3, 17 };
    assert_string_equal(changes_of(&desk, "2021-03"), "missing 2021-02");
    assert_string_equal(changes_of(&desk, "2021-02"), "missing 2021-02");
    desk.as_of = (struct date){ 2021, 4, 17 };
    assert_string_equal(changes_of(&desk, "2021-04"), "added 2021-02 TW - 12000000");
}

/* Money up to December is of the old year: January, which begins again, has taken nothing away. Figures of a month alone do compare. */
static void what_the_old_year_had_is_not_missed_in_january(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-12", "cumulative", MONEY(SPENT("TW", "12") SPENT("DP", "1")));
    report(&desk, "2022-01", "cumulative", MONEY(SPENT("TW", "2")));
    desk.as_of = (struct date){ 2022, 1, 20 };
    assert_string_equal(changes_of(&desk, "2022-01"), "");
    report(&desk, "2022-12", "period", MONEY(SPENT("TW", "12") SPENT("DP", "1")));
    report(&desk, "2023-01", "period", MONEY(SPENT("TW", "2")));
    desk.as_of = (struct date){ 2023, 1, 20 };
    assert_string_equal(changes_of(&desk, "2023-01"), "removed 2023-01 DP 1000000 (alone) -");
}

static void within_a_year_a_target_is_judged_by_the_month(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2022-06", "cumulative", "<value target='t1' value='180'/>");
    report(&desk, "2022-07", "cumulative", "<value target='t1' value='185'/>");
    report(&desk, "2023-11", "cumulative", "<value target='t1' value='350'/>");
    report(&desk, "2023-12", "cumulative", "<value target='t1' value='359'/>");
    /* 120 by the end of 2021, 240 by that of 2022: 180 by June, 190 by July; 350 by November 2023, and 360 is wanted. */
    assert_whole(line_of(&desk, "2022-06", "target t1")->status, GAP_ON_TRACK);
    assert_whole(line_of(&desk, "2022-07", "target t1")->status, GAP_BEHIND);
    assert_whole(line_of(&desk, "2023-11", "target t1")->status, GAP_ON_TRACK);
    assert_whole(line_of(&desk, "2023-12", "target t1")->status, GAP_MISSED);
    assert_string_equal(changes_of(&desk, "2022-07"), "verdict 2022-07 t1 on-track behind");
}

/* 100 until 2022 began, 150 by May: 50 in the year. */
static void report_may(struct desk *desk, const char *estimates)
{
    report(desk, "2021", "cumulative", "<value target='t1' value='100'/>");
    report(desk, "2022-05", "cumulative",
           arena_printf(&desk->fixture->arena, "<value target='t1' value='150'/><value target='t2' value='40'/>%s", estimates));
}

static void month_and_half_are_worked_out_from_one_another(void **state)
{
    static const char *const SAME[] = {
        "<estimate target='t1' period='2022-06' value='158'/>",
        "<estimate target='t1' period='2022-06' basis='period' value='8'/>",
        "<estimate target='t1' period='2022-H1' value='158'/>",
        "<estimate target='t1' period='2022-H1' basis='period' value='58'/>",
    };
    for (size_t i = 0; i < sizeof SAME / sizeof *SAME; i++) {
        struct desk desk = desk_of(state);
        report_may(&desk, SAME[i]);
        assert_outlook(desk, "2022-05", "target t1", "8 58 158 - 100 - - | 360"); /* 2023 is the target's own year */
        assert_ratio(desk, "2022-05", "target t1", RATIO_HALF_PLANNED, "-82 65.83"); /* 158 of 240 by the end of 2022 */
    }
}

static void a_half_is_held_against_that_of_the_year_before(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-06", "cumulative", "<value target='t3' value='2'/>");
    report(&desk, "2022-05", "cumulative", "<value target='t3' value='2.5'/><estimate target='t3' period='2022-H1' value='3'/>");
    assert_outlook(desk, "2022-05", "target t3", "0.50 3 3 2 - - - | 6");
    assert_ratio(desk, "2022-05", "target t3", RATIO_HALF_SAME, "1 150.00");
}

static void of_a_level_the_estimate_is_that_of_the_end(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021", "period", "<value target='t2' value='36'/>");
    report(&desk, "2022-10", "cumulative",
           "<value target='t2' value='41'/><estimate target='t2' period='2022' op='about' value='42.5'/>"
           "<estimate target='t2' period='2022-11' op='range' low='41' high='42'/>");
    assert_outlook(desk, "2022-10", "target t2", "- - - - 36 42.50 42.50 | 50 estimate_next:no-number estimate_year:bound");
    assert_ratio(desk, "2022-10", "target t2", RATIO_YEAR_LAST, "6.50 -"); /* percentage points */
    assert_ratio(desk, "2022-10", "target t2", RATIO_NEXT_YEAR, "7.50 -");
}

static void an_estimate_is_never_an_actual(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2022-05", "cumulative", "<estimate target='t2' period='2022-06' value='45'/>"
           MONEY("<estimated source='TW' period='2022-06'>9</estimated>"));
    assert_values(desk, "2022-06", "target t2",
                  "- - - | - - - | month:no-document to_date:no-document previous:not-said same:no-document");
    assert_whole(line_of(&desk, "2022-06", "target t2")->status, GAP_NO_DATA);
    assert_outlook(desk, "2022-05", "target t2", "45 - 45 - - - - | 50");
    assert_outlook(desk, "2022-06", "target t2", "- - - - - - - | 50"); /* May's estimate is of May's report */
    assert_values(desk, "2022-06", "disbursed TW",
                  "- - - | - - - | month:no-document cumulative:no-document to_date:no-document previous:not-said "
                  "same:no-document same_cumulative:no-document");
}

static void money_estimated_adds_up_like_money_disbursed(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-12", "cumulative", MONEY(SPENT("TW", "90") SPENT("DP", "30")));
    report(&desk, "2022-10", "cumulative",
           MONEY("<allocated source='TW'>18</allocated><allocated source='DP'>60</allocated>" SPENT("TW", "10") SPENT("DP", "50")
                 "<estimated source='TW' period='2022'>15</estimated><estimated source='DP' of='I' period='2022'>61</estimated>"
                 "<estimated source='TW' period='2022-11' basis='period'>2</estimated>"));
    assert_outlook(desk, "2022-10", "disbursed TW", "2 - - - 90 15 15 | 0"); /* blank in the plan: nothing for 2023 */
    assert_outlook(desk, "2022-10", "disbursed DP", "- - - - 30 61 61 | 0"); /* of its only group */
    assert_outlook(desk, "2022-10", "disbursed *", "- - - - 120 76 76 | 0 estimate_next:incomplete");
    assert_ratio(desk, "2022-10", "disbursed TW", RATIO_YEAR_BUDGET, "-3 83.33"); /* 15 of 18 allocated */
    assert_ratio(desk, "2022-10", "disbursed TW", RATIO_YEAR_PLANNED, "-5 75.00"); /* of 20 planned */
    assert_ratio(desk, "2022-10", "disbursed *", RATIO_YEAR_LAST, "-44 63.33");
    report(&desk, "2021-10", "cumulative", MONEY(SPENT("DP", "1")));
    assert_outlook(desk, "2021-10", "disbursed TW", "- - - - - - - | 20"); /* what the plan has for 2022 */
    report(&desk, "2023-10", "cumulative", MONEY(SPENT("DP", "1")));
    assert_outlook(desk, "2023-10", "disbursed TW", "- - - - - - - | -"); /* it is over by then: nothing is not 0 */
}

static void an_estimate_goes_with_the_document_that_is_superseded(void **state)
{
    struct desk desk = desk_of(state);
    report(&desk, "2021-02", "period", "<value target='t3' value='1'/><estimate target='t3' period='2021-H1' value='3'/>");
    correct_february(&desk, "<value target='t3' value='1'/><estimate target='t3' period='2021' value='5'/>");
    desk.as_of = (struct date){ 2021, 3, 19 };
    assert_outlook(desk, "2021-02", "target t3", "- 3 3 - - - - | -");
    desk.as_of = (struct date){ 2021, 3, 20 };
    assert_outlook(desk, "2021-02", "target t3", "- - - - - 5 5 | -");
}

static void both_regimes_have_their_days(void **state)
{
    (void)state;
    /* The cut-off day itself has not passed; February 2024 has 29 days. */
    static const struct {
        struct date day;
        enum regime regime;
        struct period month;
    } CASES[] = {
        { { 2024, 3, 14 }, REGIME_ND09, { 2024, 2, 0 } },     { { 2024, 3, 15 }, REGIME_ND09, { 2024, 3, 0 } },
        { { 2024, 1, 14 }, REGIME_ND09, { 2023, 12, 0 } },    { { 2024, 12, 31 }, REGIME_ND09, { 2024, 12, 0 } },
        { { 2024, 2, 29 }, REGIME_CALENDAR, { 2024, 1, 0 } }, { { 2024, 3, 1 }, REGIME_CALENDAR, { 2024, 2, 0 } },
        { { 2024, 1, 1 }, REGIME_CALENDAR, { 2023, 12, 0 } }, { { 2023, 2, 28 }, REGIME_CALENDAR, { 2023, 1, 0 } },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++)
        assert_whole(period_cmp(period_passed(CASES[i].day, CASES[i].regime), CASES[i].month), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(a_month_is_the_difference_of_cumulative_figures),
        TEST(months_of_their_own_add_up),
        TEST(over_a_missing_month_the_one_is_not_worked_out_from_the_other),
        TEST(a_year_begins_anew_for_money),
        TEST(counts_go_on_over_the_years),
        TEST(a_count_may_begin_at_a_year_document),
        TEST(a_level_has_no_sum_and_changes_in_points),
        TEST(a_figure_of_each_year_begins_anew),
        TEST(what_is_not_reported_makes_the_sum_incomplete),
        TEST(groups_add_up_to_the_plan_where_only_they_are_said),
        TEST(in_december_the_year_document_counts),
        TEST(money_carried_in_is_what_was_last_said_of_it),
        TEST(missing_months_are_told),
        TEST(a_corrected_month_counts_from_its_day_of_issue_on),
        TEST(what_came_and_what_stayed_away_is_told),
        TEST(a_month_made_again_says_what_was_corrected_in_it),
        TEST(a_missing_month_and_a_late_one_are_told),
        TEST(what_the_old_year_had_is_not_missed_in_january),
        TEST(within_a_year_a_target_is_judged_by_the_month),
        TEST(month_and_half_are_worked_out_from_one_another),
        TEST(a_half_is_held_against_that_of_the_year_before),
        TEST(of_a_level_the_estimate_is_that_of_the_end),
        TEST(an_estimate_is_never_an_actual),
        TEST(money_estimated_adds_up_like_money_disbursed),
        TEST(an_estimate_goes_with_the_document_that_is_superseded),
        cmocka_unit_test(both_regimes_have_their_days),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
