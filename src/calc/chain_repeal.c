/* A plan without what another one repeals. */
#include "calc/chain_repeal.h"

#include "base/text.h"
#include "calc/chain_stale.h"

struct striker {
    const struct plan *plan, *amendment;
    const struct figure **struck; /* of the groups and activities that are repealed */
    size_t struck_count, struck_capacity;
    struct arena *arena;
};

static bool repeals(const struct striker *striker, const char *id)
{
    const struct plan *amendment = striker->amendment;
    for (size_t r = 0; r < amendment->relation_count; r++)
        if (relation_repeals(&amendment->relations[r], id))
            return true;
    return false;
}

/* ---- targets and deadlines ---- */

static void strike_targets(struct plan *out, const struct striker *striker)
{
    const struct plan *plan = striker->plan;
    out->targets = arena_alloc(striker->arena, plan->target_count, sizeof *out->targets);
    out->milestones = arena_alloc(striker->arena, plan->milestone_count, sizeof *out->milestones);
    out->target_count = out->milestone_count = 0;
    for (size_t i = 0; i < plan->target_count; i++) {
        if (repeals(striker, plan->targets[i].id))
            continue;
        struct target *target = &out->targets[out->target_count++];
        *target = plan->targets[i];
        if (target->continues && repeals(striker, target->continues))
            target->continues = NULL;
        if (target->measure.part_of && repeals(striker, target->measure.part_of))
            target->measure.part_of = NULL;
    }
    for (size_t i = 0; i < plan->milestone_count; i++)
        if (!repeals(striker, plan->milestones[i].target))
            out->milestones[out->milestone_count++] = plan->milestones[i];
}

static void strike_deadlines(struct plan *out, const struct striker *striker)
{
    const struct plan *plan = striker->plan;
    out->deadlines = arena_alloc(striker->arena, plan->deadline_count, sizeof *out->deadlines);
    out->deadline_count = 0;
    for (size_t i = 0; i < plan->deadline_count; i++)
        if (!repeals(striker, plan->deadlines[i].id))
            out->deadlines[out->deadline_count++] = plan->deadlines[i];
}

/* ---- money ---- */

static bool same_source(const struct figure *a, const struct figure *b)
{
    return !a->source || !b->source || strcmp(a->source->id, b->source->id) == 0;
}

static bool same_time(const struct figure *a, const struct figure *b)
{
    return figure_period_within(a->key.period, b->key.period) || figure_period_within(b->key.period, a->key.period);
}

static bool same_kind(const struct figure *a, const struct figure *b)
{
    return text_equal(a->key.measure, b->key.measure) && text_equal(a->key.phase, b->key.phase);
}

/* True if the cell can hold a figure that was struck out: of all sources or years each. */
static bool holds_struck(const struct striker *striker, size_t from, size_t end, const struct figure *figure)
{
    for (size_t i = from; i < end; i++) {
        const struct figure *struck = striker->struck[i];
        if (same_kind(figure, struck) && same_time(figure, struck) && same_source(figure, struck))
            return true;
    }
    return false;
}

static void drop_struck(const struct striker *striker, size_t from, size_t end, struct figure **figures, size_t *count)
{
    struct figure *kept = arena_alloc(striker->arena, *count, sizeof *kept);
    size_t kept_count = 0;
    for (size_t i = 0; i < *count; i++)
        if (!holds_struck(striker, from, end, &(*figures)[i]))
            kept[kept_count++] = (*figures)[i];
    *figures = kept;
    *count = kept_count;
}

/* Which rows of the table go: those repealed, and those in them. */
static const bool *struck_rows(const struct striker *striker, const struct plan_table *table)
{
    bool *struck = arena_alloc(striker->arena, table->row_count, sizeof *struck);
    bool whole = repeals(striker, table->id);
    for (size_t i = 0; i < table->row_count; i++) {
        const struct plan_row *row = &table->rows[i];
        bool in_struck = row->parent != NO_ROW && struck[row->parent];
        struck[i] = whole || in_struck || repeals(striker, row->id);
    }
    return struck;
}

static bool has_struck_below(const struct plan_table *table, size_t row, const bool *struck)
{
    for (size_t i = 0; i < table->row_count; i++)
        for (int above = table->rows[i].parent; struck[i] && above != NO_ROW; above = table->rows[above].parent)
            if (above == (int)row)
                return true;
    return false;
}

/* Of totals it is not told which is that of the whole table: none of them can stand in for another. */
static bool is_changed_sum(const struct plan_table *table, size_t row, const bool *struck)
{
    return table->rows[row].kind == ROW_TOTAL || has_struck_below(table, row, struck);
}

