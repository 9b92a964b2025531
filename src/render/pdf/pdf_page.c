/* Page contents: the marks of a page as drawing operators, written by integer arithmetic and compressed. */
#include "render/pdf/pdf.h"

/* ---- operators ---- */

/* Millipoints to the hundredths of a point that the file holds. */
static int32_t hundredths(mpt length)
{
    return (length + (length < 0 ? -5 : 5)) / 10;
}

/* "12.34 ", without needless zeros. */
static void add_number(struct text *out, int32_t value)
{
    char buffer[16], *at = buffer + sizeof buffer;
    uint32_t rest = value < 0 ? 0u - (uint32_t)value : (uint32_t)value;
    uint32_t fraction = rest % 100;
    *--at = ' ';
    if (fraction % 10)
        *--at = (char)('0' + fraction % 10);
    if (fraction) {
        *--at = (char)('0' + fraction / 10);
        *--at = '.';
    }
    rest /= 100;
    do
        *--at = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        *--at = '-';
    text_addn(out, at, (size_t)(buffer + sizeof buffer - at));
}

static void add_pair(struct text *out, int32_t x, int32_t y)
{
    add_number(out, x);
    add_number(out, y);
}

static void add_fills(struct text *out, const struct page *page)
{
    const struct mark *last = NULL;
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind != MARK_FILL)
            continue;
        if (!last || mark->white != last->white) {
            text_add(out, last ? "f\n" : "");
            add_number(out, (int32_t)mark->white);
            text_add(out, "g\n");
        }
        last = mark;
        add_pair(out, hundredths(mark->x), hundredths(page->height - mark->y - mark->height));
        add_pair(out, hundredths(mark->width), hundredths(mark->height));
        text_add(out, "re\n");
    }
    if (last)
        text_add(out, "f\n0 g\n");
}

/* Square ends, so that borders meet in full corners. */
static void add_rules(struct text *out, const struct page *page)
{
    bool any = false;
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind != MARK_RULE)
            continue;
        if (!any) {
            add_number(out, hundredths(RULE_THICKNESS));
            text_add(out, "w 2 J\n");
        }
        any = true;
        add_pair(out, hundredths(mark->x), hundredths(page->height - mark->y));
        text_add(out, "m ");
        add_pair(out, hundredths(mark->x + mark->width), hundredths(page->height - mark->y - mark->height));
        text_add(out, "l\n");
    }
    if (any)
        text_add(out, "S\n");
}

static void add_glyphs(struct text *out, const struct truetype *face, const struct mark *mark)
{
    static const char HEX[] = "0123456789ABCDEF";
    const char *next = mark->text, *end = mark->text + mark->length;
    text_add(out, "<");
    while (next < end) {
        unsigned glyph = truetype_glyph(face, utf8_next(&next));
        const char digits[4] = { HEX[glyph >> 12 & 15], HEX[glyph >> 8 & 15], HEX[glyph >> 4 & 15], HEX[glyph & 15] };
        text_addn(out, digits, sizeof digits);
    }
    text_add(out, "> Tj\n");
}

static void add_texts(struct text *out, const struct pdf *pdf, const struct page *page)
{
    enum face face = FACE_COUNT;
    mpt size = 0;
    int32_t x = 0, y = 0; /* where the last text began: positions are relative to it */
    text_add(out, "BT\n");
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind != MARK_TEXT)
            continue;
        if (mark->face != face || mark->size != size) {
            face = mark->face;
            size = mark->size;
            text_addf(out, "/F%d ", (int)face);
            add_number(out, hundredths(size));
            text_add(out, "Tf\n");
        }
        int32_t new_x = hundredths(mark->x), new_y = hundredths(page->height - mark->y);
        add_pair(out, new_x - x, new_y - y);
        text_add(out, "Td ");
        add_glyphs(out, pdf->fonts[face].face, mark);
        x = new_x;
        y = new_y;
    }
    text_add(out, "ET\n");
}

static HPDF_REAL points(mpt length)
{
    return (HPDF_REAL)length / MPT_PER_PT;
}

HPDF_Page pdf_page_add(struct pdf *pdf, const struct page *page)
{
    HPDF_Page added = HPDF_AddPage(pdf->doc);
    if (!added)
        return NULL;
    HPDF_Page_SetWidth(added, points(page->width));
    HPDF_Page_SetHeight(added, points(page->height));
    HPDF_Dict_Add(HPDF_Dict_GetItem(added, "Resources", HPDF_OCLASS_DICT), "Font", pdf->font_resources);
    struct text content = text_in(pdf->arena);
    add_fills(&content, page);
    add_rules(&content, page);
    add_texts(&content, pdf, page);
    HPDF_PageAttr attributes = added->attr;
    pdf_fill_stream(pdf, attributes->contents, pdf_pack(pdf->arena, content.data, content.length));
    return added;
}
