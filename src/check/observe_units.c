#include "check/observe_units.h"

#include "base/text.h"
#include "calc/column_keys.h"
#include "content/words.h"
#include "model/unit_scale.h"

struct observer {
    const struct plan *plan;
    const struct catalogue *catalogue;
    struct findings *findings;
};

static void tell_kind(const struct observer *observer, struct place place, const char *id, const char *name,
                      const char *unit, const char *vi, const char *en)
{
    finding_add_about(observer->findings, FINDING_UNIT_OF_KIND, place, ABOUT(id), name, unit, vi, en, NULL);
}

/* ---- targets and past results ---- */

static void check_measure(const struct observer *observer, struct place place, const char *id, const char *text,
                          const struct measure *measure)
{
    enum unit_kind kind = measure->unit_kind;
    if (kind == UNIT_UNLISTED)
        return;
    if (measure->kind == MEASURE_GROWTH && !unit_in_points(kind))
        tell_kind(observer, place, id, text, measure->unit, "tốc độ tăng (kind=\"growth\")", "growth");
    else if (measure->kind == MEASURE_RANK && kind != UNIT_RANK)
        tell_kind(observer, place, id, text, measure->unit, "thứ hạng (kind=\"rank\")", "a rank");
    else if (measure->kind == MEASURE_LEVEL && !measure->indicator && (kind == UNIT_GROWTH || kind == UNIT_RANK))
        tell_kind(observer, place, id, text, measure->unit, "một mức (kind=\"level\")", "a level");
}

/* ---- measures of tables ---- */

static bool adds_up(enum unit_kind kind)
{
    return kind == UNIT_UNLISTED || kind == UNIT_COUNT || kind == UNIT_AMOUNT || kind == UNIT_MONEY ||
           kind == UNIT_SCORE; /* "điểm" is also a place */
}

static void check_kind(const struct observer *observer, struct place place, const char *id, const char *name,
                       const struct plan_measure *measure, const char *unit)
{
    enum unit_kind kind = catalogue_unit_kind(observer->catalogue, unit);
    if (measure->adds == ADDS_IN_UNIT && !adds_up(kind))
        tell_kind(observer, place, id, name, unit, "số cộng được (kind=\"number\")", "a number that adds up");
    else if (measure->adds == ADDS_TO_HUNDRED && kind != UNIT_SHARE && kind != UNIT_UNLISTED)
        tell_kind(observer, place, id, name, unit, "phần trăm của cái chung (kind=\"share\")", "a share");
}

/* Of a measure whose unit is that of each row: the first figure of the row with it. */
static const struct plan_measure *measure_of_row(const struct observer *observer, const struct plan_row *row)
{
    for (size_t f = 0; f < row->keyed_count; f++) {
        const char *id = row->keyed[f].key.measure;
        const struct plan_measure *measure = plan_measure(observer->plan, id);
        if (measure && measure->unit_of_row)
            return measure;
    }
    return NULL;
}

static bool states_number(const struct observer *observer, const struct plan_row *row)
{
    const struct plan_measure *measure = measure_of_row(observer, row);
    return measure && measure->adds == ADDS_IN_UNIT;
}

/* The unit of the first row beside or under `whole` that is not its own; NULL if a row has its own, which is what is added. */
static const char *other_unit(const struct observer *observer, const struct plan_table *table, size_t row, const char **own)
{
    const struct plan_row *whole = &table->rows[row];
    const char *other = NULL;
    for (size_t r = row + 1; r < table->row_count && table->rows[r].level > whole->level; r++) {
        const struct plan_row *part = &table->rows[r];
        if (part->parent != (int)row || part->apart || !part->unit || !states_number(observer, part))
            continue;
        if (!*own)
            *own = part->unit;
        else if (strcmp(*own, part->unit) != 0)
            other = other ? other : part->unit;
        else if (whole->unit)
            return NULL;
    }
    return other;
}

