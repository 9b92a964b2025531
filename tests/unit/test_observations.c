#include "../support/check.h"

#include "base/text.h"
#include "base/ordinal.h"
#include "check/observations.h"

/* Position of a number that stands alone; 0 if it has none. */
static int position_of(const char *number)
{
    int position = -1;
    return ordinal_of(&position, number, NULL) ? position : 0;
}

/* True if the two are neighbours that can be compared and do not follow one another. */
static bool jumps(const char *before, const char *after)
{
    int first, second;
    return ordinal_of(&first, before, NULL) && ordinal_of(&second, after, before) && second != first + 1;
}

static void arabic_numbers_count_as_they_are(void **state)
{
    (void)state;
    assert_whole(position_of("1"), 1);
    assert_whole(position_of("07"), 7);
    assert_whole(position_of("10"), 10);
    assert_whole(position_of("9999"), 9999);
    assert_whole(position_of("0"), 0);
}

static void roman_numbers_count_by_their_value(void **state)
{
    static const char *const ROMAN[] = { "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII",
                                         "XIV", "XV", "XVI", "XVII", "XVIII", "XIX", "XX" };
    (void)state;
    for (size_t i = 0; i < sizeof ROMAN / sizeof *ROMAN; i++)
        assert_whole(position_of(ROMAN[i]), (int64_t)i + 1);
    assert_whole(position_of("XL"), 40);
    assert_whole(position_of("XC"), 90);
    assert_whole(position_of("CXXIV"), 124);
}

/* Nghị định 30/2020/NĐ-CP: the Vietnamese alphabet, with đ behind d and without f, j, w and z. */
static void letters_count_in_the_order_of_documents(void **state)
{
    static const char *const LETTERS[] = { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                           "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y" };
    (void)state;
    for (size_t i = 0; i < sizeof LETTERS / sizeof *LETTERS; i++)
        assert_whole(position_of(LETTERS[i]), (int64_t)i + 1);
    for (size_t i = 1; i < sizeof LETTERS / sizeof *LETTERS; i++)
        assert_false(jumps(LETTERS[i - 1], LETTERS[i]));
    assert_true(jumps("d", "e"));
    assert_true(jumps("b", "d"));
    assert_true(jumps("đ", "d"));
    assert_true(jumps("e", "h"));
}

static void dotted_numbers_count_by_their_last_part(void **state)
{
    (void)state;
    assert_whole(position_of("2.3"), 3);
    assert_whole(position_of("2.10"), 10);
    assert_whole(position_of("1.2.3"), 3);
    assert_false(jumps("2.9", "2.10"));
    assert_true(jumps("2.9", "2.11"));
    assert_false(jumps("1.4", "2.1"));     /* another head: nothing to compare */
    assert_false(jumps("12.1", "1.3"));
}

static void what_is_no_number_has_no_position(void **state)
{
    static const char *const OTHERS[] = { "", "-", "*", "1)", "a)", "1.", "a.", "f", "j", "w", "z", "ă", "â", "aa", "ii",
                                          "A", "B", "Đ", "1a", "-1", "1,5", "10000", "I.", " 1", "1 " };
    (void)state;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (position_of(OTHERS[i]))
            fail_msg("“%s” is taken for number %d", OTHERS[i], position_of(OTHERS[i]));
}

static void numbers_of_two_ways_of_counting_are_not_compared(void **state)
{
    (void)state;
    assert_false(jumps("I", "1"));
    assert_false(jumps("2", "II"));
    assert_false(jumps("4", "a"));
    assert_false(jumps("đ", "5"));
    assert_false(jumps("II", "d"));
    assert_false(jumps("3", "3.1"));
    assert_false(jumps("3.1", "5"));
}

static void random_numbers_follow_one_another_only_in_order(void **state)
{
    (void)state;
    struct chance chance = { 7 };
    struct arena arena = ARENA_INIT;
    for (int i = 0; i < 5000; i++) {
        int first = (int)chance_between(&chance, 1, 60), second = (int)chance_between(&chance, 1, 60);
        const char *a = arena_printf(&arena, "%d", first), *b = arena_printf(&arena, "%d", second);
        assert_true(jumps(a, b) == (second != first + 1));
        assert_true(jumps(arena_printf(&arena, "3.%s", a), arena_printf(&arena, "3.%s", b)) == (second != first + 1));
    }
    arena_release(&arena);
}

#define ACTIVITY(id, no, title, content) "<activity id='" id "' no='" no "' title='" title "'>\n" content "</activity>\n"
#define AMOUNT(source, year, number) "<amount source='" source "' year='" year "'>" number "</amount>\n"

static void observe(struct fixture *fixture, const char *text)
{
    const struct plan *plan = plan_of(fixture, text);
    observe_plan(plan, &fixture->findings);
}

static void a_plan_without_slips_yields_nothing(void **state)
{
    struct fixture *fixture = *state;
    observe(fixture, table_around(fixture, ACTIVITY("r1", "1", "Một", AMOUNT("TW", "2021", "1"))
                                               ACTIVITY("r2", "2", "Hai", AMOUNT("TW", "2021", "1"))));
    assert_findings(fixture, "");
}

static void rows_are_numbered_within_their_parent(void **state)
{
    struct fixture *fixture = *state;
    observe(fixture, table_around(fixture,
        ACTIVITY("r1", "1", "Một", ACTIVITY("r1a", "a", "A", "") ACTIVITY("r1c", "c", "C", ""))    /* 3: a 5, c 7 */
        ACTIVITY("r2", "2", "Hai", ACTIVITY("r2a", "a", "A khác", "") ACTIVITY("r2b", "b", "B khác", ""))
        ACTIVITY("r4", "4", "Bốn", "")));
    assert_findings(fixture, "OB-006:6 OB-006:15");
}

