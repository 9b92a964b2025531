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

static void check_nodes(struct supply *supply, const struct layout_node *nodes, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (nodes[i].has_head)
            check_text(supply, &nodes[i].head, nodes[i].place);
        if (nodes[i].kind == LAYOUT_COLUMN)
            check_fact(supply, nodes[i].fact, nodes[i].place);
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
