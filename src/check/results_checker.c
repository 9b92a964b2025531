#include "check/results_checker.h"

struct about results_about(const struct results_checker *checker, const char *subject)
{
    return (struct about){ .plan = checker->results->plan, .subject = subject };
}

void results_note_error(struct results_checker *checker, const struct finding *finding)
{
    if (finding_severity(finding) >= SEVERITY_ERROR)
        checker->ok = false;
}

void results_check_ahead(struct results_checker *checker, struct forecast forecast, struct place place, const char *subject)
{
    struct arena *arena = checker->context->findings->arena;
    struct period period = checker->results->period;
    if (forecast.span && period.year && !forecast_is_ahead(forecast, period))
        results_tell(checker, FINDING_NOT_AHEAD, place, subject, subject, forecast_text(arena, forecast),
                     period_text(arena, period));
}
