#include "../support/check.h"

#include "base/arena.h"

enum { PLENTY = 20000 };

static bool is_zero(const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (bytes[i])
            return false;
    return true;
}

static void what_was_taken_last_grows_where_it_is(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    char *first = arena_alloc(&arena, 24, 1);
    memset(first, 'x', 24);
    assert_true(arena_extend(&arena, first, 24, 100));
    assert_true(is_zero(first + 24, 76));
    char *second = arena_alloc(&arena, 100, 1);
    assert_true(second >= first + 100);
    assert_true(is_zero(second, 100));
    assert_false(arena_extend(&arena, first, 100, 101 + 16));  /* the second stands behind it */
    assert_false(arena_extend(&arena, second, 100, 10000000)); /* no room */
    assert_true(arena_extend(&arena, second, 100, 200));       /* and nothing has changed */
    assert_true(is_zero(second, 200));
    arena_release(&arena);
}

/* Two arrays that grow in turn stand in each other's way, one alone does not: their objects are the same. */
static void growing_arrays_keep_what_they_hold(void **state)
{
    (void)state;
    struct arena arena = ARENA_INIT;
    int *alone = NULL, *turns[2] = { NULL, NULL };
    size_t count = 0, capacity = 0, counts[2] = { 0 }, capacities[2] = { 0 };
    for (int i = 0; i < PLENTY; i++) {
        int *added = ARENA_PUSH(&arena, alone, count, capacity);
        assert_whole(*added, 0);
        *added = i;
    }
    for (int i = 0; i < PLENTY; i++) {
        int *added = ARENA_PUSH(&arena, turns[i % 2], counts[i % 2], capacities[i % 2]);
        assert_whole(*added, 0);
        *added = i;
    }
    for (int i = 0; i < PLENTY; i++) {
        assert_whole(alone[i], i);
        assert_whole(turns[i % 2][i / 2], i);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_was_taken_last_grows_where_it_is),
        cmocka_unit_test(growing_arrays_keep_what_they_hold),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
