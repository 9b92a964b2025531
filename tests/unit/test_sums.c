#include "../support/check.h"

#include "base/text.h"
#include "check/ledger_check.h"

static const struct office NO_OFFICE = { 0 };

#define GROUP(id, content) "<group id='" id "' no='" id "' title='" id "'>\n" content "</group>\n"
#define ACTIVITY(id, content) "<activity id='" id "' title='" id "'>\n" content "</activity>\n"
#define AMOUNT(source, year, number) "<amount source='" source "' year='" year "'>" number "</amount>\n"
#define STATED(source, year, number) "<stated source='" source "' year='" year "'>" number "</stated>\n"

/* The sum of a cell along an axis must come to that, with so many terms. */
static struct sum sum_at(struct fixture *fixture, const struct plan *plan, const char *cell, enum axis axis, int64_t dong,
                         size_t count)
{
    const struct figure *figure = figure_at_cell(plan, 0, cell);
    struct sum_parts parts = sum_parts_of(&plan->tables[0], &fixture->arena);
    char id[64];
    assert_true(sscanf(cell, "%63s", id) == 1);
    struct sum sum = sum_of(&parts, row_at(&plan->tables[0], id), figure, axis, &fixture->arena);
    assert_whole(sum.dong, dong);
    assert_whole((int64_t)sum.count, (int64_t)count);
    return sum;
}

/* The figure's line of the ledger downward, which must be there. */
static const struct ledger_line *line_at(struct fixture *fixture, const struct plan *plan, const char *cell)
{
    const struct ledger *ledger = ledger_of(plan, &NO_OFFICE, &fixture->arena);
    const struct ledger_line *line = ledger_first(ledger, figure_at_cell(plan, 0, cell));
    assert_true(line && (line->rule == LEDGER_ROWS_GROUP || line->rule == LEDGER_GROUPS_TOTAL));
    return line;
}

static void check_sums(struct fixture *fixture, const struct plan *plan)
{
    ledger_check(ledger_of(plan, &NO_OFFICE, &fixture->arena), &fixture->findings);
}

static void a_group_is_the_sum_of_its_rows(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "30") STATED("TW", "2022", "5")
            ACTIVITY("a", AMOUNT("TW", "2021", "10") AMOUNT("DP", "2021", "7"))
            ACTIVITY("b", AMOUNT("TW", "2021", "20") AMOUNT("TW", "2022", "5")))
        GROUP("h", ACTIVITY("c", AMOUNT("TW", "2021", "100")))));
    sum_at(fixture, plan, "g TW 2021", AXIS_DOWN, 30000000, 2);
    sum_at(fixture, plan, "g TW 2022", AXIS_DOWN, 5000000, 1);
    check_sums(fixture, plan);
    assert_findings(fixture, "CA-010:3"); /* the group leaves blank what its row has of DP */
}

static void a_group_of_groups_uses_what_the_inner_ones_state(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "31")
            GROUP("g1", STATED("TW", "2021", "11") ACTIVITY("a", AMOUNT("TW", "2021", "10")))
            GROUP("g2", ACTIVITY("b", AMOUNT("TW", "2021", "20"))))));
    /* g1 states 11 for its 10; g2 prints no sum of its own, so its row of 20 stands for it: 11 + 20. */
    sum_at(fixture, plan, "g TW 2021", AXIS_DOWN, 31000000, 2);
    assert_whole(line_at(fixture, plan, "g1 TW 2021")->verdict, LEDGER_DIFFERS);
}

static void blank_adds_nothing_a_dash_adds_zero_and_lost_makes_it_incomplete(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "10") STATED("TW", "2022", "0") STATED("TW", "2023", "9")
            ACTIVITY("a", AMOUNT("TW", "2021", "10") "<amount source='TW' year='2022' as='dash'/>" AMOUNT("TW", "2023", "4"))
            ACTIVITY("b", "<amount source='TW' year='2021' as='blank'/><amount source='TW' year='2023' as='lost'/>"))));
    struct sum blank = sum_at(fixture, plan, "g TW 2021", AXIS_DOWN, 10000000, 1);
    struct sum dash = sum_at(fixture, plan, "g TW 2022", AXIS_DOWN, 0, 1);
    struct sum lost = sum_at(fixture, plan, "g TW 2023", AXIS_DOWN, 4000000, 2);
    assert_true(!blank.incomplete && !dash.incomplete && lost.incomplete);
    assert_whole(line_at(fixture, plan, "g TW 2022")->verdict, LEDGER_HOLDS);
    assert_whole(line_at(fixture, plan, "g TW 2023")->verdict, LEDGER_INCOMPLETE);
    check_sums(fixture, plan);
    assert_findings(fixture, "CA-002:6");
}

static void a_lost_cell_does_not_explain_a_sum_that_is_exceeded_without_it(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "9") STATED("TW", "2022", "4")
            ACTIVITY("a", AMOUNT("TW", "2021", "10") AMOUNT("TW", "2022", "4"))
            ACTIVITY("b", "<amount source='TW' year='2021' as='lost'/><amount source='TW' year='2022' as='lost'/>"))));
    check_sums(fixture, plan);
    assert_findings(fixture, "CA-011:4 CA-002:5");
}

