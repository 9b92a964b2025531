#include "render/xlsx/xlsx_print.h"

enum { PERCENT = 100, POINTS_AN_INCH = 72, PIXELS_AN_INCH = 96 };

/* ---- the scale ---- */

static int64_t paper_pixels(mpt length)
{
    return (int64_t)length * PIXELS_AN_INCH / ((int64_t)POINTS_AN_INCH * MPT_PER_PT);
}

static int64_t paper_width(bool landscape)
{
    return paper_pixels((landscape ? PAGE_LONG : PAGE_SHORT) - MARGIN_LEFT - MARGIN_RIGHT);
}

static int64_t paper_height(bool landscape)
{
    return paper_pixels((landscape ? PAGE_SHORT : PAGE_LONG) - MARGIN_TOP - MARGIN_BOTTOM);
}

/* At which so many pixels fit into the room. */
static unsigned percent_of(int64_t room, int64_t pixels)
{
    return pixels <= room ? PERCENT : (unsigned)(room * PERCENT / pixels);
}

bool xlsx_is_landscape(bool asked, unsigned width)
{
    enum { LEAST_UPRIGHT = 75 };
    return asked || percent_of(paper_width(false), width) < LEAST_UPRIGHT;
}

/*
 * The scale of the sheet, with a pixel more for each column: another resolution of screen or printer rounds their widths
 * otherwise, by half a pixel at most, and must not push the last one to a page of its own.
 */
static unsigned scale_of(const struct xlsx_print *print)
{
    size_t columns = print->last_column + 1, reserve = print->is_tight ? (columns + 1) / 2 : columns;
    return percent_of(paper_width(print->landscape), (int64_t)print->width + (int64_t)reserve) - print->less;
}

enum { SMALL_PERCENT = 90 };

bool xlsx_is_small(const struct xlsx_print *print)
{
    return scale_of(print) < SMALL_PERCENT;
}

/* A page is not filled to its edge: screens of other resolutions round the heights of rows otherwise. */
static unsigned full_page(const struct xlsx_print *print)
{
    enum { FILLED_PERCENT = 98 };
    return (unsigned)(paper_height(print->landscape) * FILLED_PERCENT / scale_of(print));
}

/* A head so high that it leaves less than half of a page is the spreadsheet's own trouble. */
unsigned xlsx_page_room(const struct xlsx_rows *rows, const struct xlsx_print *print)
{
    unsigned page = full_page(print), head = xlsx_rows_pixels(rows, print->area.head, print->area.data);
    return head < page / 2 ? page - head : page / 2;
}

/* True for a sheet that one page holds at a scale that is only a little smaller, with type that is read without trouble. */
static bool is_hardly_longer(const struct xlsx_rows *rows, const struct xlsx_print *print)
{
    enum { LEAST_PERCENT = 90, LEAST_SIZE = 9 * MPT_PER_PT };
    unsigned pixels = xlsx_rows_pixels(rows, 0, print->area.last + 1);
    unsigned wide = percent_of(paper_width(print->landscape), print->width);
    unsigned high = percent_of(paper_height(print->landscape), pixels);
    return pixels > full_page(print) && high * PERCENT >= wide * LEAST_PERCENT &&
           (int64_t)print->size * high >= (int64_t)LEAST_SIZE * PERCENT;
}

/* ---- where pages end ---- */

/* The row after the last one that fits on a page from `start` on; there is one row at least. */
static unsigned page_end(const struct xlsx_rows *rows, unsigned start, unsigned end, unsigned room)
{
    unsigned row = start + 1, used = xlsx_rows_pixels(rows, start, row);
    while (row < end && used + xlsx_rows_pixels(rows, row, row + 1) <= room) {
        used += xlsx_rows_pixels(rows, row, row + 1);
        row++;
    }
    return row;
}

/*
 * The last place up to `end` where the rows part with the least harm. For a cell over several rows alone no page is left
 * half empty.
 */
