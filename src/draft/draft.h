/*
 * A draft of a plan from the decision's own text: everything found is keyed with its place, everything doubtful is marked.
 *
 * Nothing is made up: an element that cannot be read is left out, and its place in the draft says so. A figure that could be
 * read in two ways is keyed in the likelier one under a mark. The marks are processing instructions (draft/node.h); documents
 * that have any are refused where they are read (input/xml.h).
 */
#ifndef PHULUC_DRAFT_DRAFT_H
#define PHULUC_DRAFT_DRAFT_H

#include "draft/marker.h"
#include "draft/node.h"
#include "draft/original.h"
#include "draft/said_amounts.h"
#include "model/catalogue.h"
#include "model/layout.h"

/* What the parts of a draft share while it is made. */
struct drafting {
    const struct original *source;
    const struct catalogue *catalogue;
    const struct layouts *layouts;
    struct arena *arena;
    struct standing *standings; /* of each block */
    struct node *plan;
    bool within;            /* the plan is a part of the decision, not attached to it */
    size_t plan_start;      /* the block that the plan begins with */
    int first, last;        /* period; 0: not found */
    struct said_amounts said; /* numbers that sentences prove */
    const char *money_unit; /* of the last "Đơn vị tính", or NULL */
};

/* The draft as XML. */
struct node *draft_plan(const struct original *source, const struct catalogue *catalogue, const struct layouts *layouts,
                        struct arena *arena);

/* "Mục III.1 Kế hoạch" of a block. */
const char *draft_where(const struct drafting *drafting, size_t block);

/* Sets the place of a node to a block's. */
void draft_at(const struct drafting *drafting, struct node *node, size_t block);

#endif
