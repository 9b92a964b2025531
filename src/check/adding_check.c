#include "check/adding_check.h"

#include "check/total_as_row.h"
#include "content/words.h"

enum { IDS_TOLD = 20 };

static const char *total_words(const struct adding_table *const *tables, size_t count, struct arena *arena)
{
    int64_t sum = 0;
    for (size_t i = 0; i < count; i++) {
        struct leaf_sum leaves = leaves_of(tables[i], LEAVES_OF_ALL, NULL, 0);
        if (leaves.overflow || !dong_add(&sum, sum, leaves.dong))
            return "…";
    }
    return money_words(arena, sum, tables[0]->table->unit);
}

/* More than a reader would take in are not listed. */
static const char *ids(const struct adding_table *const *tables, size_t count, struct arena *arena)
{
    const char *list = tables[0]->table->id;
    for (size_t i = 1; i < count && i < IDS_TOLD; i++)
        list = arena_printf(arena, "%s %s", list, tables[i]->table->id);
    return count > IDS_TOLD ? arena_printf(arena, "%s …", list) : list;
}

static void check_table(const struct adding_table *table, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct plan_table *own = table->table;
    if (table->alike_row)
        finding_add_about(findings, FINDING_TABLE_DETAILS_ROW, own->place, ABOUT(own->id), own->id, total_words(&table, 1, arena),
                          table->alike_row->title, table->alike[0]->table->id, table->alike_row->id, NULL);
    else if (table->alike_count)
        finding_add_about(findings, FINDING_TABLE_UNSETTLED, own->place, ABOUT(own->id), own->id, total_words(&table, 1, arena),
                          ids(table->alike, table->alike_count, arena), total_words(table->alike, table->alike_count, arena),
                          NULL);
}

/* What the row alone comes to, of the money that no total takes in. */
static const char *left_words(const struct adding_table *table, size_t row, struct arena *arena)
{
    struct leaf_sum sum = leaves_left_out(table, row);
    return sum.overflow ? "…" : money_words(arena, sum.dong, table->table->unit);
}

static void check_rows(const struct adding_table *table, struct findings *findings)
{
    for (size_t r = 0; r < table->table->row_count; r++) {
        const struct plan_row *row = &table->table->rows[r];
        if (left_out_of(table, r, NULL))
            finding_add_about(findings, FINDING_ROW_LEFT_OUT, row->place, ABOUT(row->id), row->title,
                              left_words(table, r, findings->arena), NULL);
    }
}

/* A part "trong đó" against the same cell of the row it is a part of. */
static void check_part(const struct plan_table *table, const struct plan_row *row, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t f = 0; row->of_which && row->parent != NO_ROW && f < row->figure_count; f++) {
        const struct plan_row *whole = &table->rows[row->parent];
        const struct figure *part = &row->figures[f], *of = row_figure_at(whole, part->key);
        if (of && of->state == FIGURE_NUMBER && part->state == FIGURE_NUMBER && part->dong > of->dong)
            finding_add_about(findings, FINDING_OF_WHICH_BEYOND, part->place, ABOUT(row->id), row->title,
                              money_words(arena, part->dong, part->unit), whole->title,
                              money_words(arena, of->dong, of->unit), NULL);
    }
}

/* That of all amounts of the row that have one; NULL if they are of several, or of none. */
static const struct source *only_source(const struct plan_row *row)
{
    const struct source *only = NULL;
    for (size_t f = 0; f < row->figure_count; f++) {
        const struct figure *figure = &row->figures[f];
        if (figure->stated || !figure->source)
            continue;
        if (only && figure->source != only)
            return NULL;
        only = figure->source;
    }
    return only;
}

/* An amount of a year without a source, in a row that has them of one source in other years: forgotten, or not told by the decision. */
static void check_forgotten_source(const struct plan_row *row, struct findings *findings)
{
    const struct source *only = only_source(row);
    for (size_t f = 0; only && f < row->figure_count; f++) {
        const struct figure *figure = &row->figures[f];
        if (figure->stated || figure->source || figure->state != FIGURE_NUMBER || !figure->year ||
            row_figure(row, only, figure->year))
            continue;
        finding_add_about(findings, FINDING_FORGOTTEN_SOURCE, figure->place, ABOUT(row->id), row->title,
                          money_words(findings->arena, figure->dong, figure->unit),
                          arena_printf(findings->arena, "%d", figure->year), only->id, NULL);
    }
}

void adding_check(const struct adding *adding, struct findings *findings)
{
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        const struct plan_table *table = &adding->plan->tables[t];
        check_table(&adding->tables[t], findings);
        for (size_t r = 0; r < table->row_count; r++) {
            check_part(table, &table->rows[r], findings);
            check_forgotten_source(&table->rows[r], findings);
        }
        total_as_row_check(table, findings);
        if (adds_up(&adding->tables[t]))
            check_rows(&adding->tables[t], findings);
    }
}
