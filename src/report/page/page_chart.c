/* The charts of a table on its pages. */
#include "report/page/chart_draw.h"
#include "report/page/pager.h"

enum { CHART_GAP = 12000 };

/* Copies a drawing to where the page's free part begins. */
static void place(struct pager *pager, const struct drawing *drawing, const struct chart *chart)
{
    unsigned part = pager_passage(pager, PASSAGE_FIGURE);
    struct passage *figure = &pager->pages->parts[part];
    *figure = (struct passage){ .kind = PASSAGE_FIGURE,
                                .table = pager->table_index,
                                .chart = chart,
                                .page = pager->pages->count - 1,
                                .x = MARGIN_LEFT,
                                .y = pager->y,
                                .width = drawing->page.width,
                                .height = drawing->page.height };
    for (size_t i = 0; i < drawing->page.mark_count; i++) {
        const struct mark *mark = &drawing->page.marks[i];
        struct mark *placed = page_mark(pager_page(pager), mark->kind, 0, 0, pager->arena);
        *placed = *mark;
        placed->x += MARGIN_LEFT;
        placed->y += pager->y;
        placed->part = part;
    }
    pager->y += drawing->page.height;
}

mpt pager_chart_need(const struct pager *pager, const struct chart *chart)
{
    return CHART_GAP +
           chart_least_height(chart, pager->table, table_page_width(pager->table), pager->metrics, pager->arena);
}

/* On the page where the table ends if all of it fits there, drawn smaller if need be; else from a new page on. */
static void flow(struct pager *pager, const struct chart *chart)
{
    mpt width = table_page_width(pager->table);
    if (pager->y > MARGIN_TOP && pager_chart_need(pager, chart) > pager_bottom(pager) - pager->y)
        pager_new_page(pager);
    for (size_t first = 0; first < chart->category_count;) {
        if (first > 0)
            pager_new_page(pager);
        pager->y += pager->y > MARGIN_TOP ? CHART_GAP : 0;
        struct drawing drawing =
            chart_draw(chart, pager->table, first, width, pager_bottom(pager) - pager->y, pager->metrics, pager->arena);
        place(pager, &drawing, chart);
        first = drawing.next;
    }
}

void pager_charts(struct pager *pager)
{
    for (size_t i = 0; i < pager->table->chart_count; i++)
        flow(pager, &pager->table->charts[i]);
}