static void collect(struct striker *striker, const struct figure *figures, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const struct figure **added =
            ARENA_PUSH(striker->arena, striker->struck, striker->struck_count, striker->struck_capacity);
        *added = &figures[i];
    }
}

static void collect_row(struct striker *striker, const struct plan_row *row)
{
    collect(striker, row->figures, row->figure_count);
    collect(striker, row->keyed, row->keyed_count);
}

/* What the row prints of what is struck out below it, or in its table. */
static void drop_sums(const struct striker *striker, size_t from, struct plan_row *row, const struct plan_row *was)
{
    drop_struck(striker, from, striker->struck_count, &row->figures, &row->figure_count);
    drop_struck(striker, from, striker->struck_count, &row->keyed, &row->keyed_count);
    row->resummed = row->resummed || row->figure_count < was->figure_count;
    for (size_t f = 0; f < was->figure_count; f++)
        note_summed(row, &was->figures[f], striker->arena);
    row->label_sum_count = row->label_product_count = 0;
}

/* A row that is struck out keeps its place, so that what was spent on it still has one. */
static void strike_rows(struct striker *striker, struct plan_table *table)
{
    const bool *struck = struck_rows(striker, table);
    size_t from = striker->struck_count;
    struct plan_row *rows = arena_alloc(striker->arena, table->row_count, sizeof *rows);
    for (size_t i = 0; i < table->row_count; i++)
        if (struck[i])
            collect_row(striker, &table->rows[i]);
    for (size_t i = 0; i < table->row_count; i++) {
        rows[i] = table->rows[i];
        if (struck[i]) {
            rows[i].repealed = true;
            rows[i].figure_count = rows[i].keyed_count = rows[i].label_sum_count = rows[i].label_product_count = 0;
        } else if (striker->struck_count > from && is_changed_sum(table, i, struck)) {
            drop_sums(striker, from, &rows[i], &table->rows[i]);
        }
    }
    table->rows = rows;
}

static bool has_struck(const struct plan_table *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].repealed)
            return true;
    return false;
}

/* What the body of the decision says of money are sums of the annexes. */
static void drop_from_body(struct striker *striker, struct plan *out)
{
    for (size_t t = 0; t < out->table_count; t++) {
        struct plan_table *table = &out->tables[t];
        bool sums = !table->annex && table_has_money(table) && !has_struck(table);
        for (size_t r = 0; sums && r < table->row_count; r++) {
            drop_struck(striker, 0, striker->struck_count, &table->rows[r].figures, &table->rows[r].figure_count);
            drop_struck(striker, 0, striker->struck_count, &table->rows[r].keyed, &table->rows[r].keyed_count);
        }
    }
    struct prose *prose = arena_alloc(striker->arena, out->prose_count, sizeof *prose);
    for (size_t i = 0; i < out->prose_count; i++) {
        prose[i] = out->prose[i];
        drop_struck(striker, 0, striker->struck_count, &prose[i].figures, &prose[i].figure_count);
        drop_struck(striker, 0, striker->struck_count, &prose[i].keyed, &prose[i].keyed_count);
    }
    out->prose = prose;
}

static void strike_tables(struct plan *out, struct striker *striker)
{
    const struct plan *plan = striker->plan;
    out->tables = arena_alloc(striker->arena, plan->table_count, sizeof *out->tables);
    out->table_count = 0;
    for (size_t i = 0; i < plan->table_count; i++) {
        bool money = table_has_money(&plan->tables[i]);
        if (!money && repeals(striker, plan->tables[i].id))
            continue;
        struct plan_table *table = &out->tables[out->table_count++];
        *table = plan->tables[i];
        if (money)
            strike_rows(striker, table);
    }
    if (striker->struck_count)
        drop_from_body(striker, out);
}

static bool repeals_any(const struct plan *amendment)
{
    bool any = false;
    for (size_t r = 0; r < amendment->relation_count; r++)
        any = any || amendment->relations[r].repeal_count > 0;
    return any;
}

const struct plan *plan_struck(const struct plan *plan, const struct plan *amendment, struct arena *arena)
{
    if (!repeals_any(amendment))
        return plan;
    struct striker striker = { .plan = plan, .amendment = amendment, .arena = arena };
    struct plan *out = arena_alloc(arena, 1, sizeof *out);
    *out = *plan;
    strike_targets(out, &striker);
    strike_deadlines(out, &striker);
    strike_tables(out, &striker);
    return out;
}
