/*
 * The floor that the benchmark holds the program against: the bare libraries in a loop, which write the cells of a table to a
 * workbook and to a page description and do nothing else. No input is checked, nothing is added up, no text is wrapped.
 *
 * Usage: floor FONT FOLDER < CELLS
 * CELLS: for each document a line "= NAME", for each of its sheets a line "+ NAME", then a line a row, its cells between tabs; a cell that begins with "#" is a number.
 */
#include <hpdf.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

enum { CELLS_MAX = 64, LINE_MAX_BYTES = 65536, PATH_BYTES = 4096 };

static const float LEFT = 30, TOP = 560, BOTTOM = 40, RIGHT = 812, LINE = 14, SIZE = 10;

struct document {
    lxw_workbook *book;
    lxw_worksheet *sheet;
    lxw_format *text, *number;
    lxw_row_t row;
    HPDF_Doc pdf;
    HPDF_Font font;
    HPDF_Page page;
    float y;
    char pdf_path[PATH_BYTES];
};

static void fail(HPDF_STATUS error, HPDF_STATUS detail, void *data)
{
    (void)data;
    fprintf(stderr, "floor: libharu %lx %lu\n", (unsigned long)error, (unsigned long)detail);
    exit(1);
}

static lxw_format *bordered(lxw_workbook *book)
{
    lxw_format *format = workbook_add_format(book);
    format_set_font_name(format, "Times New Roman");
    format_set_border(format, LXW_BORDER_THIN);
    return format;
}

static void new_page(struct document *document)
{
    document->page = HPDF_AddPage(document->pdf);
    HPDF_Page_SetSize(document->page, HPDF_PAGE_SIZE_A4, HPDF_PAGE_LANDSCAPE);
    HPDF_Page_SetFontAndSize(document->page, document->font, SIZE);
    document->y = TOP;
}

static void open_document(struct document *document, const char *font, const char *folder, const char *name)
{
    char path[PATH_BYTES];
    if (snprintf(path, sizeof path, "%s/%s.xlsx", folder, name) >= PATH_BYTES)
        exit(1);
    if (snprintf(document->pdf_path, sizeof document->pdf_path, "%s/%s.pdf", folder, name) >= PATH_BYTES)
        exit(1);
    document->book = workbook_new(path);
    document->text = bordered(document->book);
    format_set_text_wrap(document->text);
    document->number = bordered(document->book);
    format_set_num_format(document->number, "#,##0.0");
    document->pdf = HPDF_New(fail, NULL);
    HPDF_SetCompressionMode(document->pdf, HPDF_COMP_ALL);
    HPDF_UseUTFEncodings(document->pdf);
    document->font = HPDF_GetFont(document->pdf, HPDF_LoadTTFontFromFile(document->pdf, font, HPDF_TRUE), "UTF-8");
}

static void write_cell(struct document *document, lxw_col_t column, float x, const char *cell)
{
    int is_number = cell[0] == '#';
    if (is_number)
        worksheet_write_number(document->sheet, document->row, column, strtod(cell + 1, NULL), document->number);
    else
        worksheet_write_string(document->sheet, document->row, column, cell, document->text);
    HPDF_Page_BeginText(document->page);
    HPDF_Page_TextOut(document->page, x + 2, document->y + 3, cell + is_number);
    HPDF_Page_EndText(document->page);
}

static void write_row(struct document *document, char *line)
{
    char *cells[CELLS_MAX], *rest;
    size_t count = 0;
    if (document->y < BOTTOM)
        new_page(document);
    for (char *cell = strtok_r(line, "\t", &rest); cell && count < CELLS_MAX; cell = strtok_r(NULL, "\t", &rest))
        cells[count++] = cell;
    for (size_t i = 0; i < count; i++)
        write_cell(document, (lxw_col_t)i, LEFT + (RIGHT - LEFT) * (float)i / (float)count, cells[i]);
    for (size_t i = 0; i < count; i++) {
        HPDF_Page_MoveTo(document->page, LEFT + (RIGHT - LEFT) * (float)i / (float)count, document->y);
        HPDF_Page_LineTo(document->page, LEFT + (RIGHT - LEFT) * (float)i / (float)count, document->y + LINE);
    }
    HPDF_Page_MoveTo(document->page, LEFT, document->y);
    HPDF_Page_LineTo(document->page, RIGHT, document->y);
    HPDF_Page_Stroke(document->page);
    document->row++;
    document->y -= LINE;
}

static void close_document(struct document *document)
{
    HPDF_SaveToFile(document->pdf, document->pdf_path);
    HPDF_Free(document->pdf);
    if (workbook_close(document->book) != LXW_NO_ERROR)
        exit(1);
}

int main(int argc, char **argv)
{
    static char line[LINE_MAX_BYTES];
    struct document document = { 0 };
    if (argc != 3)
        return 64;
    while (fgets(line, sizeof line, stdin)) {
        line[strcspn(line, "\n")] = '\0';
        if (strncmp(line, "+ ", 2) == 0) {
            document.sheet = workbook_add_worksheet(document.book, line + 2);
            document.row = 0;
            new_page(&document);
            continue;
        }
        if (strncmp(line, "= ", 2) != 0) {
            write_row(&document, line);
            continue;
        }
        if (document.book)
            close_document(&document);
        open_document(&document, argv[1], argv[2], line + 2);
    }
    if (document.book)
        close_document(&document);
    return 0;
}
