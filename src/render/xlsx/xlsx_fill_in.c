/* Workbooks to be filled in: locked sheets with open cells, each of which says what it takes. */
#include "base/numfmt.h"
#include "base/text.h"
#include "render/renderers.h"
#include "render/xlsx/xlsx_book.h"
#include "render/xlsx/xlsx_guard.h"
#include "render/xlsx/xlsx_page.h"
#include "render/xlsx/xlsx_rows.h"

/* Every row stands below the one of the keys, every column right of that of the ids. */
enum { KEYS_ROW, FIRST_ROW, IDS_COLUMN = 0, FIRST_COLUMN, SIZE = 12000, TITLE_SIZE = 14000 };

/* A sheet being written. */
struct form_sheet {
    struct book *book;
    lxw_worksheet *sheet;
    const struct fill_in_sheet *from;
    const struct metrics *metrics;
    struct xlsx_rows heights;
};

/* Of a column as wide as so many digits, which are 8 pixels each. */
static unsigned column_pixels(const struct fill_in_column *column)
{
    enum { DIGIT = 8, PADDING = 8 };
    return column->width * DIGIT + PADDING;
}

static struct style style_of(const struct fill_in_cell *cell, struct arena *arena)
{
    struct style style = { .size = SIZE, .wrap = true, .top = true };
    switch (cell->kind) {
    case FILL_IN_NOTHING:
    case FILL_IN_WORDS: break;
    case FILL_IN_TITLE: style = (struct style){ .face = FACE_BOLD, .size = TITLE_SIZE }; break;
    case FILL_IN_HEAD:
        style = (struct style){ .face = FACE_BOLD, .size = SIZE, .align = ALIGN_CENTRE, .edges = EDGE_ALL, .wrap = true };
        break;
    case FILL_IN_KNOWN:
        style.edges = EDGE_ALL;
        style.filled = true;
        style.align = cell->has_number ? ALIGN_RIGHT : ALIGN_LEFT;
        break;
    case FILL_IN_ENTRY:
        style.edges = EDGE_ALL;
        style.open = true;
        style.align = cell->rule->type == ENTRY_NUMBER ? ALIGN_RIGHT : ALIGN_LEFT;
        break;
    }
    if (cell->has_number)
        style.pattern = numfmt_excel(arena, (struct numfmt){ .decimals = cell->number.scale });
    return style;
}

static void write_value(struct book *book, lxw_worksheet *sheet, unsigned row, size_t column,
                        const struct fill_in_cell *cell)
{
    struct style style = style_of(cell, book->arena);
    double number;
    if (cell->has_number && xlsx_number(&number, cell->number))
        book_watch(book, worksheet_write_number(sheet, row, (lxw_col_t)column, number, book_format(book, style)));
    else if (cell->has_number)
        book_text(book, sheet, row, column,
                  numfmt_text(book->arena, (struct numfmt){ .decimals = cell->number.scale }, cell->number), style);
    else if (cell->kind != FILL_IN_NOTHING)
        book_text(book, sheet, row, column, cell->text, style);
}

static void write_remark(struct book *book, lxw_worksheet *sheet, unsigned row, size_t column, const char *remark)
{
    enum { WIDTH = 320, LINE = 20, LETTERS_A_LINE = 38, MOST = 1000, POINTS = SIZE / MPT_PER_PT };
    size_t lines = utf8_length(remark) / LETTERS_A_LINE + 2;
    char author[] = "phuluc", font[] = "Times New Roman";
    lxw_comment_options options = { .author = author,
                                    .width = WIDTH,
                                    .height = (uint16_t)(lines * LINE),
                                    .font_name = font,
                                    .font_size = POINTS,
                                    .font_family = 1 };
    const char *text = xlsx_shortened(book->arena, remark, MOST);
    book_watch(book, worksheet_write_comment_opt(sheet, row, (lxw_col_t)column, text, &options));
}

/* The library takes char * and copies. */
static char *mutable(struct book *book, const char *text)
{
    return text ? arena_string(book->arena, text) : NULL;
}

