/*
 * A plan: one decision and the plan it issues, exactly as printed. Immutable once read.
 *
 * Money is in whole đồng; next to it stand the number, unit and decimals it was printed with. Four kinds of nothing are
 * told apart: zero (a number), a printed dash (counts as 0), blank (nothing allocated: no figure) and lost (printed, but
 * lost in the copy: a sum over it is incomplete).
 *
 * Names follow Nghị định 30/2020/NĐ-CP, Phụ lục VI (codeNumber, codeNotation, issuedDate, organName, subject, signer).
 * Strings are never NULL unless the field says so; everything lives in the arena the plan was read into.
 */
#ifndef PHULUC_MODEL_PLAN_H
#define PHULUC_MODEL_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/dec.h"
#include "base/finding.h"
#include "model/measure.h"

enum money_unit { UNIT_NONE, UNIT_DONG, UNIT_THOUSAND, UNIT_MILLION, UNIT_BILLION };

/* Power of ten that turns the unit into đồng; "million-dong"; "triệu đồng". */
unsigned money_unit_power(enum money_unit unit);
const char *money_unit_token(enum money_unit unit);
const char *money_unit_name(enum money_unit unit);
enum money_unit money_unit_parse(const char *token);

/* A text that the decision may leave out: absent (does not print it at all) or left blank and known from elsewhere. */
struct printed {
    const char *text;
    bool absent, blank;
    const char *known_from; /* NULL unless blank */
};

struct reference {
    struct place place;
    const char *title;
    const char *number, *organ, *where; /* NULL if not printed */
    struct date date;
};

struct decision {
    struct place place;
    const char *type_name;
    struct printed code_number;
    const char *code_notation;
    struct date issued;
    bool issued_blank;
    const char *issued_known_from;
    struct printed place_name;
    const char *organ_name, *subject, *plan_name;
    bool within; /* the plan stands inside the decision, not attached to it */
    const char **authority;
    size_t authority_count;
    const char *position, *full_name; /* NULL if there is no signer */
    bool recipients_absent;
    const char **recipients;
    size_t recipient_count;
    struct reference *bases, *submissions, *earlier, *cited;
    size_t basis_count, submission_count, earlier_count, cited_count;
};

struct source_label {
    const char *where, *text;
};

struct source {
    struct place place;
    const char *id, *code, *name, *abbr; /* abbr is the name where none is printed */
    bool money; /* the decision states amounts for it */
    struct source_label *labels;
    size_t label_count;
};

enum figure_state { FIGURE_BLANK, FIGURE_NUMBER, FIGURE_DASH, FIGURE_LOST };

/* Which cell of a row: source NULL is all sources, year 0 the whole period. */
struct figure {
    struct place place;
    const struct source *source;
    int year;
    bool stated;           /* a printed sum; otherwise an amount of the row itself */
    enum figure_state state;
    int64_t dong;          /* 0 unless FIGURE_NUMBER */
    struct dec number;     /* as printed, in unit */
    enum money_unit unit;
    bool about;            /* "khoảng" */
    const char *words;     /* amount in words as printed, or NULL */
    const char *label;     /* name of the item where it is stated in prose, or NULL */
};

enum row_kind { ROW_GROUP, ROW_ACTIVITY, ROW_LINE, ROW_TOTAL };

struct label_sum {
    bool has_count, has_result;
    struct dec count, unit_price, result;
    const char *count_unit, *per; /* or NULL */
};

enum { NO_ROW = -1 };

struct plan_row {
    struct place place;
    enum row_kind kind;
    const char *id, *no, *title; /* no is "" where none is printed */
    int parent;                  /* index of the enclosing row in the table, or NO_ROW */
    unsigned level;
    bool has_children;
    const struct source *source; /* ROW_LINE */
    struct figure *figures;
    size_t figure_count;
    const char **of;             /* ROW_TOTAL: ids of the rows summed; none: every row at the top but totals */
    size_t of_count;
    int start, end;              /* schedule in years, 0 if none */
    const char *unit;            /* NULL if none */
    bool has_quantity;
    struct dec quantity;
    const char **leads, **partners;
    size_t lead_count, partner_count;
    struct label_sum *label_sums;
    size_t label_sum_count;
    bool repealed; /* in a plan as amended only: kept for what was spent on it, without figures of its own */
};

