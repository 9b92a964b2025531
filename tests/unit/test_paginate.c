#include "../support/sample_report.h"
#include "../support/scratch.h"
#include "base/text.h"
#include "report/page/paginate.h"
#include "report/wrap.h"

/* ---- making reports ---- */

static struct pages paginate_report(const struct report *report)
{
    struct pages pages;
    for (size_t i = 0; i < report->table_count; i++)
        table_measure(&report->tables[i], sample_metrics(), &arena);
    assert_true(paginate(&pages, report, sample_metrics(), &arena, &findings));
    return pages;
}

static struct pages paginate_in(struct table *tables, size_t count, bool is_one)
{
    struct report report = {
        .id = "r", .control_line = "Mã kiểm tra: 0a1b", .is_one = is_one, .tables = tables, .table_count = count
    };
    struct pages pages = paginate_report(&report);
    assert_true(findings.count == 0);
    return pages;
}

static struct pages paginate_tables(struct table *tables, size_t count)
{
    return paginate_in(tables, count, false);
}

static struct pages paginate_one(struct table *table)
{
    return paginate_tables(table, 1);
}

/* Rows "hàng 1", "hàng 2", ... under the head "Đầu". */
static struct table *numbered(size_t rows)
{
    struct table *table = sample_grid(&arena, rows + 1, 2);
    table->columns[0].width = MM(60);
    sample_text(table, 0, 0, "Đầu");
    for (size_t row = 1; row <= rows; row++)
        sample_text(table, row, 0, arena_printf(&arena, "hàng %zu", row));
    return table;
}

static void make_group(struct table *table, size_t row, unsigned level, const char *name)
{
    table->rows[row].role = ROLE_GROUP;
    table->rows[row].level = level;
    sample_text(table, row, 0, name);
}

static const char *many_lines(size_t count)
{
    struct text text = text_in(&arena);
    for (size_t i = 0; i < count; i++)
        text_addf(&text, "%sdòng%zu", i ? "\n" : "", i);
    return text_str(&text);
}

/* ---- looking at pages ---- */

static const struct mark *find_text(const struct page *page, const char *text)
{
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind == MARK_TEXT && mark->length == strlen(text) && memcmp(mark->text, text, mark->length) == 0)
            return mark;
    }
    return NULL;
}

static size_t count_text(const struct pages *pages, const char *text)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->count; i++)
        count += find_text(&pages->items[i], text) != NULL;
    return count;
}

/* The page that a text stands on; it must stand on one only. */
static size_t page_of(const struct pages *pages, const char *text)
{
    assert_true(count_text(pages, text) == 1);
    size_t page = 0;
    while (!find_text(&pages->items[page], text))
        page++;
    return page;
}

static size_t count_marks(const struct page *page, enum mark_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < page->mark_count; i++)
        count += page->marks[i].kind == kind;
    return count;
}

/* True if a rule passes through the point. */
static bool rule_at(const struct page *page, mpt x, mpt y)
{
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind == MARK_RULE && x >= mark->x && x <= mark->x + mark->width && y >= mark->y &&
            y <= mark->y + mark->height)
            return true;
    }
    return false;
}

/* ---- heads and numbers ---- */

static void puts_the_head_block_above_the_table(void **state)
{
    (void)state;
    struct table *table = numbered(1);
    table->annex = "Phụ lục I";
    table->title = "TỔNG HỢP";
    table->basis = "(Kèm theo)";
    table->unit = "Đơn vị tính: đồng";
    struct pages pages = paginate_one(table);
    const struct page *page = &pages.items[0];
    const struct mark *annex = find_text(page, "Phụ lục I"), *title = find_text(page, "TỔNG HỢP");
    const struct mark *basis = find_text(page, "(Kèm theo)"), *unit = find_text(page, "Đơn vị tính: đồng");
    const struct mark *head = find_text(page, "Đầu");
    assert_true(pages.count == 1);
    assert_true(annex->y < title->y && title->y < basis->y && basis->y < unit->y && unit->y < head->y);
    assert_true(annex->face == FACE_BOLD && annex->size == 14000);
    assert_true(basis->face == FACE_ITALIC && basis->size == 13000);
    /* centred and right-aligned between the margins */
    assert_in_range(annex->x + annex->width / 2, MARGIN_LEFT + 226000, MARGIN_LEFT + 228000);
    assert_true(unit->x + unit->width == PAGE_SHORT - MARGIN_RIGHT);
    mpt middle = MARGIN_LEFT + table_page_width(table) / 2;
    size_t crossed = 0; /* the short rule is the only thing between basis and unit line */
    for (mpt y = basis->y; y < unit->y - unit->size; y++)
        crossed += rule_at(page, middle, y);
    assert_true(crossed == 1);
}

static void begins_every_table_on_a_new_page(void **state)
{
    (void)state;
    struct table tables[2] = { *numbered(2), *numbered(2) };
    struct pages pages = paginate_tables(tables, 2);
    assert_true(pages.count == 2);
    assert_true(pages.items[0].table == 0 && pages.items[1].table == 1);
}

