/* A cell of a table: its classes, its number with what lines the commas up, its link and its mark. */
#include "render/html/render_html.h"

static void add_class(struct text *classes, const char *name)
{
    text_addf(classes, "%s%s", classes->length ? " " : "", name);
}

static bool is_label_head(const struct table *table, size_t row, size_t column)
{
    return row < table->head_rows && column + 1 == table_naming_columns(table) &&
           table_cell(table, row, column)->columns == 1;
}

static bool has_mark(const struct html_remarks *remarks, const struct cell *cell)
{
    return !cell->covered && (cell->marked || html_remark_number(remarks, cell));
}

bool *html_noted_columns(const struct html_remarks *remarks, struct arena *arena)
{
    const struct table *table = remarks->table;
    bool *noted = arena_alloc(arena, table->column_count, sizeof *noted);
    for (size_t r = table->head_rows; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (has_mark(remarks, table_cell(table, r, c)))
                noted[c + table_cell(table, r, c)->columns - 1] = true;
    return noted;
}

/*
 * c, r: alignment; b, i: face; n: a number; t: text that needs room; l: the head of the labels; d: set in; m: marked; k: in a
 * column that keeps room for marks, so that its figures stay aligned.
 */
static void add_classes(const struct html_painter *painter, size_t row, size_t column)
{
    const struct cell *cell = table_cell(painter->table, row, column);
    struct text classes = text_in(painter->out->arena);
    if (cell->align != ALIGN_LEFT)
        add_class(&classes, cell->align == ALIGN_RIGHT ? "r" : "c");
    if (face_is_bold(cell->face))
        add_class(&classes, "b");
    if (face_is_italic(cell->face))
        add_class(&classes, "i");
    if (cell->kind == CELL_NUMBER)
        add_class(&classes, "n");
    if (cell->kind == CELL_TEXT && cell->align == ALIGN_LEFT)
        add_class(&classes, "t");
    if (is_label_head(painter->table, row, column))
        add_class(&classes, "l");
    if (cell->marked)
        add_class(&classes, "m");
    if (cell->indent)
        add_class(&classes, "d");
    if (row >= painter->table->head_rows && painter->noted[column + cell->columns - 1] && cell->align == ALIGN_RIGHT)
        add_class(&classes, "k");
    if (classes.length && cell->kind != CELL_EMPTY)
        html_attribute(painter->out, "class", text_str(&classes));
}

static void add_span(struct text *out, const char *name, unsigned count)
{
    if (count > 1)
        text_addf(out, " %s=\"%u\"", name, count);
}

/* In brackets, or a raised number would be read as a power. Shade alone would not do: a mark without a remark is a star. */
static void add_mark(const struct html_painter *painter, const struct cell *cell)
{
    struct text *out = painter->out;
    size_t number = html_remark_number(painter->remarks, cell);
    if (number) {
        text_add(out, "<sup><a role=\"doc-noteref\"");
        html_attribute(out, "href", arena_printf(out->arena, "#%s:n%zu", painter->remarks->id, number));
        text_addf(out, " aria-label=\"Ghi chú %zu\">[%zu]</a></sup>", number, number);
    } else if (cell->marked) {
        text_add(out, "<sup>" CELL_MARK "</sup>");
    }
}

static const char *tail_of(const struct cell *cell)
{
    return cell->text + cell->parts.tail;
}

const struct cell **html_longest_tails(const struct table *table, struct arena *arena)
{
    const struct cell **longest = arena_alloc(arena, table->column_count, sizeof *longest);
    for (size_t r = table->head_rows; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (cell_is_comma_aligned(cell) && (!longest[c] || strlen(tail_of(cell)) > strlen(tail_of(longest[c]))))
                longest[c] = cell;
        }
    return longest;
}

/* What a number lacks to be as long behind its integer digits as the longest of its column; empty if nothing. */
static const char *lacking_tail(const struct html_painter *painter, size_t column, const struct cell *cell)
{
    const struct cell *longest = painter->longest[column];
    if (!cell_is_comma_aligned(cell) || !longest)
        return "";
    size_t own = strlen(tail_of(cell));
    return own && own > longest->parts.decimals ? "" : tail_of(longest) + own;
}

/* Aligns decimal commas: hidden digits pad a number that has fewer decimals than its column; screen readers skip them. */
static void add_number(const struct html_painter *painter, size_t column, const struct cell *cell)
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
static bool begin_link(const struct html_painter *painter, const struct cell *cell)
{
    const struct link *link = cell->link;
    const struct report *report = painter->remarks->report;
    size_t index = report_link_table(report, link);
    if (!link || index == report->table_count)
        return false;
    struct arena *arena = painter->out->arena;
    const char *id = html_table_id(report, index, arena);
    text_add(painter->out, cell->kind == CELL_NUMBER ? "<a class=\"to n\"" : "<a class=\"to\"");
    html_attribute(painter->out, "href",
                   arena_printf(arena, "#%s", html_cell_id(link->table, id, link->cell.row, link->cell.column, arena)));
    text_add(painter->out, ">");
    return true;
}

static void add_content(const struct html_painter *painter, size_t column, const struct cell *cell)
{
    bool linked = begin_link(painter, cell);
    if (cell->kind == CELL_NUMBER)
        add_number(painter, column, cell);
    else
        html_text(painter->out, cell->text);
    text_add(painter->out, linked ? "</a>" : "");
    add_mark(painter, cell);
}

void html_cell(const struct html_painter *painter, size_t row, size_t column, const char *scope)
{
    struct text *out = painter->out;
    const struct cell *cell = table_cell(painter->table, row, column);
    text_add(out, scope ? "<th" : "<td");
    if (html_remark_number(painter->remarks, cell) || cell->link)
        html_attribute(out, "id", html_cell_id(painter->table, painter->remarks->id, row, column, out->arena));
    if (cell->fact)
        html_attribute(out, "data-fact", cell->fact);
    if (scope)
        html_attribute(out, "scope", scope);
    add_span(out, "colspan", cell->columns);
    add_span(out, "rowspan", cell->rows);
    add_classes(painter, row, column);
    text_add(out, ">");
    add_content(painter, column, cell);
    text_add(out, scope ? "</th>" : "</td>");
}
