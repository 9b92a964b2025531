#include "../support/check.h"

#include "base/text.h"
#include "calc/totals.h"
#include "content/words.h"
#include "input/plan_read.h"

static struct totals totals_of(struct fixture *fixture, const struct plan *plan)
{
    struct totals totals;
    assert_true(totals_compute(&totals, plan, &fixture->arena, &fixture->findings));
    assert_findings(fixture, "");
    return totals;
}

/* "TW\t2021\t300000000\t300000000\tyes" for each, in order. */
static const char *listed(struct fixture *fixture, const struct totals *totals, const char *before)
{
    struct text out = text_in(&fixture->arena);
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *total = &totals->items[i];
        text_addf(&out, "%s%s\t%s\t", before, total->source ? total->source->id : "",
                  year_token(&fixture->arena, total->year));
        text_addf(&out, "%s\t", total->has_stated ? dong_token(&fixture->arena, total->stated) : "");
        text_addf(&out, "%s\t%s\n", total->has_computed ? dong_token(&fixture->arena, total->computed) : "",
                  total->complete ? "yes" : "no");
    }
    return text_str(&out);
}

static const struct total *total_at(const struct totals *totals, const char *source, int year)
{
    for (size_t i = 0; i < totals->count; i++) {
        const struct total *total = &totals->items[i];
        if (total->year == year && strcmp(total->source ? total->source->id : "", source) == 0)
            return total;
    }
    fail_msg("no total for %s %d", source, year);
    return NULL;
}

static const char *read_whole(struct fixture *fixture, const char *path)
{
    struct text text = text_in(&fixture->arena);
    FILE *file = fopen(path, "re");
    assert_non_null(file);
    char buffer[4096];
    for (size_t size; (size = fread(buffer, 1, sizeof buffer, file)) > 0;)
        text_addn(&text, buffer, size);
    assert_whole(fclose(file), 0);
    return text_str(&text);
}

/* tests/data/expected/totals.tsv was keyed by hand from the decisions. */
static void totals_of_the_five_decisions_are_those_keyed_by_hand(void **state)
{
    static const char *const IDS[] = { "ba-ria-vung-tau-2021-2025", "binh-dinh-2021-2025", "dak-nong-2021-2025",
                                       "dong-nai-2021-2025", "thai-binh-2021-2025" };
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->arena;
    struct text all = text_in(arena);
    for (size_t i = 0; i < sizeof IDS / sizeof *IDS; i++) {
        const char *path = arena_printf(arena, "input/decisions/%s.xml", IDS[i]);
        const struct plan *plan =
            plan_read(file_at(fixture, path), fixture->plan_schema, fixture->catalogue, arena, &fixture->findings);
        assert_non_null(plan);
        struct totals totals = totals_of(fixture, plan);
        text_add(&all, listed(fixture, &totals, arena_printf(arena, "%s\t", IDS[i])));
    }
    assert_string_equal(text_str(&all), read_whole(fixture, "tests/data/expected/totals.tsv"));
}

#define LINE(id, source, amounts) "<line id='" id "' title='" id "' source='" source "'>" amounts "</line>"
#define YEARS(a, b, c) "<amount year='2021'>" a "</amount><amount year='2022'>" b "</amount><amount year='2023'>" c "</amount>"
#define BODY(rows) "<table id='body' where='Mục III' layout='budget-by-source-and-year' moneyUnit='million-dong'>\n" rows "</table>"
#define ANNEX(id, rows) \
    "<table id='" id "' annex='I' layout='activities-by-year-and-source' moneyUnit='million-dong'>\n" rows "</table>"
#define CELL(source, year, number) "<amount source='" source "' year='" year "'>" number "</amount>"
#define ROW(id, cells) "<activity id='" id "' title='" id "'>" cells "</activity>"

