/*
 * Pages with their heads, numbers and feet; the rows come from page_flow.c, what stands outside tables from page_block.c.
 */
#include "report/page/paginate.h"

#include "report/page/pager.h"
#include "report/wrap.h"

enum {
    ANNEX_SIZE = 14000,
    BASIS_SIZE = 13000,
    FOOT_SIZE = 10000,
    RUNNING_SIZE = 11000,
    NUMBER_SIZE = 13000,
    GAP = 6000,
    SMALL_GAP = 3000,
    WIDTH_TOLERANCE = 1000 /* column widths in millimetres do not add up to the last millipoint */
};

struct page *pager_page(const struct pager *pager)
{
    return &pager->pages->items[pager->pages->count - 1];
}

mpt pager_bottom(const struct pager *pager)
{
    return pager_page(pager)->height - MARGIN_BOTTOM;
}

unsigned pager_passage(struct pager *pager, enum passage_kind kind)
{
    struct pages *pages = pager->pages;
    struct passage *part = ARENA_PUSH(pager->arena, pages->parts, pages->part_count, pages->part_capacity);
    *part = (struct passage){ .kind = kind, .table = pager->table_index };
    return (unsigned)(pages->part_count - 1);
}

void pager_read_as(struct pager *pager, unsigned part)
{
    pager_page(pager)->part = part;
}

void pager_bookmark(struct pager *pager, const char *title, unsigned level, mpt y)
{
    struct pages *pages = pager->pages;
    if (!title)
        return;
    struct bookmark *bookmark = ARENA_PUSH(pager->arena, pages->bookmarks, pages->bookmark_count, pages->bookmark_capacity);
    *bookmark = (struct bookmark){ title, level, pages->count - 1, y };
}

static void draw_line(struct pager *pager, enum face face, mpt size, enum align align, mpt y, const char *text,
                      size_t length)
{
    page_text(pager_page(pager), &pager->grid.pen, face, size, align, MARGIN_LEFT, table_page_width(pager->table), y, text,
              length);
}

/* The page number stands in the middle of the upper margin; the first page of a table shows none. */
static void draw_number(struct pager *pager)
{
    if (pager->number < 2)
        return;
    const char *text = arena_printf(pager->arena, "%u", pager->number);
    draw_line(pager, FACE_REGULAR, NUMBER_SIZE, ALIGN_CENTRE, (MARGIN_TOP - metrics_line_height(NUMBER_SIZE)) / 2, text,
              strlen(text));
}

/* Which table goes on here: a page that has dropped out of a stack is put back by its number and this. */
static void draw_running_head(struct pager *pager)
{
    const struct table *table = pager->table;
    if (!pager->report->is_one || !table->annex || !pager->inside)
        return;
    const char *text = table->continues ? table->annex : arena_printf(pager->arena, "%s (tiếp theo)", table->annex);
    draw_line(pager, FACE_ITALIC, RUNNING_SIZE, ALIGN_RIGHT, (MARGIN_TOP - metrics_line_height(RUNNING_SIZE)) / 2, text,
              strlen(text));
}

static void draw_foot(struct pager *pager, const char *text)
{
    struct page *page = pager_page(pager);
    if (!text)
        return;
    size_t count;
    const struct line *lines = wrap_text(pager->metrics, FACE_ITALIC, FOOT_SIZE, table_page_width(pager->table), text,
                                         pager->arena, &count);
    mpt y = pager_bottom(pager) + 2 * GAP;
    page->foot = page->mark_count;
    for (size_t i = 0; i < count; i++, y += metrics_line_height(FOOT_SIZE))
        draw_line(pager, FACE_ITALIC, FOOT_SIZE, ALIGN_LEFT, y, lines[i].text, lines[i].length);
    page->foot_count = page->mark_count - page->foot;
}

/* The head of this page warns by now: its foot need not say it again. */
static void draw_foot_again(struct pager *pager)
{
    struct page *page = pager_page(pager);
    size_t behind = page->foot + page->foot_count;
    memmove(&page->marks[page->foot], &page->marks[behind], (page->mark_count - behind) * sizeof *page->marks);
    page->mark_count -= page->foot_count;
    pager_read_as(pager, 0);
    draw_foot(pager, pager->report->control_only);
}

void pager_new_page(struct pager *pager)
{
    struct pages *pages = pager->pages;
    bool wide = pager->table->landscape;
    unsigned part = pages->count ? pager_page(pager)->part : 0;
    size_t before = pages->count ? pager_page(pager)->mark_count : 0; /* pages of one table have about as many */
    size_t marks = before + before / 8;
    struct page *page = ARENA_PUSH(pager->arena, pages->items, pages->count, pages->capacity);
    *page = (struct page){ .width = wide ? PAGE_LONG : PAGE_SHORT,
                           .height = wide ? PAGE_SHORT : PAGE_LONG,
                           .table = pager->table_index,
                           .number = ++pager->number,
                           .marks = arena_alloc(pager->arena, marks, sizeof *page->marks),
                           .mark_capacity = marks };
    pager->y = MARGIN_TOP;
    if (pages->count == 1 && pager->report->sign_room)
        pager->y += SIGN_ROOM_HEIGHT;
    draw_number(pager);
    draw_running_head(pager);
    draw_foot(pager, pager->report->control_line);
    pager_read_as(pager, part);
}

