/*
 * Enhanced metafiles: [MS-EMF], little-endian records of whole twips. The device that they are made for has a twip as its
 * pixel, so that no map between units is needed.
 */
#include "render/docx/docx.h"

#include "base/text.h"
#include "report/page/mark.h"

enum {
    EMR_HEADER = 1,
    EMR_EOF = 14,
    EMR_SETBKMODE = 18,
    EMR_SETTEXTALIGN = 22,
    EMR_MOVETOEX = 27,
    EMR_SELECTOBJECT = 37,
    EMR_CREATEPEN = 38,
    EMR_CREATEBRUSHINDIRECT = 39,
    EMR_DELETEOBJECT = 40,
    EMR_LINETO = 54,
    EMR_EXTCREATEFONTINDIRECTW = 82,
    EMR_EXTTEXTOUTW = 84,
    EMR_POLYGON16 = 86
};

/* Objects of ours and, with the high bit, of every device. */
enum { PEN = 1, BRUSH, FONT, HANDLES };
#define STOCK_BRUSH 0x80000004U
#define STOCK_NO_PEN 0x80000008U
#define STOCK_FONT 0x8000000DU

/* Where a line or a bar at the edge has room for half its border. */
#define EDGE ((mpt)2000)

struct emf {
    struct text out;
    uint32_t records;
};

/* ---- numbers ---- */

static void add16(struct emf *emf, uint32_t value)
{
    const char bytes[] = { (char)(value & 255), (char)(value >> 8 & 255) };
    text_addn(&emf->out, bytes, sizeof bytes);
}

static void add32(struct emf *emf, uint32_t value)
{
    add16(emf, value & 0xFFFF);
    add16(emf, value >> 16);
}

static void add_zeros(struct emf *emf, size_t count)
{
    while (count--)
        text_addn(&emf->out, "", 1);
}

static uint32_t twips(mpt length)
{
    return (uint32_t)(int32_t)docx_twips(length);
}

static uint32_t across(mpt x)
{
    return twips(x + EDGE);
}

static void begin(struct emf *emf, uint32_t type, uint32_t size)
{
    emf->records++;
    add32(emf, type);
    add32(emf, size);
}

/* A record of one number. */
static void add_record(struct emf *emf, uint32_t type, uint32_t value)
{
    begin(emf, type, 12);
    add32(emf, value);
}

/* ---- header and end ---- */

enum { HEADER_SIZE = 108, EOF_SIZE = 20 };

/* A length in hundredths of a millimetre. */
static uint32_t hundredths(mpt length)
{
    return (uint32_t)((int64_t)length * 352778 / 10000000);
}

/* The device is a sheet of A4. */
static void add_header(struct emf *emf, const struct page *drawing, uint32_t bytes, uint32_t records)
{
    enum { SIGNATURE = 0x464D4520, VERSION = 0x00010000, SHEET_X = 11906, SHEET_Y = 16838, MM_X = 210, MM_Y = 297 };
    begin(emf, EMR_HEADER, HEADER_SIZE);
    add_zeros(emf, 8); /* bounds: the origin to */
    add32(emf, twips(drawing->width + 2 * EDGE));
    add32(emf, twips(drawing->height));
    add_zeros(emf, 8); /* frame */
    add32(emf, hundredths(drawing->width + 2 * EDGE));
    add32(emf, hundredths(drawing->height));
    add32(emf, SIGNATURE);
    add32(emf, VERSION);
    add32(emf, bytes);
    add32(emf, records);
    add16(emf, HANDLES);
    add_zeros(emf, 2 + 12); /* no description, no palette */
    add32(emf, SHEET_X);
    add32(emf, SHEET_Y);
    add32(emf, MM_X);
    add32(emf, MM_Y);
    add_zeros(emf, 12); /* no pixel format */
    add32(emf, MM_X * 1000);
    add32(emf, MM_Y * 1000);
}

static void add_end(struct emf *emf)
{
    begin(emf, EMR_EOF, EOF_SIZE);
    add32(emf, 0);
    add32(emf, 0);
    add32(emf, EOF_SIZE);
}

