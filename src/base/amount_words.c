#include "base/amount_words.h"

#include "base/text.h"

enum { THOUSAND = 1000, MILLION = 1000000, BILLION = 1000000000 };

static const char *const DIGITS[] = { "không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín" };

struct writer {
    struct text out;
    struct words_style style;
};

static void add_word(struct writer *writer, const char *word)
{
    text_addf(&writer->out, "%s%s", writer->out.length ? " " : "", word);
}

/* The last digit sounds differently behind tens: hai mươi mốt, hai mươi tư, mười lăm. */
static void add_unit(struct writer *writer, unsigned tens, unsigned unit)
{
    if (unit == 5 && tens >= 1)
        add_word(writer, "lăm");
    else if (unit == 1 && tens >= 2)
        add_word(writer, "mốt");
    else if (unit == 4 && tens >= 2)
        add_word(writer, "tư");
    else if (unit)
        add_word(writer, DIGITS[unit]);
}

static void add_group(struct writer *writer, unsigned group, bool padded)
{
    unsigned hundreds = group / 100, tens = group / 10 % 10, unit = group % 10;
    bool spoken = hundreds || padded;
    if (spoken) {
        add_word(writer, DIGITS[hundreds]);
        add_word(writer, "trăm");
    }
    if (tens == 1) {
        add_word(writer, "mười");
    } else if (tens) {
        add_word(writer, DIGITS[tens]);
        add_word(writer, "mươi");
    } else if (unit && spoken) {
        add_word(writer, writer->style.le ? "lẻ" : "linh");
    }
    add_unit(writer, tens, unit);
}

/* One group with its name, behind the groups before it. */
static void add_named(struct writer *writer, uint64_t group, const char *name)
{
    if (!group)
        return;
    bool first = writer->out.length == 0;
    if (!first && writer->style.commas)
        text_add(&writer->out, ",");
    add_group(writer, (unsigned)group, !first);
    if (*name)
        add_word(writer, name);
}

static void add_number(struct writer *writer, uint64_t number)
{
    if (number >= BILLION) {
        add_number(writer, number / BILLION);
        add_word(writer, "tỷ");
    }
    uint64_t rest = number % BILLION;
    add_named(writer, rest / MILLION, "triệu");
    add_named(writer, rest / THOUSAND % THOUSAND, "nghìn");
    add_named(writer, rest % THOUSAND, "");
}

static const char *capitalised(struct arena *arena, const char *words)
{
    const char *rest = words;
    utf8_next(&rest);
    return arena_printf(arena, "%s%s", utf8_upper(arena, arena_copy(arena, words, (size_t)(rest - words))), rest);
}

const char *amount_in_words(struct arena *arena, int64_t dong, struct words_style style)
{
    struct writer writer = { text_in(arena), style };
    uint64_t size = dong < 0 ? -(uint64_t)dong : (uint64_t)dong;
    if (size)
        add_number(&writer, size);
    else
        add_word(&writer, DIGITS[0]);
    add_word(&writer, "đồng");
    if (style.even && size && size % THOUSAND == 0)
        add_word(&writer, "chẵn");
    const char *words = text_str(&writer.out);
    if (dong < 0)
        words = arena_printf(arena, "âm %s", words);
    return style.capital ? capitalised(arena, words) : words;
}

/* What a reader knows halfway: groups of three digits fill a block below tỷ, each tỷ multiplies all that came before. */
struct reader {
    uint64_t total, block, group;
    int pending;             /* a digit not yet placed, or -1 */
    uint64_t last_scale;     /* scales fall within a block: triệu, then nghìn */
    bool hundreds, tens, any;
};

static int digit_of(const char *word)
{
    static const struct {
        const char *word;
        int digit;
    } OTHERS[] = { { "mốt", 1 }, { "tư", 4 }, { "lăm", 5 }, { "nhăm", 5 }, { "bẩy", 7 } };
    for (int digit = 0; digit <= 9; digit++)
        if (strcmp(word, DIGITS[digit]) == 0)
            return digit;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++)
        if (strcmp(word, OTHERS[i].word) == 0)
            return OTHERS[i].digit;
    return -1;
}

/* A digit right behind hundreds ("một trăm năm") may mean 105 or 150: it is no number in writing. */
static bool close_group(struct reader *reader)
{
    bool clear = !(reader->hundreds && !reader->tens && reader->pending >= 0);
    if (reader->pending >= 0)
        reader->group += (uint64_t)reader->pending;
    reader->pending = -1;
    reader->hundreds = reader->tens = false;
    return clear && reader->group < THOUSAND;
}

