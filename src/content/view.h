/*
 * Views: what a layout shows of a plan, as a list of items with facts. The report layer sees plans through this only.
 *
 * A view is one table of the decision, its targets, or its sources of funds. Every value is decided here: text in final
 * words, numbers with their decimals, what a total is the sum of, and what is to be said about a figure that does not
 * hold.
 */
#ifndef PHULUC_CONTENT_VIEW_H
#define PHULUC_CONTENT_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "content/value.h"
#include "model/fact.h"
#include "model/figure_key.h"

struct ledger;
struct plan;
struct plan_table;
struct plan_row;
struct source;
struct figure;

/* One value of an item of a report's view, computed when the view is made. */
struct item_fact {
    enum fact_id fact;
    struct value value;
};

/* A cell of another view that an item speaks of: the row with that id, and which of its figures if it is one. */
struct item_cell {
    const char *row;
    bool has_key;
    struct figure_key key;
};

enum item_role { ITEM_GROUP, ITEM_BODY, ITEM_TOTAL, ITEM_WORDS };

struct item {
    enum item_role role;
    unsigned level;
    const char *id;
    const struct plan_row *row; /* NULL for targets and sources; for ITEM_WORDS the row whose words they are */
    size_t index;               /* of the target, the section or the source */
    bool is_section;
    const char *no;             /* running number of a target or source */
    struct item_fact *facts;    /* VIEW_FACTS: its values, each of a fact of the view's kind */
    size_t fact_count;
    const struct item_cell *about; /* or NULL */
};

enum view_kind { VIEW_TABLE, VIEW_TARGETS, VIEW_SOURCES, VIEW_FACTS };

/* The bars of a chart: clustered, stacked, or the first series on the second (report/chart.h). */
enum bars { BARS_CLUSTERED, BARS_STACKED, BARS_BULLET };

/* A chart of a view: which items, named by which fact, with the values of which facts. */
struct view_chart {
    enum bars bars;
    const char *title, *unit;
    const size_t *items;
    size_t item_count;
    enum fact_id label;
    const struct chart_fact {
        enum fact_id fact;
        const char *name;
    } *series;
    size_t series_count;
};

/* Which side an annex prints where the decision states a sum: the stated figure, or what its parts come to. */
enum figures_shown { FIGURES_STATED, FIGURES_COMPUTED };

struct view {
    enum view_kind kind;
    enum figures_shown figures;
    const struct plan *plan;
    const struct ledger *ledger;    /* of the plan: what does not hold is marked */
    const size_t *row_items;        /* VIEW_TABLE: the item of each row of the table */
    const struct plan_table *table; /* VIEW_TABLE */
    const char *id, *layout;  /* layout: its id, or the form of it that is for the month */
    int month;                /* 0: of no month */
    const char *annex;        /* number of the annex in the decision, "" for one without, NULL for none */
    struct place place;
    struct item *items;
    size_t item_count;
    const struct source **sources; /* those with money in this view's blocks */
    size_t source_count;
    int first_year, last_year;
    const char **notes;       /* lines under the table */
    size_t note_count;
    enum each each;           /* VIEW_FACTS: of its facts */
    bool backmatter;          /* behind the annexes of a decision, and none of them: notes, reconciliation */
    const char *label, *basis; /* VIEW_FACTS: "Biểu 1"; the line under the title, or NULL */
    const struct item_fact *facts; /* VIEW_FACTS: values of the whole report */
    size_t fact_count;
    const struct view_chart *charts;
    size_t chart_count;
};

/* Who signs a report: authority lines, position, name; position NULL if nobody is named. */
struct signer_view {
    const char *const *authority;
    size_t authority_count;
    const char *position, *full_name; /* full_name NULL: its place stays blank */
};

/* Head and foot of a report of the office itself. */
struct office_view {
    const char *parent_organ, *organ, *notation, *place_name; /* NULL where the office file does not say */
    const char *type_name, *subject;                          /* "Báo cáo", and on what */
    struct date day;          /* year 0: left blank, to be filled in by hand */
    struct signer_view preparer, head;
    const char *const *recipients;
    size_t recipient_count;
};

/* What a report shows of the decision itself. */
struct decision_view {
    struct place place;
    const char *type_name, *notation, *organ, *subject;
    const char *number;       /* NULL if the decision leaves it blank */
    const char *place_name;   /* NULL if the decision does not print it */
    struct date issued;
    bool issued_blank;        /* known, but not from the decision */
    const char **authority;   /* lines above the signer's position */
    size_t authority_count;
    const char *position, *full_name; /* NULL if there is no signer */
};

struct views {
    const char *plan_id, *plan_name, *author;
    struct decision_view decision;
    bool illustrative;        /* every page has to say so */
    const char *incomplete;   /* why the report lacks something, for every page; NULL if it does not */
    struct date as_of;        /* latest date among the inputs: when the decision was issued */
    struct view *items;       /* the decision's annexes first, then tables of its body, targets, sources; notes, reconciliation */
    size_t count;
    const struct office_view *office; /* a report of the office; NULL for the annexes of a decision */
};

/* Everything there is to show of a plan. */
struct views views_of(const struct ledger *ledger, enum figures_shown figures, struct arena *arena);

/* The index of a source of funds in the view; ALL_SOURCES if the view has none of that id, or id is NULL. */
size_t view_source(const struct view *view, const char *id);

/* The value of a fact; item is not looked at for facts of the whole plan or table. */
struct value view_value(const struct view *view, enum fact_id fact, struct value_key key, struct arena *arena);

/* The money of an item at exactly that source and year, whatever the block. */
struct value view_money(const struct view *view, struct value_key key, struct arena *arena);

/* The money cells that an item prints, so that a layout that leaves one out is noticed. Returns how many. */
size_t view_figures(const struct view *view, size_t item, struct value_key **keys, struct arena *arena);

/* The cell that a figure of an item is printed in. */
struct value_key view_key(const struct view *view, size_t item, const struct figure *figure);

#endif
