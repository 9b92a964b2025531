#include "model/period.h"

#include "base/dec.h"

enum { YEAR_DIGITS = 4, MONTH_TEXT = 7, MONTHS = 12, QUARTER = 3, HALF = 6, NINE = 9, ND09_FIRST = 15, ND09_LAST = 14 };

static bool whole(int *value, const char *text, size_t length)
{
    char digits[YEAR_DIGITS + 1] = { 0 };
    struct dec read;
    memcpy(digits, text, length);
    if (strspn(digits, "0123456789") != length || !dec_parse(&read, digits))
        return false;
    *value = (int)read.units;
    return true;
}

/* "Q1" to "Q4", "H1", "H2", "9M" */
static bool span_parse(struct period *period, const char *text)
{
    int number = text[1] - '0';
    if (strcmp(text, "9M") == 0)
        *period = (struct period){ period->year, NINE, NINE };
    else if (text[0] == 'Q' && number >= 1 && number <= MONTHS / QUARTER && !text[2])
        *period = (struct period){ period->year, number * QUARTER, QUARTER };
    else if (text[0] == 'H' && number >= 1 && number <= MONTHS / HALF && !text[2])
        *period = (struct period){ period->year, number * HALF, HALF };
    return period->months != 0;
}

bool period_parse(struct period *period, const char *text)
{
    struct period read = { 0 };
    size_t length = strlen(text);
    if ((length != YEAR_DIGITS && length != MONTH_TEXT) || !whole(&read.year, text, YEAR_DIGITS))
        return false;
    if (length == MONTH_TEXT) {
        const char *part = text + YEAR_DIGITS + 1;
        bool month = whole(&read.month, part, 2) && read.month && read.month <= MONTHS;
        if (text[YEAR_DIGITS] != '-' || (!month && !span_parse(&read, part)))
            return false;
    }
    *period = read;
    return true;
}

const char *period_text(struct arena *arena, struct period period)
{
    if (period.months == NINE)
        return arena_printf(arena, "%04d-9M", period.year);
    if (period.months)
        return arena_printf(arena, "%04d-%c%d", period.year, period.months == HALF ? 'H' : 'Q',
                            period.month / period.months);
    return period.month ? arena_printf(arena, "%04d-%02d", period.year, period.month)
                        : arena_printf(arena, "%04d", period.year);
}

bool period_is_span(struct period period)
{
    return period.months != 0;
}

struct period period_last_month(struct period period)
{
    return (struct period){ period.year, period.month ? period.month : MONTHS, 0 };
}

static int length_of(struct period period)
{
    return period.months ? period.months : period.month ? 1 : MONTHS;
}

struct period period_month_before(struct period period)
{
    return (struct period){ period.year, period_last_month(period).month - length_of(period), 0 };
}

static struct date month_before(int year, int month, int day)
{
    return month > 1 ? (struct date){ year, month - 1, day } : (struct date){ year - 1, MONTHS, day };
}

struct date period_first_day(struct period period, enum regime regime)
{
    int month = period_month_before(period).month + 1;
    return regime == REGIME_ND09 ? month_before(period.year, month, ND09_FIRST) : (struct date){ period.year, month, 1 };
}

struct date period_last_day(struct period period, enum regime regime)
{
    int month = period.month ? period.month : MONTHS;
    return (struct date){ period.year, month, regime == REGIME_ND09 ? ND09_LAST : date_month_days(period.year, month) };
}

bool period_holds(struct period longer, struct period shorter)
{
    return longer.year == shorter.year && length_of(longer) > length_of(shorter) &&
           period_month_before(longer).month <= period_month_before(shorter).month &&
           period_last_month(longer).month >= period_last_month(shorter).month;
}

struct period period_before(struct period period)
{
    int length = length_of(period);
    if (length == NINE || length == MONTHS)
        return period_year_before(period);
    if (period.month > length)
        return (struct period){ period.year, period.month - length, period.months };
    return (struct period){ period.year - 1, MONTHS, period.months };
}

struct period period_after(struct period period)
{
    int length = length_of(period);
    if (length == NINE || length == MONTHS)
        return (struct period){ period.year + 1, period.month, period.months };
    if (period.month < MONTHS)
        return (struct period){ period.year, period.month + length, period.months };
    return (struct period){ period.year + 1, length, period.months };
}

struct period period_year_before(struct period period)
{
    return (struct period){ period.year - 1, period.month, period.months };
}

struct period period_passed(struct date day, enum regime regime)
{
    struct period month = { day.year, day.month, 0 };
    return date_cmp(period_last_day(month, regime), day) < 0 ? month : period_before(month);
}

int period_cmp(struct period a, struct period b)
{
    struct period end_a = period_last_month(a), end_b = period_last_month(b);
    int length_a = length_of(a), length_b = length_of(b);
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (end_a.month != end_b.month)
        return end_a.month < end_b.month ? -1 : 1;
    return (length_a > length_b) - (length_a < length_b);
}

enum regime regime_parse(const char *token)
{
    return strcmp(token, "calendar") == 0 ? REGIME_CALENDAR : REGIME_ND09;
}

const char *regime_token(enum regime regime)
{
    return regime == REGIME_CALENDAR ? "calendar" : "nd09";
}
