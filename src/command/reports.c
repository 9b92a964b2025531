#include "command/reports.h"

#include <unistd.h>

#include "base/breadcrumb.h"
#include "base/text.h"
#include "command/supervise.h"
#include "command/withheld.h"
#include "content/incomplete.h"
#include "publish/keep.h"
#include "publish/deliver_reason.h"
#include "publish/relay.h"
#include "report/compose.h"

/* "annex/x" is in "annex"; "consolidate/2026" is in itself. */
static bool is_in_scope(const struct manifest_report *report, const char *scope)
{
    size_t length = strlen(scope);
    return strncmp(report->name, scope, length) == 0 && (report->name[length] == '/' || !report->name[length]);
}

static void tell_reading(const void *context, size_t done, size_t count)
{
    relay_reading(context, done, count);
}

/* Also those that no report is made of: they may have been found fault with. */
static void add_inputs(struct text *work, const struct manifest_list *files)
{
    for (size_t i = 0; i < files->count; i++)
        text_addf(work, "%s %s\n", files->items[i].digest, files->items[i].path);
}

/* In the process of the run. */
static void work(void *context, const struct worker *worker)
{
    struct run *run = context;
    struct delivery *delivery = &run->delivery;
    delivery->worker = worker;
    delivery->told = delivery->findings->count;
    if (run->job->batch.reading) {
        run->inputs.reading = tell_reading;
        run->inputs.reading_context = delivery;
    }
    run->inputs.passing = !run->in_force;
    inputs_gather(&run->inputs, run->job, run->job->path_count, delivery->arena, delivery->findings);
    inputs_read(&run->inputs, run->library, delivery->arena, delivery->findings);
    inputs_check(&run->inputs, delivery->arena, delivery->findings);
    if (run->in_force)
        inputs_refuse_orphans(&run->inputs, delivery->arena, delivery->findings);
    breadcrumb_none();
    run->order(run);
    delivery_tell_gone_accepted(delivery, &run->inputs.accepted_files);
    withheld_tell(delivery);
    relay_findings(delivery);
    if (delivery->shard) {
        add_inputs(&delivery->shard->work, &run->inputs.files);
        relay_work(delivery);
    }
}

static void take(void *context, const struct record *record)
{
    struct run *run = context;
    relay_take(&run->delivery, record);
}

static void supervise_run(struct run *run)
{
    struct file_list left_out = { 0 };
    struct job *job = arena_alloc(run->delivery.arena, 1, sizeof *job);
    struct supervised supervised = { { 1, run->job->batch.seconds, run->job->batch.megabytes },
                                     &left_out,
                                     run,
                                     work,
                                     take };
    *job = *run->job;
    job->left_out = &left_out;
    run->job = job;
    run->delivery.broken = !supervise(&supervised, run->delivery.arena, run->delivery.findings);
    if (run->delivery.broken)
        delivery_clean(&run->delivery);
}

/* Without the catalogue there are no orders at all. */
static void keep_all(struct run *run, const char *file)
{
    struct delivery *delivery = &run->delivery;
    struct manifest *issued = delivery_issued(delivery);
    for (size_t i = 0; i < issued->count; i++)
        if (is_in_scope(&issued->reports[i], run->scope))
            delivery_keep(delivery, &issued->reports[i], file);
    withheld_tell(delivery);
}

/* How many reports a dry run would make. */
static size_t count_would_be(const struct findings *findings)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++)
        count += findings->items[i].code == FINDING_WOULD_MAKE;
    return count;
}

static struct answer answer_of(const struct delivery *delivery)
{
    const struct batch *batch = delivery->batch;
    struct answer answer = { .summary = { .of = SUMMARY_REPORTS,
                                         .reports = delivery->made,
                                         .unchanged = delivery->unchanged,
                                         .path = delivery->findings_path } };
    if (batch->dry_run)
        answer.summary = (struct telling_summary){ .of = SUMMARY_DRY_RUN,
                                                   .reports = count_would_be(delivery->findings),
                                                   .unchanged = delivery->unchanged };
    return answer;
}

struct answer run_reports(const struct job *job, const char *scope, void (*order)(struct run *run), struct arena *arena,
                          struct findings *findings)
{
    struct library library;
    struct run run = { .job = job,
                       .library = &library,
                       .scope = scope,
                       .in_force = strcmp(scope, "annex") != 0,
                       .order = order };
    struct delivery *delivery = &run.delivery;
    if (!delivery_open(delivery, &job->batch, scope, arena, findings))
        return (struct answer){ 0 };
    delivery->day = date_token(arena, job->batch.as_of.year ? job->batch.as_of : job->today);
    struct places places = find_places(job->templates, job->catalogue, arena);
    if (load_library(&library, &places, true, arena, findings)) {
        delivery->metrics = library.metrics;
        delivery->data = places.data;
        delivery_digests(delivery, text_str(&library.digests));
        supervise_run(&run);
    } else if (!library.catalogue) {
        keep_all(&run, places.catalogue);
    }
    delivery_close(delivery);
    release_library(&library);
    return answer_of(delivery);
}

/* "monthly/2024-03/34" of "monthly/2024-03/34-sua-1": a revision stands beside what was issued before. */
static size_t length_unrevised(const char *name)
{
    const char *revision = strstr(name, "-sua-");
    return revision ? (size_t)(revision - name) : strlen(name);
}

/* What the orders are called, and without their revisions. */
struct ordered {
    struct map names, unrevised;
};

