/* Styles: what the desk changes when all of a kind are to look otherwise. Sizes are those of the PDF. */
#include "render/docx/docx.h"

/* A style of paragraphs. */
struct style {
    const char *id, *name;
    const char *based_on;
    enum face face;
    mpt size;
    enum align align;
    mpt after;
    bool keep;
    bool heading; /* in the list of contents */
};

static const struct style STYLES[] = {
    { "Heading1", "heading 1", "Normal", FACE_BOLD, 14000, ALIGN_CENTRE, 0, true, true },
    { DOCX_BASIS, "Căn cứ", "Normal", FACE_ITALIC, 13000, ALIGN_CENTRE, 0, true, false },
    { DOCX_UNIT, "Đơn vị tính", "Normal", FACE_ITALIC, 12000, ALIGN_RIGHT, 3000, true, false },
    { DOCX_NOTE, "Ghi chú dưới bảng", "Normal", FACE_REGULAR, 11000, ALIGN_LEFT, 0, false, false },
    { DOCX_HEADER_STYLE, "header", "Normal", FACE_REGULAR, 13000, ALIGN_CENTRE, 0, false, false },
    { DOCX_FOOTER_STYLE, "footer", "Normal", FACE_ITALIC, 10000, ALIGN_LEFT, 0, false, false },
};

/* Kinds of rows: their styles are made for each type size of a table that the report has. */
static const struct row_style {
    const char *id, *name;
    enum face face;
    enum align align;
} ROW_STYLES[] = {
    [ROLE_HEAD] = { "DauBang", "Đầu bảng", FACE_BOLD, ALIGN_CENTRE },
    [ROLE_GROUP] = { "DongNhom", "Dòng nhóm", FACE_BOLD, ALIGN_LEFT },
    [ROLE_BODY] = { "DongBang", "Dòng bảng", FACE_REGULAR, ALIGN_LEFT },
    [ROLE_TOTAL] = { "DongTong", "Dòng tổng", FACE_BOLD, ALIGN_LEFT },
    [ROLE_WORDS] = { "DongBangChu", "Dòng bằng chữ", FACE_BOLD, ALIGN_LEFT },
    [ROLE_NOTE] = { "DongGhiChu", "Dòng ghi chú", FACE_REGULAR, ALIGN_LEFT },
};

/* Half points stand in the id, so that 11 and 11.5 are two. */
const char *docx_row_style(enum row_role role, mpt size, struct arena *arena)
{
    return arena_printf(arena, "%s%d", ROW_STYLES[role].id, (int)docx_half_points(size));
}

enum face docx_row_face(enum row_role role)
{
    return ROW_STYLES[role].face;
}

static void add_face(struct docx_xml *xml, enum face face, mpt size)
{
    docx_open(xml, "w:rPr");
    if (face_is_bold(face)) {
        docx_flag(xml, "w:b");
        docx_flag(xml, "w:bCs");
    }
    if (face_is_italic(face)) {
        docx_flag(xml, "w:i");
        docx_flag(xml, "w:iCs");
    }
    docx_type_size(xml, size);
    docx_close(xml);
}

static void open_style(struct docx_xml *xml, const char *type, const char *id, const char *name, bool is_default)
{
    docx_open(xml, "w:style");
    docx_attribute(xml, "w:type", type);
    if (is_default)
        docx_attribute(xml, "w:default", "1");
    docx_attribute(xml, "w:styleId", id);
    docx_value(xml, "w:name", name);
}

static void add_paragraph_properties(struct docx_xml *xml, const struct style *style)
{
    docx_open(xml, "w:pPr");
    if (style->keep)
        docx_flag(xml, "w:keepNext");
    if (style->after) {
        docx_open(xml, "w:spacing");
        docx_number(xml, "w:after", docx_twips(style->after));
        docx_close(xml);
    }
    if (style->align != ALIGN_LEFT)
        docx_value(xml, "w:jc", style->align == ALIGN_CENTRE ? "center" : "right");
    if (style->heading)
        docx_value_number(xml, "w:outlineLvl", 0);
    docx_close(xml);
}

static void add_style(struct docx_xml *xml, const struct style *style)
{
    open_style(xml, "paragraph", style->id, style->name, false);
    docx_value(xml, "w:basedOn", style->based_on);
    docx_flag(xml, "w:qFormat");
    add_paragraph_properties(xml, style);
    add_face(xml, style->face, style->size);
    docx_close(xml);
}

/* ---- defaults ---- */

static void add_font(struct docx_xml *xml)
{
    static const char *const SCRIPTS[] = { "w:ascii", "w:hAnsi", "w:eastAsia", "w:cs" };
    docx_open(xml, "w:rFonts");
    for (size_t i = 0; i < sizeof SCRIPTS / sizeof *SCRIPTS; i++)
        docx_attribute(xml, SCRIPTS[i], "Times New Roman");
    docx_close(xml);
}

/* Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I: Times New Roman, 13 or 14 pt. */
static void add_defaults(struct docx_xml *xml)
{
    enum { NORMAL_SIZE = 14 * MPT_PER_PT };
    docx_open(xml, "w:docDefaults");
    docx_open(xml, "w:rPrDefault");
    docx_open(xml, "w:rPr");
    add_font(xml);
    docx_type_size(xml, NORMAL_SIZE);
    docx_open(xml, "w:lang");
    docx_attribute(xml, "w:val", "vi-VN");
    docx_attribute(xml, "w:eastAsia", "vi-VN");
    docx_attribute(xml, "w:bidi", "ar-SA");
    docx_close(xml);
    docx_close(xml);
    docx_close(xml);
    docx_open(xml, "w:pPrDefault");
    docx_open(xml, "w:pPr");
    docx_open(xml, "w:spacing");
    docx_number(xml, "w:before", 0);
    docx_number(xml, "w:after", 0);
    docx_number(xml, "w:line", 240);
    docx_attribute(xml, "w:lineRule", "auto");
    docx_close(xml);
    docx_close(xml);
    docx_close(xml);
    docx_close(xml);
    open_style(xml, "paragraph", "Normal", "Normal", true);
    docx_flag(xml, "w:qFormat");
    docx_close(xml);
}

/* ---- tables ---- */

static void add_borders(struct docx_xml *xml)
{
    static const char *const EDGES[] = { "w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV" };
    docx_open(xml, "w:tblBorders");
    for (size_t i = 0; i < sizeof EDGES / sizeof *EDGES; i++)
        docx_edge(xml, EDGES[i]);
    docx_close(xml);
}

static void add_margins(struct docx_xml *xml, mpt x, mpt y)
{
    const struct {
        const char *edge;
        mpt width;
    } margins[] = { { "w:top", y }, { "w:left", x }, { "w:bottom", y }, { "w:right", x } };
    docx_open(xml, "w:tblCellMar");
    for (size_t i = 0; i < sizeof margins / sizeof *margins; i++)
        docx_width(xml, margins[i].edge, margins[i].width);
    docx_close(xml);
}

static void add_table_styles(struct docx_xml *xml)
{
    enum { ROUNDING = 500, A_LINE = 500 }; /* the lines of a table are height of its rows in Word */
    open_style(xml, "table", "TableNormal", "Normal Table", true);
    docx_open(xml, "w:tblPr");
    add_margins(xml, 0, 0);
    docx_close(xml);
    docx_close(xml);
    open_style(xml, "table", DOCX_TABLE, "Bảng phụ lục", false);
    docx_value(xml, "w:basedOn", "TableNormal");
    docx_flag(xml, "w:qFormat");
    docx_open(xml, "w:tblPr");
    add_borders(xml);
    /* A column may be just as wide as the longest word of its head: Word rounds its widths, and would break the word. */
    add_margins(xml, CELL_PADDING_X - ROUNDING, CELL_PADDING_Y - A_LINE / 2);
    docx_close(xml);
    docx_close(xml);
}

static bool is_first_of_size(const struct report *report, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (docx_half_points(report->tables[i].font_size) == docx_half_points(report->tables[index].font_size))
            return false;
    return true;
}

static const char *size_name(mpt size, struct arena *arena)
{
    int halves = (int)docx_half_points(size);
    return arena_printf(arena, "%d%s", halves / 2, halves % 2 ? ",5" : "");
}

static void add_row_styles(struct docx *docx, struct docx_xml *xml)
{
    for (size_t i = 0; i < docx->report->table_count; i++) {
        mpt size = docx->report->tables[i].font_size;
        for (size_t role = 0; role < sizeof ROW_STYLES / sizeof *ROW_STYLES && is_first_of_size(docx->report, i); role++) {
            const struct row_style *row = &ROW_STYLES[role];
            struct style style = { .id = docx_row_style((enum row_role)role, size, docx->arena),
                                   .name = arena_printf(docx->arena, "%s %s", row->name, size_name(size, docx->arena)),
                                   .based_on = "Normal",
                                   .face = row->face,
                                   .size = size,
                                   .align = row->align };
            add_style(xml, &style);
        }
    }
}

void docx_styles(struct docx *docx)
{
    struct docx_xml *xml = &docx_part(&docx->package, DOCX_STYLES, "word/styles.xml")->xml;
    docx_open(xml, "w:styles");
    docx_attribute(xml, "xmlns:w", DOCX_NAMESPACE);
    add_defaults(xml);
    add_table_styles(xml);
    for (size_t i = 0; i < sizeof STYLES / sizeof *STYLES; i++)
        add_style(xml, &STYLES[i]);
    add_row_styles(docx, xml);
    docx_close(xml);
}
