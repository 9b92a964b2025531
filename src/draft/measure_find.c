#include "draft/measure_find.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "draft/phrase.h"

/* Digits with separators inside, as a whole: "1.924,5", but not the dot that ends a sentence. */
static size_t number_length(const char *text)
{
    size_t length = 0;
    while (isdigit((unsigned char)text[length]) ||
           (length && strchr(".,", text[length]) && text[length] && isdigit((unsigned char)text[length + 1])))
        length++;
    return length;
}

/* True if the separators group thousands: "1.000", "4.000.000.000". */
static bool groups_thousands(const char *number, size_t length, char separator)
{
    size_t digits = 0, groups = 0;
    for (size_t i = 0; i <= length; i++) {
        if (i < length && number[i] != separator) {
            digits++;
            continue;
        }
        if (groups ? digits != 3 : digits < 1 || digits > 3)
            return false;
        groups++;
        digits = 0;
    }
    return groups > 1 && number[0] != '0';
}

static const char *without(const char *number, size_t length, char separator, struct arena *arena)
{
    struct text out = text_in(arena);
    for (size_t i = 0; i < length; i++)
        if (number[i] != separator)
            text_addn(&out, number + i, 1);
    return text_str(&out);
}

/* As machines write it: no zeros lead. */
static const char *keyed(const char *digits)
{
    while (digits[0] == '0' && isdigit((unsigned char)digits[1]))
        digits++;
    return digits;
}

static const char *with_decimals(const char *whole, const char *decimals, size_t count, struct arena *arena)
{
    return arena_printf(arena, "%s.%.*s", keyed(whole), (int)count, decimals);
}

struct digits digits_at(const char *text, size_t *length, struct arena *arena)
{
    size_t size = *length = number_length(text), commas = 0, dots = 0;
    struct digits digits = { .shown = arena_copy(arena, text, size) };
    if (!size || size > 17)
        return digits;
    for (size_t i = 0; i < size; i++) {
        commas += text[i] == ',';
        dots += text[i] == '.';
    }
    const char *comma = memchr(text, ',', size);
    size_t whole = comma ? (size_t)(comma - text) : size, decimals = comma ? size - whole - 1 : 0;
    if (!commas && !dots)
        digits.value = keyed(digits.shown);
    else if (!commas && groups_thousands(text, size, '.')) {
        digits.value = without(text, size, '.', arena);
        digits.grouped = dots == 1;
    } else if (comma && commas == 1 && decimals <= 6 && !memchr(comma, '.', size - whole) &&
               (!dots || groups_thousands(text, whole, '.'))) {
        digits.value = with_decimals(without(text, whole, '.', arena), comma + 1, decimals, arena);
        digits.unclear = !dots && decimals == 3;
    } else if (!commas && dots == 1) {
        digits.value = digits.shown;
        digits.unclear = true;
    } else if (!dots && groups_thousands(text, size, ',')) {
        digits.value = without(text, size, ',', arena);
        digits.unclear = true;
    }
    return digits;
}

struct digits digits_of(const char *text, struct arena *arena)
{
    size_t length;
    struct digits digits = digits_at(text, &length, arena);
    if (text[length])
        digits = (struct digits){ .shown = text };
    return digits;
}

/* What no number of a target is: the number of an act or a level, a part of a name, a year or a day. */
static bool measures_nothing(const char *text, size_t at, const char *value, struct arena *arena)
{
    const char *before = arena_copy(arena, text, at);
    const char *behind = text + at + number_length(text + at);
    if (at && (isalpha((unsigned char)text[at - 1]) || (unsigned char)text[at - 1] >= 0x80))
        return true;
    if (isalpha((unsigned char)*behind))
        return true;
    if (at > 1 && text[at - 1] == '/' && isdigit((unsigned char)text[at - 2]))
        return true;
    if (phrase_is(
            "(năm|ngày|tháng|mức độ|mức|điều|số|giai đoạn|khoản|mục|cấp độ|lần thứ|công nghiệp|mức độ [0-9], ?|mức độ [0-9] và) "
            "?$",
            before, arena))
        return true;
    if (phrase_is("(giai đoạn|năm|từ) [0-9]{4} ?(-|–|đến) ?$", before, arena))
        return true;
    return *behind == '/' && phrase_is("^/[0-9]|^/qđ|^/nđ|^/nq", behind, arena) && strlen(value) <= 4;
}

struct comparator {
    const char *op, *before;
};

static const struct comparator COMPARATORS[] = {
#define COMPARATOR(op, before, after) { op, "(^|[^a-z])" before "( từ)? $" },
#include "draft/words.def"
};

static const char *const UNITS[] = {
#define UNIT(pattern) pattern,
#include "draft/words.def"
};

/* The unit behind a number: "%", "% năm", "lượt". *length grows by what it takes. */
static const char *unit_behind(const char *text, size_t *length, bool *yearly, struct arena *arena)
{
    struct phrase found;
    const char *rest = text + *length;
    *yearly = false;
    if (phrase_find(&found, "^ ?%( ?/ ?năm| năm| mỗi năm|/ năm)?", rest, 0, arena)) {
        *yearly = found.groups[1].to > found.groups[1].from;
        *length += found.groups[0].to;
        return "%";
    }
    for (size_t i = 0; i < sizeof UNITS / sizeof *UNITS; i++)
        if (phrase_find(&found, arena_printf(arena, "^ (%s)($|[^a-z/])", UNITS[i]), rest, 0, arena)) {
            *length += found.groups[1].to;
            const char *unit = phrase_group(&found, 1, arena);
            return strncasecmp(unit, "usd", 3) == 0 ? unit : utf8_lower(arena, unit);
        }
    return NULL;
}

