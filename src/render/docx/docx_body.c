/* The document: a cover, then each table under its heading, in sections that stand or lie. */
#include "render/docx/docx.h"

#include "report/page/paginate.h"
#include "report/wrap.h"

enum {
    BELOW_HEADING = 3000, /* to the short rule */
    BELOW_RULE = 12000,
    BELOW_OPENING = 18000,
    BETWEEN_TABLES = 24000,
    NOTE_BEFORE = 6000,
    END_HEIGHT = 1000, /* of the paragraph that ends a section */
    LINES_BEFORE_SIGNATURE = 2,
    TITLE_SIZE = 14000,
    BASIS_SIZE = 13000,
    BALANCE_MARGIN = 6000 /* a line of a title may be that much wider in Word */
};

/* ---- sections ---- */

/* What stands before a table: nothing, a section that counts its pages on, or one that begins with page 1. */
enum before { FOLLOWS, COUNTS_ON, COUNTS_ANEW };

/* By table. Pages are numbered as the PDF's are; a table that may follow another goes on in its section if it stands like it. */
static enum before *find_sections(struct docx *docx, const struct pages *pages)
{
    const struct report *report = docx->report;
    enum before *before = arena_alloc(docx->arena, report->table_count, sizeof *before);
    for (size_t i = 0; i < report->table_count; i++) {
        const struct table *table = &report->tables[i];
        bool alike = i > 0 && table->landscape == report->tables[i - 1].landscape;
        before[i] = alike && table->may_follow ? FOLLOWS : COUNTS_ON;
    }
    for (size_t p = 0; p < pages->count; p++)
        if (pages->items[p].number == 1 && pages->items[p].table != NO_TABLE)
            before[pages->items[p].table] = COUNTS_ANEW;
    return before;
}

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

/* A section is said what it is at its end. One that does not count on begins with page 1, which shows no number. */
static void add_section(struct docx *docx, bool landscape, bool counts_on)
{
    struct docx_xml *xml = docx->xml;
    docx_open(xml, "w:sectPr");
    add_reference(docx, "w:headerReference", "default", docx->header);
    add_reference(docx, "w:headerReference", "first", docx->first_header);
    add_reference(docx, "w:footerReference", "default", docx->footer);
    add_reference(docx, "w:footerReference", "first", docx->first_footer);
    docx_value(xml, "w:type", "nextPage");
    add_page(xml, landscape);
    if (!counts_on) {
        docx_open(xml, "w:pgNumType");
        docx_number(xml, "w:start", 1);
        docx_close(xml);
        docx_flag(xml, "w:titlePg");
    }
    docx_close(xml);
}

/* A paragraph for it: so low that the page has room for it wherever the section ends. */
static void end_section(struct docx *docx, bool landscape, bool counts_on)
{
    struct docx_xml *xml = docx->xml;
    docx_open(xml, "w:p");
    docx_open(xml, "w:pPr");
    docx_open(xml, "w:spacing");
    docx_number(xml, "w:line", docx_twips(END_HEIGHT));
    docx_attribute(xml, "w:lineRule", "exact");
    docx_close(xml);
    docx_open(xml, "w:rPr");
    docx_value_number(xml, "w:sz", docx_half_points(MPT_PER_PT));
    docx_close(xml);
    add_section(docx, landscape, counts_on);
    docx_close(xml);
    docx_close(xml);
}

/* ---- headings ---- */

struct widths {
    mpt widest;
    size_t lines;
};

static struct widths measure(const struct docx *docx, enum face face, mpt size, mpt room, const char *text)
{
    struct widths widths = { 0 };
    const struct line *lines = text ? wrap_balanced(docx->metrics, face, size, room, text, docx->arena, &widths.lines)
                                    : NULL;
    for (size_t i = 0; i < widths.lines; i++)
        widths.widest = lines[i].width > widths.widest ? lines[i].width : widths.widest;
    return widths;
}

/* A text of several lines is set in from both sides, so that Word breaks it into lines of about one length, too. */
static mpt balanced_indent(struct widths widths, mpt room)
{
    mpt free = (room - widths.widest) / 2 - BALANCE_MARGIN;
    return widths.lines > 1 && free > 0 ? free : 0;
}

/* The number of the annex and its title are one heading. */
static mpt add_title(struct docx *docx, const struct table *table, mpt room)
{
    struct widths annex = measure(docx, FACE_BOLD, TITLE_SIZE, room, table->annex);
    struct widths title = measure(docx, FACE_BOLD, TITLE_SIZE, room, table->title);
    mpt indent = annex.lines > 1 ? 0 : balanced_indent(title, room);
    if (!table->annex && !table->title)
        return 0;
    struct docx_paragraph paragraph = { .style = DOCX_HEADING, .left = indent, .right = indent };
    docx_open_paragraph(docx->xml, &paragraph);
    docx_run(docx->xml,
             table->annex && table->title ? arena_printf(docx->arena, "%s\n%s", table->annex, table->title)
             : table->annex               ? table->annex
                                          : table->title,
             FACE_BOLD, FACE_BOLD, 0);
    docx_close(docx->xml);
    return table->title ? title.widest : annex.widest;
}

