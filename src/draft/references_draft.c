#include "draft/references_draft.h"

#include <string.h>

#include "base/date.h"
#include "base/text.h"
#include "draft/phrase.h"

#define DAY "([0-9]{1,2}) ?(tháng|/|-) ?([0-9]{1,2}) ?(năm|/|-) ?([0-9]{4})"
#define ACT \
    "(bộ luật|luật|pháp lệnh|nghị định|nghị quyết|quyết định|chỉ thị|thông tư|văn bản hợp nhất|chương trình|kế hoạch|đề án|công văn|thông báo|hiến pháp)"
#define NUMBER "([0-9]+ ?[/-][^ ,;]*([a-zđ]- [a-zđ])?[^ ,;]*[a-zđ0-9])"

const char *draft_date(const char *text, size_t *at, struct arena *arena)
{
    struct phrase found;
    struct date date;
    if (!phrase_find(&found, DAY, text, 0, arena))
        return NULL;
    const char *day = phrase_group(&found, 1, arena), *month = phrase_group(&found, 3, arena);
    const char *iso = arena_printf(arena, "%s-%s%s-%s%s", phrase_group(&found, 5, arena), strlen(month) < 2 ? "0" : "",
                                   month, strlen(day) < 2 ? "0" : "", day);
    *at = found.groups[0].from;
    return date_parse(&date, iso) ? iso : NULL;
}

/* The number of an act, without blanks that the text has in it: "34/TTr- SCT" is doubtful. */
static const char *act_number(const struct phrase *found, bool *doubtful, struct arena *arena)
{
    const char *number = phrase_trim(phrase_group(found, 1, arena), ".,;", arena);
    if (!strchr(number, ' '))
        return number;
    *doubtful = true;
    struct text out = text_in(arena);
    for (; *number; number++)
        if (*number != ' ')
            text_addn(&out, number, 1);
    return text_str(&out);
}

/* What of a citation is left when number, day and organ are taken out of it. */
struct citation {
    const char *type, *number, *date, *organ, *rest;
    bool doubtful;
};

/* " của Thủ tướng Chính phủ phê duyệt …": the organ ends where what the act does begins. */
static void take_organ(struct citation *citation, struct arena *arena)
{
    struct phrase found;
    if (!phrase_find(&found, "^[, ]*của (.*)$", citation->rest, 0, arena))
        return;
    const char *behind = phrase_group(&found, 1, arena);
    struct phrase verb;
    if (phrase_find(
            &verb,
            " (về|phê duyệt|sửa đổi|quy định|ban hành|thực hiện|hướng dẫn|đẩy mạnh|triển khai|chủ động|tăng cường|thông qua) ",
            behind, 0, arena)) {
        citation->organ = phrase_before(&verb, arena);
        citation->rest = text_collapse(arena, behind + verb.groups[0].from);
    } else {
        citation->organ = behind;
        citation->rest = "";
    }
    citation->doubtful |= utf8_length(citation->organ) > 60;
}

/* "Nghị định số 52/2013/NĐ-CP ngày 16 tháng 5 năm 2013 của Chính phủ về thương mại điện tử" */
static bool cite(struct citation *citation, const char *text, struct arena *arena)
{
    struct phrase found, number;
    size_t at;
    *citation = (struct citation){ 0 };
    if (!phrase_find(&found, "^(căn cứ )?" ACT "( số)? ?", text, 0, arena))
        return false;
    citation->type = phrase_group(&found, 2, arena);
    const char *behind = text + found.groups[0].to;
    if (phrase_find(&number, "^" NUMBER, behind, 0, arena)) {
        citation->number = act_number(&number, &citation->doubtful, arena);
        behind += number.groups[0].to;
        while (*behind == ' ' || *behind == ',')
            behind++;
    }
    citation->date = draft_date(behind, &at, arena);
    citation->rest = behind;
    if (citation->date) {
        struct phrase day;
        bool said = phrase_find(&day, ",? ?(ban hành )?ngày " DAY, behind, 0, arena);
        citation->doubtful |= !said;
        citation->rest = said ? text_collapse(arena, behind + day.groups[0].to) : "";
        const char *name = said ? phrase_before(&day, arena) : behind;
        /* The day of a law stands behind its name; an act with a number is named behind its day. */
        if (!citation->number) {
            citation->doubtful |= *citation->rest != '\0';
            citation->rest = name;
        } else {
            citation->doubtful |= *name != '\0';
        }
    }
    take_organ(citation, arena);
    return true;
}

