/*
 * Views: what a report shows, as data: lists of items with facts. The report layer sees plans and results through this only.
 *
 * A view is one table of a report. content makes every value of it, once: text in final words, numbers with their decimals,
 * what a total is the sum of, and what is to be said about a figure that does not hold. Nothing in a view points into
 * what it was made from, but for texts; so it can be laid out, linked and drawn without knowing any of that.
 *
 * A view says which facts it supplies. A fact that it supplies may be blank in every item; one that it does not supply is
 * no blank but a mistake of the layout that names it.
 */
#ifndef PHULUC_CONTENT_VIEW_H
#define PHULUC_CONTENT_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/date.h"
#include "base/finding.h"
#include "content/value.h"
#include "model/fact_ref.h"
#include "model/column_scope.h"
#include "model/look.h"
#include "model/unit_scale.h"

/* One value, named within its item or its view. */
struct view_fact {
    enum fact_id fact;
    struct figure_key key;
    struct value value;
    bool must_show; /* a figure: that no cell shows it is a finding */
    bool repeats;   /* the figure of the fact before it under a further key: shown by either, it is shown */
};

/* A cell of another view that an item speaks of: by the ids of view and item, and which figure of the item if it is one. */
struct item_cell {
    const char *view, *item;
    bool has_key;
    struct figure_key key;
};

struct item {
    enum row_role role; /* GROUP, BODY, TOTAL or WORDS */
    unsigned level;
    const char *id;       /* of what it is about, unique in the view; NULL if nothing refers to it */
    const char *bookmark; /* in the outline of the document, or NULL */
    struct view_fact *facts;
    size_t fact_count;
    const struct item_cell *about; /* or NULL */
};

/* What figures of a measure of the plan are printed in. */
struct view_measure {
    const char *id;         /* NULL: the money of the table */
    struct unit_scale unit; /* none where each row has its own */
};

/*
 * A chart of a view: which items, in the order in which they are drawn, named by which fact, with the values of which facts.
 * A bullet chart may name its items shorter than the table does, and say more at a bar's end than its value.
 */
struct view_chart {
    enum chart_kind kind;
    const char *title, *unit;
    const size_t *items;
    size_t item_count;
    enum fact_id label;
    const struct chart_fact {
        enum fact_id fact;
        const char *name;
    } * series;
    size_t series_count;
    const char *const *names, *const *ends; /* one for each item; NULL: the label fact, the value of the first series */
    struct chart_line line;
};

/* The facts that a view supplies, whether or not it has values for them. */
struct fact_list {
    const enum fact_id *ids;
    size_t count;
};

/* Of an array. */
#define FACTS(ids) ((struct fact_list){ (ids), sizeof(ids) / sizeof *(ids) })

/* What a view is in its report. */
enum standing {
    STANDS_AS_ANNEX, /* an annex of the decision, with the decision's own number or none */
    STANDS_AFTER,    /* put together from the text of the decision, which issues no such annex: "Bảng tổng hợp 1" */
    STANDS_BEHIND,   /* behind the annexes of a decision, and none of them: notes, reconciliation */
    STANDS_IN_REPORT /* a table of a report of the office: may begin where the one before it ends */
};

struct view {
    enum standing standing;
    enum each each;          /* what its items are */
    const char *id, *layout; /* layout: its id, or the form of it that is for the month */
    int month;               /* 0: of no month */
    const char *label; /* above the table: "Phụ lục I", "Biểu 1"; NULL for none, or if it is numbered in its report */
    const char *basis; /* the line under the title, or NULL */
    struct place place; /* in the input, for findings */
    struct fact_list supplied;
    struct item *items;
    size_t item_count;
    const struct view_fact *facts; /* of the view or the whole report; each holds for all keys within its own */
    size_t fact_count;
    const struct layout *columns; /* that the table has of its own; NULL: it is laid out by its layout */
    struct column_scope scope;    /* what columns are repeated for */
    const struct view_measure *measures;
    size_t measure_count;
    bool says_none;     /* its only item is a sentence that there is nothing to show: no columns are drawn for it */
    bool is_list;       /* a list to be filtered, too long to be read on pages: for workbooks only, and the last view */
    const char **notes; /* lines under the table */
    size_t note_count;
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
    struct date day;                                          /* year 0: left blank, to be filled in by hand */
    struct signer_view preparer, head;
    const char *const *recipients;
    size_t recipient_count;
};

/* What a report shows of the decision itself. */
struct decision_view {
    struct place place;
    const char *type_name, *organ, *subject;
    const char *number;     /* with its notation: "93/QĐ-UBND", "…/QĐ-UBND"; NULL if the decision prints none */
    const char *place_name; /* NULL if the decision does not print it */
    const char *day;        /* of issue, in words */
    const char **authority; /* lines above the signer's position */
    size_t authority_count;
    const char *position, *full_name; /* NULL if there is no signer */
};

/* A mark that stands in a report, and what it means. */
struct view_mark {
    const char *mark, *means;
};

struct views {
    const char *plan_id, *plan_name, *author;
    struct decision_view decision;
    bool illustrative;      /* every page has to say so */
    const char *incomplete; /* why the report lacks something, for every page; NULL if it does not */
    struct date as_of;      /* latest date among the inputs: when the decision was issued */
    struct view *items; /* the decision's annexes first, then tables of its body, sources, targets; notes, reconciliation */
    size_t count;
    const struct view_mark *marks; /* those that stand in it */
    size_t mark_count;
    const struct office_view *office; /* a report of the office; NULL for the annexes of a decision */
    size_t
        text_count; /* of such a report: the first views, which are its text and are signed; the others are attached to it */
};

/* A line under the view. */
void view_note(struct view *view, const char *note, struct arena *arena);

/* The legend of NO_FIGURE_SIGN, if it stands in the view. */
void view_note_no_figure(struct view *view, struct arena *arena);

/* True if the view says that it supplies the fact, or has it as one of its own. */
bool view_supplies(const struct view *view, enum fact_id fact);

/* NULL if the view has none of that id. */
const struct view_measure *view_measure(const struct view *view, const char *id);

/* The value of a fact in a head or a title, where the blocks around it make the key; year and quarter are those of the key. */
struct value view_head(const struct view *view, enum fact_id fact, struct figure_key key, struct arena *arena);

/* What a reader calls a figure of that key: "năm 2026, Ước thực hiện, Ngân sách trung ương"; names are as printed. */
const char *view_key_words(const struct view *view, struct figure_key key, enum language language, struct arena *arena);

/* The value of a fact of an item, or of the view as a whole; empty if there is none. Never NULL. */
const struct value *view_lookup(const struct view *view, const struct fact_ref *ref);

/* The fact of the item itself, or NULL. */
struct view_fact *item_fact(const struct item *item, enum fact_id fact, struct figure_key key);

#endif
