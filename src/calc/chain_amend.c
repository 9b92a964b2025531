/* A plan as another one amends it: a new plan made of the parts of both. */
#include "calc/chain_amend.h"

#include <assert.h>

#include "base/text.h"
#include "calc/adding_tables.h"
#include "calc/chain_cells.h"
#include "calc/chain_stale.h"

static bool states_money(const struct plan *plan)
{
    for (size_t i = 0; i < plan->table_count; i++)
        if (table_has_money(&plan->tables[i]))
            return true;
    return plan->prose_count > 0;
}

/* ---- money: figures point to the sources of their plan, so all of them are made anew ---- */

static void merge_sources(struct plan *out, const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    out->sources = arena_alloc(arena, plan->source_count + amendment->source_count, sizeof *out->sources);
    out->source_count = 0;
    for (size_t i = 0; i < plan->source_count; i++) {
        const struct source *again = plan_source(amendment, plan->sources[i].id);
        struct source *source = &out->sources[out->source_count++];
        *source = plan->sources[i];
        source->money = source->money || (again && again->money);
    }
    for (size_t i = 0; i < amendment->source_count; i++)
        if (!plan_source(plan, amendment->sources[i].id))
            out->sources[out->source_count++] = amendment->sources[i];
}

static const struct source *source_in(const struct plan *plan, const struct source *source)
{
    return source ? plan_source(plan, source->id) : NULL;
}

static void merge_measures(struct plan *out, const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    out->measures = arena_alloc(arena, plan->measure_count + amendment->measure_count, sizeof *out->measures);
    out->phases = arena_alloc(arena, plan->phase_count + amendment->phase_count, sizeof *out->phases);
    for (size_t i = 0; i < plan->measure_count; i++)
        out->measures[i] = plan->measures[i];
    for (size_t i = 0; i < plan->phase_count; i++)
        out->phases[i] = plan->phases[i];
    for (size_t i = 0; i < amendment->measure_count; i++)
        if (!plan_measure(plan, amendment->measures[i].id))
            out->measures[out->measure_count++] = amendment->measures[i];
    for (size_t i = 0; i < amendment->phase_count; i++)
        if (!plan_phase(plan, amendment->phases[i].id))
            out->phases[out->phase_count++] = amendment->phases[i];
}

static struct figure *figures_in(const struct plan *plan, const struct figure *figures, size_t count, struct arena *arena)
{
    struct figure *out = arena_alloc(arena, count, sizeof *out);
    for (size_t i = 0; i < count; i++) {
        out[i] = figures[i];
        out[i].source = source_in(plan, figures[i].source);
    }
    return out;
}

static void add_table(struct plan *out, const struct plan_table *table, struct arena *arena)
{
    struct plan_table *added = &out->tables[out->table_count++];
    *added = *table;
    added->rows = arena_alloc(arena, table->row_count, sizeof *added->rows);
    for (size_t i = 0; i < table->row_count; i++) {
        struct plan_row *row = &added->rows[i];
        *row = table->rows[i];
        row->source = source_in(out, row->source);
        row->figures = figures_in(out, row->figures, row->figure_count, arena);
        row->keyed = figures_in(out, row->keyed, row->keyed_count, arena);
    }
}

static const char **ids_of(const struct adding_table *const *tables, size_t count, struct arena *arena)
{
    const char **ids = arena_alloc(arena, count, sizeof *ids);
    for (size_t i = 0; i < count; i++)
        ids[i] = tables[i]->table->id;
    return ids;
}

/* What looked like a repetition was not asked about in vain: it is one whose sums are amended, or is still to be settled. */
static void copy_tables(struct plan *out, const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    out->tables = arena_alloc(arena, plan->table_count + amendment->table_count, sizeof *out->tables);
    out->table_count = 0;
    struct adding adding = adding_of(plan, arena);
    for (size_t i = 0; i < plan->table_count; i++) {
        add_table(out, &plan->tables[i], arena);
        const struct adding_table *table = &adding.tables[i];
        if (table->alike_count) {
            out->tables[i].looked_like = ids_of(table->alike, table->alike_count, arena);
            out->tables[i].looked_like_count = table->alike_count;
        }
    }
}

static void add_prose(struct plan *out, const struct prose *prose, struct arena *arena)
{
    struct prose *added = &out->prose[out->prose_count++];
    *added = *prose;
    added->figures = figures_in(out, prose->figures, prose->figure_count, arena);
    added->keyed = figures_in(out, prose->keyed, prose->keyed_count, arena);
}

