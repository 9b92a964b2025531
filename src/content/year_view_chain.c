/* Which decisions changed a plan, from when, and what they repealed. */
#include "base/text.h"
#include "content/words.h"
#include "content/year_parts.h"

static const char *state_words(const struct chain_link *link)
{
    static const char *const WORDS[] = {
        [LINK_IN_FORCE] = "",
        [LINK_PENDING] = " (chưa có hiệu lực vào ngày lập báo cáo: không tính)",
        [LINK_OTHER_YEARS] = " (không có năm báo cáo trong giai đoạn: không tính)",
        [LINK_REPLACED] = " (đã bị thay thế: không tính)",
    };
    return WORDS[link->state];
}

#define COMPARED "(" LABEL_AMENDED_MONEY ", " LABEL_AMENDED_TARGETS ")."

static void note_basis(struct view *view, const struct year_maker *maker)
{
    static const char AMENDED[] = "Số liệu báo cáo được so với kế hoạch đã sửa đổi, bổ sung; phần không nêu lại thì "
                                  "giữ như trước khi sửa đổi " COMPARED;
    static const char REPLACED[] = "Số liệu báo cáo được so với kế hoạch thay thế; kế hoạch ban đầu không còn tính "
                                   COMPARED;
    bool amended = false;
    for (size_t i = 0; i < maker->chain->link_count; i++) {
        const struct chain_link *link = &maker->chain->links[i];
        amended = link->state == LINK_IN_FORCE ? !link->replaces : amended;
    }
    if (!chain_is_changed(maker->chain))
        return;
    year_note(view, amended ? AMENDED : REPLACED, maker->arena);
}

const char *year_part_words(const struct plan_part *part, struct arena *arena)
{
    const struct plan_row *row = part->row;
    switch (part->kind) {
    case PART_TARGET: return arena_printf(arena, "chỉ tiêu “%s”", year_shortened(part->target->text, arena));
    case PART_DEADLINE: return arena_printf(arena, "thời hạn “%s”", year_shortened(part->deadline->text, arena));
    case PART_ROW:
        return arena_printf(arena, "%s “%s%s%s”", row->kind == ROW_GROUP ? "nhóm" : "hoạt động", row->no, *row->no ? ". " : "",
                            year_shortened(row->title, arena));
    default: break;
    }
    const struct plan_table *table = part->table;
    const char *title = table->title ? table->title : table->where ? table->where : table->id;
    if (table->annex)
        return arena_printf(arena, "Phụ lục%s%s “%s”", *table->annex ? " " : "", table->annex, year_shortened(title, arena));
    return arena_printf(arena, "bảng “%s”", year_shortened(title, arena));
}

static const char *repealed_words(const struct chain *chain, const struct chain_link *link, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < chain->repeal_count; i++)
        if (chain->repeals[i].link == link)
            text_addf(&out, "%s%s", out.length ? "; " : "; " REPEALED ": ", year_part_words(&chain->repeals[i].part, arena));
    return text_str(&out);
}

void year_note_links(struct view *view, const struct chain *chain, struct arena *arena)
{
    for (size_t i = 0; i < chain->link_count; i++) {
        const struct chain_link *link = &chain->links[i];
        const char *changed = link->replaces ? "Được thay thế" : "Được sửa đổi, bổ sung";
        year_note(view, arena_printf(arena, "%s bởi %s, có hiệu lực từ %s%s%s.", changed,
                                     citation_words(arena, link->plan), date_words(arena, link->effective),
                                     state_words(link), repealed_words(chain, link, arena)), arena);
    }
}

void year_note_chain(struct view *view, const struct year_maker *maker)
{
    year_note_links(view, maker->chain, maker->arena);
    note_basis(view, maker);
}
