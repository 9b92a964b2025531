#include "check/observe_dated.h"

#include "content/words.h"

struct observer {
    const struct catalogue *catalogue;
    const struct plan *plan;
    struct findings *findings;
};

/* Acts that the decision is based on, though they had ended when it was issued. */
static void check_basis(const struct observer *observer, const struct reference *basis)
{
    const struct act *act = basis->number ? catalogue_act(observer->catalogue, basis->number) : NULL;
    struct arena *arena = observer->findings->arena;
    if (act && act->to.year && date_cmp(act->to, observer->plan->decision.issued) < 0)
        finding_add_about(observer->findings, FINDING_ACT_ENDED, basis->place, ABOUT(basis->number), basis->number,
                          date_words(arena, act->to), act->by ? act->by : "–", NULL);
}

/* A body that had ended when the decision was issued: its work lies with another now. */
static void check_organ(const struct observer *observer, struct place place, const char *subject, const char *organ)
{
    struct arena *arena = observer->findings->arena;
    const struct body *body = organ ? catalogue_body(observer->catalogue, organ, arena) : NULL;
    if (body && body->to.year && date_cmp(body->to, observer->plan->decision.issued) < 0)
        finding_add_about(observer->findings, FINDING_BODY_ENDED, place, ABOUT(subject), organ, date_words(arena, body->to),
                          body->basis ? body->basis : body->name, NULL);
}

static void check_row(const struct observer *observer, const struct plan_row *row)
{
    for (size_t i = 0; i < row->lead_count; i++)
        check_organ(observer, row->place, row->id, row->leads[i]);
    for (size_t i = 0; i < row->partner_count; i++)
        check_organ(observer, row->place, row->id, row->partners[i]);
}

void observe_dated(const struct plan *plan, const struct catalogue *catalogue, struct findings *findings)
{
    const struct decision *decision = &plan->decision;
    const struct observer observer = { catalogue, plan, findings };
    if (!decision->issue.known.year)
        return;
    check_organ(&observer, decision->place, plan->id, decision->organ_name);
    for (size_t b = 0; b < decision->basis_count; b++)
        check_basis(&observer, &decision->bases[b]);
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++)
            check_row(&observer, &plan->tables[t].rows[r]);
    for (size_t d = 0; d < plan->deadline_count; d++)
        check_organ(&observer, plan->deadlines[d].place, plan->deadlines[d].id, plan->deadlines[d].from);
}
