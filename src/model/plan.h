/*
 * A plan: one decision and the plan it issues, exactly as printed. Immutable once read.
 *
 * Money is in whole đồng; next to it stand the number, unit and decimals it was printed with. The kinds of nothing are told
 * apart: zero (a number), a printed dash (counts as 0), blank (nothing allocated: no figure), lost (printed, but lost in the
 * copy), the rest ("còn lại": the text says no number by design) and not stated (the text says that there is an amount, and
 * not how much). A sum over one of the last three is incomplete.
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
#include "model/figure_key.h"
#include "model/layout.h"
#include "model/measure.h"

enum money_unit { UNIT_NONE, UNIT_DONG, UNIT_THOUSAND, UNIT_MILLION, UNIT_BILLION };

/* Power of ten that turns the unit into đồng; "triệu đồng". */
unsigned money_unit_power(enum money_unit unit);
const char *money_unit_name(enum money_unit unit);
enum money_unit money_unit_parse(const char *token);

/*
 * A text that the decision may leave out: absent (does not print it at all), left blank (the text is then what is known from
 * elsewhere, or "") or unknown (printed, but not to be read in this copy: no text).
 */
struct printed {
    const char *text;
    bool absent, blank, unknown;
    const char *known_from; /* NULL unless blank and known */
};

struct reference {
    struct place place;
    const char *title;
    const char *number, *organ, *where; /* NULL if not printed */
    struct date date;
};

/* The day of issue, as far as it is known. */
struct issue_date {
    struct date known;      /* day 0: only the month; month 0: only the year; year 0: nothing */
    bool blank;             /* the decision leaves it blank: what is known comes from elsewhere */
    bool unknown;           /* only the copy lacks what is not known */
    const char *known_from; /* NULL unless blank and known */
};

struct decision {
    struct place place;
    const char *type_name;
    struct printed code_number;
    struct printed code_notation;
    struct issue_date issue;
    struct date issued; /* for the order of time: the first day that issue.known may mean, or the plan's asOf */
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
    bool money;                          /* the decision states amounts for it */
    struct source_label *labels;
    size_t label_count;
};

/* What money is reckoned in, or something else that columns of a table show. */
enum measure_adds { ADDS_AS_MONEY, ADDS_IN_UNIT, ADDS_NEVER, ADDS_TO_HUNDRED };

/* What a plan measures besides the money of its tables: quantities, unit prices, rates, shares. */
struct plan_measure {
    struct place place;
    const char *id, *name;
    enum measure_adds adds;
    const char *unit; /* as printed; NULL if it has none or each row has its own */
    bool unit_of_row;
    enum money_unit money; /* of ADDS_AS_MONEY */
    int decimals;          /* printed; -1 if not said */
};

/* What a phase is of a balance: what there was, what came, what went, and what is left. */
enum phase_flow { FLOW_NONE, FLOW_OPENING, FLOW_IN, FLOW_OUT, FLOW_CLOSING, FLOWS };

enum phase_flow phase_flow_parse(const char *token);

/* A phase that figures of the plan may have: declared by the plan, or one of the catalogue that the plan names. */
struct plan_phase {
    struct place place;
    const char *id, *name;
    bool actual, cumulative;
    bool of_catalogue;
    enum phase_flow flow;
};

enum figure_state { FIGURE_BLANK, FIGURE_NUMBER, FIGURE_DASH, FIGURE_LOST, FIGURE_REST, FIGURE_NOT_STATED };

/* The word in front of the number: exact, khoảng, gần, hơn, trên, không quá, ít nhất, dưới, từ … đến …. */
enum figure_op {
    FIGURE_EXACT,
    FIGURE_ABOUT,
    FIGURE_ALMOST,
    FIGURE_OVER,
    FIGURE_ABOVE,
    FIGURE_AT_MOST,
    FIGURE_AT_LEAST,
    FIGURE_BELOW,
    FIGURE_RANGE
};

