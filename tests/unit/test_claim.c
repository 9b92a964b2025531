#include "../support/check.h"

#include "base/text.h"
#include "calc/ledger.h"
#include "content/ledger_words.h"
#include "model/unit_scale.h"

static const struct office NO_OFFICE = { 0 };

/* ---- units ---- */

static void a_unit_is_a_power_of_ten_of_the_base_of_its_family(void **state)
{
    struct fixture *fixture = *state;
    static const struct {
        const char *unit;
        int power, money, mass;
    } UNITS[] = {
        { "đồng", 0, 1, 0 },         { "Triệu đồng", 6, 1, 0 }, { "nghìn tỷ đồng", 12, 1, 0 }, { "đồng/người/tháng", 0, 1, 0 },
        { "triệu đồng/tấn", 3, 1, -1 }, { "tấn", 3, 0, 1 },        { "nghìn tấn", 6, 0, 1 },      { "người", 0, 0, 0 },
        { "nghìn lượt", 3, 0, 0 },   { "lượt / tháng", 0, 0, 0 }, { "1.000 tấn", 6, 0, 1 },
    };
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++) {
        struct unit_scale scale = unit_scale_of(UNITS[i].unit, &fixture->arena);
        if (scale.power != UNITS[i].power || scale.exponent[FAMILY_MONEY] != UNITS[i].money ||
            scale.exponent[FAMILY_MASS] != UNITS[i].mass || scale.percent || scale.none)
            fail_msg("%s: 10^%d, money %d, mass %d", UNITS[i].unit, scale.power, scale.exponent[FAMILY_MONEY],
                     scale.exponent[FAMILY_MASS]);
    }
    assert_true(unit_scale_of("%", &fixture->arena).percent);
    assert_true(unit_scale_of(NULL, &fixture->arena).none);
}

/* ---- lines of the ledger ---- */

#define MEASURES \
    "<measure id='nguoi' name='Số người' kind='number' unit='người'/>" \
    "<measure id='muc' name='Mức' kind='rate' unit='đồng/tháng'/>" \
    "<measure id='tyle' name='Tỷ lệ' kind='rate' unit='%'/>" \
    "<measure id='lan' name='Lần' kind='rate'/>" \
    "<measure id='sl' name='Sản lượng' kind='number' unit='tấn'/>" \
    "<measure id='ns' name='Năng suất' kind='rate' unit='tạ/ha'/>" \
    "<measure id='dt' name='Diện tích' kind='number' unit='ha'/>" \
    "<measure id='khac' name='Khác' kind='money' moneyUnit='thousand-dong'/>"

#define TITLE "<column head='B' width='30mm' fact='row.title'/>"
#define COLUMN(measure) "<column head='" measure "' width='20mm' measure='" measure "'/>"
#define MONEY(head, more) "<column head='" head "' width='20mm' " more "/>"

/* "subject stated/computed/difference verdict reason" of each claim. */
static const char *claims_of(struct fixture *fixture, const char *columns, const char *numbers, const char *rows)
{
    struct arena *arena = &fixture->arena;
    const struct plan *plan = plan_of(fixture, plan_around(fixture, arena_printf(arena,
        "%s<table id='t' annex='' moneyUnit='million-dong' title='T'><columns orientation='landscape'>" TITLE
                 "%s<numbers><n>A</n>%s</numbers></columns>%s</table>", MEASURES, columns, numbers, rows)));
    assert_non_null(plan);
    const struct ledger *ledger = ledger_of(plan, &NO_OFFICE, arena);
    struct text out = text_in(arena);
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_line *line = &ledger->lines[i];
        if (line->rule != LEDGER_COLUMN_FORMULA)
            continue;
        const char *reason = ledger_reason_token(line->reason);
        const char *sides[] = { ledger_side_token(line, &line->stated, arena),
                                ledger_side_token(line, &line->computed, arena),
                                ledger_side_token(line, &line->difference, arena) };
        text_addf(&out, "%s %s/%s/%s %s%s%s\n", line->subject.id, sides[0] ? sides[0] : "", sides[1] ? sides[1] : "",
                  sides[2] ? sides[2] : "", ledger_verdict_token(line->verdict), reason ? " " : "", reason ? reason : "");
    }
    return text_str(&out);
}

#define ROW(id, content) "<activity id='" id "' title='" id "'>" content "</activity>"
#define OF(measure, number) "<amount measure='" measure "'>" number "</amount>"

