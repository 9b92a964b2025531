#include "calc/adding.h"

/* ---- which rows count ---- */

/* A total speaks of a source if it prints an amount of it, or of all sources. One that stands outside speaks of nothing. */
static bool speaks_of(const struct plan_row *row, const struct source *source)
{
    if (row->kind != ROW_TOTAL || row->outside)
        return false;
    const struct figure *figure;
    for (size_t at = 0; (figure = row_planned(row, &at));)
        if (figure->state != FIGURE_BLANK && (!figure->source || figure->source == source))
            return true;
    for (size_t i = 0; i < row->summed_count; i++)
        if (!row->summed[i] || (source && strcmp(row->summed[i], source->id) == 0))
            return true;
    return false;
}

static void mark_total(signed char *signs, const struct sum_parts *parts, size_t total)
{
    for (size_t i = parts->starts[total]; i < parts->starts[total + 1]; i++)
        if (!parts->minus[i] || !signs[parts->rows[i]])
            signs[parts->rows[i]] = parts->minus[i] ? -1 : 1;
}

/* Rows under a row that is in are in; a row of which only parts are named is in as far as they are. */
static void spread(signed char *signs, const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        if (!signs[r] && table->rows[r].parent != NO_ROW)
            signs[r] = signs[table->rows[r].parent];
    for (size_t r = table->row_count; r-- > 0;) {
        int parent = table->rows[r].parent;
        if (signs[r] && parent != NO_ROW && !signs[parent])
            signs[parent] = signs[r];
    }
}

const signed char *adding_signs(const struct adding_table *adding, const struct source *source, struct arena *arena)
{
    const struct plan_table *table = adding->table;
    signed char *signs = arena_alloc(arena, table->row_count, sizeof *signs);
    bool any = false;
    for (size_t r = 0; r < table->row_count; r++)
        if (speaks_of(&table->rows[r], source)) {
            mark_total(signs, &adding->parts, r);
            any = true;
        }
    if (!any)
        memset(signs, 1, table->row_count);
    spread(signs, table);
    return signs;
}

static size_t source_index(const struct adding_table *table, const struct source *source)
{
    return source ? (size_t)(source - table->plan->sources) : table->plan->source_count;
}

static int sign_of(const struct adding_table *table, size_t row, const struct source *source)
{
    return table->signs[source_index(table, source)][row];
}

static bool is_amount(const struct figure *figure)
{
    return !figure->stated && figure->state != FIGURE_BLANK;
}

static bool has_counted(const struct adding_table *table, size_t row, const struct source *source)
{
    const struct plan_row *at = &table->table->rows[row];
    const struct figure *figure;
    for (size_t next = 0; (figure = row_planned(at, &next));)
        if (is_amount(figure) && (!source || figure->source == source) && sign_of(table, row, figure->source))
            return !row_is_apart(table->table, at);
    return false;
}

bool left_out_of(const struct adding_table *table, size_t row, const struct source *source)
{
    const struct plan_row *at = &table->table->rows[row];
    const struct figure *figure;
    for (size_t next = 0; (figure = row_planned(at, &next));)
        if (is_amount(figure) && (!source || figure->source == source) && !sign_of(table, row, figure->source))
            return !row_is_apart(table->table, at);
    return false;
}

bool total_is_whole(const struct adding_table *adding, size_t row, const struct source *source, struct arena *arena)
{
    const struct plan_table *table = adding->table;
    bool whole = true;
    if (!table->rows[row].of_count)
        return true;
    signed char *in = arena_alloc(arena, table->row_count, sizeof *in);
    mark_total(in, &adding->parts, row);
    spread(in, table);
    for (size_t r = 0; whole && r < table->row_count; r++)
        whole = in[r] || !has_counted(adding, r, source);
    return whole;
}

/* ---- what they add up to ---- */

/* Year 0: the whole period. */
static bool lies_in(const struct figure *figure, int year)
{
    return figure_period_within(figure->key.period, (struct figure_period){ .year = year });
}

/* An amount of the row in which that of `figure` lies: of the sum's own year, and of its source or of all of them. */
static bool has_wider(const struct plan_row *row, const struct figure *figure, bool own, int year, enum leaf_scope scope)
{
    const struct figure *wide;
    for (size_t at = 0; (wide = row_planned(row, &at));) {
        bool of_source = wide->source == figure->source, undivided = scope == LEAVES_OF_ALL && !wide->source;
        if (is_amount(wide) && (of_source || undivided) && lies_in(wide, year) &&
            figure_period_within(figure->key.period, wide->key.period) &&
            !(own && of_source && figure_period_equal(figure->key.period, wide->key.period)))
            return true;
    }
    return false;
}