/* Two tables of a report, the second one with that many rows, below the first one with so many. */
static struct pages below(size_t above, size_t rows, struct table *tables)
{
    tables[0] = *numbered(above);
    tables[1] = *numbered(rows);
    tables[1].may_follow = true;
    tables[1].annex = "Biểu 2";
    return paginate_tables(tables, 2);
}

static void a_table_that_fits_follows_the_one_before(void **state)
{
    (void)state;
    struct table tables[2];
    struct pages pages = below(30, 8, tables);
    assert_true(pages.count == 1);
    assert_true(find_text(&pages.items[0], "Biểu 2")->y > find_text(&pages.items[0], "hàng 30")->y);
}

static void a_long_table_begins_below_a_short_one_only(void **state)
{
    (void)state;
    struct table tables[2];
    struct pages pages = below(3, 80, tables);
    assert_true(page_of(&pages, "Biểu 2") == 0 && pages.count > 1);
    assert_true(find_text(&pages.items[1], "2")); /* the page number goes on */
    pages = below(36, 80, tables);
    assert_true(page_of(&pages, "Biểu 2") == 1 && pages.items[1].table == 1 && pages.items[1].number == 1);
}

/* What was tried on the page before leaves nothing behind. */
static void a_table_taken_back_leaves_no_mark(void **state)
{
    (void)state;
    struct table tables[2];
    struct pages tried = below(36, 80, tables);
    size_t marks = tried.items[0].mark_count, bookmarks = tried.bookmark_count;
    tables[1].may_follow = false;
    struct pages plain = paginate_tables(tables, 2);
    assert_true(plain.items[0].mark_count == marks && plain.bookmark_count == bookmarks);
    assert_true(plain.count == tried.count);
}

static void paper_of_another_way_up_is_a_page_of_its_own(void **state)
{
    (void)state;
    struct table tables[2] = { *numbered(2), *numbered(2) };
    tables[1].may_follow = tables[1].landscape = true;
    assert_true(paginate_tables(tables, 2).count == 2);
}

/* A page with three lines of notes and nothing else was a page of no table. */
static void notes_stand_under_two_rows(void **state)
{
    (void)state;
    static const char *NOTES[] = { "ghi chú 1", "ghi chú 2", "ghi chú 3" };
    bool moved = false;
    for (size_t rows = 20; rows <= 60; rows++) {
        struct table *table = numbered(rows);
        table->notes = NOTES;
        table->note_count = 3;
        struct pages pages = paginate_one(table);
        const struct page *last = &pages.items[pages.count - 1];
        assert_non_null(find_text(last, "ghi chú 1"));
        assert_non_null(find_text(last, arena_printf(&arena, "hàng %zu", rows)));
        assert_non_null(find_text(last, arena_printf(&arena, "hàng %zu", rows - 1)));
        moved = moved || pages.count > 1;
    }
    assert_true(moved);
}

static void turns_the_paper_for_a_wide_table(void **state)
{
    (void)state;
    struct table *table = numbered(60);
    table->landscape = true;
    table->columns[1].width = MM(180);
    struct pages pages = paginate_one(table);
    assert_true(pages.count > 1);
    assert_true(pages.items[0].width == PAGE_LONG && pages.items[0].height == PAGE_SHORT);
}

static void tells_of_a_table_wider_than_its_page(void **state)
{
    (void)state;
    struct table *table = numbered(1);
    table->columns[1].width = MM(101);
    struct report report = { .tables = table, .table_count = 1 };
    struct pages pages;
    table_measure(table, sample_metrics(), &arena);
    assert_false(paginate(&pages, &report, sample_metrics(), &arena, &findings));
    assert_true(findings.count == 1 && findings.items[0].code == FINDING_COLUMN_TOO_WIDE);
}

static void repeats_the_table_head_on_every_page(void **state)
{
    (void)state;
    struct pages pages = paginate_one(numbered(180));
    assert_true(pages.count == 4);
    assert_true(count_text(&pages, "Đầu") == pages.count);
    const struct mark *head = find_text(&pages.items[1], "Đầu");
    assert_true(head->y < MARGIN_TOP + 16000);
}

static void does_not_repeat_a_head_that_fills_the_page(void **state)
{
    (void)state;
    struct table *table = numbered(3);
    sample_text(table, 0, 0, many_lines(100));
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 2);
    assert_true(count_text(&pages, "dòng0") == 1 && count_text(&pages, "dòng99") == 1);
    assert_true(page_of(&pages, "hàng 3") == 1);
}

static void numbers_pages_from_the_second_and_anew_for_each_table(void **state)
{
    (void)state;
    struct table tables[3] = { *numbered(80), *numbered(80), *numbered(80) };
    tables[1].continues = true; /* a further part of the first */
    struct pages pages = paginate_tables(tables, 3);
    static const unsigned EXPECTED[] = { 1, 2, 3, 4, 1, 2 };
    assert_true(pages.count == 6);
    for (size_t i = 0; i < pages.count; i++) {
        char number[8];
        snprintf(number, sizeof number, "%u", EXPECTED[i]);
        const struct mark *mark = find_text(&pages.items[i], number);
        assert_true(pages.items[i].number == EXPECTED[i]);
        assert_true((mark != NULL) == (EXPECTED[i] > 1));
        assert_true(!mark || (mark->y < MARGIN_TOP && mark->size == 13000));
    }
}

