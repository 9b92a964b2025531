#include "base/amount_words.h"

#include "base/text.h"

enum { THOUSAND = 1000, MILLION = 1000000, BILLION = 1000000000, DECIMALS_MAX = 9 };

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
    int pending;         /* a digit not yet placed, or -1 */
    uint64_t last_scale; /* scales fall within a block: triệu, then nghìn */
    uint64_t scaled;     /* the scale that the last word was, or 0 */
    bool hundreds, tens, any;
    bool millions; /* triệu was said, which is not said again */
    bool ten;   /* the tens are mười */
    bool linh;  /* a digit has to follow */
    bool fifty; /* rưỡi behind hundreds ends a group */
    bool half;  /* rưỡi ends a number */
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

/* A digit right behind hundreds ("một trăm năm") may mean 105 or 150: it is no number in writing; nor is "một trăm linh". */
static bool close_group(struct reader *reader)
{
    bool clear = reader->pending >= 0 ? !reader->hundreds || reader->tens : !reader->linh;
    if (reader->pending >= 0)
        reader->group += (uint64_t)reader->pending;
    reader->pending = -1;
    reader->hundreds = reader->tens = reader->ten = reader->linh = reader->fifty = false;
    return clear && reader->group < THOUSAND;
}

/*
 * Thousands of millions: "một nghìn không trăm hai mươi tư triệu" is how 1.024 triệu đồng is read aloud. What is behind nghìn
 * has its hundreds, or is nothing: "năm nghìn hai triệu" may mean 5.200.
 */
static bool take_thousands_of_millions(struct reader *reader)
{
    bool nothing = reader->pending < 0 && !reader->hundreds && !reader->tens;
    if ((!nothing && !reader->hundreds) || !close_group(reader) || reader->block + reader->group > INT64_MAX / MILLION)
        return false;
    reader->block = (reader->block + reader->group) * MILLION;
    reader->group = 0;
    reader->last_scale = MILLION;
    reader->millions = true;
    return true;
}

/* nghìn and triệu close a group inside the block. */
static bool take_scale(struct reader *reader, uint64_t scale)
{
    bool spoken = reader->pending >= 0 || reader->hundreds || reader->tens;
    if (scale == MILLION && reader->last_scale == THOUSAND && !reader->millions && !reader->total)
        return take_thousands_of_millions(reader);
    if (!spoken || !close_group(reader) || (reader->last_scale && scale >= reader->last_scale))
        return false;
    reader->block += reader->group * scale;
    reader->group = 0;
    reader->last_scale = scale;
    reader->millions = reader->millions || scale == MILLION;
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
    reader->ten = ten;
    return true;
}

/*
 * 5 behind any ten is lăm, and 1 is mốt behind mươi only: "mười năm" is ten years, "mười mốt" nothing. A zero there is not
 * spoken, and nothing is behind "trăm rưỡi".
 */
static bool fits_place(const struct reader *reader, const char *word)
{
    bool ones = reader->tens;
    if (reader->fifty || (ones && strcmp(word, DIGITS[0]) == 0))
        return false;
    if (strcmp(word, "mốt") == 0)
        return ones && !reader->ten && reader->group % 100 >= 20;
    if (strcmp(word, "lăm") == 0 || strcmp(word, "nhăm") == 0)
        return ones && reader->group % 100 >= 10;
    return !(reader->ten && strcmp(word, "năm") == 0);
}

static bool take_digit(struct reader *reader, int digit, const char *word)
{
    if (reader->pending >= 0 || !fits_place(reader, word))
        return false;
    reader->pending = digit;
    return true;
}

/* linh stands for a missing ten: behind hundreds, before a digit. */
static bool take_missing_ten(struct reader *reader)
{
    bool ok = reader->hundreds && !reader->tens && reader->pending < 0;
    reader->tens = reader->linh = true;
    return ok;
}

/* Half of the scale before it: "hai tỷ rưỡi"; behind hundreds 50. */
static bool take_half(struct reader *reader)
{
    if (reader->scaled) {
        reader->block += reader->scaled / 2;
        reader->half = true;
        return true;
    }
    bool ok = reader->hundreds && !reader->tens && reader->pending < 0;
    reader->group += 50;
    reader->tens = reader->fifty = true;
    return ok;
}

static bool is_one_of(const char *word, const char *a, const char *b)
{
    return strcmp(word, a) == 0 || strcmp(word, b) == 0;
}

static uint64_t scale_of(const char *word)
{
    if (is_one_of(word, "nghìn", "ngàn"))
        return THOUSAND;
    if (strcmp(word, "triệu") == 0)
        return MILLION;
    return is_one_of(word, "tỷ", "tỉ") ? BILLION : 0;
}

