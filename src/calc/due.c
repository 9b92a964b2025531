#include "calc/due.h"

#include "calc/chain.h"
#include "model/catalogue.h"
#include "model/office.h"
#include "model/plan.h"

enum { MONTHS = 12 };

struct builder {
    const struct due_context *context;
    const struct chain *chain;
    struct chain_spans spans;
    int first_year, last_year; /* of all plans of the chain */
    struct results_list list;
    struct due_list *out;
    struct arena *arena;
};

/* Behind what is due on the same day or earlier. */
static void insert(struct builder *builder, struct due due)
{
    struct due_list *list = builder->out;
    (void)ARENA_PUSH(builder->arena, list->items, list->count, list->capacity);
    size_t at = list->count - 1;
    for (; at > 0; at--) {
        struct date before = list->items[at - 1].day;
        bool later = before.year ? due.day.year && date_cmp(before, due.day) > 0 : due.day.year > 0;
        if (!later)
            break;
        list->items[at] = list->items[at - 1];
    }
    list->items[at] = due;
}

/* Told if it lies within the days asked for, or if it is overdue. */
static void add_dated(struct builder *builder, struct due due, struct date day, enum due_state once_over)
{
    const struct due_context *context = builder->context;
    due.day = day;
    due.days_left = date_number(day) - date_number(context->as_of);
    due.state = due.days_left < 0 ? once_over : DUE_COMING;
    if (due.days_left <= context->days && (due.state != DUE_PASSED || due.days_left >= -context->days))
        insert(builder, due);
}

static bool holds(const struct chain_span *span, struct date day)
{
    return date_cmp(day, span->from) >= 0 && (!span->before.year || date_cmp(day, span->before) < 0);
}

static const struct plan *in_force_on(const struct builder *builder, struct date day)
{
    const struct chain_spans *spans = &builder->spans;
    for (size_t i = 0; i < spans->count; i++)
        if (holds(&spans->items[i], day))
            return spans->items[i].plan;
    return NULL;
}

static struct due due_by(const struct plan *plan, const struct deadline *deadline)
{
    return (struct due){ .plan = plan->id,
                         .unit = plan->unit,
                         .kind = DUE_DECISION,
                         .state = DUE_UNDATED,
                         .deadline = deadline,
                         .place = deadline->place };
}

/* False if only bodies are asked that are no more on the day; *ended is their kind, beside which others may be asked. */
static bool is_asked(const struct builder *builder, const struct deadline *deadline, struct date day,
                     const struct body **ended)
{
    const struct catalogue *catalogue = builder->context->run->catalogue;
    const struct body *body = deadline->from && catalogue ? catalogue_body(catalogue, deadline->from, builder->arena)
                                                          : NULL;
    *ended = body && body->to.year && date_cmp(body->to, day) < 0 ? body : NULL;
    return !*ended || !body_is_alone(*ended, deadline->from, builder->arena);
}

static void add_deadline(struct builder *builder, const struct chain_span *span, const struct deadline *deadline)
{
    const struct plan *plan = span->plan;
    struct date today = builder->context->as_of;
    struct due due = due_by(plan, deadline);
    bool over = date_cmp(today, (struct date){ plan->last_year, MONTHS, 31 }) > 0 || !holds(span, today);
    if (!deadline->month && !over && is_asked(builder, deadline, today, &due.ended))
        insert(builder, due);
    for (int year = plan->first_year; deadline->month && year <= plan->last_year; year++) {
        struct date day = date_plus((struct date){ year, deadline->month, deadline->day }, -1);
        due.period = (struct period){ year, 0, 0 };
        if (date_cmp(day, plan->decision.issued) >= 0 && holds(span, day) && is_asked(builder, deadline, day, &due.ended))
            add_dated(builder, due, day, DUE_PASSED);
    }
}

static void add_deadlines(struct builder *builder)
{
    for (size_t i = 0; i < builder->spans.count; i++) {
        const struct chain_span *span = &builder->spans.items[i];
        for (size_t d = 0; span->plan && d < span->plan->deadline_count; d++)
            add_deadline(builder, span, &span->plan->deadlines[d]);
    }
}

