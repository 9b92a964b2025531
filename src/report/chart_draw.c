/* A chart as marks: everything is whole millipoints, from the same figures that the table prints. */
#include "report/chart_bar.h"

#include "report/wrap.h"

enum {
    TITLE_SIZE = 12000,
    TEXT_SIZE = 10000,
    VALUE_SIZE = 9000,
    BAR = 11000,         /* height of a bar */
    BULLET_BAND = 15000, /* of the wide bar behind the narrow one */
    BULLET_BAR = 6000,
    SPACE = 5000,        /* between categories, and around texts */
    SWATCH = 14000,
    HAIRLINE = 400,
    WHITE = 100
};

/* A chart being drawn: y is how far it got. */
struct painter {
    const struct chart *chart;
    const struct table *table;
    struct canvas canvas;
    struct chart_scale scale;
    mpt label_width, plot_x, plot_width;
    mpt y;
};

/* ---- the axis ---- */

/* Where a value stands; the scale is never empty. */
static mpt x_of(const struct painter *painter, int64_t value)
{
    int64_t span = painter->scale.high - painter->scale.low, from = value - painter->scale.low;
    while (span > INT32_MAX) {
        span /= 10;
        from /= 10;
    }
    return painter->plot_x + (mpt)(from * painter->plot_width / span);
}

static const char *tick_text(const struct painter *painter, int64_t value)
{
    struct dec number = { value, painter->scale.decimals };
    while (number.scale && number.units % 10 == 0) {
        number.units /= 10;
        number.scale--;
    }
    return numfmt_text(painter->canvas.tools.arena, (struct numfmt){ .decimals = number.scale }, number);
}

static void draw_axis(struct painter *painter, mpt top)
{
    const struct chart_scale *scale = &painter->scale;
    for (int64_t value = scale->low; value <= scale->high; value += scale->step) {
        const char *text = tick_text(painter, value);
        mpt x = x_of(painter, value), width = canvas_text_width(&painter->canvas, FACE_REGULAR, VALUE_SIZE, text);
        if (value == 0)
            canvas_rule(&painter->canvas, x, top, 0, painter->y - top);
        canvas_text(&painter->canvas, FACE_REGULAR, VALUE_SIZE, x - width / 2, painter->y, text);
    }
    painter->y += metrics_line_height(VALUE_SIZE) + SPACE;
}

/* Under the bars, so that they cover it: fills are drawn in the order in which they were added. */
static void draw_lines(const struct painter *painter, mpt top, mpt height)
{
    enum { LINE_WHITE = 75 };
    for (int64_t value = painter->scale.low; value <= painter->scale.high; value += painter->scale.step)
        canvas_fill(&painter->canvas, x_of(painter, value), top, HAIRLINE, height, LINE_WHITE);
}

/* ---- bars ---- */

static const struct cell *value_cell(const struct painter *painter, size_t series, size_t category)
{
    struct cell_ref ref = painter->chart->series[series].cells[category];
    return table_cell(painter->table, ref.row, ref.column);
}

/* Right of a bar that goes right, and of the axis for one that goes left: labels stand on the other side there. */
static void value_text(const struct painter *painter, size_t series, size_t category, mpt end, mpt y, mpt height)
{
    const struct cell *cell = value_cell(painter, series, category);
    if (cell->text)
        canvas_text(&painter->canvas, FACE_REGULAR, VALUE_SIZE, end + SPACE / 2,
                    y + (height - metrics_line_height(VALUE_SIZE)) / 2, cell->text);
}

/* From the axis to the value; returns the right end of what was drawn. */
static mpt value_bar(const struct painter *painter, size_t series, size_t category, mpt y, mpt height)
{
    int64_t value;
    mpt zero = x_of(painter, 0);
    if (!chart_value(&value, painter->chart, painter->table, &painter->scale, series, category))
        return zero;
    mpt x = x_of(painter, value);
    canvas_bar(&painter->canvas, x < zero ? x : zero, y, x < zero ? zero - x : x - zero, height,
               chart_look(painter->chart->kind, series));
    return x > zero ? x : zero;
}