/* Centred lines, on as many pages as they need. Returns the width of the widest. */
static mpt flow(struct pager *pager, enum face face, mpt size, const char *text)
{
    size_t count;
    mpt widest = 0, step = metrics_line_height(size);
    const struct line *lines =
        wrap_balanced(pager->metrics, face, size, table_page_width(pager->table), text, pager->arena, &count);
    for (size_t i = 0; i < count; i++) {
        if (pager->y + step > pager_bottom(pager))
            pager_new_page(pager);
        draw_line(pager, face, size, ALIGN_CENTRE, pager->y, lines[i].text, lines[i].length);
        pager->y += step;
        if (lines[i].width > widest)
            widest = lines[i].width;
    }
    return widest;
}

/* The short rule under the head of an annex: the decree wants a third to a half of the line above it. */
static void draw_short_rule(struct pager *pager, mpt line_width)
{
    mpt width = line_width * 2 / 5;
    pager->y += SMALL_GAP;
    struct mark *rule = page_mark(pager_page(pager), MARK_RULE, MARGIN_LEFT + (table_page_width(pager->table) - width) / 2,
                                  pager->y, pager->arena);
    rule->width = width;
}

static void draw_head_block(struct pager *pager)
{
    const struct table *table = pager->table;
    const char *basis = table_basis_on_page(pager->report, pager->table_index);
    mpt widest = 0;
    if (table->annex || table->title)
        pager_read_as(pager, pager_passage(pager, PASSAGE_HEADING));
    if (table->annex)
        widest = flow(pager, FACE_BOLD, ANNEX_SIZE, table->annex);
    if (table->title)
        widest = flow(pager, FACE_BOLD, ANNEX_SIZE, table->title);
    if (basis) {
        pager_read_as(pager, pager_passage(pager, PASSAGE_TEXT));
        size_t before = pager->pages->count;
        widest = flow(pager, FACE_ITALIC, BASIS_SIZE, basis);
        if (pager->report->warning && pager->pages->count == before)
            draw_foot_again(pager);
    }
    pager_read_as(pager, 0);
    if (widest == 0)
        return;
    if (!table->opening) /* which has its own rule */
        draw_short_rule(pager, widest);
    pager->y += 2 * GAP;
}

bool page_target(const struct pages *pages, const struct report *report, const struct link *link, struct spot *spot, mpt *x)
{
    size_t index = report_link_table(report, link);
    if (index == report->table_count)
        return false;
    const struct table *table = link->table;
    mpt width = table_span_width(table, 0, (unsigned)table->column_count);
    *spot = pages->spots[index][link->cell.row];
    *x = MARGIN_LEFT + (table_page_width(table) - width) / 2 + table_span_width(table, 0, link->cell.column);
    return true;
}

static bool fits_page(const struct table *table, struct findings *findings)
{
    int64_t width = 0;
    for (size_t column = 0; column < table->column_count; column++)
        width += table->columns[column].width;
    if (width <= table_page_width(table) + WIDTH_TOLERANCE)
        return true;
    finding_add(findings, FINDING_COLUMN_TOO_WIDE, table->place, table->id, NULL);
    return false;
}

void pager_table(struct pager *pager)
{
    pager->pages->spots[pager->table_index] =
        arena_alloc(pager->arena, pager->table->row_count, sizeof **pager->pages->spots);
    pager->grid = grid_of(pager->table, pager->metrics, pager->arena);
    pager_bookmark(pager, pager->table->bookmark, 0, pager->y);
    pager->inside = true;
    pager_opening(pager);
    draw_head_block(pager);
    pager_rows(pager);
    pager_notes(pager);
    pager_charts(pager);
    pager_signature(pager);
}

static void paginate_table(struct pager *pager)
{
    if (pager_below(pager))
        return;
    if (!pager->table->continues && !pager->report->is_one)
        pager->number = 0;
    pager->inside = false;
    pager->grid = (struct grid){ .table = pager->table, .pen = { pager->metrics, pager->arena } };
    pager_new_page(pager);
    pager_table(pager);
}

bool paginate(struct pages *pages, const struct report *report, const struct metrics *metrics, struct arena *arena,
              struct findings *findings)
{
    struct pager pager = { .pages = pages, .report = report, .metrics = metrics, .arena = arena };
    bool fits = true;
    *pages = (struct pages){ .spots = arena_alloc(arena, report->table_count, sizeof *pages->spots) };
    pager_passage(&pager, PASSAGE_NONE);
    if (report->cover)
        pager_cover(&pager, report->cover);
    for (size_t i = 0; i < report->table_count; i++) {
        pager.table = &report->tables[i];
        pager.table_index = i;
        if (fits_page(pager.table, findings))
            paginate_table(&pager);
        else
            fits = false;
    }
    return fits;
}
