/* Whatever the table: every row stands on its pages once, in order, inside the margins. */
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <cmocka.h>

#include "../support/sample_report.h"
#include "base/text.h"
#include "report/page/paginate.h"
#include "report/wrap.h"

static struct arena arena;

static uint32_t seed = 1364;

static uint32_t draw(uint32_t below)
{
    seed = seed * 1664525u + 1013904223u;
    return (seed >> 8) % below;
}

/* Words "r3c1w0r ..." that occur once in the table, so that each can be found again. */
static const char *words(size_t row, size_t column, unsigned count)
{
    struct text text = text_in(&arena);
    for (unsigned i = 0; i < count; i++)
        text_addf(&text, "%sr%zuc%zuw%ur", i ? " " : "", row, column, i);
    return text_str(&text);
}

static struct table *random_table(void)
{
    size_t rows = 2 + draw(70), columns = 2 + draw(3);
    struct table *table = sample_grid(&arena, rows, columns);
    bool tall = draw(4) == 0;
    for (size_t column = 0; column < columns; column++)
        table->columns[column].width = MM(30);
    if (draw(2))
        table->title = "BẢNG";
    for (size_t row = 1; row < rows; row++) {
        static const enum row_role ROLES[] = { ROLE_BODY, ROLE_BODY, ROLE_BODY, ROLE_GROUP, ROLE_TOTAL };
        table->rows[row].role = ROLES[draw(5)];
        table->rows[row].level = draw(3);
        for (size_t column = 0; column < columns; column++) {
            unsigned down = 1 + draw(3) * (draw(6) == 0), right = 1 + (draw(8) == 0);
            unsigned count = tall && draw(40) == 0 ? 300 : draw(12);
            struct cell *cell = table_cell(table, row, column);
            if (cell->covered)
                continue;
            if (column + right > columns || row + down > rows || (right > 1 && cell[1].covered) || down > 1)
                right = 1;
            if (row + down > rows)
                down = 1;
            for (size_t r = row; r < row + down; r++)
                if (table_cell(table, r, column)->covered)
                    down = 1;
            if (count)
                sample_text(table, row, column, words(row, column, count));
            sample_span(table, row, column, down, right);
        }
    }
    return table;
}

static size_t count_word(const struct page *page, const char *word)
{
    size_t count = 0, length = strlen(word);
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind != MARK_TEXT)
            continue;
        const char *at = mark->text, *end = mark->text + mark->length;
        while ((at = memmem(at, (size_t)(end - at), word, length)) != NULL) {
            count++;
            at += length;
        }
    }
    return count;
}

/* First and last page of a row, from those of its cells that stand in this row only. */
struct extent {
    size_t first, last;
    bool seen;
};

static void find_cell(const struct pages *pages, const struct table *table, size_t row, size_t column,
                      struct extent *extent)
{
    const struct cell *cell = table_cell(table, row, column);
    unsigned count = 1;
    for (const char *at = cell->text; *at; at++)
        count += *at == ' ';
    for (unsigned i = 0; i < count; i++) {
        size_t found = 0;
        const char *word = arena_printf(&arena, "r%zuc%zuw%ur", row, column, i);
        for (size_t page = 0; page < pages->count; page++) {
            size_t here = count_word(&pages->items[page], word);
            found += here;
            if (here && cell->rows == 1 && table->rows[row].role != ROLE_GROUP) {
                if (!extent->seen || page < extent->first)
                    extent->first = page;
                if (!extent->seen || page > extent->last)
                    extent->last = page;
                extent->seen = true;
            }
        }
        /* headings are repeated on later pages */
        assert_true(found == 1 || (table->rows[row].role == ROLE_GROUP && found > 1));
    }
}

static void assert_inside_margins(const struct page *page)
{
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        bool number_or_foot = mark->kind == MARK_TEXT && (mark->size == 13000 || mark->size == 10000);
        if (number_or_foot)
            continue;
        assert_true(mark->y >= MARGIN_TOP && mark->y + mark->height <= page->height - MARGIN_BOTTOM);
        assert_true(mark->x >= MARGIN_LEFT && mark->x + mark->width <= page->width - MARGIN_RIGHT + 100);
    }
}

static void places_every_row_exactly_once(void **state)
{
    (void)state;
    for (int round = 0; round < 120; round++) {
        struct table *table = random_table();
        struct findings findings = findings_in(&arena);
        struct report report = { .tables = table, .table_count = 1 };
        struct pages pages;
        table_measure(table, sample_metrics(), &arena);
        assert_true(paginate(&pages, &report, sample_metrics(), &arena, &findings));
        struct extent before = { 0 };
        for (size_t row = 1; row < table->row_count; row++) {
            struct extent extent = { 0 };
            for (size_t column = 0; column < table->column_count; column++)
                if (table_cell(table, row, column)->text)
                    find_cell(&pages, table, row, column, &extent);
            if (!extent.seen)
                continue;
            assert_true(!before.seen || extent.first >= before.last); /* in order */
            if (table->rows[row].height < (PAGE_LONG - MARGIN_TOP - MARGIN_BOTTOM) * 2 / 5)
                assert_true(extent.first == extent.last);
            before = extent;
        }
        for (size_t page = 0; page < pages.count; page++)
            assert_inside_margins(&pages.items[page]);
        arena_release(&arena);
    }
}

/* The page on which a row of one word stands by itself, not as a repeated heading. */
static size_t page_of_row(const struct pages *pages, size_t row)
{
    const char *word = words(row, 0, 1);
    for (size_t page = 0; page < pages->count; page++)
        for (size_t i = 0; i < pages->items[page].mark_count; i++) {
            const struct mark *mark = &pages->items[page].marks[i];
            if (mark->kind == MARK_TEXT && mark->length == strlen(word) && memcmp(mark->text, word, mark->length) == 0)
                return page;
        }
    fail_msg("row %zu is lost", row);
    return 0;
}

static void never_parts_headings_and_totals_from_their_rows(void **state)
{
    (void)state;
    for (int round = 0; round < 40; round++) {
        size_t rows = 150 + draw(100);
        struct table *table = sample_grid(&arena, rows, 1);
        table->columns[0].width = MM(140);
        for (size_t row = 1; row < rows; row++) {
            static const enum row_role ROLES[] = { ROLE_BODY, ROLE_BODY, ROLE_GROUP, ROLE_TOTAL };
            sample_text(table, row, 0, words(row, 0, 1));
            table->rows[row].role = row > 1 ? ROLES[draw(4)] : ROLE_BODY;
            table->rows[row].level = draw(3);
            table->rows[row].keep_with_next = draw(9) == 0;
        }
        struct findings findings = findings_in(&arena);
        struct report report = { .tables = table, .table_count = 1 };
        struct pages pages;
        table_measure(table, sample_metrics(), &arena);
        assert_true(paginate(&pages, &report, sample_metrics(), &arena, &findings));
        for (size_t row = 1; row + 1 < rows; row++) {
            const struct row *here = &table->rows[row], *next = here + 1;
            bool kept = here->role == ROLE_GROUP || here->keep_with_next || next->role == ROLE_TOTAL;
            assert_true(!kept || page_of_row(&pages, row) == page_of_row(&pages, row + 1));
        }
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(places_every_row_exactly_once),
        cmocka_unit_test(never_parts_headings_and_totals_from_their_rows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
