#include "content/page_one.h"

#include "base/shortened.h"
#include "base/text.h"

/* The numbers run on where a part has nothing to say. */
static const char *next_number(const struct items *list)
{
    static const char *const NUMBERS[] = { "I", "II", "III", "IV", "V" };
    size_t headings = 0;
    for (size_t i = 0; i < list->count; i++)
        headings += list->items[i].role == ROLE_GROUP;
    return NUMBERS[headings < sizeof NUMBERS / sizeof *NUMBERS ? headings : 0];
}

void page_heading(struct items *list, const char *text)
{
    const char *number = next_number(list);
    items_add_group(list, 0, text);
    items_put(list, FACT_SUMMARY_NO, value_text(number));
    items_put(list, FACT_SUMMARY_TEXT, value_text(text));
}

void page_line(struct items *list, size_t no, const char *text, struct page_see see)
{
    struct value reference = value_text(see.text);
    reference.see_view = see.view;
    reference.see_item = see.item;
    items_add(list, ROLE_BODY, 1);
    items_put(list, FACT_SUMMARY_NO, value_text(arena_printf(list->arena, "%zu", no)));
    items_put(list, FACT_SUMMARY_TEXT, value_text(text));
    items_put(list, FACT_SUMMARY_SEE, reference);
}

struct view page_view(const struct items *list, const char *id)
{
    static const enum fact_id SUPPLIED[] = { FACT_SUMMARY_NO, FACT_SUMMARY_TEXT, FACT_SUMMARY_SEE };
    struct view view = items_view(list, EACH_SUMMARY, id, NULL, FACTS(SUPPLIED));
    view.layout = "page-one";
    return view;
}

const char *percent_words(struct arena *arena, struct number number)
{
    struct value value = value_rounded(number);
    return value.kind == VALUE_NUMBER ? arena_printf(arena, "%s %%", value_words(&value, arena)) : NULL;
}

const char *value_words(const struct value *value, struct arena *arena)
{
    if (value->kind == VALUE_NUMBER)
        return numfmt_text(arena, value->format, value->number);
    return value->kind == VALUE_TEXT ? value->text : "";
}

const struct value *page_fact(const struct view *view, const char *item, enum fact_id fact)
{
    static const struct value NOTHING = { .kind = VALUE_EMPTY };
    for (size_t i = 0; item && i < view->item_count; i++)
        if (view->items[i].id && text_equal(view->items[i].id, item)) {
            const struct view_fact *found = item_fact(&view->items[i], fact, figure_key_of(0, NULL));
            return found ? &found->value : &NOTHING;
        }
    return &NOTHING;
}

/* "năm trước chuyển sang 40 + dự toán giao 1.155"; "" where nothing was carried in, or a part is not known. */
static const char *parts_words(const struct value *carried_in, const struct value *allocated, struct arena *arena)
{
    if (!carried_in || !allocated || carried_in->kind != VALUE_NUMBER || allocated->kind != VALUE_NUMBER ||
        carried_in->number.units == 0)
        return "";
    return arena_printf(arena, "năm trước chuyển sang %s + dự toán giao %s", value_words(carried_in, arena),
                        value_words(allocated, arena));
}

const char *spent_words(const struct page_spent *of, struct arena *arena)
{
    const char *parts = parts_words(of->carried_in, of->allocated, arena), *before = of->before ? of->before : "";
    const char *between = *parts && *before ? "; " : "";
    const char *more = *parts || *before ? arena_printf(arena, " (%s%s%s)", parts, between, before) : "";
    const char *share = of->rate ? arena_printf(arena, ", bằng %s", of->rate) : " trên";
    return arena_printf(arena, "%s triệu đồng%s kinh phí được sử dụng %s triệu đồng%s", of->spent, share, of->available, more);
}

const char *of_plan_words(const char *plan, const char *amount, const char *share, struct arena *arena)
{
    return share ? arena_printf(arena, "; bằng %s %s %s triệu đồng", share, plan, amount)
                 : arena_printf(arena, "; %s %s triệu đồng", plan, amount);
}

void page_name_add(struct page_names *names, size_t number, const char *label)
{
    enum { NAME_MOST = 32 };
    struct text *out = &names->text;
    size_t count = names->count++;
    if (count < PAGE_LINES_MOST)
        text_addf(out, "%ssố %zu (%s)", count ? "; " : "", number,
                  text_with_capital(out->arena, text_cut(label, NAME_MOST, out->arena)));
    else
        text_addf(out, "%s%zu", count == PAGE_LINES_MOST ? "; các số thứ tự " : ", ", number);
}
