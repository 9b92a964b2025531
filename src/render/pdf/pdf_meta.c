/* What a document says of itself: to people (title, outline) and to archives (XMP, identifier, colour profile). */
#include "render/pdf/pdf.h"

#include <hpdf_pdfa.h>
#include <nettle/sha2.h>

#include "report/block.h"

enum { UTC_OFFSET_HOURS = 7, ID_SIZE = 16 };

/*
 * What of a text a string of the file holds: PDF/A-1 ends at 65,535 bytes (ISO 19005-1, 6.1.12; PDF Reference 1.4, Annex
 * C), which are 32,766 units of UTF-16 after the mark, and libharu makes no longer one. Only what documents and outlines are
 * called is cut so, with an ellipsis: the pages show it whole.
 */
static const char *within_limit(struct pdf *pdf, const char *text)
{
    enum { UNITS_MAX = 32766 };
    const char *next = text, *cut = text;
    for (size_t units = 0; *next && units <= UNITS_MAX;) {
        units += utf8_next(&next) > 0xffff ? 2 : 1;
        if (units < UNITS_MAX)
            cut = next;
        else if (units > UNITS_MAX)
            return arena_printf(pdf->arena, "%.*s…", (int)(cut - text), text);
    }
    return text;
}

HPDF_Binary pdf_unicode_string(struct pdf *pdf, const char *text)
{
    text = within_limit(pdf, text);
    size_t most = 2 + 4 * strlen(text), size = 0;
    unsigned char *bytes = arena_alloc(pdf->arena, most, 1);
    bytes[size++] = 0xfe;
    bytes[size++] = 0xff;
    for (uint32_t code; (code = utf8_next(&text)) != 0;) {
        uint32_t units[2] = { code, 0 };
        if (code > 0xffff) {
            units[0] = 0xd800 + ((code - 0x10000) >> 10);
            units[1] = 0xdc00 + (code & 0x3ff);
        }
        for (int i = 0; i < 2 && (i == 0 || units[i]); i++) {
            bytes[size++] = (unsigned char)(units[i] >> 8);
            bytes[size++] = (unsigned char)units[i];
        }
    }
    return HPDF_Binary_New(pdf->doc->mmgr, bytes, (HPDF_UINT)size);
}

static void add_info_text(struct pdf *pdf, const char *key, const char *text)
{
    if (text)
        HPDF_Dict_Add(pdf->doc->info, key, pdf_unicode_string(pdf, text));
}

static void add_info(struct pdf *pdf)
{
    const struct report *report = pdf->report;
    HPDF_Date date = { .year = report->as_of.year,
                       .month = report->as_of.month,
                       .day = report->as_of.day,
                       .ind = '+',
                       .off_hour = UTC_OFFSET_HOURS };
    HPDF_SetInfoAttr(pdf->doc, HPDF_INFO_CREATOR, "phuluc " PHULUC_VERSION);
    HPDF_SetInfoDateAttr(pdf->doc, HPDF_INFO_CREATION_DATE, date);
    HPDF_SetInfoDateAttr(pdf->doc, HPDF_INFO_MOD_DATE, date);
    if (!pdf->doc->info)
        return;
    add_info_text(pdf, "Title", report->title);
    add_info_text(pdf, "Author", report->author);
    add_info_text(pdf, "Subject", report->subject);
}

/* ---- XMP: must say the same as the information dictionary ---- */

static void add_escaped(struct text *out, const char *text)
{
    for (; *text; text++)
        switch (*text) {
        case '&': text_add(out, "&amp;"); break;
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        default: text_addn(out, text, 1);
        }
}

static void add_element(struct pdf *pdf, struct text *out, const char *before, const char *text, const char *after)
{
    if (!text)
        return;
    text_add(out, before);
    add_escaped(out, within_limit(pdf, text));
    text_add(out, after);
}

