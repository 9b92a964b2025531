#include "input/xml_tree.h"

void xml_tree_attribute(struct xml_builder *builder, const char *name, const char *value, size_t length)
{
    struct xml_value *place = ARENA_PUSH(&builder->scratch, builder->values, builder->value_count, builder->value_capacity);
    *place = (struct xml_value){ name, value, length };
}

/* The element, its attributes and their values lie in one piece. */
static struct xml_element *new_element(struct xml_builder *builder)
{
    size_t count = builder->value_count, size = sizeof(struct xml_element) + count * sizeof(struct xml_attribute);
    for (size_t i = 0; i < count; i++)
        size += builder->values[i].length + 1;
    struct xml_element *element = arena_alloc(&builder->tree->arena, 1, size);
    struct xml_attribute *attributes = (struct xml_attribute *)(element + 1);
    char *value = (char *)(attributes + count);
    for (size_t i = 0; i < count; i++) {
        const struct xml_value *given = &builder->values[i];
        attributes[i] = (struct xml_attribute){ given->name, value };
        memcpy(value, given->value, given->length);
        value += given->length + 1;
    }
    element->attributes = attributes;
    element->attribute_count = (int)count;
    builder->value_count = 0;
    return element;
}

void xml_tree_begin(struct xml_builder *builder, const char *name, int line)
{
    struct xml_element *element = new_element(builder);
    element->name = name;
    element->text = "";
    element->line = line;
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

bool xml_is_blank(const char *text)
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
    if (!xml_is_blank(own))
        open->element->text = arena_copy(&builder->tree->arena, own, all->length - open->text);
    all->length = open->text;
    all->data[all->length] = '\0';
}

void xml_builder_release(struct xml_builder *builder)
{
    arena_release(&builder->scratch);
}
