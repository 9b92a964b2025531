/* Paragraphs and runs. The order of properties is that of the schema: Word refuses a document with another. */
#include "render/docx/docx.h"

#include "report/wrap.h"

void docx_edge(struct docx_xml *xml, const char *edge)
{
    docx_open(xml, edge);
    docx_attribute(xml, "w:val", "single");
    docx_attribute(xml, "w:sz", "4"); /* eighths of a point */
    docx_attribute(xml, "w:space", "0");
    docx_attribute(xml, "w:color", "000000");
    docx_close(xml);
}

static void add_rule_border(struct docx_xml *xml)
{
    docx_open(xml, "w:pBdr");
    docx_edge(xml, "w:bottom");
    docx_close(xml);
}

static void add_spacing(struct docx_xml *xml, const struct docx_paragraph *paragraph)
{
    if (!paragraph->before && !paragraph->after && !paragraph->line)
        return;
    docx_open(xml, "w:spacing");
    if (paragraph->before)
        docx_number(xml, "w:before", docx_twips(paragraph->before));
    if (paragraph->after)
        docx_number(xml, "w:after", docx_twips(paragraph->after));
    if (paragraph->line) {
        docx_number(xml, "w:line", docx_twips(paragraph->line));
        docx_attribute(xml, "w:lineRule", "exact");
    }
    docx_close(xml);
}

static void add_tabs(struct docx_xml *xml, mpt room)
{
    const struct {
        const char *align;
        mpt place;
    } stops[] = { { "center", room / 2 }, { "right", room } };
    docx_open(xml, "w:tabs");
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++) {
        docx_open(xml, "w:tab");
        docx_attribute(xml, "w:val", stops[i].align);
        docx_number(xml, "w:pos", docx_twips(stops[i].place));
        docx_close(xml);
    }
    docx_close(xml);
}

static void add_indent(struct docx_xml *xml, const struct docx_paragraph *paragraph)
{
    if (!paragraph->left && !paragraph->right)
        return;
    docx_open(xml, "w:ind");
    if (paragraph->left)
        docx_number(xml, "w:left", docx_twips(paragraph->left));
    if (paragraph->right)
        docx_number(xml, "w:right", docx_twips(paragraph->right));
    docx_close(xml);
}

static void add_mark_size(struct docx_xml *xml, mpt size)
{
    docx_open(xml, "w:rPr");
    docx_type_size(xml, size);
    docx_close(xml);
}

void docx_open_paragraph(struct docx_xml *xml, const struct docx_paragraph *paragraph)
{
    static const char *const ALIGNS[] = { [ALIGN_LEFT] = "left", [ALIGN_CENTRE] = "center", [ALIGN_RIGHT] = "right" };
    docx_open(xml, "w:p");
    docx_open(xml, "w:pPr");
    if (paragraph->style)
        docx_value(xml, "w:pStyle", paragraph->style);
    if (paragraph->keep)
        docx_flag(xml, "w:keepNext");
    if (paragraph->rule)
        add_rule_border(xml);
    if (paragraph->tabs)
        add_tabs(xml, paragraph->tabs);
    add_spacing(xml, paragraph);
    add_indent(xml, paragraph);
    if (paragraph->aligned)
        docx_value(xml, "w:jc", ALIGNS[paragraph->align]);
    if (paragraph->mark_size)
        add_mark_size(xml, paragraph->mark_size);
    docx_close(xml);
}

static void add_switch(struct docx_xml *xml, const char *element, const char *complex, bool on, bool in_style)
{
    if (on == in_style)
        return;
    docx_open(xml, element);
    if (!on)
        docx_attribute(xml, "w:val", "0");
    docx_close(xml);
    docx_open(xml, complex);
    if (!on)
        docx_attribute(xml, "w:val", "0");
    docx_close(xml);
}

static void add_run_properties(struct docx_xml *xml, enum face face, enum face style_face, mpt size)
{
    if (face == style_face && !size)
        return;
    docx_open(xml, "w:rPr");
    add_switch(xml, "w:b", "w:bCs", face_is_bold(face), face_is_bold(style_face));
    add_switch(xml, "w:i", "w:iCs", face_is_italic(face), face_is_italic(style_face));
    if (size)
        docx_type_size(xml, size);
    docx_close(xml);
}

void docx_run(struct docx_xml *xml, const char *text, enum face face, enum face style_face, mpt size)
{
    if (!text || !*text)
        return;
    docx_open(xml, "w:r");
    add_run_properties(xml, face, style_face, size);
    for (bool first = true;; first = false) {
        size_t length = strcspn(text, "\n");
        if (!first)
            docx_flag(xml, "w:br");
        if (length) {
            docx_open(xml, "w:t");
            docx_attribute(xml, "xml:space", "preserve");
            docx_characters(xml, text, length);
            docx_close(xml);
        }
        text += length;
        if (!*text)
            break;
        text++;
    }
    docx_close(xml);
}

const char *docx_broken(const struct docx *docx, enum align align, enum face face, mpt size, mpt room, const char *text,
                        mpt *widest)
{
    size_t count;
    const struct line *lines = align == ALIGN_CENTRE
                                   ? wrap_balanced(docx->metrics, face, size, room, text, docx->arena, &count)
                                   : wrap_text(docx->metrics, face, size, room, text, docx->arena, &count);
    *widest = wrap_widest(lines, count);
    return align == ALIGN_CENTRE ? wrap_joined(lines, count, docx->arena) : text;
}

void docx_line(struct docx_xml *xml, const struct docx_paragraph *paragraph, const char *text)
{
    if (!text || !*text)
        return;
    docx_open_paragraph(xml, paragraph);
    docx_run(xml, text, FACE_REGULAR, FACE_REGULAR, 0);
    docx_close(xml);
}

void docx_rule(struct docx_xml *xml, mpt room, mpt width, mpt below, mpt after, bool keep)
{
    mpt side = room > width ? (room - width) / 2 : 0;
    struct docx_paragraph paragraph = { .keep = keep,
                                        .after = after,
                                        .left = side,
                                        .right = side,
                                        .line = below,
                                        .rule = true,
                                        .mark_size = MPT_PER_PT };
    docx_open_paragraph(xml, &paragraph);
    docx_close(xml);
}

void docx_gap(struct docx_xml *xml, mpt height, bool keep)
{
    struct docx_paragraph paragraph = { .keep = keep, .line = height, .mark_size = MPT_PER_PT };
    docx_open_paragraph(xml, &paragraph);
    docx_close(xml);
}