static const struct prose *prose_of(const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->prose_count; i++)
        if (strcmp(plan->prose[i].id, id) == 0)
            return &plan->prose[i];
    return NULL;
}

/* A paragraph under the id of another takes its place; what the others say of the same amounts holds no longer. */
static void merge_prose(struct cell_merge *merge, const struct plan *plan)
{
    struct plan *out = merge->out;
    const struct plan *amendment = merge->amendment;
    out->prose = arena_alloc(merge->arena, plan->prose_count + amendment->prose_count, sizeof *out->prose);
    out->prose_count = 0;
    for (size_t i = 0; i < plan->prose_count; i++)
        if (!prose_of(amendment, plan->prose[i].id))
            add_prose(out, &plan->prose[i], merge->arena);
    for (size_t i = 0; i < amendment->prose_count; i++) {
        add_prose(out, &amendment->prose[i], merge->arena);
        for (size_t f = 0; f < amendment->prose[i].figure_count; f++)
            add_changed(merge, NULL, NULL, &amendment->prose[i].figures[f]);
    }
}

/* ---- targets ---- */

static size_t section_in(struct plan *out, const struct target_section *section)
{
    for (size_t i = 0; i < out->section_count; i++)
        if (text_equal(out->sections[i].title, section->title))
            return i;
    out->sections[out->section_count] = *section;
    return out->section_count++;
}

static void merge_targets(struct plan *out, const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    out->targets = arena_alloc(arena, plan->target_count + amendment->target_count, sizeof *out->targets);
    out->sections = arena_alloc(arena, plan->section_count + amendment->section_count, sizeof *out->sections);
    out->target_count = 0;
    for (size_t i = 0; i < plan->section_count; i++)
        out->sections[i] = plan->sections[i];
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i], *again = plan_target(amendment, target->id);
        struct target *added = &out->targets[out->target_count++];
        *added = again ? *again : *target;
        added->section = target->section;
    }
    for (size_t i = 0; i < amendment->target_count; i++) {
        const struct target *target = &amendment->targets[i];
        if (plan_target(plan, target->id))
            continue;
        struct target *added = &out->targets[out->target_count++];
        *added = *target;
        if (target->section < amendment->section_count)
            added->section = section_in(out, &amendment->sections[target->section]);
    }
}

/* Those of a target that is stated anew go with it. */
static void merge_milestones(struct plan *out, const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    out->milestones = arena_alloc(arena, plan->milestone_count + amendment->milestone_count, sizeof *out->milestones);
    out->milestone_count = 0;
    for (size_t i = 0; i < plan->milestone_count; i++)
        if (!plan_target(amendment, plan->milestones[i].target))
            out->milestones[out->milestone_count++] = plan->milestones[i];
    for (size_t i = 0; i < amendment->milestone_count; i++)
        out->milestones[out->milestone_count++] = amendment->milestones[i];
}

/* ---- deadlines ---- */

static void merge_deadlines(struct plan *out, const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    out->deadlines = arena_alloc(arena, plan->deadline_count + amendment->deadline_count, sizeof *out->deadlines);
    out->deadline_count = 0;
    for (size_t i = 0; i < plan->deadline_count; i++) {
        const struct deadline *again = plan_deadline(amendment, plan->deadlines[i].id);
        out->deadlines[out->deadline_count++] = again ? *again : plan->deadlines[i];
    }
    for (size_t i = 0; i < amendment->deadline_count; i++)
        if (!plan_deadline(plan, amendment->deadlines[i].id))
            out->deadlines[out->deadline_count++] = amendment->deadlines[i];
}

const struct plan *plan_amended(const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    assert(!plan->head_only && !amendment->head_only);
    struct plan *out = arena_alloc(arena, 1, sizeof *out);
    *out = *plan;
    out->illustrative = plan->illustrative || amendment->illustrative;
    out->no_amounts = plan->no_amounts && !states_money(amendment);
    out->last_year = amendment->last_year > plan->last_year ? amendment->last_year : plan->last_year;
    merge_sources(out, plan, amendment, arena);
    merge_measures(out, plan, amendment, arena);
    struct cell_merge merge = { .out = out, .amendment = amendment, .arena = arena };
    copy_tables(out, plan, amendment, arena);
    merge_cells(&merge);
    merge_prose(&merge, plan);
    drop_stale(&merge);
    merge_targets(out, plan, amendment, arena);
    merge_milestones(out, plan, amendment, arena);
    merge_deadlines(out, plan, amendment, arena);
    return out;
}
