/* A chart as a drawing inside the page, in the points that paper has: the marks of report/page/mark.h as they stand. */
#include "render/html/render_html.h"

#include "report/page/chart_draw.h"

/* "12.34": hundredths of a point are enough. */
static const char *points(struct text *out, mpt length)
{
    mpt hundredths = (length + (length < 0 ? -5 : 5)) / 10, rest = hundredths < 0 ? -hundredths : hundredths;
    return arena_printf(out->arena, "%s%d.%02d", hundredths < 0 ? "-" : "", (int)(rest / 100), (int)(rest % 100));
}

static void add_fill(struct text *out, const struct mark *mark)
{
    unsigned grey = (mark->white * 255 + 50) / 100;
    text_addf(out, "<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"#%02x%02x%02x\"/>\n", points(out, mark->x),
              points(out, mark->y), points(out, mark->width), points(out, mark->height), grey, grey, grey);
}

static void add_rules(struct text *out, const struct page *page)
{
    text_addf(out, "<path fill=\"none\" stroke=\"#000\" stroke-width=\"%s\" d=\"", points(out, RULE_THICKNESS));
    for (size_t i = 0; i < page->mark_count; i++) {
        const struct mark *mark = &page->marks[i];
        if (mark->kind == MARK_RULE)
            text_addf(out, "M%s %sl%s %s", points(out, mark->x), points(out, mark->y), points(out, mark->width),
                      points(out, mark->height));
    }
    text_add(out, "\"/>\n");
}

/*
 * The length that the type has on paper is told, so that a replacement of it does not run into its neighbours; and the size, from
 * which the style makes that of the page's own letters, which are wider.
 */
static void add_text(struct text *out, const struct mark *mark)
{
    const char *size = points(out, mark->size);
    text_addf(out,
              "<text x=\"%s\" y=\"%s\" font-size=\"%s\" style=\"--size:%s\" textLength=\"%s\" "
              "lengthAdjust=\"spacingAndGlyphs\"%s>",
              points(out, mark->x), points(out, mark->y), size, size, points(out, mark->width),
              mark->face == FACE_BOLD ? " font-weight=\"bold\"" : "");
    html_line(out, arena_copy(out->arena, mark->text, mark->length));
    text_add(out, "</text>\n");
}

/* The width of a drawing on a phone, where its letters are half as high again as on paper. */
#define PHONE_WIDTH ((mpt)240000)

static void add_drawings(struct text *out, const struct chart *chart, const struct table *table, mpt width,
                         const struct metrics *metrics)
{
    struct chart drawn = *chart;
    drawn.title = NULL; /* the caption says it */
    for (size_t first = 0; first < chart->category_count;) {
        struct drawing drawing = chart_draw(&drawn, table, first, width, INT32_MAX / 2, metrics, out->arena);
        const struct page *page = &drawing.page;
        text_addf(out, "<svg class=\"%s\" xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"-2 0 %s %s\" role=\"img\"",
                  width == PHONE_WIDTH ? "phone" : "sheet", points(out, page->width + 4 * MPT_PER_PT),
                  points(out, page->height));
        html_attribute(out, "aria-label", chart_alternative(chart, out->arena));
        text_add(out, " font-family=\"'Times New Roman','Liberation Serif',serif\">\n");
        for (size_t i = 0; i < page->mark_count; i++)
            if (page->marks[i].kind == MARK_FILL)
                add_fill(out, &page->marks[i]);
        add_rules(out, page);
        for (size_t i = 0; i < page->mark_count; i++)
            if (page->marks[i].kind == MARK_TEXT)
                add_text(out, &page->marks[i]);
        text_add(out, "</svg>\n");
        first = drawing.next;
    }
}

void html_chart(struct text *out, const struct chart *chart, const struct table *table, const struct metrics *metrics)
{
    text_add(out, "<figure>\n<figcaption>");
    html_line(out, chart->title);
    if (chart->unit) {
        text_add(out, " (");
        html_line(out, chart->unit);
        text_add(out, ")");
    }
    text_add(out, "</figcaption>\n");
    add_drawings(out, chart, table, table_page_width(table), metrics);
    add_drawings(out, chart, table, PHONE_WIDTH, metrics);
    text_add(out, "</figure>\n");
}