/* A page that has dropped out of the stack is put back by its number and the table that it names. */
static void numbers_run_through_a_report_and_its_pages_name_their_table(void **state)
{
    (void)state;
    struct table tables[3] = { *numbered(80), *numbered(80), *numbered(80) };
    tables[1].annex = "Biểu 1";
    tables[2].annex = "Biểu 1 (tiếp theo)"; /* a further part, under its own head */
    tables[2].continues = true;
    struct pages pages = paginate_in(tables, 3, true);
    static const char *const NAMED[] = { NULL, NULL, NULL, "Biểu 1 (tiếp theo)", NULL, "Biểu 1 (tiếp theo)" };
    assert_true(pages.count == 6);
    for (size_t i = 0; i < pages.count; i++) {
        const struct mark *number = find_text(&pages.items[i], arena_printf(&arena, "%zu", i + 1));
        const struct mark *named = find_text(&pages.items[i], "Biểu 1 (tiếp theo)");
        assert_true(pages.items[i].number == i + 1);
        assert_true((number != NULL && number->y < MARGIN_TOP) == (i > 0));
        assert_true((named != NULL && named->y < MARGIN_TOP) == (NAMED[i] != NULL));
    }
}

/* A try to begin a table below another that is taken back has counted pages. */
static void numbers_run_on_where_a_table_found_no_place_below_another(void **state)
{
    (void)state;
    struct table tables[2] = { *numbered(40), *numbered(80) };
    tables[1].may_follow = true;
    struct pages pages = paginate_in(tables, 2, true);
    for (size_t i = 0; i < pages.count; i++)
        assert_true(pages.items[i].number == i + 1);
}

static void puts_the_control_line_under_every_page(void **state)
{
    (void)state;
    struct pages pages = paginate_one(numbered(100));
    for (size_t i = 0; i < pages.count; i++) {
        const struct mark *foot = find_text(&pages.items[i], "Mã kiểm tra: 0a1b");
        assert_true(foot->y > PAGE_LONG - MARGIN_BOTTOM && foot->y < PAGE_LONG);
        assert_true(foot->size >= 10000);
    }
}

static void what_a_shade_means_stands_under_the_notes(void **state)
{
    (void)state;
    static const char *notes[] = { "Ghi chú của bảng." };
    struct table *table = numbered(3);
    table->notes = notes;
    table->note_count = 1;
    table->shade_note = "Ô có nền xám: số không khớp.";
    struct pages pages = paginate_one(table);
    const struct mark *note = find_text(&pages.items[0], notes[0]), *shade = find_text(&pages.items[0], table->shade_note);
    assert_true(shade && note && shade->y > note->y && shade->size == note->size);
}

static size_t count_warnings(const struct page *page)
{
    size_t count = 0;
    for (size_t i = 0; i < page->mark_count; i++)
        if (page->marks[i].kind == MARK_TEXT)
            count += strstr(arena_copy(&arena, page->marks[i].text, page->marks[i].length), "MINH HỌA") != NULL;
    return count;
}

static struct pages paginate_warning(struct table *tables, size_t count, bool is_one)
{
    return paginate_report(&(struct report){ .id = "r",
                                             .warning = "MINH HỌA",
                                             .control_line = "MINH HỌA – Mã: 1",
                                             .control_only = "Mã: 1",
                                             .is_one = is_one,
                                             .tables = tables,
                                             .table_count = count });
}

/* Of a report, or of annexes that are read alone: each page warns in its head or in its foot, and none in both. */
static void warns_once_on_every_page(bool is_one)
{
    struct table tables[2] = { *numbered(100), *numbered(100) };
    tables[0].basis = tables[1].basis = "(Số liệu năm 2025)\nMINH HỌA";
    struct pages pages = paginate_warning(tables, 2, is_one);
    size_t in_heads = 0;
    for (size_t i = 0; i < pages.count; i++) {
        const struct page *page = &pages.items[i];
        bool in_head = find_text(page, "MINH HỌA") != NULL;
        assert_whole((int64_t)count_warnings(page), 1);
        assert_non_null(find_text(page, in_head ? "Mã: 1" : "MINH HỌA – Mã: 1"));
        in_heads += in_head;
    }
    assert_whole((int64_t)in_heads, is_one ? 1 : 2);
    assert_non_null(find_text(&pages.items[0], "MINH HỌA"));
}

static void every_page_of_a_report_warns_once(void **state)
{
    (void)state;
    warns_once_on_every_page(true);
}

static void every_page_of_annexes_warns_once(void **state)
{
    (void)state;
    warns_once_on_every_page(false);
}

/* A basis of more lines than the first page has room for: the warning is at its end. */
static void a_page_that_the_warning_has_not_reached_has_it_in_its_foot(void **state)
{
    (void)state;
    struct table *table = numbered(3);
    table->basis = arena_printf(&arena, "%s\nMINH HỌA", many_lines(80));
    struct pages pages = paginate_warning(table, 1, false);
    assert_true(pages.count > 1);
    for (size_t i = 0; i < pages.count; i++)
        assert_true(count_warnings(&pages.items[i]) >= 1);
}

/* ---- which rows on which page ---- */

