/* A table of the report as a table of the document. */
#include "render/docx/docx.h"

/* A table on its way into the document. */
struct grid {
    struct docx *docx;
    size_t index;
    const struct table *table;
    mpt *tails;                /* widest part behind the integer digits, by column */
    const struct cell **above; /* by column: the last cell that began there */
    size_t head_rows;          /* that repeat; 0 where they would leave no room */
    bool keep;                 /* its end, with what follows the table */
};

/* ---- numbers ---- */

static mpt tail_width(const struct grid *grid, const struct cell *cell)
{
    const char *tail = cell->text + cell->parts.tail;
    return metrics_width(grid->docx->metrics, cell->face, grid->table->font_size, tail, strlen(tail));
}

static void measure_tails(struct grid *grid)
{
    for (size_t r = grid->table->head_rows; r < grid->table->row_count; r++)
        for (size_t c = 0; c < grid->table->column_count; c++) {
            const struct cell *cell = table_cell(grid->table, r, c);
            mpt width = cell_is_comma_aligned(cell) ? tail_width(grid, cell) : 0;
            grid->tails[c] = width > grid->tails[c] ? width : grid->tails[c];
        }
}

/* How far a number moves left of the edge so that the commas of its column stand under each other. */
static mpt comma_shift(const struct grid *grid, size_t column, const struct cell *cell, const char *text)
{
    if (!cell_is_comma_aligned(cell))
        return 0;
    mpt width = metrics_width(grid->docx->metrics, cell->face, grid->table->font_size, text, strlen(text));
    mpt shift = grid->tails[column] - tail_width(grid, cell);
    mpt free = table_text_width(grid->table, column, cell) - width;
    return shift < free ? shift : free > 0 ? free : 0;
}

/* ---- cells ---- */

static void add_shade(struct docx_xml *xml)
{
    static const char GREY[] = "D9D9D9"; /* 85 percent of white, as MARKED_WHITE of pages */
    docx_open(xml, "w:shd");
    docx_attribute(xml, "w:val", "clear");
    docx_attribute(xml, "w:color", "auto");
    docx_attribute(xml, "w:fill", GREY);
    docx_close(xml);
}

static void add_cell_properties(const struct grid *grid, size_t row, size_t column, const struct cell *cell, bool begins)
{
    struct docx_xml *xml = grid->docx->xml;
    docx_open(xml, "w:tcPr");
    docx_width(xml, "w:tcW", table_span_width(grid->table, column, cell->columns));
    if (cell->columns > 1)
        docx_value_number(xml, "w:gridSpan", cell->columns);
    if (cell->rows > 1)
        docx_value(xml, "w:vMerge", begins ? "restart" : "continue");
    if (cell->marked)
        add_shade(xml);
    if (grid->table->rows[row].role == ROLE_HEAD)
        docx_value(xml, "w:vAlign", "center");
    docx_close(xml);
}

static const char *bookmark_name(const struct docx *docx, size_t table, struct cell_ref cell)
{
    return arena_printf(docx->arena, "o_%zu_%u_%u", table + 1, cell.row + 1, cell.column + 1);
}

/* Around the text of a cell that a link leads to. */
static void add_bookmark(const struct grid *grid, size_t row, size_t column, bool begins, unsigned number)
{
    struct docx_xml *xml = grid->docx->xml;
    docx_open(xml, begins ? "w:bookmarkStart" : "w:bookmarkEnd");
    docx_number(xml, "w:id", number);
    if (begins)
        docx_attribute(xml, "w:name",
                       bookmark_name(grid->docx, grid->index, (struct cell_ref){ (unsigned)row, (unsigned)column }));
    docx_close(xml);
}

static void add_text(const struct grid *grid, const struct cell *cell, const char *text, enum row_role role)
{
    struct docx *docx = grid->docx;
    size_t leads_to = report_link_table(docx->report, cell->link);
    bool linked = leads_to < docx->report->table_count;
    if (linked) {
        docx_open(docx->xml, "w:hyperlink");
        docx_attribute(docx->xml, "w:anchor", bookmark_name(docx, leads_to, cell->link->cell));
        docx_attribute(docx->xml, "w:history", "1");
    }
    docx_run(docx->xml, text, cell->face, docx_row_face(role), 0);
    if (linked)
        docx_close(docx->xml);
}

/* True if the row must stay on the page of what stands below it. */
static bool keeps(const struct grid *grid, size_t row)
{
    enum { ENDING = 2 };
    const struct table *table = grid->table;
    return row < table->head_rows || (grid->keep && row + ENDING >= table->row_count) ||
           (row + 1 < table->row_count && table_glue(table, row) > GLUE_NONE);
}

