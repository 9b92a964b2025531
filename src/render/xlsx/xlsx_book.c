#include "render/xlsx/xlsx_book.h"

#include <errno.h>

#include "base/text.h"
#include "render/xlsx/xlsx_fprintf.h"
#include "render/xlsx/xlsx_guard.h"
#include "render/xlsx/xlsx_pack.h"
#include "render/xlsx/xlsx_zip.h"

#define FONT "Times New Roman"

static void fail(struct book *book, int error)
{
    if (!book->failed)
        finding_errno(book->findings, FINDING_XLSX_FAILED, book->place, error);
    book->failed = true;
}

/* The system's error where the library's is one; else 0. */
static int system_error(lxw_error error)
{
    if (error == LXW_ERROR_MEMORY_MALLOC_FAILED)
        return ENOMEM;
    return error >= LXW_ERROR_CREATING_XLSX_FILE && error <= LXW_ERROR_ZIP_CLOSE ? EIO : 0;
}

void book_watch(struct book *book, lxw_error error)
{
    if (!error || book->failed)
        return;
    if (system_error(error))
        finding_errno(book->findings, FINDING_XLSX_FAILED, book->place, system_error(error));
    else
        finding_add(book->findings, FINDING_LIBRARY_REFUSED, book->place, "libxlsxwriter", lxw_strerror(error), NULL);
    book->failed = true;
}

/* The library finds out only when it closes the file, and then prints. */
static bool can_write(const char *path, struct place place, struct findings *findings)
{
    FILE *file = fopen(path, "we");
    if (file && fclose(file) == 0)
        return true;
    finding_errno(findings, FINDING_WRITE_FAILED, place, errno);
    return false;
}

/* Days since 1970-01-01 in the Gregorian calendar; mktime() would depend on the time zone. */
static int64_t day_number(struct date date)
{
    int64_t year = date.year - (date.month <= 2), month = (date.month + 9) % 12; /* years from March on */
    int64_t era = year / 400, of_era = year % 400;
    int64_t of_year = (153 * month + 2) / 5 + date.day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + of_year - 719468;
}

/* A creation time of 0 would mean the wall clock; a report without a date gets the first one a workbook can hold. */
static time_t midnight(struct date date)
{
    enum { SECONDS_A_DAY = 86400 };
    static const struct date FIRST = { 1900, 1, 1 };
    if (date.year <= 0 || (date.year == 1970 && date.month == 1 && date.day == 1))
        date = FIRST;
    return (time_t)(day_number(date) * SECONDS_A_DAY);
}

/* The library takes char * and copies. */
static char *property(struct book *book, const char *text)
{
    return text ? arena_string(book->arena, xlsx_shortened(book->arena, text, XLSX_PROPERTY_CHARACTERS)) : NULL;
}

static void set_properties(struct book *book, const struct report *report)
{
    lxw_doc_properties properties = {
        .title = property(book, report->title),
        .subject = property(book, report->subject),
        .author = property(book, report->author),
        .company = property(book, report->office),
        .manager = property(book, report->signer),
        .created = midnight(report->as_of),
    };
    book_watch(book, workbook_set_properties(book->workbook, &properties));
}

/*
 * Column widths are counted in digits of the default format's font. In Times New Roman 12 a digit is half of 16 pixels,
 * exact on screen and on paper; the library's own default, Calibri, is missing on many systems and replaced by wider
 * faces there.
 */
static void set_default_font(lxw_workbook *workbook)
{
    lxw_format *standard = STAILQ_FIRST(workbook->formats);
    format_set_font_name(standard, FONT);
    format_set_font_size(standard, 12);
    format_set_font_family(standard, 1);
}

bool book_open(struct book *book, const struct report *report, const char *path, struct render_context *context)
{
    *book = (struct book){ .path = path,
                           .place = render_place(context, path),
                           .arena = context->arena,
                           .findings = context->findings };
    if (!can_write(path, book->place, context->findings))
        return false;
    book->workbook = workbook_new(path);
    if (!book->workbook) {
        fail(book, ENOMEM);
        return false;
    }
    set_default_font(book->workbook);
    set_properties(book, report);
    return true;
}

static void check_file(struct book *book, const struct xlsx_parts *parts)
{
    bool holds = false;
    int error = parts->lost ? ENOMEM : xlsx_zip_check(book->path, parts, &holds);
    if (error) {
        fail(book, error);
    } else if (!holds) {
        finding_add(book->findings, FINDING_XLSX_NOT_WHOLE, book->place, book->place.file, NULL);
        book->failed = true;
    }
}

/* The library writes the file and frees the workbook; what it does not notice is found by reading the file. */
static void finish(struct book *book)
{
    struct xlsx_parts parts;
    xlsx_parts_open(&parts, book->arena);
    xlsx_pack_begin();
    xlsx_fprintf_link();
    lxw_error error = workbook_close(book->workbook);
    int cause = xlsx_pack_error();
    xlsx_parts_close();
    if (error && cause)
        fail(book, cause);
    else
        book_watch(book, error);
    if (!book->failed)
        check_file(book, &parts);
}