static void a_total_sums_the_rows_it_names(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "1") ACTIVITY("a", AMOUNT("TW", "2021", "1")))
        GROUP("h", STATED("TW", "2021", "2") ACTIVITY("b", AMOUNT("TW", "2021", "2")))
        GROUP("i", STATED("TW", "2021", "4") ACTIVITY("c", AMOUNT("TW", "2021", "4")))
        "<total id='t1' label='g+i' of='g i'>" STATED("TW", "2021", "5") "</total>"
        "<total id='t2' label='all'>" STATED("TW", "2021", "7") "</total>"
        "<total id='t3' label='all but totals'>" STATED("TW", "2021", "12") "</total>"));
    sum_at(fixture, plan, "t1 TW 2021", AXIS_DOWN, 5000000, 2);
    sum_at(fixture, plan, "t2 TW 2021", AXIS_DOWN, 7000000, 3);
    sum_at(fixture, plan, "t3 TW 2021", AXIS_DOWN, 7000000, 3);
    assert_whole(line_at(fixture, plan, "t3 TW 2021")->verdict, LEDGER_DIFFERS);
}

static void a_total_without_source_or_year_takes_the_rows_apart(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "1") STATED("DP", "2021", "2") STATED("TW", "2022", "4")
            ACTIVITY("a", AMOUNT("TW", "2021", "1") AMOUNT("DP", "2021", "2") AMOUNT("TW", "2022", "4")))
        "<total id='t1' label='by year'><stated year='2021'>3</stated><stated year='2022'>4</stated></total>"
        "<total id='t2' label='by source'><stated source='TW'>5</stated><stated source='DP'>2</stated></total>"
        "<total id='t3' label='all'><stated>7</stated></total>"));
    sum_at(fixture, plan, "t1 - 2021", AXIS_DOWN, 3000000, 2);
    sum_at(fixture, plan, "t2 TW -", AXIS_DOWN, 5000000, 2);
    sum_at(fixture, plan, "t3 - -", AXIS_DOWN, 7000000, 3);
    check_sums(fixture, plan);
    assert_findings(fixture, "");
}

static void a_row_is_summed_across_its_sources_and_years(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        ACTIVITY("a", "<amount source='TW'>200</amount><amount source='DP'>40.5</amount><stated>240.5</stated>")
        "<line id='l' title='l' source='TW'><amount year='2021'>1</amount><amount year='2022'>2</amount>"
        "<stated>4</stated></line>"));
    sum_at(fixture, plan, "a - -", AXIS_ACROSS, 240500000, 2);
    sum_at(fixture, plan, "l TW -", AXIS_ACROSS, 3000000, 2);
    check_sums(fixture, plan);
    assert_findings(fixture, "CA-001:5"); /* the line states 4 for 1 + 2 */
}

static void figures_in_units_of_their_own_are_compared_in_dong(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        ACTIVITY("a", AMOUNT("TW", "2021", "1.5"))
        "<total id='t' label='t'><stated unit='dong'>1500000</stated></total>"));
    sum_at(fixture, plan, "t - -", AXIS_DOWN, 1500000, 1);
    assert_whole(line_at(fixture, plan, "t - -")->verdict, LEDGER_HOLDS);
}

static void a_lost_sum_is_compared_with_nothing(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", "<stated source='TW' year='2021' as='lost'/>" ACTIVITY("a", AMOUNT("TW", "2021", "1")))));
    const struct ledger_line *line = line_at(fixture, plan, "g TW 2021");
    assert_whole(line->verdict, LEDGER_INCOMPLETE);
    assert_whole(line->reason, LEDGER_LOST_TOTAL);
    assert_true(!line->stated.known && !line->difference.known);
    check_sums(fixture, plan);
    assert_findings(fixture, "");
}

static void the_sum_that_holds_explains_a_figure(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        "<line id='l' title='l' source='TW'><amount year='2021'>1</amount><stated>1</stated></line>"
        "<total id='t' label='t'><stated year='2021'>2</stated><stated>2</stated></total>"));
    const struct plan_table *table = &plan->tables[0];
    const struct figure *figure = figure_at_cell(plan, 0, "t - -");
    const struct ledger_line *line = ledger_explains(ledger_of(plan, &NO_OFFICE, &fixture->arena), figure);
    assert_non_null(line);
    assert_whole(line->verdict, LEDGER_HOLDS); /* across its years, not down its rows, which give 1 */
    assert_whole((int64_t)line->sum.terms[0].row, (int64_t)row_at(table, "t"));
}

static void a_sum_too_large_is_told_not_wrapped(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "1")
            ACTIVITY("a", AMOUNT("TW", "2021", "9000000000000")) ACTIVITY("b", AMOUNT("TW", "2021", "9000000000000")))));
    check_sums(fixture, plan);
    assert_findings(fixture, "CA-003:4");
}

