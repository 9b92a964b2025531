#include "check/relation_check.h"

#include "base/text.h"
#include "content/words.h"

struct checker {
    struct plan_set plans;
    size_t at;
    const struct plan *plan; /* the one at that place */
    const struct catalogue *catalogue;
    struct findings *findings;
};

/* ---- days and units ---- */

static void check_days(const struct checker *checker, const struct relation *relation, const struct plan *other)
{
    struct arena *arena = checker->findings->arena;
    struct date issued = checker->plan->decision.issued;
    bool early = issued.year && date_cmp(issued, other->decision.issued) < 0;
    if (!early && date_cmp(relation->effective, other->decision.issued) >= 0)
        return;
    const char *day = date_figures(arena, early ? issued : relation->effective);
    finding_add_about(checker->findings, FINDING_RELATION_TOO_EARLY, relation->place,
                      (struct about){ .plan = checker->plan->id }, checker->plan->id,
                      arena_printf(arena, "%s ngày %s", early ? "ban hành" : "có hiệu lực", day), other->id,
                      date_figures(arena, other->decision.issued),
                      arena_printf(arena, "%s on %s", early ? "was issued" : "takes effect", day), NULL);
}

static void check_unit(const struct checker *checker, const struct relation *relation, const struct plan *other)
{
    struct date issued = checker->plan->decision.issued;
    const struct unit *own = catalogue_unit(checker->catalogue, checker->plan->unit, issued);
    const struct unit *theirs = catalogue_successor(checker->catalogue, other->unit, other->decision.issued, issued);
    if (!own || !theirs || own == theirs || strcmp(own->code, theirs->code) == 0)
        return;
    finding_add_about(checker->findings, FINDING_RELATION_OF_OTHER_UNIT, relation->place,
                      (struct about){ .plan = checker->plan->id }, checker->plan->id, checker->plan->unit, other->id,
                      other->unit, NULL);
}

/* ---- two amendments of one day ---- */

static const struct relation *amending(const struct plan *plan, const char *id)
{
    for (size_t r = 0; r < plan->relation_count; r++)
        if (!plan->relations[r].replaces && strcmp(plan->relations[r].plan, id) == 0)
            return &plan->relations[r];
    return NULL;
}

static bool says_otherwise(const struct figure *a, const struct figure *b)
{
    return a->state != b->state || a->op != b->op || a->dong != b->dong || dec_cmp(a->number, b->number) != 0;
}

static void tell_same_day(const struct checker *checker, const char *id, struct place place, struct place other)
{
    struct arena *arena = checker->findings->arena;
    finding_add_about(checker->findings, FINDING_AMENDED_SAME_DAY, place,
                      (struct about){ .plan = checker->plan->id, .subject = id }, id,
                      arena_printf(arena, "%s:%ld", other.file, other.line), NULL);
}

static void check_cells(const struct checker *checker, const struct plan_row *row, const struct plan *other)
{
    const struct plan_table *table;
    const struct plan_row *twin = plan_row(other, row->id, &table);
    for (size_t f = 0; twin && f < row->figure_count; f++) {
        const struct figure *again = row_figure_at(twin, row->figures[f].key);
        if (again && says_otherwise(&row->figures[f], again)) {
            tell_same_day(checker, row->id, row->figures[f].place, again->place);
            return;
        }
    }
}

static bool aims_otherwise(const struct measure *a, const struct measure *b)
{
    return a->op != b->op || a->has_low != b->has_low || a->has_high != b->has_high ||
           (a->has_low && dec_cmp(a->low, b->low) != 0) || (a->has_high && dec_cmp(a->high, b->high) != 0);
}

static void check_parts(const struct checker *checker, const struct plan *other)
{
    const struct plan *plan = checker->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++)
            check_cells(checker, &plan->tables[t].rows[r], other);
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i], *again = plan_target(other, target->id);
        if (again && aims_otherwise(&target->measure, &again->measure))
            tell_same_day(checker, target->id, target->place, again->place);
    }
}

/* Of those before it in the run. */
static void check_same_day(const struct checker *checker, const struct relation *relation)
{
    struct date day = date_later(relation->effective, checker->plan->decision.issued);
    for (size_t i = 0; i < checker->at; i++) {
        const struct plan *other = checker->plans.items[i];
        const struct relation *same = amending(other, relation->plan);
        if (same && date_equal(date_later(same->effective, other->decision.issued), day))
            check_parts(checker, other);
    }
}

void relation_check(struct plan_set plans, size_t at, const struct catalogue *catalogue, struct findings *findings)
{
    struct checker checker = { plans, at, plans.items[at], catalogue, findings };
    for (size_t r = 0; r < checker.plan->relation_count; r++) {
        const struct relation *relation = &checker.plan->relations[r];
        const struct plan *other = plan_in(plans, relation->plan);
        if (!other)
            continue;
        check_days(&checker, relation, other);
        if (relation->replaces)
            continue;
        check_unit(&checker, relation, other);
        check_same_day(&checker, relation);
    }
}
