/* The small parts: settings, fonts, properties, the head and the foot of pages. */
#include "render/docx/docx.h"

/* ---- settings and fonts ---- */

static void add_settings(struct docx *docx)
{
    enum { TAB = 720, WORD_2013 = 15 }; /* the latest mode of compatibility there is: without one Word opens as of 2007 */
    struct docx_xml *xml = &docx_part(&docx->package, DOCX_SETTINGS, "word/settings.xml")->xml;
    docx_open(xml, "w:settings");
    docx_attribute(xml, "xmlns:w", DOCX_NAMESPACE);
    docx_value_number(xml, "w:defaultTabStop", TAB);
    docx_value(xml, "w:characterSpacingControl", "doNotCompress");
    docx_open(xml, "w:compat");
    docx_open(xml, "w:compatSetting");
    docx_attribute(xml, "w:name", "compatibilityMode");
    docx_attribute(xml, "w:uri", "http://schemas.microsoft.com/office/word");
    docx_number(xml, "w:val", WORD_2013);
    docx_close(xml);
    docx_close(xml);
    docx_value(xml, "w:themeFontLang", "vi-VN");
    docx_value(xml, "w:decimalSymbol", ",");
    docx_value(xml, "w:listSeparator", ";");
    docx_close(xml);
}

static void add_fonts(struct docx *docx)
{
    struct docx_xml *xml = &docx_part(&docx->package, DOCX_FONTS, "word/fontTable.xml")->xml;
    docx_open(xml, "w:fonts");
    docx_attribute(xml, "xmlns:w", DOCX_NAMESPACE);
    docx_open(xml, "w:font");
    docx_attribute(xml, "w:name", "Times New Roman");
    docx_value(xml, "w:panose1", "02020603050405020304");
    docx_value(xml, "w:charset", "00");
    docx_value(xml, "w:family", "roman");
    docx_value(xml, "w:pitch", "variable");
    docx_close(xml);
    docx_close(xml);
}

/* ---- properties ---- */

static void add_date(struct docx *docx, struct docx_xml *xml, const char *element)
{
    if (!docx->report->as_of.year)
        return;
    docx_open(xml, element);
    docx_attribute(xml, "xsi:type", "dcterms:W3CDTF");
    const char *date = arena_printf(docx->arena, "%sT00:00:00Z", date_token(docx->arena, docx->report->as_of));
    docx_characters(xml, date, strlen(date));
    docx_close(xml);
}