static void add_reference(const struct drafting *drafting, struct node *decision, const char *text, size_t block,
                          const char *where)
{
    const char *element = "basis";
    struct arena *arena = drafting->arena;
    struct citation citation;
    text = phrase_trim(text, " ;.,", arena);
    if (!*text)
        return;
    if (!cite(&citation, text, arena)) {
        struct node *node = node_add(decision, element, text);
        node_set(node, "where", where);
        node_doubt(node, "không nhận ra loại, số, ngày của văn bản này: tách thành number, date, organ");
        draft_at(drafting, node, block);
        return;
    }
    struct node *node =
        node_add(decision, element, text_collapse(arena, arena_printf(arena, "%s %s", citation.type, citation.rest)));
    node_set(node, "number", citation.number);
    node_set(node, "date", citation.date);
    node_set(node, "organ", citation.organ);
    node_set(node, "where", where);
    if (!citation.date)
        node_doubt(node, "không đọc được ngày của văn bản này");
    if (citation.doubtful)
        node_doubt(node, "chưa chắc đã tách đúng số, ngày, cơ quan: đối chiếu với «%s»", text);
    draft_at(drafting, node, block);
}

/* Each act of "Căn cứ …; Nghị định …". Semicolons inside one act do not happen in citations. */
static void add_bases(const struct drafting *drafting, struct node *decision, size_t i, const char *where)
{
    const char *text = drafting->source->blocks[i].text;
    const char *rest = marker_of(text, drafting->arena).rest;
    while (rest) {
        const char *end = strstr(rest, "; ");
        add_reference(drafting, decision, arena_copy(drafting->arena, rest, end ? (size_t)(end - rest) : strlen(rest)), i,
                      where);
        rest = end ? end + 2 : NULL;
    }
    struct node *last = decision->children[decision->child_count - 1];
    if (drafting->source->blocks[i].joint_count)
        node_doubt(last, "chữ trong đoạn này bị cắt rời («%s»): đối chiếu số và ngày", text);
}

#define SUBMISSION "tờ trình (số )?" NUMBER

/* One submission: from its number to where the next begins. */
static void add_submission(const struct drafting *drafting, struct node *decision, size_t block, const char *organ,
                           const char *piece)
{
    struct arena *arena = drafting->arena;
    struct phrase number, day;
    size_t at;
    struct node *node = node_add(decision, "submission", "Tờ trình");
    bool found = phrase_find(&number, "^" NUMBER, piece, 0, arena), doubtful = false;
    const char *no = found ? act_number(&number, &doubtful, arena) : NULL;
    const char *date = draft_date(piece, &at, arena);
    node_set(node, "number", no);
    node_set(node, "date", date);
    node_set(node, "organ", organ);
    if (phrase_find(&day, DAY, piece, 0, arena)) {
        const char *rest = phrase_trim(phrase_after(&day, arena), " ;.,", arena);
        node->text = text_collapse(arena, arena_printf(arena, "Tờ trình %s", rest));
    }
    if (!no || !date || doubtful || drafting->source->blocks[block].joint_count)
        node_doubt(node, "số hoặc ngày của tờ trình chưa chắc đã đúng: đối chiếu với «%s»", piece);
    draft_at(drafting, node, block);
}

/* "Theo đề nghị của Giám đốc Sở Công Thương tại Tờ trình số 63/TTr-SCT ngày 29/10/2020 và Tờ trình số …" */
static void add_submissions(const struct drafting *drafting, struct node *decision, size_t block)
{
    struct arena *arena = drafting->arena;
    const char *text = drafting->source->blocks[block].text;
    struct phrase organ, found, next;
    bool more = phrase_find(&found, SUBMISSION, text, 0, arena);
    if (!more || !phrase_find(&organ, "^(theo|xét) đề nghị của (.*) tại ((các )?tờ trình.*)$", text, 0, arena)) {
        struct node *node = node_add(decision, "submission", phrase_trim(text, " ;.", arena));
        node_doubt(node, "không tách được cơ quan trình, số và ngày của tờ trình");
        draft_at(drafting, node, block);
        return;
    }
    /* "tại" is the last one before the first submission. */
    const char *who = arena_copy(arena, text + organ.groups[2].from, organ.groups[2].to - organ.groups[2].from);
    struct phrase early;
    if (phrase_find(&early, " tại (các )?tờ trình", who, 0, arena))
        who = phrase_before(&early, arena);
    while (more) {
        size_t from = found.groups[2].from;
        more = phrase_find(&next, SUBMISSION, text, from, arena);
        size_t end = more ? next.groups[0].from : strlen(text);
        const char *piece = phrase_trim(arena_copy(arena, text + from, end - from), " ;.,", arena);
        struct phrase and;
        if (more && phrase_find(&and, " (và|cùng)$", piece, 0, arena))
            piece = phrase_before(&and, arena);
        add_submission(drafting, decision, block, who, piece);
        found = next;
    }
}

