/* Amounts of money in sentences, with the words that repeat them: "4.700 triệu đồng (Bốn tỷ bảy trăm triệu đồng)". */
#ifndef PHULUC_DRAFT_MONEY_DRAFT_H
#define PHULUC_DRAFT_MONEY_DRAFT_H

#include "draft/measure_find.h"
#include "draft/sources_draft.h"

struct found_money {
    size_t from, to; /* from the comparator to behind the words */
    struct digits number;
    const char *unit;  /* a token of the plan's grammar */
    const char *op;    /* "about" …, or NULL */
    const char *words; /* as printed, or NULL */
    bool proved;       /* the words say the same amount */
    bool differs;      /* they say another one, or cannot be read */
};

/* The next amount in a text. */
bool money_find(struct found_money *money, const char *text, size_t from, struct arena *arena);

/* "million-dong" of "(triệu đồng)", "Đơn vị tính: triệu đồng"; NULL if the text names no unit of money. */
const char *money_unit(const char *text, struct arena *arena);

/* Writes the amount into a figure: value, comparator, words, and doubts about these. */
void money_set(struct node *figure, const struct found_money *money);

/* Marks a figure whose dots and commas could be read in two ways, unless something proves which. */
void money_doubt(struct node *figure, const struct found_money *money);

/* Adds <prose> elements to the plan, and their sources to the funds. */
void draft_prose(struct drafting *drafting, struct funds *funds, struct node *parent);

#endif
