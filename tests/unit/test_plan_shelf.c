#include "../support/check.h"

#include "base/text.h"
#include "command/plan_shelf.h"

#define PLAN "tests/data/amended/ban-dau.xml"
#define AMENDMENT "tests/data/amended/sua-doi.xml"

static struct plan_shelf shelf_of(const struct fixture *fixture, size_t occupied)
{
    return (struct plan_shelf){ fixture->plan_schema, fixture->catalogue, false, occupied };
}

static const struct plan *shelved(struct fixture *fixture, struct plan_shelf *shelf, const char *path)
{
    const struct plan *plan = plan_shelf_read(shelf, file_at(fixture, path), &fixture->arena, &fixture->findings);
    assert_non_null(plan);
    return plan;
}

enum { FULL = 1 << 30 };

static void the_first_plans_are_kept_whole_and_then_only_heads(void **state)
{
    struct fixture *fixture = *state;
    struct plan_shelf shelf = shelf_of(fixture, 0);
    const struct plan *first = shelved(fixture, &shelf, PLAN);
    assert_false(first->head_only);
    assert_true(shelf.occupied > 0);
    shelf.occupied = FULL;
    const struct plan *head = shelved(fixture, &shelf, PLAN);
    assert_true(head->head_only);
    assert_whole((int64_t)shelf.occupied, FULL);
    assert_whole((int64_t)(head->table_count + head->target_count + head->source_count), 0);
    shelf.all_whole = true;
    assert_false(shelved(fixture, &shelf, PLAN)->head_only);
}

static void a_head_says_what_plans_are_held_against_each_other_by(void **state)
{
    struct fixture *fixture = *state;
    struct plan_shelf shelf = shelf_of(fixture, 0), full = shelf_of(fixture, FULL);
    const struct plan *plan = shelved(fixture, &shelf, AMENDMENT), *head = shelved(fixture, &full, AMENDMENT);
    assert_string_equal(head->id, plan->id);
    assert_string_equal(head->unit, plan->unit);
    assert_string_equal(head->place.file, AMENDMENT);
    assert_whole(head->place.line, plan->place.line);
    assert_whole(head->first_year, plan->first_year);
    assert_whole(head->last_year, plan->last_year);
    assert_true(text_equal(head->programme, plan->programme));
    assert_string_equal(head->decision.code_number.text, plan->decision.code_number.text);
    assert_string_equal(head->decision.plan_name, plan->decision.plan_name);
    assert_whole(date_cmp(head->decision.issued, plan->decision.issued), 0);
    assert_whole((int64_t)head->relation_count, 1);
    assert_string_equal(head->relations[0].plan, plan->relations[0].plan);
    assert_whole((int64_t)head->relations[0].repeal_count, (int64_t)plan->relations[0].repeal_count);
}

/* All cells of all rows, with their lines. */
static const char *cells_of(struct arena *arena, const struct plan *plan)
{
    struct text out = text_in(arena);
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            text_addf(&out, "%s:%ld %s %s\n", row->place.file, row->place.line, row->id, row->title);
            for (size_t f = 0; f < row->figure_count; f++)
                text_addf(&out, "  %d %s %lld\n", row->figures[f].year,
                          row->figures[f].source ? row->figures[f].source->id : "-", (long long)row->figures[f].dong);
        }
    return text_str(&out);
}

static void a_plan_that_is_read_again_is_the_one_that_was_read_whatever_became_of_its_file(void **state)
{
    struct fixture *fixture = *state;
    struct plan_shelf shelf = shelf_of(fixture, 0), full = shelf_of(fixture, FULL);
    struct slurp *file = file_at(fixture, PLAN);
    const char *path = temporary_file(fixture, file->data, file->length);
    const struct plan *plan = shelved(fixture, &shelf, path), *head = shelved(fixture, &full, path);
    assert_true(remove(path) == 0);
    struct arena own = ARENA_INIT;
    const struct plan *again = plan_shelf_whole(&full, head, &own);
    assert_false(again->head_only);
    assert_string_equal(cells_of(&own, again), cells_of(&own, plan));
    assert_true(strlen(cells_of(&own, plan)) > 100);
    assert_ptr_equal(plan_shelf_whole(&full, plan, &own), plan);
    arena_release(&own);
}

/* What is found in a plan of which only the head is kept outlives the rest of it. */
static void what_was_found_stays(void **state)
{
    struct fixture *fixture = *state;
    struct plan_shelf full = shelf_of(fixture, FULL);
    const char *text = plan_around(fixture, "<prose id=\"p\" where=\"II\" moneyUnit=\"million-dong\">"
                                            "<stated year=\"2031\">1</stated></prose>");
    const char *path = temporary_file(fixture, text, strlen(text));
    struct slurp *file = file_at(fixture, path);
    assert_null(plan_shelf_read(&full, file, &fixture->arena, &fixture->findings));
    assert_findings(fixture, "IN-025:2");
    assert_true(remove(path) == 0);
}

static void plans_that_others_or_results_speak_of_are_whole_again(void **state)
{
    struct fixture *fixture = *state;
    struct plan_shelf full = shelf_of(fixture, FULL);
    const struct plan *plans[] = { shelved(fixture, &full, PLAN), shelved(fixture, &full, AMENDMENT),
                                   shelved(fixture, &full, "input/decisions/dak-nong-2021-2025.xml"),
                                   shelved(fixture, &full, "input/decisions/dong-nai-2021-2025.xml") };
    struct results on = { .plan = plans[2]->id }, *documents[] = { &on };
    plan_shelf_restore(&full, plans, 4, &(struct results_list){ .items = documents, .count = 1 }, &fixture->arena);
    assert_false(plans[0]->head_only);
    assert_false(plans[1]->head_only);
    assert_false(plans[2]->head_only);
    assert_true(plans[3]->head_only);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, fixture_open, fixture_close)
        TEST(the_first_plans_are_kept_whole_and_then_only_heads),
        TEST(a_head_says_what_plans_are_held_against_each_other_by),
        TEST(a_plan_that_is_read_again_is_the_one_that_was_read_whatever_became_of_its_file),
        TEST(what_was_found_stays),
        TEST(plans_that_others_or_results_speak_of_are_whole_again),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
