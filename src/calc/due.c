#include "calc/due.h"

#include "base/text.h"

enum { MONTHS = 12 };

struct builder {
    const struct due_context *context;
    const struct plan *plan;
    struct date end; /* the plan asks for nothing from then on; year 0: to its own end */
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
    if (builder->end.year && date_cmp(day, builder->end) >= 0)
        return;
    if (due.days_left <= context->days && (due.state != DUE_PASSED || due.days_left >= -context->days))
        insert(builder, due);
}

static void add_deadline(struct builder *builder, const struct deadline *deadline)
{
    const struct plan *plan = builder->plan;
    struct due due = { .plan = plan->id,
                       .unit = plan->unit,
                       .kind = DUE_DECISION,
                       .state = DUE_UNDATED,
                       .from = deadline->from,
                       .to = deadline->to,
                       .rule = deadline->where,
                       .what = deadline->text,
                       .place = deadline->place };
    bool over = date_cmp(builder->context->as_of, (struct date){ plan->last_year, MONTHS, 31 }) > 0 ||
                (builder->end.year && date_cmp(builder->context->as_of, builder->end) >= 0);
    if (!deadline->month && !over)
        insert(builder, due);
    for (int year = plan->first_year; deadline->month && year <= plan->last_year; year++) {
        struct date day = date_plus((struct date){ year, deadline->month, deadline->day }, -1);
        due.period = (struct period){ year, 0 };
        if (date_cmp(day, plan->decision.issued) >= 0)
            add_dated(builder, due, day, DUE_PASSED);
    }
}

/* Copies for the files are no addressees: "Lưu: VT". */
static const char *addressees(const struct reporter *reporter, struct arena *arena)
{
    static const char KEPT[] = "Lưu";
    struct text out = text_in(arena);
    for (size_t i = 0; i < reporter->recipient_count; i++)
        if (strncmp(reporter->recipients[i], KEPT, sizeof KEPT - 1) != 0)
            text_addf(&out, "%s%s", out.length ? "; " : "", reporter->recipients[i]);
    return out.length ? text_str(&out) : NULL;
}

static bool is_reported(const struct results_list *list, struct period period)
{
    for (size_t i = 0; i < list->count; i++)
        if (period_cmp(list->items[i]->period, period) == 0)
            return true;
    return false;
}

static void add_period(struct builder *builder, struct period period)
{
    const struct office *office = builder->context->office;
    struct date cut_off = period_last_day(period, office->regime);
    struct arena *arena = builder->arena;
    if (is_reported(&builder->list, period))
        return;
    const char *what = period.month ? arena_printf(arena, "Báo cáo tháng %d năm %d", period.month, period.year)
                                    : arena_printf(arena, "Báo cáo năm %d", period.year);
    struct due due = { .plan = builder->plan->id,
                       .unit = builder->plan->unit,
                       .kind = period.month ? DUE_MONTH : DUE_YEAR,
                       .period = period,
                       .from = office->reporter.organ_name,
                       .to = addressees(&office->reporter, arena),
                       .cut_off = cut_off,
                       .rule = office->regime == REGIME_ND09 ? "Nghị định 09/2019/NĐ-CP, Điều 12" : "Chế độ báo cáo theo lịch",
                       .what = what,
                       .place = office->place };
    add_dated(builder, due, date_working_day(date_plus(cut_off, 1)), DUE_OVERDUE);
}

/* The first month that some document reports; year 0 if none does. */
static struct period first_month(const struct results_list *list)
{
    for (size_t i = 0; i < list->count; i++) /* in order of time */
        if (list->items[i]->period.month)
            return list->items[i]->period;
    return (struct period){ 0 };
}

static void add_periods(struct builder *builder)
{
    const struct plan *plan = builder->plan;
    struct period first = first_month(&builder->list);
    for (int year = plan->first_year; year <= plan->last_year; year++) {
        for (int month = 1; first.year && month <= MONTHS; month++)
            if (period_cmp((struct period){ year, month }, first) >= 0)
                add_period(builder, (struct period){ year, month });
        add_period(builder, (struct period){ year, 0 });
    }
}

/* The first day on which a plan of the run that replaces this one is in force. */
static struct date replaced_on(const struct due_context *context, const struct plan *plan)
{
    struct date first = { 0 };
    for (size_t i = 0; i < context->plan_count; i++)
        for (size_t j = 0; j < context->plans[i]->relation_count; j++) {
            const struct relation *relation = &context->plans[i]->relations[j];
            struct date day = relation->effective.year ? relation->effective : context->plans[i]->decision.issued;
            if (relation->replaces && strcmp(relation->plan, plan->id) == 0 && (!first.year || date_cmp(day, first) < 0))
                first = day;
        }
    return first;
}

struct due_list due_of(const struct due_context *context, struct arena *arena)
{
    struct due_list list = { 0 };
    for (size_t i = 0; i < context->plan_count; i++) {
        const struct plan *plan = context->plans[i];
        struct builder builder = { .context = context,
                                   .plan = plan,
                                   .end = replaced_on(context, plan),
                                   .list = results_as_of(context->results, plan->id, context->as_of, arena),
                                   .out = &list,
                                   .arena = arena };
        for (size_t j = 0; j < plan->deadline_count; j++)
            add_deadline(&builder, &plan->deadlines[j]);
        add_periods(&builder);
    }
    return list;
}

const char *due_kind_token(enum due_kind kind)
{
    static const char *const TOKENS[] = { "decision", "month", "year" };
    return TOKENS[kind];
}

const char *due_state_token(enum due_state state)
{
    static const char *const TOKENS[] = { "overdue", "passed", "coming", "undated" };
    return TOKENS[state];
}
