#include "content/annex_notes.h"

#include "base/text.h"

void annex_note_origin(struct view *view, struct arena *arena)
{
    if (view->standing != STANDS_AS_ANNEX)
        view_note(view, "Văn bản không ban hành bảng này thành phụ lục.", arena);
}

static bool has_lost(const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++)
            if (table->rows[r].figures[f].state == FIGURE_LOST)
                return true;
    return false;
}

static bool has_sums(const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++)
            if (table->rows[r].figures[f].stated)
                return true;
    return false;
}

static bool has_marked(const struct view *view)
{
    for (size_t i = 0; i < view->item_count; i++)
        for (size_t f = 0; f < view->items[i].fact_count; f++)
            if (view->items[i].facts[f].value.marked)
                return true;
    return false;
}

static void note_absent(struct view *view, const struct plan *plan, struct arena *arena)
{
    for (size_t i = 0; i < plan->absent_count; i++)
        view_note(view,
                  arena_printf(arena, "Văn bản nhắc tới “%s” (%s) nhưng bản có được không kèm phụ lục ấy.",
                               plan->absent[i].text, plan->absent[i].where),
                  arena);
}

void annex_note_table(struct view *view, const struct annex_table *table)
{
    struct arena *arena = table->arena;
    const struct plan_table *from = table->table;
    annex_note_origin(view, arena);
    if (table_has_money(from))
        note_absent(view, table->ledger->plan, arena);
    if (has_lost(from))
        view_note(view, "[…]: số có in trong văn bản nhưng bị mất trong bản chụp; tổng có ô này không cộng đủ được.",
                  arena);
    if (has_sums(from) && table->figures == FIGURES_COMPUTED)
        view_note(view,
                  "Bản số tính: các tổng là số cộng từ các dòng, không phải số ghi trong văn bản; ô tô nền là nơi hai số "
                  "khác nhau.",
                  arena);
    else if (has_marked(view))
        view_note(view,
                  "Ô tô nền: số ghi không khớp các số liên quan; được giữ nguyên như văn bản, chênh lệch nêu ở trang Ghi "
                  "chú.",
                  arena);
    for (size_t i = 0; i < from->note_count; i++)
        view_note(view, arena_printf(arena, "Người nhập ghi chú: %s", from->notes[i]), arena);
}
