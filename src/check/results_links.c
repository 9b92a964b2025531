#include "check/results_links.h"

#include "base/breadcrumb.h"
#include "base/groups.h"
#include "base/text.h"

/* No document is held against all others. */
struct links {
    const struct results_list *list;
    const struct results_context *context;
    struct groups ids, superseded, cells; /* by id, by the id that is superseded, by plan and period */
    bool *drop;
};

/* The index of the first document with that id; the number of documents if there is none. */
static size_t find(const struct links *links, const char *id)
{
    size_t first = links->list->count;
    for (size_t i = groups_last(&links->ids, id); i; i = links->ids.before[i - 1])
        first = i - 1;
    return first;
}

/* A finding about the document, which cannot be used then. */
#define refuse(links, at, code, ...) \
    (finding_add_about((links)->context->findings, (code), (links)->list->items[at]->place, about_document((links), (at)), \
                       __VA_ARGS__, NULL), \
     (links)->drop[at] = true)

static struct about about_document(const struct links *links, size_t at)
{
    const struct results *results = links->list->items[at];
    return (struct about){ .plan = results->plan, .subject = results->id };
}

/* Of two documents of one id neither is preferred: which is the copy cannot be known. */
static void check_id(struct links *links, size_t at)
{
    const struct results_list *list = links->list;
    const struct results *results = list->items[at];
    size_t first = find(links, results->id), last = groups_last(&links->ids, results->id) - 1;
    if (*results->id && first != last)
        refuse(links, at, FINDING_SAME_RESULTS_ID, results->id, list->items[first == at ? last : first]->place.file);
}

/* True if going from document to superseded document comes back to where it began. */
static bool is_circle(const struct links *links, size_t at)
{
    const struct results_list *list = links->list;
    size_t next = at;
    for (size_t steps = 0; steps <= list->count; steps++) {
        if (!list->items[next]->supersedes)
            return false;
        next = find(links, list->items[next]->supersedes);
        if (next == list->count)
            return false;
        if (next == at)
            return true;
    }
    return false;
}

static void check_superseded(struct links *links, size_t at)
{
    const struct results *results = links->list->items[at];
    struct findings *findings = links->context->findings;
    if (!results->supersedes)
        return;
    size_t other = find(links, results->supersedes);
    if (other == links->list->count) {
        refuse(links, at, FINDING_UNKNOWN_SUPERSEDED, results->supersedes);
        return;
    }
    const struct results *older = links->list->items[other];
    if (!results->period.year || !older->period.year || !results->issued.year || !older->issued.year)
        return; /* told already */
    if (is_circle(links, at))
        refuse(links, at, FINDING_SUPERSEDES_CIRCLE, results->id);
    else if (strcmp(older->plan, results->plan) != 0 || period_cmp(older->period, results->period) != 0)
        refuse(links, at, FINDING_SUPERSEDES_OTHER, older->id, older->plan, period_text(findings->arena, older->period));
    else if (date_cmp(older->issued, results->issued) > 0)
        refuse(links, at, FINDING_SUPERSEDES_LATER, older->id, date_token(findings->arena, older->issued));
}

static bool is_superseded(const struct links *links, const struct results *results)
{
    for (size_t i = groups_last(&links->superseded, results->id); i; i = links->superseded.before[i - 1])
        if (!links->drop[i - 1])
            return true;
    return false;
}

static const char *shared_value(const struct result_value *a, size_t a_count, const struct result_value *b, size_t b_count)
{
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++)
            if (text_equal(a[i].target, b[j].target) && forecast_equal(a[i].forecast, b[j].forecast) &&
                (a[i].target || text_equal(a[i].indicator, b[j].indicator)))
                return a[i].target ? a[i].target : a[i].indicator;
    return NULL;
}

static const char *shared_amount(const struct result_money *a, size_t a_count, const struct result_money *b, size_t b_count)
{
    for (size_t i = 0; i < a_count; i++)
        for (size_t j = 0; j < b_count; j++)
            if (a[i].phase == b[j].phase && a[i].year == b[j].year && forecast_equal(a[i].forecast, b[j].forecast) &&
                text_equal(a[i].source, b[j].source) && text_equal(a[i].of, b[j].of))
                return result_money_token(&a[i]);
    return NULL;
}

/* What both documents speak of: a target, an indicator, an amount, an estimate of one; NULL if nothing. */
static const char *shared_subject(const struct results *a, const struct results *b)
{
    const char *subject = shared_value(a->values, a->value_count, b->values, b->value_count);
    if (!subject)
        subject = shared_value(a->estimates, a->estimate_count, b->estimates, b->estimate_count);
    if (!subject)
        subject = shared_amount(a->money, a->money_count, b->money, b->money_count);
    if (!subject)
        subject = shared_amount(a->money_estimates, a->money_estimate_count, b->money_estimates, b->money_estimate_count);
    return subject;
}

/* The first document before it that speaks of the same; *subject is what of. */
static const struct results *clash_of(const struct links *links, size_t at, const char **subject)
{
    const struct results *results = links->list->items[at], *clash = NULL;
    for (size_t i = links->cells.before[at]; i; i = links->cells.before[i - 1]) {
        const struct results *other = links->list->items[i - 1];
        if (links->drop[i - 1] || is_superseded(links, other))
            continue;
        breadcrumb_across(results->place.file, other->place.file);
        const char *shared = shared_subject(results, other);
        if (shared) {
            clash = other;
            *subject = shared;
        }
    }
    return clash;
}

static void check_clash(struct links *links, size_t at)
{
    const char *subject;
    const struct results *results = links->list->items[at], *other = clash_of(links, at, &subject);
    if (!other)
        return;
    const struct results *earlier = date_cmp(results->issued, other->issued) < 0 ? results : other;
    refuse(links, at, FINDING_RESULTS_CLASH, subject, period_text(links->context->findings->arena, results->period),
           other->place.file, earlier->id);
}

static void check_mixture(struct links *links)
{
    const struct results *real = NULL;
    bool mixed = false;
    for (size_t i = 0; i < links->list->count; i++)
        if (!links->list->items[i]->illustrative && !real)
            real = links->list->items[i];
    for (size_t i = 0; real && i < links->list->count; i++)
        if (links->list->items[i]->illustrative) {
            refuse(links, i, FINDING_ILLUSTRATIVE_MIX, real->place.file);
            mixed = true;
        }
    for (size_t i = 0; mixed && i < links->list->count; i++)
        links->drop[i] = true;
}

void results_check_links(const struct results_list *list, const struct results_context *context, bool *drop)
{
    struct arena *arena = context->findings->arena;
    struct links links = { .list = list,
                           .context = context,
                           .ids = groups_of(list->count, arena),
                           .superseded = groups_of(list->count, arena),
                           .cells = groups_of(list->count, arena),
                           .drop = drop };
    for (size_t i = 0; i < list->count; i++) {
        const struct results *results = list->items[i];
        groups_add(&links.ids, results->id, i);
        groups_add(&links.superseded, results->supersedes, i);
        groups_add(&links.cells, arena_printf(arena, "%s %s", results->plan, period_text(arena, results->period)), i);
    }
    for (size_t i = 0; i < list->count; i++) {
        breadcrumb_across(list->items[i]->place.file, NULL);
        check_id(&links, i);
        check_superseded(&links, i);
    }
    for (size_t i = 0; i < list->count; i++) {
        breadcrumb_across(list->items[i]->place.file, NULL);
        if (!drop[i] && !is_superseded(&links, list->items[i]))
            check_clash(&links, i);
    }
    check_mixture(&links);
}