/* The second bound: " - 85%", " đến 03 buổi". */
static bool take_high(struct found_measure *measure, const char *text, struct arena *arena)
{
    struct phrase found;
    size_t length;
    if (!phrase_find(&found, "^ ?%? ?(-|–|đến) ?", text + measure->to, 0, arena))
        return false;
    const char *high = text + measure->to + found.groups[0].to;
    measure->high = digits_at(high, &length, arena);
    if (!measure->high.value)
        return false;
    measure->to = (size_t)(high - text) + length;
    return true;
}

static const char *op_before(struct found_measure *measure, const char *text, struct arena *arena)
{
    struct phrase found;
    const char *before = arena_copy(arena, text, measure->from);
    for (size_t i = 0; i < sizeof COMPARATORS / sizeof *COMPARATORS; i++)
        if (phrase_find(&found, COMPARATORS[i].before, before, 0, arena)) {
            measure->from = found.groups[2].from;
            return COMPARATORS[i].op;
        }
    return NULL;
}

static void decide_op(struct found_measure *measure, const char *text, size_t clause_end, struct arena *arena)
{
    const char *op = op_before(measure, text, arena);
    const char *behind = arena_copy(arena, text + measure->to, clause_end - measure->to);
    bool upward = phrase_is("trở lên", behind, arena), downward = phrase_is("trở xuống", behind, arena);
    if (upward || downward) {
        measure->doubt = op ? "hai chữ so sánh cho một số" : NULL;
        op = upward ? "ge" : "le";
        if (!phrase_is("^ ?trở (lên|xuống)", behind, arena) &&
            !phrase_is("từ $", arena_copy(arena, text, measure->from), arena))
            measure->doubt = "«trở lên», «trở xuống» có thể nói về chữ khác, không phải số này";
    }
    if (measure->high.value && !op)
        op = "range";
    else if (measure->high.value && strcmp(op, "ge") != 0)
        measure->doubt = "chữ so sánh đứng trước một khoảng";
    measure->op = op ? op : "eq";
}

static void decide_kind(struct found_measure *measure, const char *text, bool yearly, struct arena *arena)
{
    const char *before = arena_copy(arena, text, measure->from);
    bool grows = phrase_is("(tăng|tăng trưởng|tốc độ tăng)( bình quân| trung bình| trưởng| đạt| từ| thêm)* $", before, arena) ||
                 (yearly && phrase_is("tốc độ tăng[^,;]*$", before, arena));
    if (grows && measure->unit && strcmp(measure->unit, "%") == 0) {
        measure->kind = "growth";
        measure->unit = yearly ? "%/năm" : "%";
        if (!yearly)
            measure->doubt = "tốc độ tăng: không rõ là mỗi năm hay cả giai đoạn";
    } else if (yearly) {
        measure->doubt = "«%/năm» mà không có chữ «tăng» đứng trước";
    }
}

/* The end of the clause that begins at an offset: a semicolon, or a comma that no digit follows. */
static size_t clause_end(const char *text, size_t from)
{
    size_t at = from;
    while (text[at] && text[at] != ';' && !(text[at] == ',' && text[at + 1] == ' '))
        at++;
    return at;
}

static void judge_number(struct found_measure *measure)
{
    bool percent = measure->unit && *measure->unit == '%';
    if (!measure->unit)
        measure->doubt = "không rõ đơn vị của số này, hoặc số không phải mục tiêu";
    if (measure->number.unclear || measure->high.unclear || (percent && measure->number.grouped))
        measure->doubt = "dấu chấm, dấu phẩy trong số có thể hiểu hai cách";
}

static bool take_measure(struct found_measures *measures, const char *text, size_t at, struct arena *arena)
{
    size_t length;
    bool yearly;
    struct digits number = digits_at(text + at, &length, arena);
    if (!number.value || measures_nothing(text, at, number.value, arena))
        return false;
    struct found_measure measure = { .from = at, .to = at + length, .number = number };
    (void)take_high(&measure, text, arena);
    measure.unit = unit_behind(text, &measure.to, &yearly, arena);
    decide_op(&measure, text, clause_end(text, measure.to), arena);
    decide_kind(&measure, text, yearly, arena);
    if (phrase_is("top ?$", arena_copy(arena, text, at), arena)) {
        measure.kind = "rank";
        measure.op = "le";
        measure.unit = "hạng";
    }
    judge_number(&measure);
    struct found_measure *item = ARENA_PUSH(arena, measures->items, measures->count, measures->capacity);
    *item = measure;
    return true;
}

struct found_measures measures_find(const char *text, struct arena *arena)
{
    struct found_measures measures = { 0 };
    for (size_t at = 0; text[at];) {
        size_t length = number_length(text + at);
        if (!length) {
            at++;
            continue;
        }
        at = take_measure(&measures, text, at, arena) ? measures.items[measures.count - 1].to : at + length;
    }
    return measures;
}
