#include "../support/check.h"

#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/breadcrumb.h"
#include "publish/stop.h"
#include "publish/worker.h"

enum { PIECES = 9, LONG_ANSWER = 300000 };

/* How the pieces of work end, in their own order. */
struct record_of_ends {
    char ends[PIECES][40], said[PIECES][40];
    size_t ended;
};

/* What is said last counts; of a long text, that it is long. */
static void keep(void *context, size_t index, const struct record *said)
{
    struct record_of_ends *record = context;
    struct record_reader reader = record_reader_of(said);
    struct arena arena = ARENA_INIT;
    const char *text = record_text(&reader, &arena);
    assert_whole(said->kind, 7);
    assert_non_null(text);
    snprintf(record->said[index], sizeof record->said[0], "%s", strlen(text) == LONG_ANSWER ? "long" : text);
    arena_release(&arena);
}

static void say(const struct worker *worker, const char *text)
{
    struct arena arena = ARENA_INIT;
    struct text fields = text_in(&arena);
    record_add_text(&fields, text);
    worker_send(worker, 7, &fields);
    arena_release(&arena);
}

static void note(void *context, const struct worker_answer *answer)
{
    struct record_of_ends *record = context;
    const char *text = answer->end == WORKER_DONE          ? record->said[answer->index]
                       : answer->end == WORKER_SLOW          ? "slow"
                       : answer->end == WORKER_OUT_OF_MEMORY ? "memory"
                                                             : answer->how;
    snprintf(record->ends[answer->index], sizeof record->ends[0], "%s", text);
    record->ended++;
}

static void sleep_for(long milliseconds)
{
    struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000 };
    nanosleep(&time, NULL);
}

static void number(void *context, size_t index, const struct worker *worker)
{
    char text[16];
    (void)context;
    sleep_for((long)(PIECES - index) * 3); /* the last is done first */
    snprintf(text, sizeof text, "%zu", index);
    say(worker, text);
}

static struct record_of_ends run(unsigned workers, unsigned seconds, unsigned megabytes, void (*work)(void *, size_t, const struct worker *), size_t count)
{
    struct record_of_ends record = { 0 };
    struct worker_pool pool = { { workers, seconds, megabytes }, "test-worker", &record, work, keep, note, NULL, false };
    size_t ended = workers_run(&pool, count);
    assert_whole((int64_t)ended, (int64_t)record.ended);
    return record;
}

static void all_is_done_whatever_the_number_of_workers(void **state)
{
    (void)state;
    for (unsigned workers = 0; workers <= 100; workers = workers * 3 + 1) {
        struct record_of_ends record = run(workers, 60, 0, number, PIECES);
        assert_whole((int64_t)record.ended, PIECES);
        for (size_t i = 0; i < PIECES; i++) {
            assert_int_equal(record.ends[i][0], '0' + (int)i);
            assert_int_equal(record.ends[i][1], '\0');
        }
    }
    assert_whole((int64_t)run(2, 60, 0, number, 0).ended, 0);
}

static void behave_badly(void *context, size_t index, const struct worker *worker)
{
    (void)context;
    switch (index) {
    case 0: kill(getpid(), SIGKILL); break;
    case 1: _exit(7);
    case 2: _exit(3); /* as an arena without memory does */
    case 3: sleep_for(60000); break;
    case 4: _exit(0); /* without an answer */
    case 5: {
        char *text = malloc(LONG_ANSWER + 1);
        if (text) {
            memset(text, 'x', LONG_ANSWER);
            text[LONG_ANSWER] = '\0';
            say(worker, text);
        }
        free(text);
        return;
    }
    default: break;
    }
    say(worker, "good");
}

static void one_that_ends_badly_leaves_the_others(void **state)
{
    static const char *const EXPECTED[] = { "signal 9", "status 7", "memory", "slow", "status 0", "long", "good" };
    (void)state;
    struct record_of_ends record = run(3, 1, 0, behave_badly, 7);
    for (size_t i = 0; i < 7; i++)
        assert_string_equal(record.ends[i], EXPECTED[i]);
}

/* A limit of a second is never less than one: the clock's seconds are whole. */
static void take_a_second(void *context, size_t index, const struct worker *worker)
{
    (void)context;
    (void)index;
    sleep_for(900);
    say(worker, "good");
}

static void a_limit_of_time_is_not_cut_short(void **state)
{
    (void)state;
    struct record_of_ends record = run(PIECES, 1, 0, take_a_second, PIECES);
    for (size_t i = 0; i < PIECES; i++)
        assert_string_equal(record.ends[i], "good");
    sleep_for(500); /* at another part of the second */
    assert_string_equal(run(1, 1, 0, take_a_second, 1).ends[0], "good");
}

