#include "draft/annex_draft.h"

#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"

#define NAME "((phụ lục|phụ biểu|mẫu biểu|biểu mẫu|biểu|mẫu)( số)?)"
#define NUMBER "([ivxlc]+|[0-9]+[a-z]?)([./-][0-9a-z]+)*"

bool annex_heading_of(struct annex_heading *heading, const char *text, struct arena *arena)
{
    enum { WORDS = 1, NO = 5 }; /* groups of the pattern */
    struct phrase found;
    *heading = (struct annex_heading){ .no = "" };
    if (!phrase_find(&found, "^" NAME "( ?:)? ?(" NUMBER ")?( ?(\\.|:|-|–))?", text, 0, arena))
        return false;
    const char *words = phrase_group(&found, WORDS, arena), *no = phrase_group(&found, NO, arena);
    const char *rest = phrase_trim(phrase_after(&found, arena), " .", arena);
    bool plain = phrase_is("^phụ lục$", words, arena);
    size_t end = found.groups[0].to;
    bool parted = end && strchr(".:-", text[end - 1]) != NULL;
    if ((*rest && (!parted || !no)) || (!no && !plain))
        return false;
    heading->name = plain ? NULL : text_with_capital(arena, utf8_lower(arena, words));
    if (no)
        heading->no = phrase_is("^[ivxlc]+$", no, arena) ? utf8_upper(arena, no) : no;
    heading->title = *rest ? rest : NULL;
    return true;
}

bool annex_is_unit(const char *text, struct arena *arena)
{
    return phrase_is("đơn vị( tính)? ?:|đvt ?:?", text, arena);
}

bool annex_is_issued_with(const char *text, struct arena *arena)
{
    return phrase_is("^\\(?(được )?(ban hành )?(kèm theo|đính kèm)", text, arena);
}

void annex_add_subtitles(const struct drafting *drafting, struct node *table, size_t from, size_t block)
{
    struct arena *arena = drafting->arena;
    for (size_t i = from; i < block; i++) {
        const char *text = drafting->source->blocks[i].text;
        if (!text || annex_is_unit(text, arena) || annex_is_issued_with(text, arena))
            continue;
        if (phrase_is("^\\(.*\\)$", text, arena))
            draft_at(drafting, node_add(table, "subtitle", text), i);
        else
            node_doubt(table, "%s trên bảng chưa nhập: «%s»: thêm vào title, hoặc nhập subtitle",
                       original_place(arena, &drafting->source->blocks[i]), phrase_excerpt(text, arena));
    }
}

void annex_add_footnotes(const struct drafting *drafting, struct node *table, size_t block)
{
    struct arena *arena = drafting->arena;
    const struct original *source = drafting->source;
    long above = source->blocks[block].line; /* lines begin anew on the next sheet of a workbook */
    bool said = false;
    for (size_t i = block + 1; i < source->count && source->blocks[i].text && source->blocks[i].line >= above; i++) {
        const char *text = source->blocks[i].text;
        above = source->blocks[i].line;
        bool first = phrase_is("^(\\* ?)?(ghi chú|chú thích)( ?:|$)", text, arena);
        bool sign = phrase_is("^(\\([0-9*]+\\)|\\*+) ", text, arena) && !phrase_is("^\\* ?(bảng|biểu)", text, arena);
        bool more = said && phrase_is("^[-+] ", text, arena);
        if (!first && !sign && !more)
            return;
        struct node *footnote = node_add(table, "footnote", text);
        draft_at(drafting, footnote, i);
        if (!first)
            node_doubt(footnote, "dòng dưới bảng: là ghi chú của bảng hay đoạn khác của văn bản");
        said = said || first;
    }
}
