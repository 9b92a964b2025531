#include "check/observe_targets.h"

#include "base/text.h"
#include "content/words.h"

/* A target, or a result that the plan states of the years before it. */
struct saying {
    struct place place;
    const char *id, *text;
    const struct measure *measure;
    int year;                /* 0: not said */
    const char *continues;   /* the target whose sentence it goes on with, or NULL */
    const char *name, *base; /* keys of its text and of what it is a part of; NULL if that is not named */
};

struct sayings {
    struct saying *items;
    size_t count;
};

static struct sayings sayings_of(const struct plan *plan, struct arena *arena)
{
    struct sayings all = { arena_alloc(arena, plan->target_count + plan->past_count, sizeof *all.items), 0 };
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        all.items[all.count++] = (struct saying){ .place = target->place,
                                                  .id = target->id,
                                                  .text = target->text,
                                                  .measure = &target->measure,
                                                  .year = target->measure.year,
                                                  .continues = target->continues };
    }
    for (size_t i = 0; i < plan->past_count; i++) {
        const struct past_result *past = &plan->past[i];
        if (past->first_year == past->last_year)
            all.items[all.count++] = (struct saying){ .place = past->place,
                                                      .id = past->id,
                                                      .text = past->text,
                                                      .measure = &past->measure,
                                                      .year = past->last_year };
    }
    for (size_t i = 0; i < all.count; i++) {
        struct saying *saying = &all.items[i];
        const char *base = saying->measure->base_name;
        saying->base = base ? text_name_key(arena, base) : NULL;
        saying->name = base ? text_name_key(arena, saying->text) : NULL;
    }
    return all;
}

static bool same_bound(bool has_a, struct dec a, bool has_b, struct dec b)
{
    return has_a == has_b && (!has_a || dec_cmp(a, b) == 0);
}

static bool same_value(const struct measure *a, const struct measure *b)
{
    return a->op == b->op && same_bound(a->has_low, a->low, b->has_low, b->low) &&
           same_bound(a->has_high, a->high, b->has_high, b->high);
}

/* Of one indicator, kind and unit, and neither only a part of the whole. */
static bool of_one_indicator(const struct measure *a, const struct measure *b)
{
    return a->indicator && text_equal(a->indicator, b->indicator) && a->kind == b->kind && text_equal(a->unit, b->unit) &&
           !a->part_of && !b->part_of && a->op != OP_NONE && b->op != OP_NONE;
}

/* "dân số" and "dân số trưởng thành": the same words say two things. True if it has been told. */
static bool check_base(const struct saying *later, const struct saying *earlier, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct measure *a = later->measure, *b = earlier->measure;
    if (!later->base || !earlier->base || strcmp(later->base, earlier->base) == 0 ||
        !((a->indicator && text_equal(a->indicator, b->indicator)) || strcmp(later->name, earlier->name) == 0))
        return false;
    finding_add_about(findings, FINDING_OTHER_BASE, later->place, ABOUT(later->id), later->text, a->base_name,
                      arena_printf(arena, "%ld", earlier->place.line), b->base_name, NULL);
    return true;
}

static void check_pair(const struct saying *later, const struct saying *earlier, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct measure *a = later->measure, *b = earlier->measure;
    if (check_base(later, earlier, findings))
        return;
    /* One sentence that says something of the large ones and of the small ones says two things. */
    if (!of_one_indicator(a, b) || later->year != earlier->year || text_equal(later->continues, earlier->id))
        return;
    if (!same_value(a, b))
        finding_add_about(findings, FINDING_INDICATOR_TWICE, later->place, ABOUT(later->id), later->text,
                          goal_words(arena, a), arena_printf(arena, "%ld", earlier->place.line), goal_words(arena, b),
                          NULL);
}

/* "hạng 20" says little without "trên 55"; "top 5" does not need it. */
static void check_rank(const struct saying *saying, struct findings *findings)
{
    const struct measure *measure = saying->measure;
    if (measure->kind == MEASURE_RANK && measure->op == OP_EQ && !measure->has_out_of)
        finding_add_about(findings, FINDING_RANK_OF_UNSAID, saying->place, ABOUT(saying->id), saying->text, NULL);
}

void observe_targets(const struct plan *plan, struct findings *findings)
{
    struct sayings all = sayings_of(plan, findings->arena);
    for (size_t i = 0; i < all.count; i++) {
        check_rank(&all.items[i], findings);
        for (size_t j = 0; j < i; j++)
            check_pair(&all.items[i], &all.items[j], findings);
    }
}
