#include "report/compose_rows.h"

#include "report/grid.h"

struct filler {
    struct table *table;
    const struct part *part;
    const struct view *view;
    struct shown *shown;
    struct arena *arena;
};

/* The head above a leaf at that depth; NULL below its own. */
static const struct head *head_at(const struct leaf *leaf, unsigned depth)
{
    const struct head *head = leaf->head;
    while (head && head->depth > depth)
        head = head->parent;
    return head && head->depth == depth ? head : NULL;
}

static void put_head(struct table *table, const struct part *part, unsigned row, size_t column)
{
    const struct head *head = head_at(&part->leaves[column], row);
    if (!head)
        return; /* under a head that reaches down to the table */
    struct cell *cell = table_cell(table, row, column);
    if (column > 0 && head_at(&part->leaves[column - 1], row) == head)
        return;
    cell->kind = CELL_TEXT;
    cell->text = head->text;
    while (column + cell->columns < part->count && head_at(&part->leaves[column + cell->columns], row) == head)
        cell->columns++;
    if (part->leaves[column].head == head)
        cell->rows = part->head_rows - row;
}

/* Marks what lies under the cell's span. */
static void cover(struct table *table, size_t row, size_t column)
{
    const struct cell *cell = table_cell(table, row, column);
    for (size_t r = row; r < row + cell->rows; r++)
        for (size_t c = column; c < column + cell->columns; c++)
            if (r != row || c != column)
                *table_cell(table, r, c) =
                    (struct cell){ .columns = 1, .rows = 1, .covered = true, .origin.view = NO_VIEW };
}

void compose_head(struct table *table, const struct part *part)
{
    for (unsigned row = 0; row < part->head_rows; row++)
        for (size_t column = 0; column < table->column_count; column++) {
            struct cell *cell = table_cell(table, row, column);
            cell->face = FACE_BOLD;
            cell->align = ALIGN_CENTRE;
            if (!cell->covered)
                put_head(table, part, row, column);
            if (cell->columns > 1 || cell->rows > 1)
                cover(table, row, column);
        }
}

static bool is_money(const struct leaf *leaf)
{
    return fact_get(leaf->fact)->kind == KIND_MONEY;
}

static enum face face_of(const struct item *item, const struct layout_node *node)
{
    bool bold = !node->never_bold && (node->bold || item->role == ROLE_GROUP || item->role == ROLE_TOTAL);
    bool italic = node->italic || item->role == ROLE_WORDS;
    if (bold)
        return italic ? FACE_BOLD_ITALIC : FACE_BOLD;
    return italic ? FACE_ITALIC : FACE_REGULAR;
}

/* Texts among numbers stand where texts stand. */
static enum align align_of(enum align align, enum value_kind kind)
{
    if (align != ALIGN_NUMBER)
        return align;
    return kind == VALUE_TEXT ? ALIGN_LEFT : ALIGN_RIGHT;
}

static size_t row_of(const struct filler *filler, size_t item)
{
    return filler->table->head_rows + item;
}

/* The column that shows a fact; the column count if this part has none. */
static size_t column_of(const struct filler *filler, const struct value_term *term)
{
    for (size_t c = filler->part->count; c-- > 0;) {
        const struct leaf *leaf = &filler->part->leaves[c];
        if (leaf->fact == term->fact && figure_key_equal(leaf->key, *term->key))
            return c;
    }
    return filler->part->count;
}

static int by_position(const void *a, const void *b)
{
    const struct cell_ref *left = a, *right = b;
    if (left->row != right->row)
        return left->row < right->row ? -1 : 1;
    return (left->column > right->column) - (left->column < right->column);
}

/*
 * A sum is given to spreadsheets only if every term stands in this part of the table. Blank cells of the sum come along
 * where the table has them.
 */
static void put_terms(const struct filler *filler, struct cell *cell, const struct value *value)
{
    size_t count = 0, all = value->term_count + value->blank_count;
    struct cell_ref *refs = arena_alloc(filler->arena, all, sizeof *refs);
    for (size_t i = 0; i < all; i++) {
        size_t column = column_of(filler, &value->terms[i]), row = row_of(filler, value->terms[i].item);
        if (column == filler->part->count && i < value->term_count)
            return;
        bool own = column < filler->part->count && table_cell(filler->table, row, column) == cell;
        if (column < filler->part->count && !own)
            refs[count++] = (struct cell_ref){ (unsigned)row, (unsigned)column };
    }
    qsort(refs, count, sizeof *refs, by_position);
    cell->terms = refs;
    cell->term_count = (uint32_t)count;
}

