#include "command/plan_shelf.h"

#include "base/breadcrumb.h"
#include "base/map.h"
#include "input/packed_text.h"
#include "input/plan_read.h"

/* A plan takes some six times as much as its text. */
enum { ROOM_OF_TEXTS = 3 * 1024 * 1024 };

/* A plan that is read again when it is wanted. */
struct shelved {
    struct plan head; /* first: it is all that others see */
    struct packed_text text;
};

/* The one that is more than there was room for is kept whole: a run of one plan never reads it twice. */
static bool has_room(const struct plan_shelf *shelf)
{
    return shelf->all_whole || shelf->occupied < ROOM_OF_TEXTS;
}

static const struct plan *read_whole(struct plan_shelf *shelf, struct slurp *file, struct arena *arena,
                                     struct findings *findings)
{
    const struct plan *plan = plan_read(file, shelf->schema, shelf->catalogue, arena, findings);
    shelf->occupied += plan ? file->length : 0;
    return plan;
}

static const struct plan *read_head(const struct plan_shelf *shelf, struct slurp *file, struct arena *arena,
                                    struct findings *findings)
{
    struct arena passing = ARENA_INIT;
    struct findings found = findings_in(&passing);
    struct plan_arenas arenas = { arena, &passing };
    const struct plan *plan = plan_read_apart(file, shelf->schema, shelf->catalogue, arenas, &found);
    struct shelved *shelved = NULL;
    if (plan) {
        shelved = arena_alloc(arena, 1, sizeof *shelved);
        *shelved = (struct shelved){ plan_head(plan), packed_text_of(file, arena) };
    }
    findings_append_copies(findings, &found);
    arena_release(&passing);
    return shelved ? &shelved->head : NULL;
}

const struct plan *plan_shelf_read(struct plan_shelf *shelf, struct slurp *file, struct arena *arena,
                                   struct findings *findings)
{
    return has_room(shelf) ? read_whole(shelf, file, arena, findings) : read_head(shelf, file, arena, findings);
}

/* What was found at the first reading is told, and nothing else can be: the bytes are the same. */
const struct plan *plan_shelf_whole(const struct plan_shelf *shelf, const struct plan *plan, struct arena *arena)
{
    if (!plan->head_only)
        return plan;
    const struct shelved *shelved = (const struct shelved *)plan;
    struct arena passing = ARENA_INIT;
    struct findings told = findings_in(&passing);
    struct slurp text = packed_text_read(&shelved->text, &passing);
    const struct plan *whole = plan_read(&text, shelf->schema, shelf->catalogue, arena, &told);
    arena_release(&passing);
    if (!whole)
        arena_give_up();
    return whole;
}

/* The ids of plans that others, or results, speak of. */
static struct map named_plans(const struct plan *const *plans, size_t count, const struct results_list *results,
                              struct arena *arena)
{
    struct map named = map_of_texts(arena);
    for (size_t i = 0; i < count; i++)
        for (size_t r = 0; r < plans[i]->relation_count; r++)
            *map_at(&named, plans[i]->relations[r].plan) = 1;
    for (size_t i = 0; i < results->count; i++)
        *map_at(&named, results->items[i]->plan) = 1;
    return named;
}

void plan_shelf_restore(const struct plan_shelf *shelf, const struct plan **plans, size_t count,
                        const struct results_list *results, struct arena *arena)
{
    struct arena passing = ARENA_INIT;
    struct map named = named_plans(plans, count, results, &passing);
    for (size_t i = 0; i < count; i++) {
        if (!plans[i]->head_only || (!plans[i]->relation_count && !map_find(&named, plans[i]->id)))
            continue;
        breadcrumb_alone(plans[i]->place.file);
        plans[i] = plan_shelf_whole(shelf, plans[i], arena);
    }
    arena_release(&passing);
}