/*
 * What can be said of a + b where the sum is made of the numbers, of a range of its lower bound: at least that where each
 * is that or more, at most where each is that or less, else about. FIGURE_EXACT only of two exact ones.
 */
enum figure_op figure_op_of_sum(enum figure_op a, enum figure_op b);

/* The same of −a: what is more than a makes a difference less. */
enum figure_op figure_op_taken_off(enum figure_op op);

enum figure_change { CHANGE_NONE, CHANGE_INCREASE, CHANGE_DECREASE };

/* One cell of a row, or one amount in prose. */
struct figure {
    struct place place;
    struct figure_key key;
    const struct source *source; /* that of the key; NULL: all sources */
    int year;                    /* that of the key */
    bool whole;                  /* of a plan of one year: the year is its whole period too */
    bool stated;                 /* a printed sum; otherwise an amount of the row itself */
    enum figure_state state;
    enum figure_op op;
    enum figure_change change; /* the number is a difference, never negative, from the plan that is amended */
    bool same;                 /* "nt": the number is that of the same cell of the row above */
    int64_t dong;              /* 0 unless FIGURE_NUMBER; 0 of a measure that is no money */
    struct dec number;         /* as printed, in unit; of a range the lower bound */
    int64_t high_dong;         /* FIGURE_RANGE */
    struct dec high;
    enum money_unit unit; /* UNIT_NONE for a measure that is no money */
    const char *printed;  /* what the cell shows where that is not the plain number, or NULL */
    const char *words;    /* amount in words as printed, or NULL */
    const char *label;    /* name of the item where it is stated in prose, or NULL */
};

/* A text of a row in a column of its own: "note", "result", "time" … */
struct row_text {
    const char *name, *text;
};

enum row_kind { ROW_GROUP, ROW_ACTIVITY, ROW_LINE, ROW_TOTAL };

struct label_sum {
    bool has_count, has_result;
    struct dec count, unit_price, result;
    const char *count_unit, *per; /* or NULL */
};

/* "15 điểm × 02 lần/tháng × 08 tháng = 240" */
struct label_product {
    struct place place;
    struct dec *factors;
    size_t factor_count;
    struct dec result;
    const char *unit; /* of the result, or NULL */
};

enum { NO_ROW = -1 };

struct plan_row {
    struct place place;
    enum row_kind kind;
    const char *id, *no, *title; /* no is "" where none is printed */
    int parent;                  /* index of the enclosing row in the table, or NO_ROW */
    unsigned level;
    bool has_children;
    const struct source *source; /* ROW_LINE that is one of a source, else NULL */
    int of_year;                 /* of a row that is one of a year: columns without a period show its figures; else 0 */
    struct figure *figures;      /* money as planned, by year and source: what adds up to the plan's totals */
    size_t figure_count;
    struct figure *keyed; /* all other figures: of another measure, phase or part of a year, and changes */
    size_t keyed_count;
    struct row_text *texts;
    size_t text_count;
    bool of_which;     /* "trong đó": a part that need not fill what it is a part of, and is never added to it */
    bool outside;      /* printed in the table, outside its total and the plan's */
    const char *split; /* rows under one parent that share it fill the parent; NULL: the unnamed split */
    bool apart;        /* adds nothing to the row or table it stands in: of-which, outside, or of a second split */
    const char **of;   /* ROW_TOTAL: ids of the rows summed; none: every row at the top but totals */
    bool *of_minus;    /* for each of them: it is taken off */
    size_t of_count;
    int start, end;   /* schedule in years, 0 if none */
    const char *unit; /* NULL if none */
    bool has_quantity;
    struct dec quantity;
    const char **leads, **partners;
    size_t lead_count, partner_count;
    struct label_sum *label_sums;
    size_t label_sum_count;
    struct label_product *label_products;
    size_t label_product_count;
    struct date
        stopped;   /* nothing is done under the row after it; day 0: the whole year still counts; year 0: not stopped */
    bool resummed; /* in a plan as amended only: sums that hold no longer are left out, and are not blank */
    const char **summed; /* in a plan as amended only: ids of the sources of sums left out; NULL of all sources together */
    size_t summed_count;
    bool repealed; /* in a plan as amended only: kept for what was spent on it, without figures of its own */
};

