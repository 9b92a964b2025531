#include "check/amendment_check.h"

#include "base/text.h"
#include "content/words.h"

struct checker {
    struct chain_amendment made;
    struct findings *findings;
};

static bool has_row(const struct plan *plan, const char *id)
{
    bool has = false;
    for (size_t t = 0; t < plan->table_count; t++)
        has = has || table_row(&plan->tables[t], id) != NO_ROW;
    return has;
}

static const struct figure *cell_in(const struct plan *plan, const char *row_id, struct figure_key key)
{
    const struct plan_table *table;
    const struct plan_row *row = plan_row(plan, row_id, &table);
    return row ? row_figure_at(row, key) : NULL;
}

static void tell_nothing(const struct checker *checker, const struct plan_row *row, const struct figure *change)
{
    struct arena *arena = checker->findings->arena;
    const char *period = figure_period_token(arena, change->key.period), *source = change->key.source;
    finding_add_about(checker->findings, FINDING_CHANGE_OF_NOTHING, change->place, ABOUT(row->id), row->id,
                      checker->made.before->id,
                      arena_printf(arena, "kỳ %s, nguồn %s", period, source ? source : "mọi nguồn"),
                      arena_printf(arena, "period %s, source %s", period, source ? source : "all"), NULL);
}

static void check_change(const struct checker *checker, const struct plan_row *row, const struct figure *change)
{
    struct arena *arena = checker->findings->arena;
    const struct figure *after = cell_in(checker->made.after, row->id, change->key);
    if (!cell_in(checker->made.before, row->id, change->key)) {
        tell_nothing(checker, row, change);
    } else if (after && after->state == FIGURE_NUMBER && after->number.units < 0) {
        char number[DEC_TEXT_SIZE];
        const char *left = after->unit == UNIT_NONE ? arena_printf(arena, "%s", dec_format(number, after->number))
                                                    : money_words(arena, after->dong, after->unit);
        finding_add_about(checker->findings, FINDING_CHANGE_BELOW_ZERO, change->place, ABOUT(row->id), row->id,
                          checker->made.before->id, left, NULL);
    }
}

/* ---- rows that are new by their ids alone ---- */

static const struct plan_row *row_alike_in(const struct plan_table *table, const struct plan *amendment,
                                           const struct plan_row *row, const char *name, struct arena *scratch)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *other = &table->rows[r];
        if (other->kind == row->kind && other->figure_count && !other->repealed && strcmp(other->no, row->no) == 0 &&
            strcmp(text_name_key(scratch, other->title), name) == 0 && !has_row(amendment, other->id))
            return other;
    }
    return NULL;
}

/* Of the same kind and number in a table of the plan amended, with money, that the amendment does not state anew; NULL if none. */
static const struct plan_row *row_alike(const struct plan *before, const struct plan *amendment, const struct plan_row *row)
{
    struct arena scratch = ARENA_INIT;
    const char *name = text_name_key(&scratch, row->title);
    const struct plan_row *alike = NULL;
    for (size_t t = 0; t < before->table_count && !alike; t++)
        alike = row_alike_in(&before->tables[t], amendment, row, name, &scratch);
    arena_release(&scratch);
    return alike;
}

static void check_new_row(const struct checker *checker, const struct plan *amendment, const struct plan_row *row)
{
    if (row->kind == ROW_TOTAL || row->kind == ROW_GROUP || !row->figure_count || has_row(checker->made.before, row->id))
        return;
    const struct plan_row *alike = row_alike(checker->made.before, amendment, row);
    if (alike)
        finding_add_about(checker->findings, FINDING_AMENDED_ROW_AGAIN, row->place, ABOUT(row->id), row->id,
                          checker->made.before->id, alike->id, row->title, NULL);
}

void amendment_check(const struct plan *amendment, struct chain_amendment made, struct findings *findings)
{
    struct checker checker = { made, findings };
    for (size_t t = 0; made.before && t < amendment->table_count; t++)
        for (size_t r = 0; r < amendment->tables[t].row_count; r++) {
            const struct plan_row *row = &amendment->tables[t].rows[r];
            check_new_row(&checker, amendment, row);
            for (size_t f = 0; f < row->keyed_count; f++)
                if (row->keyed[f].change != CHANGE_NONE)
                    check_change(&checker, row, &row->keyed[f]);
        }
}
