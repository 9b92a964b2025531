#include "calc/ledger_columns.h"

#include "model/claim.h"
#include "calc/column_keys.h"
#include "calc/ledger_line.h"

/* One table, its columns, and what its number row claims of them. */
struct claims {
    struct ledger_builder *builder;
    const struct plan_table *table;
    struct column_keys keys;
    struct number_row numbers;
    struct claim_operand *operands; /* of the row at hand, by column */
    bool blank_is_nothing;
};

/* ---- what stands in a column ---- */

static struct unit_scale unit_in(const struct claims *claims, const struct plan_row *row, const struct column_key *column)
{
    struct arena *arena = claims->builder->arena;
    if (!column->is_figure)
        return unit_scale_of(row->unit, arena);
    const struct figure *figure = row_cell(row, column->key);
    if (figure && figure->unit != UNIT_NONE)
        return unit_scale_of(money_unit_name(figure->unit), arena);
    const struct plan_measure *measure = plan_measure(claims->builder->plan, column->key.measure);
    if (!measure)
        return unit_scale_of(money_unit_name(claims->table->unit), arena);
    if (measure->money != UNIT_NONE)
        return unit_scale_of(money_unit_name(measure->money), arena);
    return unit_scale_of(measure->unit_of_row ? row->unit : measure->unit, arena);
}

static struct claim_operand operand_of_figure(const struct figure *figure)
{
    if (!figure || figure->state == FIGURE_BLANK)
        return (struct claim_operand){ .kind = OPERAND_BLANK };
    if (figure_is_unknown(figure))
        return (struct claim_operand){ .kind = figure_is_unstated(figure) ? OPERAND_UNSTATED : OPERAND_LOST };
    if (figure->op != FIGURE_EXACT)
        return (struct claim_operand){ .kind = OPERAND_APPROXIMATE };
    return (struct claim_operand){ .kind = OPERAND_NUMBER,
                                   .printed = figure->state == FIGURE_DASH ? dec_of(0) : figure->number };
}

static bool is_rate(const struct claims *claims, const struct column_key *column)
{
    const struct plan_measure *measure = column->key.measure ? plan_measure(claims->builder->plan, column->key.measure)
                                                             : NULL;
    return measure && measure->adds == ADDS_NEVER;
}

static struct claim_operand operand_in(const struct claims *claims, const struct plan_row *row,
                                       const struct column_key *column)
{
    struct claim_operand operand = { .kind = OPERAND_NONE };
    if (column->is_figure)
        operand = operand_of_figure(row_cell(row, column->key));
    else if (column->fact == FACT_ROW_QUANTITY)
        operand =
            (struct claim_operand){ .kind = row->has_quantity ? OPERAND_NUMBER : OPERAND_BLANK, .printed = row->quantity };
    operand.unit = unit_in(claims, row, column);
    operand.worked_out = column->is_figure && is_rate(claims, column) && !operand.unit.exponent[FAMILY_MONEY];
    return operand;
}

/* ---- lines ---- */

static void set_sides(struct ledger_line *line, const struct claim_result *result, struct dec stated)
{
    enum { MORE_DECIMALS = 2 };
    struct dec computed, exact, minus;
    if (line->stated.known)
        line->stated.number = stated;
    if (!result->value.known || !ratio_round(&computed, result->value.value, stated.scale + MORE_DECIMALS))
        return;
    if (dec_rescale(&exact, computed, stated.scale))
        computed = exact;
    line->computed = (struct ledger_side){ .known = true, .number = computed };
    minus = (struct dec){ -computed.units, computed.scale };
    line->difference.known = line->stated.known && dec_add(&line->difference.number, stated, minus);
}

/* Money is told in đồng, whatever unit its column is in. */
static void turn_to_dong(struct ledger_side *side, unsigned power)
{
    int64_t dong;
    struct dec number = side->number;
    struct number whole = number_of(number);
    struct dec rounded;
    for (; power; power--)
        whole = number_mul(whole, number_whole(10));
    side->known = side->known && whole.known && ratio_round(&rounded, whole.value, 0) &&
                  dec_shift_to_whole(&dong, rounded, 0);
    side->dong = side->known ? dong : 0;
}

static void set_unit(struct ledger_line *line)
{
    line->unit = line->figure && line->figure->unit != UNIT_NONE ? LEDGER_DONG : LEDGER_NUMBER;
    if (line->unit == LEDGER_NUMBER)
        return;
    unsigned power = money_unit_power(line->figure->unit);
    turn_to_dong(&line->stated, power);
    turn_to_dong(&line->computed, power);
    turn_to_dong(&line->difference, power);
}

