#include "../support/check.h"

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "publish/lock.h"

struct case_state {
    struct arena arena;
    struct findings findings;
    char folder[32];
};

static int set_up(void **state)
{
    static struct case_state fixture;
    fixture = (struct case_state){ .folder = "/tmp/phuluc-lock-XXXXXX" };
    fixture.findings = findings_in(&fixture.arena);
    *state = &fixture;
    return mkdtemp(fixture.folder) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct case_state *fixture = *state;
    rmdir(arena_printf(&fixture->arena, "%s/out", fixture->folder));
    arena_release(&fixture->arena);
    return rmdir(fixture->folder);
}

static bool take(struct lock *lock, struct case_state *fixture, const char *folder)
{
    return lock_take(lock, folder, LOCK_ALONE, 0, &fixture->arena, &fixture->findings);
}

static void the_second_is_told_that_another_holds_it(void **state)
{
    struct case_state *fixture = *state;
    struct lock first, second;
    assert_true(take(&first, fixture, fixture->folder));
    assert_false(take(&second, fixture, fixture->folder));
    assert_whole((int64_t)fixture->findings.count, 1);
    assert_whole(fixture->findings.items[0].code, FINDING_LOCKED);
    assert_string_equal(fixture->findings.items[0].place.file, fixture->folder);
    lock_release(&second);
    assert_false(take(&second, fixture, fixture->folder)); /* what was not taken releases nothing */
    lock_release(&first);
    lock_release(&first);
    assert_true(take(&second, fixture, fixture->folder));
    lock_release(&second);
}

static void two_names_of_one_folder_are_one_lock(void **state)
{
    struct case_state *fixture = *state;
    struct lock first, second;
    assert_true(take(&first, fixture, fixture->folder));
    assert_false(take(&second, fixture, arena_printf(&fixture->arena, "%s/../%s", fixture->folder, fixture->folder + 5)));
    lock_release(&first);
}

static void the_folder_is_made(void **state)
{
    struct case_state *fixture = *state;
    struct stat status;
    struct lock lock;
    const char *folder = arena_printf(&fixture->arena, "%s/out", fixture->folder);
    assert_true(take(&lock, fixture, folder));
    assert_int_equal(stat(folder, &status), 0);
    lock_release(&lock);
}

static void a_killed_holder_holds_nothing(void **state)
{
    struct case_state *fixture = *state;
    struct lock lock;
    pid_t holder = fork();
    if (holder == 0) {
        bool taken = take(&lock, fixture, fixture->folder);
        kill(getpid(), taken ? SIGKILL : SIGTERM);
    }
    int status = 0;
    assert_int_equal(waitpid(holder, &status, 0), holder);
    assert_int_equal(WTERMSIG(status), SIGKILL);
    assert_true(take(&lock, fixture, fixture->folder));
    lock_release(&lock);
}

static void what_is_no_folder_is_a_finding(void **state)
{
    struct case_state *fixture = *state;
    struct lock lock;
    assert_false(take(&lock, fixture, "/dev/null"));
    assert_whole((int64_t)fixture->findings.count, 1);
    assert_whole(fixture->findings.items[0].code, FINDING_OUTPUT_FAILED);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_second_is_told_that_another_holds_it),
        TEST(two_names_of_one_folder_are_one_lock),
        TEST(the_folder_is_made),
        TEST(a_killed_holder_holds_nothing),
        TEST(what_is_no_folder_is_a_finding),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