static void repeats_the_headings_of_groups_that_go_on(void **state)
{
    (void)state;
    struct table *table = numbered(80);
    make_group(table, 1, 0, "Nhóm");
    make_group(table, 2, 1, "Tiểu nhóm");
    sample_text(table, 1, 1, "999")->kind = CELL_NUMBER;
    for (size_t row = 3; row <= 80; row++)
        table->rows[row].level = 2;
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 2);
    assert_null(find_text(&pages.items[0], "Nhóm (tiếp theo)"));
    const struct mark *outer = find_text(&pages.items[1], "Nhóm (tiếp theo)");
    const struct mark *inner = find_text(&pages.items[1], "Tiểu nhóm (tiếp theo)");
    assert_non_null(outer);
    assert_non_null(inner);
    assert_true(outer->y < inner->y);
    assert_true(count_text(&pages, "999") == 1); /* figures are not shown twice */
}

static void does_not_repeat_the_heading_of_a_group_that_ended(void **state)
{
    (void)state;
    struct table *table = numbered(80);
    make_group(table, 1, 0, "Nhóm");
    table->rows[2].level = 1; /* the rest lies outside groups */
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 2);
    assert_true(count_text(&pages, "Nhóm (tiếp theo)") == 0);
}

/* How many rows of one line stand on the first page of such a table. */
static size_t rows_on_first_page(void)
{
    struct pages pages = paginate_one(numbered(100));
    size_t rows = 0;
    while (find_text(&pages.items[0], arena_printf(&arena, "hàng %zu", rows + 1)))
        rows++;
    return rows;
}

static void never_leaves_a_group_heading_at_the_foot(void **state)
{
    (void)state;
    size_t last = rows_on_first_page();
    struct table *table = numbered(100);
    make_group(table, last - 1, 0, "Nhóm");
    make_group(table, last, 1, "Tiểu nhóm");
    for (size_t row = last + 1; row <= 100; row++)
        table->rows[row].level = 2;
    struct pages pages = paginate_one(table);
    assert_true(page_of(&pages, "Nhóm") == 1);
    assert_true(page_of(&pages, "Tiểu nhóm") == 1);
    assert_true(page_of(&pages, arena_printf(&arena, "hàng %zu", last - 2)) == 0);
}

static void never_puts_a_total_alone_on_a_page(void **state)
{
    (void)state;
    size_t last = rows_on_first_page();
    struct table *table = numbered(last + 1);
    table->rows[last + 1].role = ROLE_TOTAL;
    struct pages pages = paginate_one(table);
    assert_true(page_of(&pages, arena_printf(&arena, "hàng %zu", last)) == 1);
    assert_true(page_of(&pages, arena_printf(&arena, "hàng %zu", last + 1)) == 1);
}

static void keeps_a_row_with_the_next_if_asked(void **state)
{
    (void)state;
    size_t last = rows_on_first_page();
    struct table *table = numbered(last + 1);
    table->rows[last].keep_with_next = true;
    struct pages pages = paginate_one(table);
    assert_true(page_of(&pages, arena_printf(&arena, "hàng %zu", last)) == 1);
}

static void keeps_rows_under_one_cell_together(void **state)
{
    (void)state;
    size_t last = rows_on_first_page();
    struct table *table = numbered(last + 3);
    sample_text(table, last, 1, "chung");
    sample_span(table, last, 1, 3, 1);
    struct pages pages = paginate_one(table);
    assert_true(page_of(&pages, arena_printf(&arena, "hàng %zu", last)) == 1);
    assert_true(page_of(&pages, "chung") == 1);
}

static void cuts_a_cell_over_more_rows_than_a_page_holds(void **state)
{
    (void)state;
    struct table *table = numbered(100);
    sample_text(table, 1, 1, many_lines(90));
    sample_span(table, 1, 1, 100, 1);
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 3);
    for (int line = 0; line < 90; line++)
        assert_true(count_text(&pages, arena_printf(&arena, "dòng%d", line)) == 1);
    assert_true(page_of(&pages, "dòng0") == 0 && page_of(&pages, "dòng89") == 1);
}

/* The repeated heading stands above the cell that goes on; the cell is no part of it. */
static void cuts_a_cell_that_begins_beside_a_group_heading(void **state)
{
    (void)state;
    struct table *table = numbered(100);
    make_group(table, 1, 0, "Nhóm");
    for (size_t row = 2; row <= 100; row++)
        table->rows[row].level = 1;
    sample_text(table, 1, 1, many_lines(90));
    sample_span(table, 1, 1, 100, 1);
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 3 && count_text(&pages, "Nhóm (tiếp theo)") == 2);
    for (int line = 0; line < 90; line++)
        assert_true(count_text(&pages, arena_printf(&arena, "dòng%d", line)) == 1);
}

/* Two boxes hold fewer whole lines than one of the same height: the last row must make up for it. */
static void grows_the_last_row_under_a_cell_that_was_cut(void **state)
{
    (void)state;
    struct table *table = numbered(48);
    sample_text(table, 1, 1, many_lines(59));
    sample_span(table, 1, 1, 48, 1);
    struct pages pages = paginate_one(table);
    assert_true(table->rows[48].height == wrap_height(table->font_size, 1));
    assert_true(pages.count == 2 && page_of(&pages, "hàng 48") == 1);
    for (int line = 0; line < 59; line++)
        assert_true(count_text(&pages, arena_printf(&arena, "dòng%d", line)) == 1);
}

