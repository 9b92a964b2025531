/* Charts as pictures: the drawing that the PDF has, which a person can move and size but not make say another figure. */
#include "render/docx/docx.h"

#include "report/page/chart_draw.h"

/* Free room above a chart and, with the border of its picture, what a page must have besides. */
enum { BEFORE = 12000, AROUND = 24000, EDGES = 4000 };

#define DRAWING "http://schemas.openxmlformats.org/drawingml/2006/"

static void add_size(struct docx_xml *xml, const char *element, mpt width, mpt height)
{
    docx_open(xml, element);
    docx_number(xml, "cx", docx_emu(width));
    docx_number(xml, "cy", docx_emu(height));
    docx_close(xml);
}

static void add_name(struct docx_xml *xml, const char *element, struct docx *docx, const char *description)
{
    docx_open(xml, element);
    docx_number(xml, "id", docx->pictures);
    docx_attribute(xml, "name", arena_printf(docx->arena, "Biểu đồ %u", docx->pictures));
    if (description)
        docx_attribute(xml, "descr", description);
    docx_close(xml);
}

static void add_shape(struct docx_xml *xml, mpt width, mpt height)
{
    docx_open(xml, "pic:spPr");
    docx_open(xml, "a:xfrm");
    docx_open(xml, "a:off");
    docx_number(xml, "x", 0);
    docx_number(xml, "y", 0);
    docx_close(xml);
    add_size(xml, "a:ext", width, height);
    docx_close(xml);
    docx_open(xml, "a:prstGeom");
    docx_attribute(xml, "prst", "rect");
    docx_flag(xml, "a:avLst");
    docx_close(xml);
    docx_close(xml);
}

static void add_picture(struct docx *docx, const struct docx_part *part, mpt width, mpt height)
{
    struct docx_xml *xml = docx->xml;
    docx_open(xml, "a:graphic");
    docx_attribute(xml, "xmlns:a", DRAWING "main");
    docx_open(xml, "a:graphicData");
    docx_attribute(xml, "uri", DRAWING "picture");
    docx_open(xml, "pic:pic");
    docx_attribute(xml, "xmlns:pic", DRAWING "picture");
    docx_open(xml, "pic:nvPicPr");
    add_name(xml, "pic:cNvPr", docx, NULL);
    docx_flag(xml, "pic:cNvPicPr");
    docx_close(xml);
    docx_open(xml, "pic:blipFill");
    docx_open(xml, "a:blip");
    docx_attribute(xml, "r:embed", docx_relationship(&docx->package, part));
    docx_close(xml);
    docx_open(xml, "a:stretch");
    docx_flag(xml, "a:fillRect");
    docx_close(xml);
    docx_close(xml);
    add_shape(xml, width, height);
    docx_close(xml);
    docx_close(xml);
    docx_close(xml);
}

static void add_inline(struct docx *docx, const struct docx_part *part, const struct page *drawing, const char *alternative)
{
    struct docx_xml *xml = docx->xml;
    mpt width = drawing->width + EDGES, height = drawing->height;
    struct docx_paragraph paragraph = { .before = BEFORE, .align = ALIGN_CENTRE, .aligned = true };
    docx_open_paragraph(xml, &paragraph);
    docx_open(xml, "w:r");
    docx_open(xml, "w:drawing");
    docx_open(xml, "wp:inline");
    static const char *const SIDES[] = { "distT", "distB", "distL", "distR" };
    for (size_t i = 0; i < sizeof SIDES / sizeof *SIDES; i++)
        docx_number(xml, SIDES[i], 0);
    add_size(xml, "wp:extent", width, height);
    add_name(xml, "wp:docPr", docx, alternative);
    add_picture(docx, part, width, height);
    docx_close(xml);
    docx_close(xml);
    docx_close(xml);
    docx_close(xml);
}

void docx_chart(struct docx *docx, const struct chart *chart, const struct table *table)
{
    mpt room = (table->landscape ? PAGE_SHORT : PAGE_LONG) - MARGIN_TOP - MARGIN_BOTTOM - AROUND;
    for (size_t first = 0; first < chart->category_count;) {
        struct drawing drawing =
            chart_draw(chart, table, first, table_page_width(table) - EDGES, room, docx->metrics, docx->arena);
        const char *name = arena_printf(docx->arena, "word/media/chart%u.emf", ++docx->pictures);
        struct docx_part *part = docx_part(&docx->package, DOCX_PICTURE, name);
        part->bytes = docx_emf(&drawing.page, docx->metrics, docx->arena, &part->size);
        add_inline(docx, part, &drawing.page, chart_alternative(chart, docx->arena));
        first = drawing.next;
    }
}
