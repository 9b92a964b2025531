#include "../support/check.h"

#include "base/text.h"
#include "command/inputs.h"

/* Names of files in the order in which they were told; NULL is " together". */
struct told {
    struct text text;
};

static void keep(void *context, const char *file)
{
    struct told *told = context;
    text_addf(&told->text, " %s", file ? file : "together");
}

struct desk {
    struct arena arena;
    struct findings findings;
    struct library library;
    struct inputs inputs;
    struct told told;
    struct follower follower;
};

static int set_up(void **state)
{
    static struct desk desk;
    desk = (struct desk){ .told = { text_in(&desk.arena) }, .follower = { keep, &desk.told } };
    desk.findings = findings_in(&desk.arena);
    desk.inputs.follower = &desk.follower;
    struct places places = find_places("templates", NULL, &desk.arena);
    *state = &desk;
    return load_library(&desk.library, &places, false, &desk.arena, &desk.findings) ? 0 : -1;
}

static int tear_down(void **state)
{
    struct desk *desk = *state;
    release_library(&desk->library);
    arena_release(&desk->arena);
    return 0;
}

static void assert_told(struct desk *desk, const char *expected)
{
    assert_string_equal(text_str(&desk->told.text), expected);
    desk->told.text = text_in(&desk->arena);
}

#define PLAN_1 " input/decisions/dak-nong-2021-2025.xml"
#define PLAN_2 " input/decisions/dong-nai-2021-2025.xml"
#define RESULTS " input/examples/results/dak-nong-2021-2025-2023.xml"

/* Whatever goes wrong afterwards is that file's fault: nothing is done with a document before its file is told. */
static void who_follows_knows_which_file_is_at_work(void **state)
{
    struct desk *desk = *state;
    static const char *PATHS[] = { "input/decisions/dak-nong-2021-2025.xml", "input/decisions/dong-nai-2021-2025.xml",
                                   "input/examples/results/dak-nong-2021-2025-2023.xml" };
    inputs_gather(&desk->inputs, PATHS, 3, &desk->arena, &desk->findings);
    assert_told(desk, "");
    inputs_read(&desk->inputs, &desk->library, &desk->arena, &desk->findings);
    assert_told(desk, PLAN_1 PLAN_2 RESULTS " together" /* how plans are linked */ RESULTS " together" /* results */);
    inputs_check(&desk->inputs, &desk->arena, &desk->findings);
    assert_told(desk, PLAN_1 PLAN_2 " together");
    (void)inputs_chains(&desk->inputs, (struct date){ 0 }, (struct period){ 2023, 0 }, &desk->arena);
    assert_told(desk, PLAN_1 PLAN_2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(who_follows_knows_which_file_is_at_work, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