static void draw_cluster(const struct painter *painter, size_t category, mpt y)
{
    for (size_t s = 0; s < painter->chart->series_count; s++, y += BAR)
        value_text(painter, s, category, value_bar(painter, s, category, y, BAR), y, BAR);
}

/* A value stands in its part if it fits there, on white. */
static void part_text(const struct painter *painter, size_t series, size_t category, mpt x, mpt width, mpt y)
{
    const struct cell *cell = value_cell(painter, series, category);
    mpt wide = canvas_text_width(&painter->canvas, FACE_REGULAR, VALUE_SIZE, cell->text),
        high = metrics_line_height(VALUE_SIZE);
    if (wide + SPACE > width)
        return;
    mpt left = x + (width - wide) / 2;
    canvas_fill(&painter->canvas, left - 1000, y + (BAR - high) / 2 + 1200, wide + 2000, high - 2400, WHITE);
    canvas_text(&painter->canvas, FACE_REGULAR, VALUE_SIZE, left, y + (BAR - high) / 2, cell->text);
}

static void draw_stack(const struct painter *painter, size_t category, mpt y)
{
    int64_t sum = 0, value;
    bool any = false;
    for (size_t s = 0; s < painter->chart->series_count; s++) {
        if (!chart_value(&value, painter->chart, painter->table, &painter->scale, s, category))
            continue;
        mpt left = x_of(painter, sum), right = x_of(painter, sum + value);
        any = true;
        sum += value;
        if (right == left)
            continue;
        canvas_bar(&painter->canvas, left, y, right - left, BAR, chart_look(painter->chart->kind, s));
        part_text(painter, s, category, left, right - left, y);
    }
    if (!any)
        value_text(painter, 0, category, x_of(painter, 0), y, BAR);
}

static void draw_bullet(const struct painter *painter, size_t category, mpt y)
{
    mpt band = value_bar(painter, 1, category, y, BULLET_BAND);
    mpt end = value_bar(painter, 0, category, y + (BULLET_BAND - BULLET_BAR) / 2, BULLET_BAR);
    value_text(painter, 0, category, band > end ? band : end, y, BULLET_BAND);
}

static const char *category_text(const struct painter *painter, size_t category)
{
    struct cell_ref ref = painter->chart->categories[category];
    return table_cell(painter->table, ref.row, ref.column)->text;
}

static mpt bars_height(const struct chart *chart)
{
    if (chart->kind == CHART_CLUSTERED)
        return BAR * (mpt)chart->series_count;
    return chart->kind == CHART_STACKED ? BAR : BULLET_BAND;
}

static mpt category_height(const struct painter *painter, size_t category)
{
    size_t lines;
    wrap_text(painter->canvas.tools.metrics, FACE_REGULAR, TEXT_SIZE, painter->label_width,
              category_text(painter, category), painter->canvas.tools.arena, &lines);
    mpt text = (mpt)lines * metrics_line_height(TEXT_SIZE), bars = bars_height(painter->chart);
    return (text > bars ? text : bars) + SPACE;
}

static void draw_category(struct painter *painter, size_t category)
{
    mpt height = category_height(painter, category), bars = bars_height(painter->chart);
    size_t lines;
    wrap_text(painter->canvas.tools.metrics, FACE_REGULAR, TEXT_SIZE, painter->label_width,
              category_text(painter, category), painter->canvas.tools.arena, &lines);
    mpt text = (mpt)lines * metrics_line_height(TEXT_SIZE), y = painter->y + (height - bars) / 2;
    canvas_flow(&painter->canvas, FACE_REGULAR, TEXT_SIZE, ALIGN_RIGHT, painter->y + (height - text) / 2,
                painter->label_width, category_text(painter, category));
    if (painter->chart->kind == CHART_CLUSTERED)
        draw_cluster(painter, category, y);
    else if (painter->chart->kind == CHART_STACKED)
        draw_stack(painter, category, y);
    else
        draw_bullet(painter, category, y);
    painter->y += height;
}

