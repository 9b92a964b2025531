/* The head and the data of a table on its sheet. */
#include "base/text.h"
#include "render/xlsx/xlsx_formula.h"
#include "render/xlsx/xlsx_guard.h"
#include "render/xlsx/xlsx_sheet.h"

/* A place inside a span, counted from its first cell. */
struct part {
    bool first, left, right, top, bottom;
    bool joined;         /* to the cell before it: no line on the left */
    const char *address; /* of the link that hangs on the first, or NULL */
};

/* What the cells of one column need that are not drawn over several rows of the sheet. */
static mpt own_height(struct xlsx_sheet *s, size_t row, bool tall_only)
{
    mpt highest = xlsx_text_height(s->metrics, FACE_REGULAR, s->table->font_size, PAGE_SHORT, "", s->book->arena);
    for (size_t c = 0; c < s->table->column_count; c++) {
        const struct cell *cell = table_cell(s->table, row, c);
        if (cell->covered || cell->columns > 1 || !cell->text || (tall_only && cell->rows == 1))
            continue;
        mpt width = s->table->columns[c].width - (mpt)cell->indent * CELL_INDENT;
        mpt height = xlsx_text_height(s->metrics, cell->face, s->table->font_size, width, cell->text, s->book->arena);
        highest = height > highest ? height : highest;
    }
    return highest;
}

/* In the data a cell over several rows keeps its text in the first of them, which must hold it. */
static void set_heights(struct xlsx_sheet *s, size_t row)
{
    bool head = row<s->table->head_rows, broken = s->lines[row]> 1;
    mpt height = broken ? 0 : xlsx_row_height(s->table, row);
    mpt own = head ? 0 : own_height(s, row, !broken);
    unsigned level = head ? 0 : s->table->rows[row].level;
    xlsx_set_height(&s->heights, s->rows[row], height > own ? height : own, level);
    for (unsigned line = 1; line < s->lines[row]; line++)
        xlsx_set_height(&s->heights, s->rows[row] + line,
                        xlsx_text_height(s->metrics, FACE_REGULAR, s->table->font_size, PAGE_SHORT, "", s->book->arena),
                        level);
}

/* The row after the last one of a table's row. */
static unsigned rows_end(const struct xlsx_sheet *s, size_t row)
{
    return s->rows[row] + s->lines[row];
}

/* What belongs together in print: the head and the first row, the lines of a row, headings and totals with their rows. */
static void keep_rows(struct xlsx_sheet *s)
{
    const struct table *table = s->table;
    xlsx_keep(&s->heights, 1, s->area.data + 1, GLUE_WHOLE);
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        xlsx_keep(&s->heights, s->rows[r] + 1, rows_end(s, r), GLUE_WHOLE);
        if (r + 1 < table->row_count)
            xlsx_keep(&s->heights, s->rows[r + 1], s->rows[r + 1] + 1, table_glue(table, r));
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (!cell->covered)
                xlsx_keep(&s->heights, s->rows[r] + 1, rows_end(s, r + cell->rows - 1), GLUE_SPAN);
        }
    }
}

static void write_remark(struct xlsx_sheet *s, unsigned row, size_t column, const char *remark)
{
    if (!remark || !*remark)
        return;
    enum { WIDTH = 240, TEXT_WIDTH = 165000, SIZE = 10000 }; /* pixels; points of text inside; type */
    enum { GAP = 4, LIBRARY_OFFSET = 10 };                   /* pixels; what the library takes for no offset */
    mpt height = xlsx_text_height(s->metrics, FACE_REGULAR, SIZE, TEXT_WIDTH, remark, s->book->arena);
    char author[] = "phuluc", font[] = "Times New Roman";
    lxw_comment_options options = {
        .author = author,
        .width = WIDTH,
        .height = (uint16_t)(xlsx_row_pixels(height) + 10),
        .y_offset = s->said_row == row + 1 ? (int32_t)s->said_pixels : 0, /* below what is said beside it */
        .font_name = font,
        .font_size = (double)SIZE / MPT_PER_PT,
        .font_family = 1,
    };
    book_watch(s->book, worksheet_write_comment_opt(s->sheet, row, (lxw_col_t)column, remark, &options));
    s->said_row = row + 1;
    s->said_pixels = (options.y_offset ? (unsigned)options.y_offset : LIBRARY_OFFSET) + options.height + GAP;
}

/* A remark that the cell above or before it has, too, is said there: comments shown all at once would lie on each other. */
static bool is_said_beside(const struct table *table, size_t row, size_t column, const char *remark)
{
    const struct cell *above = row > table->head_rows ? table_cell(table, row - 1, column) : NULL;
    const struct cell *before = column > 0 ? table_cell(table, row, column - 1) : NULL;
    return remark && ((above && text_equal(above->remark, remark)) || (before && text_equal(before->remark, remark)));
}

