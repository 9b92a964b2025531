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

void chart_legend(struct painter *painter)
{
    mpt x = 0, line = metrics_line_height(CHART_TEXT);
    for (size_t s = 0; s < painter->chart->series_count; s++) {
        const char *name = painter->chart->series[s].name;
        mpt width = SWATCH + CHART_SPACE + canvas_text_width(&painter->canvas, FACE_REGULAR, CHART_TEXT, name);
        if (x > 0 && x + width > painter->canvas.page->width) {
            x = 0;
            painter->y += line;
        }
        canvas_bar(&painter->canvas, x, painter->y + 2500, SWATCH, line - 5000, chart_look(painter->chart->kind, s));
        canvas_text(&painter->canvas, FACE_REGULAR, CHART_TEXT, x + SWATCH + CHART_SPACE, painter->y, name);
        x += width + 3 * CHART_SPACE;
    }
    painter->y += line + CHART_SPACE;
}

void chart_title(struct painter *painter, bool more)
{
    const struct chart *chart = painter->chart;
    const char *unit = chart->unit ? arena_printf(painter->canvas.tools.arena, " (%s)", chart->unit) : "";
    painter->y =
        canvas_flow(&painter->canvas, FACE_BOLD, TITLE_SIZE, ALIGN_CENTRE, 0, painter->y, painter->canvas.page->width,
                    arena_printf(painter->canvas.tools.arena, "%s%s%s", chart->title, unit, more ? " (tiếp theo)" : ""));
    painter->y += CHART_SPACE;
}
