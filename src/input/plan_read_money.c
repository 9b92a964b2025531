/* Prose and tables: rows with their figures and texts. */
#include "input/plan_reader.h"

#include "base/text.h"
#include "input/amount_read.h"
#include "input/columns_read.h"

/* What holds for the figures of a table that do not say otherwise. */
struct table_scope {
    enum money_unit unit;
    const char *measure, *phase;
    int year;
};

void read_prose(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    plan->prose = arena_alloc(reader->arena, xml_count(root, "prose"), sizeof *plan->prose);
    struct xml_node node, child;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node)) {
        if (!xml_is(node, "prose"))
            continue;
        struct prose *prose = &plan->prose[plan->prose_count++];
        *prose = (struct prose){ .place = xml_place(node),
                                 .id = read_id(reader, node),
                                 .where = xml_text(node, "where"),
                                 .unit = money_unit_parse(xml_text(node, "moneyUnit")) };
        struct figure_lists lists = { 0 };
        struct figure_scope scope = { .subject = prose->id, .unit = prose->unit };
        for (bool inner = xml_first(&child, node); inner; inner = xml_next(&child))
            read_figure(reader, &lists, child, scope);
        prose->figures = lists.plain;
        prose->figure_count = lists.plain_count;
        prose->keyed = lists.keyed;
        prose->keyed_count = lists.keyed_count;
    }
}

struct row_list {
    struct plan_row *items;
    size_t count, capacity;
};

static enum row_kind row_kind(struct xml_node node)
{
    if (xml_is(node, "group"))
        return ROW_GROUP;
    if (xml_is(node, "line"))
        return ROW_LINE;
    return xml_is(node, "total") ? ROW_TOTAL : ROW_ACTIVITY;
}

static bool is_row(struct xml_node node)
{
    return xml_is(node, "group") || xml_is(node, "activity") || xml_is(node, "line") || xml_is(node, "total");
}

static void read_label_sums(struct plan_reader *reader, struct plan_row *row, struct xml_node parent)
{
    row->label_sums = arena_alloc(reader->arena, xml_count(parent, "labelSum"), sizeof *row->label_sums);
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node)) {
        if (!xml_is(node, "labelSum"))
            continue;
        struct label_sum *sum = &row->label_sums[row->label_sum_count++];
        *sum = (struct label_sum){ .count_unit = xml_attribute(node, "countUnit"), .per = xml_attribute(node, "per") };
        sum->has_count = xml_dec(&sum->count, node, "count");
        sum->has_result = xml_dec(&sum->result, node, "result");
        if (!xml_dec(&sum->unit_price, node, "unitPrice"))
            sum->unit_price = dec_of(0);
    }
}

static void read_row_figures(struct plan_reader *reader, struct row_list *list, int index, struct xml_node parent,
                             const struct table_scope *table)
{
    struct plan_row *row = &list->items[index];
    struct figure_lists lists = { .plain_capacity = xml_count(parent, "amount") + xml_count(parent, "stated") };
    lists.plain = arena_alloc(reader->arena, lists.plain_capacity, sizeof *lists.plain);
    struct figure_scope scope = { row->id,
                                  table->unit,
                                  row->source,
                                  table->measure,
                                  table->phase,
                                  row->of_year ? row->of_year : table->year,
                                  index ? row - 1 : NULL,
                                  true };
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        if (xml_is(node, "amount") || xml_is(node, "stated"))
            read_figure(reader, &lists, node, scope);
    row->figures = lists.plain;
    row->figure_count = lists.plain_count;
    row->keyed = lists.keyed;
    row->keyed_count = lists.keyed_count;
}

/* The year of the plan in which the row has nothing of that source, if it is the only one; 0 else. *sum: of the others. */
static int missing_year(const struct plan *plan, const struct plan_row *row, const struct source *source, int64_t *sum)
{
    int missing = 0, count = 0;
    *sum = 0;
    for (int year = plan->first_year; year <= plan->last_year; year++) {
        const struct figure *figure = row_figure(row, source, year);
        if (figure && !dong_add(sum, *sum, figure->dong))
            return 0;
        missing = figure ? missing : year;
        count += !figure;
    }
    return count == 1 ? missing : 0;
}

/* An amount for the whole period beside those of all years but one lacks that year; of two years it may be meant so. */
static void check_forgotten_year(struct plan_reader *reader, const struct plan_row *row)
{
    const struct plan *plan = reader->plan;
    int years = plan->last_year - plan->first_year + 1;
    for (size_t i = 0; i < row->figure_count && plan->first_year && years > 1; i++) {
        const struct figure *figure = &row->figures[i];
        int64_t others;
        int missing = figure->stated || figure->year || figure->state != FIGURE_NUMBER
                          ? 0
                          : missing_year(plan, row, figure->source, &others);
        if (missing && (years > 2 || figure->dong < others))
            finding_add_about(reader->findings, FINDING_FORGOTTEN_YEAR, figure->place, ABOUT(row->id), row->id,
                              arena_printf(reader->arena, "%d", missing), NULL);
    }
}