static void add_head_cell(struct xlsx_sheet *s, size_t row, size_t column, const struct cell *cell)
{
    struct style style = { .face = cell->face,
                           .size = s->table->font_size,
                           .align = cell->align,
                           .edges = EDGE_ALL,
                           .wrap = true,
                           .filled = cell->marked };
    book_merge(s->book, s->sheet, (struct cell_ref){ s->rows[row], (unsigned)column }, cell->rows, cell->columns,
               cell->text, style);
    write_remark(s, s->rows[row], column, cell->remark);
}

static unsigned edges_of(struct part part)
{
    return (part.left ? EDGE_LEFT : 0u) | (part.right ? EDGE_RIGHT : 0u) | (part.top ? EDGE_TOP : 0u) |
           (part.bottom ? EDGE_BOTTOM : 0u);
}

/* Text at the left runs on over the empty cells beside it; all else is centred across them. */
static struct style data_style(const struct xlsx_sheet *s, size_t column, const struct cell *cell, struct part part)
{
    bool spread = cell->columns > 1, set_in = s->rooms[column].texts && cell->align == ALIGN_LEFT;
    return (struct style){ .face = cell->face,
                           .size = s->table->font_size,
                           .align = cell->align,
                           .edges = edges_of(part),
                           .wrap = !spread && cell->kind == CELL_TEXT,
                           .across = spread && (cell->kind == CELL_NUMBER || cell->align != ALIGN_LEFT),
                           .top = true,
                           .indent = cell->indent + set_in,
                           .filled = cell->marked };
}

static struct xlsx_room column_room(const struct xlsx_sheet *s, size_t column)
{
    const struct table *table = s->table, *whole = s->is_parted ? &s->report->tables[s->index] : table;
    struct xlsx_room room = { .texts = column < whole->column_count && xlsx_is_text_column(whole, column) };
    for (size_t r = table->head_rows; r < table->row_count; r++) {
        const struct cell *cell = table_cell(table, r, column);
        bool aligned = cell_is_comma_aligned(cell) && !cell->format.suffix;
        if (aligned && cell->format.decimals > room.decimals)
            room.decimals = cell->format.decimals;
        room.marks = room.marks || (cell->columns == 1 && cell_is_marked_figure(cell));
    }
    return room;
}

static const char *mark_of(const struct cell *cell)
{
    return cell->text ? cell->text + cell->parts.end : "";
}

/* True if whatever xlsx_pattern() looks at is the same. */
static bool has_same_pattern(const struct cell *a, const struct cell *b)
{
    return a->format.decimals == b->format.decimals && a->format.dash == b->format.dash &&
           a->format.plain == b->format.plain && text_equal(a->format.suffix, b->format.suffix) && a->align == b->align &&
           a->columns == b->columns && cell_is_marked_figure(a) == cell_is_marked_figure(b) &&
           strcmp(mark_of(a), mark_of(b)) == 0;
}

/* Most numbers of a column are shown alike. */
static const char *pattern_of(struct xlsx_sheet *s, size_t column, const struct cell *cell)
{
    struct xlsx_room *room = &s->rooms[column];
    if (!room->last || !has_same_pattern(room->last, cell))
        room->last_pattern = xlsx_pattern(s->book->arena, cell, room);
    room->last = cell;
    return room->last_pattern;
}

static void write_number(struct xlsx_sheet *s, unsigned row, size_t column, const struct cell *cell, struct style style)
{
    double number;
    if (!xlsx_number(&number, cell->value)) {
        finding_add(s->book->findings, FINDING_NUMBER_TOO_LONG, s->table->place, cell->text, s->table->sheet, NULL);
        book_text(s->book, s->sheet, row, column, cell->text, style);
        return;
    }
    style.pattern = pattern_of(s, column, cell);
    lxw_format *format = book_format(s->book, style);
    const char *formula = xlsx_formula(s, cell);
    book_watch(s->book, formula ? worksheet_write_formula_num(s->sheet, row, (lxw_col_t)column, formula, format, number)
                                : worksheet_write_number(s->sheet, row, (lxw_col_t)column, number, format));
}

/*
 * The column that a cell's link hangs on: that of a label hangs on the number of its row. LibreOffice prints the text of
 * a link on one line, and cuts it off.
 */
static size_t link_column(const struct table *table, size_t row, size_t column)
{
    const struct cell *number = table_cell(table, row, 0);
    bool label = column > 0 && column < table->key_columns && row >= table->head_rows;
    return label && number->kind != CELL_EMPTY && !number->covered && number->columns == 1 && !number->link ? 0 : column;
}

static const struct link *link_on(const struct table *table, size_t row, size_t column)
{
    for (size_t c = column; c < table->column_count; c++) {
        const struct link *link = table_cell(table, row, c)->link;
        if (link && link_column(table, row, c) == column)
            return link;
    }
    return NULL;
}

