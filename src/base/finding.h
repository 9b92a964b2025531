/*
 * Findings: everything that is wrong, doubtful or worth knowing, collected and never printed here.
 *
 * What can be found is a closed catalogue (finding.def): a code that never changes meaning, a severity, the rule it rests
 * on, and two sentences in Vietnamese and English: what is wrong, and what to do. {0}, {1}, ... in a sentence are filled
 * with the arguments given when the finding is added. The worst severity decides the exit status.
 *
 * A function that takes findings and fails has added at least one; one that succeeds may have added warnings.
 */
#ifndef PHULUC_BASE_FINDING_H
#define PHULUC_BASE_FINDING_H

#include <stdbool.h>
#include <stdio.h>

#include "base/arena.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_SYSTEM, SEVERITY_LOCKED };

enum finding_code {
#define FINDING(symbol, id, severity, rule, vi, vi_remedy, en, en_remedy) FINDING_##symbol,
#include "base/finding.def"
#undef FINDING
    FINDING_COUNT
};

/* A line of a file; line 0 means the file as a whole. file is owned by whoever made the finding's arena. */
struct place {
    const char *file;
    long line;
};

enum { FINDING_ARGS = 5 };

struct finding {
    enum finding_code code;
    struct place place;
    const char *subject; /* id of the row, target, column concerned, or NULL */
    const char *year;    /* "2021", "period" or NULL */
    const char *stated;  /* canonical numbers, in đồng where they are money, or NULL */
    const char *computed;
    const char *args[FINDING_ARGS];
    int error;            /* errno that argument {1} says in words, or 0 */
    const char *plan;     /* id of the plan it is about, or NULL */
    const char *source;   /* id of the source of funds, or NULL */
    const char *accepted; /* why it is known and accepted, or NULL: a note then, whatever the catalogue says */
};

/*
 * What a finding is about, besides its place; NULL where it is about none. Accepted findings are matched by it. Texts are
 * kept as they are and live as long as the finding.
 */
struct about {
    const char *subject, *source, *year, *stated, *computed, *plan; /* as in struct finding */
};
#define ABOUT(id) ((struct about){ .subject = (id) })

struct findings_quota;

struct findings {
    struct arena *arena;
    const char *plan; /* id of the plan that is being checked, or NULL: what is added is about it unless it names another */
    struct finding *items;
    size_t count, capacity;
    struct findings_quota *quota; /* while one holds, else NULL */
};

enum language { LANGUAGE_VI, LANGUAGE_EN };

struct findings findings_in(struct arena *arena);

/* Adds a finding; the arguments are strings ended by NULL, copied. It is complete and is not changed afterwards. */
struct finding *finding_add(struct findings *findings, enum finding_code code, struct place place, ...)
    __attribute__((sentinel));
struct finding *finding_add_about(struct findings *findings, enum finding_code code, struct place place, struct about about,
                                  ...) __attribute__((sentinel));

/*
 * From here to findings_end_quota() only the first `most` errors of each kind that are about the file are kept and the others
 * counted: a file of a million faults is told in a few lines. Warnings and notes are all kept, because each can be accepted.
 */
void findings_begin_quota(struct findings *findings, const char *file, size_t most);

/* Adds one finding for each kind of which some were only counted: how many. Nothing if no quota holds. */
void findings_end_quota(struct findings *findings);

/* True if another such finding would only be counted: its words need not be made. */
bool findings_full(const struct findings *findings, enum finding_code code, const char *file);

/* The same for a system error: {0} is the file, {1} the error in words of the reader's language. */
void finding_errno(struct findings *findings, enum finding_code code, struct place place, int error);

/* Adds copies of the others, whose texts must live as long; those about no plan are about that of `findings`. */
void findings_append(struct findings *findings, const struct findings *others);

/* The same with copies of their texts, too: the others need not live on. */
void findings_append_copies(struct findings *findings, const struct findings *others);

/* Orders by file, line and code, so that output does not depend on the order of discovery; drops exact repetitions. */
void findings_sort(struct findings *findings);

enum severity finding_severity(const struct finding *finding);
const char *finding_id(enum finding_code code);
const char *finding_rule(enum finding_code code);
const char *severity_token(enum severity severity);

/* The sentence, and the sentence with its remedy, with arguments filled in. */
const char *finding_what(struct arena *arena, const struct finding *finding, enum language language);
const char *finding_remedy(struct arena *arena, const struct finding *finding, enum language language);

/* The finding of that id, whatever its case; FINDING_COUNT if there is none. */
enum finding_code finding_named(const char *id);

/* Of the catalogue, whoever it happens to: what is wrong and what to do, with "…" for each argument. */
const char *finding_meaning(struct arena *arena, enum finding_code code, enum language language);
const char *finding_advice(struct arena *arena, enum finding_code code, enum language language);
enum severity finding_usual_severity(enum finding_code code);

/* "cảnh báo", "warning" */
const char *severity_words(enum severity severity, enum language language);

/* Those above notes; the items are shared. */
struct findings findings_above_notes(const struct findings *findings);

/* True if one of those added since there were `before` is an error. */
bool findings_have_error_since(const struct findings *findings, size_t before);

/* The words for a system error (errno); Vietnamese for those that people meet, else the system's own. */
const char *error_words(int error, enum language language);

/* True if any finding is at least this severe. */
bool findings_reach(const struct findings *findings, enum severity severity);

/* One line: file:line: what: remedy [severity code], and its end. */
const char *finding_line(struct arena *arena, const struct finding *finding, enum language language);
void finding_print(FILE *out, const struct finding *finding, enum language language);

#endif
