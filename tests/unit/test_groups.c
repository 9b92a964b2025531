#include "../support/check.h"

#include "base/groups.h"
#include "base/text.h"

/* "4 2 1": the places of those that share a text, the last first. */
static const char *places(const struct groups *groups, const char *text, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t place = groups_last(groups, text); place; place = groups->before[place - 1])
        text_addf(&out, "%s%zu", out.length ? " " : "", place);
    return text_str(&out);
}

static void things_of_one_text_are_found_from_the_last_to_the_first(void **state)
{
    static const char *const TEXTS[] = { "34", "01", "34", NULL, "34", "01" };
    struct fixture *fixture = *state;
    struct groups groups = groups_of(6, &fixture->arena);
    for (size_t i = 0; i < 6; i++)
        groups_add(&groups, TEXTS[i], i);
    assert_string_equal(places(&groups, "34", &fixture->arena), "5 3 1");
    assert_string_equal(places(&groups, "01", &fixture->arena), "6 2");
    assert_string_equal(places(&groups, "99", &fixture->arena), "");
    assert_whole((int64_t)groups.before[3], 0); /* without a text it is alone */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(things_of_one_text_are_found_from_the_last_to_the_first, fixture_open, fixture_close),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
