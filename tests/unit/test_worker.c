#include "../support/check.h"

#include <signal.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "publish/stop.h"
#include "publish/worker.h"

enum { PIECES = 9, LONG_ANSWER = 300000 };

/* How the pieces of work end, in their own order. */
struct record {
    char ends[PIECES][40];
    size_t ended;
};

static void note(void *context, const struct worker_answer *answer)
{
    struct record *record = context;
    const char *text = answer->end == WORKER_DONE          ? answer->text
                       : answer->end == WORKER_SLOW          ? "slow"
                       : answer->end == WORKER_OUT_OF_MEMORY ? "memory"
                                                             : answer->how;
    snprintf(record->ends[answer->index], sizeof record->ends[0], "%s", text);
    if (answer->end == WORKER_DONE && strlen(answer->text) == LONG_ANSWER)
        snprintf(record->ends[answer->index], sizeof record->ends[0], "long");
    record->ended++;
}

static void sleep_for(long milliseconds)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
    nanosleep(&time, NULL);
}

static char *number(void *context, size_t index, const struct worker *worker)
{
    (void)worker;
    char text[16];
    (void)context;
    sleep_for((long)(PIECES - index) * 3); /* the last is done first */
    snprintf(text, sizeof text, "%zu", index);
    return strdup(text);
}

static struct record run(unsigned workers, unsigned seconds, unsigned megabytes, char *(*work)(void *, size_t, const struct worker *), size_t count)
{
    struct record record = { 0 };
    struct worker_pool pool = { { workers, seconds, megabytes }, "test-worker", &record, work, note };
    size_t ended = workers_run(&pool, count);
    assert_whole((int64_t)ended, (int64_t)record.ended);
    return record;
}

static void all_is_done_whatever_the_number_of_workers(void **state)
{
    (void)state;
    for (unsigned workers = 0; workers <= 100; workers = workers * 3 + 1) {
        struct record record = run(workers, 60, 0, number, PIECES);
        assert_whole((int64_t)record.ended, PIECES);
        for (size_t i = 0; i < PIECES; i++) {
            assert_int_equal(record.ends[i][0], '0' + (int)i);
            assert_int_equal(record.ends[i][1], '\0');
        }
    }
    assert_whole((int64_t)run(2, 60, 0, number, 0).ended, 0);
}

static char *behave_badly(void *context, size_t index, const struct worker *worker)
{
    (void)worker;
    (void)context;
    switch (index) {
    case 0: kill(getpid(), SIGKILL); break;
    case 1: _exit(7);
    case 2: return NULL;
    case 3: sleep_for(60000); break;
    case 4: _exit(0); /* without an answer */
    case 5: {
        char *text = malloc(LONG_ANSWER + 1);
        if (text) {
            memset(text, 'x', LONG_ANSWER);
            text[LONG_ANSWER] = '\0';
        }
        return text;
    }
    default: break;
    }
    return strdup("good");
}

static void one_that_ends_badly_leaves_the_others(void **state)
{
    static const char *const EXPECTED[] = { "signal 9", "status 7", "memory", "slow", "status 0", "long", "good" };
    (void)state;
    struct record record = run(3, 1, 0, behave_badly, 7);
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(record.ends[i], EXPECTED[i]);
}

/* A limit of a second is never less than one: the clock's seconds are whole. */
static char *take_a_second(void *context, size_t index, const struct worker *worker)
{
    (void)worker;
    (void)context;
    (void)index;
    sleep_for(900);
    return strdup("good");
}

static void a_limit_of_time_is_not_cut_short(void **state)
{
    (void)state;
    struct record record = run(PIECES, 1, 0, take_a_second, PIECES);
    for (size_t i = 0; i < PIECES; i++)
        assert_string_equal(record.ends[i], "good");
    sleep_for(500); /* at another part of the second */
    assert_string_equal(run(1, 1, 0, take_a_second, 1).ends[0], "good");
}

static char *take_memory(void *context, size_t index, const struct worker *worker)
{
    (void)worker;
    struct arena arena = ARENA_INIT;
    (void)context;
    memset(arena_alloc(&arena, index ? 150 : 50, 1 << 20), 1, 1 << 20);
    arena_release(&arena);
    return strdup("good");
}

/* The limit is on what a worker takes itself: much memory in the parent does not count. */
static void a_limit_of_memory_holds_for_each_by_itself(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip();
#endif
    char *inherited = malloc(300 << 20);
    assert_non_null(inherited);
    memset(inherited, 1, 300 << 20);
    struct record record = run(2, 60, 100, take_memory, 2);
    free(inherited);
    assert_string_equal(record.ends[0], "good");
    assert_string_equal(record.ends[1], "memory");
}