/* ---- fills and rules ---- */

static void drop(struct emf *emf, uint32_t object, uint32_t stock)
{
    add_record(emf, EMR_SELECTOBJECT, stock);
    add_record(emf, EMR_DELETEOBJECT, object);
}

static void select_grey(struct emf *emf, unsigned white)
{
    uint32_t grey = (white * 255 + 50) / 100;
    begin(emf, EMR_CREATEBRUSHINDIRECT, 24);
    add32(emf, BRUSH);
    add32(emf, 0); /* solid */
    add32(emf, grey << 16 | grey << 8 | grey);
    add32(emf, 0);
    add_record(emf, EMR_SELECTOBJECT, BRUSH);
}

static void add_box(struct emf *emf, const struct mark *mark)
{
    uint32_t left = across(mark->x), right = across(mark->x + mark->width);
    uint32_t top = twips(mark->y), bottom = twips(mark->y + mark->height);
    const uint32_t corners[][2] = { { left, top }, { right, top }, { right, bottom }, { left, bottom } };
    begin(emf, EMR_POLYGON16, 28 + sizeof corners / 2);
    add32(emf, left);
    add32(emf, top);
    add32(emf, right);
    add32(emf, bottom);
    add32(emf, sizeof corners / sizeof *corners);
    for (size_t i = 0; i < sizeof corners / sizeof *corners; i++) {
        add16(emf, corners[i][0]);
        add16(emf, corners[i][1]);
    }
}

static void add_fills(struct emf *emf, const struct page *drawing)
{
    add_record(emf, EMR_SELECTOBJECT, STOCK_NO_PEN);
    for (size_t i = 0; i < drawing->mark_count; i++) {
        if (drawing->marks[i].kind != MARK_FILL)
            continue;
        select_grey(emf, drawing->marks[i].white);
        add_box(emf, &drawing->marks[i]);
        drop(emf, BRUSH, STOCK_BRUSH);
    }
}

static void add_point(struct emf *emf, uint32_t type, mpt x, mpt y)
{
    begin(emf, type, 16);
    add32(emf, across(x));
    add32(emf, twips(y));
}

static void add_rules(struct emf *emf, const struct page *drawing)
{
    begin(emf, EMR_CREATEPEN, 28);
    add32(emf, PEN);
    add32(emf, 0); /* solid */
    add32(emf, twips(RULE_THICKNESS));
    add32(emf, 0);
    add32(emf, 0); /* black */
    add_record(emf, EMR_SELECTOBJECT, PEN);
    for (size_t i = 0; i < drawing->mark_count; i++) {
        const struct mark *mark = &drawing->marks[i];
        if (mark->kind != MARK_RULE)
            continue;
        add_point(emf, EMR_MOVETOEX, mark->x, mark->y);
        add_point(emf, EMR_LINETO, mark->x + mark->width, mark->y + mark->height);
    }
    drop(emf, PEN, STOCK_NO_PEN);
}

/* ---- texts ---- */

/* Times New Roman, which has the widths of the faces that the drawing was measured with. */
static void select_font(struct emf *emf, enum face face, mpt size)
{
    static const char NAME[] = "Times New Roman";
    enum { NAME_UNITS = 32, REST = 128 + 64 + 24 + 12, REGULAR = 400, BOLD = 700 };
    bool bold = face_is_bold(face), italic = face_is_italic(face);
    begin(emf, EMR_EXTCREATEFONTINDIRECTW, 332);
    add32(emf, FONT);
    add32(emf, twips(-size)); /* of the letters, without the room between lines */
    add_zeros(emf, 12);
    add32(emf, bold ? BOLD : REGULAR);
    add32(emf, italic ? 1U : 0U); /* and no underline */
    add32(emf, 0);
    for (size_t i = 0; i < NAME_UNITS; i++)
        add16(emf, i < sizeof NAME ? (uint32_t)NAME[i] : 0);
    add_zeros(emf, REST);
    add_record(emf, EMR_SELECTOBJECT, FONT);
}