static void a_label_is_compared_with_each_year_that_is_legible(void **state)
{
    struct fixture *fixture = *state;
    observe(fixture, table_around(fixture,
        ACTIVITY("r1", "1", "Lớp", AMOUNT("TW", "2021", "30") AMOUNT("DP", "2021", "20")
                 "<amount source='TW' year='2022' as='lost'/>\n" "<labelSum unitPrice='50' per='lớp/năm'/>")));
    assert_whole((int64_t)fixture->findings.count, 1);
    const struct finding *finding = &fixture->findings.items[0];
    assert_string_equal(finding->year, "2023");
    assert_string_equal(finding->stated, "50000000");
    assert_null(finding->computed);
    assert_findings(fixture, "OB-009:3");
}

static void a_product_too_large_is_left_alone(void **state)
{
    struct fixture *fixture = *state;
    observe(fixture, table_around(fixture,
        ACTIVITY("r1", "1", "Lớp", AMOUNT("TW", "2021", "30")
                 "<labelSum count='900000000000' unitPrice='900000000000' per='năm'/>")));
    assert_findings(fixture, "");
}

/* A table of groups I, II and III under a total so labelled; the code of what is found, "" for nothing. */
static const char *found_of_total(struct fixture *fixture, const char *label, const char *of)
{
    static const char GROUP[] = "<group id='%s' no='%s' title='Nhóm %s'><activity id='%s1' no='1' title='Việc %s'>"
                                "<amount source='TW' year='2021'>1</amount></activity></group>\n";
    static const char *const NAMES[][2] = { { "a", "I" }, { "b", "II" }, { "c", "III." } };
    struct text rows = text_in(&fixture->arena);
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        text_addf(&rows, GROUP, NAMES[i][0], NAMES[i][1], NAMES[i][1], NAMES[i][0], NAMES[i][1]);
    text_addf(&rows, "<total id='t' label='%s' %s><stated source='TW' year='2021'>3</stated></total>", label, of);
    const struct plan *plan = plan_of(fixture, table_around(fixture, text_str(&rows)));
    fixture->findings = findings_in(&fixture->arena);
    observe_totals(&plan->tables[0], &fixture->findings);
    return fixture->findings.count ? finding_id(fixture->findings.items[0].code) : "";
}

static void a_total_sums_the_rows_that_its_label_counts_up(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(found_of_total(fixture, "Tổng (I+II+III)", ""), "");
    assert_string_equal(found_of_total(fixture, "Tổng: ( I + III )", "of='a c'"), "");
    assert_string_equal(found_of_total(fixture, "Tổng (I+II)", ""), "IN-057");
    assert_string_equal(found_of_total(fixture, "Tổng (I+III)", "of='a b'"), "IN-057");
    assert_string_equal(found_of_total(fixture, "Tổng (I+II+III)", "of='a b'"), "IN-057");
    assert_string_equal(found_of_total(fixture, "Tổng (I+II)", "of='a1 b'"), "IN-057");
}

static void the_signs_of_a_label_are_those_of_the_sum(void **state)
{
    struct fixture *fixture = *state;
    assert_string_equal(found_of_total(fixture, "Tổng (I+II-III)", "of='a b -c'"), "");
    assert_string_equal(found_of_total(fixture, "Tổng (I – II)", "of='a -b'"), "");
    assert_string_equal(found_of_total(fixture, "(III)=(I)-(II)", "of='a -b'"), "");
    assert_string_equal(found_of_total(fixture, "Tổng (I+II-III)", "of='a b c'"), "IN-057");
    assert_string_equal(found_of_total(fixture, "Tổng (I+II+III)", "of='a b -c'"), "IN-057");
    assert_string_equal(found_of_total(fixture, "(III)=(I)-(II)", "of='a b'"), "IN-057");
    assert_string_equal(found_of_total(fixture, "Tổng (I - II)", ""), "IN-057");
    assert_string_equal(found_of_total(fixture, "Tổng (I-III)", ""), "");           /* from I to III */
    assert_string_equal(found_of_total(fixture, "Tổng (I-III)", "of='a -c'"), "");  /* the difference */
    assert_string_equal(found_of_total(fixture, "Tổng (I-III)", "of='a b'"), "IN-057");
}

static void a_label_that_counts_up_no_rows_says_nothing(void **state)
{
    static const char *const LABELS[] = { "Tổng cộng", "Tổng (I)", "Tổng (I+IV)", "Tổng (2021-2025)", "Tổng (I+II", "Tổng ()",
                                          "Tổng (I+)", "(I+II) hai nhóm (làm tròn)" };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof LABELS / sizeof *LABELS; i++)
        assert_string_equal(found_of_total(fixture, LABELS[i], "of='a'"), "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(arabic_numbers_count_as_they_are),
        cmocka_unit_test(roman_numbers_count_by_their_value),
        cmocka_unit_test(letters_count_in_the_order_of_documents),
        cmocka_unit_test(dotted_numbers_count_by_their_last_part),
        cmocka_unit_test(what_is_no_number_has_no_position),
        cmocka_unit_test(numbers_of_two_ways_of_counting_are_not_compared),
        cmocka_unit_test(random_numbers_follow_one_another_only_in_order),
        TEST(a_plan_without_slips_yields_nothing),
        TEST(rows_are_numbered_within_their_parent),
        TEST(a_label_is_compared_with_each_year_that_is_legible),
        TEST(a_product_too_large_is_left_alone),
        TEST(a_total_sums_the_rows_that_its_label_counts_up),
        TEST(the_signs_of_a_label_are_those_of_the_sum),
        TEST(a_label_that_counts_up_no_rows_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
