#include "../support/check.h"
#include "content/items.h"
#include "content/report_words.h"

/* Units of the shipped catalogue: a code and a name mean something only on a day. */

static const struct date DECIDED = { 2020, 11, 18 }, BEFORE = { 2025, 6, 30 }, AFTER = { 2025, 7, 1 };

static void becomes(const struct fixture *fixture, const char *code, struct date day, const char *new_code,
                    const char *name)
{
    const struct unit *unit = catalogue_successor(fixture->catalogue, code, DECIDED, day);
    assert_non_null(unit);
    assert_string_equal(unit->code, new_code);
    assert_string_equal(unit->name, name);
}

static void units_of_the_plans_are_merged_on_the_first_of_july_2025(void **state)
{
    const struct fixture *fixture = *state;
    becomes(fixture, "77", BEFORE, "77", "Bà Rịa - Vũng Tàu");
    becomes(fixture, "77", AFTER, "79", "Hồ Chí Minh");
    becomes(fixture, "67", AFTER, "68", "Lâm Đồng");
    becomes(fixture, "52", BEFORE, "52", "Bình Định");
    becomes(fixture, "52", AFTER, "52", "Gia Lai");
    becomes(fixture, "34", AFTER, "33", "Hưng Yên");
    becomes(fixture, "75", AFTER, "75", "Đồng Nai");
}

static void a_unit_goes_through_all_its_changes(void **state)
{
    const struct fixture *fixture = *state;
    becomes(fixture, "46", (struct date){ 2024, 12, 31 }, "46", "Thừa Thiên Huế");
    becomes(fixture, "46", (struct date){ 2025, 1, 1 }, "46", "Huế");
    becomes(fixture, "46", AFTER, "46", "Huế");
    becomes(fixture, "70", (struct date){ 2026, 5, 1 }, "75", "Đồng Nai");
    assert_false(catalogue_successor(fixture->catalogue, "70", DECIDED, AFTER)->is_city);
    assert_true(catalogue_successor(fixture->catalogue, "70", DECIDED, (struct date){ 2026, 5, 1 })->is_city);
}

static void a_code_that_means_no_unit_has_no_successor(void **state)
{
    const struct fixture *fixture = *state;
    assert_null(catalogue_successor(fixture->catalogue, "03", DECIDED, AFTER));
}

static void words_name_both_units_where_they_differ(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->arena;
    assert_string_equal(unit_words(arena, fixture->catalogue, "34", DECIDED, BEFORE), "tỉnh Thái Bình (mã 34)");
    assert_string_equal(unit_words(arena, fixture->catalogue, "34", DECIDED, AFTER),
                        "tỉnh Thái Bình (mã 34), từ ngày 01/07/2025 thuộc tỉnh Hưng Yên (mã 33)");
    assert_string_equal(unit_words(arena, fixture->catalogue, "01", DECIDED, AFTER), "thành phố Hà Nội (mã 01)");
    /* same code and name, and yet another unit: Bình Phước is part of it */
    assert_string_equal(unit_words(arena, fixture->catalogue, "75", DECIDED, AFTER),
                        "tỉnh Đồng Nai cũ (mã 75), từ ngày 01/07/2025 thuộc tỉnh Đồng Nai (mã 75)");
}

/* ---- items of reports ---- */

static void a_total_is_the_sum_of_its_rows_only_if_it_is(void **state)
{
    struct fixture *fixture = *state;
    struct items list = { .arena = &fixture->arena };
    size_t rows[] = { 0, 1 };
    static const int64_t MILLIONS[] = { 300, 244 };
    for (int i = 0; i < 2; i++) {
        items_add(&list, ROLE_BODY, 0);
        items_put(&list, FACT_BUDGET_PLANNED, value_money(MILLIONS[i] * 1000000));
        items_put(&list, FACT_BUDGET_DISBURSED, i ? value_text(NOT_REPORTED) : value_money(1));
    }
    items_add(&list, ROLE_TOTAL, 0);
    items_put(&list, FACT_BUDGET_PLANNED, value_money(544 * 1000000));
    items_put(&list, FACT_BUDGET_DISBURSED, value_money(1));
    items_sum(&list, FACT_BUDGET_PLANNED, rows, 2);
    items_sum(&list, FACT_BUDGET_DISBURSED, rows, 2); /* a row without a number: no formula */
    assert_true(list.items[2].facts[0].value.term_count == 2);
    assert_true(list.items[2].facts[1].value.term_count == 0);
    items_put(&list, FACT_BUDGET_AVAILABLE, value_money(5));
    items_sum(&list, FACT_BUDGET_AVAILABLE, rows, 2); /* rows that do not have it */
    assert_true(list.items[2].facts[2].value.term_count == 0);
}

static void money_is_printed_in_million_dong(void **state)
{
    (void)state;
    assert_dec(value_money(INT64_C(1924500000)).number, "1924.5");
    assert_dec(value_money(0).number, "0");
    assert_true(value_money(0).kind == VALUE_NUMBER); /* zero is a figure, and nothing reported is words */
    assert_true(value_rounded((struct number){ 0 }).kind == VALUE_EMPTY);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(units_of_the_plans_are_merged_on_the_first_of_july_2025, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_unit_goes_through_all_its_changes, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_code_that_means_no_unit_has_no_successor, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(words_name_both_units_where_they_differ, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(a_total_is_the_sum_of_its_rows_only_if_it_is, fixture_open, fixture_close),
        cmocka_unit_test_setup_teardown(money_is_printed_in_million_dong, fixture_open, fixture_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