static void add_period(struct builder *builder, struct period period)
{
    const struct office *office = builder->context->run->office;
    const struct periodic_report *report = &office->reports[report_kind_of(period)];
    struct date cut_off = period_last_day(period, office_regime(office, period)), day = office_due_day(office, period);
    const struct plan *plan = in_force_on(builder, day);
    if (!plan || !plan_covers(plan, period.year) || results_have(&builder->list, period) ||
        (report->declared && date_cmp(cut_off, report->from) < 0))
        return;
    struct due due = { .plan = plan->id,
                       .unit = plan->unit,
                       .kind = DUE_PERIOD,
                       .period = period,
                       .cut_off = cut_off,
                       .office = office,
                       .place = report->declared ? report->place : office->place };
    add_dated(builder, due, day, DUE_OVERDUE);
}

/* The first month that some document reports; year 0 if none does. */
static struct period first_month(const struct results_list *list)
{
    for (size_t i = 0; i < list->count; i++) /* in order of time */
        if (list->items[i]->period.month && !period_is_span(list->items[i]->period))
            return list->items[i]->period;
    return (struct period){ 0 };
}

/* All periods of a kind in a year. */
static void add_kind(struct builder *builder, enum report_kind kind, int year)
{
    static const struct period FIRST[REPORT_KINDS] = { [REPORT_MONTH] = { 0, 1, 0 },
                                                       [REPORT_QUARTER] = { 0, 3, 3 },
                                                       [REPORT_HALF] = { 0, 6, 6 },
                                                       [REPORT_NINE_MONTHS] = { 0, 9, 9 } };
    struct period period = FIRST[kind];
    for (period.year = year; period.year == year; period = period_after(period))
        add_period(builder, period);
}

static void add_periods(struct builder *builder)
{
    const struct periodic_report *reports = builder->context->run->office->reports;
    struct period first = first_month(&builder->list);
    for (int year = builder->first_year; year <= builder->last_year; year++) {
        for (int month = 1; first.year && !reports[REPORT_MONTH].declared && month <= MONTHS; month++)
            if (period_cmp((struct period){ year, month, 0 }, first) >= 0)
                add_period(builder, (struct period){ year, month, 0 });
        for (int kind = REPORT_MONTH; kind < REPORT_YEAR; kind++)
            if (reports[kind].declared)
                add_kind(builder, (enum report_kind)kind, year);
        add_period(builder, (struct period){ year, 0, 0 });
    }
}

static void find_years(struct builder *builder)
{
    const struct chain *chain = builder->chain;
    builder->first_year = chain->first->first_year;
    builder->last_year = chain->first->last_year;
    for (size_t i = 0; i < chain->link_count; i++) {
        const struct plan *plan = chain->links[i].plan;
        builder->first_year = plan->first_year < builder->first_year ? plan->first_year : builder->first_year;
        builder->last_year = plan->last_year > builder->last_year ? plan->last_year : builder->last_year;
    }
}

struct due_list due_of(const struct due_context *context, struct arena *arena)
{
    struct due_list list = { 0 };
    struct gaps_context run = *context->run;
    run.as_of = context->as_of;
    run.year = context->as_of.year;
    struct chains chains = chains_with_ended(&run, arena);
    for (size_t i = 0; i < chains.count; i++) {
        const struct chain *chain = &chains.items[i];
        if (context->first && strcmp(chain->first->id, context->first) != 0)
            continue;
        struct builder builder = { .context = context,
                                   .chain = chain,
                                   .spans = chain_spans_of(chain, &run, arena),
                                   .list = results_as_of(chains.context.results, chain->now->id, context->as_of, arena),
                                   .out = &list,
                                   .arena = arena };
        find_years(&builder);
        add_deadlines(&builder);
        add_periods(&builder);
    }
    return list;
}

const char *due_kind_token(const struct due *due)
{
    return due->kind == DUE_DECISION ? "decision" : report_kind_token(report_kind_of(due->period));
}

const char *due_state_token(enum due_state state)
{
    static const char *const TOKENS[] = { "overdue", "passed", "coming", "undated" };
    return TOKENS[state];
}
