#include "model/period.h"

#include "base/dec.h"

enum { YEAR_DIGITS = 4, MONTH_TEXT = 7, MONTHS = 12, ND09_FIRST = 15, ND09_LAST = 14 };

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

bool period_parse(struct period *period, const char *text)
{
    struct period read = { 0 };
    size_t length = strlen(text);
    if ((length != YEAR_DIGITS && length != MONTH_TEXT) || !whole(&read.year, text, YEAR_DIGITS))
        return false;
    if (length == MONTH_TEXT &&
        (text[YEAR_DIGITS] != '-' || !whole(&read.month, text + YEAR_DIGITS + 1, 2) || !read.month || read.month > MONTHS))
        return false;
    *period = read;
    return true;
}

const char *period_text(struct arena *arena, struct period period)
{
    return period.month ? arena_printf(arena, "%04d-%02d", period.year, period.month)
                        : arena_printf(arena, "%04d", period.year);
}

static struct date month_before(int year, int month, int day)
{
    return month > 1 ? (struct date){ year, month - 1, day } : (struct date){ year - 1, MONTHS, day };
}

struct date period_first_day(struct period period, enum regime regime)
{
    int month = period.month ? period.month : 1;
    return regime == REGIME_ND09 ? month_before(period.year, month, ND09_FIRST) : (struct date){ period.year, month, 1 };
}

struct date period_last_day(struct period period, enum regime regime)
{
    int month = period.month ? period.month : MONTHS;
    return (struct date){ period.year, month, regime == REGIME_ND09 ? ND09_LAST : date_month_days(period.year, month) };
}

struct period period_before(struct period month)
{
    return month.month > 1 ? (struct period){ month.year, month.month - 1 } : (struct period){ month.year - 1, MONTHS };
}

struct period period_after(struct period month)
{
    return month.month < MONTHS ? (struct period){ month.year, month.month + 1 } : (struct period){ month.year + 1, 1 };
}

struct period period_year_before(struct period month)
{
    return (struct period){ month.year - 1, month.month };
}

struct period period_passed(struct date day, enum regime regime)
{
    struct period month = { day.year, day.month };
    return date_cmp(period_last_day(month, regime), day) < 0 ? month : period_before(month);
}

int period_cmp(struct period a, struct period b)
{
    int months_a = a.month ? a.month : MONTHS + 1, months_b = b.month ? b.month : MONTHS + 1;
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    return (months_a > months_b) - (months_a < months_b);
}

enum regime regime_parse(const char *token)
{
    return strcmp(token, "calendar") == 0 ? REGIME_CALENDAR : REGIME_ND09;
}

const char *regime_token(enum regime regime)
{
    return regime == REGIME_CALENDAR ? "calendar" : "nd09";
}
