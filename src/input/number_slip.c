#include "input/number_slip.h"

#include "base/text.h"
#include "input/number_remedy.h"

/* A value cut into the word before its number, the number, and what stands behind it. */
struct parts {
    const char *before, *number, *after;
};

/* What the words before a number are in op= of a figure, of a target, and in kind=. */
static const struct {
    const char *word, *figure, *target;
} WORDS[] = {
    { ">=", "at-least", "ge" },        { "≥", "at-least", "ge" },     { "<=", "at-most", "le" },
    { "≤", "at-most", "le" },          { ">", "above", "gt" },        { "<", "below", "lt" },
    { "khoảng", "about", "about" },    { "~", "about", "about" },     { "gần", "almost", "almost" },
    { "hơn", "over", "gt" },           { "trên", "above", "gt" },     { "dưới", "below", "lt" },
    { "không quá", "at-most", "le" },  { "tối đa", "at-most", "le" }, { "ít nhất", "at-least", "ge" },
    { "tối thiểu", "at-least", "ge" },
};

static const struct {
    const char *word, *token;
} MONEY[] = { { "tỷ", "billion-dong" },          { "tỉ", "billion-dong" },
              { "tỷ đồng", "billion-dong" },     { "tỉ đồng", "billion-dong" },
              { "triệu", "million-dong" },       { "triệu đồng", "million-dong" },
              { "nghìn đồng", "thousand-dong" }, { "nghìn", "thousand-dong" },
              { "ngàn đồng", "thousand-dong" },  { "đồng", "dong" } };

static const char *trimmed(struct arena *arena, const char *text, size_t length)
{
    return text_collapse(arena, arena_copy(arena, text, length));
}

/* Beside a word of print a single dot before three digits groups them: "> 1.500". */
static const char *plain(struct arena *arena, const char *number)
{
    const char *remedy = number_remedy(arena, number), *dot = strchr(number, '.');
    if (remedy)
        return remedy;
    bool grouped = dot && *number != '0' && dot - number <= 3 && strspn(dot + 1, "0123456789") == 3 && !dot[4];
    return grouped ? arena_printf(arena, "%.*s%s", (int)(dot - number), number, dot + 1) : number;
}

/* Digits with points and commas among them. */
static size_t number_length(const char *text)
{
    size_t length = strspn(text, "0123456789.,");
    while (length && (text[length - 1] == '.' || text[length - 1] == ','))
        length--;
    return length;
}

static bool cut(struct parts *parts, struct arena *arena, const char *value)
{
    size_t before = strcspn(value, "0123456789"), length = number_length(value + before);
    if (!length)
        return false;
    parts->before = trimmed(arena, value, before);
    parts->number = plain(arena, arena_copy(arena, value + before, length));
    parts->after = text_collapse(arena, value + before + length);
    return number_is_plain(parts->number);
}

/* Behind the dash or "đến" of a range: its upper bound; NULL if it is none. */
static const char *upper_bound(struct arena *arena, const char *after)
{
    static const char *const SIGNS[] = { "-", "–", "—", "đến", "tới" };
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++) {
        size_t length = strlen(SIGNS[i]);
        if (strncmp(after, SIGNS[i], length) != 0)
            continue;
        const char *high = plain(arena, text_collapse(arena, after + length));
        return number_is_plain(high) ? high : NULL;
    }
    return NULL;
}

static struct form both(const char *what, struct arena *arena)
{
    return (struct form){ arena_printf(arena, "viết %s", what), arena_printf(arena, "write %s", what) };
}

static struct form of_range(struct arena *arena, const char *element, const char *attribute, const char *low,
                            const char *high)
{
    if (!attribute)
        return both(arena_printf(arena, "<%s op=\"range\" high=\"%s\">%s</%s>", element, high, low, element), arena);
    return both(arena_printf(arena, "op=\"range\" low=\"%s\" high=\"%s\"", low, high), arena);
}

static struct form of_rank(struct arena *arena, const char *attribute, const char *number)
{
    if (!attribute)
        return (struct form){ 0 };
    return both(arena_printf(arena, "kind=\"rank\" op=\"le\" %s=\"%s\"", attribute, number), arena);
}