/* What another place of the decision calls a table. */
struct table_citation {
    struct place place;
    const char *where;
    const char *annex_name, *annex, *title; /* as printed there; NULL where it says none */
};

struct plan_table {
    struct place place;
    const char *id;
    const char *layout;         /* id of a layout; that of the table itself where it has columns of its own */
    struct layout *columns;     /* of its own, or NULL */
    struct figure_key defaults; /* measure, phase and year of figures that do not say otherwise; no source */
    const char **repeats;       /* ids of tables, prose and rows of other tables whose money it says again */
    size_t repeat_count;
    bool details;            /* one of them is a row: the table says a part of the plan, not the whole */
    bool counts;             /* said to add up with the others */
    const char **looked_like; /* in a plan as amended only: ids of the tables that it looked like a repetition of */
    size_t looked_like_count;
    const char *annex;       /* "I", "01", "" for an annex without number, NULL for a table in the body */
    const char *annex_name;  /* what stands before the number, "Biểu số"; NULL: "Phụ lục" */
    const char *where;       /* place in the text, or NULL */
    const char *title;       /* or NULL */
    enum money_unit unit;
    struct plan_row *rows; /* in printed order, children after their parent */
    size_t row_count;
    const char **subtitles; /* lines that the decision prints under the title: "(Số liệu tính đến ngày 31/12/2025)" */
    size_t subtitle_count;
    const char **footnotes; /* lines that it prints under the table */
    size_t footnote_count;
    const char **notes; /* of whoever keyed it */
    size_t note_count;
    struct table_citation *cited;
    size_t cited_count;
};

/* The figures by year that a rate of growth is the growth of. */
struct series_ref {
    const char *row;     /* id of a row; NULL: none is named */
    const char *measure; /* of its figures; NULL: the money of the table */
};

struct target {
    struct place place;
    const char *id, *text;
    size_t section;
    struct measure measure;
    enum direction direction;
    enum accumulation accumulation; /* how figures of several years go together; of a target with indicator as it says */
    bool accumulation_said;         /* false: what the catalogue says of the indicator holds; without one, the default */
    const char *continues;          /* or NULL */
    struct series_ref series;
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
    const char **targets; /* ids of the targets that it is the result of; none: those of its indicator */
    size_t target_count;
    struct measure measure;
    int first_year, last_year;
    struct series_ref series;
};

struct prose {
    struct place place;
    const char *id, *where;
    enum money_unit unit;
    struct figure *figures; /* as those of a row */
    size_t figure_count;
    struct figure *keyed;
    size_t keyed_count;
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
    const char **items; /* ids of what lists the things that are counted: tables, rows, the targets, single targets */
    size_t item_count;
    bool each_last; /* of tables and rows: the rows that have none under them; otherwise those directly under them */
};