/* ---- around the bars ---- */

static void draw_legend(struct painter *painter)
{
    mpt x = 0, line = metrics_line_height(TEXT_SIZE);
    for (size_t s = 0; s < painter->chart->series_count; s++) {
        const char *name = painter->chart->series[s].name;
        mpt width = SWATCH + SPACE + canvas_text_width(&painter->canvas, FACE_REGULAR, TEXT_SIZE, name);
        if (x > 0 && x + width > painter->canvas.page->width) {
            x = 0;
            painter->y += line;
        }
        canvas_bar(&painter->canvas, x, painter->y + 2500, SWATCH, line - 5000, chart_look(painter->chart->kind, s));
        canvas_text(&painter->canvas, FACE_REGULAR, TEXT_SIZE, x + SWATCH + SPACE, painter->y, name);
        x += width + 3 * SPACE;
    }
    painter->y += line + SPACE;
}

static void draw_title(struct painter *painter, bool more)
{
    const struct chart *chart = painter->chart;
    const char *unit = chart->unit ? arena_printf(painter->canvas.tools.arena, " (%s)", chart->unit) : "";
    painter->y = canvas_flow(
        &painter->canvas, FACE_BOLD, TITLE_SIZE, ALIGN_CENTRE, painter->y, painter->canvas.page->width,
        arena_printf(painter->canvas.tools.arena, "%s%s%s", chart->title, unit, more ? " (tiếp theo)" : ""));
    painter->y += SPACE;
}

/* The widest value beside a bar needs room right of the plot. */
static mpt values_width(const struct painter *painter)
{
    mpt widest = 0;
    for (size_t s = 0; s < painter->chart->series_count; s++)
        for (size_t i = 0; i < painter->chart->category_count; i++) {
            const struct cell *cell = value_cell(painter, s, i);
            mpt width = cell->kind == CELL_NUMBER
                            ? canvas_text_width(&painter->canvas, FACE_REGULAR, VALUE_SIZE, cell->text)
                            : 0;
            widest = width > widest ? width : widest;
        }
    return widest + SPACE;
}

static void set_widths(struct painter *painter, mpt width)
{
    mpt most = width * 2 / 5, label = 0;
    for (size_t i = 0; i < painter->chart->category_count; i++) {
        mpt need = canvas_text_width(&painter->canvas, FACE_REGULAR, TEXT_SIZE, category_text(painter, i)) + 100;
        label = need > label ? need : label;
    }
    painter->label_width = label < most ? label : most;
    painter->plot_x = painter->label_width + 2 * SPACE;
    painter->plot_width = width - painter->plot_x - values_width(painter);
}

struct drawing chart_draw(const struct chart *chart, const struct table *table, size_t first, mpt width, mpt room,
                          const struct metrics *metrics, struct arena *arena)
{
    struct drawing drawing = { .page = { .width = width }, .next = first };
    struct painter painter = { .chart = chart,
                               .table = table,
                               .canvas = { &drawing.page, { .metrics = metrics, .arena = arena } },
                               .scale = chart_scale_of(chart, table) };
    set_widths(&painter, width);
    draw_title(&painter, first > 0);
    draw_legend(&painter);
    mpt top = painter.y, below = metrics_line_height(VALUE_SIZE) + SPACE, height = 0;
    size_t end = first;
    for (; end < chart->category_count; end++) {
        mpt more = category_height(&painter, end);
        if (end > first && top + height + more + below > room)
            break;
        height += more;
    }
    draw_lines(&painter, top, height);
    while (drawing.next < end)
        draw_category(&painter, drawing.next++);
    draw_axis(&painter, top);
    drawing.page.height = painter.y;
    return drawing;
}
