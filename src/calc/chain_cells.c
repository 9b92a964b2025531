#include "calc/chain_cells.h"

#include "base/text.h"

void add_changed(struct cell_merge *merge, const char *table, const char *row, const struct figure *figure)
{
    struct changed_cell *added = ARENA_PUSH(merge->arena, merge->changed, merge->changed_count, merge->changed_capacity);
    *added = (struct changed_cell){ table, row, figure->key, figure->stated };
}

bool is_of_amendment(const struct cell_merge *merge, const struct figure *figure)
{
    return text_equal(figure->place.file, merge->amendment->place.file);
}

/*
 * A figure of the amendment, with the sources of the plan being made. Of an amendment that speaks of one year of a longer
 * plan, that year is not the whole period.
 */
static struct figure cell_in(const struct cell_merge *merge, const struct figure *figure)
{
    struct figure cell = *figure;
    cell.source = figure->source ? plan_source(merge->out, figure->source->id) : NULL;
    cell.whole = figure->whole && merge->out->first_year == merge->out->last_year;
    return cell;
}

/* ---- one cell ---- */

struct figures {
    struct figure **items;
    size_t *count;
};

static struct figures figures_for(struct plan_row *row, struct figure_key key)
{
    return figure_key_is_plain(key) ? (struct figures){ &row->figures, &row->figure_count }
                                    : (struct figures){ &row->keyed, &row->keyed_count };
}

static struct figure *find_cell(struct figures figures, struct figure_key key)
{
    struct figure *cells = *figures.items;
    for (size_t i = 0; i < *figures.count; i++)
        if (figure_key_equal(cells[i].key, key))
            return cells + i;
    return NULL;
}

static void append_cell(struct cell_merge *merge, struct figures figures, const struct figure *cell)
{
    struct figure *grown = arena_alloc(merge->arena, *figures.count + 1, sizeof *grown);
    for (size_t i = 0; i < *figures.count; i++)
        grown[i] = (*figures.items)[i];
    grown[(*figures.count)++] = *cell;
    *figures.items = grown;
}

static bool is_same_value(const struct figure *a, const struct figure *b)
{
    return a->state == b->state && a->op == b->op && a->dong == b->dong && dec_cmp(a->number, b->number) == 0 &&
           a->high_dong == b->high_dong && dec_cmp(a->high, b->high) == 0;
}

static bool shift_number(struct dec *number, struct dec by, bool down)
{
    by.units = down ? -by.units : by.units;
    return dec_add(number, *number, by);
}

/*
 * What a cell comes to after a change. Of a cell that is not known, or that the plan does not have, it is not known either;
 * a blank one and a dash are nothing.
 */
static struct figure cell_after(const struct figure *before, const struct figure *change)
{
    struct figure after = *change;
    bool down = change->change == CHANGE_DECREASE;
    after.change = CHANGE_NONE;
    after.printed = after.words = NULL;
    if (!before || figure_is_unknown(before)) {
        after.state = before ? before->state : FIGURE_NOT_STATED;
        after.dong = 0;
        return after;
    }
    struct dec number = change->number;
    if (before->state == FIGURE_NUMBER && before->unit != change->unit)
        number = dec_from_whole(change->dong, money_unit_power(before->unit), before->number.scale);
    after.op = before->op != FIGURE_EXACT ? before->op : change->op;
    after.unit = before->state == FIGURE_NUMBER ? before->unit : change->unit;
    after.number = figure_number(before);
    after.high = before->high;
    after.high_dong = before->high_dong;
    bool fits = dong_add(&after.dong, before->dong, down ? -change->dong : change->dong) &&
                shift_number(&after.number, number, down);
    if (fits && before->op == FIGURE_RANGE)
        fits = dong_add(&after.high_dong, before->high_dong, down ? -change->dong : change->dong) &&
               shift_number(&after.high, number, down);
    if (!fits) {
        after.state = FIGURE_NOT_STATED;
        after.dong = 0;
    }
    return after;
}

/*
 * Quarters beside a sum of their own row leave it an amount, in an amended row as in any (input/plan_read_sums.c): which of
 * them make it up is not told.
 */
static bool is_sum_of_times(const struct plan_row *row, struct figure_key key)
{
    bool times = false;
    for (size_t i = 0; i < row->figure_count; i++)
        if (figure_key_within(row->figures[i].key, key) && !figure_key_equal(row->figures[i].key, key))
            return false;
    for (size_t i = 0; i < row->keyed_count; i++)
        times = times || (row->keyed[i].key.period.part && figure_key_within(row->keyed[i].key, key));
    return times && !row->has_children && row->kind != ROW_TOTAL;
}