/* "(Ban hành kèm theo Quyết định số 93/QĐ-UBND, ngày 14 tháng 01 năm 2021 của Chủ tịch UBND tỉnh …)" */
static void add_cited(const struct drafting *drafting, struct node *decision, size_t block, const char *where)
{
    struct arena *arena = drafting->arena;
    const struct original_block *cited = &drafting->source->blocks[block];
    struct phrase found, organ;
    size_t at;
    if (!phrase_find(&found, "kèm theo quyết định số ?([0-9 ]*) ?/", cited->text, 0, arena))
        return;
    struct node *node = node_add(decision, "citedAs", NULL);
    const char *number = phrase_group(&found, 1, arena), *date = draft_date(cited->text, &at, arena);
    node_set(node, "where", where);
    if (number && *number)
        node_set(node, "number", number);
    node_set(node, "date", date);
    if (phrase_find(&organ, " của ([^()]*)", cited->text, 0, arena))
        node_set(node, "organ", phrase_trim(phrase_group(&organ, 1, arena), " .", arena));
    if (!date || !number || !*number)
        node_doubt(node, "chỗ này để trống số hoặc ngày, hoặc không đọc được: «%s»", cited->text);
    if (cited->joint_count)
        node_doubt(node, "chữ số ở chỗ này bị cắt rời: đối chiếu «%s»", cited->text);
    draft_at(drafting, node, block);
}

/* The decision's own head is one of the places that name it. */
static void add_head(struct node *decision)
{
    const char *number = NULL, *date = NULL, *organ = NULL, *at = NULL;
    bool doubtful = false;
    for (size_t i = 0; i < decision->child_count; i++) {
        const struct node *child = decision->children[i];
        bool named = strcmp(child->name, "codeNumber") == 0 || strcmp(child->name, "issuedDate") == 0 ||
                     strcmp(child->name, "organName") == 0;
        if (!child->text || !named)
            continue;
        doubtful |= child->doubt_count > 0;
        number = strcmp(child->name, "codeNumber") == 0 ? child->text : number;
        at = strcmp(child->name, "codeNumber") == 0 ? child->at : at;
        date = strcmp(child->name, "issuedDate") == 0 ? child->text : date;
        organ = strcmp(child->name, "organName") == 0 ? child->text : organ;
    }
    if (!number || !date || !organ)
        return;
    struct node *cited = node_add(decision, "citedAs", NULL);
    node_set(cited, "where", "Phần đầu Quyết định");
    node_set(cited, "number", number);
    node_set(cited, "date", date);
    node_set(cited, "organ", organ);
    cited->at = at;
    if (doubtful)
        node_doubt(cited, "số, ngày, cơ quan ở đầu văn bản chưa chắc: sửa như chỗ ấy in");
}

/* The annex that a block is under: "Phụ lục II"; the heading of the plan otherwise. */
static const char *place_of_citation(const struct drafting *drafting, size_t block)
{
    struct phrase found;
    for (size_t i = block; i-- > 0 && block - i < 6;) {
        const char *text = drafting->source->blocks[i].text;
        if (text && phrase_find(&found, "^phụ lục( [ivx]+)?", text, 0, drafting->arena)) {
            const char *no = phrase_group(&found, 1, drafting->arena);
            return arena_printf(drafting->arena, "Phụ lục%s%s", no ? " " : "", no ? utf8_upper(drafting->arena, no) : "");
        }
    }
    return "Tiêu đề Kế hoạch";
}

/* A plan can have its bases under a heading of their own: "2. Căn cứ pháp lý". */
static void add_bases_of_plan(const struct drafting *drafting, struct node *decision)
{
    const struct original *source = drafting->source;
    for (size_t i = 0; i < source->count; i++) {
        const char *text = source->blocks[i].text;
        if (!text || !phrase_is("^[0-9ivx.]+[.)]? căn cứ (pháp lý|xây dựng|lập)", text, drafting->arena))
            continue;
        const char *where = draft_where(drafting, i);
        while (++i < source->count && source->blocks[i].text &&
               marker_of(source->blocks[i].text, drafting->arena).kind == MARKER_DASH)
            add_bases(drafting, decision, i, where);
        return;
    }
}

void draft_references(struct drafting *drafting, struct node *decision)
{
    const struct original *source = drafting->source;
    bool citing = false, done = false;
    for (size_t i = 0; i < source->count && !done; i++) {
        const char *text = source->blocks[i].text;
        if (!text)
            continue;
        done = phrase_is("^quyết định ?:$|^điều 1", text, drafting->arena);
        bool begins = phrase_is("^căn cứ " ACT, text, drafting->arena);
        if (!done && (begins || (citing && phrase_is("^" ACT, text, drafting->arena))))
            add_bases(drafting, decision, i, NULL);
        citing = begins || (citing && phrase_is(";$", text, drafting->arena));
    }
    add_bases_of_plan(drafting, decision);
    for (size_t i = 0; i < source->count; i++) {
        const char *text = source->blocks[i].text;
        if (text && phrase_is("^(theo|xét) đề nghị của ", text, drafting->arena))
            add_submissions(drafting, decision, i);
    }
    add_head(decision);
    for (size_t i = 0; i < source->count; i++) {
        const char *text = source->blocks[i].text;
        if (text && phrase_is("\\( ?(ban hành )?kèm theo quyết định", text, drafting->arena))
            add_cited(drafting, decision, i, place_of_citation(drafting, i));
    }
}
