#include "content/annex_notes.h"

#include "base/text.h"
#include "content/annex_marks.h"

void annex_note_origin(struct view *view, struct arena *arena)
{
    if (view->standing != STANDS_AS_ANNEX)
        view_note(view, "Văn bản không ban hành bảng này thành phụ lục.", arena);
}

static bool has_sums(const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++)
            if (table->rows[r].figures[f].stated)
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

static void note_lost(struct view *view, const struct annex_marks *marks, struct arena *arena)
{
    if (marks->lost)
        view_note(view, "[…]: số có in trong văn bản nhưng bị mất trong bản chụp; tổng có ô này không cộng đủ được.", arena);
}

static void note_grey(struct view *view, const struct annex_marks *marks, struct arena *arena)
{
    if (annex_grey_words(marks))
        view_note(view,
                  arena_printf(arena, "Ô có nền xám: %s; được giữ nguyên như văn bản, chênh lệch nêu ở trang Ghi chú.",
                               annex_grey_words(marks)),
                  arena);
}

/* Only of marks that stand in the table; the lines on the page of notes say what each figure lacks. */
static void note_marks(struct view *view, const struct annex_table *table)
{
    struct annex_marks marks = { 0 };
    annex_find_marks(&marks, table->ledger, table->table);
    note_lost(view, &marks, table->arena);
    if (has_sums(table->table) && table->choice.figures == FIGURES_COMPUTED)
        view_note(view,
                  "Bản số tính: các tổng là số cộng từ các dòng, không phải số ghi trong văn bản; ô có nền xám là nơi hai "
                  "số khác nhau.",
                  table->arena);
    else
        note_grey(view, &marks, table->arena);
}

void annex_note_prose(struct view *view, const struct ledger *ledger, struct arena *arena)
{
    struct annex_marks marks = { 0 };
    annex_note_origin(view, arena);
    annex_find_prose_marks(&marks, ledger);
    note_lost(view, &marks, arena);
    note_grey(view, &marks, arena);
}

void annex_note_table(struct view *view, const struct annex_table *table)
{
    struct arena *arena = table->arena;
    const struct plan_table *from = table->table;
    for (size_t i = 0; i < from->footnote_count; i++)
        view_note(view, from->footnotes[i], arena);
    annex_note_origin(view, arena);
    if (table_has_money(from))
        note_absent(view, table->ledger->plan, arena);
    note_marks(view, table);
    for (size_t i = 0; i < from->note_count; i++)
        view_note(view, arena_printf(arena, "Người nhập ghi chú: %s", from->notes[i]), arena);
}
