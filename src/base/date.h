/* Calendar dates of the Gregorian calendar, without time or zone. */
#ifndef PHULUC_BASE_DATE_H
#define PHULUC_BASE_DATE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

struct date {
    int year, month, day; /* year 0: no date */
};

/* Reads "2020-11-18" whole; a day that does not exist is refused. */
bool date_parse(struct date *date, const char *text) __attribute__((warn_unused_result));

/* The UTC day of a count of seconds since 1970-01-01; false before 1970 and after 9999. */
bool date_of_epoch(struct date *date, int64_t seconds) __attribute__((warn_unused_result));

/* Days of a month, 1 to 12. */
int date_month_days(int year, int month);

/* Days since 1970-01-01, negative before. */
int date_number(struct date date);

/* So many days later, or earlier if negative. */
struct date date_plus(struct date date, int days);

/* The same day of the month before, or its last day where it is shorter. */
struct date date_month_before(struct date date);

/* Saturday or Sunday. */
bool date_is_weekend(struct date date);

/* "2023-12-14" */
const char *date_token(struct arena *arena, struct date date);

/* "14/12/2023", as documents write it in a table. */
const char *date_figures(struct arena *arena, struct date date);

/*
 * "ngày 08 tháng 02 năm 2021": a leading zero for days below 10 and for months 1 and 2 only
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II).
 */
const char *date_words(struct arena *arena, struct date date);

static inline bool date_equal(struct date a, struct date b)
{
    return a.day == b.day && a.month == b.month && a.year == b.year;
}

/* <0, 0, >0 */
int date_cmp(struct date a, struct date b);

/* The later of the two. */
struct date date_later(struct date a, struct date b);

#endif
