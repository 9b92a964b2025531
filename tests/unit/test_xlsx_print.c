/* Where the pages of a sheet end. A4 upright holds 604 pixels across and 971 down, of which 951 are filled. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include <stdlib.h>
#include <unistd.h>

#include "render/xlsx/xlsx_print.h"

enum { ROW = 75000 /* 100 pixels */, WIDTH = 600 };

struct fixture {
    struct arena arena;
    struct book book;
    struct xlsx_rows rows;
    char folder[64];
    const char *path;
};

static int set_up(void **state)
{
    static struct fixture fixture;
    fixture = (struct fixture){ .folder = "/tmp/phuluc-print-XXXXXX" };
    if (!mkdtemp(fixture.folder))
        return -1;
    fixture.path = arena_printf(&fixture.arena, "%s/a.xlsx", fixture.folder);
    fixture.book = (struct book){ .workbook = workbook_new(fixture.path), .arena = &fixture.arena };
    fixture.rows = (struct xlsx_rows){ .book = &fixture.book, .sheet = book_sheet(&fixture.book, "Biểu 1") };
    *state = &fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    lxw_workbook_free(fixture->book.workbook);
    unlink(fixture->path);
    rmdir(fixture->folder);
    arena_release(&fixture->arena);
    return 0;
}

/* A sheet of so many rows of 100 pixels, the first of which is the head. */
static struct xlsx_print rows_of(struct fixture *fixture, unsigned count, unsigned width)
{
    for (unsigned row = 0; row < count; row++)
        xlsx_set_height(&fixture->rows, row, ROW, 0);
    return (struct xlsx_print){ .width = width, .last_column = 1, .size = 12 * MPT_PER_PT, .footer = "",
                                .area = { .head = 0, .data = 1, .end = count, .last = count - 1 } };
}

/* The first rows of the pages after the first one; none at the end. */
static void assert_pages(struct fixture *fixture, const struct xlsx_print *print, const unsigned *wanted)
{
    xlsx_set_print(&fixture->rows, print);
    const lxw_worksheet *sheet = fixture->rows.sheet;
    unsigned count = 0;
    for (; wanted[count]; count++) {
        assert_true(count < sheet->hbreaks_count);
        assert_int_equal(sheet->hbreaks[count], wanted[count]);
    }
    assert_int_equal(sheet->hbreaks_count, count);
}

static void what_fits_a_page_has_no_break(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 9, WIDTH);
    assert_pages(fixture, &print, (const unsigned[]){ 0 });
    assert_int_equal(fixture->rows.sheet->fit_height, 0);
}

/* 9 rows on the first page, and 8 under the repeated head. */
static void pages_end_where_they_are_full(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 20, WIDTH);
    assert_pages(fixture, &print, (const unsigned[]){ 9, 17, 0 });
}

/* At 50 percent a page holds 1902 pixels. */
static void a_wide_sheet_has_more_rows_on_a_page(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 30, 1200);
    assert_pages(fixture, &print, (const unsigned[]){ 19, 0 });
}

/* 1000 pixels would need 97 percent; 12 points are still 11,6. */
static void a_sheet_hardly_longer_than_a_page_is_fitted_to_it(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 10, WIDTH);
    assert_pages(fixture, &print, (const unsigned[]){ 0 });
    assert_int_equal(fixture->rows.sheet->fit_height, 1);
}

static void small_type_is_not_made_smaller(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 10, WIDTH);
    print.size = 9 * MPT_PER_PT;
    assert_pages(fixture, &print, (const unsigned[]){ 9, 0 });
    assert_int_equal(fixture->rows.sheet->fit_height, 0);
}

static void what_is_whole_goes_to_the_next_page(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 14, WIDTH);
    xlsx_keep(&fixture->rows, 6, 13, GLUE_WHOLE); /* rows 5 to 12 */
    assert_pages(fixture, &print, (const unsigned[]){ 5, 13, 0 });
}

/* A heading at the end of a page stays with what follows, but a chart that no page holds is cut. */
static void the_weakest_glue_gives_way(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 16, WIDTH);
    xlsx_keep(&fixture->rows, 1, 16, GLUE_WHOLE);
    fixture->rows.items[7].glue = GLUE_HEADING;
    assert_pages(fixture, &print, (const unsigned[]){ 7, 15, 0 });
}

static void a_cell_over_many_rows_leaves_no_page_half_empty(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 16, WIDTH);
    xlsx_keep(&fixture->rows, 3, 16, GLUE_SPAN);
    assert_pages(fixture, &print, (const unsigned[]){ 9, 0 });
}

static void the_rest_of_the_last_page_is_known(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 12, WIDTH); /* 9 rows, then the head and 3 */
    assert_int_equal(xlsx_page_left(&fixture->rows, &print), 951 - 100 - 300);
    assert_int_equal(xlsx_page_room(&fixture->rows, &print), 951 - 100);
}

static void a_sheet_too_wide_for_upright_paper_lies(void **state)
{
    (void)state;
    assert_false(xlsx_is_landscape(false, 604));
    assert_false(xlsx_is_landscape(false, 800));
    assert_true(xlsx_is_landscape(false, 820));
    assert_true(xlsx_is_landscape(true, 604));
}

/* At 95 percent (634 pixels and 2) a page has 1001 pixels, ten rows, then nine below the head; at 93 it has 1022. */
static void rows_that_fill_their_pages_leave_the_scale(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 19, 633);
    assert_pages(fixture, &print, (const unsigned[]){ 10, 0 });
    assert_int_equal(fixture->rows.sheet->print_scale, 95);
}

static void a_row_left_over_makes_the_scale_a_little_smaller(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 19, 633);
    for (unsigned row = 0; row < 19; row++)
        xlsx_set_height(&fixture->rows, row, 76500, 0); /* 102 pixels: nine rows at 95 percent, ten at 93 */
    assert_pages(fixture, &print, (const unsigned[]){ 10, 0 });
    assert_int_equal(fixture->rows.sheet->print_scale, 93);
}

/* 660 pixels and one for each of two columns print at 91 percent, 680 at 88; tight columns need half a pixel each. */
static void a_sheet_that_would_be_small_is_known(void **state)
{
    struct fixture *fixture = *state;
    struct xlsx_print print = rows_of(fixture, 2, 660);
    assert_false(xlsx_is_small(&print));
    print.width = 680;
    assert_true(xlsx_is_small(&print));
    print.width = 670;
    assert_true(xlsx_is_small(&print));
    print.is_tight = true;
    assert_false(xlsx_is_small(&print));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_fits_a_page_has_no_break),
        TEST(pages_end_where_they_are_full),
        TEST(a_wide_sheet_has_more_rows_on_a_page),
        TEST(a_sheet_hardly_longer_than_a_page_is_fitted_to_it),
        TEST(small_type_is_not_made_smaller),
        TEST(what_is_whole_goes_to_the_next_page),
        TEST(the_weakest_glue_gives_way),
        TEST(a_cell_over_many_rows_leaves_no_page_half_empty),
        TEST(the_rest_of_the_last_page_is_known),
        TEST(a_sheet_too_wide_for_upright_paper_lies),
        TEST(rows_that_fill_their_pages_leave_the_scale),
        TEST(a_row_left_over_makes_the_scale_a_little_smaller),
        TEST(a_sheet_that_would_be_small_is_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
