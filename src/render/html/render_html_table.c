/* A table of the page: caption, columns, head, and rows in their groups, with what each head is the head of. */
#include "render/html/render_html.h"

/* ---- columns and head ---- */

/* Columns that the first head row puts under one head; every column is in one such group. */
static unsigned group_width(const struct table *table, size_t column)
{
    return table->head_rows ? table_cell(table, 0, column)->columns : 1;
}

static mpt grid_width(const struct table *table)
{
    return table_span_width(table, 0, (unsigned)table->column_count);
}

static void add_columns(const struct html_painter *painter)
{
    const struct table *table = painter->table;
    mpt all = grid_width(table);
    for (size_t first = 0, next; first < table->column_count; first = next) {
        next = first + group_width(table, first);
        text_add(painter->out, "<colgroup>");
        for (size_t c = first; c < next; c++) {
            int64_t share = all ? (int64_t)table->columns[c].width * 1000 / all : 0;
            text_addf(painter->out, "<col style=\"width:%d.%d%%\"/>", (int)(share / 10), (int)(share % 10));
        }
        text_add(painter->out, "</colgroup>\n");
    }
}

/* In HTML a head of scope "colgroup" is the head of its whole column group, so a head deeper down is one of columns. */
static const char *head_scope(const struct table *table, size_t row, size_t column)
{
    const struct cell *cell = table_cell(table, row, column);
    if (!cell->text || !*cell->text)
        return NULL;
    return row == 0 && cell->columns > 1 ? "colgroup" : "col";
}

static void add_head(const struct html_painter *painter)
{
    const struct table *table = painter->table;
    if (!table->head_rows)
        return;
    text_add(painter->out, "<thead>\n");
    for (size_t r = 0; r < table->head_rows; r++) {
        text_add(painter->out, "<tr>");
        for (size_t c = 0; c < table->column_count; c++)
            if (!table_cell(table, r, c)->covered)
                html_cell(painter, r, c, head_scope(table, r, c));
        text_add(painter->out, "</tr>\n");
    }
    text_add(painter->out, "</thead>\n");
}

/* ---- rows ---- */

static void add_row(const struct html_painter *painter, size_t row)
{
    static const char *const CLASSES[] = { [ROLE_HEAD] = NULL,     [ROLE_GROUP] = "group", [ROLE_BODY] = NULL,
                                           [ROLE_TOTAL] = "total", [ROLE_WORDS] = "total", [ROLE_NOTE] = "note" };
    const struct table *table = painter->table;
    struct text *out = painter->out;
    enum row_role role = table->rows[row].role;
    size_t label = table_label_column(table, row);
    text_add(out, "<tr");
    html_attribute(out, "id", arena_printf(out->arena, "%s:r%zu", painter->remarks->id, row - table->head_rows + 1));
    if (CLASSES[role])
        html_attribute(out, "class", CLASSES[role]);
    text_add(out, ">");
    for (size_t c = 0; c < table->column_count; c++)
        if (!table_cell(table, row, c)->covered)
            html_cell(painter, row, c, c != label ? NULL : role == ROLE_GROUP ? "rowgroup" : "row");
    text_add(out, "</tr>\n");
}

/*
 * A row group is what its head is the head of: it ends where the next group, at any level, begins, and totals and rows
 * outside groups stand in groups of their own.
 */
static bool begins_group(const struct table *table, size_t row)
{
    const struct row *rows = table->rows;
    if (row == table->head_rows || rows[row].role == ROLE_GROUP)
        return true;
    bool leaves = rows[row].level == 0 && rows[row - 1].level > 0;
    return leaves || (rows[row].level == 0 && row_is_total(&rows[row]) && !row_is_total(&rows[row - 1]));
}

/* Where the cells that begin in a row end, counted in rows from the top. */
static size_t reach(const struct table *table, size_t row)
{
    size_t end = row + 1;
    for (size_t c = 0; c < table->column_count; c++)
        if (row + table_cell(table, row, c)->rows > end)
            end = row + table_cell(table, row, c)->rows;
    return end;
}

/* HTML cuts a cell at the end of its row group, so no group begins under a cell that reaches into it. */
static void add_rows(const struct html_painter *painter)
{
    const struct table *table = painter->table;
    size_t covered = 0;
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        if (begins_group(table, r) && r >= covered)
            text_add(painter->out, r == table->head_rows ? "<tbody>\n" : "</tbody>\n<tbody>\n");
        add_row(painter, r);
        covered = reach(table, r) > covered ? reach(table, r) : covered;
    }
    if (table->head_rows < table->row_count)
        text_add(painter->out, "</tbody>\n");
}

/* ---- the table ---- */

static void add_heading(struct text *out, const struct table *table, const char *id)
{
    const char *title = table->title || table->annex ? table->title : table->sheet;
    text_add(out, "<h2");
    html_attribute(out, "id", id);
    text_add(out, ">");
    if (table->annex) {
        text_add(out, "<span class=\"annex\">");
        html_text(out, table->annex);
        text_add(out, "</span> ");
    }
    if (title) {
        text_add(out, "<span class=\"title\">");
        html_text(out, title);
        text_add(out, "</span>");
    }
    text_add(out, "</h2>\n");
}

/*
 * So many columns have room on a phone; the labels of a broader table stay in sight while it is scrolled. A number, a text and
 * where it leads have room anywhere: such a table, which page one is, has no box to be scrolled in.
 */
enum { PHONE_COLUMNS = 4, ANYWHERE_COLUMNS = 3 };

/* The type size of the printed page travels as --pt: on a screen the reader's own size counts. */
void html_table(struct text *out, const struct html_remarks *remarks, const char *heading)
{
    const struct table *table = remarks->table;
    struct html_painter painter = { out, table, remarks, html_longest_tails(table, out->arena),
                                    html_noted_columns(remarks, out->arena) };
    text_addf(out, "<div class=\"scroll%s\" role=\"region\" tabindex=\"0\"",
              table->column_count <= ANYWHERE_COLUMNS ? " open" : "");
    html_attribute(out, "aria-labelledby", heading);
    bool broad = table->column_count > PHONE_COLUMNS;
    text_addf(out, ">\n<table class=\"%s\" style=\"--pt:%d.%dpt\">\n", broad ? "broad" : "narrow",
              (int)(table->font_size / MPT_PER_PT), (int)(table->font_size % MPT_PER_PT / (MPT_PER_PT / 10)));
    text_add(out, "<caption><div class=\"heading\">\n");
    add_heading(out, table, heading);
    html_paragraph(out, "basis", table->basis);
    html_paragraph(out, "unit", table->unit);
    text_add(out, "</div></caption>\n");
    add_columns(&painter);
    add_head(&painter);
    add_rows(&painter);
    text_add(out, "</table>\n</div>\n");
}
