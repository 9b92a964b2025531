#include "content/assessment_view.h"

#include "base/shortened.h"
#include "content/page_one.h"

#define ASSESSMENT_VIEW "assessment"

static const char *const HEADS[ASSESSMENT_KINDS] = {
    [ASSESSMENT_GENERAL] = "Đánh giá chung",
    [ASSESSMENT_SHORTCOMING] = "Tồn tại, hạn chế",
    [ASSESSMENT_CAUSE] = "Nguyên nhân",
    [ASSESSMENT_PROPOSAL] = "Kiến nghị, đề xuất",
};

static void add_paragraphs(struct items *list, const char *who, const struct results *results, enum assessment_kind kind,
                           size_t *count)
{
    for (size_t i = 0; i < results->assessment_count; i++)
        for (size_t p = 0; results->assessments[i].kind == kind && p < results->assessments[i].count; p++) {
            if (!(*count)++) {
                items_add_group(list, 0, HEADS[kind]);
                items_put(list, FACT_REMARK_TEXT, value_text(HEADS[kind]));
            }
            items_add(list, ROLE_BODY, 1);
            items_put(list, FACT_REMARK_NO, value_text(arena_printf(list->arena, "%zu", *count)));
            const char *said = results->assessments[i].paragraphs[p];
            items_put(list, FACT_REMARK_TEXT, value_text(who ? arena_printf(list->arena, "%s: %s", who, said) : said));
        }
}

bool assessment_view(struct view *view, const struct assessed *all, size_t of, struct period period, struct arena *arena)
{
    static const enum fact_id SUPPLIED[] = { FACT_REMARK_NO, FACT_REMARK_TEXT };
    struct items items = { .arena = arena };
    for (int kind = 0; kind < ASSESSMENT_KINDS; kind++) {
        size_t count = 0;
        for (size_t u = 0; u < of; u++)
            for (size_t i = 0; i < all[u].list->count; i++)
                if (period_cmp(all[u].list->items[i]->period, period) == 0)
                    add_paragraphs(&items, all[u].who, all[u].list->items[i], (enum assessment_kind)kind, &count);
    }
    *view = items_view(&items, EACH_REMARK, ASSESSMENT_VIEW, NULL, FACTS(SUPPLIED));
    return items.count > 0;
}

static const struct page_see SEE_WORDS = { "Đánh giá, kiến nghị", ASSESSMENT_VIEW, NULL };

enum { PROPOSALS_MOST = 3 };

static void add_proposal(struct items *page, size_t *count, const char *who, const char *said)
{
    const char *words = text_shortened(said, page->arena);
    if (++*count > PROPOSALS_MOST)
        return;
    if (*count == 1)
        page_heading(page, HEADS[ASSESSMENT_PROPOSAL]);
    page_line(page, *count, who ? arena_printf(page->arena, "%s: %s", who, words) : words, SEE_WORDS);
}

void assessment_add_proposals(struct items *page, const struct assessed *all, size_t of, struct period period)
{
    size_t count = 0;
    for (size_t u = 0; u < of; u++)
        for (size_t i = 0; i < all[u].list->count; i++) {
            const struct results *results = all[u].list->items[i];
            if (period_cmp(results->period, period) != 0)
                continue;
            for (size_t a = 0; a < results->assessment_count; a++)
                for (size_t p = 0; results->assessments[a].kind == ASSESSMENT_PROPOSAL && p < results->assessments[a].count; p++)
                    add_proposal(page, &count, all[u].who, results->assessments[a].paragraphs[p]);
        }
    if (count > PROPOSALS_MOST)
        page_line(page, PROPOSALS_MOST + 1, arena_printf(page->arena, "Và %zu kiến nghị khác", count - PROPOSALS_MOST),
                  SEE_WORDS);
}