static void set_bounds(lxw_data_validation *validation, const struct entry_rule *rule)
{
    validation->validate = rule->decimals ? LXW_VALIDATION_TYPE_DECIMAL : LXW_VALIDATION_TYPE_INTEGER;
    validation->criteria = rule->has_least && rule->has_most ? LXW_VALIDATION_CRITERIA_BETWEEN
                           : rule->has_most                  ? LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO
                                                             : LXW_VALIDATION_CRITERIA_GREATER_THAN_OR_EQUAL_TO;
    static const double ANY = -1e15; /* a number, whatever it is */
    double least = rule->has_least ? (double)rule->least : ANY;
    validation->minimum_number = least;
    validation->maximum_number = (double)rule->most;
    validation->value_number = rule->has_least || !rule->has_most ? least : (double)rule->most;
}

static void set_rule(struct book *book, lxw_worksheet *sheet, unsigned row, size_t column, const struct entry_rule *rule)
{
    lxw_data_validation validation = { .validate = LXW_VALIDATION_TYPE_ANY,
                                       .ignore_blank = LXW_VALIDATION_ON,
                                       .show_input = LXW_VALIDATION_ON,
                                       .show_error = LXW_VALIDATION_ON,
                                       .input_title = mutable(book, rule->title),
                                       .input_message = mutable(book, rule->hint),
                                       .error_title = mutable(book, rule->title),
                                       .error_message = mutable(book, rule->hint) };
    if (rule->type == ENTRY_NUMBER) {
        set_bounds(&validation, rule);
    } else if (rule->type == ENTRY_CHOICE) {
        validation.validate = LXW_VALIDATION_TYPE_LIST;
        validation.dropdown = LXW_VALIDATION_ON;
        size_t count = 0;
        while (rule->choices[count])
            count++;
        char **list = arena_alloc(book->arena, count + 1, sizeof *list);
        for (size_t i = 0; i < count; i++)
            list[i] = mutable(book, rule->choices[i]);
        void *choices = list; /* of char * in one release of the library, of const char * in the next */
        validation.value_list = choices;
    }
    book_watch(book, worksheet_data_validation_cell(sheet, row, (lxw_col_t)column, &validation));
}

static mpt cell_height(const struct form_sheet *s, const struct fill_in_cell *cell, size_t column)
{
    enum { PIXEL = 750, TITLE_HEIGHT = 24000 }; /* 96 to the inch */
    if (cell->kind == FILL_IN_TITLE)
        return TITLE_HEIGHT;
    if (!cell->text)
        return 0;
    enum face face = cell->kind == FILL_IN_HEAD ? FACE_BOLD : FACE_REGULAR;
    mpt width = (mpt)column_pixels(&s->from->columns[column]) * PIXEL - 2 * CELL_PADDING_X;
    return xlsx_text_height(s->metrics, face, SIZE, width, cell->text, s->book->arena);
}

static void set_height(struct form_sheet *s, unsigned line, const struct fill_in_row *row)
{
    enum { LINE = 16500, GAP = 3000 };
    mpt height = (mpt)row->lines * LINE;
    for (size_t c = 0; c < s->from->column_count; c++) {
        mpt needed = cell_height(s, &row->cells[c], c);
        height = needed > height ? needed : height;
    }
    xlsx_set_height(&s->heights, line, height + GAP, 0);
}

static void write_row(struct form_sheet *s, size_t index)
{
    const struct fill_in_row *row = &s->from->rows[index];
    unsigned line = (unsigned)(FIRST_ROW + index);
    set_height(s, line, row);
    book_text(s->book, s->sheet, line, IDS_COLUMN, row->id, (struct style){ .size = SIZE });
    for (size_t c = 0; c < s->from->column_count; c++) {
        const struct fill_in_cell *cell = &row->cells[c];
        write_value(s->book, s->sheet, line, FIRST_COLUMN + c, cell);
        if (cell->kind == FILL_IN_ENTRY)
            set_rule(s->book, s->sheet, line, FIRST_COLUMN + c, cell->rule);
        if (cell->remark)
            write_remark(s->book, s->sheet, line, FIRST_COLUMN + c, cell->remark);
    }
}

