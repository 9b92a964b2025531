/*
 * Fonts: a Type0 font for each face, with glyph ids for codes, so that nothing has to be looked up or mapped when the
 * document is read, and the face's file as it is measured by metrics.c.
 */
#include "render/pdf/pdf.h"
#include "render/renderers.h"

#include "report/block.h"

/* By face: the name that the font file gives itself, and what a PDF wants to know beyond the file. */
static const struct {
    const char *name;
    int flags; /* 2 serif, 4 symbolic (own codes), 64 italic */
    int stem;
} STYLES[FACE_COUNT] = {
    [FACE_REGULAR] = { "LiberationSerif", 2 | 4, 80 },
    [FACE_BOLD] = { "LiberationSerif-Bold", 2 | 4, 140 },
    [FACE_ITALIC] = { "LiberationSerif-Italic", 2 | 4 | 64, 80 },
    [FACE_BOLD_ITALIC] = { "LiberationSerif-BoldItalic", 2 | 4 | 64, 140 },
};

/* A face is embedded whole, so the set of its glyphs is all of them. */
struct packed_font pack_font(const struct truetype *face)
{
    size_t size = (face->glyph_count + 7) / 8;
    unsigned char *set = arena_alloc(face->arena, size, 1);
    for (unsigned glyph = 0; glyph < face->glyph_count; glyph++)
        set[glyph / 8] |= (unsigned char)(0x80 >> glyph % 8);
    return (struct packed_font){ .file = pdf_pack(face->arena, face->bytes, face->size, DEFLATE_CLOSE),
                                 .glyph_set = pdf_pack(face->arena, set, size, DEFLATE_CLOSE) };
}

static const struct packed_font *packed_of(const struct truetype *face)
{
    if (!face->packed->file.size)
        *face->packed = pack_font(face);
    return face->packed;
}

void prepare_pdf(const struct metrics *metrics)
{
    for (int face = 0; face < FACE_COUNT; face++)
        packed_of(metrics_face(metrics, (enum face)face));
}

/* ---- what the document uses ---- */

struct survey {
    struct pdf *pdf;
    uint32_t *missing; /* characters told of already */
    size_t count, capacity;
};

static bool told_before(const struct survey *survey, uint32_t code)
{
    for (size_t i = 0; i < survey->count; i++)
        if (survey->missing[i] == code)
            return true;
    return false;
}

/* The word of a text around one of its characters. */
static const char *word_around(struct arena *arena, const struct mark *mark, const char *at)
{
    const char *start = at, *end = at, *last = mark->text + mark->length;
    while (start > mark->text && start[-1] != ' ')
        start--;
    while (end < last && *end != ' ')
        end++;
    return arena_copy(arena, start, (size_t)(end - start));
}

static void tell_missing(struct survey *survey, const struct page *page, const struct mark *mark, const char *at)
{
    const char *next = at;
    uint32_t code = utf8_next(&next);
    if (told_before(survey, code))
        return;
    uint32_t *added = ARENA_PUSH(survey->pdf->arena, survey->missing, survey->count, survey->capacity);
    *added = code;
    const struct report *report = survey->pdf->report;
    const struct table *table = page->table == NO_TABLE ? NULL : &report->tables[page->table];
    struct arena *arena = survey->pdf->arena;
    const char *character = arena_printf(arena, "U+%04X %.*s", (unsigned)code, (int)(next - at), at);
    finding_add(survey->pdf->findings, FINDING_GLYPH_MISSING, table ? table->place : (struct place){ NULL, 0 }, character,
                word_around(arena, mark, at), table ? table->id : report->cover->bookmark, NULL);
}

bool pdf_blank_follows(const struct pdf *pdf, const struct mark *mark)
{
    enum passage_kind kind = pdf->pages->parts[mark->part].kind;
    char next = mark->text[mark->length];
    return next == ' ' || next == '\n' || (next == '\0' && (kind == PASSAGE_TITLE || kind == PASSAGE_HEADING));
}