static void set_cell(struct cell_merge *merge, const char *table, struct plan_row *row, const struct figure *stated)
{
    struct figures figures = figures_for(row, stated->key);
    struct figure *before = find_cell(figures, stated->key), cell = cell_in(merge, stated);
    if (cell.change != CHANGE_NONE) {
        cell = cell_after(before, &cell);
        cell.stated = before ? before->stated : cell.stated;
    }
    cell.stated = cell.stated && !is_sum_of_times(row, cell.key);
    if (!before || !is_same_value(before, &cell))
        add_changed(merge, table, row->id, &cell);
    if (before)
        *before = cell;
    else
        append_cell(merge, figures, &cell);
}

/* ---- one row ---- */

static void merge_texts(struct cell_merge *merge, struct plan_row *row, const struct plan_row *stated)
{
    struct row_text *texts = arena_alloc(merge->arena, row->text_count + stated->text_count, sizeof *texts);
    size_t count = 0;
    for (size_t i = 0; i < row->text_count; i++)
        if (!row_text_named(stated, row->texts[i].name))
            texts[count++] = row->texts[i];
    for (size_t i = 0; i < stated->text_count; i++)
        texts[count++] = stated->texts[i];
    row->texts = texts;
    row->text_count = count;
}

static void merge_bodies(struct plan_row *row, const struct plan_row *stated)
{
    if (stated->lead_count) {
        row->leads = stated->leads;
        row->lead_count = stated->lead_count;
    }
    if (stated->partner_count) {
        row->partners = stated->partners;
        row->partner_count = stated->partner_count;
    }
}

static void merge_head(struct plan_row *row, const struct plan_row *stated)
{
    if (*stated->no)
        row->no = stated->no;
    row->title = stated->title;
    row->repealed = false;
    if (stated->start || stated->end) {
        row->start = stated->start;
        row->end = stated->end;
    }
    if (stated->unit)
        row->unit = stated->unit;
    if (stated->stopped.year)
        row->stopped = stated->stopped;
    if (stated->has_quantity) {
        row->has_quantity = true;
        row->quantity = stated->quantity;
    }
    if (stated->of_count) {
        row->of = stated->of;
        row->of_minus = stated->of_minus;
        row->of_count = stated->of_count;
    }
    merge_bodies(row, stated);
}

/* A sum that a label does ("5 × 45") speaks of the cells of its time. */
static void merge_label_sums(struct plan_row *row, const struct plan_row *stated, bool changed)
{
    if (!stated->label_sum_count && !stated->label_product_count && !changed)
        return;
    row->label_sums = stated->label_sums;
    row->label_sum_count = stated->label_sum_count;
    row->label_products = stated->label_products;
    row->label_product_count = stated->label_product_count;
}

static void merge_row(struct cell_merge *merge, const char *table, struct plan_row *row, const struct plan_row *stated)
{
    size_t before = merge->changed_count;
    merge_head(row, stated);
    merge_texts(merge, row, stated);
    for (size_t i = 0; i < stated->figure_count; i++)
        set_cell(merge, table, row, &stated->figures[i]);
    for (size_t i = 0; i < stated->keyed_count; i++)
        set_cell(merge, table, row, &stated->keyed[i]);
    merge_label_sums(row, stated, merge->changed_count > before);
}

/* ---- rows that are new ---- */

/* Behind all rows in the group; at the top before the totals that end the table. */
static size_t place_in(const struct plan_table *table, int parent)
{
    size_t at = table->row_count;
    if (parent != NO_ROW) {
        for (at = (size_t)parent + 1; at < table->row_count && table->rows[at].level > table->rows[parent].level;)
            at++;
        return at;
    }
    while (at > 0 && table->rows[at - 1].kind == ROW_TOTAL && table->rows[at - 1].parent == NO_ROW)
        at--;
    return at;
}

static void open_place(struct cell_merge *merge, struct plan_table *table, size_t at)
{
    struct plan_row *rows = arena_alloc(merge->arena, table->row_count + 1, sizeof *rows);
    for (size_t i = 0; i < table->row_count; i++) {
        struct plan_row *row = &rows[i + (i >= at)];
        *row = table->rows[i];
        row->parent += row->parent >= (int)at;
    }
    table->rows = rows;
    table->row_count++;
}

