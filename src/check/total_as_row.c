#include "check/total_as_row.h"

#include "base/dec.h"

/* Rows beside each other: those of the table from `first` up to `end` under `parent`. */
struct level {
    const struct plan_table *table;
    int parent;
    size_t first, end;
};

/* A row held against those beside it. */
struct doubt {
    struct level level;
    size_t row;
    bool all_sources; /* a line of a source that another line has */
};

static bool is_amount(const struct figure *figure)
{
    return !figure->stated && figure->state == FIGURE_NUMBER && figure->dong;
}

static bool is_beside(const struct level *level, size_t row)
{
    const struct plan_row *at = &level->table->rows[row];
    return at->parent == level->parent && at->kind != ROW_TOTAL && !row_is_apart(level->table, at);
}

static bool is_amount_at(const struct plan_row *row, struct figure_key key)
{
    const struct figure *figure = row_figure_at(row, key);
    return figure && is_amount(figure);
}

/* An amount of a row above speaks for those below it. */
static bool is_covered(const struct level *level, const struct plan_row *row, struct figure_key key)
{
    while (row->parent != level->parent && row->parent != NO_ROW) {
        row = &level->table->rows[row->parent];
        if (is_amount_at(row, key))
            return true;
    }
    return false;
}

static bool counts(const struct doubt *doubt, size_t row, struct figure_key key)
{
    const struct plan_row *at = &doubt->level.table->rows[row];
    return row != doubt->row && at->kind != ROW_TOTAL && !row_is_apart(doubt->level.table, at) &&
           !is_covered(&doubt->level, at, key);
}

/* What stands beside a row, of one period. */
struct beside {
    int64_t sum;
    bool unknown, overflow;
};

/* Of the period and the source of that figure. */
static struct beside sum_beside(const struct doubt *doubt, const struct figure *like)
{
    const struct level *level = &doubt->level;
    struct beside beside = { 0 };
    for (size_t r = level->first; r < level->end; r++) {
        const struct plan_row *row = &level->table->rows[r];
        for (size_t f = 0; f < row->figure_count; f++) {
            const struct figure *figure = &row->figures[f];
            bool same = figure_period_equal(figure->key.period, like->key.period) &&
                        (doubt->all_sources || !like->source || figure->source == like->source);
            if (!same || figure->stated || !counts(doubt, r, figure->key))
                continue;
            beside.unknown = beside.unknown || figure_is_unknown(figure);
            beside.overflow = !dong_add(&beside.sum, beside.sum, figure->dong) || beside.overflow;
        }
    }
    return beside;
}

/*
 * How many figures of the row are the sum of what stands beside it; 0 if one is not. One that would be, but for what is lost
 * or not stated beside it, says nothing.
 */
static size_t count_sums(const struct doubt *doubt)
{
    const struct plan_row *row = &doubt->level.table->rows[doubt->row];
    size_t equal = 0;
    for (size_t f = 0; f < row->figure_count; f++) {
        const struct figure *figure = &row->figures[f];
        if (!is_amount(figure))
            continue;
        struct beside beside = sum_beside(doubt, figure);
        bool is_equal = !beside.overflow && beside.sum == figure->dong && !beside.unknown;
        if (!is_equal && !(beside.unknown && beside.sum < figure->dong))
            return 0;
        equal += is_equal;
    }
    return equal;
}

/* The amounts beside the row that it has no part in: a total has them all. */
static bool leaves_any(const struct doubt *doubt)
{
    const struct plan_row *own = &doubt->level.table->rows[doubt->row];
    const struct level *level = &doubt->level;
    for (size_t r = level->first; r < level->end; r++) {
        const struct plan_row *row = &level->table->rows[r];
        for (size_t f = 0; f < row->figure_count; f++) {
            struct figure_key key = row->figures[f].key;
            if (!is_amount(&row->figures[f]) || !counts(doubt, r, key))
                continue;
            if (own->source)
                key.source = own->source->id;
            struct figure_key undivided = key;
            undivided.source = NULL;
            if (!is_amount_at(own, key) && !is_amount_at(own, undivided))
                return true;
        }
    }
    return false;
}

static bool holds_amounts(const struct plan_row *row)
{
    for (size_t f = 0; f < row->figure_count; f++)
        if (is_amount(&row->figures[f]) || row->figures[f].stated)
            return true;
    return row->has_children;
}

static void check_row(const struct level *level, size_t r, struct findings *findings)
{
    enum { FEW = 2 };
    const struct plan_row *row = &level->table->rows[r];
    struct doubt doubt = { *level, r, false };
    size_t others = 0;
    for (size_t i = level->first; i < level->end; i++) {
        const struct plan_row *other = &level->table->rows[i];
        if (i == r || !is_beside(level, i) || !holds_amounts(other))
            continue;
        others++;
        doubt.all_sources = doubt.all_sources || (row->source && other->source == row->source);
    }
    if (row->has_children || others < FEW || (row->source && !doubt.all_sources))
        return;
    size_t sums = count_sums(&doubt);
    if (sums < FEW || (others == FEW && sums == FEW) || leaves_any(&doubt))
        return;
    finding_add_about(findings, FINDING_TOTAL_AS_ROW, row->place, ABOUT(row->id), row->title,
                      arena_printf(findings->arena, "%zu", sums), NULL);
}

/* The first and the last of the rows under one parent. */
static void check_level(const struct plan_table *table, int parent, size_t first, struct findings *findings)
{
    struct level level = { table, parent, first, first };
    size_t head = table->row_count, tail = table->row_count;
    unsigned depth = first < table->row_count ? table->rows[first].level : 0;
    for (; level.end < table->row_count && table->rows[level.end].level >= depth; level.end++)
        if (is_beside(&level, level.end)) {
            head = head == table->row_count ? level.end : head;
            tail = level.end;
        }
    if (head == tail)
        return;
    check_row(&level, head, findings);
    check_row(&level, tail, findings);
}

void total_as_row_check(const struct plan_table *table, struct findings *findings)
{
    check_level(table, NO_ROW, 0, findings);
    for (size_t r = 0; r < table->row_count; r++)
        if (table->rows[r].has_children)
            check_level(table, (int)r, r + 1, findings);
}
