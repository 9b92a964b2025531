#include "draft/targets_draft.h"

#include <string.h>

#include "base/text.h"
#include "draft/measure_set.h"
#include "draft/phrase.h"
#include "draft/target_doubts.h"

/* The section being read. */
struct reading {
    struct drafting *drafting;
    struct node *targets, *section;
    const char *year;         /* of the heading above all sections, or NULL */
    const char *section_year; /* of the section's opening words, or NULL */
    const char *prefix;       /* of ids: "a", "m2.1-" */
    size_t number;            /* targets in the section so far */
    const char *last_letter;
    size_t block;
};

#define YEAR "(đến|vào|trong|đến hết|đến cuối|cuối)( hết| cuối)? năm ([0-9]{4})"

static const char *year_in(const char *text, struct arena *arena)
{
    struct phrase found;
    return phrase_find(&found, YEAR, text, 0, arena) ? phrase_group(&found, 3, arena) : NULL;
}

/* Letters of lists: a b c d đ e g h i k, or those of the alphabet. */
static bool follows(const char *letter, const char *before)
{
    static const char *const ORDERS[][14] = {
        { "a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m", "n", "o" },
        { "a", "b", "c", "d", "e", "f", "g", "h", "i", "k", "l", "m", "n", "o" },
    };
    for (size_t order = 0; order < 2; order++)
        for (size_t i = 0; i < 14; i++)
            if (strcmp(ORDERS[order][i], letter) == 0 &&
                (i ? before && strcmp(ORDERS[order][i - 1], before) == 0 : !before))
                return true;
    return false;
}

static const char *prefix_of(struct marker marker, struct arena *arena)
{
    if (marker.kind != MARKER_LETTER)
        return arena_printf(arena, "m%s-", marker.no);
    return strcmp(marker.no, "đ") == 0 ? "dd" : marker.no;
}

static bool section_has(const struct node *targets, const char *no)
{
    for (size_t i = 0; i < targets->child_count; i++)
        if (strcmp(node_get(targets->children[i], "no"), no) == 0)
            return true;
    return false;
}

static void begin_section(struct reading *at, struct marker marker)
{
    struct arena *arena = at->drafting->arena;
    bool twice = section_has(at->targets, marker.no);
    at->section = node_add(at->targets, "section", NULL);
    node_set(at->section, "no", marker.no);
    node_set(at->section, "title", phrase_trim(marker.rest, " :;", arena));
    draft_at(at->drafting, at->section, at->block);
    if (marker.kind == MARKER_LETTER && !follows(marker.no, at->last_letter))
        node_doubt(at->section, "mục «%s» không theo thứ tự chữ: bản quét có thể làm mất dấu (đ thành d)", marker.no);
    at->prefix = prefix_of(marker, arena);
    if (twice)
        at->prefix = arena_printf(arena, "%s%zu-", at->prefix, at->targets->child_count);
    at->last_letter = marker.kind == MARKER_LETTER ? marker.no : NULL;
    at->number = 0;
    at->section_year = year_in(marker.rest, arena);
    target_doubts_heading(at->section, marker.rest, at->drafting->first, at->drafting->last, arena);
}

/* The text without the sign that ends it; "…" and "..." belong to it. */
static const char *without_stop(const char *text, struct arena *arena)
{
    const char *trimmed = text_collapse(arena, text);
    size_t length = strlen(trimmed);
    if (length > 3 && strcmp(trimmed + length - 3, "...") == 0)
        return trimmed;
    return phrase_trim(trimmed, " ;.,", arena);
}

static struct node *add_target(struct reading *at, const char *text, const struct found_measure *measure, const char *year)
{
    struct arena *arena = at->drafting->arena;
    struct node *target = node_add(at->section, "target", without_stop(text, arena));
    node_setf(target, "id", "%s%zu", at->prefix, ++at->number);
    measure_set(target, measure);
    const char *own = year_in(text, arena);
    node_set(target, "year", own ? own : year);
    target_doubts(target, text, measure, arena);
    draft_at(at->drafting, target, at->block);
    return target;
}

