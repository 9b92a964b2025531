#include "model/column_scope.h"

#include "base/dec.h"
#include "base/text.h"

enum fact_id column_figure_fact(struct figure_key key)
{
    if (!figure_key_is_plain(key))
        return FACT_ROW_FIGURE;
    if (!key.source)
        return key.period.year ? FACT_ROW_YEAR_AMOUNT : FACT_ROW_TOTAL;
    return key.period.year ? FACT_ROW_AMOUNT : FACT_ROW_SOURCE_AMOUNT;
}

struct figure_key column_text_key(const char *name)
{
    return (struct figure_key){ .measure = name };
}

/* ---- blocks ---- */

static struct ids ids_of_block(const struct column_scope *scope, enum layout_over over)
{
    switch (over) {
    case OVER_SOURCE: return scope->sources;
    case OVER_PHASE: return scope->phases;
    case OVER_UNIT: return scope->units;
    default: return scope->measures;
    }
}

size_t column_block_count(const struct column_scope *scope, const struct layout_node *block)
{
    if (block->item_count)
        return block->item_count;
    if (block->over == OVER_YEAR)
        return scope->years.count;
    return block->over == OVER_QUARTER ? scope->quarters.count : ids_of_block(scope, block->over).count;
}

static bool read_year(struct figure_period *period, const char *text)
{
    struct dec year;
    if (!dec_parse(&year, text))
        return false;
    *period = (struct figure_period){ .year = (int)year.units };
    return true;
}

static bool period_of_item(struct figure_period *period, const struct column_scope *scope, const struct layout_node *block,
                           size_t index)
{
    bool years = block->over == OVER_YEAR;
    if (block->item_count)
        return years ? read_year(period, block->items[index]) : year_part_parse(period, block->items[index]);
    *period = years ? scope->years.items[index] : scope->quarters.items[index];
    return true;
}

/* Quarters inside a block of years are those of its year. */
static bool period_inside(struct figure_period period, struct figure_period around)
{
    return !around.year || around.year == period.year;
}

/* The defaults have a name in layouts and none in keys. */
static const char *id_of_key(const char *id, const char *standard)
{
    return id && strcmp(id, standard) == 0 ? NULL : id;
}

bool column_block_key(struct figure_key *key, const struct column_scope *scope, const struct layout_node *block,
                      size_t index)
{
    if (block->over == OVER_YEAR || block->over == OVER_QUARTER) {
        struct figure_period period;
        if (!period_of_item(&period, scope, block, index) || !period_inside(period, key->period))
            return false;
        key->period = period;
        return true;
    }
    const char *id = block->item_count ? block->items[index] : ids_of_block(scope, block->over).items[index];
    if (block->over == OVER_SOURCE)
        key->source = id;
    else if (block->over == OVER_PHASE)
        key->phase = id;
    else if (block->over == OVER_UNIT)
        key->unit = id;
    else
        key->measure = id;
    return true;
}

/* ---- columns ---- */

/* A year that stands for the whole of a plan of one year. */
static void settle_period(const struct column_scope *scope, struct figure_period *period)
{
    struct figure_period whole = { 0 };
    if (scope->only_year && figure_period_equal(*period, whole))
        period->year = scope->only_year;
}

static struct figure_key key_of_figure(const struct column_scope *scope, const struct layout_key *own,
                                       struct figure_key around)
{
    struct figure_period none = { 0 };
    bool in_period = !figure_period_equal(around.period, none);
    struct figure_key key = { .measure = around.measure ? around.measure : scope->defaults.measure,
                              .phase = around.phase ? around.phase : scope->defaults.phase,
                              .period = in_period ? around.period : scope->defaults.period,
                              .source = own->has_source ? own->key.source : around.source };
    if (own->has_measure)
        key.measure = own->key.measure;
    if (own->has_phase)
        key.phase = own->key.phase;
    if (own->has_period)
        key.period = own->key.period;
    key.measure = id_of_key(key.measure, MEASURE_OF_TABLE);
    key.phase = id_of_key(key.phase, PHASE_OF_PLAN);
    settle_period(scope, &key.period);
    return key;
}

struct column_key column_key_of(const struct column_scope *scope, const struct layout_node *column,
                                struct figure_key around)
{
    struct column_key result = { column, column->fact, around, false };
    if (column->shows == SHOWS_TEXT) {
        result.fact = FACT_ROW_TEXT;
        result.key = column_text_key(column->text);
    } else if (column->shows == SHOWS_FIGURE) {
        result.is_figure = true;
        result.key = key_of_figure(scope, &column->key, around);
        result.fact = column_figure_fact(result.key);
    } else if (fact_get(column->fact)->kind == KIND_MONEY && fact_get(column->fact)->each == EACH_ROW) {
        result.is_figure = true;
        settle_period(scope, &result.key.period);
        result.fact = column_figure_fact(result.key);
    }
    return result;
}

static void add_columns(struct column_keys *keys, const struct column_scope *scope, const struct layout_node *nodes,
                        size_t count, struct figure_key around, struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        const struct layout_node *node = &nodes[i];
        if (node->kind == LAYOUT_COLUMN) {
            struct column_key *added = ARENA_PUSH(arena, keys->items, keys->count, keys->capacity);
            *added = column_key_of(scope, node, around);
            continue;
        }
        size_t times = node->kind == LAYOUT_BAND ? 1 : column_block_count(scope, node);
        for (size_t t = 0; t < times; t++) {
            struct figure_key inside = around;
            if (node->kind == LAYOUT_BAND || column_block_key(&inside, scope, node, t))
                add_columns(keys, scope, node->children, node->child_count, inside, arena);
        }
    }
}

struct column_keys column_keys_of(const struct column_scope *scope, const struct layout *layout, struct arena *arena)
{
    struct column_keys keys = { 0 };
    add_columns(&keys, scope, layout->columns, layout->column_count, figure_key_of(0, NULL), arena);
    return keys;
}