static void add_core(struct docx *docx)
{
    const struct report *report = docx->report;
    struct docx_xml *xml = &docx_part(&docx->package, DOCX_CORE, "docProps/core.xml")->xml;
    docx_open(xml, "cp:coreProperties");
    docx_attribute(xml, "xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties");
    docx_attribute(xml, "xmlns:dc", "http://purl.org/dc/elements/1.1/");
    docx_attribute(xml, "xmlns:dcterms", "http://purl.org/dc/terms/");
    docx_attribute(xml, "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
    docx_element(xml, "dc:title", report->title);
    docx_element(xml, "dc:subject", report->subject);
    docx_element(xml, "dc:creator", report->author);
    docx_element(xml, "cp:lastModifiedBy", report->author);
    docx_element(xml, "dc:language", "vi-VN");
    add_date(docx, xml, "dcterms:created");
    add_date(docx, xml, "dcterms:modified");
    docx_close(xml);
}

static void add_app(struct docx *docx)
{
    struct docx_xml *xml = &docx_part(&docx->package, DOCX_APP, "docProps/app.xml")->xml;
    docx_open(xml, "Properties");
    docx_attribute(xml, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    docx_element(xml, "Application", "phuluc " PHULUC_VERSION);
    docx_element(xml, "Company", docx->report->author);
    docx_close(xml);
}

static void add_custom(struct docx *docx)
{
    if (!docx->report->control_code)
        return;
    struct docx_xml *xml = &docx_part(&docx->package, DOCX_CUSTOM, "docProps/custom.xml")->xml;
    docx_open(xml, "Properties");
    docx_attribute(xml, "xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties");
    docx_attribute(xml, "xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes");
    docx_open(xml, "property");
    docx_attribute(xml, "fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"); /* of all properties that users name */
    docx_attribute(xml, "pid", "2");                                        /* the first number of such a property */
    docx_attribute(xml, "name", "Mã kiểm soát");
    docx_element(xml, "vt:lpwstr", docx->report->control_code);
    docx_close(xml);
    docx_close(xml);
}

/* ---- head and foot ---- */

static struct docx_xml *open_margin(struct docx *docx, struct docx_part **part, enum docx_kind kind, const char *name,
                                    struct docx_paragraph paragraph)
{
    *part = docx_part(&docx->package, kind, name);
    struct docx_xml *xml = &(*part)->xml;
    docx_open(xml, kind == DOCX_HEADER ? "w:hdr" : "w:ftr");
    docx_attribute(xml, "xmlns:w", DOCX_NAMESPACE);
    paragraph.style = kind == DOCX_HEADER ? DOCX_HEADER_STYLE : DOCX_FOOTER_STYLE;
    docx_open_paragraph(xml, &paragraph);
    return xml;
}

static void close_margin(struct docx_xml *xml)
{
    docx_close(xml);
    docx_close(xml);
}

/* The number of the page, which whoever shows the document counts. */
static void add_number(struct docx_xml *xml)
{
    docx_open(xml, "w:fldSimple");
    docx_attribute(xml, "w:instr", " PAGE ");
    docx_run(xml, "2", FACE_REGULAR, FACE_REGULAR, 0); /* until a program counts */
    docx_close(xml);
}

static void add_tab(struct docx_xml *xml)
{
    docx_open(xml, "w:r");
    docx_flag(xml, "w:tab");
    docx_close(xml);
}

static void add_headers(struct docx *docx)
{
    struct docx_paragraph plain = { 0 };
    struct docx_xml *xml = open_margin(docx, &docx->number, DOCX_HEADER, "word/header1.xml", plain);
    add_number(xml);
    close_margin(xml);
    close_margin(open_margin(docx, &docx->blank, DOCX_HEADER, "word/header2.xml", plain));
}

struct docx_part *docx_running_head(struct docx *docx, mpt room, const char *text)
{
    enum { SIZE = 11000, WITHOUT_TEXT = 2 };
    struct docx_part *part;
    struct docx_paragraph paragraph = { .tabs = room, .align = ALIGN_LEFT, .aligned = true };
    const char *name = arena_printf(docx->arena, "word/header%u.xml", WITHOUT_TEXT + ++docx->running_heads);
    struct docx_xml *xml = open_margin(docx, &part, DOCX_HEADER, name, paragraph);
    add_tab(xml);
    add_number(xml);
    add_tab(xml);
    docx_run(xml, text, FACE_ITALIC, FACE_REGULAR, SIZE);
    close_margin(xml);
    return part;
}

static void add_footers(struct docx *docx)
{
    const char *line = docx->report->control_line;
    struct docx_paragraph plain = { 0 };
    if (!line)
        return;
    struct docx_xml *xml = open_margin(docx, &docx->footer, DOCX_FOOTER, "word/footer1.xml", plain);
    docx_run(xml, line, FACE_ITALIC, FACE_ITALIC, 0);
    close_margin(xml);
    xml = open_margin(docx, &docx->first_footer, DOCX_FOOTER, "word/footer2.xml", plain);
    docx_run(xml, line, FACE_ITALIC, FACE_ITALIC, 0);
    close_margin(xml);
}

void docx_small_parts(struct docx *docx)
{
    add_settings(docx);
    add_fonts(docx);
    add_headers(docx);
    add_footers(docx);
    add_core(docx);
    add_app(docx);
    add_custom(docx);
}
