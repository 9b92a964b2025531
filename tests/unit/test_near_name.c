#include "../support/check.h"

#include "base/near_name.h"

static void one_keystroke_is_near(void **state)
{
    (void)state;
    assert_true(is_near_name("amount", "amount"));
    assert_true(is_near_name("Amount", "amount"));
    assert_true(is_near_name("sources", "source"));
    assert_true(is_near_name("statd", "stated"));
    assert_true(is_near_name("atcivity", "activity"));
    assert_true(is_near_name("amaunt", "amount"));
    assert_true(is_near_name("pl1-VI", "pl1-IV"));
}

static void two_keystrokes_and_short_names_are_not(void **state)
{
    (void)state;
    assert_false(is_near_name("money", "amount"));
    assert_false(is_near_name("sorces", "source"));
    assert_false(is_near_name("pl1-III", "pl1-I"));
    assert_false(is_near_name("a1", "a2"));
    assert_true(is_near_name("A1", "a1"));
    assert_false(is_near_name("", "a"));
    assert_false(is_near_name("line", "ilnes"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_keystroke_is_near),
        cmocka_unit_test(two_keystrokes_and_short_names_are_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
