/* What the parts of the plan reader share. Private to input/plan_read*.c. */
#ifndef PHULUC_INPUT_PLAN_READER_H
#define PHULUC_INPUT_PLAN_READER_H

#include "input/limits.h"
#include "input/plan_read.h"

struct known_id {
    const char *id;
    long line;
};

struct plan_reader {
    struct plan *plan;
    struct arena *arena;
    struct findings *findings;
    struct known_id *ids;
    size_t id_count, id_capacity;
    bool crowded; /* one of the limits was passed and told */
};

/* Told once. */
void tell_crowded(struct plan_reader *reader, struct place place, int limit);

/* The id attribute; a finding if another element of the file has the same. */
const char *read_id(struct plan_reader *reader, struct xml_node node);

/* Texts of all children of that name. */
const char **read_texts(struct plan_reader *reader, struct xml_node parent, const char *name, size_t *count);

void read_decision(struct plan_reader *reader, struct xml_node node);
void read_sources(struct plan_reader *reader, struct xml_node root);
void read_targets(struct plan_reader *reader, struct xml_node root);
void read_past_results(struct plan_reader *reader, struct xml_node root);
void read_prose(struct plan_reader *reader, struct xml_node root);
void read_tables(struct plan_reader *reader, struct xml_node root);
void read_rest(struct plan_reader *reader, struct xml_node root);

/* References between elements, once everything is read. */
void check_references(struct plan_reader *reader);

#endif
