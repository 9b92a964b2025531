/* Remarks about cells: a number at the cell that leads to the remark under the table, and links back. */
#include "render/html/render_html.h"

static struct html_remark *find(const struct html_remarks *remarks, const char *text)
{
    for (size_t i = 0; text && i < remarks->count; i++) /* of most cells: no remark */
        if (text_equal(remarks->items[i].text, text))
            return &remarks->items[i];
    return NULL;
}

static void note(struct html_remarks *remarks, struct cell_ref place, const char *text, struct arena *arena)
{
    struct html_remark *remark = find(remarks, text);
    if (!remark) {
        remark = ARENA_PUSH(arena, remarks->items, remarks->count, remarks->capacity);
        remark->text = text;
    }
    struct cell_ref *cell = ARENA_PUSH(arena, remark->cells, remark->count, remark->capacity);
    *cell = place;
}

struct html_remarks html_remarks_of(const struct table *table, const char *id, struct arena *arena)
{
    struct html_remarks remarks = { .table = table, .id = id };
    for (unsigned r = 0; r < table->row_count; r++)
        for (unsigned c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (!cell->covered && cell->remark && *cell->remark)
                note(&remarks, (struct cell_ref){ r, c }, cell->remark, arena);
        }
    return remarks;
}

size_t html_remark_number(const struct html_remarks *remarks, const struct cell *cell)
{
    const struct html_remark *remark = find(remarks, cell->remark);
    return remark ? (size_t)(remark - remarks->items) + 1 : 0;
}

/* Rows of the head, which remarks are hardly about, are counted on their own: T:h1:c3. */
const char *html_cell_id(const struct table *table, const char *id, size_t row, size_t column, struct arena *arena)
{
    size_t head = table->head_rows;
    bool in_head = row < head;
    return arena_printf(arena, "%s:%c%zu:c%zu", id, in_head ? 'h' : 'r', in_head ? row + 1 : row - head + 1, column + 1);
}

/* ---- names of cells ---- */

/* True if the cell there reaches over all of those columns of the row. */
static bool reaches(const struct table *table, struct cell_ref from, size_t row, size_t column, unsigned columns)
{
    const struct cell *cell = table_cell(table, from.row, from.column);
    return !cell->covered && from.row + cell->rows > row && from.column + cell->columns >= column + columns;
}

/* The head over those columns in a row of the table head: the cell itself or one that spans them; NULL if none does. */
static const struct cell *head_over(const struct table *table, size_t row, size_t column, unsigned columns)
{
    for (size_t r = row + 1; r-- > 0;)
        for (size_t c = column + 1; c-- > 0;)
            if (reaches(table, (struct cell_ref){ (unsigned)r, (unsigned)c }, row, column, columns))
                return table_cell(table, r, c);
    return NULL;
}

static void add_name(struct text *out, const char *name, bool *more)
{
    if (!name || !*name)
        return;
    text_add(out, *more ? " · " : " ");
    html_line(out, name);
    *more = true;
}

/* "IV · Năm 2021 · TW": the row's number or else its label, then the heads over the cell. */
static void add_cell_name(struct text *out, const struct table *table, struct cell_ref at)
{
    const struct cell *cell = table_cell(table, at.row, at.column), *above = NULL;
    bool more = false;
    for (size_t c = 0; c < table->key_columns && c < at.column && !more; c++)
        add_name(out, table_cell(table, at.row, c)->text, &more);
    for (size_t r = 0; r < table->head_rows && r < at.row; r++) {
        const struct cell *head = head_over(table, r, at.column, cell->columns);
        if (head && head != above)
            add_name(out, head->text, &more);
        above = head;
    }
}

/* ---- the list ---- */

static void add_back_link(struct text *out, const struct html_remarks *remarks, struct cell_ref cell)
{
    const char *id = html_cell_id(remarks->table, remarks->id, cell.row, cell.column, out->arena);
    text_add(out, "<a role=\"doc-backlink\"");
    html_attribute(out, "href", arena_printf(out->arena, "#%s", id));
    text_add(out, ">↑");
    add_cell_name(out, remarks->table, cell);
    text_add(out, "</a>\n");
}

/* Of many cells the first ones are named; the others on demand, for they would bury the remarks that follow. */
static void add_back_links(struct text *out, const struct html_remarks *remarks, const struct html_remark *remark)
{
    enum { SHOWN = 3, MOST = SHOWN + 1 };
    size_t shown = remark->count > MOST ? SHOWN : remark->count;
    text_add(out, "\n<div class=\"back\">");
    for (size_t i = 0; i < shown; i++)
        add_back_link(out, remarks, remark->cells[i]);
    if (shown < remark->count)
        text_addf(out, "<details><summary>và %zu ô khác</summary>\n", remark->count - shown);
    for (size_t i = shown; i < remark->count; i++)
        add_back_link(out, remarks, remark->cells[i]);
    text_add(out, shown < remark->count ? "</details></div></li>\n" : "</div></li>\n");
}

static void add_remark(struct text *out, const struct html_remarks *remarks, size_t index)
{
    const struct html_remark *remark = &remarks->items[index];
    text_add(out, "<li");
    html_attribute(out, "id", arena_printf(out->arena, "%s:n%zu", remarks->id, index + 1));
    text_add(out, ">");
    html_text(out, remark->text);
    add_back_links(out, remarks, remark);
}

void html_remark_list(struct text *out, const struct html_remarks *remarks)
{
    if (!remarks->count)
        return;
    text_add(out, "<ol class=\"remarks\">\n");
    for (size_t i = 0; i < remarks->count; i++)
        add_remark(out, remarks, i);
    text_add(out, "</ol>\n");
}
