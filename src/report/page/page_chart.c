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

static void flow(struct pager *pager, const struct chart *chart)
{
    mpt width = table_page_width(pager->table), room = pager_bottom(pager) - MARGIN_TOP;
    for (size_t first = 0; first < chart->category_count;) {
        mpt gap = pager->y > MARGIN_TOP ? CHART_GAP : 0, left = pager_bottom(pager) - pager->y - gap;
        struct drawing drawing = chart_draw(chart, pager->table, first, width, left, pager->metrics, pager->arena);
        pager->y += gap;
        if (gap && (drawing.next < chart->category_count || drawing.page.height > left)) {
            pager_new_page(pager);
            drawing = chart_draw(chart, pager->table, first, width, room, pager->metrics, pager->arena);
        }
        place(pager, &drawing, chart);
        first = drawing.next;
    }
}

void pager_charts(struct pager *pager)
{
    for (size_t i = 0; i < pager->table->chart_count; i++)
        flow(pager, &pager->table->charts[i]);
}
