/*
 * The draft being made: elements of the plan's grammar with the place of the source that each was read at, and with what is
 * doubtful about it, written as processing instructions that no schema has to know:
 *
 *   <?doubt …?>  on a line of its own before the element: a person decides, corrects, and deletes the line
 *   <?at …?>     behind the element: where it was read
 */
#ifndef PHULUC_DRAFT_NODE_H
#define PHULUC_DRAFT_NODE_H

#include "base/arena.h"
#include "base/text.h"

struct node_attribute {
    const char *name, *value;
};

struct node {
    struct arena *arena;
    const char *name;
    const char *text; /* content, or NULL */
    const char *at;   /* place in the source, or NULL */
    struct node_attribute *attributes;
    size_t attribute_count, attribute_capacity;
    const char **doubts;
    size_t doubt_count, doubt_capacity;
    struct node **children;
    size_t child_count, child_capacity;
};

struct node *node_new(struct arena *arena, const char *name);
/* A new last child. text may be NULL. */
struct node *node_add(struct node *parent, const char *name, const char *text);
/* Makes an element a child. */
void node_adopt(struct node *parent, struct node *child);
/* Makes the children of another its own last ones. */
void node_adopt_children(struct node *parent, const struct node *other);
/* Nothing for a NULL value; a second value is a doubt, and the first stays. */
void node_set(struct node *node, const char *name, const char *value);
const char *node_get(const struct node *node, const char *name);
void node_setf(struct node *node, const char *name, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* Marks it for a person. */
void node_doubt(struct node *node, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* The number of doubts in it, and of elements that have a name, or of all for NULL. */
size_t node_doubts(const struct node *node);
size_t node_count(const struct node *node, const char *name);
/* The document, with its declaration. */
const char *node_print(const struct node *root);

#endif