struct plan_table {
    struct place place;
    const char *id, *layout;
    const char *annex; /* "I", "" for an annex without number, NULL for a table in the body */
    const char *where; /* place in the text, or NULL */
    const char *title; /* or NULL */
    enum money_unit unit;
    struct plan_row *rows; /* in printed order, children after their parent */
    size_t row_count;
    const char **notes;
    size_t note_count;
};

struct target {
    struct place place;
    const char *id, *text;
    size_t section;
    struct measure measure;
    enum direction direction;
    const char *continues; /* or NULL */
};

struct target_section {
    const char *no, *title;
};

/* What a target is to have reached by the end of a year before its own. */
struct milestone {
    struct place place;
    const char *target;
    int year;
    struct dec value;
};

struct past_result {
    struct place place;
    const char *id, *text, *where;
    struct measure measure;
    int first_year, last_year;
};

struct prose {
    struct place place;
    const char *id, *where;
    enum money_unit unit;
    struct figure *figures;
    size_t figure_count;
};

struct deadline {
    struct place place;
    const char *id, *text, *from, *to, *where, *when; /* when NULL if a date is given */
    int month, day;
};

struct count_part {
    struct dec value;
    const char *what;
};

struct count {
    struct place place;
    const char *id, *where, *what, *target; /* target or NULL */
    enum op op;
    struct dec value, each_low, each_high;
    bool has_each;
    struct count_part *parts;
    size_t part_count;
};

struct absent_annex {
    struct place place;
    const char *where, *text;
};

/* Strikes out what has that id in the plan that is amended, with all that stands in it. */
struct repeal {
    struct place place;
    const char *ref;
};

struct relation {
    struct place place;
    bool replaces; /* else amends */
    const char *plan;
    struct date effective;
    struct repeal *repeals; /* of one that amends */
    size_t repeal_count;
};

struct plan {
    struct place place;
    const char *id, *unit;
    struct date as_of;
    bool illustrative; /* invented: every page made from it says so */
    struct decision decision;
    struct relation *relations;
    size_t relation_count;
    int first_year, last_year;
    struct source *sources;
    size_t source_count;
    bool no_amounts;
    struct place no_amounts_place;
    const char *no_amounts_id, *no_amounts_text, *no_amounts_where, *no_amounts_layout;
    struct past_result *past;
    size_t past_count;
    struct place targets_place;
    const char *targets_id, *targets_layout, *targets_where; /* NULL if there are none */
    struct target_section *sections;
    size_t section_count;
    struct target *targets;
    size_t target_count;
    struct milestone *milestones;
    size_t milestone_count;
    struct prose *prose;
    size_t prose_count;
    struct plan_table *tables;
    size_t table_count;
    struct absent_annex *absent;
    size_t absent_count;
    struct deadline *deadlines;
    size_t deadline_count;
    struct count *counts;
    size_t count_count;
    const char **notes;
    size_t note_count;
};

/* NULL if there is none. */
const struct source *plan_source(const struct plan *plan, const char *id);
const struct target *plan_target(const struct plan *plan, const char *id);
const struct deadline *plan_deadline(const struct plan *plan, const char *id);

/* True if the plan speaks of the year. */
bool plan_covers(const struct plan *plan, int year);

bool relation_repeals(const struct relation *relation, const char *id);

/* What of a plan can be repealed. */
enum part_kind { PART_NONE, PART_TARGET, PART_TABLE, PART_ROW, PART_DEADLINE };

struct plan_part {
    enum part_kind kind;
    const char *id;
    const struct target *target;
    const struct plan_table *table; /* also of a row */
    const struct plan_row *row;     /* a group or an activity */
    const struct deadline *deadline;
};

/* The part with that id that is in force; PART_NONE if there is none. */
struct plan_part plan_part(const struct plan *plan, const char *id);

/* The figure of a row for a source (NULL: all) and year (0: period); NULL if the row has none. */
const struct figure *row_figure(const struct plan_row *row, const struct source *source, int year);

/* Index of the row with that id, or NO_ROW. */
int table_row(const struct plan_table *table, const char *id);

/* True if the table holds any money at all. */
bool table_has_money(const struct plan_table *table);

#endif
