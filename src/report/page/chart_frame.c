#include "report/page/chart_frame.h"

enum { TITLE_SIZE = 12000, SWATCH = 14000 };

const char *chart_tick_text(const struct painter *painter, int64_t value)
{
    struct dec number = { value, painter->scale.decimals };
    while (number.scale && number.units % 10 == 0) {
        number.units /= 10;
        number.scale--;
    }
    return numfmt_text(painter->canvas.tools.arena, (struct numfmt){ .decimals = number.scale }, number);
}

/* Puts a name with room for its swatch behind *x, on a further line where this one is full; returns where the swatch begins. */
static mpt legend_entry(struct painter *painter, mpt *x, const char *name)
{
    mpt width = SWATCH + CHART_SPACE + canvas_text_width(&painter->canvas, FACE_REGULAR, CHART_TEXT, name);
    if (*x > 0 && *x + width > painter->canvas.page->width) {
        *x = 0;
        painter->y += metrics_line_height(CHART_TEXT);
    }
    mpt at = *x;
    canvas_text(&painter->canvas, FACE_REGULAR, CHART_TEXT, at + SWATCH + CHART_SPACE, painter->y, name);
    *x += width + 3 * CHART_SPACE;
    return at;
}

void chart_legend(struct painter *painter)
{
    const struct chart *chart = painter->chart;
    mpt x = 0, line = metrics_line_height(CHART_TEXT);
    for (size_t s = 0; s < chart->series_count; s++) {
        mpt at = legend_entry(painter, &x, chart->series[s].name);
        canvas_bar(&painter->canvas, at, painter->y + 2500, SWATCH, line - 5000, chart_look(chart->kind, s));
    }
    if (chart->line.name) {
        mpt at = legend_entry(painter, &x, chart->line.name);
        canvas_fill(&painter->canvas, at + (SWATCH - CHART_LINE) / 2, painter->y + 1000, CHART_LINE, line - 2000, 0);
    }
    painter->y += line + CHART_SPACE;
}

void chart_title(struct painter *painter, bool more)
{
    const struct chart *chart = painter->chart;
    if (!chart->title)
        return;
    const char *unit = chart->unit ? arena_printf(painter->canvas.tools.arena, " (%s)", chart->unit) : "";
    painter->y =
        canvas_flow(&painter->canvas, FACE_BOLD, TITLE_SIZE, ALIGN_CENTRE, 0, painter->y, painter->canvas.page->width,
                    arena_printf(painter->canvas.tools.arena, "%s%s%s", chart->title, unit, more ? " (tiếp theo)" : ""));
    painter->y += CHART_SPACE;
}

mpt chart_frame_height(const struct painter *painter)
{
    struct page scratch = { .width = painter->canvas.page->width };
    struct painter dry = *painter;
    dry.canvas.page = &scratch;
    dry.y = 0;
    chart_title(&dry, false);
    chart_legend(&dry);
    return dry.y;
}
