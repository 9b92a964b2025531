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
#define SIGNATURE_ROOM MM(22)

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

/* The lines above the place of the signature. */
static size_t signer_lines(const struct signer_view *signer)
{
    return signer->authority_count + 1;
}

/* Authority lines, then the position; NULL below it. */
static const char *signer_line(const struct signer_view *signer, size_t line, struct arena *arena)
{
    if (line < signer->authority_count)
        return utf8_upper(arena, signer->authority[line]);
    return line == signer->authority_count ? upper_or_blank(signer->position, arena) : NULL;
}

static void put_name(struct block_row *row, enum side side, const struct signer_view *signer)
{
    put(row, side, signer->full_name ? signer->full_name : BLANK, FACE_BOLD, SUBJECT_SIZE, RULE_NONE);
}

static size_t recipient_lines(const struct office_view *office)
{
    return office->recipient_count ? office->recipient_count + 1 : 0;
}

/* "Nơi nhận:", then who receives the report. */
static void put_recipient(struct block_row *row, const struct office_view *office, size_t line, struct arena *arena)
{
    if (line == 0)
        put(row, SIDE_LEFT, "Nơi nhận:", FACE_BOLD_ITALIC, RECIPIENT_HEAD, RULE_NONE);
    else
        put(row, SIDE_LEFT,
            arena_printf(arena, line == office->recipient_count ? "- %s." : "- %s;", office->recipients[line - 1]),
            FACE_REGULAR, RECIPIENT_SIZE, RULE_NONE);
    row->lines[SIDE_LEFT].align = ALIGN_LEFT;
}

/*
 * Nghị định 30/2020/NĐ-CP, Phụ lục I, section IV: who receives the report stands at the left, level with the authority of
 * the head of the office. The name stands below the room for the signature, beside a recipient where there are many.
 */
static const struct block *signature_of(const struct office_view *office, struct arena *arena)
{
    struct block *block = arena_alloc(arena, 1, sizeof *block);
    size_t lines = signer_lines(&office->head), recipients = recipient_lines(office);
    mpt below = 0; /* of the position, so far */
    bool named = false;
    block->left_percent = 50;
    for (size_t i = 0; i < lines || i < recipients; i++) {
        struct block_row *row = add_row(block, i ? 0 : SIGNER_GAP, arena);
        if (i < recipients)
            put_recipient(row, office, i, arena);
        if (i < lines)
            put(row, SIDE_RIGHT, signer_line(&office->head, i, arena), FACE_BOLD, SUBJECT_SIZE, RULE_NONE);
        else if (!named && below >= SIGNATURE_ROOM)
            put_name(row, SIDE_RIGHT, &office->head), named = true;
        else
            below += metrics_line_height(RECIPIENT_SIZE);
    }
    if (!named)
        put_name(add_row(block, below < SIGNATURE_ROOM ? SIGNATURE_ROOM - below : 0, arena), SIDE_RIGHT, &office->head);
    return block;
}

/* Who made the tables answers for them under the last, where the office file names somebody. */
static const struct block *preparer_of(const struct office_view *office, struct arena *arena)
{
    struct block *block = arena_alloc(arena, 1, sizeof *block);
    size_t lines = signer_lines(&office->preparer);
    block->left_percent = 50;
    for (size_t i = 0; i < lines; i++)
        put(add_row(block, i ? 0 : SIGNER_GAP, arena), SIDE_LEFT, signer_line(&office->preparer, i, arena), FACE_BOLD,
            SUBJECT_SIZE, RULE_NONE);
    put_name(add_row(block, SIGNATURE_ROOM, arena), SIDE_LEFT, &office->preparer);
    return block;
}

/* The last table of these views; NULL if there is none. */
static struct table *last_of(const struct report *report, size_t first_view, size_t end_view)
{
    for (size_t i = report->table_count; i-- > 0;)
        if (report->tables[i].view >= first_view && report->tables[i].view < end_view)
            return &report->tables[i];
    return NULL;
}

/* Nghị định 30/2020/NĐ-CP, Phụ lục III: in the models "./." stands behind the last words of the text. */
static const char *with_end(const char *text, struct arena *arena)
{
    static const char END[] = "./.";
    size_t length = strlen(text);
    if (length >= sizeof END - 1 && strcmp(text + length - (sizeof END - 1), END) == 0)
        return text;
    return arena_printf(arena, "%.*s%s", (int)(length - (length && text[length - 1] == '.')), text, END);
}

/* The last words are those of the last note, of a table without notes those of its last row. */
static void end_text(struct table *table, struct arena *arena)
{
    if (table->note_count) {
        const char **notes = arena_alloc(arena, table->note_count, sizeof *notes);
        for (size_t i = 0; i < table->note_count; i++)
            notes[i] = table->notes[i];
        notes[table->note_count - 1] = with_end(notes[table->note_count - 1], arena);
        table->notes = notes;
        return;
    }
    for (size_t column = 0; column < table->column_count; column++) {
        struct cell *cell = table_cell(table, table->row_count - 1, column);
        enum fact_id fact = cell->origin.fact;
        if (cell->kind == CELL_TEXT && (fact == FACT_SUMMARY_TEXT || fact == FACT_REMARK_TEXT))
            cell->text = with_end(cell->text, arena);
    }
}

void compose_office(struct report *report, const struct views *views, struct arena *arena)
{
    if (!report->table_count)
        return;
    report->tables[0].opening = opening_of(views->office, arena);
    if (!report->tables[0].annex)
        report->tables[0].title = NULL; /* the opening says it */
    size_t tables = views->text_count;  /* those with a label are the tables; notes on them may follow */
    while (tables < views->count && views->items[tables].label)
        tables++;
    struct table *text = last_of(report, 0, views->text_count), *last = last_of(report, views->text_count, tables);
    if (text) {
        text->signature = signature_of(views->office, arena);
        end_text(text, arena);
    }
    const struct signer_view *preparer = &views->office->preparer;
    if (last && (preparer->position || preparer->full_name))
        last->signature = preparer_of(views->office, arena);
}
