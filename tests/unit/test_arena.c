#include "../support/check.h"

#include "base/arena.h"

static void the_last_thing_grows_where_it_is(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = &fixture->arena;
    char *first = arena_alloc(arena, 16, 1), *last = arena_alloc(arena, 10, 1);
    assert_true(arena_extend(arena, last, 10, 30));
    memset(last, 'x', 40);
    assert_whole(*(char *)arena_alloc(arena, 1, 1), 0); /* nothing else got its room */
    assert_false(arena_extend(arena, first, 16, 16));
    assert_false(arena_extend(arena, last, 40, 1)); /* no longer the last */
}

static void a_block_that_is_full_does_not_grow(void **state)
{
    struct fixture *fixture = *state;
    char *last = arena_alloc(&fixture->arena, 100, 1);
    assert_false(arena_extend(&fixture->arena, last, 100, 1024 * 1024));
    assert_false(arena_extend(&fixture->arena, last, 100, SIZE_MAX));
    assert_true(arena_extend(&fixture->arena, last, 100, 1));
}

static void what_is_given_back_comes_again_zeroed(void **state)
{
    struct fixture *fixture = *state;
    char *first = arena_alloc(&fixture->arena, 20, 1);
    memset(first, 'x', 20);
    arena_take_back(&fixture->arena, first, 20);
    char *again = arena_alloc(&fixture->arena, 20, 1);
    assert_ptr_equal(again, first);
    for (int i = 0; i < 20; i++)
        assert_whole(again[i], 0);
    arena_alloc(&fixture->arena, 1, 1);
    memset(again, 'y', 20);
    arena_take_back(&fixture->arena, again, 20); /* not the last: it stays */
    assert_whole(again[0], 'y');
}

/* Whatever stood where it comes to lie, or in its place before. */
static void what_is_added_to_an_array_is_zeroed(void **state)
{
    struct fixture *fixture = *state;
    struct { int a, b; } *items = NULL, *added;
    size_t count = 0, capacity = 0;
    char *before = arena_alloc(&fixture->arena, 1000, 1);
    memset(before, 'x', 1000);
    arena_take_back(&fixture->arena, before, 1000);
    for (int i = 0; i < 100; i++) {
        added = ARENA_PUSH(&fixture->arena, items, count, capacity);
        assert_whole(added->a, 0);
        assert_whole(added->b, 0);
        added->a = added->b = i + 1;
    }
    count = 50;
    added = ARENA_PUSH(&fixture->arena, items, count, capacity);
    assert_whole(added->a, 0);
    assert_whole(items[49].b, 50);
}

/* Rows with a few figures each: an array takes little more than what it holds, and keeps it while it moves. */
static void arrays_keep_what_they_hold(void **state)
{
    enum { ITEMS = 5000 };
    struct fixture *fixture = *state;
    size_t *items = NULL, count = 0, capacity = 0;
    for (size_t i = 0; i < ITEMS; i++) {
        size_t *added = ARENA_PUSH(&fixture->arena, items, count, capacity);
        assert_whole((int64_t)*added, 0);
        *added = i;
        if (i % 7 == 0)
            arena_alloc(&fixture->arena, 3, 1);
    }
    for (size_t i = 0; i < ITEMS; i++)
        assert_whole((int64_t)items[i], (int64_t)i);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
    const struct CMUnitTest tests[] = {
        TEST(the_last_thing_grows_where_it_is),
        TEST(a_block_that_is_full_does_not_grow),
        TEST(what_is_given_back_comes_again_zeroed),
        TEST(what_is_added_to_an_array_is_zeroed),
        TEST(arrays_keep_what_they_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