/* "internal:'Phụ lục I'!C5"; NULL for no link, or beyond the number of links that Excel reads. */
static const char *link_address(struct xlsx_sheet *s, const struct link *link)
{
    enum { MOST_LINKS = 65530 };
    size_t index = report_link_table(s->report, link);
    if (!link || index == s->report->table_count || s->sheet->hlink_count >= MOST_LINKS)
        return NULL;
    const struct xlsx_sheet *to = &s->all[index];
    char name[LXW_MAX_CELL_NAME_LENGTH];
    lxw_rowcol_to_cell(name, to->rows[link->cell.row],
                       (lxw_col_t)link_column(to->table, link->cell.row, link->cell.column));
    return arena_printf(s->book->arena, "internal:%s!%s", xlsx_quoted(s->book->arena, to->table->sheet), name);
}

/* Where a click on the cell leads; NULL if it leads nowhere. */
static const char *address_on(struct xlsx_sheet *s, size_t row, size_t column)
{
    if (column == 0 && s->leads && s->leads[row])
        return arena_printf(s->book->arena, "internal:%s!A1", xlsx_quoted(s->book->arena, s->leads[row]));
    return link_address(s, link_on(s->table, row, column));
}

/* The library writes the address as the cell's text; what the cell shows is written over it. */
static void write_link(struct xlsx_sheet *s, unsigned row, size_t column, const char *address)
{
    if (address)
        book_watch(s->book, worksheet_write_url(s->sheet, row, (lxw_col_t)column, address, NULL));
}

/* One row of the sheet inside a span: the text, or one line of it, at the left, and blank cells beside it. */
static void add_data_line(struct xlsx_sheet *s, unsigned row, size_t column, const struct cell *cell, struct part part,
                          const char *text)
{
    for (unsigned c = 0; c < cell->columns; c++) {
        part.left = c == 0 && !part.joined;
        part.right = c == cell->columns - 1 && !cell->joins;
        struct style style = data_style(s, column, cell, part);
        if (c == 0 && part.first)
            write_link(s, row, column, part.address);
        if (c == 0 && part.first && cell->kind == CELL_NUMBER)
            write_number(s, row, column, cell, style);
        else
            book_text(s->book, s->sheet, row, column + c, c == 0 ? text : NULL, style);
    }
}

static void add_merged_cell(struct xlsx_sheet *s, size_t row, size_t column, const struct cell *cell)
{
    struct cell_ref at = { s->rows[row], (unsigned)column };
    struct style style = data_style(s, column, cell, (struct part){ .left = true, .right = true, .top = true, .bottom = true });
    style.wrap = true;
    style.across = false;
    book_merge(s->book, s->sheet, at, 1, cell->columns, cell->text, style);
    const char *address = address_on(s, row, column);
    if (address) {
        write_link(s, at.row, column, address);
        book_text(s->book, s->sheet, at.row, column, cell->text, style);
    }
    write_remark(s, at.row, column, cell->remark);
}

static void add_data_cell(struct xlsx_sheet *s, size_t row, size_t column, const struct cell *cell)
{
    if (xlsx_is_merged(s, row, column)) {
        add_merged_cell(s, row, column, cell);
        return;
    }
    size_t count = 0;
    const struct line *lines = xlsx_is_spread(cell) ? xlsx_spread_lines(s, column, cell, &count) : NULL;
    unsigned first = s->rows[row], last = s->rows[row + cell->rows - 1] + s->lines[row + cell->rows - 1] - 1;
    for (unsigned at = first; at <= last; at++) {
        struct part part = { .first = at == first,
                             .top = at == first,
                             .bottom = at == last,
                             .joined = column > 0 && table_cell(s->table, row, column - 1)->joins,
                             .address = address_on(s, row, column) };
        size_t line = at - first;
        const char *text = line < count ? arena_copy(s->book->arena, lines[line].text, lines[line].length)
                           : !line      ? cell->text
                                        : NULL;
        add_data_line(s, at, column, cell, part, text);
    }
    if (!is_said_beside(s->table, row, column, cell->remark))
        write_remark(s, first, column, cell->remark);
}

/* Rows fold under the heading of their group, which stands above them. */
void xlsx_add_grid(struct xlsx_sheet *s)
{
    worksheet_outline_settings(s->sheet, LXW_TRUE, LXW_FALSE, LXW_TRUE, LXW_FALSE);
    s->rooms = arena_alloc(s->book->arena, s->table->column_count, sizeof *s->rooms);
    for (size_t c = 0; c < s->table->column_count; c++)
        s->rooms[c] = column_room(s, c);
    for (size_t r = 0; r < s->table->row_count; r++) {
        set_heights(s, r);
        for (size_t c = 0; c < s->table->column_count; c++) {
            const struct cell *cell = table_cell(s->table, r, c);
            if (cell->covered)
                continue;
            if (r < s->table->head_rows)
                add_head_cell(s, r, c, cell);
            else
                add_data_cell(s, r, c, cell);
        }
    }
    keep_rows(s);
    s->next = s->area.end;
}