static struct form of_word(struct arena *arena, const char *element, const char *attribute, const struct parts *parts)
{
    const char *word = utf8_lower(arena, parts->before);
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) {
        if (strcmp(WORDS[i].word, word) != 0)
            continue;
        if (!attribute)
            return both(arena_printf(arena, "<%s op=\"%s\">%s</%s>", element, WORDS[i].figure, parts->number, element),
                        arena);
        return both(arena_printf(arena, "op=\"%s\" %s=\"%s\"", WORDS[i].target, attribute, parts->number), arena);
    }
    return (struct form){ 0 };
}

/* Attributes that have no unit of their own: labelSum, labelProduct, factor. */
static bool is_bare(const char *attribute)
{
    static const char *const BARE[] = { "unitPrice", "result", "count" };
    for (size_t i = 0; i < sizeof BARE / sizeof *BARE; i++)
        if (strcmp(BARE[i], attribute) == 0)
            return true;
    return false;
}

static struct form of_percent(struct arena *arena, const char *element, const char *number)
{
    return (struct form){
        arena_printf(
            arena,
            "ô này là số tiền: nhập số tiền bản in ghi; cột tỷ lệ thì khai <measure id=\"ty-le\" kind=\"share\" unit=\"%%\" …> "
            "rồi viết <%s measure=\"ty-le\">%s</%s>",
            element, number, element),
        arena_printf(
            arena,
            "this cell is an amount: key the amount that is printed; for a column of shares declare <measure id=\"share\" kind=\"share\" unit=\"%%\" …> "
            "and write <%s measure=\"share\">%s</%s>",
            element, number, element)
    };
}

/* Letters that look like digits, O and o like 0, I and l like 1; NULL if the value has others, or none. */
static const char *with_digits(struct arena *arena, const char *value)
{
    static const char LETTERS[] = "OoIl", DIGITS[] = "0011";
    char *number = arena_string(arena, value);
    bool any = false, digit = false;
    for (char *at = number; *at; at++) {
        const char *letter = strchr(LETTERS, *at);
        digit = digit || strspn(at, "0123456789");
        any = any || letter;
        if (letter)
            *at = DIGITS[letter - LETTERS];
    }
    return any && digit && number_is_plain(number) ? number : NULL;
}

static struct form of_letters(struct arena *arena, const char *element, const char *attribute, const char *number)
{
    const char *what = attribute ? arena_printf(arena, "%s=\"%s\"", attribute, number)
                                 : arena_printf(arena, "<%s>%s</%s>", element, number, element);
    return (struct form){ arena_printf(arena, "có chữ cái (O, o, I, l) ở chỗ chữ số: đối chiếu bản in, có lẽ là %s", what),
                          arena_printf(arena, "a letter (O, o, I, l) stands for a digit: compare with print, probably %s",
                                       what) };
}

static struct form of_unit(struct arena *arena, const char *element, const char *attribute, const struct parts *parts)
{
    const char *unit = utf8_lower(arena, parts->after), *token = NULL;
    for (size_t i = 0; i < sizeof MONEY / sizeof *MONEY; i++)
        if (strcmp(MONEY[i].word, unit) == 0)
            token = MONEY[i].token;
    if (attribute && strcmp(attribute, "count") == 0)
        return both(arena_printf(arena, "count=\"%s\" countUnit=\"%s\"", parts->number, parts->after), arena);
    if (attribute && is_bare(attribute))
        return (struct form){ arena_printf(arena, "viết %s=\"%s\", không ghi đơn vị (tiền theo moneyUnit của bảng)",
                                           attribute, parts->number),
                              arena_printf(arena, "write %s=\"%s\" without a unit (money in the moneyUnit of the table)",
                                           attribute, parts->number) };
    if (attribute)
        return both(arena_printf(arena, "%s=\"%s\" unit=\"%s\"", attribute, parts->number, parts->after), arena);
    if (strcmp(unit, "%") == 0)
        return of_percent(arena, element, parts->number);
    if (token)
        return both(arena_printf(arena, "<%s unit=\"%s\">%s</%s>", element, token, parts->number, element), arena);
    return (struct form){ 0 };
}

