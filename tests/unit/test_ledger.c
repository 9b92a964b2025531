#include "../support/check.h"

#include "base/text.h"
#include "calc/ledger.h"
#include "content/ledger_words.h"

static const struct office NO_OFFICE = { 0 };

#define GROUP(id, content) "<group id='" id "' no='" id "' title='" id "'>\n" content "</group>\n"
#define ACTIVITY(id, content) "<activity id='" id "' title='" id "'>\n" content "</activity>\n"
#define AMOUNT(source, year, number) "<amount source='" source "' year='" year "'>" number "</amount>\n"
#define LOST(source, year) "<amount source='" source "' year='" year "' as='lost'/>\n"
#define STATED(source, year, number) "<stated source='" source "' year='" year "'>" number "</stated>\n"

/* ---- sum_computed ---- */

static struct sum computed_at(struct fixture *fixture, const struct plan *plan, const char *cell)
{
    char id[64];
    assert_true(sscanf(cell, "%63s", id) == 1);
    struct sum_parts parts = sum_parts_of(&plan->tables[0], &fixture->arena);
    return sum_computed(&parts, row_at(&plan->tables[0], id), figure_at_cell(plan, 0, cell), &fixture->arena);
}

static void assert_computed(struct fixture *fixture, const struct plan *plan, const char *cell, int64_t dong,
                            bool incomplete)
{
    struct sum sum = computed_at(fixture, plan, cell);
    if (sum.dong != dong || sum.incomplete != incomplete || sum.overflow)
        fail_msg("%s: %lld%s%s, expected %lld%s", cell, (long long)sum.dong, sum.incomplete ? " incomplete" : "",
                 sum.overflow ? " overflow" : "", (long long)dong, incomplete ? " incomplete" : "");
}

static void an_amount_is_what_it_says(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        ACTIVITY("a", AMOUNT("TW", "2021", "10.5") LOST("DP", "2021") "<amount source='DN' year='2021' as='dash'/>")));
    assert_computed(fixture, plan, "a TW 2021", 10500000, false);
    assert_computed(fixture, plan, "a DP 2021", 0, true);
    assert_computed(fixture, plan, "a DN 2021", 0, false);
}

static void a_slip_deep_down_reaches_every_sum_above_it(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "120")
            GROUP("g1", STATED("TW", "2021", "100")
                ACTIVITY("a", AMOUNT("TW", "2021", "10")) ACTIVITY("b", AMOUNT("TW", "2021", "20")))
            ACTIVITY("c", AMOUNT("TW", "2021", "20")))
        GROUP("h", STATED("TW", "2021", "7") ACTIVITY("d", AMOUNT("TW", "2021", "7")))
        "<total id='t' label='all'>" STATED("TW", "2021", "127") "</total>"
        "<total id='y' label='year'><stated year='2021'>127</stated></total>"));
    assert_computed(fixture, plan, "g1 TW 2021", 30000000, false);
    assert_computed(fixture, plan, "g TW 2021", 50000000, false);
    assert_computed(fixture, plan, "h TW 2021", 7000000, false);
    assert_computed(fixture, plan, "t TW 2021", 57000000, false);
    assert_computed(fixture, plan, "y - 2021", 57000000, false);
}

static void a_lost_cell_deep_down_makes_every_sum_above_it_incomplete(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "30") ACTIVITY("a", AMOUNT("TW", "2021", "10")) ACTIVITY("b", LOST("TW", "2021")))
        GROUP("h", STATED("TW", "2021", "7") ACTIVITY("c", AMOUNT("TW", "2021", "7")))
        "<total id='t' label='all'>" STATED("TW", "2021", "37") "</total>"));
    assert_computed(fixture, plan, "g TW 2021", 10000000, true);
    assert_computed(fixture, plan, "t TW 2021", 17000000, true);
    assert_computed(fixture, plan, "h TW 2021", 7000000, false);
}

