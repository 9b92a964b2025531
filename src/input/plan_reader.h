/* What the parts of the plan reader share. Private to input/plan_read*.c. */
#ifndef PHULUC_INPUT_PLAN_READER_H
#define PHULUC_INPUT_PLAN_READER_H

#include "base/map.h"
#include "input/limits.h"
#include "input/plan_read.h"

struct plan_reader {
    struct plan *plan;
    const struct catalogue *catalogue;
    struct arena *arena;   /* of the plan */
    struct arena *scratch; /* for what only the reading needs; gone after it */
    struct findings *findings;
    struct map ids; /* where each stands: its line + 1 */
    const char **id_list;
    size_t id_count, id_capacity;
    struct map unknown_sources; /* that were told */
    size_t phase_capacity;
    bool malformed; /* the schema refused a part of the file */
    bool crowded;   /* one of the limits was passed and told */
};

/* Told once. */
void tell_crowded(struct plan_reader *reader, struct place place, int limit);

/* The id attribute; a finding if another element of the file has the same. */
const char *read_id(struct plan_reader *reader, struct xml_node node);

/* Texts of all children of that name. */
const char **read_texts(struct plan_reader *reader, struct xml_node parent, const char *name, size_t *count);

/* Ids separated by blanks. */
const char **split_ids(struct plan_reader *reader, const char *text, size_t *count);

/* The source that an attribute names, NULL if there is no such attribute; a finding if it names none of the plan's. */
const struct source *find_source(struct plan_reader *reader, struct xml_node node, const char *subject);

void tell_unknown_source(struct plan_reader *reader, const char *id, struct place place, const char *subject);
/* Of a line of money that names none. */
void tell_missing_source(struct plan_reader *reader, struct xml_node node);

/* The measure or phase that an attribute names, in the words of a key: NULL for the default, and for one that is unknown,
 * which is told. */
const char *find_measure(struct plan_reader *reader, const char *id, struct place place, const char *subject);
const char *find_phase(struct plan_reader *reader, const char *id, struct place place, const char *subject);

/* Where figures stand: what they belong to and what holds for those that do not say otherwise. */
struct figure_scope {
    const char *subject;
    enum money_unit unit;
    const struct source *source;  /* of a line of a source × year table */
    const char *measure, *phase;  /* of the table, as in a key */
    int year;                     /* of the table, 0 if it has none */
    const struct plan_row *above; /* whose cells as="same" means; NULL: there is no row above */
    bool unique;                  /* two figures with one key are a fault */
};

/* Figures as they are read: plain money apart from all others (struct plan_row). */
struct figure_lists {
    struct figure *plain, *keyed;
    size_t plain_count, keyed_count, plain_capacity, keyed_capacity;
};

void read_figure(struct plan_reader *reader, struct figure_lists *lists, struct xml_node node, struct figure_scope scope);

void read_measures(struct plan_reader *reader, struct xml_node root);
void read_decision(struct plan_reader *reader, struct xml_node node);
void read_sources(struct plan_reader *reader, struct xml_node root);
void read_targets(struct plan_reader *reader, struct xml_node root);
void read_past_results(struct plan_reader *reader, struct xml_node root);
void read_prose(struct plan_reader *reader, struct xml_node root);
void read_tables(struct plan_reader *reader, struct xml_node root);

/* Makes sums of which the table holds no part the amounts of their rows (plan_read_sums.c). */
void settle_sums(struct plan_reader *reader, const struct plan_table *table);
void read_statements(struct plan_reader *reader, struct xml_node root);

/* What the columns of a table name, against what the plan has. */
void check_columns(struct plan_reader *reader, const struct plan_table *table);

/* References between elements, once everything is read. */
void check_references(struct plan_reader *reader);

#endif