static unsigned best_break(const struct xlsx_rows *rows, unsigned start, unsigned end, unsigned room)
{
    unsigned best = end;
    enum glue weakest = xlsx_glue(rows, end);
    for (unsigned row = end - 1; row > start && weakest > GLUE_NONE; row--) {
        if (weakest == GLUE_SPAN && xlsx_rows_pixels(rows, start, row) < room / 2)
            break;
        if (xlsx_glue(rows, row) < weakest) {
            weakest = xlsx_glue(rows, row);
            best = row;
        }
    }
    return best;
}

/* The row that the page after the one beginning at `start` begins with; the row after the last one if there is none. */
static unsigned next_page(const struct xlsx_rows *rows, const struct xlsx_print *print, unsigned start)
{
    unsigned end = print->area.last + 1;
    unsigned room = start > 0 && start >= print->area.data ? xlsx_page_room(rows, print) : full_page(print);
    unsigned next = page_end(rows, start, end, room);
    return next == end ? end : best_break(rows, start, next, room);
}

static unsigned page_count(const struct xlsx_rows *rows, const struct xlsx_print *print)
{
    unsigned count = 1;
    for (unsigned start = next_page(rows, print, 0); start <= print->area.last; start = next_page(rows, print, start))
        count++;
    return count;
}

/* How many percent less spare a last page of a row or two: as few as do it, and none for a sheet that would be small. */
static unsigned worth_less(const struct xlsx_rows *rows, const struct xlsx_print *print)
{
    enum { MOST_LESS = 3 };
    struct xlsx_print smaller = *print;
    unsigned best = 0, fewest = page_count(rows, print), scale = scale_of(print);
    while (smaller.less < MOST_LESS && scale - smaller.less > SMALL_PERCENT) {
        smaller.less++;
        unsigned count = page_count(rows, &smaller);
        if (count < fewest) {
            fewest = count;
            best = smaller.less;
        }
    }
    return best;
}

static void set_breaks(const struct xlsx_rows *rows, const struct xlsx_print *print)
{
    lxw_row_t breaks[LXW_BREAKS_MAX + 1] = { 0 };
    unsigned count = 0, start = next_page(rows, print, 0);
    for (; start <= print->area.last && count < LXW_BREAKS_MAX; start = next_page(rows, print, start))
        breaks[count++] = start;
    if (count)
        book_watch(rows->book, worksheet_set_h_pagebreaks(rows->sheet, breaks));
}

unsigned xlsx_page_left(const struct xlsx_rows *rows, const struct xlsx_print *print)
{
    unsigned start = 0, end = print->area.last + 1;
    for (unsigned next = next_page(rows, print, 0); next < end; next = next_page(rows, print, next))
        start = next;
    unsigned room = start > 0 ? xlsx_page_room(rows, print) : full_page(print);
    unsigned used = xlsx_rows_pixels(rows, start, end);
    return used < room ? room - used : 0;
}

/* ---- the page set-up ---- */

static double inches(mpt length)
{
    return (double)length / (POINTS_AN_INCH * MPT_PER_PT);
}

void xlsx_set_print(const struct xlsx_rows *rows, const struct xlsx_print *print)
{
    enum { PAPER_A4 = 9 };
    lxw_worksheet *sheet = rows->sheet;
    bool one_page = is_hardly_longer(rows, print);
    worksheet_set_paper(sheet, PAPER_A4);
    if (print->landscape)
        worksheet_set_landscape(sheet);
    worksheet_set_margins(sheet, inches(MARGIN_LEFT), inches(MARGIN_RIGHT), inches(MARGIN_TOP), inches(MARGIN_BOTTOM));
    worksheet_center_horizontally(sheet);
    if (one_page) {
        worksheet_fit_to_pages(sheet, 1, 1);
    } else {
        struct xlsx_print smaller = *print;
        smaller.less = worth_less(rows, print);
        worksheet_set_print_scale(sheet, (uint16_t)scale_of(&smaller));
        set_breaks(rows, &smaller);
    }
    book_watch(rows->book, worksheet_print_area(sheet, 0, 0, print->area.last, (lxw_col_t)print->last_column));
    if (print->area.head < print->area.data)
        book_watch(rows->book, worksheet_repeat_rows(sheet, print->area.head, print->area.data - 1));
    book_watch(rows->book, worksheet_set_footer(sheet, print->footer));
}
