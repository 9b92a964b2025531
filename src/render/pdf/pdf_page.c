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

/* Marks that are drawn together: those of a figure, or all others. */
struct run {
    const struct pdf *pdf;
    const struct page *page;
    size_t first, end;
    unsigned figure; /* 0 for none */
};

static bool is_figure(const struct pdf *pdf, unsigned part)
{
    return pdf->pages->parts[part].kind == PASSAGE_FIGURE;
}

/* The mark at that place if it is of the run and of the kind; else NULL. */
static const struct mark *mark_of(const struct run *run, size_t place, enum mark_kind kind)
{
    const struct mark *mark = &run->page->marks[place];
    bool belongs = run->figure ? mark->part == run->figure : !is_figure(run->pdf, mark->part);
    return belongs && mark->kind == kind ? mark : NULL;
}

static void add_fills(struct text *out, const struct run *run)
{
    const struct page *page = run->page;
    const struct mark *last = NULL;
    for (size_t i = run->first; i < run->end; i++) {
        const struct mark *mark = mark_of(run, i, MARK_FILL);
        if (!mark)
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
static void add_rules(struct text *out, const struct run *run)
{
    const struct page *page = run->page;
    bool any = false;
    for (size_t i = run->first; i < run->end; i++) {
        const struct mark *mark = mark_of(run, i, MARK_RULE);
        if (!mark)
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

static void add_glyphs(struct text *out, const struct pdf *pdf, const struct mark *mark)
{
    const struct truetype *face = pdf->fonts[mark->face].face;
    static const char HEX[] = "0123456789ABCDEF";
    const char *next = mark->text, *end = mark->text + mark->length;
    text_add(out, "<");
    while (next < end) {
        unsigned glyph = truetype_glyph(face, utf8_next(&next));
        const char digits[4] = { HEX[glyph >> 12 & 15], HEX[glyph >> 8 & 15], HEX[glyph >> 4 & 15], HEX[glyph & 15] };
        text_addn(out, digits, sizeof digits);
    }
    if (pdf_blank_follows(pdf, mark))
        text_addf(out, "%04X", truetype_glyph(face, ' '));
    text_add(out, "> Tj\n");
}

/* How texts are being shown: positions are relative to where the last one began. */
struct shown {
    enum face face;
    mpt size;
    int32_t x, y;
};

static void add_text(struct text *out, const struct run *run, const struct mark *mark, struct shown *shown)
{
    if (mark->face != shown->face || mark->size != shown->size) {
        shown->face = mark->face;
        shown->size = mark->size;
        text_addf(out, "/F%d ", (int)mark->face);
        add_number(out, hundredths(mark->size));
        text_add(out, "Tf\n");
    }
    int32_t x = hundredths(mark->x), y = hundredths(run->page->height - mark->y);
    add_pair(out, x - shown->x, y - shown->y);
    text_add(out, "Td ");
    add_glyphs(out, run->pdf, mark);
    shown->x = x;
    shown->y = y;
}

/* ---- marked content ---- */

static void begin_content(struct text *out, struct pdf *pdf, size_t index, unsigned part, unsigned cell)
{
    if (!part) {
        text_add(out, "/Artifact<</Type/Pagination>>BDC\n");
        return;
    }
    text_add(out, "/");
    text_add(out, pdf_tags_role(pdf, part, cell));
    text_add(out, "<</MCID ");
    text_add_number(out, pdf_tags_content(pdf, index, part, cell));
    text_add(out, ">>BDC\n");
}

/* The texts outside figures; what follows each other in one part or cell is one content. */
static void add_texts(struct text *out, struct pdf *pdf, const struct run *run)
{
    struct shown shown = { .face = FACE_COUNT };
    const struct mark *last = NULL;
    text_add(out, "BT\n");
    for (size_t i = run->first; i < run->end; i++) {
        const struct mark *mark = mark_of(run, i, MARK_TEXT);
        if (!mark)
            continue;
        if (!last || mark->part != last->part || mark->cell != last->cell) {
            text_add(out, last ? "EMC\n" : "");
            begin_content(out, pdf, (size_t)(run->page - pdf->pages->items), mark->part, mark->cell);
        }
        add_text(out, run, mark, &shown);
        last = mark;
    }
    text_add(out, last ? "EMC\nET\n" : "ET\n");
}

/* All marks of a figure as one content. */
static void add_figure(struct text *out, struct pdf *pdf, const struct run *run)
{
    struct shown shown = { .face = FACE_COUNT };
    begin_content(out, pdf, (size_t)(run->page - pdf->pages->items), run->figure, 0);
    add_fills(out, run);
    add_rules(out, run);
    text_add(out, "BT\n");
    for (size_t i = run->first; i < run->end; i++)
        if (mark_of(run, i, MARK_TEXT))
            add_text(out, run, &run->page->marks[i], &shown);
    text_add(out, "ET\nEMC\n");
}

static void add_figures(struct text *out, struct pdf *pdf, const struct page *page)
{
    for (size_t first = 0, end; first < page->mark_count; first = end) {
        unsigned part = page->marks[first].part;
        for (end = first + 1; end < page->mark_count && page->marks[end].part == part;)
            end++;
        if (is_figure(pdf, part))
            add_figure(out, pdf, &(struct run){ pdf, page, first, end, part });
    }
}

static HPDF_REAL points(mpt length)
{
    return (HPDF_REAL)length / MPT_PER_PT;
}

static struct text content_of(struct pdf *pdf, const struct page *page, struct arena *arena)
{
    struct text content = text_in(arena);
    struct run run = { .pdf = pdf, .page = page, .end = page->mark_count };
    text_add(&content, "/Artifact<</Type/Layout>>BDC\n");
    add_fills(&content, &run);
    add_rules(&content, &run);
    text_add(&content, "EMC\n");
    add_texts(&content, pdf, &run);
    add_figures(&content, pdf, page);
    return content;
}

HPDF_Page pdf_page_add(struct pdf *pdf, size_t index)
{
    const struct page *page = &pdf->pages->items[index];
    HPDF_Page added = HPDF_AddPage(pdf->doc);
    if (!added)
        return NULL;
    HPDF_Page_SetWidth(added, points(page->width));
    HPDF_Page_SetHeight(added, points(page->height));
    HPDF_Dict_AddNumber(added, "StructParents", (HPDF_INT32)index);
    HPDF_Dict_Add(HPDF_Dict_GetItem(added, "Resources", HPDF_OCLASS_DICT), "Font", pdf->font_resources);
    struct arena arena = ARENA_INIT; /* the document keeps a copy of the stream */
    struct text content = content_of(pdf, page, &arena);
    HPDF_PageAttr attributes = added->attr;
    pdf_fill_stream(pdf, attributes->contents, pdf_pack(&arena, content.data, content.length, DEFLATE_QUICKEST));
    arena_release(&arena);
    return added;
}