static struct ordered ordered_of(const struct order *orders, size_t count, struct arena *arena)
{
    struct ordered ordered = { map_of_texts(arena), map_of_texts(arena) };
    for (size_t i = 0; i < count; i++) {
        const char *name = order_name(&orders[i], arena);
        *map_at(&ordered.names, name) = 1;
        *map_at(&ordered.unrevised, arena_copy(arena, name, length_unrevised(name))) = 1;
    }
    return ordered;
}

static bool is_revised(const char *name, const struct ordered *ordered)
{
    struct arena arena = ARENA_INIT;
    bool revised = map_find(&ordered->unrevised, arena_copy(&arena, name, length_unrevised(name))) != NULL;
    arena_release(&arena);
    return revised;
}

/*
 * Its first input is no longer there, or was read and gave another report. A run of other inputs says nothing about it, nor
 * does one with a refused file, which may be the plan under another name.
 */
static bool is_gone(const struct run *run, const struct manifest_report *report, const struct ordered *ordered)
{
    if (!report->inputs.count || !ordered->names.count || run->inputs.refusals.count)
        return false;
    const char *path = report->inputs.items[0].path; /* a name that is no UTF-8 is shown, not kept */
    return (access(path, F_OK) != 0 && !strchr(path, '%')) ||
           (inputs_file(&run->inputs, path) && !is_revised(report->name, ordered));
}

void run_deliver(struct run *run, const char *scope, const struct order *orders, size_t count)
{
    struct delivery *delivery = &run->delivery;
    const struct refusals *refusals = &run->inputs.refusals;
    deliver(delivery, orders, count);
    struct ordered ordered = ordered_of(orders, count, delivery->arena);
    const struct manifest *issued = delivery_issued(delivery);
    for (size_t i = 0; i < issued->count; i++) {
        struct manifest_report *report = &issued->reports[i];
        if (!is_in_scope(report, scope) || map_find(&ordered.names, report->name))
            continue;
        for (size_t r = 0; r < refusals->count; r++)
            if (manifest_is_made_from(report, refusals->items[r].file, delivery->arena))
                delivery_keep(delivery, report, refusals->items[r].file);
        if (is_gone(run, report, &ordered))
            delivery_gone(delivery, report);
    }
}

void order_add_missing(struct order *order, struct run *run, bool (*concerns)(const struct refusal *, const void *),
                       const void *of)
{
    struct delivery *delivery = &run->delivery;
    const struct refusals *refusals = &run->inputs.refusals;
    struct arena *arena = delivery->arena;
    const struct manifest_report *report = manifest_find(delivery_issued(delivery), order_name(order, arena));
    for (size_t i = 0; i < refusals->count; i++) {
        const struct refusal *refusal = &refusals->items[i];
        if (!concerns(refusal, of) && !(report && manifest_is_made_from(report, refusal->file, arena)))
            continue;
        const char **added = ARENA_PUSH(arena, order->missing.items, order->missing.count, order->missing.capacity);
        *added = refusal->file;
    }
}

bool concerns_chain(const struct refusal *refusal, const void *of)
{
    const struct chain_of_run *chain = of;
    return refusal_concerns_chain(refusal, chain->chain, chain->plans);
}

void order_add_file(struct order *order, const struct inputs *inputs, const char *path, struct arena *arena)
{
    const struct manifest_entry **added = ARENA_PUSH(arena, order->inputs, order->input_count, order->input_capacity);
    *added = inputs_file(inputs, path);
}

void order_add_chain(struct order *order, const struct inputs *inputs, const struct chain *chain,
                     const struct results_list *results, struct arena *arena)
{
    order_add_file(order, inputs, chain->first->place.file, arena);
    for (size_t i = 0; i < chain->link_count; i++)
        order_add_file(order, inputs, chain->links[i].plan->place.file, arena);
    for (size_t i = 0; i < results->count; i++)
        order_add_file(order, inputs, results->items[i]->place.file, arena);
    order_add_office(order, inputs, arena);
}

void order_add_office(struct order *order, const struct inputs *inputs, struct arena *arena)
{
    if (inputs->office.place.file)
        order_add_file(order, inputs, inputs->office.place.file, arena);
}

bool compose_report(struct views *views, const struct order *order, const struct library *library,
                    const struct report **reports, size_t *count, struct arena *arena, struct findings *findings)
{
    const struct compose_options plain = { 0 };
    struct report *report = arena_alloc(arena, 1, sizeof *report);
    *reports = report;
    *count = 1;
    views_set_incomplete(views, order->missing.items, order->missing.count, arena);
    return compose(report, views, &library->layouts, &plain, library->metrics, arena, findings);
}

/* Plans of the unit that have a report too: in all, of the same programme, and those of them that come first. */
struct beside {
    size_t all, same, before;
};

static struct beside plans_beside(const struct chains *chains, size_t index)
{
    const struct plan *plan = chains->items[index].now;
    struct beside beside = { 0 };
    for (size_t i = 0; i < chains->count; i++) {
        const struct plan *other = chains->items[i].now;
        if (i == index || !chain_covers(&chains->items[i], chains->context.year) || strcmp(other->unit, plan->unit) != 0)
            continue;
        bool same = text_equal(other->programme, plan->programme);
        beside.all++;
        beside.same += same;
        beside.before += same && i < index;
    }
    return beside;
}

const char *report_file(const struct chains *chains, size_t index, struct arena *arena)
{
    const struct plan *plan = chains->items[index].now;
    struct beside beside = plans_beside(chains, index);
    if (beside.before)
        return arena_printf(arena, "%s-%s", plan->unit, plan->id);
    if (beside.all > beside.same && plan->programme)
        return arena_printf(arena, "%s-%s", plan->unit, plan->programme);
    return plan->unit;
}