/*
 * An amount on a parent speaks for its children: where it is printed their cells are not added again. In the sum of the
 * period an amount for the whole period speaks for those of the years, in that of a year one of the year for its quarters, in
 * the sum of all sources an undivided one for them.
 */
static bool is_covered(const struct plan_table *table, const struct plan_row *row, const struct figure *figure, int year,
                       enum leaf_scope scope)
{
    const struct plan_row *own = row;
    for (;; row = &table->rows[row->parent]) {
        if (has_wider(row, figure, row == own, year, scope))
            return true;
        if (row->parent == NO_ROW)
            return false;
    }
}

/* The sign with which an amount counts in a sum; 0 if it does not. */
static int leaf_sign(const struct adding_table *adding, size_t row, const struct figure *figure, int year,
                     enum leaf_scope scope)
{
    const struct plan_row *at = &adding->table->rows[row];
    bool wanted = is_amount(figure) && lies_in(figure, year) && !row_is_apart(adding->table, at);
    return wanted && !is_covered(adding->table, at, figure, year, scope) ? sign_of(adding, row, figure->source) : 0;
}

static void add_leaf(struct leaf_sum *sum, const struct figure *figure, int sign)
{
    sum->unknown = sum->unknown || figure_is_unknown(figure);
    sum->lost = sum->lost || figure->state == FIGURE_LOST;
    sum->op = figure_op_of_sum(sum->op, sign < 0 ? figure_op_taken_off(figure->op) : figure->op);
    sum->overflow = !dong_add(&sum->dong, sum->dong, sign * figure->dong) || sum->overflow;
}

bool holds_source(const struct plan_table *table, const struct source *source)
{
    const struct figure *figure;
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t at = 0; (figure = row_planned(&table->rows[r], &at));)
            if (!figure->stated && figure->source == source)
                return true;
    return false;
}

struct leaf_sum leaves_of(const struct adding_table *adding, enum leaf_scope scope, const struct source *source, int year)
{
    struct leaf_sum sum = { 0 };
    for (size_t r = 0; r < adding->table->row_count; r++) {
        const struct figure *figure;
        for (size_t at = 0; (figure = row_planned(&adding->table->rows[r], &at));) {
            if (figure->stated || (scope == LEAVES_OF_SOURCE && figure->source != source))
                continue;
            sum.known = true;
            int sign = leaf_sign(adding, r, figure, year, scope);
            if (sign)
                add_leaf(&sum, figure, sign);
        }
    }
    return sum;
}

/* ---- years and longer periods ---- */

bool holds_years(const struct adding *adding, const struct source *source)
{
    const struct figure *figure;
    for (size_t t = 0; t < adding->plan->table_count; t++)
        for (size_t r = 0; r < adding->plan->tables[t].row_count; r++)
            for (size_t at = 0; (figure = row_planned(&adding->plan->tables[t].rows[r], &at));)
                if (is_amount(figure) && figure->source == source && figure_is_of_year(figure))
                    return true;
    return false;
}

/* The row, or one under it, has an amount of that source of a year in the period. */
static bool tells_years(const struct plan_table *table, size_t row, const struct figure *figure)
{
    const struct figure *part;
    for (size_t r = row; r < table->row_count && (r == row || table->rows[r].level > table->rows[row].level); r++)
        for (size_t at = 0; (part = row_planned(&table->rows[r], &at));)
            if (is_amount(part) && figure_is_of_year(part) && (!figure->source || part->source == figure->source) &&
                figure_period_within(part->key.period, figure->key.period))
                return true;
    return false;
}

bool table_holds_undivided(const struct adding_table *adding, enum leaf_scope scope, const struct source *source, int year)
{
    const struct figure_period period = { .year = year };
    const struct figure *figure;
    for (size_t r = 0; r < adding->table->row_count; r++)
        for (size_t at = 0; (figure = row_planned(&adding->table->rows[r], &at));)
            if ((scope == LEAVES_OF_ALL || figure->source == source) && !figure_is_of_year(figure) &&
                figure->state != FIGURE_DASH && figure_period_within(period, figure->key.period) &&
                leaf_sign(adding, r, figure, 0, scope) && !tells_years(adding->table, r, figure))
                return true;
    return false;
}

