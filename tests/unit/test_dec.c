#include "../support/check.h"

static struct dec read(const char *text)
{
    struct dec value;
    assert_true(dec_parse(&value, text));
    return value;
}

static void reads_whole_numbers_and_decimals(void **state)
{
    static const struct { const char *text; int64_t units; unsigned scale; } CASES[] = {
        { "0", 0, 0 },          { "-0", 0, 0 },           { "7", 7, 0 },        { "+7", 7, 0 },
        { "007", 7, 0 },        { "1924.5", 19245, 1 },   { "-0.25", -25, 2 },  { "1.50", 150, 2 },
        { "0.000000000000000001", 1, 18 },
        { "9223372036854775807", INT64_MAX, 0 },          { "-9223372036854775808", INT64_MIN, 0 },
        { "9.223372036854775807", INT64_MAX, 18 },        { "-9.223372036854775808", INT64_MIN, 18 },
    };
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct dec value = read(CASES[i].text);
        assert_whole(value.units, CASES[i].units);
        assert_whole(value.scale, CASES[i].scale);
    }
}

static void refuses_what_is_no_number_or_too_long(void **state)
{
    static const char *const TEXTS[] = {
        "", "-", "+", ".", "1.", ".5", "-.5", "1..2", "1.2.3", "1,5", "1 000", " 1", "1 ", "\t1", "1e5", "0x10", "--1",
        "+-1", "NaN", "inf", "1.5a", "1\n", "9223372036854775808", "-9223372036854775809", "99999999999999999999",
        "0.0000000000000000001", "1.0000000000000000000",
    };
    (void)state;
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        struct dec value = { 42, 3 };
        assert_false(dec_parse(&value, TEXTS[i]));
        assert_whole(value.units, 42); /* untouched */
        assert_whole(value.scale, 3);
    }
}

static void writes_exactly_its_decimals(void **state)
{
    (void)state;
    assert_dec(((struct dec){ 0, 0 }), "0");
    assert_dec(((struct dec){ 0, 2 }), "0.00");
    assert_dec(((struct dec){ 5, 3 }), "0.005");
    assert_dec(((struct dec){ -5, 1 }), "-0.5");
    assert_dec(((struct dec){ 150, 2 }), "1.50");
    assert_dec(((struct dec){ INT64_MIN, 0 }), "-9223372036854775808");
    assert_dec(((struct dec){ INT64_MIN, 18 }), "-9.223372036854775808");
    assert_dec(((struct dec){ 1, 18 }), "0.000000000000000001");
}

static void rescales_without_losing_digits(void **state)
{
    struct dec result = { 42, 3 };
    (void)state;
    assert_true(dec_rescale(&result, read("1.5"), 3));
    assert_dec(result, "1.500");
    assert_true(dec_rescale(&result, read("-1.500"), 1));
    assert_dec(result, "-1.5");
    assert_false(dec_rescale(&result, read("1.55"), 1));
    assert_false(dec_rescale(&result, read("1"), DEC_SCALE_MAX + 1));
    assert_false(dec_rescale(&result, read("10"), DEC_SCALE_MAX));
    assert_dec(result, "-1.5");
}

static void shifts_an_amount_to_whole_dong(void **state)
{
    int64_t dong = 42;
    (void)state;
    assert_true(dec_shift_to_whole(&dong, read("1924.5"), 6));
    assert_whole(dong, 1924500000);
    assert_true(dec_shift_to_whole(&dong, read("-0.000001"), 6));
    assert_whole(dong, -1);
    assert_true(dec_shift_to_whole(&dong, read("1.50000000"), 6));
    assert_whole(dong, 1500000);
    assert_false(dec_shift_to_whole(&dong, read("0.0000001"), 6));
    assert_false(dec_shift_to_whole(&dong, read("9223372036855"), 6));
    assert_false(dec_shift_to_whole(&dong, read("1"), 40));
    assert_whole(dong, 1500000);
    assert_true(dec_shift_to_whole(&dong, read("9223372036854.775807"), 6));
    assert_whole(dong, INT64_MAX);
}

static void turns_whole_dong_into_a_unit_with_the_decimals_it_needs(void **state)
{
    (void)state;
    assert_dec(dec_from_whole(1924500000, 6, 0), "1924.5");
    assert_dec(dec_from_whole(1924500000, 6, 2), "1924.50");
    assert_dec(dec_from_whole(2000000000, 6, 0), "2000");
    assert_dec(dec_from_whole(1, 6, 0), "0.000001");
    assert_dec(dec_from_whole(0, 9, 0), "0");
    assert_dec(dec_from_whole(-500, 3, 0), "-0.5");
    assert_dec(dec_from_whole(7, 0, 1), "7.0");
}

static void adds_with_different_scales(void **state)
{
    struct dec sum;
    (void)state;
    assert_true(dec_add(&sum, read("244.5"), read("0.25")));
    assert_dec(sum, "244.75");
    assert_true(dec_add(&sum, read("-1"), read("1.00")));
    assert_dec(sum, "0.00");
    assert_true(dec_add(&sum, read("0.1"), read("0.2")));
    assert_dec(sum, "0.3");
}

static void multiplies_exactly(void **state)
{
    struct dec product;
    (void)state;
    assert_true(dec_mul(&product, read("15"), read("5")));
    assert_dec(product, "75");
    assert_true(dec_mul(&product, read("-1.5"), read("0.02")));
    assert_dec(product, "-0.030");
    assert_false(dec_mul(&product, read("0.0000000001"), read("0.0000000001")));
    assert_false(dec_mul(&product, read("9223372036854775807"), read("2")));
    assert_dec(product, "-0.030");
}