static void one_source_over_its_years(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, BODY(
        LINE("a", "TW", YEARS("1", "2", "0.5") "<stated>3.5</stated>")
        LINE("b", "DP", YEARS("10", "20", "30"))
        "<total id='sum' label='sum'><stated year='2021'>11</stated><stated>63.5</stated></total>")));
    struct totals totals = totals_of(fixture, plan);
    assert_string_equal(listed(fixture, &totals, ""),
                        "TW\t2021\t1000000\t1000000\tyes\nTW\t2022\t2000000\t2000000\tyes\n"
                        "TW\t2023\t500000\t500000\tyes\nTW\tperiod\t3500000\t3500000\tyes\n"
                        "DP\t2021\t10000000\t10000000\tyes\nDP\t2022\t20000000\t20000000\tyes\n"
                        "DP\t2023\t30000000\t30000000\tyes\nDP\tperiod\t\t60000000\tyes\n"
                        "\t2021\t11000000\t11000000\tyes\n\t2022\t\t22000000\tyes\n\t2023\t\t30500000\tyes\n"
                        "\tperiod\t63500000\t63500000\tyes\n");
}

static void the_annex_counts_and_the_summary_never_with_it(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        BODY(LINE("a", "TW", YEARS("5", "5", "5") "<stated>15</stated>") LINE("b", "DN", YEARS("1", "1", "1")))
        ANNEX("an", ROW("r1", CELL("TW", "2021", "2") CELL("TW", "2022", "5")) ROW("r2", CELL("TW", "2021", "3")
                                                                                         CELL("TW", "2023", "5")))));
    struct totals totals = totals_of(fixture, plan);
    assert_whole(total_at(&totals, "TW", 2021)->computed, 5000000);
    assert_whole(total_at(&totals, "TW", 0)->computed, 15000000);
    assert_whole(total_at(&totals, "TW", 0)->stated, 15000000);
    assert_whole(total_at(&totals, "DN", 0)->computed, 3000000); /* only the summary has it */
    assert_whole(total_at(&totals, "", 0)->computed, 18000000);
}

static void two_annexes_of_different_works_add_up(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        ANNEX("short", ROW("s1", CELL("TW", "2021", "100")))
        ANNEX("long", ROW("l1", CELL("TW", "2021", "60")) ROW("l2", CELL("TW", "2021", "39")))));
    struct totals totals = totals_of(fixture, plan);
    assert_whole(total_at(&totals, "TW", 2021)->computed, 199000000);
}

static void money_without_a_source_and_by_source_are_never_added(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *by_annex = plan_of(fixture, plan_around(fixture,
        BODY(LINE("a", "TW", YEARS("60", "0", "0")) LINE("b", "DP", YEARS("40", "0", "0")))
        ANNEX("an", ROW("r1", "<amount year='2021'>30</amount>") ROW("r2", "<amount year='2021'>70</amount>"))));
    struct totals totals = totals_of(fixture, by_annex);
    assert_whole(total_at(&totals, "", 2021)->computed, 100000000);
    assert_whole(total_at(&totals, "TW", 2021)->computed, 60000000);
    const struct plan *by_source = plan_of(fixture, plan_around(fixture,
        ANNEX("an", ROW("r1", CELL("TW", "2021", "60")) ROW("r2", CELL("DP", "2021", "40")))
        "<table id='body' where='x' layout='tasks-with-agencies' moneyUnit='million-dong'>"
        ROW("b", "<amount year='2021'>100</amount>") "</table>"));
    totals = totals_of(fixture, by_source);
    assert_whole(total_at(&totals, "", 2021)->computed, 100000000);
    const struct plan *mixed = plan_of(fixture, plan_around(fixture,
        ANNEX("an", ROW("r1", CELL("TW", "2021", "60")) ROW("r2", "<amount year='2021'>40</amount>"))));
    totals = totals_of(fixture, mixed);
    assert_whole(total_at(&totals, "", 2021)->computed, 100000000); /* one table: each row its own money */
}

static void the_amount_of_a_parent_covers_its_children(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        ANNEX("an", "<activity id='p' title='p'>" CELL("TW", "2021", "10")
                    "<activity id='c' title='c'>" CELL("TW", "2021", "4") CELL("TW", "2022", "6")
                    "<activity id='d' title='d'>" CELL("TW", "2021", "1") CELL("TW", "2022", "5") "</activity>"
                    "</activity></activity>")));
    struct totals totals = totals_of(fixture, plan);
    assert_whole(total_at(&totals, "TW", 2021)->computed, 10000000);
    assert_whole(total_at(&totals, "TW", 2022)->computed, 6000000);
    assert_whole(total_at(&totals, "TW", 0)->computed, 16000000);
}

