#include "draft/read_text.h"

#include <string.h>

#include "base/text.h"
#include "draft/join.h"
#include "draft/marker.h"
#include "draft/phrase.h"

struct reading {
    struct original *source;
    struct arena *arena;
    struct joined joined; /* the paragraph being read */
    long first;           /* its first line */
    bool wrapped;         /* paragraphs are not apart by blank lines */
    bool blank;           /* a blank line came last */
    bool heading;         /* the paragraph is a heading by its mark */
    bool broken;          /* its last line ends with a forced break */
    struct original_table *table;
};

/* The length of a tag of HTML that only shows text in a way of its own; 0 if there is none here. */
static size_t tag_length(const char *text)
{
    static const char *const NAMES[] = { "a", "b", "i", "u", "br", "em", "strong", "sup", "sub", "span", "font" };
    const char *name = text + 1 + (text[1] == '/'), *end = strchr(text, '>');
    size_t length = strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    for (size_t i = 0; end && i < sizeof NAMES / sizeof *NAMES; i++)
        if (strlen(NAMES[i]) == length && strncasecmp(name, NAMES[i], length) == 0 && strchr(" />", name[length]))
            return (size_t)(end - text) + 1;
    return 0;
}

/* Bold, italics, headings and escapes of Markdown; tags of HTML. */
static const char *without_marks(const char *line, struct arena *arena)
{
    struct text out = text_in(arena);
    line += strspn(line, "#");
    while (*line) {
        size_t tag = *line == '<' ? tag_length(line) : 0;
        if (tag)
            line += tag;
        else if (line[0] == '*' && line[1] != ' ')
            line += line[1] == '*' ? 2 : 1;
        else if (line[0] == '*' && out.length && line[1] == ' ' && out.data[out.length - 1] != ' ')
            line++;
        else
            text_addn(&out, line++, 1);
    }
    return text_str(&out);
}

static void finish_paragraph(struct reading *at)
{
    if (at->joined.text.length) {
        struct original_block *block = original_paragraph(at->source, text_str(&at->joined.text), at->first);
        if (block) {
            block->joints = at->joined.joints;
            block->joint_count = at->joined.joint_count;
        }
    }
    at->joined = joined_in(at->arena);
    at->heading = at->broken = false;
}

/* Lines that begin something of their own, though no blank line is before them. */
static bool begins(const char *line, struct arena *arena)
{
    return marker_of(line, arena).kind != MARKER_NONE ||
           phrase_is(
               "^(căn cứ |theo đề nghị|xét đề nghị|nơi nhận|noi nhận|tm\\. |kt\\. |tl\\. |tuq\\. |phó chủ tịch|chủ tịch$|quyết định( ?:)?$|kế "
               "hoạch$|phụ lục|đơn vị tính|số ?:|\\( ?(ban hành )?kèm theo)",
               line, arena) ||
           (phrase_is_capitals(line) && phrase_is("^(chủ tịch )?(ủy|uỷ) ban nhân dân ", line, arena));
}

static bool ends_sentence(const char *text)
{
    size_t length = strlen(text);
    return length && strchr(".;:", text[length - 1]);
}

static bool begins_small(const char *line)
{
    uint32_t letter = utf8_next(&line);
    return utf8_is_letter(letter) && !utf8_is_capital(letter);
}

/* Lines that nothing goes on with: a title, and the number of a decision. */
static bool stands_alone(const char *text, struct arena *arena)
{
    /* A paragraph grows by lines: the whole of it is looked at only where its beginning allows that. */
    return phrase_is("^(quyết định|kế hoạch|phụ lục|số ?:)", phrase_excerpt(text, arena), arena) &&
           phrase_is("^(quyết định( ?:)?|kế hoạch|phụ lục( số)?( [ivx0-9]+)?|số ?: ?[0-9 ]*/ ?[^ ]+)$", text, arena);
}

/* Words in capitals below words in small letters are a title of their own; a number of an act is not. */
static bool changes_case(const char *before, const char *line)
{
    const char *first = line;
    return utf8_is_letter(utf8_next(&first)) && utf8_length(line) > 8 &&
           phrase_is_capitals(before) != phrase_is_capitals(line);
}

