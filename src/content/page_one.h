/*
 * The first page of a report of the office: numbered sentences under headings, each with the table that it is taken from.
 *
 * Nothing is said there that the tables behind do not say: its makers read the rows that those print, or count with what made
 * them. It is one page, so lines are few and short texts come before long ones.
 */
#ifndef PHULUC_CONTENT_PAGE_ONE_H
#define PHULUC_CONTENT_PAGE_ONE_H

#include "base/number.h"
#include "base/text.h"
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
 * Money disbursed beside what may be used, each with its name: "1.100 triệu đồng, bằng 92,05 % kinh phí được sử dụng 1.195 triệu
 * đồng (năm trước chuyển sang 40 + dự toán giao 1.155; năm 2024: 96,17 %)". rate NULL: it is not known; before NULL: nothing more
 * is said; the parts are said where both are known and something was carried in.
 */
struct page_spent {
    const char *spent, *available, *rate, *before;
    const struct value *carried_in, *allocated; /* or NULL */
};
const char *spent_words(const struct page_spent *of, struct arena *arena);

/* "; bằng 92,83 % kế hoạch năm 1.185 triệu đồng"; share NULL: it is not known. */
const char *of_plan_words(const char *plan, const char *amount, const char *share, struct arena *arena);

/* Targets by number and short name: "số 7 (50% số xã…); số 11 (…)"; of many the later ones by number alone. */
struct page_names {
    struct text text;
    size_t count;
};
void page_name_add(struct page_names *names, size_t number, const char *label);

/* What a cell prints: its text, or its number as it is shown; "" for an empty one. */
const char *value_words(const struct value *value, struct arena *arena);

/* The fact of an item of the view, by the item's id; empty if there is none. Never NULL. */
const struct value *page_fact(const struct view *view, const char *item, enum fact_id fact);

#endif
