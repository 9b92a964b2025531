#include "report/page/chart_draw.h"

#include "report/page/chart_category.h"
#include "report/page/chart_columns.h"
#include "report/page/chart_frame.h"

/* A chart a little too tall for a page is drawn closer rather than cut. */
static const struct spacing WIDE = { 5000, 15000, 6000 }, CLOSE = { 2000, 11000, 4600 };

/* ---- the axis ---- */

static mpt tick_width(const struct painter *painter, int64_t value)
{
    return canvas_text_width(&painter->canvas, FACE_REGULAR, CHART_VALUE, chart_tick_text(painter, value));
}

/* Every so many steps from 0 on a value has room beside the others: all of them do, but on a narrow screen. */
static int64_t steps_apart(const struct painter *painter)
{
    const struct chart_scale *scale = &painter->scale;
    int64_t steps = 1, most = (scale->high - scale->low) / scale->step;
    mpt widest = 0, step = chart_x(painter, scale->low + scale->step) - chart_x(painter, scale->low);
    for (int64_t value = scale->low; value <= scale->high; value += scale->step)
        widest = tick_width(painter, value) > widest ? tick_width(painter, value) : widest;
    while (steps < most && step * steps < widest + CHART_SPACE)
        steps++;
    return steps;
}

static void draw_axis(struct painter *painter, mpt top)
{
    const struct chart_scale *scale = &painter->scale;
    int64_t apart = steps_apart(painter) * scale->step;
    for (int64_t value = scale->low; value <= scale->high; value += scale->step) {
        mpt x = chart_x(painter, value), width = tick_width(painter, value);
        if (value == 0)
            canvas_rule(&painter->canvas, x, top, 0, painter->y - top);
        if (value % apart == 0)
            canvas_text(&painter->canvas, FACE_REGULAR, CHART_VALUE, x - width / 2, painter->y, chart_tick_text(painter, value));
    }
    painter->y += metrics_line_height(CHART_VALUE) + CHART_SPACE;
}

/* Under the bars, so that they cover it: fills are drawn in the order in which they were added. */
static void draw_lines(const struct painter *painter, mpt top, mpt height)
{
    for (int64_t value = painter->scale.low; value <= painter->scale.high; value += painter->scale.step)
        canvas_fill(&painter->canvas, chart_x(painter, value), top, CHART_HAIRLINE, height, CHART_LINE_WHITE);
}

/* Over the bars. */
static void draw_mark(const struct painter *painter, mpt top)
{
    if (painter->chart->line.name)
        canvas_fill(&painter->canvas,
                    chart_x(painter, chart_line_value(&painter->chart->line, &painter->scale)) - CHART_LINE / 2, top,
                    CHART_LINE, painter->y - top, 0);
}

/* ---- the rooms ---- */

static void set_widths(struct painter *painter, mpt width)
{
    mpt most = width * 2 / 5, label = 0;
    for (size_t i = 0; i < painter->chart->category_count; i++) {
        mpt need = canvas_text_width(&painter->canvas, FACE_REGULAR, CHART_TEXT, chart_category_text(painter, i)) + 100;
        label = need > label ? need : label;
    }
    painter->label_width = label < most ? label : most;
    painter->plot_x = painter->label_width + 2 * CHART_SPACE;
    painter->plot_width = chart_plot_width(painter, width - painter->plot_x);
}

/* The category after the last one that fits, at least one; *height is theirs. */
static size_t fill(const struct painter *painter, size_t first, mpt free, mpt *height)
{
    size_t end = first;
    *height = 0;
    for (; end < painter->chart->category_count; end++) {
        mpt more = chart_category_height(painter, end);
        if (end > first && *height + more > free)
            break;
        *height += more;
    }
    return end;
}

static void choose_spacing(struct painter *painter, size_t first, mpt free)
{
    size_t count = painter->chart->category_count;
    mpt height;
    painter->spacing = WIDE;
    if (count == 0 || first > 0 || fill(painter, first, free, &height) == count)
        return;
    painter->spacing = CLOSE;
    if (fill(painter, first, free, &height) < count)
        painter->spacing = WIDE;
    else /* no closer than need be */
        painter->spacing.between += (free - height) / (mpt)count;
}

static struct painter painter_of(const struct chart *chart, const struct table *table, struct page *page,
                                 const struct metrics *metrics, struct arena *arena)
{
    return (struct painter){ .chart = chart,
                             .table = table,
                             .canvas = { page, { .metrics = metrics, .arena = arena } },
                             .scale = chart_scale_of(chart, table) };
}

mpt chart_least_height(const struct chart *chart, const struct table *table, mpt width, const struct metrics *metrics,
                       struct arena *arena)
{
    struct page page = { .width = width };
    struct painter painter = painter_of(chart, table, &page, metrics, arena);
    mpt least = chart->kind == CHART_COLUMNS ? chart_columns_least(&painter) : 0;
    if (least)
        return least;
    set_widths(&painter, width);
    painter.spacing = CLOSE;
    (void)fill(&painter, 0, INT32_MAX / 2, &least);
    return chart_frame_height(&painter) + least + metrics_line_height(CHART_VALUE) + CHART_SPACE;
}

/* Bars that lie, from a category on. */
static void draw_lying(struct painter *painter, struct drawing *drawing, mpt room)
{
    size_t first = drawing->next;
    set_widths(painter, drawing->page.width);
    chart_title(painter, first > 0);
    chart_legend(painter);
    mpt top = painter->y, height;
    mpt free = room - top - metrics_line_height(CHART_VALUE) - CHART_SPACE;
    choose_spacing(painter, first, free);
    size_t end = fill(painter, first, free, &height);
    draw_lines(painter, top, height);
    while (drawing->next < end)
        chart_category(painter, drawing->next++);
    draw_mark(painter, top);
    draw_axis(painter, top);
}

struct drawing chart_draw(const struct chart *chart, const struct table *table, size_t first, mpt width, mpt room,
                          const struct metrics *metrics, struct arena *arena)
{
    struct drawing drawing = { .page = { .width = width }, .next = first };
    struct painter painter = painter_of(chart, table, &drawing.page, metrics, arena);
    /* Columns that are too many to stand lie. */
    if (chart->kind == CHART_COLUMNS && first == 0 && chart_columns(&painter, room))
        drawing.next = chart->category_count;
    else
        draw_lying(&painter, &drawing, room);
    drawing.page.height = painter.y;
    return drawing;
}
