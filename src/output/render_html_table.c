/* A table of the page: caption, columns, head, and rows in their groups, with what each head is the head of. */
#include "output/render_html.h"

struct painter {
    struct text *out;
    const struct table *table;
    const struct html_remarks *remarks;
    const char **tails; /* the longest tail of a number in each column: ",25"; NULL where there are no numbers */
};

/* ---- cells ---- */

static void add_class(struct text *classes, const char *name)
{
    text_addf(classes, "%s%s", classes->length ? " " : "", name);
}

/* Columns that name a row: its number and its label. */
static size_t naming_columns(const struct table *table)
{
    enum { NUMBER_AND_LABEL = 2 };
    return table->key_columns < NUMBER_AND_LABEL ? table->key_columns : NUMBER_AND_LABEL;
}

static bool is_label_head(const struct table *table, size_t row, size_t column)
{
    return row < table->head_rows && column + 1 == naming_columns(table) && table_cell(table, row, column)->columns == 1;
}

/* c, r: alignment; b, i: face; n: a number; t: text that needs room; l: the head of the labels; m: marked. */
static void add_classes(const struct painter *painter, size_t row, size_t column)
{
    const struct cell *cell = table_cell(painter->table, row, column);
    struct text classes = text_in(painter->out->arena);
    if (cell->align != ALIGN_LEFT)
        add_class(&classes, cell->align == ALIGN_RIGHT ? "r" : "c");
    if (cell->face == FACE_BOLD || cell->face == FACE_BOLD_ITALIC)
        add_class(&classes, "b");
    if (cell->face == FACE_ITALIC || cell->face == FACE_BOLD_ITALIC)
        add_class(&classes, "i");
    if (cell->kind == CELL_NUMBER)
        add_class(&classes, "n");
    if (cell->kind == CELL_TEXT && cell->align == ALIGN_LEFT)
        add_class(&classes, "t");
    if (is_label_head(painter->table, row, column))
        add_class(&classes, "l");
    if (cell->marked)
        add_class(&classes, "m");
    if (classes.length && cell->kind != CELL_EMPTY)
        html_attribute(painter->out, "class", text_str(&classes));
}

static void add_span(struct text *out, const char *name, unsigned count)
{
    if (count > 1)
        text_addf(out, " %s=\"%u\"", name, count);
}

/* Colour alone would not do: a mark without a remark is a star. */
static void add_mark(const struct painter *painter, const struct cell *cell)
{
    struct text *out = painter->out;
    size_t number = html_remark_number(painter->remarks, cell);
    if (number) {
        text_add(out, "<sup><a role=\"doc-noteref\"");
        html_attribute(out, "href", arena_printf(out->arena, "#%s:n%zu", painter->remarks->id, number));
        text_addf(out, " aria-label=\"Ghi chú %zu\">%zu</a></sup>", number, number);
    } else if (cell->marked) {
        text_add(out, "<sup>*</sup>");
    }
}

static bool is_aligned(const struct cell *cell)
{
    return cell->kind == CELL_NUMBER && cell->align == ALIGN_RIGHT && !cell->covered && cell->columns == 1 && cell->text;
}

static const char **longest_tails(const struct table *table, struct arena *arena)
{
    const char **tails = arena_alloc(arena, table->column_count, sizeof *tails);
    for (size_t r = table->head_rows; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            const char *tail = is_aligned(cell) ? numfmt_tail(cell->text) : NULL;
            if (tail && (!tails[c] || strlen(tail) > strlen(tails[c])))
                tails[c] = tail;
        }
    return tails;
}

/* What a number lacks to be as long behind its integer digits as the longest of its column; empty if nothing. */
static const char *lacking_tail(const struct painter *painter, size_t column, const struct cell *cell)
{
    if (!is_aligned(cell) || !painter->tails[column])
        return "";
    const char *longest = painter->tails[column];
    size_t own = strlen(numfmt_tail(cell->text)), decimals = *longest == ',' ? 1 + strspn(longest + 1, "0123456789") : 0;
    return own && own > decimals ? "" : longest + own;
}

/* Commas stand under each other: what a number lacks stands behind it unseen, and no reader meets it. */
static void add_number(const struct painter *painter, size_t column, const struct cell *cell)
{
    char value[DEC_TEXT_SIZE];
    const char *lacking = lacking_tail(painter, column, cell);
    text_addf(painter->out, "<data value=\"%s\"", dec_format(value, cell->value));
    if (*lacking)
        html_attribute(painter->out, "data-tail", lacking);
    text_add(painter->out, ">");
    html_text(painter->out, cell->text);
    text_add(painter->out, "</data>");
}