/* A year ("2023": all of it counts) or a day. */
static struct date read_stopped(struct xml_node node)
{
    struct date day;
    if (date_parse(&day, xml_text(node, "stopped")))
        return day;
    return (struct date){ .year = xml_year(node, "stopped") };
}

static void read_label_products(struct plan_reader *reader, struct plan_row *row, struct xml_node parent)
{
    row->label_products = arena_alloc(reader->arena, xml_count(parent, "labelProduct"), sizeof *row->label_products);
    struct xml_node node, factor;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node)) {
        struct dec result;
        if (!xml_is(node, "labelProduct") || !xml_dec(&result, node, "result"))
            continue;
        struct label_product *product = &row->label_products[row->label_product_count++];
        *product =
            (struct label_product){ .place = xml_place(node), .result = result, .unit = xml_attribute(node, "unit") };
        product->factors = arena_alloc(reader->arena, xml_count(node, "factor"), sizeof *product->factors);
        for (bool inner = xml_first(&factor, node); inner; inner = xml_next(&factor))
            if (xml_dec(&product->factors[product->factor_count], factor, "value"))
                product->factor_count++;
    }
}

static void read_row_texts(struct plan_reader *reader, struct plan_row *row, struct xml_node parent)
{
    row->texts = arena_alloc(reader->arena, xml_count(parent, "text"), sizeof *row->texts);
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node)) {
        if (!xml_is(node, "text"))
            continue;
        const char *name = xml_text(node, "name");
        if (row_text_named(row, name))
            finding_add_about(reader->findings, FINDING_TEXT_TWICE, xml_place(node), ABOUT(row->id), row->id, name, NULL);
        else
            row->texts[row->text_count++] = (struct row_text){ name, xml_content(node) };
    }
}

/* "a -b c" */
static void read_signed_ids(struct plan_reader *reader, struct plan_row *row, const char *text)
{
    row->of = split_ids(reader, text, &row->of_count);
    row->of_minus = arena_alloc(reader->arena, row->of_count, sizeof *row->of_minus);
    for (size_t i = 0; i < row->of_count; i++) {
        row->of_minus[i] = *row->of[i] == '-';
        row->of[i] += row->of_minus[i];
    }
}

static void check_quantity(struct plan_reader *reader, const struct plan_row *row, struct xml_node node)
{
    struct amount_at at = { .place = row->place, .subject = row->id };
    quantity_check(xml_text(node, "quantity"), row->unit ? row->unit : "quantity", at, reader->findings);
}

static void read_row_head(struct plan_reader *reader, struct plan_row *row, struct xml_node node)
{
    row->place = xml_place(node);
    row->kind = row_kind(node);
    row->id = read_id(reader, node);
    row->no = xml_text(node, "no");
    row->title = xml_text(node, row->kind == ROW_TOTAL ? "label" : "title");
    row->start = xml_year(node, "start");
    row->end = xml_year(node, "end");
    row->unit = xml_attribute(node, "unit");
    row->has_quantity = xml_dec(&row->quantity, node, "quantity");
    check_quantity(reader, row, node);
    row->of_which = strcmp(xml_text(node, "kind"), "of-which") == 0;
    row->outside = xml_yes(node, "outside");
    row->split = xml_attribute(node, "split");
    row->of_year = xml_year(node, "year");
    row->source = row->kind == ROW_LINE ? find_source(reader, node, row->id) : NULL;
    read_signed_ids(reader, row, xml_text(node, "of"));
    row->leads = read_texts(reader, node, "lead", &row->lead_count);
    row->partners = read_texts(reader, node, "partner", &row->partner_count);
    row->stopped = read_stopped(node);
    read_label_sums(reader, row, node);
    read_label_products(reader, row, node);
    read_row_texts(reader, row, node);
}

/* Of the rows under one parent, as far as they have been read: the split of the first that adds anything. */
struct siblings {
    bool any;
    const char *split;
};

/* Rows of another split than the first say the same again. */
static bool is_apart(const struct plan_row *row, struct siblings *siblings)
{
    if (row->of_which || row->outside)
        return true;
    if (row->kind == ROW_TOTAL)
        return false;
    if (!siblings->any)
        *siblings = (struct siblings){ true, row->split };
    return !text_equal(siblings->split, row->split);
}

static size_t count_rows(struct xml_node parent)
{
    struct xml_node node;
    size_t count = 0;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        if (is_row(node))
            count += 1 + count_rows(node);
    return count;
}

static void read_rows(struct plan_reader *reader, struct row_list *list, struct xml_node parent, int parent_row,
                      const struct table_scope *table)
{
    struct xml_node node;
    struct siblings siblings = { 0 };
    unsigned level = parent_row == NO_ROW ? 0 : list->items[parent_row].level + 1;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node)) {
        if (!is_row(node))
            continue;
        struct plan_row *row = ARENA_PUSH(reader->arena, list->items, list->count, list->capacity);
        int index = (int)list->count - 1;
        row->parent = parent_row;
        row->level = level;
        read_row_head(reader, row, node);
        row->apart = is_apart(row, &siblings);
        read_row_figures(reader, list, index, node, table);
        check_forgotten_year(reader, &list->items[index]);
        if (parent_row != NO_ROW)
            list->items[parent_row].has_children = true;
        read_rows(reader, list, node, index, table);
    }
}