/* A formula is given to spreadsheets only if everything in it is a number that stands in this part of the table. */
static void put_formula(const struct filler *filler, struct cell *cell, size_t item, const struct value *value)
{
    struct formula_piece *pieces = arena_alloc(filler->arena, value->formula_count, sizeof *pieces);
    for (size_t i = 0; i < value->formula_count; i++) {
        const struct value_piece *from = &value->formula[i];
        pieces[i].text = from->text;
        if (from->text)
            continue;
        struct fact_ref ref = { item, from->fact, figure_key_of(0, NULL) };
        size_t column = column_of(filler, &(struct value_term){ (uint32_t)item, ref.fact, &ref.key });
        if (column == filler->part->count || view_lookup(filler->view, &ref)->kind != VALUE_NUMBER)
            return;
        pieces[i].cell = (struct cell_ref){ (unsigned)row_of(filler, item), (unsigned)column };
    }
    cell->formula = pieces;
    cell->formula_count = (uint32_t)value->formula_count;
}

/* A figure in a unit of its own ("5.500.000.000 đồng") is spread over the columns it sums up rather than squeezed. */
static bool is_spread(const struct value *value)
{
    return value->kind == VALUE_NUMBER && value->format.suffix;
}

/* The cell shows a fact of the view: it keeps which, and the fact is noted as shown. */
static void show(const struct filler *filler, struct cell *cell, const struct fact_ref *ref, const struct value *value)
{
    cell_put_value(cell, value, filler->arena);
    if (value->kind == VALUE_EMPTY || !fact_is_of_item(ref->fact))
        return;
    const struct item *item = &filler->view->items[ref->item];
    size_t fact = (size_t)(item_fact(item, ref->fact, ref->key) - item->facts);
    filler->shown->facts[ref->item][fact] = true;
    while (item->facts[fact].repeats)
        filler->shown->facts[ref->item][--fact] = true;
}

static void put_cell(const struct filler *filler, size_t item, size_t column)
{
    const struct leaf *leaf = &filler->part->leaves[column];
    struct cell *cell = table_cell(filler->table, row_of(filler, item), column);
    struct fact_ref ref = { item, leaf->fact, leaf->key };
    const struct value *value = view_lookup(filler->view, &ref);
    cell->origin = (struct cell_origin){ filler->table->view, (uint32_t)item, leaf->fact, &leaf->key };
    cell->face = face_of(&filler->view->items[item], leaf->node);
    cell->align = align_of(leaf->node->align, value->kind);
    cell->joins = leaf->node->joins && column + 1 < filler->part->count;
    if (is_money(leaf) && is_spread(value))
        return;
    show(filler, cell, &ref, value);
    if (leaf->node->sum && value->terms)
        put_terms(filler, cell, value);
    if (value->formula_count)
        put_formula(filler, cell, item, value);
}

/* True if the leaf's cell is a part of the wider figure, or the figure's own. */
static bool lies_under(const struct leaf *leaf, struct figure_key key)
{
    return is_money(leaf) && figure_key_within(leaf->key, key);
}

/* The columns under a wider figure: one run, none of whose cells prints a figure of its own; 0 if there is no such run. */
static size_t free_run(const struct filler *filler, size_t item, struct figure_key key, size_t *first)
{
    const struct part *part = filler->part;
    size_t length = 0;
    for (size_t c = 0; c < part->count; c++) {
        if (!lies_under(&part->leaves[c], key))
            continue;
        const struct cell *cell = table_cell(filler->table, row_of(filler, item), c);
        if (cell->kind != CELL_EMPTY || cell->covered || (length && c != *first + length))
            return 0;
        if (!length)
            *first = c;
        length++;
    }
    return length;
}