static void a_sum_lost_below_is_taken_across_where_that_is_whole(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        "<activity id='a' title='a'>\n<stated source='TW'>240</stated><amount source='DP'>100</amount><stated>341</stated>\n"
        "<activity id='a1' title='a1'><amount source='TW'>240</amount><amount source='DP' as='lost'/></activity>\n"
        "</activity>\n"));
    assert_computed(fixture, plan, "a - -", 340000000, false);
}

static void a_stated_figure_without_parts_is_itself(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture, GROUP("g", STATED("TW", "2021", "30"))));
    assert_computed(fixture, plan, "g TW 2021", 30000000, false);
}

static void a_computed_sum_too_large_is_told_not_wrapped(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "1") ACTIVITY("a", AMOUNT("TW", "2021", "9000000000000"))
            ACTIVITY("b", AMOUNT("TW", "2021", "9000000000000")))
        "<total id='t' label='all'>" STATED("TW", "2021", "1") "</total>"));
    assert_true(computed_at(fixture, plan, "g TW 2021").overflow);
    assert_true(computed_at(fixture, plan, "t TW 2021").overflow);
}

/* Where every sum holds, the computed view is the stated one. */
static void of_sums_that_hold_nothing_is_computed_otherwise(void **state)
{
    static const char *const PATHS[] = { "input/decisions/ba-ria-vung-tau-2021-2025.xml",
                                         "input/decisions/binh-dinh-2021-2025.xml" };
    struct fixture *fixture = *state;
    for (size_t p = 0; p < sizeof PATHS / sizeof *PATHS; p++) {
        FILE *file = fopen(PATHS[p], "rb");
        assert_non_null(file);
        char *content = arena_alloc(&fixture->arena, 1 << 20, 1);
        assert_true(fread(content, 1, (1 << 20) - 1, file) > 0);
        assert_whole(fclose(file), 0);
        const struct plan *plan = plan_of(fixture, content);
        fixture->findings = findings_in(&fixture->arena);
        for (size_t t = 0; t < plan->table_count; t++) {
            struct sum_parts parts = sum_parts_of(&plan->tables[t], &fixture->arena);
            for (size_t r = 0; r < plan->tables[t].row_count; r++)
                for (size_t f = 0; f < plan->tables[t].rows[r].figure_count; f++) {
                    const struct figure *figure = &plan->tables[t].rows[r].figures[f];
                    struct sum sum = sum_computed(&parts, r, figure, &fixture->arena);
                    assert_whole(sum.dong, figure->dong);
                }
        }
    }
}

/* ---- the ledger ---- */

/* "rule subject source year stated/computed/difference verdict reason", one line of the ledger a line. */
static const char *ledger_text(struct fixture *fixture, const struct ledger *ledger)
{
    struct arena *arena = &fixture->arena;
    struct text out = text_in(arena);
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_line *line = &ledger->lines[i];
        const char *year = ledger_year_token(line, arena), *reason = ledger_reason_token(line->reason);
        const char *sides[] = { ledger_side_token(line, &line->stated, arena),
                                ledger_side_token(line, &line->computed, arena),
                                ledger_side_token(line, &line->difference, arena) };
        text_addf(&out, "%s %s %s%s%s %s/%s/%s %s%s%s\n", ledger_rule_token(line->rule), line->subject.id,
                  line->key.source ? line->key.source : "-", year ? " " : "", year ? year : "", sides[0] ? sides[0] : "",
                  sides[1] ? sides[1] : "", sides[2] ? sides[2] : "", ledger_verdict_token(line->verdict),
                  reason ? " " : "", reason ? reason : "");
    }
    return text_str(&out);
}

static void assert_ledger(struct fixture *fixture, const char *text, const struct office *office, const char *expected)
{
    const struct plan *plan = plan_of(fixture, text);
    assert_non_null(plan);
    assert_string_equal(ledger_text(fixture, ledger_of(plan, office, &fixture->arena)), expected);
}

static void a_plan_without_money_has_an_empty_ledger(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, plan_around(fixture, ""), &NO_OFFICE, "");
    assert_ledger(fixture, table_around(fixture, ACTIVITY("a", "")), &NO_OFFICE, "");
}