static void cuts_a_row_taller_than_a_page_line_by_line(void **state)
{
    (void)state;
    struct table *table = numbered(3);
    sample_text(table, 2, 1, many_lines(150));
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 3);
    for (int line = 0; line < 150; line++)
        assert_true(count_text(&pages, arena_printf(&arena, "dòng%d", line)) == 1);
    assert_true(page_of(&pages, "hàng 1") == 0 && page_of(&pages, "dòng0") == 0);
    assert_true(page_of(&pages, "hàng 2") == 0);
    assert_true(page_of(&pages, "hàng 3") == 2 && page_of(&pages, "dòng149") == 2);
}

static void moves_a_tall_row_that_fits_a_page_whole(void **state)
{
    (void)state;
    struct table *table = numbered(30);
    sample_text(table, 30, 1, many_lines(40));
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 2);
    assert_true(page_of(&pages, "dòng0") == 1 && page_of(&pages, "dòng39") == 1);
}

/* Ten rows fill a fourth of the page; the row after them would fit a page of its own. */
static void cuts_a_tall_row_rather_than_leave_half_a_page_empty(void **state)
{
    (void)state;
    struct table *table = numbered(12);
    sample_text(table, 11, 1, many_lines(45));
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 2);
    assert_true(page_of(&pages, "dòng0") == 0 && page_of(&pages, "dòng30") == 0 && page_of(&pages, "dòng44") == 1);
    for (int line = 0; line < 45; line++)
        assert_true(count_text(&pages, arena_printf(&arena, "dòng%d", line)) == 1);
}

static void leaves_the_head_with_its_first_row(void **state)
{
    (void)state;
    struct table *table = numbered(2);
    table->title = many_lines(30);
    table->unit = "Đơn vị tính: đồng";
    sample_text(table, 1, 1, many_lines(53));
    struct pages pages = paginate_one(table);
    assert_true(page_of(&pages, "dòng44") == 1);
    assert_true(page_of(&pages, "Đầu") == 1 && page_of(&pages, "Đơn vị tính: đồng") == 1);
}

static void sets_the_notes_under_the_table_and_lets_them_run_on(void **state)
{
    (void)state;
    const char *notes[200];
    for (int i = 0; i < 200; i++)
        notes[i] = arena_printf(&arena, "ghi chú %d", i);
    struct table *table = numbered(2);
    table->notes = notes;
    table->note_count = 200;
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 4);
    for (int i = 0; i < 200; i++)
        assert_true(count_text(&pages, notes[i]) == 1);
    assert_true(count_text(&pages, "Đầu") == 1);
}

/* ---- drawing ---- */

static void draws_no_border_inside_a_cell(void **state)
{
    (void)state;
    struct table *table = numbered(4);
    sample_text(table, 1, 0, "khối");
    sample_text(table, 2, 0, NULL)->kind = CELL_EMPTY;
    sample_span(table, 1, 0, 2, 2);
    struct pages pages = paginate_one(table);
    const struct page *page = &pages.items[0];
    mpt row = wrap_height(table->font_size, 1), total = table->columns[0].width + table->columns[1].width;
    mpt left = MARGIN_LEFT + (table_page_width(table) - total) / 2, top = MARGIN_TOP + row;
    mpt middle = left + table->columns[0].width;
    assert_true(rule_at(page, middle, top - row / 2));      /* in the head */
    assert_false(rule_at(page, middle, top + row / 2));     /* between the columns of the block */
    assert_false(rule_at(page, left + 1000, top + row));    /* between its rows */
    assert_true(rule_at(page, left, top + row));            /* around it */
    assert_true(rule_at(page, left + total, top + row));
    assert_true(rule_at(page, left + 1000, top));
    assert_true(rule_at(page, left + 1000, top + 2 * row));
    assert_true(rule_at(page, middle, top + 5 * row / 2));  /* below it */
}

static void fills_a_marked_cell(void **state)
{
    (void)state;
    struct table *table = numbered(2);
    sample_text(table, 1, 1, "[…]")->marked = true;
    struct pages pages = paginate_one(table);
    assert_true(count_marks(&pages.items[0], MARK_FILL) == 1);
}

static void puts_commas_under_each_other(void **state)
{
    (void)state;
    static const char *const NUMBERS[] = { "1.924,5", "80", "-", "1.234,25", "7 đồng" };
    static const struct dec VALUES[] = { { 19245, 1 }, { 80, 0 }, { 0, 0 }, { 123425, 2 }, { 7, 0 } };
    struct table *table = numbered(5);
    table->columns[1].width = MM(40);
    for (size_t i = 0; i < 5; i++)
        sample_number(table, i + 1, 1, &arena, VALUES[i].units, VALUES[i].scale);
    sample_format(table_cell(table, 5, 1), &arena, (struct numfmt){ .suffix = "đồng" });
    struct pages pages = paginate_one(table);
    /* what stands behind the integer digits, in characters of 5.5 pt */
    static const int TAILS[] = { 2, 0, 0, 3, 5 };
    mpt comma = 0;
    for (size_t i = 0; i < 5; i++) {
        const struct mark *mark = find_text(&pages.items[0], NUMBERS[i]);
        mpt here = mark->x + mark->width - TAILS[i] * 5500;
        if (i > 0)
            assert_true(here == comma);
        comma = here;
    }
}