static void overflow_is_told_and_leaves_the_result_alone(void **state)
{
    struct dec result = { 42, 3 };
    int64_t sum = 42;
    (void)state;
    assert_false(dec_add(&result, (struct dec){ INT64_MAX, 0 }, dec_of(1)));
    assert_false(dec_add(&result, (struct dec){ INT64_MIN, 0 }, dec_of(-1)));
    assert_false(dec_add(&result, (struct dec){ INT64_MAX, 0 }, (struct dec){ 1, 1 }));
    assert_dec(result, "0.042");
    assert_false(dong_add(&sum, INT64_MAX, 1));
    assert_false(dong_add(&sum, INT64_MIN, -1));
    assert_whole(sum, 42);
    assert_true(dong_add(&sum, INT64_MAX, INT64_MIN));
    assert_whole(sum, -1);
}

static void compares_values_not_spellings(void **state)
{
    (void)state;
    assert_whole(dec_cmp(read("1.5"), read("1.50")), 0);
    assert_true(dec_cmp(read("1.49"), read("1.5")) < 0);
    assert_true(dec_cmp(read("-1.5"), read("-1.49")) < 0);
    assert_true(dec_cmp((struct dec){ INT64_MAX, 18 }, (struct dec){ INT64_MAX, 0 }) < 0);
    assert_true(dec_cmp((struct dec){ INT64_MIN, 0 }, (struct dec){ INT64_MIN, 18 }) < 0);
    assert_true(dec_cmp((struct dec){ INT64_MAX, 0 }, (struct dec){ INT64_MIN, 0 }) > 0);
}

static void counts_significant_digits(void **state)
{
    (void)state;
    assert_whole(dec_digits(read("0")), 1);
    assert_whole(dec_digits(read("-1924.5")), 5);
    assert_whole(dec_digits((struct dec){ INT64_MIN, 0 }), 19);
}

/* Numbers of every size, and those at the borders. */
static struct dec any_dec(struct chance *chance)
{
    static const int64_t BORDERS[] = { 0, 1, -1, 9, 10, INT64_MAX, INT64_MIN, INT64_MAX / 10, INT64_MIN / 10 };
    unsigned scale = (unsigned)chance_between(chance, 0, DEC_SCALE_MAX);
    if (chance_between(chance, 0, 9) == 0)
        return (struct dec){ BORDERS[chance_between(chance, 0, 8)], scale };
    return (struct dec){ (int64_t)chance_next(chance) >> chance_between(chance, 0, 62), scale };
}

enum { TRIES = 50000 };

static void what_is_written_reads_back_the_same(void **state)
{
    struct chance chance = { 1 };
    (void)state;
    for (int i = 0; i < TRIES; i++) {
        struct dec value = any_dec(&chance);
        char buffer[DEC_TEXT_SIZE];
        struct dec again = read(dec_format(buffer, value));
        assert_whole(again.units, value.units);
        assert_whole(again.scale, value.scale);
    }
}

static void taking_away_what_was_added_gives_the_same_value(void **state)
{
    struct chance chance = { 2 };
    int added = 0;
    (void)state;
    for (int i = 0; i < TRIES; i++) {
        struct dec a = any_dec(&chance), b = any_dec(&chance), sum, back;
        if (b.units == INT64_MIN || !dec_add(&sum, a, b))
            continue;
        added++;
        struct dec minus = { -b.units, b.scale }, swapped;
        assert_true(dec_add(&back, sum, minus));
        assert_whole(dec_cmp(back, a), 0);
        assert_true(dec_add(&swapped, b, a));
        assert_whole(dec_cmp(swapped, sum), 0);
        assert_whole(dec_cmp(sum, a), (b.units > 0) - (b.units < 0));
    }
    assert_true(added > TRIES / 10);
}

static void shifting_there_and_back_gives_the_same_value(void **state)
{
    struct chance chance = { 3 };
    int shifted = 0;
    (void)state;
    for (int i = 0; i < TRIES; i++) {
        struct dec value = any_dec(&chance);
        unsigned power = (unsigned)chance_between(&chance, 0, 9);
        int64_t whole;
        if (!dec_shift_to_whole(&whole, value, power))
            continue;
        shifted++;
        assert_whole(dec_cmp(dec_from_whole(whole, power, 0), value), 0);
    }
    assert_true(shifted > TRIES / 10);
}

static void order_is_the_same_from_both_sides(void **state)
{
    struct chance chance = { 4 };
    (void)state;
    for (int i = 0; i < TRIES; i++) {
        struct dec a = any_dec(&chance), b = any_dec(&chance), wider;
        assert_whole(dec_cmp(a, b), -dec_cmp(b, a));
        assert_whole(dec_cmp(a, a), 0);
        if (a.scale < DEC_SCALE_MAX && dec_rescale(&wider, a, a.scale + 1))
            assert_whole(dec_cmp(wider, b), dec_cmp(a, b));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_whole_numbers_and_decimals),
        cmocka_unit_test(refuses_what_is_no_number_or_too_long),
        cmocka_unit_test(writes_exactly_its_decimals),
        cmocka_unit_test(rescales_without_losing_digits),
        cmocka_unit_test(shifts_an_amount_to_whole_dong),
        cmocka_unit_test(turns_whole_dong_into_a_unit_with_the_decimals_it_needs),
        cmocka_unit_test(adds_with_different_scales),
        cmocka_unit_test(multiplies_exactly),
        cmocka_unit_test(overflow_is_told_and_leaves_the_result_alone),
        cmocka_unit_test(compares_values_not_spellings),
        cmocka_unit_test(counts_significant_digits),
        cmocka_unit_test(what_is_written_reads_back_the_same),
        cmocka_unit_test(taking_away_what_was_added_gives_the_same_value),
        cmocka_unit_test(shifting_there_and_back_gives_the_same_value),
        cmocka_unit_test(order_is_the_same_from_both_sides),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
