#include "draft/node.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct node *node_new(struct arena *arena, const char *name)
{
    struct node *node = arena_alloc(arena, 1, sizeof *node);
    node->arena = arena;
    node->name = name;
    return node;
}

void node_adopt(struct node *parent, struct node *child)
{
    *(struct node **)ARENA_PUSH(parent->arena, parent->children, parent->child_count, parent->child_capacity) = child;
}

void node_adopt_children(struct node *parent, const struct node *other)
{
    for (size_t i = 0; i < other->child_count; i++)
        node_adopt(parent, other->children[i]);
}

struct node *node_add(struct node *parent, const char *name, const char *text)
{
    struct node *node = node_new(parent->arena, name);
    node->text = text;
    node_adopt(parent, node);
    return node;
}

const char *node_get(const struct node *node, const char *name)
{
    for (size_t i = 0; i < node->attribute_count; i++)
        if (strcmp(node->attributes[i].name, name) == 0)
            return node->attributes[i].value;
    return NULL;
}

void node_set(struct node *node, const char *name, const char *value)
{
    const char *before = node_get(node, name);
    if (!value || (before && strcmp(before, value) == 0))
        return;
    if (before) {
        node_doubt(node, "%s có hai giá trị: %s, %s", name, before, value);
        return;
    }
    struct node_attribute *attribute =
        ARENA_PUSH(node->arena, node->attributes, node->attribute_count, node->attribute_capacity);
    *attribute = (struct node_attribute){ name, value };
}

void node_setf(struct node *node, const char *name, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    node_set(node, name, arena_vprintf(node->arena, format, arguments));
    va_end(arguments);
}

void node_doubt(struct node *node, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    const char *text = arena_vprintf(node->arena, format, arguments);
    va_end(arguments);
    for (size_t i = 0; i < node->doubt_count; i++)
        if (strcmp(node->doubts[i], text) == 0)
            return;
    *(const char **)ARENA_PUSH(node->arena, node->doubts, node->doubt_count, node->doubt_capacity) = text;
}

size_t node_doubts(const struct node *node)
{
    size_t count = node->doubt_count;
    for (size_t i = 0; i < node->child_count; i++)
        count += node_doubts(node->children[i]);
    return count;
}

size_t node_count(const struct node *node, const char *name)
{
    size_t count = !name || strcmp(node->name, name) == 0;
    for (size_t i = 0; i < node->child_count; i++)
        count += node_count(node->children[i], name);
    return count;
}

static void escape(struct text *out, const char *text, bool attribute)
{
    for (; *text; text++) {
        switch (*text) {
        case '&': text_add(out, "&amp;"); break;
        case '<': text_add(out, "&lt;"); break;
        case '>': text_add(out, "&gt;"); break;
        case '"': text_add(out, attribute ? "&quot;" : "\""); break;
        default: text_addn(out, text, 1);
        }
    }
}

/* An instruction ends at its first "?>": none is made of the text. */
static void instruct(struct text *out, const char *target, const char *text)
{
    text_addf(out, "<?%s ", target);
    for (; *text; text++)
        if (!(text[0] == '?' && text[1] == '>'))
            text_addn(out, text, 1);
    text_add(out, "?>");
}

static void indent(struct text *out, size_t depth)
{
    text_addf(out, "%*s", (int)(2 * depth), "");
}

static void print_place(struct text *out, const struct node *node)
{
    if (!node->at)
        return;
    text_add(out, " ");
    instruct(out, "at", node->at);
}

static void print(struct text *out, const struct node *node, size_t depth)
{
    for (size_t i = 0; i < node->doubt_count; i++) {
        indent(out, depth);
        instruct(out, "doubt", node->doubts[i]);
        text_add(out, "\n");
    }
    indent(out, depth);
    text_addf(out, "<%s", node->name);
    for (size_t i = 0; i < node->attribute_count; i++) {
        text_addf(out, " %s=\"", node->attributes[i].name);
        escape(out, node->attributes[i].value, true);
        text_add(out, "\"");
    }
    if (node->child_count) {
        text_add(out, ">");
        print_place(out, node);
        text_add(out, "\n");
        for (size_t i = 0; i < node->child_count; i++)
            print(out, node->children[i], depth + 1);
        indent(out, depth);
        text_addf(out, "</%s>\n", node->name);
        return;
    }
    if (node->text && *node->text) {
        text_add(out, ">");
        escape(out, node->text, false);
        text_addf(out, "</%s>", node->name);
    } else {
        text_add(out, "/>");
    }
    print_place(out, node);
    text_add(out, "\n");
}

const char *node_print(const struct node *root)
{
    struct text out = text_in(root->arena);
    text_add(&out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    print(&out, root, 0);
    return text_str(&out);
}
