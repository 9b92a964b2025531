#include "report/page/chart_columns.h"

#include "report/page/chart_frame.h"

enum {
    PLOT_HEIGHT = 150000,
    PLOT_LEAST =
        80000, /* where there is less room: six lines of the axis with their numbers still stand clear of each other */
    LEAST_BAR = 16000,
    BETWEEN = 22000 /* categories */
};

/* Where everything stands. */
struct columns {
    mpt left, width; /* of the plot */
    mpt top, bottom; /* of the plot; the axis of values is between them */
    mpt bar, group;  /* a bar, and all bars of a category */
};

static mpt text_width(const struct painter *painter, mpt size, const char *text)
{
    return canvas_text_width(&painter->canvas, FACE_REGULAR, size, text);
}

static mpt ticks_width(const struct painter *painter)
{
    const struct chart_scale *scale = &painter->scale;
    mpt low = text_width(painter, CHART_VALUE, chart_tick_text(painter, scale->low));
    mpt high = text_width(painter, CHART_VALUE, chart_tick_text(painter, scale->high));
    return (low > high ? low : high) + CHART_SPACE;
}

static mpt value_y(const struct painter *painter, const struct columns *columns, int64_t value)
{
    return columns->bottom - chart_length(painter, value, columns->bottom - columns->top);
}

static void draw_values(const struct painter *painter, const struct columns *columns)
{
    const struct chart_scale *scale = &painter->scale;
    mpt line = metrics_line_height(CHART_VALUE);
    for (int64_t value = scale->low; value <= scale->high; value += scale->step) {
        const char *text = chart_tick_text(painter, value);
        mpt y = value_y(painter, columns, value);
        canvas_fill(&painter->canvas, columns->left, y, columns->width, CHART_HAIRLINE, CHART_LINE_WHITE);
        canvas_text(&painter->canvas, FACE_REGULAR, CHART_VALUE,
                    columns->left - CHART_SPACE - text_width(painter, CHART_VALUE, text), y - line / 2, text);
    }
    canvas_rule(&painter->canvas, columns->left, value_y(painter, columns, 0), columns->width, 0);
}

/* What was not reported has no bar, and a mark that cannot be taken for a small one. */
static void draw_bar(const struct painter *painter, const struct columns *columns, size_t series, size_t category, mpt x)
{
    const struct cell *cell = chart_value_cell(painter, series, category);
    mpt zero = value_y(painter, columns, 0), y = zero, line = metrics_line_height(CHART_VALUE);
    const char *text = cell->text ? "…" : NULL;
    int64_t value;
    if (chart_value(&value, painter->chart, painter->table, &painter->scale, series, category)) {
        y = value_y(painter, columns, value);
        text = cell->text;
        if (y != zero)
            canvas_bar(&painter->canvas, x, y < zero ? y : zero, columns->bar, y < zero ? zero - y : y - zero,
                       chart_look(CHART_CLUSTERED, series));
    }
    if (text)
        canvas_text(&painter->canvas, FACE_REGULAR, CHART_VALUE,
                    x + (columns->bar - text_width(painter, CHART_VALUE, text)) / 2, y > zero ? y : y - line, text);
}

static mpt names_height(const struct painter *painter, const struct columns *columns)
{
    mpt most = 0;
    for (size_t i = 0; i < painter->chart->category_count; i++) {
        mpt height = chart_name_height(painter, i, columns->group + BETWEEN / 2);
        most = height > most ? height : most;
    }
    return most;
}

/* Where everything stands but the plot's height; false if it is wider than the page. */
static bool lay_out(const struct painter *painter, struct columns *columns)
{
    const struct chart *chart = painter->chart;
    mpt ticks = ticks_width(painter), widest = chart_values_width(painter);
    columns->bar = widest > LEAST_BAR ? widest : LEAST_BAR; /* values stand above the bars */
    columns->group = columns->bar * (mpt)chart->series_count;
    columns->width = (columns->group + BETWEEN) * (mpt)chart->category_count;
    columns->left = (painter->canvas.page->width - columns->width + ticks) / 2;
    return ticks + columns->width <= painter->canvas.page->width;
}

/* What stands above and below the plot. */
static mpt height_around(const struct painter *painter, const struct columns *columns)
{
    return chart_frame_height(painter) + metrics_line_height(CHART_VALUE) + CHART_SPACE + names_height(painter, columns);
}

mpt chart_columns_least(const struct painter *painter)
{
    struct columns columns;
    return lay_out(painter, &columns) ? height_around(painter, &columns) + PLOT_LEAST : 0;
}

bool chart_columns(struct painter *painter, mpt room)
{
    const struct chart *chart = painter->chart;
    struct columns columns;
    if (!lay_out(painter, &columns))
        return false;
    mpt plot = room - height_around(painter, &columns);
    if (plot < PLOT_LEAST)
        return false;
    chart_title(painter, false);
    chart_legend(painter);
    columns.top = painter->y + metrics_line_height(CHART_VALUE);
    columns.bottom = columns.top + (plot < PLOT_HEIGHT ? plot : PLOT_HEIGHT);
    draw_values(painter, &columns);
    for (size_t i = 0; i < chart->category_count; i++) {
        mpt x = columns.left + BETWEEN / 2 + (columns.group + BETWEEN) * (mpt)i;
        for (size_t s = 0; s < chart->series_count; s++)
            draw_bar(painter, &columns, s, i, x + columns.bar * (mpt)s);
        canvas_flow(&painter->canvas, FACE_REGULAR, CHART_TEXT, ALIGN_CENTRE, x - BETWEEN / 4,
                    columns.bottom + CHART_SPACE / 2, columns.group + BETWEEN / 2, chart_category_text(painter, i));
    }
    painter->y = columns.bottom + CHART_SPACE + names_height(painter, &columns);
    return true;
}
