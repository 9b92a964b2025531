/*
 * Dates at their own width, where all of them can be tried: each of the 3,652,059 days of the years 1 to 9999 beside the C library's
 * calendar, and every text of the form NNNN-NN-NN.
 *
 *     date STEP     every STEP-th day, and texts of every STEP-th year
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/date.h"

enum { DAY = 86400, FIRST = -719162, LAST = 2932896 };

static long tried, wrong;

static void expect(bool holds, const char *what, long day, long more)
{
    tried++;
    if (!holds && wrong++ < 20)
        printf("%s is wrong: day %ld, %ld\n", what, day, more);
}

static struct tm calendar(long day)
{
    time_t seconds = (time_t)day * DAY;
    struct tm found;
    gmtime_r(&seconds, &found);
    return found;
}

static struct date date_in(const struct tm *tm)
{
    return (struct date){ tm->tm_year + 1900, tm->tm_mon + 1, tm->tm_mday };
}

static bool is_same(struct date a, struct date b)
{
    return a.year == b.year && a.month == b.month && a.day == b.day;
}

/* The day of that number in a month that may be beyond the year; timegm() carries what does not fit. */
static long number_of(int year, int month, int day)
{
    struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day };
    return (long)(timegm(&tm) / DAY);
}

static void try_steps(struct date date, long day)
{
    static const int STEPS[] = { -146097, -36525, -1461, -366, -365, -31, -30, -29, -28, -7,   -1,    0,
                                 1,       7,      28,    29,   30,   31,  90,  365, 366, 1461, 36525, 146097 };
    for (size_t i = 0; i < sizeof STEPS / sizeof *STEPS; i++) {
        long to = day + STEPS[i];
        if (to < FIRST || to > LAST)
            continue;
        struct tm expected = calendar(to);
        expect(is_same(date_plus(date, STEPS[i]), date_in(&expected)), "date_plus", day, STEPS[i]);
    }
}

/* The last day of the month before is the day before the first of this one. */
static void try_month_before(struct date date, long day)
{
    struct tm last = calendar(number_of(date.year, date.month, 0));
    struct date expected = date_in(&last), found = date_month_before(date);
    if (date.day < expected.day)
        expected.day = date.day;
    expect(is_same(found, expected), "date_month_before", day, 0);
    expect(date_month_days(expected.year, expected.month) == last.tm_mday, "date_month_days", day, last.tm_mday);
}

static void try_day(long day, struct arena *arena)
{
    struct tm tm = calendar(day);
    struct date date = date_in(&tm), read = { 0 }, next = date_plus(date, 1);
    char text[32], rest[16], figures[32], words[80];
    strftime(rest, sizeof rest, "-%m-%d", &tm);
    snprintf(text, sizeof text, "%04d%s", date.year, rest);
    snprintf(figures, sizeof figures, "%02d/%02d/%04d", date.day, date.month, date.year);
    snprintf(words, sizeof words, "ngày %s%d tháng %s%d năm %d", date.day < 10 ? "0" : "", date.day,
             date.month < 3 ? "0" : "", date.month, date.year);
    expect(date_number(date) == day, "date_number", day, date_number(date));
    expect(date_parse(&read, text) && is_same(read, date), "date_parse", day, 0);
    expect(strcmp(date_token(arena, date), text) == 0, "date_token", day, 0);
    expect(strcmp(date_figures(arena, date), figures) == 0, "date_figures", day, 0);
    expect(strcmp(date_words(arena, date), words) == 0, "date_words", day, 0);
    expect(date_is_weekend(date) == (tm.tm_wday == 0 || tm.tm_wday == 6), "date_is_weekend", day, tm.tm_wday);
    expect(date_cmp(date, next) < 0 && date_cmp(next, date) > 0 && date_cmp(date, date) == 0, "date_cmp", day, 0);
    for (int64_t second = 0; second < DAY; second += DAY - 1) {
        bool can = day >= 0, did = date_of_epoch(&read, day * (int64_t)DAY + second);
        expect(did == can && (!did || is_same(read, date)), "date_of_epoch", day, (long)second);
    }
    try_steps(date, day);
    if (day > FIRST + 31)
        try_month_before(date, day);
    arena_release(arena);
}

/* A date is one that the calendar does not carry over to another. */
static void try_texts(int year)
{
    char text[16];
    for (int month = 0; month < 100; month++)
        for (int day = 0; day < 100; day++) {
            struct date read = { 0 };
            struct tm tm = calendar(number_of(year, month, day));
            bool can = year > 0 && tm.tm_year + 1900 == year && tm.tm_mon + 1 == month && tm.tm_mday == day;
            snprintf(text, sizeof text, "%04d-%02d-%02d", year, month, day);
            expect(date_parse(&read, text) == can && (!can || is_same(read, (struct date){ year, month, day })),
                   "date_parse", year * 10000L + month * 100 + day, can);
        }
}

/* No sign of a date may be another one. */
static void try_signs(void)
{
    char text[] = "2024-02-29";
    struct date read;
    for (size_t at = 0; at < sizeof text - 1; at++)
        for (int sign = 0; sign < 256; sign++) {
            char kept = text[at];
            text[at] = (char)sign;
            bool digit = sign >= '0' && sign <= '9', dash = at == 4 || at == 7;
            expect(!date_parse(&read, text) || (dash ? sign == '-' : digit), "date_parse, a sign", (long)at, sign);
            text[at] = kept;
        }
    static const int64_t FAR[] = { INT64_MIN, INT64_MIN + 1, -DAY, -1, (LAST + 1LL) * DAY, INT64_MAX - 1, INT64_MAX };
    for (size_t i = 0; i < sizeof FAR / sizeof *FAR; i++)
        expect(!date_of_epoch(&read, FAR[i]), "date_of_epoch", (long)FAR[i], 0);
}

int main(int argc, char **argv)
{
    struct arena arena = ARENA_INIT;
    int step = argc > 1 ? (int)strtol(argv[1], NULL, 10) : 1;
    for (long day = FIRST; day <= LAST; day += step)
        try_day(day, &arena);
    for (int year = 0; year <= 9999; year += step)
        try_texts(year);
    try_signs();
    printf("%s dates: %ld inputs\n", wrong ? "FAILED" : "ok    ", tried);
    printf("%d passed, %d failed\n", !wrong, wrong != 0);
    return wrong != 0;
}