/* 25 × 1.500.000 = 37.500.000 đồng, in triệu and in nghìn đồng. */
static void a_product_goes_through_the_units(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, COLUMN("nguoi") COLUMN("muc") MONEY("C", "period='whole'") COLUMN("khac"),
        "<n>1</n><n>2</n><n>3 = 1 * 2</n><n>4=1x2</n>",
        ROW("a", OF("nguoi", "25") OF("muc", "1500000") "<amount>37.5</amount>" OF("khac", "37500"))
        ROW("b", OF("nguoi", "25") OF("muc", "1500000") "<amount>36</amount>" OF("khac", "37501"))),
        "a 37500000/37500000/0 holds\n"
        "a 37500000/37500000/0 holds\n"
        "b 36000000/37500000/-1500000 differs\n"
        "b 37501000/37500000/1000 differs\n");
}

/* 1 : 3 = 33,333… %: what is printed with one decimal holds, what is a tenth off does not. */
static void a_ratio_holds_within_the_decimals_that_are_printed(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, MONEY("C", "year='2021'") MONEY("D", "year='2022'") COLUMN("tyle"),
        "<n>1</n><n>2</n><n>3=1/2</n>",
        ROW("a", "<amount year='2021'>10</amount><amount year='2022'>30</amount>" OF("tyle", "33.3"))
        ROW("b", "<amount year='2021'>10</amount><amount year='2022'>30</amount>" OF("tyle", "33.4"))
        ROW("c", "<amount year='2021'>10</amount><amount year='2022'>30</amount>" OF("tyle", "33"))),
        "a 33.3/33.333/-0.033 holds rounded\n"
        "b 33.4/33.333/0.067 differs\n"
        "c 33/33.33/-0.33 holds rounded\n");
}

/* 12,3 / 45,7 is 26,91 %, and up to 27,05 % of what 12,3 and 45,7 may have been before they were rounded. */
static void a_ratio_of_rounded_figures_lies_between_bounds(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, MONEY("C", "year='2021'") MONEY("D", "year='2022'") COLUMN("tyle"),
        "<n>1</n><n>2</n><n>3=1:2</n>",
        ROW("a", "<amount year='2021'>12.3</amount><amount year='2022'>45.7</amount>" OF("tyle", "26.99"))
        ROW("b", "<amount year='2021'>12.3</amount><amount year='2022'>45.7</amount>" OF("tyle", "27.19"))),
        "a 26.99/26.9147/0.0753 holds rounded\n"
        "b 27.19/26.9147/0.2753 differs\n");
}

/* (3) says itself that it is a hundred times the ratio; 50 / 40 × 100 = 125. */
static void a_hundred_in_the_claim_says_what_a_percent_is(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, MONEY("C", "year='2021'") MONEY("D", "year='2022'") COLUMN("tyle") MONEY("E", "year='2023'"),
        "<n>(1)</n><n>(2)</n><n>(3)=(1)/(2)x100</n><n>4=2*3/100</n>",
        ROW("a", "<amount year='2021'>50</amount><amount year='2022'>40</amount>" OF("tyle", "125") "<amount year='2023'>50</amount>")
        ROW("b", "<amount year='2021'>50</amount><amount year='2022'>40</amount>" OF("tyle", "1.25") "<amount year='2023'>0.5</amount>")),
        "a 125/125/0 holds\n"
        "a 50000000/50000000/0 holds\n"
        "b 1.25/125.00/-123.75 differs\n"
        "b 500000/500000/0 holds\n");
}

/* 3 ha × 50 tạ/ha = 150 tạ = 15 tấn. A number without unit may be a part of 1 or of 100: 10/40. Tấn and người are not added. */
static void units_that_say_too_little_are_unchecked(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, COLUMN("dt") COLUMN("ns") COLUMN("sl") COLUMN("nguoi") COLUMN("lan"),
        "<n>1</n><n>2</n><n>3=1x2</n><n>4=3+1</n><n>5=4/3</n>",
        ROW("a", OF("dt", "3") OF("ns", "50") OF("sl", "15") OF("nguoi", "20") OF("lan", "1.33"))
        ROW("b", OF("dt", "3") OF("ns", "50") OF("sl", "150") OF("nguoi", "200") OF("lan", "133"))),
        "a 15/15/0 holds\n"
        "a 20// unchecked units\n"
        "a 1.33// unchecked units\n"
        "b 150/15/135 differs\n"
        "b 200// unchecked units\n"
        "b 133// unchecked units\n");
}

/*
 * 300 ha × 58,3 tạ/ha = 1.749 tấn; 58,3 is what 1.750 tấn on 300 ha come to when it is rounded, and 1.748 to 1.750 may be behind
 * it; 1.755 may not. "/10" says itself how tạ become tấn: with it the figures are taken as printed.
 */
