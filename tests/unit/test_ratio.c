#include "../support/check.h"

#include "base/ratio.h"
#include "base/number.h"

static struct ratio of(int64_t num, int64_t den)
{
    struct ratio result;
    assert_true(ratio_div(&result, ratio_of(num), ratio_of(den)));
    return result;
}

static void assert_ratio(struct ratio found, int64_t num, int64_t den)
{
    assert_whole((int64_t)found.num, num);
    assert_whole((int64_t)found.den, den);
}

static void ratios_are_kept_in_lowest_terms(void **state)
{
    (void)state;
    assert_ratio(of(6, 8), 3, 4);
    assert_ratio(of(6, -8), -3, 4);
    assert_ratio(of(0, -8), 0, 1);
    assert_ratio(ratio_of_dec((struct dec){ 12500, 4 }), 5, 4); /* 1.2500 */
    assert_ratio(ratio_of_dec((struct dec){ 0, 18 }), 0, 1);
    assert_ratio(ratio_of(INT64_MIN), INT64_MIN, 1);
}

static void arithmetic_is_exact(void **state)
{
    (void)state;
    struct ratio result;
    assert_true(ratio_add(&result, of(1, 6), of(1, 10)));
    assert_ratio(result, 4, 15); /* 5/30 + 3/30 = 8/30 */
    assert_true(ratio_sub(&result, of(1, 6), of(1, 6)));
    assert_ratio(result, 0, 1);
    assert_true(ratio_mul(&result, of(-2, 3), of(9, 4)));
    assert_ratio(result, -3, 2);
    assert_true(ratio_div(&result, of(-2, 3), of(-4, 9)));
    assert_ratio(result, 3, 2);
    assert_false(ratio_div(&result, of(1, 3), ratio_of(0)));
    assert_ratio(result, 3, 2); /* untouched */
}

static void what_does_not_fit_is_refused(void **state)
{
    (void)state;
    struct ratio big = ratio_of(INT64_MAX), result = ratio_of(7);
    assert_true(ratio_mul(&big, big, big)); /* 2^126 */
    assert_false(ratio_mul(&result, big, ratio_of(4)));
    assert_false(ratio_mul(&result, big, big));
    assert_false(ratio_add(&result, big, of(1, 3)));
    assert_ratio(result, 7, 1);
    assert_true(ratio_sub(&result, big, big));
    assert_ratio(result, 0, 1);
    struct dec rounded;
    assert_false(ratio_round(&rounded, big, 2));
    assert_false(ratio_round(&rounded, ratio_of(INT64_MAX), 2));
    assert_true(ratio_round(&rounded, ratio_of(INT64_MAX), 0));
    assert_dec(rounded, "9223372036854775807");
}

static void comparing_never_overflows(void **state)
{
    (void)state;
    struct ratio big = ratio_of(INT64_MAX), bigger;
    assert_true(ratio_mul(&big, big, big));
    assert_true(ratio_add(&bigger, big, ratio_of(1)));
    assert_true(ratio_cmp(big, bigger) < 0);
    assert_true(ratio_cmp(bigger, big) > 0);
    assert_whole(ratio_cmp(big, big), 0);
    struct ratio small, smaller; /* 1/big and 1/bigger */
    assert_true(ratio_div(&small, ratio_of(1), big));
    assert_true(ratio_div(&smaller, ratio_of(1), bigger));
    assert_true(ratio_cmp(small, smaller) > 0);
    assert_true(ratio_cmp(of(-1, 3), of(-1, 4)) < 0);
    assert_true(ratio_cmp(of(-7, 3), of(-5, 2)) > 0);
    assert_true(ratio_cmp(of(1, 3), of(333333333, 1000000000)) > 0);
    assert_whole(ratio_cmp(of(2, 6), of(1, 3)), 0);
}

static void comparing_agrees_with_cross_multiplication(void **state)
{
    (void)state;
    struct chance chance = { 645 };
    for (int i = 0; i < 20000; i++) {
        int64_t a = chance_between(&chance, -50, 50), b = chance_between(&chance, 1, 50);
        int64_t c = chance_between(&chance, -50, 50), d = chance_between(&chance, 1, 50);
        int64_t cross = a * d - c * b;
        assert_whole(ratio_cmp(of(a, b), of(c, d)), (cross > 0) - (cross < 0));
    }
}

static void rounding_is_half_away_from_zero(void **state)
{
    (void)state;
    static const struct {
        int64_t num, den;
        const char *expected;
    } CASES[] = {
        { 1, 200, "0.01" },     { -1, 200, "-0.01" },  { 49, 10000, "0.00" }, { -49, 10000, "0.00" },
        { 2, 3, "0.67" },       { -2, 3, "-0.67" },    { 1, 3, "0.33" },      { 1005, 1000, "1.01" },
        { -1005, 1000, "-1.01" }, { 10, 1, "10.00" },  { 12345, 1000, "12.35" }, { 12344999, 1000000, "12.34" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct dec rounded;
        assert_true(ratio_round(&rounded, of(CASES[i].num, CASES[i].den), 2));
        assert_dec(rounded, CASES[i].expected);
    }
}

static void what_is_computed_from_an_unknown_number_is_unknown(void **state)
{
    (void)state;
    const struct number unknown = { 0 }, one = number_whole(1), zero = number_whole(0);
    assert_false(number_add(unknown, one).known);
    assert_false(number_mul(zero, unknown).known);
    assert_false(number_div(one, zero).known);
    assert_false(number_div(one, zero).overflow);
    assert_false(number_abs(unknown).known);
    struct number big = number_whole(INT64_MAX);
    big = number_mul(big, number_mul(big, big));
    assert_true(big.overflow && !big.known);
    assert_true(number_sub(one, big).overflow); /* the reason stays */
    assert_true(number_div(big, one).overflow);
    assert_whole(number_cmp(number_abs(number_whole(-3)), number_whole(3)), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ratios_are_kept_in_lowest_terms),
        cmocka_unit_test(arithmetic_is_exact),
        cmocka_unit_test(what_does_not_fit_is_refused),
        cmocka_unit_test(comparing_never_overflows),
        cmocka_unit_test(comparing_agrees_with_cross_multiplication),
        cmocka_unit_test(rounding_is_half_away_from_zero),
        cmocka_unit_test(what_is_computed_from_an_unknown_number_is_unknown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
