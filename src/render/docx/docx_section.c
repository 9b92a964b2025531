/* Sections: which tables they hold, their paper, and the heads and feet of their pages. */
#include "base/text.h"
#include "render/docx/docx.h"
#include "report/page/paginate.h"

/* ---- where they begin ---- */

/* The page that a table stands on top of; NULL where it stands below another. */
static const struct page *page_of(const struct docx *docx, const struct pages *pages, size_t table)
{
    const struct table *of = &docx->report->tables[table];
    size_t page = 0;
    if (of->head_rows < of->row_count)
        page = pages->spots[table][of->head_rows].page; /* heads are repeated and have no place of their own */
    else
        while (page + 1 < pages->count && pages->items[page].table != table)
            page++;
    return pages->items[page].table == table ? &pages->items[page] : NULL;
}

static bool begins_section(const struct docx *docx, const struct pages *pages, size_t table)
{
    const struct table *tables = docx->report->tables;
    return !tables[table].may_follow || tables[table].landscape != tables[table - 1].landscape ||
           page_of(docx, pages, table);
}

/* "Biểu 3, Biểu 4 (tiếp theo)": which of them goes on there is not known before Word has cut the pages. */
static const char *running_head(const struct docx *docx, size_t first, size_t end)
{
    const struct table *tables = docx->report->tables;
    struct text names = text_in(docx->arena);
    bool suffixed = false;
    if (!docx->report->is_one)
        return NULL;
    for (size_t i = first; i < end; i++) {
        if (!tables[i].annex || (tables[i].continues && i > first))
            continue;
        text_add(&names, *text_str(&names) ? ", " : "");
        text_add(&names, tables[i].annex);
        suffixed = tables[i].continues;
    }
    if (!*text_str(&names))
        return NULL;
    text_add(&names, suffixed ? "" : " (tiếp theo)");
    return text_str(&names);
}

struct docx_section docx_section_from(const struct docx *docx, const struct pages *pages, size_t table)
{
    const struct page *page = page_of(docx, pages, table);
    struct docx_section section = { .end = table + 1,
                                    .landscape = docx->report->tables[table].landscape,
                                    .counts_on = !page || page->number > 1 };
    while (section.end < docx->report->table_count && !begins_section(docx, pages, section.end))
        section.end++;
    section.running = running_head(docx, table, section.end);
    return section;
}

/* ---- what they are ---- */

static void add_reference(struct docx *docx, const char *element, const char *type, const struct docx_part *part)
{
    if (!part)
        return;
    docx_open(docx->xml, element);
    docx_attribute(docx->xml, "w:type", type);
    docx_attribute(docx->xml, "r:id", docx_relationship(&docx->package, part));
    docx_close(docx->xml);
}

static void add_page(struct docx_xml *xml, bool landscape)
{
    static const struct {
        const char *name;
        mpt width;
    } MARGINS[] = { { "w:top", MARGIN_TOP },   { "w:right", MARGIN_RIGHT },    { "w:bottom", MARGIN_BOTTOM },
                    { "w:left", MARGIN_LEFT }, { "w:header", DOCX_HEADER_AT }, { "w:footer", DOCX_FOOTER_AT } };
    docx_paper(xml, landscape);
    docx_open(xml, "w:pgMar");
    for (size_t i = 0; i < sizeof MARGINS / sizeof *MARGINS; i++)
        docx_number(xml, MARGINS[i].name, docx_twips(MARGINS[i].width));
    docx_number(xml, "w:gutter", 0);
    docx_close(xml);
}

/* A section that does not count on begins with page 1, which shows no number. */
void docx_section(struct docx *docx, const struct docx_section *section)
{
    struct docx_xml *xml = docx->xml;
    mpt room = (section->landscape ? PAGE_LONG : PAGE_SHORT) - MARGIN_LEFT - MARGIN_RIGHT;
    const struct docx_part *head = section->running ? docx_running_head(docx, room, section->running) : docx->number;
    docx_open(xml, "w:sectPr");
    add_reference(docx, "w:headerReference", "default", head);
    add_reference(docx, "w:headerReference", "first", section->counts_on ? docx->number : docx->blank);
    add_reference(docx, "w:footerReference", "default", docx->footer);
    add_reference(docx, "w:footerReference", "first", docx->first_footer);
    docx_value(xml, "w:type", "nextPage");
    add_page(xml, section->landscape);
    if (!section->counts_on) {
        docx_open(xml, "w:pgNumType");
        docx_number(xml, "w:start", 1);
        docx_close(xml);
    }
    docx_flag(xml, "w:titlePg");
    docx_close(xml);
}

/* So low that the page has room for it wherever the section ends. */
void docx_end_section(struct docx *docx, const struct docx_section *section)
{
    enum { HEIGHT = 1000 };
    struct docx_xml *xml = docx->xml;
    docx_open(xml, "w:p");
    docx_open(xml, "w:pPr");
    docx_open(xml, "w:spacing");
    docx_number(xml, "w:line", docx_twips(HEIGHT));
    docx_attribute(xml, "w:lineRule", "exact");
    docx_close(xml);
    docx_open(xml, "w:rPr");
    docx_value_number(xml, "w:sz", docx_half_points(MPT_PER_PT));
    docx_close(xml);
    docx_section(docx, section);
    docx_close(xml);
    docx_close(xml);
}
