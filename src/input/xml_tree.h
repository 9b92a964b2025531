/*
 * A document as it is read: its elements, with their attributes and texts, in a tenth of the memory of the library's tree.
 * Namespaces, comments and instructions are gone: they have been judged before. Private to the XML reader.
 *
 * Built in the order of the text: the attributes of an element, xml_tree_begin(), texts and elements within, xml_tree_end(). Everything lies in the tree's
 * arena but names of elements and attributes, which whoever builds keeps as long as the tree.
 */
#ifndef PHULUC_INPUT_XML_TREE_H
#define PHULUC_INPUT_XML_TREE_H

#include "base/arena.h"
#include "base/text.h"

struct xml_attribute {
    const char *name, *value;
};

struct xml_element {
    const char *name;
    const char *text; /* its own, "" where elements stand and nothing but blanks between them */
    const struct xml_attribute *attributes;
    struct xml_element *first, *next; /* child, sibling; NULL if there is none */
    int attribute_count, line;
};

struct xml_tree {
    struct arena arena;
    struct xml_element *root; /* NULL until it begins */
};

/* An element that has begun and not ended. */
struct xml_open_element {
    struct xml_element *element, *last; /* of its children */
    size_t text;                        /* where its text starts */
};

/* A value that is not yet in the tree; it need not end with a NUL. */
struct xml_value {
    const char *name, *value;
    size_t length;
};

/* Zeroed but for the tree, to begin with. */
struct xml_builder {
    struct xml_tree *tree;
    struct arena scratch;
    struct text text; /* of all open elements, one behind the other */
    struct xml_open_element *open;
    size_t depth, capacity;
    struct xml_value *values; /* of the element that begins next */
    size_t value_count, value_capacity;
};

/* An attribute of the element that begins next; the value has to last until it does. */
void xml_tree_attribute(struct xml_builder *builder, const char *name, const char *value, size_t length);

void xml_tree_begin(struct xml_builder *builder, const char *name, int line);
void xml_tree_text(struct xml_builder *builder, const char *text, size_t length);
void xml_tree_end(struct xml_builder *builder);

/* True if there is nothing but white space of XML. */
bool xml_is_blank(const char *text);

/* What was only needed for building; the tree stays. */
void xml_builder_release(struct xml_builder *builder);

#endif