static void take_memory(void *context, size_t index, const struct worker *worker)
{
    struct arena arena = ARENA_INIT;
    (void)context;
    memset(arena_alloc(&arena, index ? 150 : 50, 1 << 20), 1, 1 << 20);
    arena_release(&arena);
    say(worker, "good");
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
    struct record_of_ends record = run(2, 60, 100, take_memory, 2);
    free(inherited);
    assert_string_equal(record.ends[0], "good");
    assert_string_equal(record.ends[1], "memory");
}

/* Twice what the limits allow, in steps; then as the piece has it. */
static void go_on_and_on(void *context, size_t index, const struct worker *worker)
{
    struct arena arena = ARENA_INIT;
    (void)context;
    for (int i = 0; i < 8; i++) {
        breadcrumb_alone("one.xml");
        memset(arena_alloc(&arena, 25, 1 << 20), 1, 25 << 20);
        sleep_for(300);
    }
    arena_release(&arena);
    say(worker, "said");
    breadcrumb_across("two.xml", index ? "three.xml" : NULL);
    if (index == WORKER_DIED)
        kill(getpid(), SIGKILL);
    if (index == WORKER_SLOW)
        sleep_for(60000);
    if (index == WORKER_OUT_OF_MEMORY)
        _exit(3);
}

static void note_step(void *context, const struct worker_answer *answer)
{
    struct record_of_ends *record = context;
    struct arena arena = ARENA_INIT;
    const char *said = arena_string(&arena, record->said[answer->index]);
    struct breadcrumb step = breadcrumb_read(&arena);
    snprintf(record->ends[answer->index], sizeof record->ends[0], "%d %s %d %s %s", (int)answer->end,
             said, (int)step.step, step.file, step.other ? step.other : "-");
    arena_release(&arena);
}

/* A step keeps a supervised worker going, and the last is known of one that ends badly, with what it said before. */
static void limits_hold_from_step_to_step(void **state)
{
    (void)state;
    struct record_of_ends record = { 0 };
    struct worker_pool pool = { { 1, 1, 100 }, "test-worker", &record, go_on_and_on, keep, note_step, NULL, true };
    assert_whole((int64_t)workers_run(&pool, 4), 4);
    assert_string_equal(record.ends[WORKER_DONE], "0 said 2 two.xml -");
    assert_string_equal(record.ends[WORKER_DIED], "1 said 2 two.xml three.xml");
    assert_string_equal(record.ends[WORKER_SLOW], "2 said 2 two.xml three.xml");
    assert_string_equal(record.ends[WORKER_OUT_OF_MEMORY], "3 said 2 two.xml three.xml");
}

static void chatter(void *context, size_t index, const struct worker *worker)
{
    (void)context;
    (void)index;
    dprintf(STDOUT_FILENO, "noise");
    dprintf(STDERR_FILENO, "noise");
    say(worker, "good");
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
    struct record_of_ends record = run(1, 60, 0, chatter, 1);
    dup2(kept[0], STDOUT_FILENO);
    dup2(kept[1], STDERR_FILENO);
    close(kept[0]);
    close(kept[1]);
    assert_string_equal(record.ends[0], "good");
    assert_int_equal(read(ends[0], seen, sizeof seen), 0);
    close(ends[0]);
}

static void stop_the_parent(void *context, size_t index, const struct worker *worker)
{
    (void)context;
    if (index == 1) {
        kill(getppid(), SIGTERM);
        sleep_for(60000);
    }
    say(worker, "good");
}

