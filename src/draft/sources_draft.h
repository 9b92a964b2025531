/*
 * Sources of funds: gathered from rows and heads of tables, from amounts in prose, and from sentences that only name them.
 *
 * The kind of a source is told by the words of its name (words.def). A name that fits no kind, or two, is a source of its own
 * under a mark.
 */
#ifndef PHULUC_DRAFT_SOURCES_DRAFT_H
#define PHULUC_DRAFT_SOURCES_DRAFT_H

#include "draft/draft.h"

struct fund_label {
    const char *name, *where, *at;
};

struct fund {
    const char *id, *code, *name, *abbr;
    const char *at;
    bool money, unsure;
    struct fund_label *labels;
    size_t label_count, label_capacity;
};

struct funds {
    struct arena *arena;
    struct fund *items;
    size_t count, capacity;
};

/* The kinds that a name fits: their number, and the first one's row. */
size_t fund_kinds(const char *name, const char **id, const char **code, struct arena *arena);

/*
 * The id of the source of that name, which comes in if it was not there; a label where it has another name already. NULL for
 * a name of no kind, unless it must be a source.
 */
const char *fund_named(struct funds *funds, const char *name, const char *where, const char *at, bool money, bool must);

/* The head of the column that has the money of a source. */
void fund_set_abbr(struct funds *funds, const char *id, const char *abbr);

/* Sentences that name sources without amounts: "… từ các nguồn: …". */
void funds_read_lists(struct funds *funds, struct drafting *drafting);

/* Adds <source> elements, and <noAmounts> if no source has money and a sentence names them. */
void funds_add(const struct funds *funds, struct drafting *drafting, struct node *parent);

#endif
