#include "../support/check.h"

#include <signal.h>
#include <unistd.h>

#include "publish/stop.h"
#include "base/breadcrumb.h"
#include "command/supervise.h"
#include "input/gather.h"

enum { FILES = 4, STEPS_MOST = 32 };

enum harm { ABORTS, HANGS, EATS_MEMORY, LEAVES };

/* Work that reads each file, then checks each, then all together; and where it fares badly. */
struct play {
    struct arena arena;
    struct findings findings;
    struct file_list files, left_out;
    size_t said;
    const char *bad[2]; /* files, or "" for none in particular */
    enum { READING, CHECKING, COMPARING } part; /* in which it does */
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

static void go_through(const struct play *play, int part)
{
    for (size_t i = 0; i < play->files.count; i++) {
        const char *file = play->files.paths[i];
        if (file_list_has(&play->left_out, file))
            continue;
        if (part == COMPARING)
            breadcrumb_across(file, i % 2 ? "a.xml" : NULL);
        else
            breadcrumb_alone(file);
        if (part == (int)play->part && (strcmp(file, play->bad[0]) == 0 || strcmp(file, play->bad[1]) == 0))
            do_harm(play);
    }
}

static void act(void *context, const struct worker *worker)
{
    const struct play *play = context;
    go_through(play, READING);
    go_through(play, CHECKING);
    go_through(play, COMPARING);
    breadcrumb_none();
    if (!*play->bad[0])
        do_harm(play);
    worker_send(worker, 1, &(struct text){ 0 });
}

static void take(void *context, const struct record *record)
{
    struct play *play = context;
    play->said += record->kind == 1;
}

static bool run(struct play *play)
{
    struct supervised supervised = { { 1, 1, 200 }, &play->left_out, play, act, take };
    play->findings = findings_in(&play->arena);
    play->said = 0;
    return supervise(&supervised, &play->arena, &play->findings);
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
    (void)state;
    assert_true(run(&play));
    assert_whole((int64_t)play.said, 1);
    assert_whole((int64_t)play.left_out.count, 0);
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
        for (int checking = READING; checking <= CHECKING; checking++) {
            struct play play = play_of();
                    play.harm = HARMS[i].harm;
            play.part = checking == CHECKING ? CHECKING : READING;
            play.bad[0] = "b\n\xff.xml";
            play.bad[1] = "d.xml";
            assert_true(run(&play));
            assert_whole((int64_t)play.said, 1);
            assert_whole((int64_t)play.findings.count, 2);
            assert_told(&play, 0, HARMS[i].code, "b\n\xff.xml", HARMS[i].arg);
            assert_told(&play, 1, HARMS[i].code, "d.xml", HARMS[i].arg);
            assert_whole((int64_t)play.left_out.count, 2);
            assert_string_equal(play.left_out.paths[0], "b\n\xff.xml");
            assert_string_equal(play.left_out.paths[1], "d.xml");
            arena_release(&play.arena);
        }
    }
}

/* What it is checked against is named, and stays. */
static void a_file_that_cannot_be_checked_against_others_is_left_out(void **state)
{
    (void)state;
    struct play play = play_of();
    play.part = COMPARING;
    play.bad[0] = "b\n\xff.xml";
    play.bad[1] = "c.xml";
    assert_true(run(&play));
    assert_whole((int64_t)play.findings.count, 2);
    assert_told(&play, 0, FINDING_INPUTS_APART, "b\n\xff.xml", "a.xml");
    assert_string_equal(play.findings.items[0].args[1], "signal 6");
    assert_told(&play, 1, FINDING_INPUTS_APART, "c.xml", "các tệp khác");
    assert_string_equal(play.findings.items[1].args[2], "other files");
    assert_whole((int64_t)play.left_out.count, 2);
    assert_whole((int64_t)play.said, 1);
    arena_release(&play.arena);
}

/* With nobody to blame the run cannot go on: it would fare as the trial did. */
static void what_no_file_is_to_blame_for_ends_the_run(void **state)
{
    struct play play = play_of();
    (void)state;
    play.bad[0] = "";
    assert_false(run(&play));
    assert_whole((int64_t)play.findings.count, 1);
    assert_told(&play, 0, FINDING_INPUTS_FAILED, NULL, "signal 6");
    assert_whole((int64_t)play.left_out.count, 0);
    assert_whole((int64_t)play.said, 0);
    play.harm = HANGS;
    assert_false(run(&play));
    assert_told(&play, 0, FINDING_INPUTS_FAILED, NULL, "quá --timeout");
    arena_release(&play.arena);
}

/* In a process of its own: a stop is for good. */
static int stopped(void)
{
    struct play play = play_of();
    stop_catch();
    play.bad[0] = "a.xml";
    play.harm = HANGS;
    play.stop = true;
    bool done = run(&play);
    bool well = !done && stop_signal() == SIGTERM && play.findings.count == 0 && play.left_out.count == 0;
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
        cmocka_unit_test(a_file_that_cannot_be_checked_against_others_is_left_out),
        cmocka_unit_test(what_no_file_is_to_blame_for_ends_the_run),
        cmocka_unit_test(a_stop_blames_nobody),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
