#include "report/compose_contents.h"

#include "base/shortened.h"
#include "report/grid.h"

enum { SHEET, HOLDS, COLUMNS };

static void put_row(struct table *table, size_t row, const char *left, const char *right)
{
    if (left)
        cell_put_text(table, row, SHEET, left, FACE_REGULAR, ALIGN_LEFT);
    if (right && *right)
        cell_put_text(table, row, HOLDS, right, FACE_REGULAR, ALIGN_LEFT);
    table->rows[row].item = row - table->head_rows;
}

/* To the upper left corner of a table. */
static const struct link *link_to(const struct table *table, struct arena *arena)
{
    struct link *link = arena_alloc(arena, 1, sizeof *link);
    *link = (struct link){ table, { 0, 0 } };
    return link;
}

static bool any_mark(const struct report *report)
{
    for (size_t i = 0; i < report->table_count; i++)
        if (report->tables[i].mark_note)
            return true;
    return false;
}

/* A list of sheets is no place for the whole of a title that is longer than any decision's; it stands on its sheet. */
static const char *title_of(const struct table *table, struct arena *arena)
{
    enum { MOST = 500 };
    const char *title = table->title ? table->title : table->sheet;
    return text_cut(table->annex ? arena_printf(arena, "%s. %s", table->annex, title) : title, MOST, arena);
}

void compose_contents(struct report *report, const struct views *views, const char *sheet, const char *warning,
                      struct arena *arena)
{
    struct table *table = &report->tables[report->table_count];
    size_t tables = report->table_count, row = 1;
    bool marks = any_mark(report);
    *table = (struct table){ .view = NO_VIEW,
                             .id = "muc-luc",
                             .sheet = sheet,
                             .bookmark = sheet,
                             .title = "MỤC LỤC",
                             .basis = warning,
                             .font_size = 12 * MPT_PER_PT,
                             .key_columns = 1,
                             .head_rows = 1,
                             .is_list = true,
                             .is_contents = true };
    table_make_grid(table, 1 + tables + views->mark_count + marks + 1, COLUMNS, arena);
    table->columns[SHEET].width = MM(55);
    table->columns[HOLDS].width = MM(105);
    cell_put_text(table, 0, SHEET, "Trang tính", FACE_BOLD, ALIGN_CENTRE);
    cell_put_text(table, 0, HOLDS, "Nội dung", FACE_BOLD, ALIGN_CENTRE);
    for (size_t i = 0; i < tables; i++, row++) {
        put_row(table, row, report->tables[i].sheet, title_of(&report->tables[i], arena));
        table_cell(table, row, SHEET)->link = link_to(&report->tables[i], arena);
    }
    for (size_t i = 0; i < views->mark_count; i++, row++)
        put_row(table, row, views->marks[i].mark, views->marks[i].means);
    if (marks)
        put_row(table, row++, CELL_MARK, "đứng sau số không khớp hoặc chưa đủ (ô có nền xám)");
    put_row(table, row, "Mã kiểm soát", report->control_code);
    report->table_count++;
}