/* Where the clause of a measure begins: behind the last comma or semicolon before it. 0 if there is none behind `from`. */
static size_t clause_start(const char *text, size_t from, size_t number)
{
    for (size_t i = number; i > from; i--)
        if ((text[i - 1] == ',' || text[i - 1] == ';') && text[i] == ' ')
            return i + 1;
    return 0;
}

/* A part of what the target before says: "trong đó …". */
static void relate(struct node *target, const struct node *before, const char *text, bool same_sentence,
                   struct arena *arena)
{
    bool part = phrase_is("^trong đó", text, arena);
    if (part && before)
        node_set(target, "partOf", node_get(before, "id"));
    if (same_sentence && before)
        node_set(target, "continues", node_get(before, "id"));
}

/* A sentence with two measures is two targets; where it cannot be cut between them, one that is marked. */
static void add_sentence(struct reading *at, const char *text, const char *year, struct node **before)
{
    struct arena *arena = at->drafting->arena;
    struct found_measures measures = measures_find(text, arena);
    size_t from = 0;
    struct node *last = NULL;
    for (size_t i = 0; i < measures.count || !i; i++) {
        const struct found_measure *measure = i < measures.count ? &measures.items[i] : NULL;
        size_t end = strlen(text);
        size_t cut = i + 1 < measures.count ? clause_start(text, measure->to, measures.items[i + 1].from) : 0;
        if (cut)
            end = cut - 2;
        const char *piece = arena_copy(arena, text + from, end - from);
        struct node *target = add_target(at, piece, measure, year);
        relate(target, last ? last : *before, piece, last != NULL, arena);
        if (last && !year_in(piece, arena) && year_in(arena_copy(arena, text, from), arena))
            node_doubt(target, "vế này không nêu năm: xem có phải năm của vế trước không");
        if (i + 1 < measures.count && !cut) {
            node_doubt(target, "câu có %zu số mà không tách được từng vế: chỉ nhập số thứ nhất", measures.count);
            *before = target;
            return;
        }
        last = target;
        from = cut;
    }
    *before = last;
}

/* The end of the first sentence: a full stop before a capital. */
static size_t sentence_end(const char *text)
{
    for (size_t i = 0; text[i]; i++) {
        if (text[i] != '.' || text[i + 1] != ' ' || !text[i + 2])
            continue;
        const char *next = text + i + 2;
        if (utf8_is_capital(utf8_next(&next)) && i && text[i - 1] != '.')
            return i + 1;
    }
    return strlen(text);
}

static void add_paragraph(struct reading *at, const char *text)
{
    struct arena *arena = at->drafting->arena;
    const char *year = at->section_year ? at->section_year : at->year;
    const char *own = year_in(text, arena);
    struct node *before = NULL;
    while (*text) {
        size_t end = sentence_end(text);
        const char *sentence = arena_copy(arena, text, end);
        bool part = phrase_is("^trong đó", sentence, arena);
        add_sentence(at, sentence, part && own ? own : year, &before);
        text += end;
        text += *text == ' ';
    }
}

/* Words that open a section, "… đạt các mục tiêu sau:", are no target. */
static bool opens(const char *text)
{
    size_t length = strlen(text);
    return length && text[length - 1] == ':';
}

static void take_block(struct reading *at, const struct original_block *block, struct marker marker)
{
    struct drafting *drafting = at->drafting;
    struct arena *arena = drafting->arena;
    if (marker.kind == MARKER_LETTER || marker.kind == MARKER_DOTTED || marker.kind == MARKER_NUMBER) {
        begin_section(at, marker);
        return;
    }
    if (marker.kind != MARKER_DASH && opens(block->text)) {
        const char *year = year_in(block->text, arena);
        at->section_year = year ? year : at->section_year;
        return;
    }
    if (!at->section) {
        at->section = node_add(at->targets, "section", NULL);
        node_set(at->section, "no", "1");
        node_set(at->section, "title", "Mục tiêu cụ thể");
        node_doubt(at->section, "mục tiêu không chia mục: sửa no và title");
        at->prefix = "m";
    }
    size_t first = at->section->child_count;
    add_paragraph(at, marker.rest);
    for (size_t i = first; i < at->section->child_count; i++)
        if (block->joint_count)
            node_doubt(at->section->children[i], "đoạn này bị ngắt trong văn bản: đối chiếu chữ ở chỗ nối");
}