/* A text that the scan damaged: as the copy has it, and as it was read and keyed. */
struct repair {
    const char *printed, *read;
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

/* A longer plan that a yearly plan carries out: both are in force. */
struct carried_out {
    struct place place;
    const char *plan;
};

struct plan {
    struct place place;
    const char *id, *unit; /* unit: two digits, or COUNTRY */
    const char *programme; /* code of the catalogue, or NULL */
    struct date as_of;
    bool illustrative; /* invented: every page made from it says so */
    struct decision decision;
    struct relation *relations;
    size_t relation_count;
    struct carried_out *carries_out;
    size_t carries_out_count;
    int first_year, last_year;
    struct source *sources;
    size_t source_count;
    struct plan_measure *measures;
    size_t measure_count;
    struct plan_phase *phases;
    size_t phase_count;
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
    struct repair *repairs;
    size_t repair_count;
    const char **notes;
    size_t note_count;
    bool head_only; /* what plan_head() keeps is known, and nothing is known of the rest */
};

/*
 * What a plan is held against others by: its place, id, unit, programme, day, status and period, its decision, and the plans that
 * it changes or carries out. Shares their texts.
 */
struct plan plan_head(const struct plan *plan);

/* The code of the whole country, which is no province and is never added to them. */
#define COUNTRY "vn"

bool unit_is_country(const char *code);

/* The code that a unit goes by: "00", as statistics write the whole country, is COUNTRY. */
const char *unit_code_known(const char *code);

/* NULL if there is none; the id may be NULL, as in the key of money as planned. */
const struct plan_measure *plan_measure(const struct plan *plan, const char *id);
const struct plan_phase *plan_phase(const struct plan *plan, const char *id);

/* NULL if there is none. */
const struct source *plan_source(const struct plan *plan, const char *id);
const struct target *plan_target(const struct plan *plan, const char *id);
const struct deadline *plan_deadline(const struct plan *plan, const char *id);

/* "2021-2025"; "2021" of a plan of one year. */
const char *plan_years(struct arena *arena, const struct plan *plan);

/* True if the plan speaks of the year. */
bool plan_covers(const struct plan *plan, int year);

/* True if it is a yearly plan under the other. */
bool plan_carries_out(const struct plan *plan, const struct plan *other);

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

/* True if the id is that of a target, of all targets, of a table or of a row of one: what lists things that are counted. */
bool plan_lists(const struct plan *plan, const char *id);

/* The row of any kind with that id, and its table; NULL if there is none. */
const struct plan_row *plan_row(const struct plan *plan, const char *id, const struct plan_table **table);

/* The part with that id that is in force; PART_NONE if there is none. */
struct plan_part plan_part(const struct plan *plan, const char *id);

/* Money of a row as planned, for a source (NULL: all) and year (0: period); NULL if the row has none. */
const struct figure *row_figure(const struct plan_row *row, const struct source *source, int year);

/*
 * Money of a row as planned, of years and of the whole period, then of parts of a year and of spans of years, each in the
 * order of the row: steps to the next from *at, 0 at first; NULL at the end. Changes of an amendment are not among them.
 */
const struct figure *row_planned(const struct plan_row *row, size_t *at);

/* The number in its unit; 0 of a figure without one. */
struct dec figure_number(const struct figure *figure);

/* True of an amount of a year or of a part of one, not of a longer period. */
bool figure_is_of_year(const struct figure *figure);

/* True if an amount of row_planned() is such a one. */
bool row_has_years(const struct plan_row *row);

/* The figure of a row with that key; NULL if the row has none. Changes of an amendment are not among them. */
const struct figure *row_figure_at(const struct plan_row *row, struct figure_key key);

/* The key of the row's figure in a column: of a line of one source in a column of all its own; of a row of one year its year. */
struct figure_key row_own_key(const struct plan_row *row, struct figure_key column);

/*
 * What a column of that key shows: of a line of one source its own figure where the key is of all sources together, of a row of
 * one year that of the year where the key is of the whole period.
 */
const struct figure *row_cell(const struct plan_row *row, struct figure_key key);

/* The text of a row in the column of that name; NULL if it has none. */
const char *row_text_named(const struct plan_row *row, const char *name);

/* True if there is an amount and it is not known: lost, the rest, or not stated. A sum over it is incomplete. */
bool figure_is_unknown(const struct figure *figure);

/* True if the decision itself says no number: the rest, or not stated. Nothing of it is lost. */
bool figure_is_unstated(const struct figure *figure);

/* True for a row that is apart, or stands under one that is: it adds nothing to the table. */
bool row_is_apart(const struct plan_table *table, const struct plan_row *row);

/* True if the table says again what that table or paragraph says. */
bool table_repeats(const struct plan_table *table, const char *id);

/* True if it looked like a repetition of that table before the plan was amended. */
bool table_looked_like(const struct plan_table *table, const char *id);

/* Index of the row with that id, or NO_ROW. */
int table_row(const struct plan_table *table, const char *id);

/* True if the table holds any money at all. */
bool table_has_money(const struct plan_table *table);

#endif
