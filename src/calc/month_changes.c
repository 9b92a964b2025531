#include "calc/month_changes.h"

#include "base/text.h"
#include "calc/month_revision.h"
#include "model/office.h"
#include "model/plan.h"

/* Two sets of documents, of which figures are compared period by period. */
struct comparison {
    struct results_list before, now;
    struct month_changes *out;
    struct arena *arena;
};

/* A figure of a document: a value or an amount. */
struct figure_ref {
    const struct results *document;
    const struct result_value *value; /* or */
    const struct result_money *money;
};

static bool is_reported(const struct figure_ref *figure)
{
    if (figure->value)
        return figure->value->status != STATUS_NOT_REPORTED;
    return figure->money && figure->money->reported;
}

static bool is_same_subject(const struct figure_ref *a, const struct result_value *value, const struct result_money *money)
{
    if (a->value && value)
        return text_equal(a->value->target, value->target) &&
               (value->target || text_equal(a->value->indicator, value->indicator));
    if (!a->money || !money)
        return false;
    return a->money->phase == money->phase && a->money->year == money->year &&
           text_equal(a->money->source, money->source) && text_equal(a->money->of, money->of);
}

/* What documents of a period say of the same; nothing if they report nothing. */
static struct figure_ref find(const struct results_list *list, struct period period, const struct figure_ref *figure)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct results *results = list->items[i];
        if (period_cmp(results->period, period) != 0)
            continue;
        for (size_t j = 0; j < results->value_count; j++) {
            struct figure_ref found = { results, &results->values[j], NULL };
            if (is_same_subject(figure, found.value, NULL) && is_reported(&found))
                return found;
        }
        for (size_t j = 0; j < results->money_count; j++) {
            struct figure_ref found = { results, NULL, &results->money[j] };
            if (is_same_subject(figure, NULL, found.money) && is_reported(&found))
                return found;
        }
    }
    return (struct figure_ref){ 0 };
}

static bool is_same_measure(const struct measure *a, const struct measure *b)
{
    return a->op == b->op && a->has_low == b->has_low && a->has_high == b->has_high &&
           (!a->has_low || dec_cmp(a->low, b->low) == 0) && (!a->has_high || dec_cmp(a->high, b->high) == 0);
}

static bool is_same_figure(const struct figure_ref *a, const struct figure_ref *b)
{
    if (a->money && b->money)
        return a->money->dong == b->money->dong && a->money->basis == b->money->basis &&
               a->money->status == b->money->status;
    if (!a->value || !b->value)
        return false;
    return is_same_measure(&a->value->measure, &b->value->measure) && a->value->basis == b->value->basis &&
           a->value->status == b->value->status;
}

static void add_measure(struct text *out, const struct measure *measure)
{
    char number[DEC_TEXT_SIZE];
    if (measure->op != OP_EQ && measure->op != OP_RANGE)
        text_addf(out, "%s ", op_token(measure->op));
    if (measure->has_low)
        text_add(out, dec_format(number, measure->low));
    if (measure->has_high)
        text_addf(out, "..%s", dec_format(number, measure->high));
}

/* "2270", "20..30", "ge 80"; behind it whether it is of its period alone, and not final. */
static const char *figure_token(struct arena *arena, const struct figure_ref *figure)
{
    struct text out = text_in(arena);
    enum value_status status;
    enum basis basis;
    if (figure->money) {
        text_addf(&out, "%lld", (long long)figure->money->dong);
        status = figure->money->status;
        basis = figure->money->basis;
    } else if (figure->value) {
        add_measure(&out, &figure->value->measure);
        status = figure->value->status;
        basis = figure->value->basis;
    } else {
        return NULL;
    }
    text_addf(&out, "%s%s", basis == BASIS_PERIOD ? " (alone)" : "", status == STATUS_PROVISIONAL ? " (provisional)" : "");
    return text_str(&out);
}

static struct month_change *add(struct comparison *comparison, struct month_change change)
{
    struct month_changes *changes = comparison->out;
    struct month_change *added = ARENA_PUSH(comparison->arena, changes->items, changes->count, changes->capacity);
    *added = change;
    return added;
}