/* Sections without a target say nothing the grammar has a place for. */
static void drop_empty(struct node *targets)
{
    size_t kept = 0;
    for (size_t i = 0; i < targets->child_count; i++)
        if (targets->children[i]->child_count)
            targets->children[kept++] = targets->children[i];
        else
            node_doubt(targets, "mục «%s %s» không có mục tiêu nào", node_get(targets->children[i], "no"),
                       node_get(targets->children[i], "title"));
    targets->child_count = kept;
}

static bool ends_targets(struct marker marker, struct marker heading)
{
    if (marker.kind == MARKER_ROMAN || marker.kind == MARKER_ARTICLE)
        return true;
    if (heading.kind == MARKER_ROMAN)
        return false;
    if (heading.kind == MARKER_DOTTED)
        return marker.kind == MARKER_NUMBER || marker.kind == MARKER_DOTTED;
    return marker.kind == MARKER_NUMBER;
}

/* A rank in the general objectives, "thuộc top 5", is a target, too; other sentences there say what the plan is for. */
static void add_general(struct reading *at, size_t start)
{
    struct arena *arena = at->drafting->arena;
    const struct original *source = at->drafting->source;
    size_t i = start;
    while (i > at->drafting->plan_start && source->blocks[i].text && start - i < 30 &&
           !phrase_is("^[0-9.]+[.)]? mục tiêu (chung|tổng quát)", source->blocks[i].text, arena))
        i--;
    if (!source->blocks[i].text || !phrase_is("^[0-9.]+[.)]? mục tiêu (chung|tổng quát)", source->blocks[i].text, arena))
        return;
    for (size_t block = i + 1; block < start; block++) {
        const char *text = source->blocks[block].text;
        if (!text || !phrase_is("(^|[^a-z])top [0-9]+", text, arena))
            continue;
        at->block = i;
        if (!at->section)
            begin_section(at, marker_of(source->blocks[i].text, arena));
        at->block = block;
        add_paragraph(at, marker_of(text, arena).rest);
    }
    at->section = NULL;
}

#define TARGETS_HEADING "mục tiêu cụ thể|chỉ tiêu cụ thể|^[ivx0-9.]+[.)]? (các |một số )?chỉ tiêu( chủ yếu| cơ bản)?( |$)"

void draft_targets(struct drafting *drafting)
{
    struct arena *arena = drafting->arena;
    const struct original *source = drafting->source;
    size_t start = drafting->plan_start;
    while (start < source->count &&
           !(source->blocks[start].text && marker_of(source->blocks[start].text, arena).kind != MARKER_NONE &&
             phrase_is(TARGETS_HEADING, source->blocks[start].text, arena)))
        start++;
    if (start == source->count) {
        node_doubt(drafting->plan, "không thấy đề mục «Mục tiêu cụ thể»: nhập <targets> nếu văn bản có mục tiêu");
        return;
    }
    const char *heading = source->blocks[start].text;
    struct marker number = marker_of(heading, arena);
    struct reading at = { .drafting = drafting,
                          .year = year_in(heading, arena),
                          .targets = node_add(drafting->plan, "targets", NULL) };
    node_set(at.targets, "id", "targets");
    node_set(at.targets, "layout", "targets");
    node_set(at.targets, "where", draft_where(drafting, start));
    draft_at(drafting, at.targets, start);
    const char *year = at.year;
    at.year = NULL;
    add_general(&at, start);
    at.year = year;
    at.section_year = NULL;
    for (at.block = start + 1; at.block < source->count; at.block++) {
        const struct original_block *block = &source->blocks[at.block];
        if (!block->text)
            continue;
        struct marker marker = marker_of(block->text, arena);
        if (ends_targets(marker, number))
            break;
        take_block(&at, block, marker);
    }
    drop_empty(at.targets);
}