static void judge(struct ledger_line *line, const struct claim_result *result, const struct claim_operand *own)
{
    static const struct {
        enum ledger_verdict verdict;
        enum ledger_reason reason;
    } OF_STATE[] = { [CLAIM_LOST] = { LEDGER_INCOMPLETE, LEDGER_LOST_CELL },
                     [CLAIM_UNSTATED] = { LEDGER_INCOMPLETE, LEDGER_NOT_STATED },
                     [CLAIM_APPROXIMATE] = { LEDGER_UNCHECKED, LEDGER_APPROXIMATE },
                     [CLAIM_NO_NUMBER] = { LEDGER_UNCHECKED, LEDGER_NO_NUMBER },
                     [CLAIM_OVERFLOW] = { LEDGER_UNCHECKED, LEDGER_OVERFLOW } };
    bool holds = result->state == CLAIM_KNOWN && own->kind == OPERAND_NUMBER && claim_holds(result, own->printed);
    if (own->kind == OPERAND_LOST || own->kind == OPERAND_UNSTATED) {
        line->verdict = LEDGER_INCOMPLETE;
        line->reason = own->kind == OPERAND_LOST ? LEDGER_LOST_TOTAL : LEDGER_NOT_STATED;
    } else if (own->kind != OPERAND_NUMBER) {
        line->verdict = LEDGER_UNCHECKED;
        line->reason = LEDGER_APPROXIMATE;
    } else if (result->state != CLAIM_KNOWN) {
        line->verdict = OF_STATE[result->state].verdict;
        line->reason = OF_STATE[result->state].reason;
    } else if (holds) {
        bool exact = line->difference.known && line->difference.number.units == 0;
        line->reason = exact ? LEDGER_NO_REASON : LEDGER_ROUNDED;
    } else {
        line->verdict = result->clear ? LEDGER_DIFFERS : LEDGER_UNCHECKED;
        line->reason = result->clear ? LEDGER_NO_REASON : LEDGER_UNITS_UNLIKE;
        line->computed.known = line->difference.known = result->clear;
    }
}

/* A figure that a claim takes is in an equality: it is not stated once. */
static void mark_terms(const struct claims *claims, const struct plan_row *row, const struct number_row_cell *cell)
{
    for (size_t i = 0; i < cell->step_count; i++) {
        const struct column_key *column = &claims->keys.items[cell->steps[i].column];
        const struct figure *figure = cell->steps[i].code == NUMBER_COLUMN && column->is_figure ? row_cell(row, column->key)
                                                                                                : NULL;
        if (figure)
            *map_at(&claims->builder->ledger->terms, figure) = 1;
    }
}

static void add_claim(const struct claims *claims, const struct plan_row *row, size_t column)
{
    const struct number_row_cell *cell = &claims->numbers.cells[column];
    const struct claim_operand *own = &claims->operands[column];
    if (own->kind == OPERAND_NONE || own->kind == OPERAND_BLANK)
        return;
    struct claim_result result =
        claim_compute(cell, claims->operands, &own->unit, claims->blank_is_nothing, claims->builder->arena);
    if (result.state == CLAIM_SILENT)
        return;
    const struct figure *figure = claims->keys.items[column].is_figure ? row_cell(row, claims->keys.items[column].key) : NULL;
    struct ledger_line line = { .place = figure ? figure->place : row->place,
                                .rule = LEDGER_COLUMN_FORMULA,
                                .subject = ledger_row(claims->table, row),
                                .figure = figure,
                                .claim = cell,
                                .stated.known = own->kind == OPERAND_NUMBER };
    set_sides(&line, &result, own->printed);
    judge(&line, &result, own);
    set_unit(&line);
    mark_terms(claims, row, cell);
    ledger_add(claims->builder, line);
}

/* ---- tables ---- */

static void add_row(const struct claims *claims, const struct plan_row *row)
{
    for (size_t c = 0; c < claims->keys.count; c++)
        claims->operands[c] = operand_in(claims, row, &claims->keys.items[c]);
    for (size_t c = 0; c < claims->keys.count; c++)
        if (claims->numbers.cells[c].step_count)
            add_claim(claims, row, c);
}

static bool states_some_cells_only(const struct plan *plan)
{
    for (size_t r = 0; r < plan->relation_count; r++)
        if (!plan->relations[r].replaces)
            return true;
    return false;
}

/* Rows with less cells than columns are told of the layout (LY-022), and claim nothing. */
static void add_table(struct ledger_builder *builder, const struct plan_table *table, const struct layout *layout)
{
    struct arena *arena = builder->arena;
    struct column_scope scope = column_scope_of(builder->plan, table, arena);
    struct claims claims = { .builder = builder,
                             .table = table,
                             .keys = column_keys_of(&scope, layout, arena),
                             .blank_is_nothing = !states_some_cells_only(builder->plan) };
    if (claims.keys.count != layout->number_count)
        return;
    claims.numbers = number_row_read(layout->numbers, layout->number_count, arena);
    claims.operands = arena_alloc(arena, claims.keys.count, sizeof *claims.operands);
    for (size_t r = 0; r < table->row_count; r++)
        add_row(&claims, &table->rows[r]);
}

void ledger_add_columns(struct ledger_builder *builder, const struct layouts *layouts)
{
    for (size_t t = 0; t < builder->plan->table_count; t++) {
        const struct plan_table *table = &builder->plan->tables[t];
        const struct layout *layout = table->columns;
        if (!layout && layouts)
            layout = layout_find(layouts, table->layout);
        if (layout && layout->number_count)
            add_table(builder, table, layout);
    }
}