static bool begins_digit(const char *line)
{
    return *line >= '0' && *line <= '9';
}

/* Whether a line goes on with the paragraph before it. */
static bool goes_on(const struct reading *at, const char *line)
{
    const char *before = text_str(&at->joined.text);
    if (!*before || begins(line, at->arena) || stands_alone(before, at->arena))
        return false;
    if (at->broken)
        return begins_small(line);
    if (at->wrapped && ends_sentence(before))
        return begins_digit(line) || begins_small(line);
    if (at->wrapped)
        return join_is_piece(before, line) || !changes_case(before, line);
    if (!at->blank)
        return true;
    if (at->heading || ends_sentence(before))
        return false;
    return begins_small(line);
}

/* A list item that a page break cut, whose rest begins with a capital: perhaps. */
static bool may_go_on(const struct reading *at, const char *line)
{
    const char *before = text_str(&at->joined.text);
    return !at->wrapped && *before && !at->heading && !at->broken && !ends_sentence(before) && !begins(line, at->arena) &&
           !phrase_is_capitals(line) && marker_of(before, at->arena).kind == MARKER_DASH && utf8_length(before) > 60;
}

static void take_line(struct reading *at, const char *printed, long number)
{
    const char *line = original_clean(at->arena, without_marks(printed, at->arena));
    bool heading = *printed == '#';
    if (!*line)
        return;
    bool on = !heading && goes_on(at, line), perhaps = !heading && !on && at->blank && may_go_on(at, line);
    if (!on && !perhaps)
        finish_paragraph(at);
    if (!at->joined.text.length)
        at->first = number;
    join(&at->joined, line);
    if (perhaps)
        joint_at_end(&at->joined, strlen(line));
    size_t length = strlen(printed);
    at->heading = heading;
    at->broken = length > 2 && printed[length - 1] == ' ' && printed[length - 2] == ' ';
    at->blank = false;
}

static void take_row(struct reading *at, const char *line, long number)
{
    finish_paragraph(at);
    if (!at->table)
        at->table = original_table(at->source, number);
    struct original_row *row = original_row(at->source, at->table);
    row->number = number;
    while (line) {
        const char *tab = strchr(line, '\t');
        size_t length = tab ? (size_t)(tab - line) : strlen(line);
        original_cell(at->source, row, without_marks(arena_copy(at->arena, line, length), at->arena), false);
        line = tab ? tab + 1 : NULL;
    }
}

/* Text of scanners has blank lines between paragraphs; what a browser copies has hardly any. */
static bool is_wrapped(const char *text)
{
    size_t lines = 0, blanks = 0;
    for (; *text; text++)
        if (*text == '\n') {
            lines++;
            blanks += text[1] == '\n';
        }
    return blanks * 10 < lines;
}

static bool too_much(const struct original *source, struct place place, struct findings *findings)
{
    if (source->count < ORIGINAL_BLOCKS_MAX)
        return false;
    finding_add(findings, FINDING_DRAFT_TOO_LARGE, place, "100000", NULL);
    return true;
}

bool read_text(struct original *source, const struct slurp *text, struct findings *findings)
{
    struct reading at = { .source = source, .arena = source->arena, .joined = joined_in(source->arena) };
    const char *start = text->data + (strncmp(text->data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0);
    long number = 0;
    at.wrapped = is_wrapped(start);
    while (start) {
        const char *end = strchr(start, '\n');
        char *line = arena_copy(at.arena, start, end ? (size_t)(end - start) : strlen(start));
        line[strcspn(line, "\r")] = '\0';
        number++;
        struct place place = { text->path, number };
        if (too_much(source, place, findings))
            return false;
        if (strchr(line, '\t')) {
            take_row(&at, line, number);
            if (at.table->rows[at.table->count - 1].count > ORIGINAL_COLUMNS_MAX)
                return finding_add(findings, FINDING_DRAFT_TOO_WIDE, place, "200",
                                   arena_printf(findings->arena, "bảng %ld", source->tables), NULL),
                       false;
        } else if (*text_collapse(at.arena, line)) {
            at.table = NULL;
            take_line(&at, line, number);
        } else {
            at.blank = true;
        }
        start = end ? end + 1 : NULL;
    }
    finish_paragraph(&at);
    return true;
}