static bool take_word(struct reader *reader, const char *word)
{
    int digit = digit_of(word);
    uint64_t scaled = 0;
    bool ok = true;
    if (reader->half)
        return false;
    if (digit >= 0)
        ok = take_digit(reader, digit, word);
    else if (is_one_of(word, "rưỡi", "rưởi"))
        ok = take_half(reader);
    else if (strcmp(word, "trăm") == 0)
        ok = take_hundred(reader);
    else if (is_one_of(word, "mươi", "mười"))
        ok = take_tens(reader, strcmp(word, "mười") == 0);
    else if (is_one_of(word, "linh", "lẻ"))
        ok = take_missing_ten(reader);
    else if ((scaled = scale_of(word)) == BILLION)
        ok = take_billion(reader);
    else
        ok = scaled && take_scale(reader, scaled);
    reader->scaled = scaled;
    reader->any = true;
    return ok;
}

/* Words in lower case, apart from each other by single blanks, without commas, full stops, "./." and brackets. */
static char *normal_words(struct arena *arena, const char *words)
{
    char *lower = utf8_lower(arena, words);
    for (char *at = lower; *at; at++)
        if (strchr(",.-/();:", *at))
            *at = ' ';
    return text_collapse(arena, lower);
}

/* Cuts the next word off; "" at the end. */
static char *next_word(char **words)
{
    char *word = *words;
    size_t length = strcspn(word, " ");
    *words = word + length + (word[length] == ' ');
    word[length] = '\0';
    return word;
}

/* What may stand behind a number: đồng, đồng Việt Nam, chẵn. */
static bool read_end(const char *word, char *rest)
{
    static const char *const ENDS[] = { "", "chẵn", "đồng", "đồng chẵn", "đồng việt nam", "đồng việt nam chẵn" };
    struct arena arena = ARENA_INIT;
    const char *end = arena_printf(&arena, "%s%s%s", word, *rest ? " " : "", rest);
    bool known = false;
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        known = known || strcmp(ENDS[i], end) == 0;
    arena_release(&arena);
    return known;
}

static bool starts_end(const char *word)
{
    return !*word || is_one_of(word, "đồng", "chẵn");
}

/* Said behind another digit only: "phẩy không lăm". */
static bool is_five(const char *word)
{
    return strcmp(word, "lăm") == 0 || strcmp(word, "nhăm") == 0;
}

/* Digits one by one ("không năm"), or a number of two ("hai mươi lăm"): *digits of them, as a number. */
static bool read_decimals(char **words, char **scale, uint64_t *number, unsigned *digits)
{
    static const struct reader alone;
    struct reader tens = { .pending = -1 };
    bool one_by_one = true, spoken = true;
    for (*scale = next_word(words); **scale && !scale_of(*scale); *scale = next_word(words)) {
        int digit = digit_of(*scale);
        one_by_one = one_by_one && digit >= 0 && (fits_place(&alone, *scale) || (*digits && is_five(*scale)));
        spoken = spoken && take_word(&tens, *scale);
        *number = *number * 10 + (uint64_t)(digit < 0 ? 0 : digit);
        if (++*digits > DECIMALS_MAX)
            return false;
    }
    if (one_by_one || !*digits)
        return *digits > 0;
    bool two = spoken && tens.tens && !tens.hundreds && close_group(&tens);
    *number = tens.group;
    *digits = 2;
    return two;
}

/* What stands behind "phẩy", with its scale: "năm tỷ", "không hai triệu", "hai mươi lăm tỷ". */
static bool read_fraction(struct reader *reader, char *words)
{
    uint64_t number = 0, power = 1, whole;
    unsigned digits = 0;
    char *scale_word;
    if (!read_decimals(&words, &scale_word, &number, &digits))
        return false;
    uint64_t scale = scale_of(scale_word);
    for (unsigned i = 0; i < digits; i++)
        power *= 10;
    bool ok = scale && scale % power == 0 && !__builtin_mul_overflow(reader->total, scale, &whole) &&
              !__builtin_add_overflow(whole, scale / power * number, &reader->total);
    char *word = next_word(&words);
    return ok && starts_end(word) && read_end(word, words);
}

static bool read_words(struct reader *reader, char *words)
{
    while (*words) {
        char *word = next_word(&words);
        if (starts_end(word))
            return reader->any && close_block(reader) && read_end(word, words);
        if (strcmp(word, "phẩy") == 0)
            return reader->any && !reader->half && close_block(reader) && read_fraction(reader, words);
        if (!take_word(reader, word))
            return false;
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
