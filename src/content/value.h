/* One value of a report: final text, or a number with its format, and what is to be said about it. */
#ifndef PHULUC_CONTENT_VALUE_H
#define PHULUC_CONTENT_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/dec.h"
#include "base/number.h"
#include "base/numfmt.h"
#include "model/fact_ref.h"

enum value_kind { VALUE_EMPTY, VALUE_TEXT, VALUE_NUMBER };

/* A piece of a formula: signs as a spreadsheet writes them, or a fact of the same item. */
struct value_piece {
    const char *text; /* NULL: the fact */
    enum fact_id fact;
};

/* A fact of an item of the same view that a number is the sum of. */
struct value_term {
    uint32_t item;
    enum fact_id fact;
    const struct figure_key *key; /* lives as long as the view; that of many terms is one */
};

/* A figure of another view of the report, by the ids of the view and of the item in it. */
struct value_elsewhere {
    const char *view, *item;
    enum fact_id fact;
    struct figure_key key;
};

struct value {
    enum value_kind kind;
    const char *text;  /* VALUE_TEXT */
    struct dec number; /* VALUE_NUMBER */
    struct numfmt format;
    unsigned indent;    /* of a text: steps that it is set in, as what belongs to the item before it */
    bool marked;        /* lost, or does not hold */
    bool missing;       /* a figure belongs here that is not reported, or that lacks a part */
    bool absent;        /* of a text: it says why there is no figure; a column of nothing else may be left out */
    const char *remark; /* what is to be said about it, or NULL */
    const char *fact;   /* id of the figure that it shows (model/figure_id.h), or NULL */
    const struct value_term *terms; /* the facts of the view whose sum it is exactly; NULL for none */
    size_t term_count;
    const struct value_piece
        *formula; /* what gives it, to its printed decimals, from other facts of its item; NULL for none */
    size_t formula_count;
    const struct value_elsewhere *adds; /* the figures of another view whose sum it is exactly; NULL for none */
    size_t add_count;
    size_t blank_count; /* facts after the terms that are blank now and belong to the sum if they are filled in */
    const char *see_view,
        *see_item; /* a text that refers to another view of the report, by its id: the id of an item there,
                                        NULL for the view as a whole; see_view NULL if it refers to none */
};

/* Empty for NULL and "". */
struct value value_text(const char *text);

/* Words in place of a figure. */
struct value value_absent(const char *why);

/*
 * The sign for a figure that is not reported, as the country's statistical tables have it; view_note_no_figure() explains it
 * under a table where it stands.
 */
#define NO_FIGURE_SIGN "…"
struct value value_no_figure(void);

/* "- A\n- B", or just "A". */
struct value value_list(const char *const *texts, size_t count, struct arena *arena);

/* A year without dots; empty for 0. */
struct value value_year(int year);

/* With the decimals it has; with as many as it needs; with two, rounded; rounded to two and then with as many as it needs. */
struct value value_exact(struct dec number);
struct value value_plain(struct dec number);
struct value value_rounded(struct number number);
struct value value_short(struct number number);
/* With all the digits it has, where they end; else rounded and then with as many as it needs. */
struct value value_full(struct number number);

/* A share in %, with two decimals; with more where they would make 100 of what is not: a verdict may hang on it. */
struct value value_share(struct number percent);
struct value value_count(size_t count);

/* Money in triệu đồng, with the decimals it needs. */
struct value value_money(int64_t dong);

#endif