static void an_amount_for_the_period_covers_those_of_its_years(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        ANNEX("an", "<activity id='p' title='p'><amount source='TW'>100</amount>"
                    "<activity id='c' title='c'>" CELL("TW", "2021", "40") CELL("TW", "2022", "60") "</activity></activity>"
                    "<activity id='q' title='q'><amount source='DP'>7</amount>" CELL("DP", "2021", "3") "</activity>")));
    struct totals totals = totals_of(fixture, plan);
    assert_whole(total_at(&totals, "TW", 2021)->computed, 40000000);
    assert_whole(total_at(&totals, "TW", 0)->computed, 100000000);
    assert_whole(total_at(&totals, "DP", 2021)->computed, 3000000);
    assert_whole(total_at(&totals, "DP", 0)->computed, 7000000);
}

static void what_a_parent_states_is_made_of_its_children(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        ANNEX("an", "<activity id='p' title='p'><stated source='TW' year='2021'>10</stated>"
                    "<activity id='c' title='c'>" CELL("TW", "2021", "4") "</activity>"
                    "<activity id='d' title='d'>" CELL("TW", "2021", "6") "</activity></activity>")));
    struct totals totals = totals_of(fixture, plan);
    assert_whole(total_at(&totals, "TW", 2021)->computed, 10000000);
}

static void money_of_the_period_is_never_divided_into_years(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        ANNEX("an", ROW("r", "<amount source='TW'>300</amount><amount source='DP'>60</amount>"))));
    struct totals totals = totals_of(fixture, plan);
    assert_string_equal(listed(fixture, &totals, ""), "TW\tperiod\t\t300000000\tyes\nDP\tperiod\t\t60000000\tyes\n"
                                                      "\tperiod\t\t360000000\tyes\n");
}

static void a_lost_cell_makes_the_sums_over_it_incomplete(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, BODY(
        LINE("a", "TW", "<amount year='2021'>1</amount><amount year='2022' as='lost'/><amount year='2023' as='dash'/>")
        LINE("b", "DP", YEARS("1", "1", "1")))));
    struct totals totals = totals_of(fixture, plan);
    assert_string_equal(listed(fixture, &totals, ""),
                        "TW\t2021\t1000000\t1000000\tyes\nTW\t2022\t\t0\tno\nTW\t2023\t0\t0\tyes\nTW\tperiod\t\t1000000\tno\n"
                        "DP\t2021\t1000000\t1000000\tyes\nDP\t2022\t1000000\t1000000\tyes\n"
                        "DP\t2023\t1000000\t1000000\tyes\nDP\tperiod\t\t3000000\tyes\n"
                        "\t2021\t\t2000000\tyes\n\t2022\t\t1000000\tno\n\t2023\t\t1000000\tyes\n\tperiod\t\t4000000\tno\n");
}

static void a_plan_without_amounts_has_one_empty_row(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        "<noAmounts id='n' where='x' layout='sources-without-amounts'>Nguồn</noAmounts>"));
    struct totals totals = totals_of(fixture, plan);
    assert_string_equal(listed(fixture, &totals, ""), "\tperiod\t\t\tno\n");
}

static void what_is_stated_only_in_prose_has_no_computed_sum(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture,
        "<prose id='pr' where='x' moneyUnit='billion-dong'><stated source='TW'>1.5</stated><stated>2</stated></prose>"));
    struct totals totals = totals_of(fixture, plan);
    assert_string_equal(listed(fixture, &totals, ""), "TW\tperiod\t1500000000\t\tno\n\tperiod\t2000000000\t\tno\n");
}

