#include "content/items.h"

/* Facts are put into one room for all items in turn; of an item that is whole only those that it has are kept. */
static void close_last(struct items *list)
{
    struct item *item = list->count ? &list->items[list->count - 1] : NULL;
    if (!item || !item->fact_count || item->facts != list->facts)
        return;
    item->facts = arena_alloc(list->arena, item->fact_count, sizeof *item->facts);
    memcpy(item->facts, list->facts, item->fact_count * sizeof *item->facts);
}

struct item *items_add(struct items *list, enum row_role role, unsigned level)
{
    close_last(list);
    struct item *item = ARENA_PUSH(list->arena, list->items, list->count, list->capacity);
    *item = (struct item){ .role = role, .level = level };
    return item;
}

struct item *items_add_group(struct items *list, unsigned level, const char *name)
{
    struct item *item = items_add(list, ROLE_GROUP, level);
    item->bookmark = name;
    return item;
}

static struct view_fact *put(struct items *list, enum fact_id fact, struct figure_key key, struct value value)
{
    struct item *item = &list->items[list->count - 1];
    struct view_fact *added = ARENA_PUSH(list->arena, list->facts, item->fact_count, list->fact_capacity);
    item->facts = list->facts;
    *added = (struct view_fact){ .fact = fact, .key = key, .value = value };
    return added;
}

void items_put(struct items *list, enum fact_id fact, struct value value)
{
    put(list, fact, figure_key_of(0, NULL), value);
}

void items_put_figure(struct items *list, enum fact_id fact, struct figure_key key, struct value value)
{
    put(list, fact, key, value)->must_show = true;
}

void items_repeat_figure(struct items *list, enum fact_id fact, struct figure_key key, struct value value)
{
    put(list, fact, key, value)->repeats = true;
}

void items_say_if_none(struct items *list, enum fact_id fact, const char *words)
{
    if (list->count)
        return;
    items_add(list, ROLE_BODY, 0);
    items_put(list, fact, value_text(words));
    list->says_none = true;
}

static struct value *number_in(const struct item *item, enum fact_id fact)
{
    struct view_fact *found = item_fact(item, fact, figure_key_of(0, NULL));
    return found && found->value.kind == VALUE_NUMBER ? &found->value : NULL;
}

void items_sum_at(struct items *list, size_t item, enum fact_id fact, const size_t *items, size_t count)
{
    struct value *total = number_in(&list->items[item], fact);
    static const struct figure_key NO_KEY = { 0 };
    struct value_term *terms = arena_alloc(list->arena, count, sizeof *terms);
    struct dec sum = dec_of(0);
    bool exact = total && count > 0;
    for (size_t i = 0; exact && i < count; i++) {
        const struct value *part = number_in(&list->items[items[i]], fact);
        terms[i] = (struct value_term){ (uint32_t)items[i], fact, &NO_KEY };
        exact = part && dec_add(&sum, sum, part->number);
    }
    if (!exact || dec_cmp(sum, total->number) != 0)
        return;
    total->terms = terms;
    total->term_count = count;
}

void items_sum(struct items *list, enum fact_id fact, const size_t *items, size_t count)
{
    items_sum_at(list, list->count - 1, fact, items, count);
}

bool items_keep_sums(struct items *list, const enum fact_id *facts, size_t fact_count, const size_t *items, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < fact_count; i++) {
        items_sum(list, facts[i], items, count);
        struct view_fact *total = item_fact(&list->items[list->count - 1], facts[i], figure_key_of(0, NULL));
        if (total && total->value.terms)
            kept++;
        else if (total)
            total->value = value_text(NULL);
    }
    if (!kept)
        list->count--;
    return kept > 0;
}

struct view items_view(const struct items *list, enum each each, const char *id, const char *label,
                       struct fact_list supplied)
{
    return (struct view){ .standing = STANDS_IN_REPORT,
                          .each = each,
                          .id = id,
                          .layout = id,
                          .label = label,
                          .supplied = supplied,
                          .items = list->items,
                          .item_count = list->count,
                          .says_none = list->says_none };
}
