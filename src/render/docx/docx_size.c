/* Lengths as Word's elements have them, each written in one place. */
#include "render/docx/docx.h"

void docx_width(struct docx_xml *xml, const char *element, mpt width)
{
    docx_open(xml, element);
    docx_number(xml, "w:w", docx_twips(width));
    docx_attribute(xml, "w:type", "dxa");
    docx_close(xml);
}

void docx_columns(struct docx_xml *xml, const mpt *widths, size_t count)
{
    docx_open(xml, "w:tblGrid");
    for (size_t i = 0; i < count; i++) {
        docx_open(xml, "w:gridCol");
        docx_number(xml, "w:w", docx_twips(widths[i]));
        docx_close(xml);
    }
    docx_close(xml);
}

void docx_type_size(struct docx_xml *xml, mpt size)
{
    docx_value_number(xml, "w:sz", docx_half_points(size));
    docx_value_number(xml, "w:szCs", docx_half_points(size));
}

void docx_paper(struct docx_xml *xml, bool landscape)
{
    docx_open(xml, "w:pgSz");
    docx_number(xml, "w:w", docx_twips(landscape ? PAGE_LONG : PAGE_SHORT));
    docx_number(xml, "w:h", docx_twips(landscape ? PAGE_SHORT : PAGE_LONG));
    if (landscape)
        docx_attribute(xml, "w:orient", "landscape");
    docx_close(xml);
}
