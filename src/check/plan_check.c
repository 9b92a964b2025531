#include "check/plan_check.h"

#include "check/adding_check.h"
#include "check/ledger_check.h"
#include "check/observations.h"

static void tell_not_known(const struct plan *plan, bool blank, const char *vi, const char *en, struct findings *findings)
{
    finding_add_about(findings, FINDING_PART_NOT_KNOWN, plan->decision.place, ABOUT(plan->id), vi,
                      blank ? "văn bản để trống" : "bản có được không cho biết", en,
                      blank ? "the decision leaves blank" : "this copy does not show", NULL);
}

static void check_part(const struct plan *plan, const struct printed *printed, const char *vi, const char *en,
                       struct findings *findings)
{
    if (printed->blank && printed->known_from)
        finding_add_about(findings, FINDING_NUMBER_NOT_PRINTED, plan->decision.place, ABOUT(plan->id), vi, printed->text,
                          printed->known_from, en, NULL);
    else if (printed->blank || printed->unknown)
        tell_not_known(plan, printed->blank, vi, en, findings);
}

/* A day known from elsewhere is told with the number, from the same place. */
static void check_issue(const struct plan *plan, struct findings *findings)
{
    const struct issue_date *issue = &plan->decision.issue;
    if (issue->unknown || (issue->blank && !issue->known_from))
        tell_not_known(plan, issue->blank, "ngày ban hành", "day of issue", findings);
}

void plan_check(const struct ledger *ledger, struct findings *findings)
{
    const struct plan *plan = ledger->plan;
    const struct decision *decision = &plan->decision;
    check_part(plan, &decision->code_number, "số", "number", findings);
    check_part(plan, &decision->code_notation, "ký hiệu", "notation", findings);
    check_part(plan, &decision->place_name, "địa danh", "place", findings);
    check_issue(plan, findings);
    if (plan->no_amounts)
        finding_add_about(findings, FINDING_NO_AMOUNTS, plan->no_amounts_place, ABOUT(plan->id), NULL);
    for (size_t i = 0; i < plan->absent_count; i++)
        finding_add_about(findings, FINDING_ANNEX_ABSENT, plan->absent[i].place, ABOUT(plan->id), plan->absent[i].text,
                          NULL);
    adding_check(&ledger->adding, findings);
    ledger_check(ledger, findings);
    observe_plan(plan, findings);
}