/* A figure over several columns: the total of a year over its sources. */
static void put_spread(const struct filler *filler, size_t item, const struct view_fact *figure)
{
    size_t first = 0, length = free_run(filler, item, figure->key, &first);
    if (!length)
        return;
    struct cell *cell = table_cell(filler->table, row_of(filler, item), first);
    struct figure_key *key = arena_alloc(filler->arena, 1, sizeof *key);
    *key = figure->key;
    cell->origin = (struct cell_origin){ filler->table->view, (uint32_t)item, figure->fact, key };
    show(filler, cell, &(struct fact_ref){ item, figure->fact, figure->key }, &figure->value);
    cell->align = ALIGN_CENTRE;
    cell->columns = (unsigned)length;
    if (filler->part->leaves[first].node->sum && figure->value.terms)
        put_terms(filler, cell, &figure->value);
    cover(filler->table, row_of(filler, item), first);
}

static void spread_item(const struct filler *filler, size_t item)
{
    const struct item *subject = &filler->view->items[item];
    for (size_t f = 0; f < subject->fact_count; f++)
        if (subject->facts[f].must_show && !filler->shown->facts[item][f])
            put_spread(filler, item, &subject->facts[f]);
}

/* True for what has no figure in any part of the table: the name of a group, the words of a total. */
static bool is_heading(const struct item *item)
{
    if (item->role != ROLE_GROUP && item->role != ROLE_WORDS)
        return false;
    for (size_t f = 0; f < item->fact_count; f++)
        if (item->facts[f].must_show || item->facts[f].value.kind == VALUE_NUMBER)
            return false;
    return true;
}

/* A heading stands over the whole table: squeezed into the column of labels it takes five lines where one will do. */
static void span_heading(const struct filler *filler, size_t item)
{
    struct table *table = filler->table;
    size_t row = row_of(filler, item), label = table->column_count;
    bool has_text = false;
    for (size_t c = 0; c < table->column_count; c++) {
        const struct cell *cell = table_cell(table, row, c);
        bool text = cell->kind == CELL_TEXT && cell->align == ALIGN_LEFT;
        if (cell->kind == CELL_EMPTY && !cell->covered)
            continue;
        /* A code, for one, may stand before the labels; what comes behind them is no heading. */
        if (cell->columns > 1 || (c >= table->key_columns && (has_text || !text)))
            return;
        has_text = has_text || text;
        label = c;
    }
    if (label == table->column_count || !is_heading(&filler->view->items[item]))
        return;
    table_cell(table, row, label)->columns = (unsigned)(table->column_count - label);
    cover(table, row, label);
}

/* A blank cell that ended under a figure or a heading over several columns is no cell of its own any more. */
static void drop_covered_terms(struct table *table, struct cell *cell, struct arena *arena)
{
    bool any = false;
    for (size_t i = 0; !any && i < cell->term_count; i++)
        any = table_cell(table, cell->terms[i].row, cell->terms[i].column)->covered;
    if (!any)
        return;
    struct cell_ref *kept = arena_alloc(arena, cell->term_count, sizeof *kept);
    uint32_t count = 0;
    for (size_t i = 0; i < cell->term_count; i++)
        if (!table_cell(table, cell->terms[i].row, cell->terms[i].column)->covered)
            kept[count++] = cell->terms[i];
    cell->terms = kept;
    cell->term_count = count;
}

void compose_rows(struct table *table, const struct part *part, const struct view *view, struct shown *shown,
                  struct arena *arena)
{
    struct filler filler = { table, part, view, shown, arena };
    for (size_t item = 0; item < view->item_count; item++) {
        struct row *row = &table->rows[row_of(&filler, item)];
        row->item = item;
        row->role = view->items[item].role;
        row->level = view->items[item].level;
        row->keep_with_next = row->role == ROLE_GROUP;
        row->bookmark = view->items[item].bookmark;
        for (size_t column = 0; column < part->count; column++)
            put_cell(&filler, item, column);
    }
}

void compose_spreads(struct table *table, const struct part *part, const struct view *view, struct shown *shown,
                     struct arena *arena)
{
    struct filler filler = { table, part, view, shown, arena };
    for (size_t item = 0; item < view->item_count; item++)
        spread_item(&filler, item);
    for (size_t item = 0; item < view->item_count; item++)
        span_heading(&filler, item);
    for (size_t r = table->head_rows; r < table->row_count; r++)
        for (size_t c = 0; c < table->column_count; c++)
            if (table_cell(table, r, c)->terms)
                drop_covered_terms(table, table_cell(table, r, c), arena);
}