static const char *xmp_packet(struct pdf *pdf, size_t *length)
{
    const struct report *report = pdf->report;
    struct text out = text_in(pdf->arena);
    const char *date = arena_printf(pdf->arena, "%04d-%02d-%02dT00:00:00+%02d:00", report->as_of.year, report->as_of.month,
                                    report->as_of.day, UTC_OFFSET_HOURS);
    text_add(&out, "<?xpacket begin=\"\xef\xbb\xbf\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n"
                   "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n"
                   "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n"
                   "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                   " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\""
                   " xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\">\n"
                   "<pdfaid:part>1</pdfaid:part>\n<pdfaid:conformance>A</pdfaid:conformance>\n"
                   "<dc:format>application/pdf</dc:format>\n");
    add_element(pdf, &out, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">", report->title,
                "</rdf:li></rdf:Alt></dc:title>\n");
    add_element(pdf, &out, "<dc:creator><rdf:Seq><rdf:li>", report->author, "</rdf:li></rdf:Seq></dc:creator>\n");
    add_element(pdf, &out, "<dc:description><rdf:Alt><rdf:li xml:lang=\"x-default\">", report->subject,
                "</rdf:li></rdf:Alt></dc:description>\n");
    add_element(pdf, &out, "<dc:language><rdf:Bag><rdf:li>", report->language, "</rdf:li></rdf:Bag></dc:language>\n");
    add_element(pdf, &out, "<xmp:CreateDate>", date, "</xmp:CreateDate>\n");
    add_element(pdf, &out, "<xmp:ModifyDate>", date, "</xmp:ModifyDate>\n");
    add_element(pdf, &out, "<xmp:CreatorTool>", HPDF_GetInfoAttr(pdf->doc, HPDF_INFO_CREATOR), "</xmp:CreatorTool>\n");
    add_element(pdf, &out, "<pdf:Producer>", HPDF_GetInfoAttr(pdf->doc, HPDF_INFO_PRODUCER), "</pdf:Producer>\n");
    text_add(&out, "</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    *length = out.length;
    return out.data;
}

/* Uncompressed: PDF/A wants the packet readable without a PDF reader. */
static void add_xmp(struct pdf *pdf)
{
    size_t length;
    const char *packet = xmp_packet(pdf, &length);
    HPDF_Dict stream = HPDF_DictStream_New(pdf->doc->mmgr, pdf->doc->xref);
    if (!stream)
        return;
    HPDF_Dict_AddName(stream, "Type", "Metadata");
    HPDF_Dict_AddName(stream, "Subtype", "XML");
    HPDF_Stream_Write(stream->stream, (const HPDF_BYTE *)packet, (HPDF_UINT)length);
    HPDF_Dict_Add(pdf->doc->catalog, "Metadata", stream);
}

/* ---- catalogue and trailer ---- */

/* The identifier follows from the figures, so that two runs agree. */
static void add_identifier(struct pdf *pdf)
{
    const char *code = pdf->report->control_code ? pdf->report->control_code : "";
    const char *id = pdf->report->id ? pdf->report->id : "";
    uint8_t digest[SHA256_DIGEST_SIZE];
    struct sha256_ctx hash;
    sha256_init(&hash);
    sha256_update(&hash, strlen(code), (const uint8_t *)code);
    sha256_update(&hash, strlen(id), (const uint8_t *)id);
    sha256_digest(&hash, sizeof digest, digest);
    HPDF_Array array = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Dict_Add(pdf->doc->trailer, "ID", array);
    for (int i = 0; i < 2; i++)
        HPDF_Array_Add(array, HPDF_Binary_New(pdf->doc->mmgr, digest, ID_SIZE));
}

static void add_colour(struct pdf *pdf, const char *icc_path)
{
    enum { COMPONENTS = 3 };
    HPDF_Dict profile = HPDF_LoadIccProfileFromFile(pdf->doc, icc_path, COMPONENTS);
    if (!profile)
        return;
    profile->filter = HPDF_STREAM_FILTER_FLATE_DECODE;
    HPDF_PDFA_AppendOutputIntents(pdf->doc, "sRGB IEC61966-2.1", profile);
}

static void add_language(struct pdf *pdf)
{
    HPDF_Catalog catalog = pdf->doc->catalog;
    HPDF_Dict preferences = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_AddBoolean(preferences, "DisplayDocTitle", HPDF_TRUE);
    HPDF_Dict_Add(catalog, "ViewerPreferences", preferences);
    HPDF_Dict_Add(catalog, "Lang",
                  HPDF_String_New(pdf->doc->mmgr, pdf->report->language ? pdf->report->language : "vi", NULL));
}

void pdf_meta_add(struct pdf *pdf, const char *icc_path)
{
    pdf->doc->pdf_version = HPDF_VER_14;
    add_info(pdf);
    add_xmp(pdf);
    add_identifier(pdf);
    add_colour(pdf, icc_path);
    add_language(pdf);
}

/* ---- outline and links ---- */

/* A place on a page at the reader's own zoom. libharu's destinations are objects of their own, which validators refuse. */
static HPDF_Array destination(struct pdf *pdf, HPDF_Page page, mpt left, mpt above)
{
    HPDF_Array array = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Array_Add(array, page);
    HPDF_Array_AddName(array, "XYZ");
    HPDF_Array_AddNumber(array, left / MPT_PER_PT);
    HPDF_Array_AddNumber(array, above / MPT_PER_PT);
    HPDF_Array_AddNumber(array, 0);
    return array;
}

static HPDF_Outline add_entry(struct pdf *pdf, HPDF_Outline parent, const struct bookmark *bookmark, HPDF_Page page)
{
    HPDF_Outline entry = HPDF_CreateOutline(pdf->doc, parent, "", NULL);
    if (!entry || !page)
        return NULL;
    mpt above = pdf->pages->items[bookmark->page].height - bookmark->y;
    HPDF_Dict_Add(entry, "Title", pdf_unicode_string(pdf, bookmark->title));
    HPDF_Dict_Add(entry, "Dest", destination(pdf, page, 0, above));
    return entry;
}

void pdf_outline_add(struct pdf *pdf, const HPDF_Page *pages)
{
    HPDF_Outline table = NULL;
    for (size_t i = 0; i < pdf->pages->bookmark_count; i++) {
        const struct bookmark *bookmark = &pdf->pages->bookmarks[i];
        HPDF_Outline entry = add_entry(pdf, bookmark->level ? table : NULL, bookmark, pages[bookmark->page]);
        if (bookmark->level == 0)
            table = entry;
    }
    if (table)
        HPDF_SetPageMode(pdf->doc, HPDF_PAGE_MODE_USE_OUTLINE);
}

/* ---- page labels ---- */

static bool begins_run(const struct pages *pages, size_t page)
{
    return page == 0 || pages->items[page].number == 1;
}

static size_t count_runs(const struct pages *pages)
{
    size_t runs = 0;
    for (size_t i = 0; i < pages->count; i++)
        runs += begins_run(pages, i);
    return runs;
}

static const char *run_name(const struct pdf *pdf, size_t table)
{
    const struct report *report = pdf->report;
    if (table == NO_TABLE)
        return report->cover->bookmark;
    return report->tables[table].annex ? report->tables[table].annex : report->tables[table].sheet;
}

/* ISO 32000-1, 12.4.2: a number tree of the first pages of the runs. */
void pdf_labels_add(struct pdf *pdf)
{
    const struct pages *pages = pdf->pages;
    bool several = count_runs(pages) > 1;
    HPDF_Dict tree = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Array numbers = HPDF_Array_New(pdf->doc->mmgr);
    for (size_t i = 0; i < pages->count; i++) {
        if (!begins_run(pages, i))
            continue;
        HPDF_Dict label = HPDF_Dict_New(pdf->doc->mmgr);
        HPDF_Dict_AddName(label, "S", "D");
        HPDF_Dict_AddNumber(label, "St", (HPDF_INT32)pages->items[i].number);
        if (several)
            HPDF_Dict_Add(label, "P",
                          pdf_unicode_string(pdf, arena_printf(pdf->arena, "%s – ", run_name(pdf, pages->items[i].table))));
        HPDF_Array_AddNumber(numbers, (HPDF_INT32)i);
        HPDF_Array_Add(numbers, label);
    }
    HPDF_Dict_Add(tree, "Nums", numbers);
    HPDF_Dict_Add(pdf->doc->catalog, "PageLabels", tree);
}

/* Border lines and all, as the rules of the cells are. */
static HPDF_Array link_area(struct pdf *pdf, const struct page *page, const struct page_link *link)
{
    HPDF_Array array = HPDF_Array_New(pdf->doc->mmgr);
    mpt sides[] = { link->x, page->height - link->y - link->height, link->x + link->width, page->height - link->y };
    for (size_t i = 0; i < sizeof sides / sizeof *sides; i++)
        HPDF_Array_AddReal(array, (HPDF_REAL)sides[i] / MPT_PER_PT);
    return array;
}

/* ISO 19005-1, 6.5.3: an annotation is printed and neither hidden nor invisible. A link needs no appearance. */
static HPDF_Dict link_annotation(struct pdf *pdf, size_t index, const struct page_link *link, const HPDF_Page *pages)
{
    enum { PRINT = 4 };
    struct spot spot;
    mpt x;
    if (!page_target(pdf->pages, pdf->report, link->to, &spot, &x))
        return NULL;
    HPDF_Dict dict = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Xref_Add(pdf->doc->xref, dict);
    HPDF_Dict_AddName(dict, "Type", "Annot");
    HPDF_Dict_AddName(dict, "Subtype", "Link");
    HPDF_Dict_AddNumber(dict, "F", PRINT);
    HPDF_Dict_Add(dict, "Rect", link_area(pdf, &pdf->pages->items[index], link));
    HPDF_Array border = HPDF_Array_New(pdf->doc->mmgr);
    for (int i = 0; i < 3; i++)
        HPDF_Array_AddNumber(border, 0);
    HPDF_Dict_Add(dict, "Border", border);
    HPDF_Dict_Add(dict, "Dest", destination(pdf, pages[spot.page], x, pdf->pages->items[spot.page].height - spot.y));
    if (link->part)
        HPDF_Dict_AddNumber(dict, "StructParent", pdf_tags_link(pdf, index, link, dict));
    return dict;
}

void pdf_links_add(struct pdf *pdf, const HPDF_Page *pages)
{
    for (size_t i = 0; i < pdf->pages->count; i++) {
        const struct page *page = &pdf->pages->items[i];
        HPDF_Array annotations = NULL;
        for (size_t j = 0; j < page->link_count; j++) {
            HPDF_Dict link = link_annotation(pdf, i, &page->links[j], pages);
            if (!link)
                continue;
            if (!annotations) {
                annotations = HPDF_Array_New(pdf->doc->mmgr);
                HPDF_Dict_Add(pages[i], "Annots", annotations);
            }
            HPDF_Array_Add(annotations, link);
        }
    }
}