/* nghìn and triệu close a group inside the block. */
static bool take_scale(struct reader *reader, uint64_t scale)
{
    bool spoken = reader->pending >= 0 || reader->hundreds || reader->tens;
    if (!spoken || !close_group(reader) || (reader->last_scale && scale >= reader->last_scale))
        return false;
    reader->block += reader->group * scale;
    reader->group = 0;
    reader->last_scale = scale;
    return true;
}

static bool close_block(struct reader *reader)
{
    bool ok = close_group(reader);
    ok = ok && !__builtin_add_overflow(reader->total, reader->block + reader->group, &reader->total);
    reader->block = reader->group = reader->last_scale = 0;
    return ok;
}

static bool take_billion(struct reader *reader)
{
    return reader->any && close_block(reader) && reader->total &&
           !__builtin_mul_overflow(reader->total, (uint64_t)BILLION, &reader->total);
}

static bool take_hundred(struct reader *reader)
{
    if (reader->pending < 0 || reader->hundreds || reader->tens)
        return false;
    reader->group += (uint64_t)reader->pending * 100;
    reader->pending = -1;
    reader->hundreds = true;
    return true;
}

static bool take_tens(struct reader *reader, bool ten)
{
    if (reader->tens || (ten ? reader->pending >= 0 : reader->pending < 1))
        return false;
    reader->group += ten ? 10 : (uint64_t)reader->pending * 10;
    reader->pending = -1;
    reader->tens = true;
    return true;
}

static bool take_digit(struct reader *reader, int digit)
{
    if (reader->pending >= 0)
        return false;
    reader->pending = digit;
    return true;
}

/* linh stands for a missing ten: behind hundreds, before a digit. */
static bool take_missing_ten(struct reader *reader)
{
    bool ok = reader->hundreds && !reader->tens && reader->pending < 0;
    reader->tens = true;
    return ok;
}

static bool is_one_of(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

static bool take_word(struct reader *reader, const char *word)
{
    int digit = digit_of(word);
    bool ok;
    if (digit >= 0)
        ok = take_digit(reader, digit);
    else if (strcmp(word, "trăm") == 0)
        ok = take_hundred(reader);
    else if (is_one_of(word, "mươi", "mười"))
        ok = take_tens(reader, strcmp(word, "mười") == 0);
    else if (is_one_of(word, "linh", "lẻ"))
        ok = take_missing_ten(reader);
    else if (is_one_of(word, "nghìn", "ngàn"))
        ok = take_scale(reader, THOUSAND);
    else if (strcmp(word, "triệu") == 0)
        ok = take_scale(reader, MILLION);
    else
        ok = is_one_of(word, "tỷ", "tỉ") && take_billion(reader);
    reader->any = true;
    return ok;
}

/* Words in lower case, apart from each other by single blanks, without commas and full stops. */
static char *normal_words(struct arena *arena, const char *words)
{
    char *lower = utf8_lower(arena, words);
    for (char *at = lower; *at; at++)
        if (*at == ',' || *at == '.' || *at == '-')
            *at = ' ';
    return text_collapse(arena, lower);
}

static bool read_words(struct reader *reader, char *words)
{
    bool ended = false;
    for (char *word = words, *next; *word; word = next) {
        size_t length = strcspn(word, " ");
        next = word + length + (word[length] == ' ');
        word[length] = '\0';
        if (ended) {
            if (strcmp(word, "chẵn") != 0)
                return false;
        } else if (is_one_of(word, "đồng", "chẵn")) {
            ended = true;
        } else if (!take_word(reader, word)) {
            return false;
        }
    }
    return reader->any && close_block(reader);
}

bool amount_of_words(int64_t *dong, const char *words)
{
    struct arena arena = ARENA_INIT;
    struct reader reader = { .pending = -1 };
    char *normal = normal_words(&arena, words);
    bool negative = strncmp(normal, "âm ", strlen("âm ")) == 0;
    bool ok = read_words(&reader, normal + (negative ? strlen("âm ") : 0));
    uint64_t limit = (uint64_t)INT64_MAX + negative;
    if (ok && reader.total <= limit)
        *dong = negative ? (int64_t)-reader.total : (int64_t)reader.total;
    arena_release(&arena);
    return ok && reader.total <= limit;
}