/* Twice what the limits allow, with words in between; then as the piece has it. */
static char *go_on_and_on(void *context, size_t index, const struct worker *worker)
{
    struct arena arena = ARENA_INIT;
    (void)context;
    for (int i = 0; i < 8; i++) {
        memset(arena_alloc(&arena, 25, 1 << 20), 1, 25 << 20);
        sleep_for(500);
        worker_say(worker, "one");
    }
    arena_release(&arena);
    worker_say(worker, "two");
    if (index == 1)
        kill(getpid(), SIGKILL);
    if (index == 2)
        sleep_for(60000);
    if (index == 3)
        _exit(3);
    return strdup("good");
}

static void keep_words(void *context, const struct worker_answer *answer)
{
    struct record *record = context;
    snprintf(record->ends[answer->index], sizeof record->ends[0], "%d %s", (int)answer->end, answer->text);
}

/* What a worker says keeps it going, and is known of one that ends badly. */
static void limits_hold_from_one_word_to_the_next(void **state)
{
    (void)state;
    struct record record = { 0 };
    struct worker_pool pool = { { 4, 1, 100 }, "test-worker", &record, go_on_and_on, keep_words };
    assert_whole((int64_t)workers_run(&pool, 4), 4);
    assert_string_equal(record.ends[WORKER_DONE], "0 good");
    assert_string_equal(record.ends[WORKER_DIED], "1 two");
    assert_string_equal(record.ends[WORKER_SLOW], "2 two");
    assert_string_equal(record.ends[WORKER_OUT_OF_MEMORY], "3 two");
}

static char *chatter(void *context, size_t index, const struct worker *worker)
{
    (void)worker;
    (void)context;
    (void)index;
    dprintf(STDOUT_FILENO, "noise");
    dprintf(STDERR_FILENO, "noise");
    return strdup("good");
}

static void what_is_printed_in_a_worker_is_not_seen(void **state)
{
    (void)state;
#ifdef __SANITIZE_ADDRESS__
    skip();
#endif
    int ends[2], kept[2] = { dup(STDOUT_FILENO), dup(STDERR_FILENO) };
    char seen[16];
    assert_int_equal(pipe(ends), 0);
    dup2(ends[1], STDOUT_FILENO);
    dup2(ends[1], STDERR_FILENO);
    close(ends[1]);
    struct record record = run(1, 60, 0, chatter, 1);
    dup2(kept[0], STDOUT_FILENO);
    dup2(kept[1], STDERR_FILENO);
    close(kept[0]);
    close(kept[1]);
    assert_string_equal(record.ends[0], "good");
    assert_int_equal(read(ends[0], seen, sizeof seen), 0);
    close(ends[0]);
}

static char *stop_the_parent(void *context, size_t index, const struct worker *worker)
{
    (void)worker;
    (void)context;
    if (index == 1) {
        kill(getppid(), SIGTERM);
        sleep_for(60000);
    }
    return strdup("good");
}

/* In a process of its own: a stop is for good. Ends 0 if the stop was clean and SIGINT stayed ignored. */
static int stopped(void)
{
    struct record record = { 0 };
    struct worker_pool pool = { { 1, 60, 0 }, "test-worker", &record, stop_the_parent, note };
    signal(SIGINT, SIG_IGN);
    stop_catch();
    kill(getpid(), SIGINT);
    if (stop_signal() != 0)
        return 1;
    size_t ended = workers_run(&pool, PIECES);
    if (ended != 1 || record.ended != 1 || stop_signal() != SIGTERM)
        return 2;
    return waitpid(-1, NULL, WNOHANG) == -1 ? 0 : 3; /* no worker is left */
}

static void a_stop_ends_workers_and_starts_no_more(void **state)
{
    (void)state;
    assert_whole(done_alone(stopped), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_done_whatever_the_number_of_workers),
        cmocka_unit_test(one_that_ends_badly_leaves_the_others),
        cmocka_unit_test(a_limit_of_time_is_not_cut_short),
        cmocka_unit_test(a_limit_of_memory_holds_for_each_by_itself),
        cmocka_unit_test(limits_hold_from_one_word_to_the_next),
        cmocka_unit_test(what_is_printed_in_a_worker_is_not_seen),
        cmocka_unit_test(a_stop_ends_workers_and_starts_no_more),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