bool book_close(struct book *book)
{
    if (book->failed)
        lxw_workbook_free(book->workbook);
    else
        finish(book);
    return !book->failed;
}

lxw_worksheet *book_sheet(struct book *book, const char *name)
{
    if (book->failed)
        return NULL;
    lxw_worksheet *sheet = workbook_add_worksheet(book->workbook, name);
    char *quoted = sheet ? strdup(xlsx_quoted(book->arena, name)) : NULL;
    if (!quoted) {
        fail(book, ENOMEM);
        return NULL;
    }
    free((void *)sheet->quoted_name); /* see xlsx_quoted(): print titles of sheet "PL1" would be broken */
    sheet->quoted_name = quoted;
    return sheet;
}

static bool same_style(const struct style *a, const struct style *b)
{
    return a->face == b->face && a->size == b->size && a->align == b->align && a->edges == b->edges && a->wrap == b->wrap &&
           a->indent == b->indent && a->across == b->across && a->top == b->top && a->filled == b->filled &&
           a->open == b->open && a->underlined == b->underlined && text_equal(a->pattern, b->pattern);
}

static uint8_t alignment(const struct style *style)
{
    static const uint8_t ALIGNMENTS
        [] = { [ALIGN_LEFT] = LXW_ALIGN_LEFT, [ALIGN_CENTRE] = LXW_ALIGN_CENTER, [ALIGN_RIGHT] = LXW_ALIGN_RIGHT };
    return style->across ? LXW_ALIGN_CENTER_ACROSS : ALIGNMENTS[style->align];
}

static void apply_borders(lxw_format *format, unsigned edges)
{
    if (edges & EDGE_LEFT)
        format_set_left(format, LXW_BORDER_THIN);
    if (edges & EDGE_RIGHT)
        format_set_right(format, LXW_BORDER_THIN);
    if (edges & EDGE_TOP)
        format_set_top(format, LXW_BORDER_THIN);
    if (edges & EDGE_BOTTOM)
        format_set_bottom(format, LXW_BORDER_THIN);
}

static void apply(lxw_format *format, const struct style *style)
{
    enum { GREY = 0xD9D9D9 }; /* as in print: a light colour would not survive a copier */
    format_set_font_name(format, FONT);
    format_set_font_family(format, 1); /* Roman: what replaces the font where it is missing has serifs too */
    format_set_font_size(format, (double)style->size / MPT_PER_PT);
    if (face_is_bold(style->face))
        format_set_bold(format);
    if (face_is_italic(style->face))
        format_set_italic(format);
    format_set_align(format, alignment(style));
    format_set_align(format, style->top ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER);
    if (style->indent)
        format_set_indent(format, (uint8_t)style->indent);
    if (style->underlined)
        format_set_underline(format, LXW_UNDERLINE_SINGLE);
    if (style->wrap)
        format_set_text_wrap(format);
    apply_borders(format, style->edges);
    if (style->filled)
        format_set_bg_color(format, GREY);
    if (style->open)
        format_set_unlocked(format);
    if (style->pattern)
        format_set_num_format(format, style->pattern);
}

lxw_format *book_format(struct book *book, struct style style)
{
    for (size_t i = 0; i < book->format_count; i++)
        if (same_style(&book->formats[i].style, &style))
            return book->formats[i].format;
    lxw_format *format = workbook_add_format(book->workbook);
    if (!format) {
        fail(book, ENOMEM);
        return NULL;
    }
    apply(format, &style);
    struct book_format *entry = ARENA_PUSH(book->arena, book->formats, book->format_count, book->format_capacity);
    *entry = (struct book_format){ style, format };
    return format;
}

void book_text(struct book *book, lxw_worksheet *sheet, unsigned row, size_t column, const char *text, struct style style)
{
    lxw_format *format = book_format(book, style);
    lxw_error error = text && *text
                          ? worksheet_write_string(sheet, row, (lxw_col_t)column, xlsx_escaped(book->arena, text), format)
                          : worksheet_write_blank(sheet, row, (lxw_col_t)column, format);
    book_watch(book, error);
}

/* The library drops the errors of the cells that it fills while merging; the text is written once more, watched. */
void book_merge(struct book *book, lxw_worksheet *sheet, struct cell_ref from, unsigned rows, size_t columns,
                const char *text, struct style style)
{
    if (rows > 1 || columns > 1)
        book_watch(book, worksheet_merge_range(sheet, from.row, (lxw_col_t)from.column, from.row + rows - 1,
                                               (lxw_col_t)(from.column + columns - 1), "", book_format(book, style)));
    book_text(book, sheet, from.row, from.column, text, style);
}
