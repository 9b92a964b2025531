#include "content/sample_view.h"

#include "content/items.h"

enum { SAMPLE_ROWS = 3, SAMPLE_UNITS = 1000, SAMPLE_COUNT = 5 };

static const struct figure_period YEARS[] = { { .year = 2026 }, { .year = 2027 } };
static const struct figure_period QUARTERS[] = { { .year = 2026, .part = FIRST_QUARTER },
                                                 { .year = 2026, .part = SECOND_QUARTER } };
static const char *const SOURCES[] = { "nguồn 1", "nguồn 2" };
static const char *const PHASES[] = { PHASE_OF_PLAN };
static const char *const MEASURES[] = { MEASURE_OF_TABLE };
static const char *const UNITS[] = { "đơn vị 1", "đơn vị 2" };

#define COUNT(array) (sizeof(array) / sizeof *(array))

struct sample {
    struct view_fact *facts; /* of the view */
    size_t count, capacity;
    struct arena *arena;
};

static void add_fact(struct sample *sample, enum fact_id fact, struct figure_key key, const char *text)
{
    struct view_fact *added = ARENA_PUSH(sample->arena, sample->facts, sample->count, sample->capacity);
    *added = (struct view_fact){ .fact = fact, .key = key, .value = value_text(text) };
}

static void name_source(struct sample *sample, const char *id)
{
    add_fact(sample, FACT_SOURCE_NAME, (struct figure_key){ .source = id }, id);
    add_fact(sample, FACT_SOURCE_ABBR, (struct figure_key){ .source = id }, id);
}

static void name_phase(struct sample *sample, const char *id)
{
    add_fact(sample, FACT_PHASE_NAME, (struct figure_key){ .phase = id }, id);
}

static void name_measure(struct sample *sample, const char *id)
{
    add_fact(sample, FACT_MEASURE_NAME, (struct figure_key){ .measure = id }, id);
    add_fact(sample, FACT_MEASURE_UNIT, (struct figure_key){ .measure = id }, "đơn vị");
}

/* What columns and blocks of the layout name has a name: its id. */
static void name_nodes(struct sample *sample, const struct layout_node *nodes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct layout_node *node = &nodes[i];
        for (size_t item = 0; item < node->item_count; item++) {
            if (node->over == OVER_SOURCE)
                name_source(sample, node->items[item]);
            else if (node->over == OVER_PHASE)
                name_phase(sample, node->items[item]);
            else if (node->over == OVER_MEASURE)
                name_measure(sample, node->items[item]);
        }
        if (node->key.has_source)
            name_source(sample, node->key.key.source);
        if (node->key.has_phase)
            name_phase(sample, node->key.key.phase);
        if (node->key.has_measure)
            name_measure(sample, node->key.key.measure);
        name_nodes(sample, node->children, node->child_count);
    }
}

/* Facts that hold for the whole view say what they are. */
static void name_rest(struct sample *sample)
{
    for (enum fact_id fact = 0; fact < FACT_COUNT; fact++)
        if (!fact_is_of_item(fact) && (fact < FACT_YEAR || fact > FACT_UNIT_HEAD))
            add_fact(sample, fact, figure_key_of(0, NULL), fact_get(fact)->help[LANGUAGE_VI]);
}

static struct value sample_value(const struct column_key *column, size_t row, struct arena *arena)
{
    const struct fact *fact = fact_get(column->fact);
    bool ordinal = column->fact == FACT_ROW_NO || column->fact == FACT_TARGET_NO;
    if (column->is_figure || fact->kind == KIND_MONEY)
        return value_exact(dec_of((int64_t)SAMPLE_UNITS * (row ? 1 : SAMPLE_ROWS - 1)));
    if (fact->kind == KIND_NUMBER || fact->kind == KIND_PERCENT)
        return row ? value_exact(dec_of(SAMPLE_COUNT)) : value_text(NULL);
    if (fact->kind == KIND_YEAR)
        return value_year(YEARS[0].year);
    if (ordinal)
        return value_text(row ? arena_printf(arena, "%zu", row) : "I");
    return value_text(column->fact == FACT_ROW_TEXT ? column->key.measure : fact->help[LANGUAGE_VI]);
}

static void add_rows(struct view *view, const struct layout *layout, struct arena *arena)
{
    struct items list = { .arena = arena };
    struct column_keys keys = column_keys_of(&view->scope, layout, arena);
    for (size_t row = 0; row < SAMPLE_ROWS; row++) {
        struct item *item = items_add(&list, row ? ROLE_BODY : ROLE_GROUP, row != 0);
        item->id = layout->id;
        for (size_t c = 0; c < keys.count; c++) {
            const struct column_key *column = &keys.items[c];
            struct value value = sample_value(column, row, arena);
            if (value.kind != VALUE_EMPTY && !item_fact(item, column->fact, column->key))
                items_put_figure(&list, column->fact, column->key, value);
        }
    }
    view->items = list.items;
    view->item_count = list.count;
}

static struct fact_list all_facts(struct arena *arena)
{
    enum fact_id *ids = arena_alloc(arena, FACT_COUNT, sizeof *ids);
    for (enum fact_id fact = 0; fact < FACT_COUNT; fact++)
        ids[fact] = fact;
    return (struct fact_list){ ids, FACT_COUNT };
}

struct views sample_views(const struct layout *layout, struct arena *arena)
{
    struct sample sample = { .arena = arena };
    struct view *view = arena_alloc(arena, 1, sizeof *view);
    for (size_t s = 0; s < COUNT(SOURCES); s++)
        name_source(&sample, SOURCES[s]);
    name_phase(&sample, PHASES[0]);
    name_measure(&sample, MEASURES[0]);
    for (size_t u = 0; u < COUNT(UNITS); u++)
        add_fact(&sample, FACT_UNIT_HEAD, (struct figure_key){ .unit = UNITS[u] }, UNITS[u]);
    name_nodes(&sample, layout->columns, layout->column_count);
    name_rest(&sample);
    *view = (struct view){ .standing = STANDS_IN_REPORT,
                           .each = layout->each,
                           .id = layout->id,
                           .layout = layout->id,
                           .columns = layout,
                           .place = layout->place,
                           .supplied = all_facts(arena),
                           .facts = sample.facts,
                           .fact_count = sample.count,
                           .scope = { .years = { YEARS, COUNT(YEARS) },
                                      .quarters = { QUARTERS, COUNT(QUARTERS) },
                                      .sources = { SOURCES, COUNT(SOURCES) },
                                      .phases = { PHASES, COUNT(PHASES) },
                                      .measures = { MEASURES, COUNT(MEASURES) },
                                      .units = { UNITS, COUNT(UNITS) } } };
    add_rows(view, layout, arena);
    return (struct views){ .plan_id = layout->id,
                           .plan_name = layout->name,
                           .author = "phuluc",
                           .illustrative = true,
                           .items = view,
                           .count = 1 };
}