static void sums_hold_differ_or_stay_incomplete(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "30") STATED("TW", "2022", "31") STATED("TW", "2023", "9")
            ACTIVITY("a", AMOUNT("TW", "2021", "10") AMOUNT("TW", "2022", "10") AMOUNT("TW", "2023", "4"))
            ACTIVITY("b", AMOUNT("TW", "2021", "20") AMOUNT("TW", "2022", "20") LOST("TW", "2023")))), &NO_OFFICE,
        "rows-group g TW 2021 30000000/30000000/0 holds\n"
        "rows-group g TW 2022 31000000/30000000/1000000 differs\n"
        "rows-group g TW 2023 9000000/4000000/5000000 incomplete lost-cell\n");
}

static void a_small_difference_is_called_immaterial(void **state)
{
    struct fixture *fixture = *state;
    const struct office office = { .material_percent = { 5, 0 }, .material_dong = 1000000 };
    assert_ledger(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "10") STATED("TW", "2022", "30.5")
            ACTIVITY("a", AMOUNT("TW", "2021", "8") AMOUNT("TW", "2022", "30")))), &office,
        "rows-group g TW 2021 10000000/8000000/2000000 differs\n"
        "rows-group g TW 2022 30500000/30000000/500000 differs immaterial\n");
}

static void a_blank_sum_says_that_its_parts_are_blank(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "10") ACTIVITY("a", AMOUNT("TW", "2021", "10") AMOUNT("DP", "2021", "7")))
        GROUP("h", STATED("DP", "2021", "5") ACTIVITY("b", AMOUNT("DP", "2021", "5")))), &NO_OFFICE,
        "rows-group g TW 2021 10000000/10000000/0 holds\n"
        "rows-group g DP 2021 /7000000/-7000000 differs blank\n"
        "rows-group h DP 2021 5000000/5000000/0 holds\n"
        "rows-group h TW 2021 // holds blank\n");
}

static void a_total_says_that_its_blank_cells_are_blank(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "10") STATED("TW", "2022", "7")
            ACTIVITY("a", AMOUNT("TW", "2021", "10") AMOUNT("TW", "2022", "7")))
        "<total id='t' label='by both'>" STATED("TW", "2021", "10") "</total>\n"
        "<total id='y' label='by year'><stated year='2021'>10</stated></total>\n"
        "<total id='p' label='period'><stated>17</stated></total>\n"), &NO_OFFICE,
        "rows-group g TW 2021 10000000/10000000/0 holds\n"
        "rows-group g TW 2022 7000000/7000000/0 holds\n"
        "groups-total t TW 2021 10000000/10000000/0 holds\n"
        "groups-total t TW 2022 /7000000/-7000000 differs blank\n"
        "groups-total y - 2021 10000000/10000000/0 holds\n"
        "total-rows y - 2021 10000000/10000000/0 holds\n"
        "groups-total y - 2022 /7000000/-7000000 differs blank\n"
        "groups-total p - period 17000000/17000000/0 holds\n"
        "total-rows p - period 17000000/10000000/7000000 differs\n"
        "total-rows p - period 17000000/10000000/7000000 differs\n");
}

static void a_cell_keyed_as_blank_is_told_once(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "10") "<stated source='DP' year='2021' as='blank'/>\n"
            ACTIVITY("a", AMOUNT("TW", "2021", "10") AMOUNT("DP", "2021", "7")))), &NO_OFFICE,
        "rows-group g TW 2021 10000000/10000000/0 holds\n"
        "rows-group g DP 2021 /7000000/-7000000 differs blank\n");
}

