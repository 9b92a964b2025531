#include "input/xml_tree.h"

/* An element, its attributes and their values lie in one piece. */
void xml_tree_begin(struct xml_builder *builder, const char *name, int line, const struct xml_value *values, int count)
{
    size_t size = sizeof(struct xml_element) + (size_t)count * sizeof(struct xml_attribute);
    for (int i = 0; i < count; i++)
        size += values[i].length + 1;
    struct xml_element *element = arena_alloc(&builder->tree->arena, 1, size);
    struct xml_attribute *attributes = (struct xml_attribute *)(element + 1);
    char *value = (char *)(attributes + count);
    *element =
        (struct xml_element){ .name = name, .text = "", .attributes = attributes, .attribute_count = count, .line = line };
    for (int i = 0; i < count; value += values[i++].length + 1) {
        attributes[i] = (struct xml_attribute){ values[i].name, value };
        memcpy(value, values[i].value, values[i].length);
    }

    struct xml_open_element *parent = builder->depth ? &builder->open[builder->depth - 1] : NULL;
    if (!parent)
        builder->tree->root = element;
    else if (parent->last)
        parent->last->next = element;
    else
        parent->element->first = element;
    if (parent)
        parent->last = element;
    struct xml_open_element *open = ARENA_PUSH(&builder->scratch, builder->open, builder->depth, builder->capacity);
    *open = (struct xml_open_element){ element, NULL, builder->text.length };
}

void xml_tree_text(struct xml_builder *builder, const char *text, size_t length)
{
    builder->text.arena = &builder->scratch;
    if (length)
        text_addn(&builder->text, text, length);
}

static bool is_blank(const char *text)
{
    return text[strspn(text, " \t\r\n")] == '\0';
}

void xml_tree_end(struct xml_builder *builder)
{
    struct xml_open_element *open = &builder->open[--builder->depth];
    struct text *all = &builder->text;
    if (all->length == open->text)
        return;
    const char *own = all->data + open->text;
    if (!is_blank(own))
        open->element->text = arena_copy(&builder->tree->arena, own, all->length - open->text);
    all->length = open->text;
    all->data[all->length] = '\0';
}

void xml_builder_release(struct xml_builder *builder)
{
    arena_release(&builder->scratch);
}
