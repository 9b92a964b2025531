/* The words of a report of results: what was achieved, what is wanting and why, what is proposed; paragraphs as reported. */
#ifndef PHULUC_CONTENT_ASSESSMENT_VIEW_H
#define PHULUC_CONTENT_ASSESSMENT_VIEW_H

#include "content/items.h"
#include "model/results.h"

/* Whose documents: `who` stands before each paragraph, NULL where there is only one. */
struct assessed {
    const char *who;
    const struct results_list *list;
};

/* Of the documents of that very year or month; false if they have none. */
bool assessment_view(struct view *view, const struct assessed *all, size_t count, struct period period,
                     struct arena *arena);

/* What the same documents propose, as a part of a first page: the first of it, each shortened; nothing if they propose nothing. */
void assessment_add_proposals(struct items *page, const struct assessed *all, size_t of, struct period period);

#endif
