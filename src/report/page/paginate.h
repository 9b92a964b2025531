/*
 * Cutting a report into pages: report and metrics in, pages of marks out. Nothing here knows a PDF; a renderer plots the
 * marks as they stand, and a test reads them with metrics of its own.
 *
 * Coordinates are millipoints from the upper left corner of the page, y growing downwards. A renderer draws all fills of
 * a page first, then its rules, then its texts.
 *
 * What paginate() promises:
 * - A cover stands before all tables, on pages of its own.
 * - Every table begins on a new page, under its annex line, title and basis; its head rows stand on every page of it. One
 *   that may_follow begins below the table before it if all of it fits there, or if that page would stay half empty.
 * - The first page of a report with sign_room has nothing in the upper SIGN_ROOM_HEIGHT between its margins.
 * - Every row stands on exactly one page, unless it is taller than a page: then it goes on line by line.
 * - Where a page begins inside groups, their headings are repeated with "(tiếp theo)", without their figures.
 *   A row's level is the number of groups that it lies in; so the heading of an outermost group has level 0.
 * - A signature stands on one page, with two lines of notes or rows before it there; notes of a few lines stand whole
 *   under at least two rows.
 * - A table ends with three rows at least on its last page, where the page before keeps three and they fit.
 * - A group heading stays with the row after it, a row with keep_with_next too, a total with the row before it.
 *   Rows under one spanning cell stay together where that is possible.
 * - Pages are numbered anew from each page on that begins with a table, that page without a number; a further part of a
 *   table continues. In a report that is one, numbers run through it from its first page, which shows none, and the upper
 *   margin of a page that begins inside a table names that table.
 * - Charts stand below the notes, each whole on one page unless it is taller than a page.
 * - The parts of a document are in reading order; of a block the left side is read before the right. A cell's texts belong
 *   to it once: heads and headings that are repeated on a further page belong to no part.
 * - In a column, right-aligned numbers stand comma under comma as far as the width allows.
 *
 * All tables must have been measured with the same metrics (table_measure()).
 */
#ifndef PHULUC_REPORT_PAGE_PAGINATE_H
#define PHULUC_REPORT_PAGE_PAGINATE_H

#include "report/page/passage.h"

/* Where a row begins: its page, and its upper edge there. */
struct spot {
    size_t page;
    mpt y;
};

struct bookmark {
    const char *title;
    unsigned level; /* 0 for a table, 1 for a row in it */
    size_t page;    /* index in struct pages */
    mpt y;
};

struct pages {
    struct page *items;
    size_t count, capacity;
    struct bookmark *bookmarks;
    size_t bookmark_count, bookmark_capacity;
    struct spot **spots;   /* by table and row of the report */
    struct passage *parts; /* the first is PASSAGE_NONE */
    size_t part_count, part_capacity;
};

/* Where a link leads: the upper left corner of its cell. False if its table is not in the report. */
bool page_target(const struct pages *pages, const struct report *report, const struct link *link, struct spot *spot,
                 mpt *x);

/* False after a finding: a table is wider than its page. The texts of the marks are those of the report. */
bool paginate(struct pages *pages, const struct report *report, const struct metrics *metrics, struct arena *arena,
              struct findings *findings) __attribute__((warn_unused_result));

#endif