/* In a process of its own: a stop is for good. Ends 0 if the stop was clean and SIGINT stayed ignored. */
static int stopped(void)
{
    struct record_of_ends record = { 0 };
    struct worker_pool pool = { { 1, 60, 0 }, "test-worker", &record, stop_the_parent, keep, note, NULL, false };
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

/* A worker whose own worker hangs: both are gone when its end is told. */
static void wait_for_its_own(void *context, size_t index, const struct worker *worker)
{
    struct record_of_ends own = { 0 };
    struct worker_pool pool = { { 1, 60, 0 }, "test-worker", &own, index ? number : stop_the_parent, keep, note, NULL, false };
    (void)context;
    size_t ended = workers_run(&pool, index ? 1 : 2);
    say(worker, ended == 1 ? "one ended" : "?");
}

/* Ends 0 if the worker, which is making something, is asked to end and says what came of it. */
static int stopped_while_making(void)
{
    struct record_of_ends record = { 0 };
    struct worker_pool pool = { { 1, 60, 0 }, "test-worker", &record, wait_for_its_own, keep, note, NULL, true };
    stop_catch();
    size_t ended = workers_run(&pool, 1);
    if (ended != 1 || strcmp(record.ends[0], "one ended") != 0)
        return 1;
    return waitpid(-1, NULL, WNOHANG) == -1 ? 0 : 2;
}

static void a_worker_that_is_making_something_is_let_end(void **state)
{
    (void)state;
    assert_whole(done_alone(stopped_while_making), 0);
}

/* How many pieces have begun: in memory that the worker shares. */
static void begin(void *context, size_t index, const struct worker *worker)
{
    atomic_int *begun = context;
    (void)index;
    (void)worker;
    atomic_fetch_add(begun, 1);
}

/* Whoever is told of the first piece takes its time until the next one has begun. */
static void wait_for_the_next(void *context, const struct worker_answer *answer)
{
    enum { TRIES = 2000 };
    atomic_int *begun = context;
    assert_int_equal(answer->end, WORKER_DONE);
    for (int try = 0; answer->index == 0 && atomic_load(begun) < 2 && try < TRIES; try++)
        sleep_for(5);
    if (answer->index == 0)
        assert_int_equal(atomic_load(begun), 2);
}

static void a_worker_goes_on_while_what_it_made_is_put_away(void **state)
{
    (void)state;
    atomic_int *begun = mmap(NULL, sizeof *begun, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(begun != MAP_FAILED);
    struct worker_pool pool = { { 1, 60, 0 }, "test-worker", begun, begin, keep, wait_for_the_next, NULL, false };
    assert_whole((int64_t)workers_run(&pool, 3), 3);
    assert_int_equal(atomic_load(begun), 3);
    munmap(begun, sizeof *begun);
}

/* Whoever looks for leaks needs a while for each piece. */
#ifdef __SANITIZE_ADDRESS__
enum { TOGETHER = 6, REST = 1500 };
#else
enum { TOGETHER = 20, REST = 20 };
#endif

/* Ends that were told, and how many of them each putting away was for. */
struct record_of_rests {
    size_t told, rests, most;
};

static void answer_at_once(void *context, size_t index, const struct worker *worker)
{
    (void)context;
    (void)index;
    (void)worker;
}

static void count_end(void *context, const struct worker_answer *answer)
{
    struct record_of_rests *record = context;
    assert_int_equal(answer->end, WORKER_DONE);
    record->told++;
}

static void take_time(void *context)
{
    struct record_of_rests *record = context;
    assert_true(record->told > 0);
    record->rests++;
    record->most = record->told > record->most ? record->told : record->most;
    record->told = 0;
    sleep_for(REST);
}

/* The worker has two pieces at most: while those of one are put away, it ends two. */
static void what_ends_meanwhile_is_put_away_together(void **state)
{
    (void)state;
    struct record_of_rests record = { 0 };
    struct worker_pool pool = { { 1, 60, 0 }, "test-worker", &record, answer_at_once, keep, count_end, take_time, false };
    assert_whole((int64_t)workers_run(&pool, TOGETHER), TOGETHER);
    assert_whole((int64_t)record.told, 0);
    assert_whole((int64_t)record.most, 2);
    assert_true(record.rests >= TOGETHER / 2 && record.rests < TOGETHER);
}

static void take_time_and_stop(void *context)
{
    take_time(context);
    kill(getpid(), SIGTERM);
}

/* In a process of its own. Ends 0 if what the worker ended before the stop is told of and put away. */
static int stopped_while_putting_away(void)
{
    struct record_of_rests record = { 0 };
    struct worker_pool pool = { { 1, 60, 0 },      "test-worker", &record, answer_at_once, keep, count_end,
                                take_time_and_stop, false };
    stop_catch();
    size_t ended = workers_run(&pool, TOGETHER);
    return ended >= 3 && record.rests == 2 && record.most == 2 && record.told == 0 ? 0 : 1;
}

static void what_ended_before_a_stop_is_put_away(void **state)
{
    (void)state;
    assert_whole(done_alone(stopped_while_putting_away), 0);
}

/* It had another piece by then. */
static void one_worker_that_dies_leaves_its_next_piece(void **state)
{
    static const char *const EXPECTED[] = { "signal 9", "status 7", "memory", "slow", "status 0", "long", "good", "good" };
    (void)state;
    struct record_of_ends record = run(1, 1, 0, behave_badly, 8);
    for (size_t i = 0; i < 8; i++)
        assert_string_equal(record.ends[i], EXPECTED[i]);
    assert_whole((int64_t)record.ended, 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_done_whatever_the_number_of_workers),
        cmocka_unit_test(a_worker_goes_on_while_what_it_made_is_put_away),
        cmocka_unit_test(what_ends_meanwhile_is_put_away_together),
        cmocka_unit_test(one_that_ends_badly_leaves_the_others),
        cmocka_unit_test(what_ended_before_a_stop_is_put_away),
        cmocka_unit_test(one_worker_that_dies_leaves_its_next_piece),
        cmocka_unit_test(a_limit_of_time_is_not_cut_short),
        cmocka_unit_test(a_limit_of_memory_holds_for_each_by_itself),
        cmocka_unit_test(limits_hold_from_step_to_step),
        cmocka_unit_test(what_is_printed_in_a_worker_is_not_seen),
        cmocka_unit_test(a_stop_ends_workers_and_starts_no_more),
        cmocka_unit_test(a_worker_that_is_making_something_is_let_end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
