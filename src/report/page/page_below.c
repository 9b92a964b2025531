/*
 * A table on the page where the one before it ends: it is drawn there, and what does not look well there is taken back.
 */
#include "report/page/pager.h"

enum { BELOW_GAP = 24000 };

/* What a try may change; the page that follows it sets the rest anew. */
struct state {
    size_t pages, marks, links, bookmarks, parts;
    mpt y;
    unsigned number;
};

static struct state state_of(const struct pager *pager)
{
    const struct page *page = pager_page(pager);
    return (struct state){ .pages = pager->pages->count,
                           .marks = page->mark_count,
                           .links = page->link_count,
                           .bookmarks = pager->pages->bookmark_count,
                           .parts = pager->pages->part_count,
                           .y = pager->y,
                           .number = pager->number };
}

static void take_back(struct pager *pager, const struct state *before)
{
    pager->pages->count = before->pages;
    pager->pages->bookmark_count = before->bookmarks;
    pager->pages->part_count = before->parts;
    pager_page(pager)->mark_count = before->marks;
    pager_page(pager)->link_count = before->links;
    pager->number = before->number;
}

static bool may_try(const struct pager *pager)
{
    if (!pager->table->may_follow || pager->pages->count == 0)
        return false;
    const struct page *page = pager_page(pager);
    return page->table != NO_TABLE && page->width == (pager->table->landscape ? PAGE_LONG : PAGE_SHORT);
}

/* True if the table's rows from there on begin on the same page as far as they are ROWS_TOGETHER. */
static bool stand_together(const struct pager *pager, size_t first)
{
    const struct spot *spots = pager->pages->spots[pager->table_index];
    return first >= pager->table->head_rows && first + ROWS_TOGETHER <= pager->table->row_count &&
           spots[first].page == spots[first + ROWS_TOGETHER - 1].page;
}

/*
 * A table that goes on may begin under a short one, on a page of which a third or more would stay empty without it, if neither its
 * first rows nor, of a table too short to be balanced, its last ones are alone on their pages.
 */
static bool begins_well(const struct pager *pager, const struct state *before)
{
    size_t first = pager->table->head_rows;
    bool short_above = before->y - MARGIN_TOP <= (pager_bottom(pager) - MARGIN_TOP) * 2 / 3;
    return short_above && stand_together(pager, first) &&
           pager->pages->spots[pager->table_index][first].page == before->pages - 1 &&
           (pager->table->row_count - first >= (size_t)2 * ROWS_TOGETHER ||
            stand_together(pager, pager->table->row_count - ROWS_TOGETHER));
}

bool pager_below(struct pager *pager)
{
    if (!may_try(pager))
        return false;
    struct state before = state_of(pager);
    pager->y += BELOW_GAP;
    pager_table(pager);
    if (pager->pages->count == before.pages || begins_well(pager, &before))
        return true;
    take_back(pager, &before);
    return false;
}
