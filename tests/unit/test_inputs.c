#include "../support/check.h"

#include "base/breadcrumb.h"
#include "command/inputs.h"

struct desk {
    struct arena arena;
    struct findings findings;
    struct library library;
    struct inputs inputs;
};

static int set_up(void **state)
{
    static struct desk desk;
    desk = (struct desk){ 0 };
    desk.findings = findings_in(&desk.arena);
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

static void assert_step(struct desk *desk, enum step step, const char *file)
{
    struct breadcrumb at = breadcrumb_read(&desk->arena);
    assert_whole(at.step, step);
    assert_string_equal(at.file, file);
}

#define PLAN_1 "input/decisions/dak-nong-2021-2025.xml"
#define PLAN_2 "input/decisions/dong-nai-2021-2025.xml"
#define RESULTS "input/examples/results/dak-nong-2021-2025-2023.xml"

/* Whatever goes wrong is the fault of the file that the last step names. */
static void each_part_of_the_work_ends_at_the_file_that_comes_last(void **state)
{
    struct desk *desk = *state;
    static const char *PATHS[] = { PLAN_1, PLAN_2, RESULTS };
    const struct job job = { .paths = PATHS, .path_count = 3 };
    assert_true(breadcrumb_lay());
    breadcrumb_begin(0);
    inputs_gather(&desk->inputs, &job, 3, &desk->arena, &desk->findings);
    assert_whole((int64_t)breadcrumb_count(), 0);
    inputs_read(&desk->inputs, &desk->library, &desk->arena, &desk->findings);
    assert_step(desk, STEP_ACROSS, RESULTS);
    inputs_check(&desk->inputs, &desk->arena, &desk->findings);
    assert_step(desk, STEP_ACROSS, PLAN_2);
    (void)inputs_chains(&desk->inputs, (struct date){ 0 }, (struct period){ 2023, 0, 0 }, &desk->arena);
    assert_step(desk, STEP_ACROSS, PLAN_2);
    breadcrumb_end();
}

static void what_is_left_out_is_neither_read_nor_forgotten(void **state)
{
    struct desk *desk = *state;
    static const char *PATHS[] = { PLAN_1, PLAN_2, RESULTS }, *OUT[] = { PLAN_1 };
    const struct file_list left_out = { .paths = OUT, .count = 1 };
    const struct job job = { .paths = PATHS, .path_count = 3, .left_out = &left_out };
    inputs_gather(&desk->inputs, &job, 3, &desk->arena, &desk->findings);
    inputs_read(&desk->inputs, &desk->library, &desk->arena, &desk->findings);
    assert_whole((int64_t)desk->inputs.count, 1);
    assert_string_equal(desk->inputs.plans[0]->place.file, PLAN_2);
    assert_null(inputs_file(&desk->inputs, PLAN_1));
    assert_non_null(inputs_file(&desk->inputs, PLAN_2));
    const struct refusals *refusals = &desk->inputs.refusals;
    assert_whole((int64_t)refusals->count, 1); /* its results are right */
    assert_string_equal(refusals->items[0].file, PLAN_1);
    assert_whole(refusals->items[0].concerns, CONCERNS_PLAN);
    assert_string_equal(refusals->items[0].plan, "dak-nong-2021-2025");
    assert_string_equal(refusals->items[0].unit, "67");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_part_of_the_work_ends_at_the_file_that_comes_last, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_is_left_out_is_neither_read_nor_forgotten, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