static void add_heading(struct docx *docx, const struct table *table)
{
    mpt room = table_page_width(table), widest = add_title(docx, table, room);
    if (table->basis) {
        struct widths basis = measure(docx, FACE_ITALIC, BASIS_SIZE, room, table->basis);
        mpt indent = balanced_indent(basis, room);
        docx_line(docx->xml, &(struct docx_paragraph){ .style = DOCX_BASIS, .left = indent, .right = indent },
                  table->basis);
        widest = basis.widest;
    }
    if (widest)
        docx_rule(docx->xml, room, block_rule_width(&(struct block_line){ .rule = RULE_SHORT }, widest), BELOW_HEADING,
                  BELOW_RULE, true);
}

/* ---- a table with what belongs to it ---- */

static void add_notes(struct docx *docx, const struct table *table)
{
    for (size_t i = 0; i < table->note_count; i++) {
        bool before_signature = table->signature && !table->chart_count && i + LINES_BEFORE_SIGNATURE >= table->note_count;
        struct docx_paragraph paragraph = { .style = DOCX_NOTE, .keep = before_signature, .before = i ? 0 : NOTE_BEFORE };
        docx_line(docx->xml, &paragraph, table->notes[i]);
    }
}

static void add_table(struct docx *docx, size_t index)
{
    const struct table *table = &docx->report->tables[index];
    if (table->opening) {
        docx_block(docx, table->opening, table_page_width(table), true);
        docx_gap(docx->xml, BELOW_OPENING, true);
    }
    add_heading(docx, table);
    docx_line(docx->xml, &(struct docx_paragraph){ .style = DOCX_UNIT }, table->unit);
    docx_table(docx, index);
    add_notes(docx, table);
    for (size_t i = 0; i < table->chart_count; i++)
        docx_chart(docx, &table->charts[i], table);
    if (table->signature) {
        if (!table->note_count)
            docx_gap(docx->xml, NOTE_BEFORE, true);
        docx_block(docx, table->signature, table_page_width(table), false);
    }
}

/* ---- the document ---- */

static void find_targets(struct docx *docx)
{
    const struct report *report = docx->report;
    docx->targets = arena_alloc(docx->arena, report->table_count, sizeof *docx->targets);
    for (size_t t = 0; t < report->table_count; t++) {
        const struct table *table = &report->tables[t];
        for (size_t at = 0; at < table->row_count * table->column_count; at++) {
            const struct link *link = table_cell(table, at / table->column_count, at % table->column_count)->link;
            size_t to = report_link_table(report, link);
            if (to == report->table_count)
                continue;
            size_t columns = link->table->column_count;
            if (!docx->targets[to])
                docx->targets[to] = arena_alloc(docx->arena, link->table->row_count * columns, sizeof **docx->targets);
            docx->targets[to][link->cell.row * columns + link->cell.column] = true;
        }
    }
}

static void add_tables(struct docx *docx, const enum before *before)
{
    const struct report *report = docx->report;
    bool landscape = false, counts_on = false;
    if (report->cover)
        docx_block(docx, report->cover, PAGE_SHORT - MARGIN_LEFT - MARGIN_RIGHT, false);
    for (size_t i = 0; i < report->table_count; i++) {
        const struct table *table = &report->tables[i];
        if (before[i] != FOLLOWS) {
            if (i > 0 || report->cover)
                end_section(docx, landscape, counts_on);
            landscape = table->landscape;
            counts_on = before[i] == COUNTS_ON;
        } else {
            docx_gap(docx->xml, BETWEEN_TABLES, false);
        }
        add_table(docx, i);
    }
    docx_gap(docx->xml, END_HEIGHT, false);
    add_section(docx, landscape, counts_on);
}

static bool fits_word(const struct docx *docx, struct findings *findings)
{
    bool fits = true;
    for (size_t i = 0; i < docx->report->table_count; i++) {
        const struct table *table = &docx->report->tables[i];
        if (table->column_count <= DOCX_COLUMNS)
            continue;
        fits = false;
        finding_add(findings, FINDING_DOCX_COLUMNS, table->place, table->id,
                    arena_printf(docx->arena, "%zu", table->column_count), NULL);
    }
    return fits;
}

bool docx_body(struct docx *docx, struct findings *findings)
{
    struct pages pages;
    if (!fits_word(docx, findings) || !paginate(&pages, docx->report, docx->metrics, docx->arena, findings))
        return false;
    find_targets(docx);
    docx_open(docx->xml, "w:document");
    docx_attribute(docx->xml, "xmlns:w", DOCX_NAMESPACE);
    docx_attribute(docx->xml, "xmlns:r", DOCX_RELATIONSHIPS);
    docx_attribute(docx->xml, "xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing");
    docx_open(docx->xml, "w:body");
    if (docx->report->sign_room)
        docx_gap(docx->xml, SIGN_ROOM_HEIGHT, false);
    add_tables(docx, find_sections(docx, &pages));
    docx_close(docx->xml);
    docx_close(docx->xml);
    return true;
}
