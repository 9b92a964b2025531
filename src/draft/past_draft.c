#include "draft/past_draft.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "draft/measure_set.h"
#include "draft/phrase.h"
#include "draft/target_doubts.h"

#define HEADING "kết quả.*(giai đoạn|năm) (20[0-9]{2})( ?(-|–|đến) ?(20[0-9]{2}))?"

/* The section being read. */
struct past {
    struct drafting *drafting;
    struct node *results;
    size_t block, number;
    size_t passed; /* numbers without a unit */
};

/* Where the clause of a number begins, and where it ends. */
static size_t clause_start(const char *text, size_t from, size_t number)
{
    for (size_t i = number; i > from; i--)
        if (strchr(",;:.", text[i - 1]) && text[i] == ' ')
            return i + 1;
    return from;
}

static size_t clause_end(const char *text, size_t from, size_t next)
{
    for (size_t i = from; i < next; i++)
        if (text[i] == ';' || (text[i] == '.' && text[i + 1] == ' '))
            return i;
    return next;
}

static void add_result(struct past *past, const char *clause, const struct found_measure *measure, bool sure)
{
    struct arena *arena = past->drafting->arena;
    struct phrase found;
    struct node *result = node_add(past->results, "result", phrase_trim(clause, " ,;.:", arena));
    node_setf(result, "id", "kq-%zu", ++past->number);
    measure_set(result, measure);
    if (phrase_find(&found, "(^|[^a-z])năm (20[0-9]{2})", clause, 0, arena))
        node_set(result, "year", phrase_group(&found, 2, arena));
    node_set(result, "where", draft_where(past->drafting, past->block));
    if (!sure)
        node_doubt(result, "vế cắt ra từ một câu: đối chiếu chỗ cắt và số");
    target_doubts(result, clause, measure, arena);
    draft_at(past->drafting, result, past->block);
}

static void take_block(struct past *past, const struct original_block *block)
{
    struct arena *arena = past->drafting->arena;
    struct marker marker = marker_of(block->text, arena);
    const char *text = marker.kind == MARKER_NONE ? block->text : marker.rest;
    struct found_measures measures = measures_find(text, arena);
    size_t from = 0;
    for (size_t i = 0; i < measures.count; i++) {
        const struct found_measure *measure = &measures.items[i];
        size_t start = clause_start(text, from, measure->from), end = strlen(text);
        if (i + 1 < measures.count)
            end = clause_start(text, measure->to, measures.items[i + 1].from);
        end = clause_end(text, measure->to, end);
        bool line = marker.kind == MARKER_DASH && measures.count == 1 && !start && !text[end + (text[end] == '.')];
        from = end;
        if (measure->unit)
            add_result(past, arena_copy(arena, text + start, end - start), measure, line && !block->joint_count);
        else
            past->passed++;
    }
}

/* The section of results before the plan's own period; the number of blocks if there is none. */
static size_t find_section(const struct drafting *drafting, const char **first, const char **last)
{
    struct arena *arena = drafting->arena;
    const struct original *source = drafting->source;
    struct phrase found;
    size_t i = drafting->plan_start;
    for (; i < source->count; i++) {
        const char *text = source->blocks[i].text;
        if (!text || marker_of(text, arena).kind != MARKER_ROMAN || !phrase_find(&found, HEADING, text, 0, arena))
            continue;
        *first = phrase_group(&found, 2, arena);
        *last = phrase_group(&found, 5, arena);
        *last = *last ? *last : *first;
        if (drafting->first && strtol(*last, NULL, 10) < drafting->first)
            break;
    }
    return i;
}

void draft_past(struct drafting *drafting)
{
    struct arena *arena = drafting->arena;
    const struct original *source = drafting->source;
    const char *first = NULL, *last = NULL;
    struct past past = { .drafting = drafting, .results = node_new(arena, "pastResults") };
    past.block = find_section(drafting, &first, &last);
    if (past.block == source->count)
        return;
    draft_at(drafting, past.results, past.block);
    for (past.block++; past.block < source->count; past.block++) {
        const struct original_block *block = &source->blocks[past.block];
        if (block->text && marker_of(block->text, arena).kind == MARKER_ROMAN)
            break;
        if (block->text)
            take_block(&past, block);
    }
    if (!past.number)
        return;
    node_set(past.results, "first", first);
    node_set(past.results, "last", last);
    if (past.passed)
        node_doubt(drafting->plan, "%zu số khác trong phần kết quả giai đoạn trước không rõ đơn vị, chưa nhập: xem có phải kết quả không",
                   past.passed);
    node_adopt(drafting->plan, past.results);
}