static void centres_head_cells_from_top_to_bottom(void **state)
{
    (void)state;
    struct table *table = numbered(1);
    sample_text(table, 0, 1, "a\nb\nc");
    sample_text(table, 1, 1, "x\ny\nz");
    struct pages pages = paginate_one(table);
    const struct page *page = &pages.items[0];
    assert_true(find_text(page, "Đầu")->y == find_text(page, "b")->y);
    assert_true(find_text(page, "hàng 1")->y == find_text(page, "x")->y);
}

static void records_bookmarks_of_tables_and_rows(void **state)
{
    (void)state;
    struct table *table = numbered(100);
    table->bookmark = "Phụ lục I";
    table->rows[1].bookmark = "Nhóm I";
    table->rows[90].bookmark = "Nhóm II";
    struct pages pages = paginate_one(table);
    assert_true(pages.bookmark_count == 3);
    assert_string_equal(pages.bookmarks[0].title, "Phụ lục I");
    assert_true(pages.bookmarks[0].level == 0 && pages.bookmarks[0].page == 0);
    assert_true(pages.bookmarks[1].level == 1 && pages.bookmarks[1].page == 0);
    assert_string_equal(pages.bookmarks[2].title, "Nhóm II");
    assert_true(pages.bookmarks[2].page == page_of(&pages, "hàng 90"));
    assert_true(pages.bookmarks[2].y > MARGIN_TOP);
}

/* Number and time of signing go there, on the first page of a file only. */
static void keeps_room_for_signing_on_the_first_page(void **state)
{
    (void)state;
    struct table *tables = numbered(60);
    tables->annex = "Phụ lục I";
    struct report report = { .id = "r", .tables = tables, .table_count = 1 };
    struct pages plain, pages;
    table_measure(tables, sample_metrics(), &arena);
    assert_true(paginate(&plain, &report, sample_metrics(), &arena, &findings));
    report.sign_room = true;
    assert_true(paginate(&pages, &report, sample_metrics(), &arena, &findings));
    const struct mark *before = find_text(&plain.items[0], "Phụ lục I"), *after = find_text(&pages.items[0], "Phụ lục I");
    assert_true(after->y - before->y == MM(14));
    for (size_t i = 0; i < pages.items[0].mark_count; i++) {
        const struct mark *mark = &pages.items[0].marks[i];
        mpt top = mark->kind == MARK_TEXT ? mark->y - mark->size * 9 / 10 : mark->y;
        assert_true(top >= MARGIN_TOP + MM(14));
    }
    assert_true(find_text(&pages.items[1], "Đầu")->y == find_text(&plain.items[1], "Đầu")->y);
}

/* ---- blocks ---- */

static bool centred(const struct mark *mark, mpt left, mpt right)
{
    mpt off = mark->x + mark->width / 2 - (left + right) / 2;
    return off >= -2 && off <= 2;
}

/* The width between the margins is 453.543 pt: the left side ends at 40 % of it. */
static void puts_a_cover_before_all_tables(void **state)
{
    (void)state;
    struct report report = { .id = "r", .cover = sample_cover(), .tables = numbered(1), .table_count = 1 };
    struct pages pages = paginate_report(&report);
    const struct page *page = &pages.items[0];
    const struct mark *organ = find_text(page, "UBND TỈNH"), *motto = find_text(page, "Độc lập");
    const struct mark *number = find_text(page, "Số: 01/QĐ-UBND"), *day = find_text(page, "ngày 02 tháng 3 năm 2020");
    const struct mark *type = find_text(page, "QUYẾT ĐỊNH");
    mpt split = MARGIN_LEFT + 181417, right = PAGE_SHORT - MARGIN_RIGHT;
    assert_true(pages.count == 2 && page->table == NO_TABLE && pages.items[1].table == 0);
    assert_true(organ->y == motto->y && number->y == day->y && number->y > organ->y && type->y > number->y);
    assert_true(centred(organ, MARGIN_LEFT, split) && centred(number, MARGIN_LEFT, split));
    assert_true(centred(motto, split, right) && centred(day, split, right) && centred(type, MARGIN_LEFT, right));
    assert_true(count_marks(page, MARK_RULE) == 2);
    /* 9 characters of 6 pt, 40 % of them; 7 characters of 6 pt, all of them */
    assert_true(page->marks[1].kind == MARK_RULE && page->marks[1].width == 21600 && page->marks[1].y > organ->y);
    assert_true(page->marks[3].kind == MARK_RULE && page->marks[3].width == 42000 && page->marks[3].x == motto->x);
    assert_string_equal(pages.bookmarks[0].title, "Trang đầu");
    assert_true(find_text(&pages.items[1], "2") == NULL);
}