static void total_rows_in_two_units_are_compared(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, table_around(fixture,
        ACTIVITY("a", "<amount source='TW'>10</amount><amount source='DP'>5</amount>")
        "<total id='t' label='t'><stated source='TW'>10</stated><stated source='DP'>5</stated></total>\n"
        "<total id='d' label='d'><stated unit='dong' words='mười lăm triệu đồng'>15000000</stated></total>\n"), &NO_OFFICE,
        "groups-total t TW period 10000000/10000000/0 holds\n"
        "groups-total t DP period 5000000/5000000/0 holds\n"
        "groups-total d - period 15000000/15000000/0 holds\n"
        "total-rows d - period 15000000/15000000/0 holds\n"
        "words d - period 15000000/15000000/0 holds\n");
}

static void prose_is_compared_with_itself_its_words_and_the_tables(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, plan_around(fixture,
        "<prose id='p' where='III' moneyUnit='dong'>\n<stated label='tổng' words='mười bốn triệu đồng'>15000000</stated>\n"
        "<stated source='TW' label='tw'>10000000</stated>\n<stated source='DP' label='đp'>4000000</stated>\n</prose>\n"
        "<table id='bang' layout='budget-by-source-and-year' where='III' moneyUnit='million-dong' title='b'>\n"
        "<line id='l1' title='tw' source='TW'>\n<amount year='2021'>10</amount>\n</line>\n"
        "<line id='l2' title='đp' source='DP'>\n<amount year='2021'>5</amount>\n</line>\n</table>\n"), &NO_OFFICE,
        "same-figure p - period 15000000/15000000/0 holds\n"
        "prose-sum p - period 15000000/14000000/1000000 differs\n"
        "same-figure p TW period 10000000/10000000/0 holds\n"
        "same-figure p DP period 4000000/5000000/-1000000 differs\n"
        "words p - period 15000000/14000000/1000000 differs\n");
}

static void words_that_cannot_be_read_are_unchecked(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, plan_around(fixture,
        "<prose id='p' where='III' moneyUnit='dong'>\n<stated label='tổng' words='mười lăm triêu'>15000000</stated>\n"
        "</prose>\n"), &NO_OFFICE, "words p - period 15000000// unchecked words-unreadable\n");
}

static void labels_and_counts_do_their_sums(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, plan_around(fixture,
        "<table id='bang' annex='I' layout='activities-by-year-and-source' moneyUnit='million-dong' title='b'>\n"
        GROUP("g", STATED("TW", "2021", "75")
            ACTIVITY("a", AMOUNT("TW", "2021", "75") "<labelSum count='5' unitPrice='15' result='75'/>"
                     "<labelSum count='2.5' unitPrice='1.5' result='4'/><labelSum unitPrice='50'/>"))
        "</table>\n"
        "<count id='c' where='I' what='lớp' value='6'>"
        "<part value='2'>a</part><part value='2'>b</part><part value='1'>c</part></count>\n"),
        &NO_OFFICE,
        "rows-group g TW 2021 75000000/75000000/0 holds\n"
        "label-sum a - 75/75/0 holds\n"
        "label-sum a - 4/3.75/0.25 differs\n"
        "stated-once a - 50// unchecked stated-once\n"
        "count-parts c - 6/5/1 differs\n");
}

static void a_figure_in_no_equality_is_listed_as_stated_once(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, table_around(fixture, ACTIVITY("a", AMOUNT("TW", "2021", "10") LOST("TW", "2022"))), &NO_OFFICE,
        "stated-once a TW 2021 10000000// unchecked stated-once\n"
        "stated-once a TW 2022 // unchecked stated-once\n");
}


static void a_heading_without_sums_stands_for_its_rows(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, table_around(fixture,
        GROUP("g", STATED("TW", "2021", "31") ACTIVITY("a", AMOUNT("TW", "2021", "11"))
            ACTIVITY("b", ACTIVITY("b1", AMOUNT("TW", "2021", "10")) ACTIVITY("b2", AMOUNT("TW", "2021", "10"))))), &NO_OFFICE,
        "rows-group g TW 2021 31000000/31000000/0 holds\n");
}

