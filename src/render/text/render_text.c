/* The report as plain text: what a person reads over a terminal, and what golden tests compare. Nothing depends on fonts. */
#include <utf8proc.h>

#include "base/file.h"
#include "render/text/render_text.h"
#include "render/renderers.h"
#include "report/chart.h"

enum { CHART_BAR = 40 };

size_t text_display_width(const char *text, size_t length)
{
    size_t width = 0;
    for (const char *end = text + length; text < end;) {
        int columns = utf8proc_charwidth((utf8proc_int32_t)utf8_next(&text));
        width += columns > 0 ? (size_t)columns : 0;
    }
    return width;
}

/* Bytes of the longest beginning of text that is no wider than width; at least one character. */
static size_t fitting(const char *text, size_t length, size_t width)
{
    const char *at = text;
    while (at < text + length) {
        const char *next = at;
        utf8_next(&next);
        if (at > text && text_display_width(text, (size_t)(next - text)) > width)
            break;
        at = next;
    }
    return (size_t)(at - text);
}

/* Bytes of the next line of a paragraph: up to the last blank that fits, or into a word that is too long. */
static size_t line_length(const char *text, size_t length, size_t width)
{
    if (text_display_width(text, length) <= width)
        return length;
    size_t fit = fitting(text, length, width), end = fit;
    while (end > 0 && text[end] != ' ')
        end--;
    return end ? end : fit;
}

static void wrap_paragraph(struct text_lines *lines, const char *text, size_t length, size_t width, struct arena *arena)
{
    do {
        size_t taken = line_length(text, length, width), shown = taken;
        while (shown && text[shown - 1] == ' ')
            shown--;
        const char **line = ARENA_PUSH(arena, lines->items, lines->count, lines->capacity);
        *line = arena_copy(arena, text, shown);
        while (taken < length && text[taken] == ' ')
            taken++;
        text += taken;
        length -= taken;
    } while (length);
}

struct text_lines text_wrap(const char *text, size_t width, struct arena *arena)
{
    struct text_lines lines = { 0 };
    for (text = text ? text : "";; text++) {
        size_t length = strcspn(text, "\n");
        wrap_paragraph(&lines, text, length, width, arena);
        text += length;
        if (!*text)
            return lines;
    }
}

static void add_blanks(struct text *out, size_t count)
{
    while (count--)
        text_add(out, " ");
}

void text_add_padded(struct text *out, const char *text, size_t width, enum align align)
{
    size_t used = text_display_width(text, strlen(text)), rest = width > used ? width - used : 0;
    size_t before = align == ALIGN_RIGHT ? rest : align == ALIGN_CENTRE ? rest / 2 : 0;
    add_blanks(out, before);
    text_add(out, text);
    add_blanks(out, rest - before);
}

static void add_line(struct text *out, const char *line)
{
    if (line && *line)
        text_addf(out, "%s\n", line);
}

/* A note is a paragraph; longer ones are broken as wide as tables. */
static void add_note(struct text *out, const char *note)
{
    struct text_lines lines = text_wrap(note, TEXT_TABLE_WIDTH, out->arena);
    for (size_t i = 0; i < lines.count; i++)
        add_line(out, lines.items[i]);
}

/* Row and column are counted as on the page, the table head included. */
static void add_remarks(struct text *out, const struct table *table)
{
    for (size_t r = 0; r < table->row_count; r++) {
        for (size_t c = 0; c < table->column_count; c++) {
            const struct cell *cell = table_cell(table, r, c);
            if (cell->remark && *cell->remark)
                text_addf(out, "[%zu:%zu] %s\n", r + 1, c + 1, cell->remark);
        }
    }
}

/* A bar as long as its share of the longest one; a cell without a number says so in its place. */
static void add_chart_bar(struct text *out, const struct chart *chart, const struct table *table,
                          const struct chart_scale *scale, size_t series, size_t category)
{
    int64_t value, longest = scale->high > -scale->low ? scale->high : -scale->low;
    struct cell_ref ref = chart->series[series].cells[category];
    const struct cell *cell = table_at(table, ref);
    text_addf(out, "    %s: ", chart->series[series].name);
    if (chart_value(&value, chart, table, scale, series, category)) {
        int64_t length = longest > INT64_MAX / CHART_BAR ? (value < 0 ? -value : value) / (longest / CHART_BAR)
                                                         : (value < 0 ? -value : value) * CHART_BAR / longest;
        while (length-- > 0)
            text_add(out, value < 0 ? "-" : "#");
        text_add(out, value ? " " : "");
    }
    const char *said = chart->ends && series == 0 ? chart->ends[category] : cell->text;
    text_addf(out, "%s\n", said ? said : "");
}

static void add_chart(struct text *out, const struct chart *chart, const struct table *table)
{
    struct chart_scale scale = chart_scale_of(chart, table);
    text_addf(out, "\n%s%s%s%s\n", chart->title, chart->unit ? " (" : "", chart->unit ? chart->unit : "",
              chart->unit ? ")" : "");
    for (size_t i = 0; i < chart->category_count; i++) {
        text_addf(out, "  %s\n", chart_name(chart, table, i));
        for (size_t s = 0; s < chart->series_count; s++)
            add_chart_bar(out, chart, table, &scale, s, i);
    }
}

static void add_table(struct text *out, const struct report *report, size_t index)
{
    const struct table *table = &report->tables[index];
    if (table->opening) {
        text_add_block(out, table->opening);
        text_add(out, "\n");
    }
    add_line(out, table->annex);
    add_line(out, table->title);
    add_line(out, table_basis_on_page(report, index));
    add_line(out, table->unit);
    text_add_grid(out, table);
    for (size_t i = 0; i < table->note_count; i++)
        add_note(out, table->notes[i]);
    add_remarks(out, table);
    for (size_t i = 0; i < table->chart_count; i++)
        add_chart(out, &table->charts[i], table);
    if (table->signature)
        text_add_block(out, table->signature);
}

static void add_separator(struct text *out)
{
    text_add(out, "\n");
    for (int i = 0; i < TEXT_BAR_WIDTH; i++)
        text_add(out, "=");
    text_add(out, "\n\n");
}

const char *text_of_report(const struct report *report, struct arena *arena)
{
    struct text out = text_in(arena);
    if (report->cover)
        text_add_block(&out, report->cover);
    for (size_t i = 0; i < report->table_count; i++) {
        if (i || report->cover)
            add_separator(&out);
        add_table(&out, report, i);
    }
    if (report->control_line) {
        text_add(&out, "\n");
        add_line(&out, report->control_line);
    }
    return text_str(&out);
}

bool render_text(const struct report *report, const char *path, struct render_context *context)
{
    int error = file_write(path, text_of_report(report, context->arena));
    if (error)
        finding_errno(context->findings, FINDING_WRITE_FAILED, render_place(context, path), error);
    return !error;
}