/* The page that has both ends of the signature, and where it begins. */
static const struct page *signed_page(const struct pages *pages)
{
    assert_true(count_text(pages, "Nguyễn Văn A") == 1);
    size_t page = page_of(pages, "KT. CHỦ TỊCH");
    assert_true(page == pages->count - 1 && page_of(pages, "Nguyễn Văn A") == page);
    return &pages->items[page];
}

static size_t rows_on(const struct page *page, size_t rows)
{
    size_t count = 0;
    for (size_t row = 1; row <= rows; row++)
        count += find_text(page, arena_printf(&arena, "hàng %zu", row)) != NULL;
    return count;
}

/* One or two rows alone on a further page look as if they had been forgotten. */
static void ends_with_three_rows(void **state)
{
    (void)state;
    static const char *NOTES[] = { "ghi chú 1", "ghi chú 2" };
    enum { SHORT = 20, LONG = 100 };
    size_t balanced = 0, one_page = rows_on_first_page();
    for (size_t rows = SHORT; rows <= LONG; rows++) {
        struct table *table = numbered(rows);
        table->notes = NOTES;
        table->note_count = rows % 2 ? 2 : 0;
        struct pages pages = paginate_one(table);
        size_t last = rows_on(&pages.items[pages.count - 1], rows);
        assert_true(last >= 3);
        balanced += !table->note_count && pages.count == 2 && rows < one_page + 3 && last == 3;
        for (size_t row = 1; row <= rows; row++)
            assert_true(count_text(&pages, arena_printf(&arena, "hàng %zu", row)) == 1);
    }
    assert_true(balanced >= 1);
}

/* What does not leave three rows here, or three rows there with what goes below them, stays as it is. */
static void three_rows_need_their_room(void **state)
{
    (void)state;
    struct table *table = numbered(3);
    for (size_t row = 1; row <= 3; row++)
        sample_text(table, row, 1, many_lines(22)); /* two of them fill a page */
    struct pages pages = paginate_one(table);
    assert_true(pages.count == 2);
    assert_true(page_of(&pages, "hàng 2") == 0 && page_of(&pages, "hàng 3") == 1);
}

/* A table of four or five rows is not cut where it would stand whole on a page of its own. */
static void a_short_table_is_not_cut_below_another(void **state)
{
    (void)state;
    enum { MOST = 30 };
    for (size_t above = 1; above <= MOST; above++) {
        struct table tables[2];
        tables[0] = *numbered(above);
        tables[1] = *numbered(5);
        for (size_t row = 1; row <= 5; row++)
            sample_text(&tables[1], row, 1, many_lines(8));
        tables[1].may_follow = true;
        tables[1].annex = "Biểu 2";
        struct pages pages = paginate_tables(tables, 2);
        size_t begins = page_of(&pages, "Biểu 2");
        assert_true(begins == pages.count - 1);
    }
}

static void puts_the_signature_on_the_right_half(void **state)
{
    (void)state;
    struct table *table = numbered(1);
    table->signature = sample_signature();
    struct pages pages = paginate_one(table);
    const struct page *page = signed_page(&pages);
    const struct mark *authority = find_text(page, "KT. CHỦ TỊCH"), *name = find_text(page, "Nguyễn Văn A");
    mpt right = PAGE_SHORT - MARGIN_RIGHT, middle = (MARGIN_LEFT + right) / 2;
    assert_true(centred(authority, middle, right) && centred(name, middle, right));
    assert_true(name->y - authority->y > 70000);
}

/* Whatever the number of rows: whole on the last page, with two rows before it. */
static void never_leaves_a_signature_alone(void **state)
{
    (void)state;
    bool moved = false;
    for (size_t rows = 2; rows <= 100; rows++) {
        struct table *table = numbered(rows);
        size_t plain = paginate_one(table).count;
        table->signature = sample_signature();
        struct pages pages = paginate_one(table);
        assert_true(rows_on(signed_page(&pages), rows) >= 2);
        assert_true(count_text(&pages, arena_printf(&arena, "hàng %zu", rows)) == 1);
        moved = moved || pages.count > plain;
    }
    assert_true(moved);
}

static void two_lines_of_notes_go_with_the_signature(void **state)
{
    (void)state;
    static const char *NOTES[] = { "ghi chú 1", "ghi chú 2", "ghi chú 3", "ghi chú 4",  "ghi chú 5", "ghi chú 6",
                                   "ghi chú 7", "ghi chú 8", "ghi chú 9", "ghi chú 10", "ghi chú x", "ghi chú y" };
    enum { COUNT = sizeof NOTES / sizeof *NOTES };
    bool split = false;
    for (size_t rows = 20; rows <= 60; rows++) {
        struct table *table = numbered(rows);
        table->notes = NOTES;
        table->note_count = COUNT;
        table->signature = sample_signature();
        struct pages pages = paginate_one(table);
        const struct page *page = signed_page(&pages);
        assert_true(find_text(page, "ghi chú x") && find_text(page, "ghi chú y"));
        split = split || !find_text(page, "ghi chú 1");
    }
    assert_true(split);
}

/* A single row as high as the page is cut, so that two of its lines stand over the signature. */
static void cuts_a_row_for_the_signature(void **state)
{
    (void)state;
    struct table *table = numbered(1);
    sample_text(table, 1, 1, many_lines(53));
    table->signature = sample_signature();
    struct pages pages = paginate_one(table);
    const struct page *page = signed_page(&pages);
    assert_true(pages.count == 2);
    assert_true(find_text(page, "dòng51") && find_text(page, "dòng52") && !find_text(page, "dòng50"));
}

