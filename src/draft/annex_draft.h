/* What stands around a table: the heading of the annex that it is in, the lines under its title, those below the table. */
#ifndef PHULUC_DRAFT_ANNEX_DRAFT_H
#define PHULUC_DRAFT_ANNEX_DRAFT_H

#include "draft/draft.h"

/* "PHỤ LỤC II", "Biểu số: 46/CK-NSNN", "Phụ lục 1a. Danh mục nhiệm vụ". */
struct annex_heading {
    const char *name;  /* "Biểu số"; NULL: "Phụ lục" */
    const char *no;    /* "II", "46/CK-NSNN"; "" without one */
    const char *title; /* behind it in the same line, or NULL */
};

bool annex_heading_of(struct annex_heading *heading, const char *text, struct arena *arena);

/* True for "Đơn vị tính: …" and "(Kèm theo …)", which are no part of a title. */
bool annex_is_unit(const char *text, struct arena *arena);
bool annex_is_issued_with(const char *text, struct arena *arena);

/* The lines from a block up to the table that are neither: in parentheses they are subtitles, others are doubts. */
void annex_add_subtitles(const struct drafting *drafting, struct node *table, size_t from, size_t block);

/* "Ghi chú: …", "(1) …" right below the table in that block. */
void annex_add_footnotes(const struct drafting *drafting, struct node *table, size_t block);

#endif