static void survey_mark(struct survey *survey, const struct page *page, const struct mark *mark)
{
    struct pdf_font *font = &survey->pdf->fonts[mark->face];
    const char *next = mark->text, *end = mark->text + mark->length;
    font->used = true;
    while (next < end) {
        const char *at = next;
        uint32_t code = utf8_next(&next);
        unsigned glyph = truetype_glyph(font->face, code);
        if (glyph == 0)
            tell_missing(survey, page, mark, at);
        else if (font->codes[glyph] == 0 || code < font->codes[glyph])
            font->codes[glyph] = (uint16_t)code;
    }
    if (pdf_blank_follows(survey->pdf, mark))
        font->codes[truetype_glyph(font->face, ' ')] = ' ';
}

bool pdf_fonts_survey(struct pdf *pdf, const struct metrics *metrics)
{
    struct survey survey = { .pdf = pdf };
    for (int face = 0; face < FACE_COUNT; face++) {
        pdf->fonts[face].face = metrics_face(metrics, (enum face)face);
        pdf->fonts[face].codes =
            arena_alloc(pdf->arena, pdf->fonts[face].face->glyph_count, sizeof *pdf->fonts[face].codes);
    }
    for (size_t i = 0; i < pdf->pages->count; i++) {
        const struct page *page = &pdf->pages->items[i];
        for (size_t j = 0; j < page->mark_count; j++)
            if (page->marks[j].kind == MARK_TEXT)
                survey_mark(&survey, page, &page->marks[j]);
    }
    return survey.count == 0;
}

/* ---- objects ---- */

static HPDF_Dict new_object(struct pdf *pdf)
{
    HPDF_Dict dict = HPDF_Dict_New(pdf->doc->mmgr);
    if (dict)
        HPDF_Xref_Add(pdf->doc->xref, dict);
    return dict;
}

/* A subset's name begins with six letters of its own; here they spell the face's check sum. */
static const char *base_name(struct arena *arena, const struct truetype *face, enum face style)
{
    char tag[7] = "";
    uint32_t rest = face->check_sum;
    for (int i = 0; i < 6; i++, rest /= 26)
        tag[i] = (char)('A' + rest % 26);
    return arena_printf(arena, "%s+%s", tag, STYLES[style].name);
}

static HPDF_Dict make_descriptor(struct pdf *pdf, enum face style, const char *name)
{
    const struct truetype *face = pdf->fonts[style].face;
    const struct packed_font *packed = packed_of(face);
    HPDF_Dict dict = new_object(pdf);
    HPDF_Array box = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Array_AddNumber(box, face->x_min);
    HPDF_Array_AddNumber(box, face->y_min);
    HPDF_Array_AddNumber(box, face->x_max);
    HPDF_Array_AddNumber(box, face->y_max);
    HPDF_Dict_AddName(dict, "Type", "FontDescriptor");
    HPDF_Dict_AddName(dict, "FontName", name);
    HPDF_Dict_AddNumber(dict, "Flags", STYLES[style].flags);
    HPDF_Dict_Add(dict, "FontBBox", box);
    HPDF_Dict_AddNumber(dict, "ItalicAngle", face->italic_angle);
    HPDF_Dict_AddNumber(dict, "Ascent", face->ascent);
    HPDF_Dict_AddNumber(dict, "Descent", face->descent);
    HPDF_Dict_AddNumber(dict, "CapHeight", face->cap_height);
    HPDF_Dict_AddNumber(dict, "StemV", STYLES[style].stem);
    HPDF_Dict_Add(dict, "CIDSet", pdf_stream(pdf, packed->glyph_set));
    HPDF_Dict file = pdf_stream(pdf, packed->file);
    HPDF_Dict_AddNumber(file, "Length1", (HPDF_INT32)face->size);
    HPDF_Dict_Add(dict, "FontFile2", file);
    return dict;
}

