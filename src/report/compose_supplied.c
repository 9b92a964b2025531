#include "report/compose_supplied.h"

struct supply {
    const struct layout *layout;
    const struct view *view;
    struct findings *findings;
    bool good;
};

static void check_fact(struct supply *supply, enum fact_id fact, struct place place)
{
    if (view_supplies(supply->view, fact))
        return;
    supply->good = false;
    finding_add(supply->findings, FINDING_FACT_NOT_SUPPLIED, place, fact_get(fact)->name, supply->view->id,
                supply->layout->id, NULL);
}

static void check_text(struct supply *supply, const struct layout_text *text, struct place place)
{
    for (size_t i = 0; i < text->count; i++)
        if (!text->pieces[i].text)
            check_fact(supply, text->pieces[i].fact, place);
}

/* A measure, phase or source that a column or block names, and the plan does not have. */
static void check_name(struct supply *supply, enum fact_id fact, struct figure_key key, const char *id, struct place place)
{
    if (view_lookup(supply->view, &(struct fact_ref){ 0, fact, key })->kind != VALUE_EMPTY)
        return;
    supply->good = false;
    finding_add(supply->findings, FINDING_FACT_NOT_SUPPLIED, place, id, supply->view->id, supply->layout->id, NULL);
}

static void check_figure(struct supply *supply, const struct layout_node *column)
{
    const struct layout_key *own = &column->key;
    struct figure_key key = own->key;
    if (own->has_measure && key.measure)
        check_name(supply, FACT_MEASURE_NAME, key, key.measure, column->place);
    if (own->has_phase && key.phase)
        check_name(supply, FACT_PHASE_NAME, key, key.phase, column->place);
    if (own->has_source)
        check_name(supply, FACT_SOURCE_NAME, key, key.source, column->place);
}

static void check_items(struct supply *supply, const struct layout_node *block)
{
    for (size_t i = 0; i < block->item_count; i++) {
        const char *id = block->items[i];
        if (block->over == OVER_SOURCE)
            check_name(supply, FACT_SOURCE_NAME, (struct figure_key){ .source = id }, id, block->place);
        else if (block->over == OVER_PHASE)
            check_name(supply, FACT_PHASE_NAME, (struct figure_key){ .phase = id }, id, block->place);
        else if (block->over == OVER_MEASURE)
            check_name(supply, FACT_MEASURE_NAME, (struct figure_key){ .measure = id }, id, block->place);
    }
}

static void check_nodes(struct supply *supply, const struct layout_node *nodes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].has_head)
            check_text(supply, &nodes[i].head, nodes[i].place);
        if (nodes[i].kind != LAYOUT_COLUMN)
            check_items(supply, &nodes[i]);
        else if (nodes[i].shows == SHOWS_FACT)
            check_fact(supply, nodes[i].fact, nodes[i].place);
        else if (nodes[i].shows == SHOWS_FIGURE)
            check_figure(supply, &nodes[i]);
        check_nodes(supply, nodes[i].children, nodes[i].child_count);
    }
}

bool compose_supplied(const struct layout *layout, const struct view *view, struct findings *findings)
{
    struct supply supply = { layout, view, findings, true };
    check_text(&supply, &layout->title, layout->place);
    check_text(&supply, &layout->title_fallback, layout->place);
    check_text(&supply, &layout->unit, layout->place);
    check_text(&supply, &layout->sheet, layout->place);
    check_nodes(&supply, layout->columns, layout->column_count);
    return supply.good;
}
