#include "draft/statements_draft.h"

#include <string.h>

#include "base/text.h"
#include "draft/annex_draft.h"
#include "draft/phrase.h"

static bool has_annex(const struct drafting *drafting)
{
    struct annex_heading heading;
    for (size_t i = 0; i < drafting->source->count; i++)
        if (drafting->source->blocks[i].text &&
            annex_heading_of(&heading, drafting->source->blocks[i].text, drafting->arena))
            return true;
    return false;
}

/* "(Có Phụ lục chi tiết kèm theo)" where no annex follows. */
static void add_absent(struct drafting *drafting)
{
    for (size_t i = drafting->plan_start; i < drafting->source->count; i++) {
        const char *text = drafting->source->blocks[i].text;
        if (!text || !phrase_is("^\\(.*phụ lục.*(kèm theo|đính kèm).*\\)\\.?$", text, drafting->arena))
            continue;
        struct node *node = node_add(drafting->plan, "absentAnnex", phrase_trim(text, " ().", drafting->arena));
        node_set(node, "where", draft_where(drafting, i));
        draft_at(drafting, node, i);
    }
}

/* "trước ngày 31 tháng 3", "trước ngày 30/6" as "--03-31"; NULL without a day. */
static const char *day_of_year(const char *text, struct arena *arena)
{
    struct phrase found;
    if (!phrase_find(&found, "trước ngày ([0-9]{1,2}) ?(tháng|/) ?([0-9]{1,2})", text, 0, arena))
        return NULL;
    const char *day = phrase_group(&found, 1, arena), *month = phrase_group(&found, 3, arena);
    return arena_printf(arena, "--%s%s-%s%s", strlen(month) < 2 ? "0" : "", month, strlen(day) < 2 ? "0" : "", day);
}

/* The body that a section of duties is about: its heading. */
static const char *body_above(const struct drafting *drafting, size_t block)
{
    for (size_t i = block; i-- > drafting->plan_start;) {
        const char *text = drafting->source->blocks[i].text;
        struct marker marker = text ? marker_of(text, drafting->arena) : (struct marker){ 0 };
        if (text && marker.kind == MARKER_NUMBER)
            return phrase_trim(marker.rest, " :.", drafting->arena);
        if (text && marker.kind == MARKER_ROMAN)
            return NULL;
    }
    return NULL;
}

/* Who reports, to whom, and every year or once, is for a person to say. */
static void add_deadlines(struct drafting *drafting)
{
    struct arena *arena = drafting->arena;
    struct phrase found;
    size_t count = 0;
    for (size_t i = drafting->plan_start; i < drafting->source->count; i++) {
        const char *text = drafting->source->blocks[i].text, *before = text ? day_of_year(text, arena) : NULL;
        if (!before)
            continue;
        struct node *node = node_add(drafting->plan, "deadline", phrase_trim(marker_of(text, arena).rest, " ;.", arena));
        node_setf(node, "id", "deadline-%zu", ++count);
        node_set(node, "before", before);
        node_set(node, "from", body_above(drafting, i));
        if (phrase_find(&found, "(gửi|gửi về|báo cáo|về) ((sở|bộ|ủy ban|uỷ ban|ubnd|trung tâm) [^,;.]*)", text, 0, arena))
            node_set(node, "to", phrase_group(&found, 2, arena));
        node_set(node, "where", draft_where(drafting, i));
        node_doubt(node, "thời hạn: đối chiếu ai làm (from), gửi ai (to), và cắt câu cho vừa việc phải làm");
        draft_at(drafting, node, i);
    }
}

void draft_statements(struct drafting *drafting)
{
    if (!has_annex(drafting))
        add_absent(drafting);
    add_deadlines(drafting);
}
