/*
 * Chains: a plan and the plans of the run that amend or replace it, told as one.
 *
 * A chain starts with the plan that was decided first. A plan counts from the day on which it takes effect, and not
 * before it was issued; one whose period does not hold the year of the report has nothing to say about that year. What
 * is in force on the day of the report is made up from the chain:
 *
 *   replaces   the new plan stands alone: nothing of those before it is left
 *   amends     targets and deadlines that the new plan states under the ids of the old stand in their place, and so does
 *              each cell of a table; a cell may be a change of the one before. What has a new id is added; what is left out
 *              stays. Sums over a cell that is changed count no longer unless they are stated anew (calc/chain_cells.h,
 *              calc/chain_stale.h). Targets, deadlines and tables without money that the new plan repeals are gone. Groups
 *              and activities that it repeals stay, without what was planned for them, because money may have been spent;
 *              sums that held it count no longer.
 *
 * Results that name any plan of the chain count for the one in force, where its ids of targets, sources and rows are
 * the same. A plan of one unit that a plan of another unit replaces (after a merger) ends with it.
 */
#ifndef PHULUC_CALC_CHAIN_H
#define PHULUC_CALC_CHAIN_H

#include "calc/gaps.h"
#include "model/plan.h"

enum link_state {
    LINK_IN_FORCE,
    LINK_PENDING,     /* not in force on the day */
    LINK_OTHER_YEARS, /* its period does not hold the year */
    LINK_REPLACED     /* a later plan of the chain replaces it */
};

struct chain_link {
    const struct plan *plan;
    bool replaces; /* all that was before; else amends */
    struct date effective;
    enum link_state state;
};

/* What a plan of the chain repealed, as it stood until then. */
struct chain_repeal {
    const struct chain_link *link;
    struct plan_part part;
};

struct chain {
    const struct plan *first, *now; /* as first decided, and as in force; the same if nothing changed it */
    struct chain_repeal *repeals;   /* by what is in force; without those before all was replaced */
    size_t repeal_count, repeal_capacity;
    struct chain_link *links; /* in the order in which they take effect */
    size_t link_count;
    struct date day; /* on which it was asked what is in force */
};

struct chains {
    struct chain *items; /* in the order of their first plans; without those that have ended */
    size_t count;
    struct gaps_context context; /* the one asked with, but of the plans in force, which results name */
};

/*
 * The day is that of the context; without one the latest on which something of the year (of the month, if the context names
 * one) or before it was issued.
 */
struct chains chains_of(const struct gaps_context *context, struct arena *arena);

/* Also those that have ended. */
struct chains chains_with_ended(const struct gaps_context *context, struct arena *arena);

/* What an amendment makes of what was in force before it, as if nothing came after. */
struct chain_amendment {
    const struct plan *before, *after; /* NULL: the plan amends none of the run */
};

/* Of each of the context's plans, in their order; whatever year the context names. */
struct chain_amendment *chain_amendments_of(const struct gaps_context *context, struct arena *arena);

/* What is in force from a day on, up to the day before another. */
struct chain_span {
    const struct plan *plan;  /* NULL: a plan of another unit has taken the place of the chain */
    struct date from, before; /* year 0: from the first plan on; with no end */
};

struct chain_spans {
    struct chain_span *items;
    size_t count;
};

/*
 * One after the other, whatever years the plans speak of: what is to be done by a day is asked for by the plan in force on
 * that day. The context is that of chains_of(), and only what was issued by its day is known.
 */
struct chain_spans chain_spans_of(const struct chain *chain, const struct gaps_context *context, struct arena *arena);

/* True if something changed the plan by the day. */
bool chain_is_changed(const struct chain *chain);

/* True if what has the id was repealed; it may have come back since. */
bool chain_repeals(const struct chain *chain, const char *id);

/* True if the period of the plan in force holds the year: it has a report then. */
bool chain_covers(const struct chain *chain, int year);

/* The day from which a plan that speaks of the year has taken the place of the chain for another unit; year 0: none has. */
struct date chain_end(const struct chain *chain, const struct gaps_context *context, int year);

#endif
