#include "base/date.h"

static bool digits(int *value, const char *text, int count)
{
    *value = 0;
    for (int i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *value = *value * 10 + (text[i] - '0');
    }
    return true;
}

int date_month_days(int year, int month)
{
    static const int DAYS[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return DAYS[month - 1] + (month == 2 && leap);
}

bool date_parse(struct date *date, const char *text)
{
    struct date read;
    if (strlen(text) != 10 || text[4] != '-' || text[7] != '-')
        return false;
    if (!digits(&read.year, text, 4) || !digits(&read.month, text + 5, 2) || !digits(&read.day, text + 8, 2))
        return false;
    if (read.year < 1 || read.month < 1 || read.month > 12 || read.day < 1 ||
        read.day > date_month_days(read.year, read.month))
        return false;
    *date = read;
    return true;
}

bool date_of_epoch(struct date *date, int64_t seconds)
{
    enum { SECONDS_A_DAY = 86400, LAST_DAY = 2932896 };
    int64_t days = seconds / SECONDS_A_DAY - (seconds % SECONDS_A_DAY < 0);
    if (days < 0 || days > LAST_DAY)
        return false;
    struct date read = { 1970, 1, 1 };
    for (int64_t length; days >= (length = date_month_days(read.year, 2) == 29 ? 366 : 365); days -= length)
        read.year++;
    for (; days >= date_month_days(read.year, read.month); read.month++)
        days -= date_month_days(read.year, read.month);
    read.day += (int)days;
    *date = read;
    return true;
}

int date_number(struct date date)
{
    enum { DAYS_TO_1970 = 719162, YEAR = 365 }; /* from 0001-01-01 */
    int before = date.year - 1;
    int days = before * YEAR + before / 4 - before / 100 + before / 400;
    for (int month = 1; month < date.month; month++)
        days += date_month_days(date.year, month);
    return days + date.day - 1 - DAYS_TO_1970;
}

/* The same day of the next or the last month, which that month may not have. */
static struct date step_month(struct date date, int step)
{
    date.month += step;
    if (date.month >= 1 && date.month <= 12)
        return date;
    return (struct date){ date.year + step, step < 0 ? 12 : 1, date.day };
}

struct date date_plus(struct date date, int days)
{
    date.day += days;
    while (date.day < 1) {
        date = step_month(date, -1);
        date.day += date_month_days(date.year, date.month);
    }
    for (int length; date.day > (length = date_month_days(date.year, date.month));) {
        date.day -= length;
        date = step_month(date, 1);
    }
    return date;
}

struct date date_month_before(struct date date)
{
    struct date before = step_month(date, -1);
    int length = date_month_days(before.year, before.month);
    if (before.day > length)
        before.day = length;
    return before;
}

bool date_is_weekend(struct date date)
{
    enum { WEEK = 7, THURSDAY = 4, SATURDAY = 6 }; /* 1970-01-01 was a Thursday; Sunday is 0 */
    int weekday = ((date_number(date) + THURSDAY) % WEEK + WEEK) % WEEK;
    return weekday == SATURDAY || weekday == 0;
}

int date_cmp(struct date a, struct date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

const char *date_token(struct arena *arena, struct date date)
{
    return arena_printf(arena, "%04d-%02d-%02d", date.year, date.month, date.day);
}

const char *date_words(struct arena *arena, struct date date)
{
    return arena_printf(arena, date.month <= 2 ? "ngày %02d tháng %02d năm %d" : "ngày %02d tháng %d năm %d", date.day,
                        date.month, date.year);
}

const char *date_figures(struct arena *arena, struct date date)
{
    return arena_printf(arena, "%02d/%02d/%04d", date.day, date.month, date.year);
}

struct date date_later(struct date a, struct date b)
{
    return date_cmp(a, b) < 0 ? b : a;
}