/* Three groups of three rows over three years: figures of one digit, blank and lost cells, sums that are mostly wrong. */
static const char *random_rows(struct fixture *fixture, struct chance *chance)
{
    struct text rows = text_in(&fixture->arena);
    for (int g = 0; g < 3; g++) {
        text_addf(&rows, "<group id='g%d' no='%d' title='g'>\n", g, g + 1);
        for (int year = 2021; year <= 2023; year++)
            if (chance_between(chance, 0, 3))
                text_addf(&rows, "<stated source='TW' year='%d'>%d</stated>\n", year, (int)chance_between(chance, 0, 9));
        for (int a = 0; a < 3; a++) {
            text_addf(&rows, "<activity id='g%d-%d' title='a'>\n", g, a);
            for (int year = 2021; year <= 2023; year++) {
                int64_t kind = chance_between(chance, 0, 5);
                if (kind == 0)
                    text_addf(&rows, "<amount source='TW' year='%d' as='lost'/>\n", year);
                else if (kind > 1)
                    text_addf(&rows, "<amount source='TW' year='%d'>%d</amount>\n", year, (int)kind);
            }
            text_add(&rows, "</activity>\n");
        }
        text_add(&rows, "</group>\n");
    }
    text_add(&rows, "<total id='t' label='t'>" STATED("TW", "2021", "9") "<stated year='2022'>9</stated></total>\n");
    return text_str(&rows);
}

static void check_line(const struct ledger_line *line)
{
    int64_t sum = 0;
    bool lost = false;
    for (size_t t = 0; t < line->sum.count; t++) {
        sum += line->sum.terms[t].figure->dong;
        lost = lost || line->sum.terms[t].figure->state == FIGURE_LOST;
    }
    int64_t difference = line->difference.dong;
    assert_true(line->unit == LEDGER_DONG && line->computed.known && line->difference.known);
    assert_whole(line->computed.dong, sum);
    assert_whole((line->stated.known ? line->stated.dong : 0) - sum, difference);
    assert_whole(line->verdict, lost ? LEDGER_INCOMPLETE : difference ? LEDGER_DIFFERS : LEDGER_HOLDS);
}

/* Whatever the table, a line with terms says their sum, and its difference is stated − computed. */
static void every_line_of_a_random_table_adds_up(void **state)
{
    struct fixture *fixture = *state;
    struct chance chance = { 20201118 };
    for (int round = 0; round < 60; round++) {
        const struct plan *plan = plan_of(fixture, table_around(fixture, random_rows(fixture, &chance)));
        assert_non_null(plan);
        const struct ledger *ledger = ledger_of(plan, &NO_OFFICE, &fixture->arena);
        assert_true(ledger->count > 0);
        for (size_t i = 0; i < ledger->count; i++)
            if (ledger->lines[i].sum.count)
                check_line(&ledger->lines[i]);
    }
}

/* b: 35 for the period, of which 30 in 2021, and 40 of another source. */
static void what_a_total_leaves_out_is_counted_once(void **state)
{
    struct fixture *fixture = *state;
    const struct plan *plan = plan_of(fixture, table_around(fixture,
        ACTIVITY("a", AMOUNT("TW", "2021", "10") AMOUNT("DP", "2021", "5"))
        "<total id='t' label='all' of='a'>" STATED("TW", "2021", "10") STATED("DP", "2021", "5") "</total>"
        ACTIVITY("b", "<amount source='TW'>35</amount>" AMOUNT("TW", "2021", "30") AMOUNT("DP", "2021", "40"))));
    const struct ledger *ledger = ledger_of(plan, &NO_OFFICE, &fixture->arena);
    struct leaf_sum left = leaves_left_out(&ledger->adding.tables[0], row_at(&plan->tables[0], "b"));
    assert_true(left.known && !left.overflow);
    assert_whole(left.dong, 75000000);
    assert_false(leaves_left_out(&ledger->adding.tables[0], row_at(&plan->tables[0], "a")).known);
}

#define SHARES(rows) plan_around(fixture, "<measure id='tl' name='Tỷ lệ' kind='share' unit='%'/>" \
    "<table id='bang' annex='' moneyUnit='million-dong' title='T'><columns><column head='A' width='30mm' fact='row.title'/>" \
    "<column head='B' width='20mm' measure='tl'/><sources><column head='C' width='20mm' measure='tl'/></sources></columns>" rows "</table>")
