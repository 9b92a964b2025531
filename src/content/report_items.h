/*
 * Building blocks for the views of reports: items with their values, put in one by one. Private to the makers of reports.
 *
 * Nothing reported is never zero: where a figure is not known, a value of words stands in its place.
 */
#ifndef PHULUC_CONTENT_REPORT_ITEMS_H
#define PHULUC_CONTENT_REPORT_ITEMS_H

#include "base/number.h"
#include "content/view.h"

/* What is printed where nothing is reported, and where a figure cannot be reckoned. */
#define NOT_REPORTED "chưa có số liệu báo cáo"
#define NOT_STATED "không nêu"
#define NOT_COMPUTABLE "không tính được"

struct report_items {
    struct arena *arena;
    struct item *items;
    size_t count, capacity;
    size_t fact_capacity; /* of the last item */
};

/* A new item at the end of the list; bookmark NULL for none. */
struct item *report_item(struct report_items *list, enum item_role role, unsigned level, const char *bookmark);

/* Gives an item a value; what is empty is left out. The item must be the last one of its list. */
void report_put(struct report_items *list, enum fact_id fact, struct value value);

struct value value_text(const char *text);
struct value value_year(int year);

/* With as many decimals as it needs, or exactly two for what is rounded. */
struct value value_plain(struct dec number);
struct value value_rounded(struct number number);

/* Money in triệu đồng. */
struct value value_money(int64_t dong);

/* Tells that the last item's money is the sum of what these items print of the fact, if all of them are numbers and it is. */
void report_sum(struct report_items *list, enum fact_id fact, const size_t *items, size_t count);

/* A view of the items. */
struct view report_view(const struct report_items *list, enum each each, const char *id, const char *label);

#endif
