#include "content/year_missing.h"

#include "base/text.h"
#include "content/target_counts.h"

static bool lacks(const struct item *item)
{
    for (size_t f = 0; f < item->fact_count; f++)
        if (item->facts[f].value.missing)
            return true;
    return false;
}

static size_t lacking_rows(const struct view *view, enum row_role role)
{
    size_t count = 0;
    for (size_t i = 0; i < view->item_count; i++)
        count += view->items[i].role == role && lacks(&view->items[i]);
    return count;
}

/* What a row of a table is called. */
struct table_words {
    const char *view, *label, *row;
};

static void add_table(struct items *list, size_t *no, const struct view *view, const struct table_words *words)
{
    size_t rows = lacking_rows(view, ROLE_BODY), groups = lacking_rows(view, ROLE_GROUP);
    struct arena *arena = list->arena;
    const char *among = rows && groups ? arena_printf(arena, "%zu nhóm, ", groups) : "";
    const char *what = rows ? arena_printf(arena, "%s%zu %s", among, rows, words->row)
                            : arena_printf(arena, "%zu nhóm", groups);
    if (rows + groups)
        page_line(list, ++*no, arena_printf(arena, "%s chưa có hoặc chưa đủ số liệu kinh phí", what),
                  (struct page_see){ words->label, words->view, NULL });
}

static bool lacks_other_year(const struct gap *gap)
{
    return target_class_of(gap) == TARGET_UNJUDGED && gap_has(gap, GAP_MISSING_YEAR);
}

static bool is_provisional(const struct gap *gap)
{
    return gap->actual_year && gap->actual_status == STATUS_PROVISIONAL;
}

static void add_targets(struct items *list, size_t *no, const struct year_maker *maker, const char *what,
                        bool (*holds)(const struct gap *))
{
    struct page_names names = { .text = text_in(maker->arena) };
    for (size_t i = 0; i < maker->gaps.count; i++)
        if (holds(&maker->gaps.items[i]))
            page_name_add(&names, i + 1, maker->gaps.items[i].label);
    if (names.count)
        page_line(list, ++*no,
                  arena_printf(list->arena, "%zu chỉ tiêu %s: %s", names.count, what, text_str(&names.text)),
                  (struct page_see){ LABEL_GAPS, YEAR_TARGETS, NULL });
}

static bool has_no_data(const struct gap *gap)
{
    return target_class_of(gap) == TARGET_NO_DATA;
}

void year_add_missing(struct items *list, const struct year_maker *maker, const struct view *tables, size_t count)
{
    static const struct table_words WORDS[] = { { YEAR_MONEY, LABEL_MONEY, "nguồn kinh phí" },
                                                { YEAR_YEARS, LABEL_YEARS, "dòng nguồn, năm" },
                                                { YEAR_WORKS, LABEL_WORKS, "hoạt động" },
                                                { YEAR_WORKS_ONE_YEAR, LABEL_WORKS, "hoạt động" } };
    struct items lines = { .arena = list->arena };
    size_t no = 0;
    for (size_t w = 0; w < sizeof WORDS / sizeof *WORDS; w++)
        for (size_t v = 0; v < count; v++)
            if (text_equal(tables[v].id, WORDS[w].view))
                add_table(&lines, &no, &tables[v], &WORDS[w]);
    add_targets(&lines, &no, maker, "chưa có số liệu", has_no_data);
    add_targets(&lines, &no, maker, "thiếu số liệu của năm khác nên chưa đánh giá được", lacks_other_year);
    add_targets(&lines, &no, maker, "có số ước tính", is_provisional);
    if (!lines.count)
        return;
    page_heading(list, "Số liệu còn thiếu hoặc còn là số ước tính");
    for (size_t i = 0; i < lines.count; i++) {
        struct item *item = items_add(list, lines.items[i].role, lines.items[i].level);
        *item = lines.items[i];
    }
}