#define SHARE(number) "<amount measure='tl'>" number "</amount>"
#define SHARE_OF(source, number) "<amount measure='tl' source='" source "'>" number "</amount>"

/* 33,3 + 33,3 + 33,3 = 99,9: three times half a tenth may be missing, 0,15. */
static void shares_without_a_total_make_a_hundred(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("60")) ACTIVITY("b", SHARE("30")) ACTIVITY("c", SHARE("10"))), &NO_OFFICE,
        "shares a - 100/100/0 holds\n");
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("60")) ACTIVITY("b", SHARE("39"))), &NO_OFFICE, "shares a - 100/99/1 holds rounded\n");
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("60.0")) ACTIVITY("b", SHARE("39.0"))), &NO_OFFICE, "shares a - 100/99.0/1.0 differs\n");
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("33.3")) ACTIVITY("b", SHARE("33.3")) ACTIVITY("c", SHARE("33.3"))), &NO_OFFICE,
        "shares a - 100/99.9/0.1 holds rounded\n");
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("60")) ACTIVITY("b", "<amount measure='tl' as='lost'/>")), &NO_OFFICE,
        "shares a - 100/60/40 incomplete lost-cell\n");
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE_OF("TW", "30") SHARE_OF("DP", "70")) ACTIVITY("b", SHARE_OF("TW", "30") SHARE_OF("DP", "75"))),
        &NO_OFFICE, "shares a - 100/100/0 holds\nshares b - 100/105/-5 differs\n");
}

static void shares_of_who_knows_what_are_left_alone(void **state)
{
    struct fixture *fixture = *state;
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("60"))), &NO_OFFICE, "");
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("60")) ACTIVITY("b", "<amount measure='tl' op='about'>30</amount>")), &NO_OFFICE, "");
    assert_ledger(fixture, SHARES(GROUP("g", ACTIVITY("a", SHARE("30")) ACTIVITY("b", SHARE("20"))) GROUP("h", ACTIVITY("c", SHARE("50")))),
        &NO_OFFICE, "");
    assert_ledger(fixture, SHARES(ACTIVITY("a", SHARE("60")) ACTIVITY("b", SHARE("39")) "<total id='t' label='all'><stated measure='tl'>99</stated></total>"),
        &NO_OFFICE, "measure-sum t - period 99/99/0 holds\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(an_amount_is_what_it_says),
        TEST(a_slip_deep_down_reaches_every_sum_above_it),
        TEST(a_lost_cell_deep_down_makes_every_sum_above_it_incomplete),
        TEST(a_sum_lost_below_is_taken_across_where_that_is_whole),
        TEST(a_stated_figure_without_parts_is_itself),
        TEST(a_computed_sum_too_large_is_told_not_wrapped),
        TEST(of_sums_that_hold_nothing_is_computed_otherwise),
        TEST(a_plan_without_money_has_an_empty_ledger),
        TEST(sums_hold_differ_or_stay_incomplete),
        TEST(a_small_difference_is_called_immaterial),
        TEST(a_blank_sum_says_that_its_parts_are_blank),
        TEST(a_total_says_that_its_blank_cells_are_blank),
        TEST(a_cell_keyed_as_blank_is_told_once),
        TEST(total_rows_in_two_units_are_compared),
        TEST(prose_is_compared_with_itself_its_words_and_the_tables),
        TEST(words_that_cannot_be_read_are_unchecked),
        TEST(labels_and_counts_do_their_sums),
        TEST(a_figure_in_no_equality_is_listed_as_stated_once),
        TEST(a_heading_without_sums_stands_for_its_rows),
        TEST(every_line_of_a_random_table_adds_up),
        TEST(what_a_total_leaves_out_is_counted_once),
        TEST(shares_without_a_total_make_a_hundred),
        TEST(shares_of_who_knows_what_are_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