/* Only a measure has the attributes that say it. */
static bool has_op_and_unit(const char *element, const char *attribute)
{
    if (strcmp(element, "activity") == 0 && strcmp(attribute, "quantity") == 0)
        return true;
    static const char *const OTHERS[] = { "milestone", "count", "part" };
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strcmp(OTHERS[i], element) == 0)
            return false;
    return strcmp(attribute, "value") == 0 || strcmp(attribute, "low") == 0 || strcmp(attribute, "high") == 0;
}

/* Words that print stands in the place of a number, and what a cell is keyed as then. */
static struct form of_nothing(struct arena *arena, const char *element, const char *value)
{
    static const struct {
        const char *word, *as;
    } NOTHING[] = { { "còn lại", "rest" },
                    { "phần còn lại", "rest" },
                    { "nt", "same" },
                    { "như trên", "same" },
                    { "không nêu", "not-stated" },
                    { "chưa xác định", "not-stated" },
                    { "-", "dash" },
                    { "–", "dash" },
                    { "…", "blank" } };
    const char *word = utf8_lower(arena, text_collapse(arena, value));
    for (size_t i = 0; i < sizeof NOTHING / sizeof *NOTHING; i++) {
        const char *as = NOTHING[i].as;
        if (strcmp(NOTHING[i].word, word) != 0)
            continue;
        bool bare = strcmp(as, "dash") == 0 || strcmp(as, "blank") == 0;
        return both(bare ? arena_printf(arena, "<%s as=\"%s\"/>", element, as)
                         : arena_printf(arena, "<%s as=\"%s\" printed=\"%s\"/>", element, as, value),
                    arena);
    }
    return (struct form){ 0 };
}

struct form number_slip(struct arena *arena, const char *element, const char *attribute, const char *value)
{
    struct parts parts;
    const char *digits = with_digits(arena, value);
    if (digits)
        return of_letters(arena, element, attribute, digits);
    if (attribute && is_bare(attribute))
        return cut(&parts, arena, value) && *parts.after && !*parts.before ? of_unit(arena, element, attribute, &parts)
                                                                           : (struct form){ 0 };
    if (attribute && !has_op_and_unit(element, attribute))
        return (struct form){ 0 };
    if (!cut(&parts, arena, value)) {
        if (attribute)
            return (struct form){ 0 };
        return of_nothing(arena, element, value);
    }
    const char *before = utf8_lower(arena, parts.before), *high = upper_bound(arena, parts.after);
    if (high && (!*before || strcmp(before, "từ") == 0))
        return of_range(arena, element, attribute, parts.number, high);
    if (!*parts.after && (strcmp(before, "top") == 0 || strcmp(before, "hạng") == 0 || strcmp(before, "thứ") == 0))
        return of_rank(arena, attribute, parts.number);
    if (!*parts.after && *before)
        return of_word(arena, element, attribute, &parts);
    if (*parts.after && !*before)
        return of_unit(arena, element, attribute, &parts);
    return (struct form){ 0 };
}

const char *slip_token(struct arena *arena, const char *value)
{
    static const struct {
        const char *word, *token;
    } TOKENS[] = { { "khoảng", "about" },
                   { "gần", "almost" },
                   { "hơn", "over" },
                   { "trên", "above" },
                   { "không quá", "at-most" },
                   { "tối đa", "at-most" },
                   { "ít nhất", "at-least" },
                   { "tối thiểu", "at-least" },
                   { "dưới", "below" },
                   { "từ đến", "range" },
                   { "giảm", "decrease" },
                   { "tăng", "increase" },
                   { "còn lại", "rest" },
                   { "nt", "same" },
                   { "như trên", "same" },
                   { "không nêu", "not-stated" },
                   { "mất", "lost" },
                   { "trống", "blank" },
                   { "-", "dash" } };
    const char *word = utf8_lower(arena, value);
    for (size_t i = 0; i < sizeof TOKENS / sizeof *TOKENS; i++)
        if (strcmp(TOKENS[i].word, word) == 0)
            return TOKENS[i].token;
    return NULL;
}
