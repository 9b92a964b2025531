/* Forms in which units fill in the results of a period. */
#include "form/form.h"

#include "base/text.h"
#include "command/commands.h"
#include "command/reports.h"
#include "content/report_words.h"
#include "render/renderers.h"

/* What a worker needs to make one form. */
struct form_order {
    struct form_request request;
};

static bool write_form(const struct order *order, const char *path, struct render_context *context)
{
    const struct form_order *form = order->context;
    const struct fill_in_book *book = form_make(&form->request, context->arena, context->findings);
    return book && render_fill_in(book, path, context);
}

/* Of the unit that the job names, as it is organised at the end of the period; of all if it names none. */
static bool is_asked(const struct job *job, const struct inputs *inputs, const struct plan *plan)
{
    if (!job->unit)
        return true;
    struct date day = period_last_day(job->month, inputs->office.regime);
    const struct unit *unit = catalogue_unit(inputs->catalogue, job->unit, day);
    return unit && catalogue_successor(inputs->catalogue, plan->unit, plan->decision.issued, day) == unit;
}

static bool concerns_form(const struct refusal *refusal, const void *of)
{
    return refusal->concerns != CONCERNS_RESULTS && concerns_chain(refusal, of);
}

/* The forms of one folder. */
struct form_orders {
    struct run *run;
    const char *folder;
    const struct chains *chains;
    struct order *orders;
    size_t count, capacity;
};

static void add_order(struct form_orders *list, const struct chain *chain, const char *body)
{
    struct run *run = list->run;
    struct arena *arena = run->delivery.arena;
    struct form_order *form = arena_alloc(arena, 1, sizeof *form);
    struct chain_of_run *of = arena_alloc(arena, 1, sizeof *of);
    static const struct results_list NO_RESULTS = { 0 };
    form->request = (struct form_request){ chain->now, run->job->month, &run->inputs.office, run->inputs.catalogue, body };
    *of = (struct chain_of_run){ chain, { list->chains->context.plans, list->chains->context.plan_count } };
    struct order *order = ARENA_PUSH(arena, list->orders, list->count, list->capacity);
    *order = (struct order){ .folder = list->folder,
                             .id = body ? arena_printf(arena, "%s-%s", chain->now->id, text_machine_name(arena, body, '-'))
                                        : chain->now->id,
                             .options = "",
                             .write = write_form,
                             .suffix = ".xlsx",
                             .context = form };
    order_add_chain(order, &run->inputs, chain, &NO_RESULTS, arena);
    order_add_missing(order, run, concerns_form, of);
}

static void add_bodies(struct form_orders *list, const struct chain *chain)
{
    size_t count;
    const char **bodies = form_bodies(chain->now, &count, list->run->delivery.arena);
    for (size_t i = 0; i < count; i++)
        add_order(list, chain, bodies[i]);
}

static void tell_none(struct delivery *delivery, const struct job *job)
{
    struct place nowhere = { NULL, 0 };
    const char *year = arena_printf(delivery->arena, "%d", job->month.year);
    if (job->unit)
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_UNIT, nowhere, job->unit, year, NULL);
    else
        finding_add(delivery->findings, FINDING_NO_PLAN_OF_YEAR, nowhere, year, "--period", NULL);
}

static void deliver_forms(struct run *run)
{
    const struct job *job = run->job;
    struct delivery *delivery = &run->delivery;
    struct chains chains = inputs_chains(&run->inputs, job->batch.as_of, job->month, delivery->arena);
    struct form_orders plans = { .run = run, .chains = &chains, .folder = run->scope };
    struct form_orders bodies = plans;
    bodies.folder = arena_printf(delivery->arena, "%s-don-vi", run->scope);
    for (size_t i = 0; i < chains.count; i++) {
        const struct chain *chain = &chains.items[i];
        if (!chain_covers(chain, job->month.year) || !is_asked(job, &run->inputs, chain->now))
            continue;
        add_order(&plans, chain, NULL);
        if (job->bodies)
            add_bodies(&bodies, chain);
    }
    if (!plans.count)
        tell_none(delivery, job);
    if (job->unit) /* says nothing about forms of other units that stand there */
        deliver(delivery, plans.orders, plans.count);
    else
        run_deliver(run, plans.folder, plans.orders, plans.count);
    deliver(delivery, bodies.orders, bodies.count);
}

struct answer run_form(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct answer answer = run_reports(job, arena_printf(arena, "forms/%s", period_text(arena, job->month)), deliver_forms,
                                       arena, findings);
    answer.summary.made = SUMMARY_FORMS;
    return answer;
}
