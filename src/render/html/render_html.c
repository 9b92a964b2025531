/*
 * The report as one page for a portal: it needs no script and loads nothing, reads well aloud, on a phone and on paper,
 * and its identifiers stay (render_html.h).
 */
#include "base/file.h"
#include "render/html/render_html.h"

#include "render/renderers.h"

/* ---- text ---- */

static void add_escaped(struct text *out, const char *text, const char *line_break)
{
    for (; text && *text; text++) {
        switch (*text) {
        case '&': text_add(out, "&amp;"); break;
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        case '"': text_add(out, "&quot;"); break;
        case '\n': text_add(out, line_break); break;
        default: text_addn(out, text, 1); break;
        }
    }
}

void html_text(struct text *out, const char *text)
{
    add_escaped(out, text, "<br/>");
}

void html_line(struct text *out, const char *text)
{
    add_escaped(out, text, " ");
}

void html_attribute(struct text *out, const char *name, const char *value)
{
    text_addf(out, " %s=\"", name);
    html_line(out, value);
    text_add(out, "\"");
}

void html_paragraph(struct text *out, const char *class_name, const char *text)
{
    if (!text || !*text)
        return;
    text_addf(out, "<p class=\"%s\">", class_name);
    html_text(out, text);
    text_add(out, "</p>\n");
}

/* ---- page ---- */

/* No table's id begins with a colon. */
#define COVER_ID ":cover"
#define MAIN_ID ":main"

static void add_meta(struct text *out, const char *name, const char *content)
{
    if (!content || !*content)
        return;
    text_addf(out, "<meta name=\"%s\"", name);
    html_attribute(out, "content", content);
    text_add(out, "/>\n");
}

static const char *title_of(const struct report *report)
{
    return report->title ? report->title : report->id;
}

/* Phones would make telephone links of figures: format-detection forbids it. */
static void add_head(struct text *out, const struct report *report)
{
    text_add(out, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
    html_attribute(out, "lang", report->language ? report->language : "vi");
    html_attribute(out, "xml:lang", report->language ? report->language : "vi");
    text_add(out, ">\n<head>\n<meta charset=\"utf-8\"/>\n<title>");
    html_line(out, title_of(report));
    text_add(out, "</title>\n");
    add_meta(out, "viewport", "width=device-width, initial-scale=1");
    add_meta(out, "format-detection", "telephone=no");
    add_meta(out, "color-scheme", "light dark");
    add_meta(out, "author", report->author);
    add_meta(out, "description", report->subject);
    if (report->as_of.year)
        add_meta(out, "dcterms.date", date_token(out->arena, report->as_of));
    html_style(out, report);
    text_add(out, "</head>\n");
}

const char *html_table_id(const struct report *report, size_t index, struct arena *arena)
{
    const char *id = report->tables[index].id;
    size_t number = 1;
    for (size_t i = 0; i < index; i++)
        number += text_equal(report->tables[i].id, id);
    return number == 1 ? id : arena_printf(arena, "%s:%zu", id, number);
}

static const char *name_of(const struct table *table)
{
    if (table->bookmark)
        return table->bookmark;
    return table->title ? table->title : table->sheet;
}

static void add_entry(struct text *out, const char *id, const char *name)
{
    text_add(out, "<li><a");
    html_attribute(out, "href", arena_printf(out->arena, "#%s", id));
    text_add(out, ">");
    html_line(out, name);
    text_add(out, "</a></li>\n");
}

static void add_navigation(struct text *out, const struct report *report)
{
    text_add(out, "<nav aria-label=\"Mục lục\">\n<details><summary>Mục lục</summary>\n<ul>\n");
    if (report->cover)
        add_entry(out, COVER_ID, report->cover->bookmark);
    for (size_t i = 0; i < report->table_count; i++)
        add_entry(out, html_table_id(report, i, out->arena), name_of(&report->tables[i]));
    text_add(out, "</ul>\n</details>\n</nav>\n");
}

static void add_cover(struct text *out, const struct block *cover)
{
    text_add(out, "<section class=\"cover\"");
    html_attribute(out, "id", COVER_ID);
    html_attribute(out, "aria-label", cover->bookmark);
    text_add(out, ">\n");
    html_block(out, cover);
    text_add(out, "</section>\n");
}

static void add_section(struct text *out, const struct report *report, size_t index, const struct metrics *metrics)
{
    const struct table *table = &report->tables[index];
    const char *id = html_table_id(report, index, out->arena), *heading = arena_printf(out->arena, "%s:title", id);
    struct html_remarks remarks = html_remarks_of(table, id, out->arena);
    remarks.report = report;
    text_add(out, "<section");
    html_attribute(out, "id", id);
    text_add(out, table->landscape ? " class=\"landscape\">\n" : ">\n");
    if (table->opening)
        html_block(out, table->opening);
    html_table(out, &remarks, heading);
    for (size_t i = 0; i < table->note_count; i++)
        html_paragraph(out, "note", table->notes[i]);
    html_remark_list(out, &remarks);
    for (size_t i = 0; i < table->chart_count; i++)
        html_chart(out, &table->charts[i], table, metrics);
    if (table->signature)
        html_block(out, table->signature);
    text_add(out, "</section>\n");
}

static void add_footer(struct text *out, const struct report *report)
{
    if (!report->control_line)
        return;
    text_add(out, "<footer>\n");
    html_paragraph(out, "control", report->control_line);
    text_add(out, "</footer>\n");
}

static void add_body(struct text *out, const struct report *report, const struct metrics *metrics)
{
    text_add(out, "<body>\n<a class=\"skip\" href=\"#" MAIN_ID "\">Tới nội dung</a>\n<header>\n");
    if (!html_has_title(report->cover) && !html_has_title(report->table_count ? report->tables[0].opening : NULL)) {
        text_add(out, "<h1>");
        html_text(out, title_of(report));
        text_add(out, "</h1>\n");
        html_paragraph(out, "subject", report->subject);
    }
    add_navigation(out, report);
    text_add(out, "</header>\n<main id=\"" MAIN_ID "\">\n");
    if (report->cover)
        add_cover(out, report->cover);
    for (size_t i = 0; i < report->table_count; i++)
        add_section(out, report, i, metrics);
    text_add(out, "</main>\n");
    add_footer(out, report);
    text_add(out, "</body>\n</html>\n");
}

bool render_html(const struct report *report, const char *path, struct render_context *context)
{
    struct text out = text_in(context->arena);
    add_head(&out, report);
    add_body(&out, report, context->metrics);
    int error = file_write(path, text_str(&out));
    if (error)
        finding_errno(context->findings, FINDING_WRITE_FAILED, render_place(context, path), error);
    return !error;
}
