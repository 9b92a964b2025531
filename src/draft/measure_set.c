#include "draft/measure_set.h"

void measure_set(struct node *node, const struct found_measure *measure)
{
    if (!measure) {
        node_set(node, "op", "none");
        return;
    }
    node_set(node, "kind", measure->kind);
    node_set(node, "op", measure->op);
    if (measure->high.value) {
        node_set(node, "low", measure->number.value);
        node_set(node, "high", measure->high.value);
    } else {
        node_set(node, "value", measure->number.value);
    }
    node_set(node, "unit", measure->unit);
    if (measure->doubt)
        node_doubt(node, "%s: «%s%s%s»", measure->doubt, measure->number.shown, measure->high.value ? " – " : "",
                   measure->high.value ? measure->high.shown : "");
}