/* UTF-16; the second unit of a pair is 0 for a character that has one. */
static unsigned units_of(uint32_t codepoint, uint32_t units[2])
{
    units[0] = codepoint;
    units[1] = 0;
    if (codepoint < 0x10000)
        return 1;
    units[0] = 0xD800 + ((codepoint - 0x10000) >> 10);
    units[1] = 0xDC00 + ((codepoint - 0x10000) & 0x3FF);
    return 2;
}

static uint32_t count_units(const struct mark *mark)
{
    uint32_t count = 0, units[2];
    for (const char *at = mark->text; at < mark->text + mark->length;)
        count += units_of(utf8_next(&at), units);
    return count;
}

static void add_units(struct emf *emf, const struct mark *mark)
{
    uint32_t units[2];
    for (const char *at = mark->text; at < mark->text + mark->length;) {
        unsigned count = units_of(utf8_next(&at), units);
        for (unsigned i = 0; i < count; i++)
            add16(emf, units[i]);
    }
}

/* How far each unit leads on: differences of rounded places, so that roundings do not add up. */
static void add_advances(struct emf *emf, const struct mark *mark, const struct metrics *metrics)
{
    int64_t before = 0;
    uint32_t units[2];
    for (const char *at = mark->text; at < mark->text + mark->length;) {
        unsigned count = units_of(utf8_next(&at), units);
        int64_t place = docx_twips(metrics_width(metrics, mark->face, mark->size, mark->text, (size_t)(at - mark->text)));
        add32(emf, (uint32_t)(place - before));
        if (count == 2)
            add32(emf, 0);
        before = place;
    }
}

static void add_text(struct emf *emf, const struct mark *mark, const struct metrics *metrics)
{
    enum { TEXT_AT = 76, MODE_ADVANCED = 2 };
    uint32_t count = count_units(mark), text_size = (count * 2 + 3) & ~3U;
    begin(emf, EMR_EXTTEXTOUTW, TEXT_AT + text_size + count * 4);
    add32(emf, across(mark->x));
    add32(emf, twips(mark->y - mark->size));
    add32(emf, across(mark->x + mark->width));
    add32(emf, twips(mark->y + mark->size / 4));
    add32(emf, MODE_ADVANCED);
    add_zeros(emf, 8); /* scales, which this mode does not use */
    add32(emf, across(mark->x));
    add32(emf, twips(mark->y));
    add32(emf, count);
    add32(emf, TEXT_AT);
    add_zeros(emf, 4 + 16); /* no options, no rectangle */
    add32(emf, TEXT_AT + text_size);
    add_units(emf, mark);
    add_zeros(emf, text_size - count * 2);
    add_advances(emf, mark, metrics);
}

static void add_texts(struct emf *emf, const struct page *drawing, const struct metrics *metrics)
{
    enum { BACKGROUND_CLEAR = 1, BASE_LINE = 24 };
    add_record(emf, EMR_SETBKMODE, BACKGROUND_CLEAR);
    add_record(emf, EMR_SETTEXTALIGN, BASE_LINE);
    const struct mark *last = NULL;
    for (size_t i = 0; i < drawing->mark_count; i++) {
        const struct mark *mark = &drawing->marks[i];
        if (mark->kind != MARK_TEXT)
            continue;
        if (!last || last->face != mark->face || last->size != mark->size) {
            if (last)
                drop(emf, FONT, STOCK_FONT);
            select_font(emf, mark->face, mark->size);
        }
        last = mark;
        add_text(emf, mark, metrics);
    }
    if (last)
        drop(emf, FONT, STOCK_FONT);
}

const void *docx_emf(const struct page *drawing, const struct metrics *metrics, struct arena *arena, size_t *size)
{
    struct emf body = { .out = text_in(arena) }, whole = { .out = text_in(arena) };
    add_fills(&body, drawing);
    add_rules(&body, drawing);
    add_texts(&body, drawing, metrics);
    add_end(&body);
    add_header(&whole, drawing, (uint32_t)(HEADER_SIZE + body.out.length), body.records + 1);
    text_addn(&whole.out, text_str(&body.out), body.out.length);
    *size = whole.out.length;
    return text_str(&whole.out);
}