/* True if a link was begun: to a cell of this page. */
static bool begin_link(const struct painter *painter, const struct cell *cell)
{
    const struct link *link = cell->link;
    const struct report *report = painter->remarks->report;
    size_t index = report_link_table(report, link);
    if (index == report->table_count)
        return false;
    struct arena *arena = painter->out->arena;
    const char *id = html_table_id(report, index, arena);
    text_add(painter->out, cell->kind == CELL_NUMBER ? "<a class=\"to n\"" : "<a class=\"to\"");
    html_attribute(painter->out, "href", arena_printf(arena, "#%s", html_cell_id(link->table, id, link->cell.row,
                                                                                 link->cell.column, arena)));
    text_add(painter->out, ">");
    return true;
}

static void add_content(const struct painter *painter, size_t column, const struct cell *cell)
{
    bool linked = begin_link(painter, cell);
    if (cell->kind == CELL_NUMBER)
        add_number(painter, column, cell);
    else
        html_text(painter->out, cell->text);
    text_add(painter->out, linked ? "</a>" : "");
    add_mark(painter, cell);
}

/* scope is NULL for a cell that is no head. */
static void add_cell(const struct painter *painter, size_t row, size_t column, const char *scope)
{
    struct text *out = painter->out;
    const struct cell *cell = table_cell(painter->table, row, column);
    text_add(out, scope ? "<th" : "<td");
    if (html_remark_number(painter->remarks, cell) || cell->link)
        html_attribute(out, "id", html_cell_id(painter->table, painter->remarks->id, row, column, out->arena));
    if (scope)
        html_attribute(out, "scope", scope);
    add_span(out, "colspan", cell->columns);
    add_span(out, "rowspan", cell->rows);
    add_classes(painter, row, column);
    text_add(out, ">");
    add_content(painter, column, cell);
    text_add(out, scope ? "</th>" : "</td>");
}

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

static void add_columns(const struct painter *painter)
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

static void add_head(const struct painter *painter)
{
    const struct table *table = painter->table;
    if (!table->head_rows)
        return;
    text_add(painter->out, "<thead>\n");
    for (size_t r = 0; r < table->head_rows; r++) {
        text_add(painter->out, "<tr>");
        for (size_t c = 0; c < table->column_count; c++)
            if (!table_cell(table, r, c)->covered)
                add_cell(painter, r, c, head_scope(table, r, c));
        text_add(painter->out, "</tr>\n");
    }
    text_add(painter->out, "</thead>\n");
}

/* ---- rows ---- */

/* The cell that names the row: the label, else what stands in the column before it. No column if there is none. */
static size_t label_column(const struct table *table, size_t row)
{
    size_t column = naming_columns(table);
    while (table->rows[row].role != ROLE_NOTE && column-- > 0)
        if (table_cell(table, row, column)->kind != CELL_EMPTY)
            return column;
    return table->column_count;
}

static void add_row(const struct painter *painter, size_t row)
{
    static const char *const CLASSES[] = { [ROLE_HEAD] = NULL, [ROLE_GROUP] = "group", [ROLE_BODY] = NULL,
                                           [ROLE_TOTAL] = "total", [ROLE_NOTE] = "note" };
    const struct table *table = painter->table;
    struct text *out = painter->out;
    enum row_role role = table->rows[row].role;
    size_t label = label_column(table, row);
    text_add(out, "<tr");
    html_attribute(out, "id", arena_printf(out->arena, "%s:r%zu", painter->remarks->id, row - table->head_rows + 1));
    if (CLASSES[role])
        html_attribute(out, "class", CLASSES[role]);
    text_add(out, ">");
    for (size_t c = 0; c < table->column_count; c++)
        if (!table_cell(table, row, c)->covered)
            add_cell(painter, row, c, c != label ? NULL : role == ROLE_GROUP ? "rowgroup" : "row");
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
    return leaves || (rows[row].level == 0 && rows[row].role == ROLE_TOTAL && rows[row - 1].role != ROLE_TOTAL);
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
static void add_rows(const struct painter *painter)
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

/* The type size of the printed page travels as --pt: on a screen the reader's own size counts. */
void html_table(struct text *out, const struct html_remarks *remarks, const char *heading)
{
    const struct table *table = remarks->table;
    struct painter painter = { out, table, remarks, longest_tails(table, out->arena) };
    text_add(out, "<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
    html_attribute(out, "aria-labelledby", heading);
    text_addf(out, ">\n<table%s style=\"--pt:%d.%dpt\">\n", remarks->count ? " class=\"remarked\"" : "",
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
