#include "report/page/chart_category.h"

#include "report/wrap.h"

enum { BAR = 11000 }; /* height of a bar */

mpt chart_length(const struct painter *painter, int64_t value, mpt whole)
{
    int64_t span = painter->scale.high - painter->scale.low, from = value - painter->scale.low;
    while (span > INT32_MAX) {
        span /= 10;
        from /= 10;
    }
    return (mpt)(from * whole / span);
}

mpt chart_x(const struct painter *painter, int64_t value)
{
    return painter->plot_x + chart_length(painter, value, painter->plot_width);
}

/* What stands at the end of a bar; NULL for nothing. */
static const char *end_text(const struct painter *painter, size_t series, size_t category)
{
    bool said = painter->chart->ends && series == 0;
    return said ? painter->chart->ends[category] : chart_value_cell(painter, series, category)->text;
}

mpt chart_values_width(const struct painter *painter)
{
    mpt widest = 0;
    for (size_t s = 0; s < painter->chart->series_count; s++)
        for (size_t i = 0; i < painter->chart->category_count; i++) {
            const struct cell *cell = chart_value_cell(painter, s, i);
            mpt width =
                cell->kind == CELL_NUMBER ? canvas_text_width(&painter->canvas, FACE_REGULAR, CHART_VALUE, cell->text) : 0;
            widest = width > widest ? width : widest;
        }
    return widest + CHART_SPACE;
}

const struct cell *chart_value_cell(const struct painter *painter, size_t series, size_t category)
{
    return table_at(painter->table, painter->chart->series[series].cells[category]);
}

/* Right of a bar that goes right, and of the axis for one that goes left: labels stand on the other side there. */
static void value_text(const struct painter *painter, size_t series, size_t category, mpt end, mpt y, mpt height)
{
    const char *text = end_text(painter, series, category);
    if (text)
        canvas_text(&painter->canvas, FACE_REGULAR, CHART_VALUE, end + CHART_SPACE / 2,
                    y + (height - metrics_line_height(CHART_VALUE)) / 2, text);
}

/* From the axis to the value; returns the right end of what was drawn. */
static mpt value_bar(const struct painter *painter, size_t series, size_t category, mpt y, mpt height)
{
    int64_t value;
    mpt zero = chart_x(painter, 0);
    if (!chart_value(&value, painter->chart, painter->table, &painter->scale, series, category))
        return zero;
    mpt x = chart_x(painter, value);
    canvas_bar(&painter->canvas, x < zero ? x : zero, y, x < zero ? zero - x : x - zero, height,
               chart_look(painter->chart->kind, series));
    return x > zero ? x : zero;
}

static void draw_cluster(const struct painter *painter, size_t category, mpt y)
{
    for (size_t s = 0; s < painter->chart->series_count; s++, y += BAR)
        value_text(painter, s, category, value_bar(painter, s, category, y, BAR), y, BAR);
}

static bool has_band(const struct chart *chart)
{
    return chart->series_count > 1;
}

/* The words stand beyond the line too: it would go through them. */
static void draw_bullet(const struct painter *painter, size_t category, mpt y)
{
    const struct chart *chart = painter->chart;
    mpt wide = painter->spacing.band, narrow = has_band(chart) ? painter->spacing.bar : BAR;
    mpt end = chart->line.name ? chart_x(painter, chart_line_value(&painter->chart->line, &painter->scale)) : 0;
    for (size_t s = chart->series_count; s-- > 0;) {
        mpt high = s ? wide : narrow, right = value_bar(painter, s, category, y + (wide - high) / 2, high);
        end = right > end ? right : end;
    }
    value_text(painter, 0, category, end, y, wide);
}

/* The furthest to the right that something of a category stands: its bars, or the line beyond them. */
static int64_t furthest(const struct painter *painter, size_t category)
{
    int64_t most = painter->chart->line.name ? chart_line_value(&painter->chart->line, &painter->scale) : 0, value;
    for (size_t s = 0; s < painter->chart->series_count; s++)
        if (chart_value(&value, painter->chart, painter->table, &painter->scale, s, category) && value > most)
            most = value;
    return most;
}

/* Only words said at the ends are long enough for it to matter which of the bars are. */
mpt chart_plot_width(const struct painter *painter, mpt room)
{
    if (!painter->chart->ends)
        return room - chart_values_width(painter);
    mpt width = room - CHART_SPACE;
    for (size_t i = 0; i < painter->chart->category_count; i++) {
        mpt words = canvas_text_width(&painter->canvas, FACE_REGULAR, CHART_VALUE, painter->chart->ends[i]) + CHART_SPACE;
        mpt taken = chart_length(painter, furthest(painter, i), room);
        if (taken > 0 && (int64_t)(room - words) * room / taken < width)
            width = (mpt)((int64_t)(room - words) * room / taken);
    }
    return width > room / 3 ? width : room / 3;
}

const char *chart_category_text(const struct painter *painter, size_t category)
{
    return chart_name(painter->chart, painter->table, category);
}

static mpt bars_height(const struct painter *painter)
{
    const struct chart *chart = painter->chart;
    return chart->kind == CHART_BULLET ? painter->spacing.band : BAR * (mpt)chart->series_count;
}

mpt chart_name_height(const struct painter *painter, size_t category, mpt width)
{
    size_t lines;
    wrap_text(painter->canvas.tools.metrics, FACE_REGULAR, CHART_TEXT, width, chart_category_text(painter, category),
              painter->canvas.tools.arena, &lines);
    return (mpt)lines * metrics_line_height(CHART_TEXT);
}

mpt chart_category_height(const struct painter *painter, size_t category)
{
    mpt text = chart_name_height(painter, category, painter->label_width), bars = bars_height(painter);
    return (text > bars ? text : bars) + painter->spacing.between;
}

void chart_category(struct painter *painter, size_t category)
{
    mpt height = chart_category_height(painter, category), bars = bars_height(painter);
    mpt text = chart_name_height(painter, category, painter->label_width), y = painter->y + (height - bars) / 2;
    canvas_flow(&painter->canvas, FACE_REGULAR, CHART_TEXT, ALIGN_RIGHT, 0, painter->y + (height - text) / 2,
                painter->label_width, chart_category_text(painter, category));
    if (painter->chart->kind == CHART_BULLET)
        draw_bullet(painter, category, y);
    else
        draw_cluster(painter, category, y);
    painter->y += height;
}