/*
 * Random tables of two levels. Every sum is printed as the test itself adds it up, so nothing must be found; then one
 * amount is printed 1 higher, and exactly the sums that contain it must be told.
 */
enum { GROUPS = 3, ROWS = 4, YEARS = 3, SOURCES = 3, FIRST = 2021 };

static const char *const SOURCE_IDS[SOURCES] = { "TW", "DP", "DN" };

struct random_table {
    int64_t cells[GROUPS][ROWS][YEARS][SOURCES]; /* -1: blank */
};

static void fill_random(struct random_table *table, struct chance *chance)
{
    for (int g = 0; g < GROUPS; g++)
        for (int r = 0; r < ROWS; r++)
            for (int y = 0; y < YEARS; y++)
                for (int s = 0; s < SOURCES; s++)
                    table->cells[g][r][y][s] =
                        chance_between(chance, 0, 3) ? chance_between(chance, 0, 500000) * 100 : -1;
}

static void put_figure(struct text *out, const char *kind, int s, int y, int64_t thousand)
{
    struct dec number = dec_from_whole(thousand, 3, 0);
    char buffer[DEC_TEXT_SIZE];
    text_addf(out, "<%s source='%s' year='%d'>%s</%s>", kind, SOURCE_IDS[s], FIRST + y, dec_format(buffer, number), kind);
}

static int64_t group_sum(const struct random_table *table, int g, int y, int s, bool *any)
{
    int64_t sum = 0;
    *any = false;
    for (int r = 0; r < ROWS; r++)
        if (table->cells[g][r][y][s] >= 0) {
            sum += table->cells[g][r][y][s];
            *any = true;
        }
    return sum;
}

/* With 0.1 million đồng more in the first amount of the first row if `slip`. */
static const char *print_table(struct fixture *fixture, const struct random_table *table, bool slip)
{
    struct text out = text_in(&fixture->arena);
    int64_t totals[YEARS][SOURCES] = { { 0 } };
    bool any, slipped = !slip;
    for (int g = 0; g < GROUPS; g++) {
        text_addf(&out, "<group id='g%d' title='g'>", g);
        for (int y = 0; y < YEARS; y++)
            for (int s = 0; s < SOURCES; s++) {
                int64_t sum = group_sum(table, g, y, s, &any);
                totals[y][s] += sum;
                if (any)
                    put_figure(&out, "stated", s, y, sum);
            }
        for (int r = 0; r < ROWS; r++) {
            text_addf(&out, "<activity id='a%d-%d' title='a'>", g, r);
            for (int y = 0; y < YEARS; y++)
                for (int s = 0; s < SOURCES; s++)
                    if (table->cells[g][r][y][s] >= 0) {
                        put_figure(&out, "amount", s, y, table->cells[g][r][y][s] + (slipped ? 0 : 100));
                        slipped = true;
                    }
            text_add(&out, "</activity>");
        }
        text_add(&out, "</group>\n");
    }
    text_add(&out, "<total id='t' label='t'>");
    int64_t all = 0;
    for (int y = 0; y < YEARS; y++)
        for (int s = 0; s < SOURCES; s++) {
            put_figure(&out, "stated", s, y, totals[y][s]);
            all += totals[y][s];
        }
    struct dec number = dec_from_whole(all, 3, 0);
    char buffer[DEC_TEXT_SIZE];
    text_addf(&out, "</total>\n<total id='all' label='all'><stated>%s</stated></total>\n", dec_format(buffer, number));
    return table_around(fixture, text_str(&out));
}

/* A total of a blank column states 0 where no row has a figure: nothing to compare. */
static void the_parts_of_random_tables_add_up(void **state)
{
    struct fixture *fixture = *state;
    struct chance chance = { 6 };
    for (int i = 0; i < 40; i++) {
        struct random_table table;
        fill_random(&table, &chance);
        const struct plan *plan = plan_of(fixture, print_table(fixture, &table, false));
        check_sums(fixture, plan);
        assert_findings(fixture, "");
        const struct plan *slip = plan_of(fixture, print_table(fixture, &table, true));
        check_sums(fixture, slip);
        assert_findings(fixture, "CA-001:3"); /* the group; what stands above is made of what the group states */
    }
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(a_group_is_the_sum_of_its_rows),
        TEST(a_group_of_groups_uses_what_the_inner_ones_state),
        TEST(blank_adds_nothing_a_dash_adds_zero_and_lost_makes_it_incomplete),
        TEST(a_lost_cell_does_not_explain_a_sum_that_is_exceeded_without_it),
        TEST(a_total_sums_the_rows_it_names),
        TEST(a_total_without_source_or_year_takes_the_rows_apart),
        TEST(a_row_is_summed_across_its_sources_and_years),
        TEST(figures_in_units_of_their_own_are_compared_in_dong),
        TEST(a_lost_sum_is_compared_with_nothing),
        TEST(the_sum_that_holds_explains_a_figure),
        TEST(a_sum_too_large_is_told_not_wrapped),
        TEST(the_parts_of_random_tables_add_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
