#include "report/page/chart_bar.h"

#include "report/wrap.h"

enum { PAPER = 100, HATCH = 3500 }; /* percent of white; from one line to the next */

struct look chart_look(enum chart_kind kind, size_t series)
{
    static const struct look CLUSTERED[] = { { 35, 0 }, { PAPER, 1 }, { 80, 0 }, { PAPER, -1 }, { 60, 0 }, { 92, 1 } };
    static const struct look BULLET[] = { { 30, 0 }, { 86, 0 } };
    if (kind == CHART_BULLET)
        return BULLET[series % (sizeof BULLET / sizeof *BULLET)];
    return CLUSTERED[series % (sizeof CLUSTERED / sizeof *CLUSTERED)];
}

void canvas_fill(const struct canvas *canvas, mpt x, mpt y, mpt width, mpt height, unsigned white)
{
    struct mark *mark = page_mark(canvas->page, MARK_FILL, x, y, canvas->tools.arena);
    mark->width = width;
    mark->height = height;
    mark->white = white;
}

void canvas_rule(const struct canvas *canvas, mpt x, mpt y, mpt width, mpt height)
{
    struct mark *mark = page_mark(canvas->page, MARK_RULE, x, y, canvas->tools.arena);
    mark->width = width;
    mark->height = height;
}

/* Lines at 45 degrees, cut at the borders of the box. */
static void hatch(const struct canvas *canvas, mpt x, mpt y, mpt width, mpt height, int slant)
{
    for (mpt at = HATCH; at < width + height; at += HATCH) {
        mpt left = at > height ? at - height : 0, right = at < width ? at : width;
        mpt low = at - left, high = at - right; /* distances from the upper border at the two ends */
        if (slant > 0)
            canvas_rule(canvas, x + left, y + low, right - left, high - low);
        else
            canvas_rule(canvas, x + left, y + height - low, right - left, low - high);
    }
}

void canvas_bar(const struct canvas *canvas, mpt x, mpt y, mpt width, mpt height, struct look look)
{
    if (width == 0) {
        canvas_rule(canvas, x, y, 0, height);
        return;
    }
    canvas_fill(canvas, x, y, width, height, look.white);
    if (look.hatch)
        hatch(canvas, x, y, width, height, look.hatch);
    canvas_rule(canvas, x, y, width, 0);
    canvas_rule(canvas, x, y + height, width, 0);
    canvas_rule(canvas, x, y, 0, height);
    canvas_rule(canvas, x + width, y, 0, height);
}

void canvas_text(const struct canvas *canvas, enum face face, mpt size, mpt x, mpt y, const char *text)
{
    page_text(canvas->page, &canvas->tools, face, size, ALIGN_LEFT, x, 0, y, text, strlen(text));
}

mpt canvas_text_width(const struct canvas *canvas, enum face face, mpt size, const char *text)
{
    return metrics_width(canvas->tools.metrics, face, size, text, strlen(text));
}

mpt canvas_flow(const struct canvas *canvas, enum face face, mpt size, enum align align, mpt x, mpt y, mpt width,
                const char *text)
{
    size_t count;
    const struct line *lines = wrap_text(canvas->tools.metrics, face, size, width, text, canvas->tools.arena, &count);
    for (size_t i = 0; i < count; i++, y += metrics_line_height(size))
        page_text(canvas->page, &canvas->tools, face, size, align, x, width, y, lines[i].text, lines[i].length);
    return y;
}
