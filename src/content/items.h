/*
 * Building blocks for views: items with their facts, put in one by one. For the makers of views only.
 *
 * Nothing reported is never zero: where a figure is not known, a value of words stands in its place.
 */
#ifndef PHULUC_CONTENT_ITEMS_H
#define PHULUC_CONTENT_ITEMS_H

#include "content/view.h"

struct items {
    struct arena *arena;
    struct item *items;
    size_t count, capacity;
    struct view_fact *facts; /* of the last item, until the next one is added */
    size_t fact_capacity;
    bool says_none;       /* its only item says that there is none */
};

/* A new item at the end of the list, without id and bookmark; it stays where it is until the next one is added. */
struct item *items_add(struct items *list, enum row_role role, unsigned level);

/* A new item for the heading of a group, in the outline by its name. */
struct item *items_add_group(struct items *list, unsigned level, const char *name);

/* Gives the last item a fact, or that it has none (an empty value). */
void items_put(struct items *list, enum fact_id fact, struct value value);

/* Gives the last item a figure of that key, which the layout must show. */
void items_put_figure(struct items *list, enum fact_id fact, struct figure_key key, struct value value);

/* Gives the last item the same figure under a further key, where a layout may show it too. */
void items_repeat_figure(struct items *list, enum fact_id fact, struct figure_key key, struct value value);

/* Makes a list that is empty say so in one item. */
void items_say_if_none(struct items *list, enum fact_id fact, const char *words);

/* Says that an item's value is the sum of what these items print of the fact, if all of them are numbers and it is. */
void items_sum_at(struct items *list, size_t item, enum fact_id fact, const size_t *items, size_t count);

/* The same of the last item. */
void items_sum(struct items *list, enum fact_id fact, const size_t *items, size_t count);

/*
 * Keeps in the last item, a row of totals, only what is the sum of these items, and says so; takes the item away, and returns
 * false, if nothing is.
 */
bool items_keep_sums(struct items *list, const enum fact_id *facts, size_t fact_count, const size_t *items, size_t count);

/* A table of a report of the office. */
struct view items_view(const struct items *list, enum each each, const char *id, const char *label,
                       struct fact_list supplied);

#endif