static void set_page(struct book *book, lxw_worksheet *sheet, const struct fill_in_sheet *from)
{
    enum { A4 = 9 };
    static const double INCH = 25.4;
    worksheet_set_paper(sheet, A4);
    if (from->landscape)
        worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, 20 / INCH, 15 / INCH, 20 / INCH, 20 / INCH);
    worksheet_fit_to_pages(sheet, 1, 0);
    book_watch(book, worksheet_set_footer(sheet, "&C&P/&N"));
    if (!from->head_rows)
        return;
    worksheet_freeze_panes(sheet, (lxw_row_t)(FIRST_ROW + from->head_rows), 0);
    book_watch(book, worksheet_repeat_rows(sheet, (lxw_row_t)(FIRST_ROW + from->head_rows - 1),
                                           (lxw_row_t)(FIRST_ROW + from->head_rows - 1)));
}

static void hide_keys(struct book *book, lxw_worksheet *sheet)
{
    lxw_row_col_options hidden = { LXW_TRUE, 0, 0 };
    book_watch(book, worksheet_set_column_opt(sheet, IDS_COLUMN, IDS_COLUMN, LXW_DEF_COL_WIDTH, NULL, &hidden));
    book_watch(book, worksheet_set_row_opt(sheet, KEYS_ROW, LXW_DEF_ROW_HEIGHT, NULL, &hidden));
}

static void add_sheet(struct book *book, const struct fill_in_sheet *from, const struct metrics *metrics)
{
    lxw_worksheet *sheet = book_sheet(book, from->name);
    struct form_sheet s = { book, sheet, from, metrics, { .book = book, .sheet = sheet } };
    if (!sheet)
        return;
    lxw_protection allowed = { .format_columns = 1, .format_rows = 1 };
    for (size_t c = 0; c < from->column_count; c++) {
        lxw_col_t column = (lxw_col_t)(FIRST_COLUMN + c);
        book_text(book, sheet, KEYS_ROW, column, from->columns[c].key, (struct style){ .size = SIZE });
        book_watch(book, worksheet_set_column_pixels(sheet, column, column,
                                                     xlsx_library_pixels(column_pixels(&from->columns[c])), NULL));
    }
    for (size_t r = 0; r < from->row_count && !book->failed; r++)
        write_row(&s, r);
    hide_keys(book, sheet);
    set_page(book, sheet, from);
    worksheet_protect(sheet, NULL, &allowed);
}

static void add_facts(struct book *book, const struct fill_in_book *from)
{
    lxw_worksheet *sheet = book_sheet(book, FILL_IN_FACTS_SHEET);
    if (!sheet)
        return;
    for (size_t i = 0; i < from->fact_count; i++) {
        book_text(book, sheet, (unsigned)i, 0, from->facts[i].name, (struct style){ .size = SIZE });
        book_text(book, sheet, (unsigned)i, 1, from->facts[i].value, (struct style){ .size = SIZE });
    }
    worksheet_protect(sheet, NULL, NULL);
    worksheet_hide(sheet);
}

static bool guard(const struct fill_in_book *from, struct place place, struct findings *findings)
{
    bool good = true;
    for (size_t i = 0; i < from->sheet_count; i++) {
        const struct fill_in_sheet *sheet = &from->sheets[i];
        for (size_t r = 0; r < sheet->row_count; r++)
            for (size_t c = 0; c < sheet->column_count; c++)
                good = xlsx_guard_text(sheet->rows[r].cells[c].text, sheet->name, place, findings) && good;
    }
    return good;
}

bool render_fill_in(const struct fill_in_book *from, const char *path, struct render_context *context)
{
    struct book book;
    struct report properties = { .title = from->title, .author = from->author };
    if (!guard(from, render_place(context, path), context->findings) || !book_open(&book, &properties, path, context))
        return false;
    for (size_t i = 0; i < from->sheet_count && !book.failed; i++)
        add_sheet(&book, &from->sheets[i], context->metrics);
    add_facts(&book, from);
    return book_close(&book);
}
