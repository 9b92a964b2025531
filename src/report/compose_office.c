#include "report/compose_office.h"

#include "base/text.h"
#include "report/block.h"

enum {
    NATION_SIZE = 12000,    /* quốc hiệu; cơ quan chủ quản, cơ quan ban hành */
    MOTTO_SIZE = 13000,     /* tiêu ngữ; số; địa danh và thời gian */
    SUBJECT_SIZE = 14000,   /* tên loại, trích yếu; quyền hạn, chức vụ, họ tên */
    RECIPIENT_HEAD = 12000, /* "Nơi nhận:" */
    RECIPIENT_SIZE = 11000,
    LEFT_PERCENT = 42,
    NUMBER_GAP = 12000,
    TITLE_GAP = 18000,
    SIGNER_GAP = 14000
};

/* Room for a signature between position and name: ours, the decree gives none. */
#define SIGNATURE_ROOM MM(25)

/* What stands where nobody said who reports, or who signs. */
static const char BLANK[] = "……………………";

static struct block_row *add_row(struct block *block, mpt before, struct arena *arena)
{
    struct block_row *row = ARENA_PUSH(arena, block->rows, block->count, block->capacity);
    row->before = before;
    return row;
}

static void put(struct block_row *row, enum side side, const char *text, enum face face, mpt size, enum rule rule)
{
    row->lines[side] = (struct block_line){ .text = text, .face = face, .size = size, .align = ALIGN_CENTRE, .rule = rule };
}

static const char *upper_or_blank(const char *text, struct arena *arena)
{
    return text ? utf8_upper(arena, text) : BLANK;
}

static const char *date_line(const struct office_view *office, struct arena *arena)
{
    struct date day = office->day;
    const char *place = office->place_name ? office->place_name : "……";
    if (!day.year)
        return arena_printf(arena, "%s, ngày … tháng … năm …", place);
    return arena_printf(arena, "%s, %s", place, date_words(arena, day));
}

static void add_heads(struct block *block, const struct office_view *office, struct arena *arena)
{
    struct block_row *row = add_row(block, 0, arena);
    put(row, SIDE_RIGHT, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", FACE_BOLD, NATION_SIZE, RULE_NONE);
    if (office->parent_organ) {
        put(row, SIDE_LEFT, utf8_upper(arena, office->parent_organ), FACE_REGULAR, NATION_SIZE, RULE_NONE);
        row = add_row(block, 0, arena);
        put(row, SIDE_LEFT, upper_or_blank(office->organ, arena), FACE_BOLD, NATION_SIZE, RULE_SHORT);
    } else {
        put(row, SIDE_LEFT, upper_or_blank(office->organ, arena), FACE_BOLD, NATION_SIZE, RULE_SHORT);
        row = add_row(block, 0, arena);
    }
    put(row, SIDE_RIGHT, "Độc lập - Tự do - Hạnh phúc", FACE_BOLD, MOTTO_SIZE, RULE_FULL);
    row = add_row(block, NUMBER_GAP, arena);
    put(row, SIDE_LEFT, arena_printf(arena, "Số: …/%s", office->notation ? office->notation : "BC-…"), FACE_REGULAR,
        MOTTO_SIZE, RULE_NONE);
    put(row, SIDE_RIGHT, date_line(office, arena), FACE_ITALIC, MOTTO_SIZE, RULE_NONE);
}

static const struct block *opening_of(const struct office_view *office, struct arena *arena)
{
    struct block *block = arena_alloc(arena, 1, sizeof *block);
    block->left_percent = LEFT_PERCENT;
    add_heads(block, office, arena);
    put(add_row(block, TITLE_GAP, arena), SIDE_WHOLE, utf8_upper(arena, office->type_name), FACE_BOLD, SUBJECT_SIZE,
        RULE_NONE);
    put(add_row(block, 0, arena), SIDE_WHOLE, office->subject, FACE_BOLD, SUBJECT_SIZE, RULE_SHORT);
    for (size_t row = block->count - 2; row < block->count; row++)
        block->rows[row].lines[SIDE_WHOLE].title = true;
    return block;
}

/* The line of a signer: authority lines, the position, the name; NULL below the last. */
static const char *signer_line(const struct signer_view *signer, size_t line, struct arena *arena)
{
    if (line < signer->authority_count)
        return utf8_upper(arena, signer->authority[line]);
    return line == signer->authority_count ? upper_or_blank(signer->position, arena) : NULL;
}

static void add_signers(struct block *block, const struct office_view *office, struct arena *arena)
{
    size_t left = office->preparer.authority_count + 1, right = office->head.authority_count + 1;
    size_t most = left > right ? left : right;
    for (size_t i = 0; i < most; i++) {
        struct block_row *row = add_row(block, i ? 0 : SIGNER_GAP, arena);
        put(row, SIDE_LEFT, signer_line(&office->preparer, i, arena), FACE_BOLD, SUBJECT_SIZE, RULE_NONE);
        put(row, SIDE_RIGHT, signer_line(&office->head, i, arena), FACE_BOLD, SUBJECT_SIZE, RULE_NONE);
    }
    struct block_row *row = add_row(block, SIGNATURE_ROOM, arena);
    const char *preparer = office->preparer.full_name, *head = office->head.full_name;
    put(row, SIDE_LEFT, preparer ? preparer : BLANK, FACE_BOLD, SUBJECT_SIZE, RULE_NONE);
    put(row, SIDE_RIGHT, head ? head : BLANK, FACE_BOLD, SUBJECT_SIZE, RULE_NONE);
}

static void add_recipients(struct block *block, const struct office_view *office, struct arena *arena)
{
    for (size_t i = 0; i <= office->recipient_count && office->recipient_count; i++) {
        struct block_row *row = add_row(block, i ? 0 : NUMBER_GAP, arena);
        if (i == 0)
            put(row, SIDE_LEFT, "Nơi nhận:", FACE_BOLD_ITALIC, RECIPIENT_HEAD, RULE_NONE);
        else
            put(row, SIDE_LEFT,
                arena_printf(arena, i == office->recipient_count ? "- %s." : "- %s;", office->recipients[i - 1]),
                FACE_REGULAR, RECIPIENT_SIZE, RULE_NONE);
        row->lines[SIDE_LEFT].align = ALIGN_LEFT;
    }
}

static const struct block *signature_of(const struct office_view *office, struct arena *arena)
{
    struct block *block = arena_alloc(arena, 1, sizeof *block);
    block->left_percent = 50;
    add_signers(block, office, arena);
    add_recipients(block, office, arena);
    return block;
}

void compose_office(struct report *report, const struct views *views, struct arena *arena)
{
    if (!report->table_count)
        return;
    report->tables[0].opening = opening_of(views->office, arena);
    if (!report->tables[0].annex)
        report->tables[0].title = NULL; /* the opening says it */
    report->tables[report->table_count - 1].signature = signature_of(views->office, arena);
}