static void a_link_leads_to_the_page_and_place_of_its_row(void **state)
{
    (void)state;
    struct table tables[2] = { *numbered(1), *numbered(100) };
    const struct link to = { &tables[1], { 90, 1 } };
    table_cell(&tables[0], 1, 0)->link = &to;
    struct report report = { .id = "r", .tables = tables, .table_count = 2 };
    struct pages pages = paginate_report(&report);
    struct spot spot;
    mpt x;
    assert_true(pages.items[0].link_count == 1 && pages.items[0].links[0].to == &to);
    const struct page_link *area = &pages.items[0].links[0];
    const struct mark *from = find_text(&pages.items[0], "hàng 1");
    assert_in_range(from->x, area->x, area->x + area->width);
    assert_in_range(from->y, area->y, area->y + area->height);
    assert_true(page_target(&pages, &report, &to, &spot, &x));
    assert_true(spot.page == page_of(&pages, "hàng 90"));
    const struct mark *row = find_text(&pages.items[spot.page], "hàng 90");
    assert_in_range(row->y - spot.y, 11000, 14000);
    assert_true(x - (row->x - CELL_PADDING_X) == MM(60));
    report.table_count = 1;
    assert_false(page_target(&pages, &report, &to, &spot, &x));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(puts_the_head_block_above_the_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(begins_every_table_on_a_new_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_room_for_signing_on_the_first_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(puts_a_cover_before_all_tables, set_up, tear_down),
        cmocka_unit_test_setup_teardown(puts_the_signature_on_the_right_half, set_up, tear_down),
        cmocka_unit_test_setup_teardown(never_leaves_a_signature_alone, set_up, tear_down),
        cmocka_unit_test_setup_teardown(two_lines_of_notes_go_with_the_signature, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cuts_a_row_for_the_signature, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_link_leads_to_the_page_and_place_of_its_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_table_that_fits_follows_the_one_before, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_long_table_begins_below_a_short_one_only, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_table_taken_back_leaves_no_mark, set_up, tear_down),
        cmocka_unit_test_setup_teardown(paper_of_another_way_up_is_a_page_of_its_own, set_up, tear_down),
        cmocka_unit_test_setup_teardown(notes_stand_under_two_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(ends_with_three_rows, set_up, tear_down),
        cmocka_unit_test_setup_teardown(three_rows_need_their_room, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_short_table_is_not_cut_below_another, set_up, tear_down),
        cmocka_unit_test_setup_teardown(turns_the_paper_for_a_wide_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(tells_of_a_table_wider_than_its_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repeats_the_table_head_on_every_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(does_not_repeat_a_head_that_fills_the_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_pages_from_the_second_and_anew_for_each_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_run_through_a_report_and_its_pages_name_their_table, set_up, tear_down),
        cmocka_unit_test_setup_teardown(numbers_run_on_where_a_table_found_no_place_below_another, set_up, tear_down),
        cmocka_unit_test_setup_teardown(puts_the_control_line_under_every_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(what_a_shade_means_stands_under_the_notes, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_page_of_a_report_warns_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(every_page_of_annexes_warns_once, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_page_that_the_warning_has_not_reached_has_it_in_its_foot, set_up, tear_down),
        cmocka_unit_test_setup_teardown(repeats_the_headings_of_groups_that_go_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(does_not_repeat_the_heading_of_a_group_that_ended, set_up, tear_down),
        cmocka_unit_test_setup_teardown(never_leaves_a_group_heading_at_the_foot, set_up, tear_down),
        cmocka_unit_test_setup_teardown(never_puts_a_total_alone_on_a_page, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_a_row_with_the_next_if_asked, set_up, tear_down),
        cmocka_unit_test_setup_teardown(keeps_rows_under_one_cell_together, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cuts_a_cell_over_more_rows_than_a_page_holds, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cuts_a_cell_that_begins_beside_a_group_heading, set_up, tear_down),
        cmocka_unit_test_setup_teardown(grows_the_last_row_under_a_cell_that_was_cut, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cuts_a_row_taller_than_a_page_line_by_line, set_up, tear_down),
        cmocka_unit_test_setup_teardown(moves_a_tall_row_that_fits_a_page_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(cuts_a_tall_row_rather_than_leave_half_a_page_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(leaves_the_head_with_its_first_row, set_up, tear_down),
        cmocka_unit_test_setup_teardown(sets_the_notes_under_the_table_and_lets_them_run_on, set_up, tear_down),
        cmocka_unit_test_setup_teardown(draws_no_border_inside_a_cell, set_up, tear_down),
        cmocka_unit_test_setup_teardown(fills_a_marked_cell, set_up, tear_down),
        cmocka_unit_test_setup_teardown(puts_commas_under_each_other, set_up, tear_down),
        cmocka_unit_test_setup_teardown(centres_head_cells_from_top_to_bottom, set_up, tear_down),
        cmocka_unit_test_setup_teardown(records_bookmarks_of_tables_and_rows, set_up, tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