bool counts_years(const struct adding *adding, enum leaf_scope scope, const struct source *source)
{
    const struct figure *figure;
    for (size_t t = 0; t < adding->plan->table_count; t++) {
        const struct adding_table *table = &adding->tables[t];
        for (size_t r = 0; adds_up(table) && r < table->table->row_count; r++)
            for (size_t at = 0; (figure = row_planned(&table->table->rows[r], &at));)
                if ((scope == LEAVES_OF_ALL || figure->source == source) && figure_is_of_year(figure) &&
                    leaf_sign(table, r, figure, figure->key.period.year, scope))
                    return true;
    }
    return false;
}

bool holds_undivided(const struct adding *adding, enum leaf_scope scope, const struct source *source, int year)
{
    for (size_t t = 0; t < adding->plan->table_count; t++)
        if (adds_up(&adding->tables[t]) && table_holds_undivided(&adding->tables[t], scope, source, year))
            return true;
    return false;
}

struct leaf_sum leaves_left_out(const struct adding_table *adding, size_t row)
{
    const struct plan_row *at = &adding->table->rows[row];
    struct leaf_sum sum = { 0 };
    const struct figure *figure;
    for (size_t next = 0; (figure = row_planned(at, &next));) {
        if (is_amount(figure) && !sign_of(adding, row, figure->source) &&
            !is_covered(adding->table, at, figure, 0, LEAVES_OF_ALL)) {
            sum.known = true;
            add_leaf(&sum, figure, 1);
        }
    }
    return sum;
}

struct sum leaf_terms(const struct adding_table *adding, const struct source *source, int year, struct arena *arena)
{
    enum leaf_scope scope = source ? LEAVES_OF_SOURCE : LEAVES_OF_ALL;
    struct sum sum = { 0 };
    for (size_t r = 0; r < adding->table->row_count; r++) {
        const struct plan_row *row = &adding->table->rows[r];
        const struct figure *figure;
        for (size_t at = 0; (figure = row_planned(row, &at));) {
            int sign = !source || figure->source == source ? leaf_sign(adding, r, figure, year, scope) : 0;
            if (sign)
                sum_add(&sum, (struct term){ r, row, figure, sign < 0 }, arena);
        }
    }
    return sum;
}

static void join(struct leaf_sum *sum, struct leaf_sum part)
{
    sum->known = sum->known || part.known;
    sum->unknown = sum->unknown || part.unknown;
    sum->lost = sum->lost || part.lost;
    sum->op = figure_op_of_sum(sum->op, part.op);
    sum->overflow = !dong_add(&sum->dong, sum->dong, part.dong) || sum->overflow || part.overflow;
}

bool adds_up(const struct adding_table *table)
{
    return !table->alike_count && !table->table->repeat_count && table_has_money(table->table);
}

/* What only tables that repeat others hold, they do not repeat: the most detailed of them that says a whole is taken. */
static struct leaf_sum of_repetitions(const struct adding *adding, const struct source *source, int year)
{
    for (size_t i = 0; i < adding->plan->table_count; i++) {
        const struct adding_table *table = &adding->tables[adding->ranked[i]];
        if (!adds_up(table) && !table->table->details && holds_source(table->table, source))
            return leaves_of(table, LEAVES_OF_SOURCE, source, year);
    }
    return (struct leaf_sum){ 0 };
}

/* True if a table that adds up holds amounts of the source (NULL: undivided). */
static bool is_held(const struct adding *adding, const struct source *source)
{
    for (size_t t = 0; t < adding->plan->table_count; t++)
        if (adds_up(&adding->tables[t]) && holds_source(adding->tables[t].table, source))
            return true;
    return false;
}

struct leaf_sum leaves_of_plan(const struct adding *adding, enum leaf_scope scope, const struct source *source, int year)
{
    const struct plan *plan = adding->plan;
    struct leaf_sum sum = { 0 };
    for (size_t t = 0; t < plan->table_count; t++)
        if (adds_up(&adding->tables[t]))
            join(&sum, leaves_of(&adding->tables[t], scope, source, year));
    if (scope == LEAVES_OF_SOURCE)
        return sum.known ? sum : of_repetitions(adding, source, year);
    for (size_t s = 0; !is_held(adding, NULL) && s < plan->source_count; s++)
        if (!is_held(adding, &plan->sources[s]))
            join(&sum, of_repetitions(adding, &plan->sources[s], year));
    return sum.known ? sum : of_repetitions(adding, NULL, year);
}