static void check_money_unit(struct plan_reader *reader, struct xml_node node, const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++)
            if (table->rows[r].figures[f].unit == UNIT_NONE && !xml_attribute(node, "moneyUnit")) {
                finding_add_about(reader->findings, FINDING_NO_MONEY_UNIT, table->place, ABOUT(table->id), table->id, NULL);
                return;
            }
}

/* In a table of sources by years a line without its source would be taken for all of them. */
static void check_line_sources(struct plan_reader *reader, struct xml_node table)
{
    struct xml_node node;
    bool sources = false;
    for (bool more = xml_first(&node, table); more; more = xml_next(&node))
        sources = sources || (xml_is(node, "line") && xml_attribute(node, "source"));
    for (bool more = sources && xml_first(&node, table); more; more = xml_next(&node)) {
        bool money = xml_count(node, "amount") || xml_count(node, "stated");
        if (xml_is(node, "line") && money && !xml_attribute(node, "source") && !xml_attribute(node, "kind"))
            tell_missing_source(reader, node);
    }
}

static struct table_scope scope_of(struct plan_reader *reader, const struct plan_table *table, struct xml_node node)
{
    const char *measure = xml_attribute(node, "measure"), *phase = xml_attribute(node, "phase");
    return (struct table_scope){ .unit = table->unit,
                                 .measure = measure ? find_measure(reader, measure, table->place, table->id) : NULL,
                                 .phase = phase ? find_phase(reader, phase, table->place, table->id) : NULL,
                                 .year = xml_year(node, "year") };
}

/* Either the id of a layout or columns of its own. */
static void read_look(struct plan_reader *reader, struct plan_table *table, struct xml_node node)
{
    struct xml_node columns;
    const char *layout = xml_attribute(node, "layout");
    bool own = xml_child(&columns, node, "columns");
    table->layout = layout ? layout : table->id;
    if (own)
        table->columns = columns_of_table(columns, table->id, table->unit != UNIT_NONE, reader->arena, reader->findings);
    if (own == (layout != NULL))
        finding_add_about(reader->findings, FINDING_TABLE_LOOK, table->place, ABOUT(table->id), table->id, NULL);
}

static void read_citations(struct plan_reader *reader, struct plan_table *table, struct xml_node parent)
{
    table->cited = arena_alloc(reader->arena, xml_count(parent, "citedAs"), sizeof *table->cited);
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        if (xml_is(node, "citedAs"))
            table->cited[table->cited_count++] = (struct table_citation){ .place = xml_place(node),
                                                                          .where = xml_text(node, "where"),
                                                                          .annex_name = xml_attribute(node, "annexName"),
                                                                          .annex = xml_attribute(node, "annex"),
                                                                          .title = xml_attribute(node, "title") };
}

static void read_table(struct plan_reader *reader, struct plan_table *table, struct xml_node node)
{
    *table = (struct plan_table){ .place = xml_place(node),
                                  .id = read_id(reader, node),
                                  .annex = xml_attribute(node, "annex"),
                                  .annex_name = xml_attribute(node, "annexName"),
                                  .where = xml_attribute(node, "where"),
                                  .title = xml_attribute(node, "title"),
                                  .counts = xml_yes(node, "counts"),
                                  .unit = money_unit_parse(xml_text(node, "moneyUnit")) };
    table->repeats = split_ids(reader, xml_text(node, "repeats"), &table->repeat_count);
    if (table->counts && table->repeat_count)
        finding_add_about(reader->findings, FINDING_REPEATS_AND_COUNTS, table->place, ABOUT(table->id), table->id, NULL);
    read_look(reader, table, node);
    struct table_scope scope = scope_of(reader, table, node);
    table->defaults = (struct figure_key){ .measure = scope.measure, .phase = scope.phase, .period.year = scope.year };
    struct row_list list = { .capacity = count_rows(node) };
    list.items = arena_alloc(reader->arena, list.capacity, sizeof *list.items);
    read_rows(reader, &list, node, NO_ROW, &scope);
    table->rows = list.items;
    table->row_count = list.count;
    settle_sums(reader, table);
    table->subtitles = read_texts(reader, node, "subtitle", &table->subtitle_count);
    table->footnotes = read_texts(reader, node, "footnote", &table->footnote_count);
    table->notes = read_texts(reader, node, "note", &table->note_count);
    read_citations(reader, table, node);
    check_money_unit(reader, node, table);
    check_line_sources(reader, node);
}

void read_tables(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    plan->tables = arena_alloc(reader->arena, xml_count(root, "table"), sizeof *plan->tables);
    struct xml_node node;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node))
        if (xml_is(node, "table"))
            read_table(reader, &plan->tables[plan->table_count++], node);
}