/* A row that prints a number of its own, above rows that are counted in other units. */
static void check_added(const struct observer *observer, const struct plan_table *table, size_t row)
{
    const struct plan_row *whole = &table->rows[row];
    const char *unit = whole->unit;
    const char *other = states_number(observer, whole) ? other_unit(observer, table, row, &unit) : NULL;
    if (other)
        finding_add_about(observer->findings, FINDING_UNITS_ADDED, whole->place, ABOUT(whole->id), whole->title, unit, other,
                          NULL);
}

static void check_rows(const struct observer *observer, const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        const struct plan_measure *measure = row->unit ? measure_of_row(observer, row) : NULL;
        if (measure && !unit_is_ratio(row->unit)) /* a ratio among numbers is never added (calc/cell_sum.h) */
            check_kind(observer, row->place, row->id, row->title, measure, row->unit);
        check_added(observer, table, r);
    }
}

/* ---- heads ---- */

/* What the last brackets of a head hold, or NULL. */
static const char *in_brackets(const struct layout_node *node, struct arena *arena)
{
    const char *found = NULL;
    for (size_t p = 0; node->has_head && p < node->head.count; p++) {
        const char *text = node->head.pieces[p].text, *begin = text ? strrchr(text, '(') : NULL;
        const char *end = begin ? strchr(begin, ')') : NULL;
        if (end)
            found = arena_copy(arena, begin + 1, (size_t)(end - begin - 1));
    }
    return found;
}

/* True if the words are a unit: of the catalogue, or of a measure of the plan. Other words in brackets are no matter. */
static bool is_unit(const struct observer *observer, const char *words)
{
    struct arena *arena = observer->findings->arena;
    const char *key = text_name_key(arena, words);
    for (size_t i = 0; i < observer->catalogue->measure_unit_count; i++)
        if (strcmp(text_name_key(arena, observer->catalogue->measure_units[i].name), key) == 0)
            return true;
    for (size_t i = 0; i < observer->plan->measure_count; i++)
        if (observer->plan->measures[i].unit && strcmp(text_name_key(arena, observer->plan->measures[i].unit), key) == 0)
            return true;
    return false;
}

/* Money of a table is told with its own unit (check/observe_tables.h). */
static void check_heads(const struct observer *observer, const struct plan_table *table)
{
    struct arena *arena = observer->findings->arena;
    struct column_keys keys = column_keys_of_table(observer->plan, table, arena);
    for (size_t c = 0; c < keys.count; c++) {
        const struct column_key *column = &keys.items[c];
        const struct plan_measure *measure = plan_measure(observer->plan, column->key.measure);
        const char *said = measure && measure->unit && measure->money == UNIT_NONE ? in_brackets(column->node, arena)
                                                                                   : NULL;
        if (said && strcmp(text_name_key(arena, said), text_name_key(arena, measure->unit)) != 0 && is_unit(observer, said))
            finding_add_about(observer->findings, FINDING_HEAD_UNIT, column->node->place, ABOUT(table->id), said,
                              measure->unit, NULL);
    }
}

void observe_units(const struct plan *plan, const struct catalogue *catalogue, struct findings *findings)
{
    const struct observer observer = { plan, catalogue, findings };
    for (size_t i = 0; i < plan->target_count; i++)
        check_measure(&observer, plan->targets[i].place, plan->targets[i].id, plan->targets[i].text,
                      &plan->targets[i].measure);
    for (size_t i = 0; i < plan->past_count; i++)
        check_measure(&observer, plan->past[i].place, plan->past[i].id, plan->past[i].text, &plan->past[i].measure);
    for (size_t i = 0; i < plan->measure_count; i++)
        if (plan->measures[i].unit)
            check_kind(&observer, plan->measures[i].place, plan->measures[i].id, plan->measures[i].name, &plan->measures[i],
                       plan->measures[i].unit);
    for (size_t t = 0; t < plan->table_count; t++) {
        check_rows(&observer, &plan->tables[t]);
        check_heads(&observer, &plan->tables[t]);
    }
}