static void add_figure(struct comparison *comparison, enum month_event event, struct period period,
                       const struct figure_ref *before, const struct figure_ref *now)
{
    const struct figure_ref *any = now->document ? now : before;
    struct month_change change = { .event = event,
                                   .period = period,
                                   .before = figure_token(comparison->arena, before),
                                   .after = figure_token(comparison->arena, now),
                                   .document = any->document };
    change.basis = any->money ? any->money->basis : any->value->basis;
    if (any->money) {
        change.kind = MONTH_MONEY;
        change.subject = any->money->of;
        change.source = any->money->source;
        change.phase = any->money->phase;
        change.year = any->money->year;
    } else {
        change.kind = any->value->target ? MONTH_TARGET : MONTH_INDICATOR;
        change.subject = any->value->target ? any->value->target : any->value->indicator;
    }
    (void)add(comparison, change);
}

enum weighing { WEIGH_ALL, WEIGH_PRESENCE, WEIGH_VALUES };

/* The figure as it is now against what was said of the same for another period, or at another time. */
static void weigh(struct comparison *comparison, struct period then, const struct figure_ref *now, enum weighing weighing)
{
    struct period period = now->document->period;
    struct figure_ref before = find(&comparison->before, then, now);
    if (!is_reported(now))
        return;
    if (!before.document && weighing != WEIGH_VALUES)
        add_figure(comparison, MONTH_EVENT_ADDED, period, &before, now);
    else if (before.document && weighing != WEIGH_PRESENCE && !is_same_figure(&before, now))
        add_figure(comparison, MONTH_EVENT_CORRECTED, period, &before, now);
}

static void weigh_document(struct comparison *comparison, const struct results *results, struct period then,
                           enum weighing weighing)
{
    for (size_t i = 0; i < results->value_count; i++)
        weigh(comparison, then, &(struct figure_ref){ results, &results->values[i], NULL }, weighing);
    for (size_t i = 0; i < results->money_count; i++)
        weigh(comparison, then, &(struct figure_ref){ results, NULL, &results->money[i] }, weighing);
}

/* What a document of before says that is said no more; period is what it would be of now. */
static void look_for(struct comparison *comparison, const struct results *results, struct period period)
{
    static const struct figure_ref GONE = { 0 };
    for (size_t i = 0; i < results->value_count + results->money_count; i++) {
        bool is_value = i < results->value_count;
        struct figure_ref old = { results, is_value ? &results->values[i] : NULL,
                                  is_value ? NULL : &results->money[i - results->value_count] };
        if (is_reported(&old) && !find(&comparison->now, period, &old).document)
            add_figure(comparison, MONTH_EVENT_REMOVED, period, &old, &GONE);
    }
}

/* Months that were told already: corrected, late or withdrawn since. */
static void compare_past(struct comparison *comparison)
{
    for (size_t i = 0; i < comparison->now.count; i++)
        weigh_document(comparison, comparison->now.items[i], comparison->now.items[i]->period, WEIGH_ALL);
    for (size_t i = 0; i < comparison->before.count; i++)
        look_for(comparison, comparison->before.items[i], comparison->before.items[i]->period);
}

/* Money of a month is of its own budget year: that a year is over takes nothing away. */
static struct results moved_on(const struct results *results, struct period period, struct arena *arena)
{
    struct results moved = *results;
    moved.money = arena_alloc(arena, results->money_count, sizeof *moved.money);
    for (size_t i = 0; i < results->money_count; i++) {
        moved.money[i] = results->money[i];
        moved.money[i].year += period.year - results->period.year;
    }
    return moved;
}

static struct results_list of_period(const struct results_list *list, struct period period, struct period as_if,
                                     struct arena *arena)
{
    struct results_list out = { arena_alloc(arena, list->count, sizeof *out.items), 0, list->count };
    for (size_t i = 0; i < list->count; i++)
        if (period_cmp(list->items[i]->period, period) == 0) {
            struct results *moved = arena_alloc(arena, 1, sizeof *moved);
            *moved = moved_on(list->items[i], as_if, arena);
            out.items[out.count++] = moved;
        }
    return out;
}

