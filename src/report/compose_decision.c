#include "report/compose_decision.h"

#include "base/text.h"

/*
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, V: the sizes of its examples, within the ranges of II.1 to II.5. The left share is
 * ours: the decree draws the boxes, without measures.
 */
enum {
    MOTTO_SIZE = 13000,   /* tiêu ngữ; số; địa danh và thời gian */
    NATION_SIZE = 12000,  /* quốc hiệu; cơ quan ban hành */
    SUBJECT_SIZE = 14000, /* tên loại, trích yếu */
    HEAD_LEFT_PERCENT = 40,
    NUMBER_GAP = 12000,
    TITLE_GAP = 36000,
    LIST_GAP = 30000,
    LINE_GAP = 6000,
    SIGNER_SIZE = 14000, /* II.7: quyền hạn, chức vụ, họ tên */
    SIGNER_GAP = 18000
};

/* Room for the signature between position and name: ours, the decree gives none. */
#define SIGNATURE_ROOM MM(25)

static struct block_row *add_row(struct block *block, mpt before, struct arena *arena)
{
    struct block_row *row = ARENA_PUSH(arena, block->rows, block->count, block->capacity);
    row->before = before;
    return row;
}

static struct block_line line_of(const char *text, enum face face, mpt size)
{
    return (struct block_line){ .text = text, .face = face, .size = size, .align = ALIGN_CENTRE };
}

static void add_whole(struct block *block, mpt before, struct block_line line, struct arena *arena)
{
    add_row(block, before, arena)->lines[SIDE_WHOLE] = line;
}

/* Where the name of an issuer goes on in a new line: "CHỦ TỊCH / ỦY BAN NHÂN DÂN / TỈNH THÁI BÌNH". */
static const char *organ_end(const char *name)
{
    static const char *const PARTS[] = { " Ủy ban", " Uỷ ban", " tỉnh ", " thành phố ", " Tỉnh ", " Thành phố " };
    const char *end = name + strlen(name);
    for (size_t i = 0; i < sizeof PARTS / sizeof *PARTS; i++) {
        const char *at = strstr(name, PARTS[i]);
        if (at && at > name && at < end)
            end = at;
    }
    return end;
}

static const char *number_line(const struct decision_view *decision, struct arena *arena)
{
    const char *number = decision->number;
    if (!number)
        return "";
    bool one_digit = strspn(number, "0123456789") == 1; /* II.3: below 10 with a zero before it */
    return arena_printf(arena, "Số: %s%s", one_digit ? "0" : "", number);
}

static const char *date_line(const struct decision_view *decision, struct arena *arena)
{
    const char *place = decision->place_name ? decision->place_name : "", *comma = decision->place_name ? ", " : "";
    return arena_printf(arena, "%s%s%s", place, comma, decision->day);
}

/* Left the issuer, right Quốc hiệu and Tiêu ngữ, each with its rule. */
static void add_heads(struct block *block, const struct decision_view *decision, struct arena *arena)
{
    struct block_line right[] = { line_of("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FACE_BOLD, NATION_SIZE),
                                  line_of("Độc lập - Tự do - Hạnh phúc", FACE_BOLD, MOTTO_SIZE) };
    enum { HEADS = sizeof right / sizeof *right };
    const char *name = decision->organ;
    right[HEADS - 1].rule = RULE_FULL;
    size_t heads = 0;
    while (*name || heads < HEADS) {
        struct block_row *row = add_row(block, 0, arena);
        const char *end = organ_end(name);
        if (*name) {
            row->lines[SIDE_LEFT] =
                line_of(utf8_upper(arena, arena_copy(arena, name, (size_t)(end - name))), FACE_BOLD, NATION_SIZE);
            name = *end ? end + 1 : end;
            row->lines[SIDE_LEFT].rule = *name ? RULE_NONE : RULE_SHORT;
        }
        if (heads < HEADS)
            row->lines[SIDE_RIGHT] = right[heads++];
    }
    struct block_row *row = add_row(block, NUMBER_GAP, arena);
    row->lines[SIDE_LEFT] = line_of(number_line(decision, arena), FACE_REGULAR, MOTTO_SIZE);
    row->lines[SIDE_RIGHT] = line_of(date_line(decision, arena), FACE_ITALIC, MOTTO_SIZE);
}

/* The tables that the decision issues as its annexes, or those that were put together from its text. */
static void add_tables(struct block *block, const struct report *report, bool issued, const char *head, struct arena *arena)
{
    bool any = false;
    for (size_t i = 0; i < report->table_count; i++) {
        const struct table *table = &report->tables[i];
        if (!table->annex || table->continues || table->issued != issued)
            continue;
        struct block_line line = line_of(head, FACE_REGULAR, SUBJECT_SIZE);
        line.align = ALIGN_LEFT;
        if (!any)
            add_whole(block, LIST_GAP, line, arena);
        any = true;
        line.text = table->bookmark;
        add_whole(block, LINE_GAP, line, arena);
    }
}

static void add_right(struct block *block, mpt before, const char *text, struct arena *arena)
{
    add_row(block, before, arena)->lines[SIDE_RIGHT] = line_of(text, FACE_BOLD, SIGNER_SIZE);
}

const struct block *compose_signature(const struct views *views, struct arena *arena)
{
    const struct decision_view *decision = &views->decision;
    if (!decision->full_name)
        return NULL;
    struct block *block = arena_alloc(arena, 1, sizeof *block);
    block->left_percent = 50;
    for (size_t i = 0; i < decision->authority_count; i++)
        add_right(block, i ? 0 : SIGNER_GAP, utf8_upper(arena, decision->authority[i]), arena);
    add_right(block, block->count ? 0 : SIGNER_GAP, utf8_upper(arena, decision->position), arena);
    add_right(block, SIGNATURE_ROOM, decision->full_name, arena);
    return block;
}

const struct block *compose_cover(const struct report *report, const struct views *views, const char *sheet,
                                  struct arena *arena)
{
    const struct decision_view *decision = &views->decision;
    struct block *block = arena_alloc(arena, 1, sizeof *block);
    block->bookmark = "Trang đầu";
    block->sheet = sheet;
    block->left_percent = HEAD_LEFT_PERCENT;
    add_heads(block, decision, arena);
    struct block_line type = line_of(utf8_upper(arena, decision->type_name), FACE_BOLD, SUBJECT_SIZE);
    struct block_line subject = line_of(decision->subject, FACE_BOLD, SUBJECT_SIZE);
    type.title = subject.title = true;
    add_whole(block, TITLE_GAP, type, arena);
    subject.rule = RULE_SHORT;
    add_whole(block, 0, subject, arena);
    if (views->illustrative)
        add_whole(block, LIST_GAP, line_of("SỐ LIỆU MINH HỌA", FACE_ITALIC, MOTTO_SIZE), arena);
    if (views->incomplete)
        add_whole(block, LIST_GAP, line_of(views->incomplete, FACE_ITALIC, MOTTO_SIZE), arena);
    add_tables(block, report, true, "Các phụ lục:", arena);
    add_tables(block, report, false, "Các bảng tổng hợp lập từ văn bản:", arena);
    return block;
}