static void add_content(const struct grid *grid, size_t row, size_t column, const struct cell *cell)
{
    struct docx *docx = grid->docx;
    const struct table *table = grid->table;
    enum row_role role = table->rows[row].role;
    const char *text = cell_in_print(cell, docx->arena);
    struct docx_paragraph paragraph = { .style = docx_row_style(role, table->font_size, docx->arena),
                                        .keep = keeps(grid, row),
                                        .left = (mpt)cell->indent * CELL_INDENT,
                                        .right = comma_shift(grid, column, cell, text),
                                        .align = cell->align,
                                        .aligned = cell->align != (role == ROLE_HEAD ? ALIGN_CENTRE : ALIGN_LEFT) };
    bool target = docx->targets[grid->index] && docx->targets[grid->index][row * table->column_count + column];
    unsigned number = docx->bookmarks;
    docx_open_paragraph(docx->xml, &paragraph);
    if (target)
        add_bookmark(grid, row, column, true, number);
    add_text(grid, cell, text, role);
    if (target)
        add_bookmark(grid, row, column, false, number);
    docx->bookmarks += target;
    docx_close(docx->xml);
}

/* The further rows of a cell over several of them are cells that go on. */
static void add_continuation(const struct grid *grid, size_t row)
{
    struct docx_paragraph paragraph = { .style = docx_row_style(grid->table->rows[row].role, grid->table->font_size,
                                                                grid->docx->arena),
                                        .keep = keeps(grid, row) };
    docx_open_paragraph(grid->docx->xml, &paragraph);
    docx_close(grid->docx->xml);
}

/* ---- rows ---- */

/* A row that is taller than half a page may go on on the next. */
static void add_row_properties(const struct grid *grid, size_t row)
{
    struct docx_xml *xml = grid->docx->xml;
    mpt room = (grid->table->landscape ? PAGE_SHORT : PAGE_LONG) - MARGIN_TOP - MARGIN_BOTTOM;
    bool whole = grid->table->rows[row].height <= room / 2, repeats = row < grid->head_rows;
    if (!whole && !repeats)
        return;
    docx_open(xml, "w:trPr");
    if (whole)
        docx_flag(xml, "w:cantSplit");
    if (repeats)
        docx_flag(xml, "w:tblHeader");
    docx_close(xml);
}

static void add_row(struct grid *grid, size_t row)
{
    struct docx_xml *xml = grid->docx->xml;
    docx_open(xml, "w:tr");
    add_row_properties(grid, row);
    for (size_t c = 0; c < grid->table->column_count;) {
        const struct cell *cell = table_cell(grid->table, row, c);
        bool begins = !cell->covered;
        if (begins)
            grid->above[c] = cell;
        else
            cell = grid->above[c];
        docx_open(xml, "w:tc");
        add_cell_properties(grid, row, c, cell, begins);
        if (begins)
            add_content(grid, row, c, cell);
        else
            add_continuation(grid, row);
        docx_close(xml);
        c += cell->columns;
    }
    docx_close(xml);
}

static void add_table_properties(const struct grid *grid)
{
    struct docx_xml *xml = grid->docx->xml;
    const struct table *table = grid->table;
    docx_open(xml, "w:tblPr");
    docx_value(xml, "w:tblStyle", DOCX_TABLE);
    docx_width(xml, "w:tblW", table_span_width(table, 0, (unsigned)table->column_count));
    docx_value(xml, "w:jc", "center");
    docx_open(xml, "w:tblLayout");
    docx_attribute(xml, "w:type", "fixed");
    docx_close(xml);
    docx_open(xml, "w:tblLook");
    docx_attribute(xml, "w:val", "0020");
    docx_attribute(xml, "w:firstRow", "1");
    docx_close(xml);
    if (table->bookmark)
        docx_value(xml, "w:tblCaption", table->bookmark);
    docx_close(xml);
    mpt *widths = arena_alloc(grid->docx->arena, table->column_count, sizeof *widths);
    for (size_t c = 0; c < table->column_count; c++)
        widths[c] = table->columns[c].width;
    docx_columns(xml, widths, table->column_count);
}

void docx_table(struct docx *docx, size_t index, bool keep)
{
    const struct table *table = &docx->report->tables[index];
    struct grid grid = { .docx = docx, .index = index, .table = table, .keep = keep };
    mpt head = 0, room = (table->landscape ? PAGE_SHORT : PAGE_LONG) - MARGIN_TOP - MARGIN_BOTTOM;
    grid.tails = arena_alloc(docx->arena, table->column_count, sizeof *grid.tails);
    grid.above = arena_alloc(docx->arena, table->column_count, sizeof *grid.above);
    for (size_t r = 0; r < table->head_rows; r++)
        head += table->rows[r].height;
    grid.head_rows = head <= room / 2 ? table->head_rows : 0;
    measure_tails(&grid);
    docx_open(docx->xml, "w:tbl");
    add_table_properties(&grid);
    for (size_t r = 0; r < table->row_count; r++)
        add_row(&grid, r);
    docx_close(docx->xml);
}
