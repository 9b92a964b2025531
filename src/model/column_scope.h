/*
 * What the columns of a layout mean for one table: blocks repeated over what the table has, and the key of each column.
 *
 * A column names parts of its key; the others come from the blocks around it, else they are the table's defaults. In a plan
 * of one year a column of the whole period and a column of that year show the same figure.
 */
#ifndef PHULUC_MODEL_COLUMN_SCOPE_H
#define PHULUC_MODEL_COLUMN_SCOPE_H

#include "model/layout.h"

/* The names of the defaults, where a layout has to say them: money of the table, as planned. */
#define MEASURE_OF_TABLE "money"
#define PHASE_OF_PLAN "planned"

struct ids {
    const char *const *items;
    size_t count;
};

struct periods {
    const struct figure_period *items;
    size_t count;
};

/* What blocks repeat over if they name no items, and what holds for columns that do not say otherwise. */
struct column_scope {
    struct figure_key defaults;
    int only_year; /* of a plan of one year; 0 of any other */
    struct periods years, quarters;
    struct ids sources, phases, measures;
    struct ids units; /* ids of plans, side by side in a consolidated table */
};

/* What a column shows: the fact, and for a figure or a text its key. */
struct column_key {
    const struct layout_node *node;
    enum fact_id fact;
    struct figure_key key;
    bool is_figure; /* a figure of the row; else a text, or a fact that has no key */
};

/* The fact by which views know a figure of that key. */
enum fact_id column_figure_fact(struct figure_key key);

/* The key of a text of a row: texts are told apart by name, as figures are by measure. */
struct figure_key column_text_key(const char *name);

/* How often a block may repeat; the key inside its repetition number `index`: false if the key around has no such part. */
size_t column_block_count(const struct column_scope *scope, const struct layout_node *block);
bool column_block_key(struct figure_key *key, const struct column_scope *scope, const struct layout_node *block,
                      size_t index) __attribute__((warn_unused_result));

/* The column, where the blocks around it make the key; around holds nothing for what no block says. */
struct column_key column_key_of(const struct column_scope *scope, const struct layout_node *column,
                                struct figure_key around);

struct column_keys {
    struct column_key *items;
    size_t count, capacity;
};

/* All columns from left to right, behind all repeats: as many as the number row has cells. */
struct column_keys column_keys_of(const struct column_scope *scope, const struct layout *layout, struct arena *arena);

#endif
