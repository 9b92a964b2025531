#include "content/report_items.h"

#include "model/plan.h"

struct item *report_item(struct report_items *list, enum item_role role, unsigned level, const char *bookmark)
{
    struct item *item = ARENA_PUSH(list->arena, list->items, list->count, list->capacity);
    *item = (struct item){ .role = role, .level = level, .id = bookmark };
    list->fact_capacity = 0;
    return item;
}

void report_put(struct report_items *list, enum fact_id fact, struct value value)
{
    struct item *item = &list->items[list->count - 1];
    if (value.kind == VALUE_EMPTY)
        return;
    struct item_fact *added = ARENA_PUSH(list->arena, item->facts, item->fact_count, list->fact_capacity);
    *added = (struct item_fact){ fact, value };
}

struct value value_text(const char *text)
{
    return text && *text ? (struct value){ .kind = VALUE_TEXT, .text = text } : (struct value){ .kind = VALUE_EMPTY };
}

struct value value_plain(struct dec number)
{
    while (number.scale && number.units % 10 == 0) {
        number.units /= 10;
        number.scale--;
    }
    return (struct value){ .kind = VALUE_NUMBER, .number = number, .format = { .decimals = number.scale } };
}

struct value value_year(int year)
{
    if (!year)
        return value_text(NULL);
    struct value value = value_plain(dec_of(year));
    value.format.plain = true;
    return value;
}

struct value value_rounded(struct number number)
{
    struct dec rounded;
    if (!number_round(&rounded, number))
        return value_text(NULL);
    return (struct value){ .kind = VALUE_NUMBER, .number = rounded, .format = { .decimals = rounded.scale } };
}

struct value value_money(int64_t dong)
{
    return value_plain(dec_from_whole(dong, money_unit_power(UNIT_MILLION), 0));
}

static struct value *value_in(struct item *item, enum fact_id fact)
{
    for (size_t i = 0; i < item->fact_count; i++)
        if (item->facts[i].fact == fact)
            return &item->facts[i].value;
    return NULL;
}

void report_sum(struct report_items *list, enum fact_id fact, const size_t *items, size_t count)
{
    struct value *total = value_in(&list->items[list->count - 1], fact);
    struct value_key *terms = arena_alloc(list->arena, count, sizeof *terms);
    struct dec sum = dec_of(0);
    bool exact = total && total->kind == VALUE_NUMBER && count > 0;
    for (size_t i = 0; exact && i < count; i++) {
        const struct value *part = value_in(&list->items[items[i]], fact);
        terms[i] = (struct value_key){ items[i], ALL_SOURCES, 0 };
        exact = part && part->kind == VALUE_NUMBER && dec_add(&sum, sum, part->number);
    }
    if (!exact || dec_cmp(sum, total->number) != 0)
        return;
    total->terms = terms;
    total->term_count = count;
}

struct view report_view(const struct report_items *list, enum each each, const char *id, const char *label)
{
    return (struct view){ .kind = VIEW_FACTS, .each = each, .id = id, .layout = id, .label = label,
                          .items = list->items, .item_count = list->count };
}
