#include "calc/month_revision.h"

#include "model/plan.h"

struct date month_first_issue(const struct results_list *all, const char *plan, struct period month)
{
    struct date first = { 0 };
    for (size_t i = 0; i < all->count; i++) {
        const struct results *results = all->items[i];
        bool own = strcmp(results->plan, plan) == 0 && period_cmp(results->period, month) == 0;
        if (own && (!first.year || date_cmp(results->issued, first) < 0))
            first = results->issued;
    }
    return first;
}

static bool is_day_seen(const struct results_list *list, size_t before, struct date day)
{
    for (size_t i = 0; i < before; i++)
        if (date_equal(list->items[i]->issued, day))
            return true;
    return false;
}

int month_revision(const struct plan *plan, const struct month_request *request, struct arena *arena)
{
    struct results_list until = results_until(request->results, request->period, arena), later = until;
    struct date first = month_first_issue(&until, plan->id, request->period);
    later.count = 0;
    later.items = arena_alloc(arena, until.count, sizeof *later.items);
    int revision = 0;
    for (size_t i = 0; first.year && i < until.count; i++) {
        struct results *results = until.items[i];
        bool known = !request->as_of.year || date_cmp(results->issued, request->as_of) <= 0;
        if (strcmp(results->plan, plan->id) != 0 || !known || date_cmp(results->issued, first) <= 0)
            continue;
        revision += !is_day_seen(&later, later.count, results->issued);
        later.items[later.count++] = results;
    }
    return revision;
}
