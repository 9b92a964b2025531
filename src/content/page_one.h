/*
 * The first page of a report of the office: numbered sentences under headings, each with the table that it is taken from.
 *
 * Nothing is said there that the tables behind do not say: its makers read the rows that those print, or count with what made
 * them. It is one page, so lines are few and short texts come before long ones.
 */
#ifndef PHULUC_CONTENT_PAGE_ONE_H
#define PHULUC_CONTENT_PAGE_ONE_H

#include "base/number.h"
#include "content/items.h"

/* Where the details stand: what is printed, and the view and item that it leads to; view NULL: it leads nowhere. */
struct page_see {
    const char *text, *view, *item;
};

/* As many lines of one kind as the page has room for; what is left over is counted in a line of its own. */
enum { PAGE_LINES_MOST = 5, PAGE_TEXT_MOST = 560 };

void page_heading(struct items *list, const char *text);

/* no is the number of the line under its heading. */
void page_line(struct items *list, size_t no, const char *text, struct page_see see);

/* The view of the lines, of that id. */
struct view page_view(const struct items *list, const char *id);

/* "92,05 %"; NULL if the number is not known. */
const char *percent_words(struct arena *arena, struct number number);

/*
 * What the money that may be used in a year is made of, behind a figure of it: "; được sử dụng = năm trước chuyển sang 45 + dự
 * toán giao 1.000"; "" where nothing was carried in, or a part is not known.
 */
const char *available_words(const struct value *carried_in, const struct value *allocated, struct arena *arena);

/* What a cell prints: its text, or its number as it is shown; "" for an empty one. */
const char *value_words(const struct value *value, struct arena *arena);

/* The fact of an item of the view, by the item's id; empty if there is none. Never NULL. */
const struct value *page_fact(const struct view *view, const char *item, enum fact_id fact);

#endif
