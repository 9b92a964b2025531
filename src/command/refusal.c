#include "command/refusal.h"

#include "base/text.h"

static void refuse(struct refusals *refusals, struct refusal refusal, struct arena *arena)
{
    for (size_t i = 0; i < refusals->count; i++)
        if (text_equal(refusals->items[i].file, refusal.file))
            return;
    struct refusal *added = ARENA_PUSH(arena, refusals->items, refusals->count, refusals->capacity);
    *added = refusal;
}

static enum concerns concerns_of(const struct root_tag *root, struct arena *arena)
{
    static const struct {
        const char *root;
        enum concerns concerns;
    } DOCUMENTS[] = {
#define DOCUMENT(symbol, root, concerns) { #root, CONCERNS_##concerns },
#include "command/documents.def"
#undef DOCUMENT
    };
    static const char OURS[] = "urn:phuluc:";
    for (size_t i = 0; i < sizeof DOCUMENTS / sizeof *DOCUMENTS; i++)
        if (strcmp(root->name, DOCUMENTS[i].root) == 0)
            return DOCUMENTS[i].concerns;
    const char *space = root_tag_attribute(root, "xmlns", arena);
    return space && strncmp(space, OURS, strlen(OURS)) != 0 ? CONCERNS_NONE : CONCERNS_UNKNOWN;
}

static const char *value_of(const struct root_tag *root, const char *attribute, struct arena *arena)
{
    const char *value = root_tag_attribute(root, attribute, arena);
    return value && *value ? value : NULL;
}

void refuse_file(struct refusals *refusals, const struct slurp *file, const struct root_tag *root, struct arena *arena)
{
    enum concerns concerns = concerns_of(root, arena);
    struct refusal refusal = { .file = file->path, .concerns = concerns, .text = arena_string(arena, file->data) };
    if (concerns == CONCERNS_PLAN || concerns == CONCERNS_RESULTS) {
        refusal.plan = value_of(root, concerns == CONCERNS_PLAN ? "id" : "plan", arena);
        refusal.unit = value_of(root, "unit", arena);
    }
    refuse(refusals, refusal, arena);
}

void refuse_plan(struct refusals *refusals, const struct plan *plan, struct arena *arena)
{
    refuse(refusals, (struct refusal){ plan->place.file, CONCERNS_PLAN, plan->id, plan->unit, NULL }, arena);
}

/* A plan that is refused is why its results cannot be used: they are right. */
static bool has_plan(const struct refusals *refusals, const char *plan)
{
    for (size_t i = 0; i < refusals->count; i++)
        if (refusals->items[i].concerns == CONCERNS_PLAN && text_equal(refusals->items[i].plan, plan))
            return true;
    return false;
}

void refuse_results(struct refusals *refusals, const struct results *results, struct arena *arena)
{
    if (has_plan(refusals, results->plan))
        return;
    struct refusal refusal = { .file = results->place.file, .concerns = CONCERNS_RESULTS };
    refusal.plan = *results->plan ? results->plan : NULL;
    refusal.unit = *results->unit ? results->unit : NULL;
    refuse(refusals, refusal, arena);
}

void refuse_unknown(struct refusals *refusals, const char *file, struct arena *arena)
{
    refuse(refusals, (struct refusal){ .file = file, .concerns = CONCERNS_UNKNOWN }, arena);
}

bool refusal_concerns_plan(const struct refusal *refusal, const struct plan *plan)
{
    return refusal->concerns == CONCERNS_ALL || (refusal->concerns == CONCERNS_PLAN && text_equal(refusal->plan, plan->id));
}

static bool is_member(const struct chain *chain, const char *plan)
{
    bool found = strcmp(chain->first->id, plan) == 0;
    for (size_t i = 0; i < chain->link_count; i++)
        found = found || strcmp(chain->links[i].plan->id, plan) == 0;
    return found;
}

static bool is_of_unit(const struct chain *chain, const char *unit)
{
    bool found = strcmp(chain->first->unit, unit) == 0;
    for (size_t i = 0; i < chain->link_count; i++)
        found = found || strcmp(chain->links[i].plan->unit, unit) == 0;
    return found;
}

/* A plan that amends or replaces another names it somewhere. */
static bool names_member(const struct refusal *refusal, const struct chain *chain)
{
    bool found = refusal->text && strstr(refusal->text, chain->first->id);
    for (size_t i = 0; i < chain->link_count; i++)
        found = found || (refusal->text && strstr(refusal->text, chain->links[i].plan->id));
    return found;
}

static bool results_concern(const struct refusal *refusal, const struct chain *chain, struct plan_set plans)
{
    if (refusal->plan && (is_member(chain, refusal->plan) || plan_in(plans, refusal->plan)))
        return is_member(chain, refusal->plan);
    return !refusal->unit || is_of_unit(chain, refusal->unit);
}

bool refusal_concerns_chain(const struct refusal *refusal, const struct chain *chain, struct plan_set plans)
{
    switch (refusal->concerns) {
    case CONCERNS_NONE: return false;
    case CONCERNS_PLAN: return !refusal->unit || is_of_unit(chain, refusal->unit) || names_member(refusal, chain);
    case CONCERNS_RESULTS: return results_concern(refusal, chain, plans);
    case CONCERNS_UNKNOWN:
    case CONCERNS_ALL: break;
    }
    return true;
}

bool refusal_concerns_all(const struct refusal *refusal)
{
    return refusal->concerns != CONCERNS_NONE;
}
