/* Every figure of plans, of results and of what is computed from them, one a line, for other programs. */
#include "content/figure_facts.h"

#include "calc/gaps.h"
#include "command/query.h"
#include "content/spending_facts.h"

/* clang-format off */
#define COLUMNS(COLUMN)                                  \
    COLUMN(id, WORD, fact->id)                           \
    COLUMN(origin, WORD, fact->origin)                   \
    COLUMN(plan, WORD, fact->plan)                       \
    COLUMN(programme, WORD, fact->programme)             \
    COLUMN(unit, WORD, fact->unit)                       \
    COLUMN(document, WORD, fact->document)               \
    COLUMN(row, WORD, fact->row)                         \
    COLUMN(label, WORD, fact->label)                     \
    COLUMN(measure, WORD, fact->measure)                 \
    COLUMN(phase, WORD, fact->phase)                     \
    COLUMN(period, WORD, fact->period)                   \
    COLUMN(basis, WORD, fact->basis)                     \
    COLUMN(source, WORD, fact->source)                   \
    COLUMN(op, WORD, fact->op)                           \
    COLUMN(value, WORD, fact->value)                     \
    COLUMN(high, WORD, fact->high)                       \
    COLUMN(value_unit, WORD, fact->value_unit)           \
    COLUMN(state, WORD, fact->state)                     \
    COLUMN(verdict, WORD, fact->verdict)                 \
    COLUMN(computed, WORD, fact->computed)               \
    COLUMN(file, WORD, fact->place.file)                 \
    COLUMN(line, INTEGER, line_token(arena, fact->place))
/* clang-format on */

static const struct listing_column HEAD[] = { COLUMNS(LISTING_COLUMN) };

static void list_fact(struct listing *listing, const struct figure_fact *fact)
{
    struct arena *arena = listing->arena;
    COLUMNS(LISTING_CELL)
}

/* What is computed from the plan alone, in its own words: of an amendment what it makes of the plan amended. */
static void add_totals(struct figure_facts *facts, struct inputs *inputs, size_t index, struct findings *findings)
{
    struct totals totals;
    if (totals_compute(&totals, inputs_in_force(inputs, index, facts->arena), facts->arena, findings))
        figure_facts_of_totals(facts, inputs->plans[index], &totals);
}

static void add_reported(struct figure_facts *facts, const struct inputs *inputs, const struct job *job)
{
    struct chains chains = inputs_chains(inputs, job->batch.as_of, (struct period){ job->year, 0, 0 }, facts->arena);
    for (size_t c = 0; c < chains.count; c++) {
        struct gaps gaps = gaps_of(chains.items[c].now, &chains.context, facts->arena);
        figure_facts_of_gaps(facts, chains.items[c].now, &gaps, job->year);
        struct disbursement money = disbursement_of(chains.items[c].now, chains.context.results, chains.context.as_of,
                                                    job->year, facts->arena);
        spending_facts_add(facts, chains.items[c].now, &money);
    }
}

static void add_all(struct figure_facts *facts, struct inputs *inputs, const struct job *job, struct findings *findings)
{
    for (size_t p = 0; p < inputs->count; p++) {
        const struct plan *plan = inputs->plans[p];
        figure_facts_of_plan(facts, inputs_ledger(inputs, p, facts->arena));
        for (size_t r = 0; r < inputs->results.count; r++)
            if (strcmp(inputs->results.items[r]->plan, plan->id) == 0)
                figure_facts_of_results(facts, plan, inputs->results.items[r], &inputs->results);
        add_totals(facts, inputs, p, findings);
    }
    if (job->year)
        add_reported(facts, inputs, job);
}

struct answer run_facts(const struct job *job, struct arena *arena, struct findings *findings)
{
    struct inputs inputs;
    struct listing listing = listing_of(HEAD, sizeof HEAD / sizeof *HEAD, arena);
    struct figure_facts facts = { .arena = arena };
    query_open(&inputs, job, job->path_count, arena, findings);
    inputs_refuse_orphans(&inputs, arena, findings);
    add_all(&facts, &inputs, job, findings);
    for (size_t i = 0; i < facts.count; i++)
        list_fact(&listing, &facts.items[i]);
    return query_answer(&listing, job, findings);
}
