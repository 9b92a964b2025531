#include "model/plan.h"

#include "base/text.h"

static const struct {
    const char *token, *name;
    unsigned power;
} UNITS[] = {
    [UNIT_NONE] = { "", "", 0 },
    [UNIT_DONG] = { "dong", "đồng", 0 },
    [UNIT_THOUSAND] = { "thousand-dong", "nghìn đồng", 3 },
    [UNIT_MILLION] = { "million-dong", "triệu đồng", 6 },
    [UNIT_BILLION] = { "billion-dong", "tỷ đồng", 9 },
};

unsigned money_unit_power(enum money_unit unit)
{
    return UNITS[unit].power;
}

const char *money_unit_name(enum money_unit unit)
{
    return UNITS[unit].name;
}

enum money_unit money_unit_parse(const char *token)
{
    for (enum money_unit unit = UNIT_DONG; unit <= UNIT_BILLION; unit++)
        if (strcmp(UNITS[unit].token, token) == 0)
            return unit;
    return UNIT_NONE;
}

const struct plan_measure *plan_measure(const struct plan *plan, const char *id)
{
    for (size_t i = 0; id && i < plan->measure_count; i++)
        if (strcmp(plan->measures[i].id, id) == 0)
            return &plan->measures[i];
    return NULL;
}

const struct plan_phase *plan_phase(const struct plan *plan, const char *id)
{
    for (size_t i = 0; id && i < plan->phase_count; i++)
        if (strcmp(plan->phases[i].id, id) == 0)
            return &plan->phases[i];
    return NULL;
}

const struct source *plan_source(const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->source_count; i++)
        if (strcmp(plan->sources[i].id, id) == 0)
            return &plan->sources[i];
    return NULL;
}

const struct target *plan_target(const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->target_count; i++)
        if (strcmp(plan->targets[i].id, id) == 0)
            return &plan->targets[i];
    return NULL;
}

const struct deadline *plan_deadline(const struct plan *plan, const char *id)
{
    for (size_t i = 0; i < plan->deadline_count; i++)
        if (strcmp(plan->deadlines[i].id, id) == 0)
            return &plan->deadlines[i];
    return NULL;
}

enum phase_flow phase_flow_parse(const char *token)
{
    static const char *const TOKENS[FLOWS] = { "", "opening", "in", "out", "closing" };
    for (int flow = FLOW_OPENING; flow < FLOWS; flow++)
        if (strcmp(token, TOKENS[flow]) == 0)
            return (enum phase_flow)flow;
    return FLOW_NONE;
}

struct plan plan_head(const struct plan *plan)
{
    return (struct plan){ .place = plan->place,
                          .id = plan->id,
                          .unit = plan->unit,
                          .programme = plan->programme,
                          .as_of = plan->as_of,
                          .illustrative = plan->illustrative,
                          .decision = plan->decision,
                          .relations = plan->relations,
                          .relation_count = plan->relation_count,
                          .carries_out = plan->carries_out,
                          .carries_out_count = plan->carries_out_count,
                          .first_year = plan->first_year,
                          .last_year = plan->last_year,
                          .head_only = true };
}

bool unit_is_country(const char *code)
{
    return strcmp(code, COUNTRY) == 0;
}

const char *unit_code_known(const char *code)
{
    return strcmp(code, "00") == 0 ? COUNTRY : code;
}

const char *plan_years(struct arena *arena, const struct plan *plan)
{
    return plan->first_year == plan->last_year ? arena_printf(arena, "%d", plan->first_year)
                                               : arena_printf(arena, "%d-%d", plan->first_year, plan->last_year);
}

bool plan_covers(const struct plan *plan, int year)
{
    return plan->first_year <= year && year <= plan->last_year;
}

bool plan_carries_out(const struct plan *plan, const struct plan *other)
{
    for (size_t i = 0; i < plan->carries_out_count; i++)
        if (strcmp(plan->carries_out[i].plan, other->id) == 0)
            return true;
    return false;
}

bool relation_repeals(const struct relation *relation, const char *id)
{
    for (size_t i = 0; i < relation->repeal_count; i++)
        if (strcmp(relation->repeals[i].ref, id) == 0)
            return true;
    return false;
}

static struct plan_part table_part(const struct plan_table *table, const char *id)
{
    struct plan_part part = { .id = id, .table = table };
    int row = table_row(table, id);
    if (strcmp(table->id, id) == 0)
        part.kind = PART_TABLE;
    if (row == NO_ROW || table->rows[row].repealed)
        return part;
    part.row = &table->rows[row];
    if (part.row->kind == ROW_GROUP || part.row->kind == ROW_ACTIVITY)
        part.kind = PART_ROW;
    return part;
}

struct plan_part plan_part(const struct plan *plan, const char *id)
{
    const struct target *target = plan_target(plan, id);
    if (target)
        return (struct plan_part){ .kind = PART_TARGET, .id = id, .target = target };
    for (size_t i = 0; i < plan->table_count; i++) {
        struct plan_part part = table_part(&plan->tables[i], id);
        if (part.kind != PART_NONE)
            return part;
    }
    const struct deadline *deadline = plan_deadline(plan, id);
    if (deadline)
        return (struct plan_part){ .kind = PART_DEADLINE, .id = id, .deadline = deadline };
    return (struct plan_part){ .kind = PART_NONE, .id = id };
}

const struct plan_row *plan_row(const struct plan *plan, const char *id, const struct plan_table **table)
{
    for (size_t t = 0; t < plan->table_count; t++) {
        int row = table_row(&plan->tables[t], id);
        *table = &plan->tables[t];
        if (row != NO_ROW)
            return &plan->tables[t].rows[row];
    }
    return NULL;
}

