#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <string.h>

#include "form/form_results.h"
#include "form/skeleton.h"

static void choices_are_found_by_their_words_alone(void **state)
{
    (void)state;
    assert_int_equal(form_choice(FORM_STATE, "Chưa có số liệu"), FORM_STATE_NOT_REPORTED);
    assert_int_equal(form_choice(FORM_STATUS, "Sơ bộ"), FORM_PROVISIONAL);
    assert_int_equal(form_choice(FORM_BASIS, "Lũy kế"), 1);
    assert_int_equal(form_choice(FORM_OP, "trong khoảng"), 7);
    assert_int_equal(form_choice(FORM_STATE, "chưa có số liệu"), -1);
    assert_int_equal(form_choice(FORM_STATE, ""), -1);
    assert_int_equal(form_choice(FORM_STATE, NULL), -1);
}

static void a_doubt_stands_before_its_line_and_changes_no_other(void **state)
{
    struct arena arena = ARENA_INIT;
    struct form_line lines[] = { { 0 }, { 0 }, { .doubt = "ô A1: hỏi lại" }, { 0 } };
    struct form_results results = { .text = "<results>\n  <money>\n    <disbursed>1</disbursed>\n  </money>\n</results>\n",
                                    .lines = lines,
                                    .line_count = 4 };
    (void)state;
    assert_string_equal(form_results_marked(&results, &arena),
                        "<results>\n  <money>\n    <?doubt ô A1: hỏi lại?>\n    <disbursed>1</disbursed>\n  </money>\n"
                        "</results>\n");
    lines[2].doubt = NULL;
    assert_string_equal(form_results_marked(&results, &arena), results.text);
    results.text = "no line end";
    lines[0].doubt = "x";
    assert_string_equal(form_results_marked(&results, &arena), "<?doubt x?>\nno line end");
    arena_release(&arena);
}

static void a_row_is_filled_by_open_cells_only(void **state)
{
    static const struct fill_in_column COLUMNS[] = { { "no", 5 }, { "value", 12 } };
    static const struct entry_rule RULE = { .type = ENTRY_NUMBER };
    struct arena arena = ARENA_INIT;
    struct fill_in_book *book = arena_alloc(&arena, 1, sizeof *book);
    struct fill_in_sheet *sheet = fill_in_add_sheet(book, FORM_TARGETS, COLUMNS, 2, &arena);
    struct fill_in_cell *cells = fill_in_add_row(sheet, "a1", &arena);
    (void)state;
    cells[0] = (struct fill_in_cell){ .kind = FILL_IN_KNOWN, .text = "1" };
    cells[1] = (struct fill_in_cell){ .kind = FILL_IN_ENTRY, .rule = &RULE };
    assert_false(form_row_is_filled(sheet, &sheet->rows[0]));
    cells[1].has_number = true; /* a zero is an answer */
    assert_true(form_row_is_filled(sheet, &sheet->rows[0]));
    assert_ptr_equal(form_entry(book, FORM_TARGETS, "a1", "value"), &cells[1]);
    assert_null(form_entry(book, FORM_TARGETS, "a2", "value"));
    assert_null(form_entry(book, FORM_MONEY, "a1", "value"));
    arena_release(&arena);
}

static void a_skeleton_of_a_plan_names_its_unit_and_years(void **state)
{
    struct arena arena = ARENA_INIT;
    const char *text = skeleton_plan("92", 2026, 2030, &arena);
    (void)state;
    assert_non_null(strstr(text, "unit=\"92\""));
    assert_non_null(strstr(text, "<period first=\"2026\" last=\"2030\"/>"));
    assert_non_null(strstr(text, "<?doubt "));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(choices_are_found_by_their_words_alone),
        cmocka_unit_test(a_doubt_stands_before_its_line_and_changes_no_other),
        cmocka_unit_test(a_row_is_filled_by_open_cells_only),
        cmocka_unit_test(a_skeleton_of_a_plan_names_its_unit_and_years),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
