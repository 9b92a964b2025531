#include "draft/draft.h"

#include "draft/decision_draft.h"
#include "draft/targets_draft.h"

const char *draft_where(const struct drafting *drafting, size_t block)
{
    return standing_words(drafting->standings[block], drafting->within ? "Điều 1" : "Kế hoạch", false, drafting->arena);
}

void draft_at(const struct drafting *drafting, struct node *node, size_t block)
{
    node->at = original_place(drafting->arena, &drafting->source->blocks[block]);
}

struct node *draft_plan(const struct original *source, const struct catalogue *catalogue, struct arena *arena)
{
    struct drafting drafting = { .source = source, .catalogue = catalogue, .arena = arena };
    drafting.standings = standings_of(source, arena);
    drafting.plan = node_new(arena, "plan");
    draft_decision(&drafting);
    draft_targets(&drafting);
    return drafting.plan;
}
