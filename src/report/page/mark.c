#include "report/page/mark.h"

struct mark *page_mark(struct page *page, enum mark_kind kind, mpt x, mpt y, struct arena *arena)
{
    struct mark *mark = ARENA_PUSH(arena, page->marks, page->mark_count, page->mark_capacity);
    mark->kind = kind;
    mark->x = x;
    mark->y = y;
    mark->part = page->part;
    mark->cell = page->cell;
    return mark;
}

void page_text(struct page *page, const struct pen *pen, enum face face, mpt size, enum align align, mpt x, mpt width,
               mpt y, const char *text, size_t length)
{
    if (length == 0)
        return;
    const struct metrics *metrics = pen->metrics;
    mpt ascent = (mpt)((int64_t)size * metrics->ascent / 1000);
    mpt descent = (mpt)((int64_t)size * metrics->descent / 1000);
    mpt advance = metrics_width(metrics, face, size, text, length);
    mpt leading = metrics_line_height(size) - ascent - descent;
    mpt free = width - advance;
    mpt indent = align == ALIGN_LEFT ? 0 : align == ALIGN_RIGHT ? free : free / 2;
    struct mark *mark = page_mark(page, MARK_TEXT, x + indent, y + leading / 2 + ascent, pen->arena);
    mark->width = advance;
    mark->face = face;
    mark->size = size;
    mark->text = text;
    mark->length = (uint32_t)length;
}