bool plan_lists(const struct plan *plan, const char *id)
{
    const struct plan_table *table;
    bool listed = plan_target(plan, id) || (plan->targets_id && strcmp(plan->targets_id, id) == 0) ||
                  plan_row(plan, id, &table);
    for (size_t t = 0; t < plan->table_count; t++)
        listed = listed || strcmp(plan->tables[t].id, id) == 0;
    return listed;
}

const struct figure *row_figure(const struct plan_row *row, const struct source *source, int year)
{
    for (size_t i = 0; i < row->figure_count; i++)
        if (row->figures[i].source == source && (row->figures[i].year == year || (!year && row->figures[i].whole)))
            return &row->figures[i];
    return NULL;
}

const struct figure *row_planned(const struct plan_row *row, size_t *at)
{
    if (*at < row->figure_count)
        return &row->figures[(*at)++];
    while (*at - row->figure_count < row->keyed_count) {
        const struct figure *figure = &row->keyed[(*at)++ - row->figure_count];
        if (figure->change == CHANGE_NONE && figure_key_is_planned(figure->key))
            return figure;
    }
    return NULL;
}

struct dec figure_number(const struct figure *figure)
{
    return figure->state == FIGURE_NUMBER ? figure->number : dec_of(0);
}

bool figure_is_of_year(const struct figure *figure)
{
    return figure->year && !figure->key.period.last_year;
}

bool row_has_years(const struct plan_row *row)
{
    const struct figure *figure;
    for (size_t at = 0; (figure = row_planned(row, &at));)
        if (figure_is_of_year(figure))
            return true;
    return false;
}

static bool has_key(const struct figure *figure, struct figure_key key)
{
    struct figure_key whole = figure->key;
    whole.period = (struct figure_period){ 0 };
    return figure_key_equal(figure->key, key) || (figure->whole && figure_key_equal(whole, key));
}

const struct figure *row_figure_at(const struct plan_row *row, struct figure_key key)
{
    bool plain = figure_key_is_plain(key);
    const struct figure *figures = plain ? row->figures : row->keyed;
    size_t count = plain ? row->figure_count : row->keyed_count;
    for (size_t i = 0; i < count; i++)
        if (figures[i].change == CHANGE_NONE && has_key(&figures[i], key))
            return &figures[i];
    return NULL;
}

struct figure_key row_own_key(const struct plan_row *row, struct figure_key column)
{
    if (!column.source && row->kind == ROW_LINE && row->source)
        column.source = row->source->id;
    if (row->of_year && figure_period_equal(column.period, (struct figure_period){ 0 }))
        column.period.year = row->of_year;
    return column;
}

const struct figure *row_cell(const struct plan_row *row, struct figure_key key)
{
    const struct figure *figure = row_figure_at(row, key);
    struct figure_key own = row_own_key(row, key);
    bool other = own.source != key.source || own.period.year != key.period.year;
    return figure || !other ? figure : row_figure_at(row, own);
}

const char *row_text_named(const struct plan_row *row, const char *name)
{
    for (size_t i = 0; i < row->text_count; i++)
        if (strcmp(row->texts[i].name, name) == 0)
            return row->texts[i].text;
    return NULL;
}

/* How the number before which the word stands bounds what is meant. */
enum bound { BOUND_EXACT, BOUND_LOWER, BOUND_UPPER, BOUND_NEITHER };

static enum bound bound_of(enum figure_op op)
{
    switch (op) {
    case FIGURE_EXACT: return BOUND_EXACT;
    case FIGURE_OVER:
    case FIGURE_ABOVE:
    case FIGURE_AT_LEAST:
    case FIGURE_RANGE: return BOUND_LOWER;
    case FIGURE_AT_MOST:
    case FIGURE_BELOW: return BOUND_UPPER;
    case FIGURE_ALMOST:
    case FIGURE_ABOUT: break;
    }
    return BOUND_NEITHER;
}

enum figure_op figure_op_of_sum(enum figure_op a, enum figure_op b)
{
    static const enum figure_op OPS[] = { FIGURE_EXACT, FIGURE_AT_LEAST, FIGURE_AT_MOST, FIGURE_ABOUT };
    return OPS[bound_of(a) | bound_of(b)];
}

enum figure_op figure_op_taken_off(enum figure_op op)
{
    static const enum figure_op OPS[] = { FIGURE_EXACT, FIGURE_AT_MOST, FIGURE_AT_LEAST, FIGURE_ABOUT };
    return OPS[bound_of(op)];
}

bool figure_is_unknown(const struct figure *figure)
{
    return figure->state == FIGURE_LOST || figure->state == FIGURE_REST || figure->state == FIGURE_NOT_STATED;
}

bool figure_is_unstated(const struct figure *figure)
{
    return figure->state == FIGURE_REST || figure->state == FIGURE_NOT_STATED;
}

bool row_is_apart(const struct plan_table *table, const struct plan_row *row)
{
    while (!row->apart && row->parent != NO_ROW)
        row = &table->rows[row->parent];
    return row->apart;
}

static bool is_among(const char *const *ids, size_t count, const char *id)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(ids[i], id) == 0)
            return true;
    return false;
}

bool table_repeats(const struct plan_table *table, const char *id)
{
    return is_among(table->repeats, table->repeat_count, id);
}

bool table_looked_like(const struct plan_table *table, const char *id)
{
    return is_among(table->looked_like, table->looked_like_count, id);
}

int table_row(const struct plan_table *table, const char *id)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (strcmp(table->rows[i].id, id) == 0)
            return (int)i;
    return NO_ROW;
}

bool table_has_money(const struct plan_table *table)
{
    for (size_t i = 0; i < table->row_count; i++)
        if (table->rows[i].figure_count)
            return true;
    return false;
}
