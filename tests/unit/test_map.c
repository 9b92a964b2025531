#include "../support/check.h"

#include "base/map.h"

static void texts_are_found_by_what_they_say(void **state)
{
    struct fixture *fixture = *state;
    struct map map = map_of_texts(&fixture->arena);
    char one[] = "hội nghị", other[] = "hội nghị";
    assert_null(map_find(&map, one));
    *map_at(&map, one) = 7;
    assert_whole((int64_t)*map_find(&map, other), 7);
    assert_null(map_find(&map, "hội"));
    assert_null(map_find(&map, ""));
}

static void addresses_are_found_by_where_they_are(void **state)
{
    struct fixture *fixture = *state;
    struct map map = map_of_addresses(&fixture->arena);
    char one[] = "hội nghị", other[] = "hội nghị";
    *map_at(&map, one) = 7;
    assert_whole((int64_t)*map_find(&map, one), 7);
    assert_null(map_find(&map, other));
}

/* More than any first capacity, each key set once and counted up once. */
static void many_keys_stay_apart(void **state)
{
    enum { KEYS = 5000 };
    struct fixture *fixture = *state;
    struct map map = map_of_texts(&fixture->arena);
    for (size_t i = 0; i < KEYS; i++)
        *map_at(&map, arena_printf(&fixture->arena, "r%zu", i)) = i;
    for (size_t i = 0; i < KEYS; i++)
        ++*map_at(&map, arena_printf(&fixture->arena, "r%zu", i));
    for (size_t i = 0; i < KEYS; i++)
        assert_whole((int64_t)*map_find(&map, arena_printf(&fixture->arena, "r%zu", i)), (int64_t)i + 1);
    assert_whole((int64_t)map.count, KEYS);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(texts_are_found_by_what_they_say),
        TEST(addresses_are_found_by_where_they_are),
        TEST(many_keys_stay_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