static void add_row(struct cell_merge *merge, struct plan_table *table, const struct plan_row *stated, int parent)
{
    bool total = stated->kind == ROW_TOTAL && parent == NO_ROW;
    size_t at = total ? table->row_count : place_in(table, parent);
    open_place(merge, table, at);
    struct plan_row *row = &table->rows[at];
    *row = *stated;
    row->parent = parent;
    row->level = parent == NO_ROW ? 0 : table->rows[parent].level + 1;
    row->has_children = false;
    row->source = stated->source ? plan_source(merge->out, stated->source->id) : NULL;
    row->figures = row->keyed = NULL;
    row->figure_count = row->keyed_count = 0;
    if (parent != NO_ROW)
        table->rows[parent].has_children = true;
    for (size_t i = 0; i < stated->figure_count; i++)
        set_cell(merge, table->id, row, &stated->figures[i]);
    for (size_t i = 0; i < stated->keyed_count; i++)
        set_cell(merge, table->id, row, &stated->keyed[i]);
}

/* ---- tables ---- */

static struct plan_table *table_named(struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->table_count; i++)
        if (strcmp(plan->tables[i].id, id) == 0)
            return &plan->tables[i];
    return NULL;
}

/* The table of the plan that has the row: that of the same id before others. */
static struct plan_table *table_with(struct plan *plan, const char *row, const char *table)
{
    struct plan_table *same = table_named(plan, table);
    if (same && table_row(same, row) != NO_ROW)
        return same;
    for (size_t i = 0; i < plan->table_count; i++)
        if (table_row(&plan->tables[i], row) != NO_ROW)
            return &plan->tables[i];
    return NULL;
}

/* Where rows at the top that are new go: the table of that id, else the one whose rows are changed, else one of its own. */
static struct plan_table *table_for(struct cell_merge *merge, const struct plan_table *stated)
{
    struct plan *out = merge->out;
    struct plan_table *found = table_named(out, stated->id);
    bool several = false;
    for (size_t r = 0; !found && r < stated->row_count; r++)
        found = table_with(out, stated->rows[r].id, stated->id);
    for (size_t r = 0; r < stated->row_count; r++) {
        const struct plan_table *other = table_with(out, stated->rows[r].id, stated->id);
        several = several || (other && other != found);
    }
    if (found && (!several || strcmp(found->id, stated->id) == 0))
        return found;
    struct plan_table *added = &out->tables[out->table_count++];
    *added = *stated;
    added->rows = NULL;
    added->row_count = 0;
    return added;
}

static void merge_table_row(struct cell_merge *merge, struct plan_table *home, const struct plan_table *stated,
                            size_t index)
{
    const struct plan_row *row = &stated->rows[index];
    struct plan_table *table = table_with(merge->out, row->id, stated->id);
    const char *group = row->parent == NO_ROW ? NULL : stated->rows[row->parent].id;
    if (table) {
        merge_row(merge, table->id, &table->rows[table_row(table, row->id)], row);
        return;
    }
    table = group ? table_with(merge->out, group, stated->id) : home;
    bool total_of_changes = row->kind == ROW_TOTAL && strcmp(table->id, stated->id) != 0;
    if (!total_of_changes)
        add_row(merge, table, row, group ? table_row(table, group) : NO_ROW);
}

static void merge_table_head(struct plan_table *table, const struct plan_table *stated)
{
    if (stated->title)
        table->title = stated->title;
    if (stated->annex) {
        table->annex = stated->annex;
        table->annex_name = stated->annex_name;
    }
    if (stated->subtitle_count) {
        table->subtitles = stated->subtitles;
        table->subtitle_count = stated->subtitle_count;
    }
    if (stated->footnote_count) {
        table->footnotes = stated->footnotes;
        table->footnote_count = stated->footnote_count;
    }
    if (stated->note_count) {
        table->notes = stated->notes;
        table->note_count = stated->note_count;
    }
    if (stated->repeat_count) {
        table->repeats = stated->repeats;
        table->repeat_count = stated->repeat_count;
        table->details = stated->details;
    }
    table->counts = table->counts || stated->counts;
    table->layout = stated->layout;
    table->columns = stated->columns;
    if (table->unit == UNIT_NONE)
        table->unit = stated->unit;
}

void merge_cells(struct cell_merge *merge)
{
    for (size_t t = 0; t < merge->amendment->table_count; t++) {
        const struct plan_table *stated = &merge->amendment->tables[t];
        struct plan_table *home = table_for(merge, stated);
        if (strcmp(home->id, stated->id) == 0)
            merge_table_head(home, stated);
        for (size_t r = 0; r < stated->row_count; r++)
            merge_table_row(merge, home, stated, r);
    }
}
