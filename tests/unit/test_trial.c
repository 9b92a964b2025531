#include "../support/check.h"

#include <signal.h>
#include <unistd.h>

#include "publish/stop.h"
#include "command/trial.h"

enum { FILES = 4, STEPS_MOST = 32 };

enum harm { ABORTS, HANGS, EATS_MEMORY, LEAVES };

/* Work that reads each file, then checks each, then all together; and where it fares badly. */
struct play {
    struct arena arena;
    struct findings findings;
    struct file_list files;
    const char *bad[2]; /* files, NULL, or "" for all together */
    bool in_checking;
    enum harm harm;
    bool stop; /* the parent is stopped then */
};

static struct play play_of(void)
{
    static const char *const NAMES[FILES] = { "a.xml", "b\n\xff.xml", "c.xml", "d.xml" };
    struct play play = { 0 };
    for (size_t i = 0; i < FILES; i++) {
        const char **added = ARENA_PUSH(&play.arena, play.files.paths, play.files.count, play.files.capacity);
        *added = NAMES[i];
    }
    play.bad[0] = play.bad[1] = "none";
    return play;
}

static void do_harm(const struct play *play)
{
    struct arena arena = ARENA_INIT;
    if (play->stop)
        kill(getppid(), SIGTERM);
    switch (play->harm) {
    case ABORTS: abort();
    case HANGS: sleep(60); break;
    case EATS_MEMORY: memset(arena_alloc(&arena, 400, 1 << 20), 1, 400 << 20); break;
    case LEAVES: _exit(0);
    }
    arena_release(&arena);
}

static void go_through(const struct play *play, const struct follower *follower, bool checking)
{
    for (size_t i = 0; i < play->files.count; i++) {
        const char *file = play->files.paths[i];
        follow(follower, file);
        if (checking == play->in_checking && (strcmp(file, play->bad[0]) == 0 || strcmp(file, play->bad[1]) == 0))
            do_harm(play);
    }
}

static void act(void *context, const struct follower *follower)
{
    const struct play *play = context;
    go_through(play, follower, false);
    go_through(play, follower, true);
    follow(follower, NULL);
    if (!*play->bad[0])
        do_harm(play);
}

static bool run(struct play *play, bool *whole)
{
    struct trial trial = { { 1, 1, 200 }, &play->files, play, act };
    play->findings = findings_in(&play->arena);
    return trial_run(&trial, whole, &play->findings);
}

static void assert_told(const struct play *play, size_t index, enum finding_code code, const char *file, const char *arg)
{
    const struct finding *finding = &play->findings.items[index];
    assert_whole(finding->code, code);
    assert_true(file ? strcmp(finding->place.file, file) == 0 : !finding->place.file);
    assert_string_equal(finding->args[0], arg);
}

static void work_that_fares_well_leaves_all_in(void **state)
{
    struct play play = play_of();
    bool whole = false;
    (void)state;
    assert_true(run(&play, &whole));
    assert_true(whole);
    assert_whole((int64_t)play.files.count, FILES);
    assert_whole((int64_t)play.findings.count, 0);
    arena_release(&play.arena);
}

static void a_bad_file_is_told_and_left_out(void **state)
{
    static const struct {
        enum harm harm;
        enum finding_code code;
        const char *arg;
    } HARMS[] = { { ABORTS, FINDING_INPUT_DIED, "signal 6" },
                  { HANGS, FINDING_INPUT_SLOW, "1" },
                  { EATS_MEMORY, FINDING_INPUT_MEMORY, "200" },
                  { LEAVES, FINDING_INPUT_DIED, "status 0" } };
    (void)state;
    for (size_t i = 0; i < sizeof HARMS / sizeof *HARMS; i++) {
#ifdef __SANITIZE_ADDRESS__
        if (HARMS[i].harm == EATS_MEMORY)
            continue;
#endif
        for (int checking = 0; checking < 2; checking++) {
            struct play play = play_of();
            bool whole = true;
            play.harm = HARMS[i].harm;
            play.in_checking = checking != 0;
            play.bad[0] = "b\n\xff.xml";
            play.bad[1] = "d.xml";
            assert_true(run(&play, &whole));
            assert_false(whole);
            assert_whole((int64_t)play.findings.count, 2);
            assert_told(&play, 0, HARMS[i].code, "b\n\xff.xml", HARMS[i].arg);
            assert_told(&play, 1, HARMS[i].code, "d.xml", HARMS[i].arg);
            assert_whole((int64_t)play.files.count, 2);
            assert_string_equal(play.files.paths[0], "a.xml");
            assert_string_equal(play.files.paths[1], "c.xml");
            arena_release(&play.arena);
        }
    }
}

/* With nobody to blame the run cannot go on: it would fare as the trial did. */
static void what_no_file_is_to_blame_for_ends_the_run(void **state)
{
    struct play play = play_of();
    bool whole;
    (void)state;
    play.bad[0] = "";
    assert_false(run(&play, &whole));
    assert_whole((int64_t)play.findings.count, 1);
    assert_told(&play, 0, FINDING_INPUTS_FAILED, NULL, "signal 6");
    assert_whole((int64_t)play.files.count, FILES);
    play.harm = HANGS;
    assert_false(run(&play, &whole));
    assert_told(&play, 0, FINDING_INPUTS_FAILED, NULL, "quá --timeout");
    arena_release(&play.arena);
}

/* In a process of its own: a stop is for good. */
static int stopped(void)
{
    struct play play = play_of();
    bool whole;
    stop_catch();
    play.bad[0] = "a.xml";
    play.harm = HANGS;
    play.stop = true;
    bool done = run(&play, &whole);
    bool well = !done && stop_signal() == SIGTERM && play.findings.count == 0 && play.files.count == FILES;
    arena_release(&play.arena);
    return well ? 0 : 1;
}

static void a_stop_blames_nobody(void **state)
{
    (void)state;
    assert_whole(done_alone(stopped), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(work_that_fares_well_leaves_all_in),
        cmocka_unit_test(a_bad_file_is_told_and_left_out),
        cmocka_unit_test(what_no_file_is_to_blame_for_ends_the_run),
        cmocka_unit_test(a_stop_blames_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