static void a_yield_may_have_been_rounded_and_ten_turns_its_unit(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, COLUMN("dt") COLUMN("ns") COLUMN("sl"), "<n>1</n><n>2=3/1*10</n><n>3=1x2/10</n>",
        ROW("a", OF("dt", "300") OF("ns", "58.3") OF("sl", "1750"))
        ROW("b", OF("dt", "300") OF("ns", "58.3") OF("sl", "17490"))),
        "a 58.3/58.333/-0.033 holds rounded\n"
        "a 1750/1749/1 holds rounded\n"
        "b 58.3/583.0/-524.7 differs\n"
        "b 17490/1749/15741 differs\n");
    assert_string_equal(claims_of(fixture, COLUMN("dt") COLUMN("ns") COLUMN("sl"), "<n>1</n><n>2</n><n>3=1x2</n>",
        ROW("a", OF("dt", "300") OF("ns", "58.3") OF("sl", "1750"))
        ROW("b", OF("dt", "300") OF("ns", "58.3") OF("sl", "1755"))),
        "a 1750/1749/1 holds rounded\n"
        "b 1755/1749/6 differs\n");
}

/* 8 % of 1.500.000 đồng a month for 25 people is 3 million đồng, whatever a percentage beside it is. */
static void a_percentage_is_taken_of_what_stands_before_it(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, COLUMN("nguoi") COLUMN("muc") MONEY("C", "period='whole'"),
        "<n>1</n><n>2</n><n>3=1x2x8%</n>",
        ROW("a", OF("nguoi", "25") OF("muc", "1500000") "<amount>3</amount>")
        ROW("b", OF("nguoi", "25") OF("muc", "1500000") "<amount>3.1</amount>")),
        "a 3000000/3000000/0 holds\n"
        "b 3100000/3000000/100000 differs\n");
}

/* 1 + 3 (2 is blank): nothing to be added; a product or a ratio of a blank says nothing. A dash is 0. */
static void blanks_add_nothing_and_lost_cells_leave_it_open(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture,
        MONEY("C", "year='2021' source='TW'") MONEY("D", "year='2021' source='DP'") MONEY("E", "year='2021' source='DN'") MONEY("F", "year='2021'") COLUMN("tyle"),
        "<n>1</n><n>2</n><n>3</n><n>4 = 1 + ... + 3</n><n>5=2/4</n>",
        ROW("a", "<amount source='TW' year='2021'>1</amount><amount source='DN' year='2021'>3</amount><stated year='2021'>4</stated>" OF("tyle", "25"))
        ROW("b", "<amount source='TW' year='2021'>1</amount><amount source='DP' year='2021' as='lost'/><stated year='2021'>4</stated>" OF("tyle", "25"))
        ROW("c", "<amount source='TW' year='2021'>1</amount><amount source='DP' year='2021' as='dash'/><stated year='2021'>2</stated>" OF("tyle", "0"))
        ROW("d", "<amount source='TW' year='2021' op='about'>1</amount><stated year='2021'>1</stated>")
        ROW("e", "<stated year='2021' as='lost'/><amount source='TW' year='2021'>1</amount>")
        ROW("f", "<amount source='DP' year='2021'>1</amount><stated year='2021'>0</stated>" OF("tyle", "0"))),
        "a 4000000/4000000/0 holds\n"
        "b 4000000// incomplete lost-cell\n"
        "b 25// incomplete lost-cell\n"
        "c 2000000/1000000/1000000 differs\n"
        "c 0/0/0 holds\n"
        "d 1000000// unchecked approximate\n"
        "e /1000000/ incomplete lost-total\n"
        "f 0/1000000/-1000000 differs\n"
        "f 0// unchecked no-number\n");
}

/* A cell of the row that names itself, or nothing, claims nothing; the others still do. */
static void a_slip_of_the_row_claims_nothing(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(claims_of(fixture, MONEY("C", "year='2021'") MONEY("D", "year='2022'") MONEY("E", "period='whole'"),
        "<n>1</n><n>6=4*6</n><n>7=1+9</n>",
        ROW("a", "<amount year='2021'>1</amount><amount year='2022'>5</amount><stated>9</stated>")), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(a_unit_is_a_power_of_ten_of_the_base_of_its_family),
        TEST(a_product_goes_through_the_units),
        TEST(a_ratio_holds_within_the_decimals_that_are_printed),
        TEST(a_ratio_of_rounded_figures_lies_between_bounds),
        TEST(a_hundred_in_the_claim_says_what_a_percent_is),
        TEST(units_that_say_too_little_are_unchecked),
        TEST(a_yield_may_have_been_rounded_and_ten_turns_its_unit),
        TEST(a_percentage_is_taken_of_what_stands_before_it),
        TEST(blanks_add_nothing_and_lost_cells_leave_it_open),
        TEST(a_slip_of_the_row_claims_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