/* This month's own figures that were corrected since it was reported first. */
static void compare_first(struct comparison *comparison, const struct plan *plan, const struct month_request *request,
                          const struct results_list *now)
{
    struct date first = month_first_issue(request->results, plan->id, request->period);
    if (!first.year)
        return;
    comparison->before = results_as_of(request->results, plan->id, first, comparison->arena);
    for (size_t i = 0; i < now->count; i++)
        if (period_cmp(now->items[i]->period, request->period) == 0)
            weigh_document(comparison, now->items[i], request->period, WEIGH_VALUES);
}

/* A plan that is reported on by the year owes no months. */
static bool reports_months(const struct results_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        if (list->items[i]->period.month && !period_is_span(list->items[i]->period))
            return true;
    return false;
}

/* Money up to December is of a year that is over in January: that January has none of it yet takes nothing away. */
static void leave_out_last_year(struct results_list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        struct results *results = list->items[i];
        size_t kept = 0;
        for (size_t j = 0; j < results->money_count; j++)
            if (results->money[j].basis == BASIS_PERIOD)
                results->money[kept++] = results->money[j];
        results->money_count = kept;
    }
}

/* This month against the month before, both as they stand now: which figures came and which stayed away. */
static void compare_months(struct comparison *comparison, const struct results_list *all, struct period month)
{
    struct period before = period_before(month);
    comparison->now = of_period(all, month, month, comparison->arena);
    comparison->before = of_period(all, before, month, comparison->arena);
    if (!comparison->now.count || !comparison->before.count) {
        /* A quarter may be put together from its months. */
        if (reports_months(all) && !period_is_span(month))
            (void)add(comparison, (struct month_change){ .event = MONTH_EVENT_MISSING,
                                                         .period = comparison->now.count ? before : month });
        return;
    }
    for (size_t i = 0; i < comparison->now.count; i++)
        weigh_document(comparison, comparison->now.items[i], before, WEIGH_PRESENCE);
    if (before.year != month.year)
        leave_out_last_year(&comparison->before);
    for (size_t i = 0; i < comparison->before.count; i++)
        look_for(comparison, comparison->before.items[i], month);
}

/* That a month says nothing of a target changes no verdict: that a figure stayed away or was withdrawn is told by itself. */
static void compare_verdicts(struct comparison *comparison, const struct plan *plan, const struct month_request *request,
                             struct date since)
{
    struct gaps now = month_gaps(plan, request, request->period, request->as_of, false, comparison->arena);
    struct gaps before = month_gaps(plan, request, period_before(request->period), since, false, comparison->arena);
    for (size_t i = 0; i < now.count; i++)
        if (now.items[i].status != GAP_NO_DATA && now.items[i].status != before.items[i].status)
            (void)add(comparison, (struct month_change){ .event = MONTH_EVENT_VERDICT,
                                                         .period = request->period,
                                                         .kind = MONTH_TARGET,
                                                         .subject = now.items[i].target,
                                                         .before = gap_status_token(before.items[i].status),
                                                         .after = gap_status_token(now.items[i].status),
                                                         .was = before.items[i].status,
                                                         .is = now.items[i].status });
}

static struct date since_when(const struct month_request *request)
{
    if (request->since.year)
        return request->since;
    if (request->as_of.year) {
        enum { NINE = 9, MONTHS = 12 };
        int months = request->period.months == NINE ? MONTHS : request->period.months ? request->period.months : 1;
        struct date day = request->as_of;
        while (months-- > 0)
            day = date_month_before(day);
        return day;
    }
    return period_last_day(request->period, office_regime(request->office, request->period));
}

struct month_changes month_changes_of(const struct plan *plan, const struct month_request *request, struct arena *arena)
{
    struct month_changes changes = { 0 };
    struct date since = since_when(request);
    struct period before = period_before(request->period);
    struct results_list then = results_as_of(request->results, plan->id, since, arena);
    struct results_list now = results_as_of(request->results, plan->id, request->as_of, arena);
    struct comparison comparison = { results_until(&then, before, arena), results_until(&now, before, arena), &changes,
                                     arena };
    compare_past(&comparison);
    compare_first(&comparison, plan, request, &now);
    compare_months(&comparison, &now, request->period);
    compare_verdicts(&comparison, plan, request, since);
    return changes;
}

const char *month_event_token(enum month_event event)
{
    static const char *const TOKENS[] = { "missing", "added", "removed", "corrected", "verdict" };
    return TOKENS[event];
}
