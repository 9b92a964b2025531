#include "check/results_checker.h"

struct finding *results_told(struct results_checker *checker, struct finding *finding, const char *subject)
{
    finding->plan = checker->results->plan;
    finding->subject = subject;
    if (finding_severity(finding) >= SEVERITY_ERROR)
        checker->ok = false;
    return finding;
}

void results_check_ahead(struct results_checker *checker, struct forecast forecast, struct place place, const char *subject)
{
    struct arena *arena = checker->context->findings->arena;
    struct period period = checker->results->period;
    if (forecast.span && period.year && !forecast_is_ahead(forecast, period))
        results_tell(checker, FINDING_NOT_AHEAD, place, subject, subject, forecast_text(arena, forecast),
                     period_text(arena, period));
}