static void the_body_states_before_the_annex_and_tables_before_prose(void **state)
{
    struct fixture *fixture = *state;
    const char *prose = "<prose id='pr' where='x' moneyUnit='million-dong'><stated>1</stated><stated source='TW'>2</stated>"
                        "<stated source='DP'>3</stated></prose>";
    const char *annex = ANNEX("an", ROW("r", CELL("TW", "2021", "9") CELL("DP", "2021", "9")) "<total id='at' label='at'>"
                              "<stated>4</stated><stated source='TW'>5</stated></total>");
    const char *body = "<table id='sum' where='x' layout='budget-by-source-and-year' moneyUnit='million-dong' repeats='an'>"
                       LINE("a", "DN", YEARS("1", "1", "1")) "<total id='bt' label='bt'><stated>6</stated></total></table>";
    const struct plan *plan =
        plan_of(fixture, plan_around(fixture, arena_printf(&fixture->arena, "%s%s%s", prose, annex, body)));
    struct totals totals = totals_of(fixture, plan);
    assert_whole(total_at(&totals, "", 0)->stated, 6000000);
    assert_whole(total_at(&totals, "TW", 0)->stated, 5000000);
    assert_whole(total_at(&totals, "DP", 0)->stated, 3000000);
    assert_false(total_at(&totals, "TW", 0)->complete); /* 9 is not 5 */
}

static void a_total_too_large_is_told(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, BODY(
        LINE("a", "TW", YEARS("9000000000000", "9000000000000", "0")))));
    struct totals totals;
    assert_false(totals_compute(&totals, plan, &fixture->arena, &fixture->findings));
    assert_findings(fixture, "CA-003:1 CA-003:1"); /* of the source, and of all */
}

/* Years add up to the period, sources to all sources, in any plan with money by source and year. */
static void totals_of_random_plans_add_up(void **state)
{
    static const char *const SOURCES[] = { "TW", "DP", "DN" };
    struct fixture *fixture = *state;
    struct chance chance = { 7 };
    for (int i = 0; i < 60; i++) {
        struct text rows = text_in(&fixture->arena);
        for (int r = 0; r < 6; r++) {
            text_addf(&rows, "<activity id='r%d' title='r'>", r);
            for (int cell = 0; cell < 9; cell++)
                if (chance_between(&chance, 0, 2))
                    text_addf(&rows, "<amount source='%s' year='%d'>%d.%d</amount>", SOURCES[cell % 3], 2021 + cell / 3,
                              (int)chance_between(&chance, 0, 99999), (int)chance_between(&chance, 0, 99));
            text_add(&rows, "</activity>");
        }
        struct totals totals = totals_of(fixture, plan_of(fixture, table_around(fixture, text_str(&rows))));
        for (int year = 2020; year <= 2023; year++) { /* 2020 stands for the period */
            int64_t all = 0;
            for (int s = 0; s < 3; s++)
                all += total_at(&totals, SOURCES[s], year == 2020 ? 0 : year)->computed;
            assert_whole(total_at(&totals, "", year == 2020 ? 0 : year)->computed, all);
        }
        for (int s = 0; s < 4; s++) {
            const char *source = s < 3 ? SOURCES[s] : "";
            int64_t years = 0;
            for (int year = 2021; year <= 2023; year++)
                years += total_at(&totals, source, year)->computed;
            assert_whole(total_at(&totals, source, 0)->computed, years);
        }
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(totals_of_the_five_decisions_are_those_keyed_by_hand),
        TEST(one_source_over_its_years),
        TEST(the_annex_counts_and_the_summary_never_with_it),
        TEST(two_annexes_of_different_works_add_up),
        TEST(money_without_a_source_and_by_source_are_never_added),
        TEST(the_amount_of_a_parent_covers_its_children),
        TEST(an_amount_for_the_period_covers_those_of_its_years),
        TEST(what_a_parent_states_is_made_of_its_children),
        TEST(money_of_the_period_is_never_divided_into_years),
        TEST(a_lost_cell_makes_the_sums_over_it_incomplete),
        TEST(a_plan_without_amounts_has_one_empty_row),
        TEST(what_is_stated_only_in_prose_has_no_computed_sum),
        TEST(the_body_states_before_the_annex_and_tables_before_prose),
        TEST(a_total_too_large_is_told),
        TEST(totals_of_random_plans_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
