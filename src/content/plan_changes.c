#include "content/plan_changes.h"

#include "base/text.h"
#include "content/report_words.h"
#include "content/words.h"

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

static const char *repealed_words(const struct chain *chain, const struct chain_link *link, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < chain->repeal_count; i++)
        if (chain->repeals[i].link == link)
            text_addf(&out, "%s%s", out.length ? "; " : "; " REPEALED ": ", part_words(&chain->repeals[i].part, arena));
    return text_str(&out);
}

void note_plan_changes(struct view *view, const struct chain *chain, struct arena *arena)
{
    for (size_t i = 0; i < chain->link_count; i++) {
        const struct chain_link *link = &chain->links[i];
        const char *changed = link->replaces ? "Được thay thế" : "Được sửa đổi, bổ sung";
        view_note(view,
                  arena_printf(arena, "%s bởi %s, có hiệu lực từ %s%s%s.", changed, citation_words(arena, link->plan),
                               date_words(arena, link->effective), state_words(link), repealed_words(chain, link, arena)),
                  arena);
    }
}