/* The widths of the glyphs that are used: first glyph, then the widths of a run. */
static HPDF_Array make_widths(struct pdf *pdf, const struct pdf_font *font)
{
    HPDF_Array widths = HPDF_Array_New(pdf->doc->mmgr), run = NULL;
    for (unsigned glyph = 0; glyph < font->face->glyph_count; glyph++) {
        if (font->codes[glyph] == 0) {
            run = NULL;
            continue;
        }
        if (!run) {
            run = HPDF_Array_New(pdf->doc->mmgr);
            HPDF_Array_AddNumber(widths, (HPDF_INT32)glyph);
            HPDF_Array_Add(widths, run);
        }
        HPDF_Array_AddNumber(run, font->face->advances[glyph]);
    }
    return widths;
}

static HPDF_Dict make_descendant(struct pdf *pdf, enum face style, const char *name)
{
    HPDF_Dict dict = new_object(pdf), system = HPDF_Dict_New(pdf->doc->mmgr);
    HPDF_Dict_Add(system, "Registry", HPDF_String_New(pdf->doc->mmgr, "Adobe", NULL));
    HPDF_Dict_Add(system, "Ordering", HPDF_String_New(pdf->doc->mmgr, "Identity", NULL));
    HPDF_Dict_AddNumber(system, "Supplement", 0);
    HPDF_Dict_AddName(dict, "Type", "Font");
    HPDF_Dict_AddName(dict, "Subtype", "CIDFontType2");
    HPDF_Dict_AddName(dict, "BaseFont", name);
    HPDF_Dict_Add(dict, "CIDSystemInfo", system);
    HPDF_Dict_AddName(dict, "CIDToGIDMap", "Identity");
    HPDF_Dict_Add(dict, "W", make_widths(pdf, &pdf->fonts[style]));
    HPDF_Dict_Add(dict, "FontDescriptor", make_descriptor(pdf, style, name));
    return dict;
}

/* Which character each glyph stands for, so that text can be searched and copied. */
static HPDF_Dict make_to_unicode(struct pdf *pdf, const struct pdf_font *font)
{
    enum { BLOCK = 100 }; /* the most that one block may hold */
    struct text map = text_in(pdf->arena), block = text_in(pdf->arena);
    unsigned in_block = 0;
    text_add(&map, "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
                   "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
                   "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
                   "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
    for (unsigned glyph = 0; glyph <= font->face->glyph_count; glyph++) {
        bool end = glyph == font->face->glyph_count;
        if (!end && font->codes[glyph]) {
            text_addf(&block, "<%04X> <%04X>\n", glyph, (unsigned)font->codes[glyph]);
            in_block++;
        }
        if (in_block == BLOCK || (end && in_block > 0)) {
            text_addf(&map, "%u beginbfchar\n%sendbfchar\n", in_block, text_str(&block));
            block = text_in(pdf->arena);
            in_block = 0;
        }
    }
    text_add(&map, "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
    return pdf_stream(pdf, pdf_pack(pdf->arena, map.data, map.length, DEFLATE_QUICKEST));
}

static HPDF_Dict make_font(struct pdf *pdf, enum face style)
{
    const char *name = base_name(pdf->arena, pdf->fonts[style].face, style);
    HPDF_Dict dict = new_object(pdf);
    HPDF_Array descendants = HPDF_Array_New(pdf->doc->mmgr);
    HPDF_Array_Add(descendants, make_descendant(pdf, style, name));
    HPDF_Dict_AddName(dict, "Type", "Font");
    HPDF_Dict_AddName(dict, "Subtype", "Type0");
    HPDF_Dict_AddName(dict, "BaseFont", name);
    HPDF_Dict_AddName(dict, "Encoding", "Identity-H");
    HPDF_Dict_Add(dict, "DescendantFonts", descendants);
    HPDF_Dict_Add(dict, "ToUnicode", make_to_unicode(pdf, &pdf->fonts[style]));
    return dict;
}

void pdf_fonts_add(struct pdf *pdf)
{
    pdf->font_resources = new_object(pdf);
    for (int face = 0; face < FACE_COUNT; face++) {
        const char key[3] = { 'F', (char)('0' + face), '\0' };
        if (pdf->fonts[face].used)
            HPDF_Dict_Add(pdf->font_resources, key, make_font(pdf, (enum face)face));
    }
}
