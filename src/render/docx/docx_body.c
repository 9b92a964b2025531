/* The document: a cover, then each table under its heading, in sections that stand or lie. */
#include "render/docx/docx.h"

#include "base/text.h"
#include "report/page/paginate.h"
#include "report/wrap.h"

enum {
    BELOW_HEADING = 3000, /* to the short rule */
    BELOW_RULE = 12000,
    BELOW_OPENING = 6000, /* half of what print has: a blank line and a rule are as high again in Word */
    BETWEEN_TABLES = 24000,
    NOTE_BEFORE = 6000,
    END_HEIGHT = 1000, /* of what stands below the last table */
    LINES_BEFORE_SIGNATURE = 2,
    NOTE_SIZE = 11000,
    NOTES_KEPT_WHOLE = 10, /* lines, as in the PDF */
    TITLE_SIZE = 14000,
    BASIS_SIZE = 13000
};

/* ---- headings ---- */

/* The number of the annex and its title are one heading. Returns the width of the last of the two. */
static mpt add_title(struct docx *docx, const struct table *table, mpt room)
{
    const char *texts[] = { table->annex, table->title };
    struct text heading = text_in(docx->arena);
    mpt widest = 0;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (!texts[i])
            continue;
        text_add(&heading, widest ? "\n" : "");
        text_add(&heading, docx_broken(docx, ALIGN_CENTRE, FACE_BOLD, TITLE_SIZE, room, texts[i], &widest));
    }
    if (!widest)
        return 0;
    docx_open_paragraph(docx->xml, &(struct docx_paragraph){ .style = DOCX_HEADING });
    docx_run(docx->xml, text_str(&heading), FACE_BOLD, FACE_BOLD, 0);
    docx_close(docx->xml);
    return widest;
}

static void add_heading(struct docx *docx, size_t index)
{
    const struct table *table = &docx->report->tables[index];
    mpt room = table_page_width(table), widest = add_title(docx, table, room);
    const char *basis = table_basis_on_page(docx->report, index);
    if (basis)
        docx_line(docx->xml, &(struct docx_paragraph){ .style = DOCX_BASIS },
                  docx_broken(docx, ALIGN_CENTRE, FACE_ITALIC, BASIS_SIZE, room, basis, &widest));
    if (widest)
        docx_rule(docx->xml, room, block_rule_width(&(struct block_line){ .rule = RULE_SHORT }, widest), BELOW_HEADING,
                  BELOW_RULE, true);
}

/* ---- a table with what belongs to it ---- */

/* Notes of a few lines are not torn apart, nor from the end of their table: alone on a page they would be of nothing. */
static bool are_few_notes(const struct docx *docx, const struct table *table)
{
    size_t lines = 0;
    for (size_t i = 0; i < table->note_count; i++) {
        size_t count;
        wrap_text(docx->metrics, FACE_REGULAR, NOTE_SIZE, table_page_width(table), table->notes[i], docx->arena, &count);
        lines += count;
    }
    return lines <= NOTES_KEPT_WHOLE;
}

static void add_notes(struct docx *docx, const struct table *table, bool few)
{
    for (size_t i = 0; i < table->note_count; i++) {
        bool before_signature = table->signature && !table->chart_count && i + LINES_BEFORE_SIGNATURE >= table->note_count;
        struct docx_paragraph paragraph = { .style = DOCX_NOTE,
                                            .keep = before_signature || (few && i + 1 < table->note_count),
                                            .before = i ? 0 : NOTE_BEFORE };
        docx_line(docx->xml, &paragraph, table->notes[i]);
    }
}

static void add_table(struct docx *docx, size_t index)
{
    const struct table *table = &docx->report->tables[index];
    bool few = are_few_notes(docx, table);
    if (table->opening) {
        docx_block(docx, table->opening, table_page_width(table), true);
        docx_gap(docx->xml, BELOW_OPENING, true);
    }
    add_heading(docx, index);
    docx_line(docx->xml, &(struct docx_paragraph){ .style = DOCX_UNIT }, table->unit);
    docx_table(docx, index, table->note_count ? few : table->signature && !table->chart_count);
    add_notes(docx, table, few);
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

static void add_tables(struct docx *docx, const struct pages *pages)
{
    const struct report *report = docx->report;
    struct docx_section section = { 0 };
    if (report->cover)
        docx_block(docx, report->cover, PAGE_SHORT - MARGIN_LEFT - MARGIN_RIGHT, false);
    for (size_t i = 0; i < report->table_count; i++) {
        if (i < section.end) {
            docx_gap(docx->xml, BETWEEN_TABLES, false);
        } else {
            if (i > 0 || report->cover)
                docx_end_section(docx, &section);
            section = docx_section_from(docx, pages, i);
        }
        add_table(docx, i);
    }
    docx_gap(docx->xml, END_HEIGHT, false);
    docx_section(docx, &section);
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
    add_tables(docx, &pages);
    docx_close(docx->xml);
    docx_close(docx->xml);
    return true;
}
