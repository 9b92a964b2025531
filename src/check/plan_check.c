#include "check/plan_check.h"

#include "check/ledger_check.h"
#include "check/observations.h"

void plan_check(const struct ledger *ledger, struct findings *findings)
{
    const struct plan *plan = ledger->plan;
    const struct decision *decision = &plan->decision;
    if (decision->code_number.blank)
        finding_add(findings, FINDING_NUMBER_NOT_PRINTED, decision->place, "số", decision->code_number.text,
                    decision->code_number.known_from ? decision->code_number.known_from : "?", "number", NULL)->subject = plan->id;
    if (plan->no_amounts)
        finding_add(findings, FINDING_NO_AMOUNTS, plan->no_amounts_place, NULL)->subject = plan->id;
    for (size_t i = 0; i < plan->absent_count; i++)
        finding_add(findings, FINDING_ANNEX_ABSENT, plan->absent[i].place, plan->absent[i].text, NULL)->subject =
            plan->id;
    ledger_check(ledger, findings);
    observe_plan(plan, findings);
}
