#include "input/plan_reader.h"

#include "base/text.h"
#include "input/amount_read.h"

enum { SOURCES_SHOWN = 20 };
enum { UNKNOWN_CELL = -1 }; /* year of a figure whose cell is in doubt: told already, never part of a plan that is used */

struct figure_list {
    struct figure *items;
    size_t count, capacity;
};

/* Where figures stand: the unit they are in and the row or paragraph they belong to. */
struct figure_scope {
    const char *subject;
    enum money_unit unit;
    const struct source *source; /* of a line of a source × year table */
};

static const char *source_list(struct plan_reader *reader)
{
    struct text list = text_in(reader->arena);
    for (size_t i = 0; i < reader->plan->source_count; i++) {
        if (i == SOURCES_SHOWN) {
            text_add(&list, ", …");
            break;
        }
        text_addf(&list, "%s%s", i ? ", " : "", reader->plan->sources[i].id);
    }
    return list.length ? text_str(&list) : "–";
}

static const struct source *find_source(struct plan_reader *reader, struct xml_node node, const char *subject)
{
    const char *id = xml_text(node, "source");
    const struct source *source = plan_source(reader->plan, id);
    if (!source && *id)
        finding_add(reader->findings, FINDING_UNKNOWN_SOURCE, xml_place(node), id, source_list(reader), NULL)->subject =
            subject;
    return source;
}

static enum figure_state read_state(const char *as)
{
    if (strcmp(as, "dash") == 0)
        return FIGURE_DASH;
    return strcmp(as, "lost") == 0 ? FIGURE_LOST : FIGURE_BLANK;
}

static struct amount_at amount_at(const struct figure *figure, const char *subject)
{
    return (struct amount_at){ figure->place, subject, figure->source ? figure->source->id : NULL };
}

static void read_value(struct plan_reader *reader, struct xml_node node, struct figure *figure, const char *subject)
{
    const char *number = xml_content(node), *as = xml_text(node, "as");
    figure->state = read_state(as);
    if (*number && figure->state == FIGURE_BLANK && strcmp(as, "blank") != 0 && *as)
        return; /* no such as= that there is; told already */
    if (*number && *as)
        finding_add(reader->findings, FINDING_NUMBER_AND_AS, figure->place, xml_name(node), number, as, NULL)->subject =
            subject;
    else if (*number)
        figure->state = amount_read(&figure->dong, &figure->number, number, figure->unit, amount_at(figure, subject),
                                    reader->findings)
                            ? FIGURE_NUMBER
                            : FIGURE_BLANK;
    else if (!*as)
        finding_add(reader->findings, FINDING_MISSING_NUMBER, figure->place, xml_name(node), NULL)->subject = subject;
}

static void check_year(struct plan_reader *reader, const struct figure *figure, const char *subject)
{
    const struct plan *plan = reader->plan;
    bool known = figure->year && plan->first_year && plan->last_year; /* else that is the fault already told */
    if (!known || (figure->year >= plan->first_year && figure->year <= plan->last_year))
        return;
    struct finding *finding =
        finding_add(reader->findings, FINDING_YEAR_OUTSIDE, figure->place, arena_printf(reader->arena, "%d", figure->year),
                    arena_printf(reader->arena, "%d-%d", plan->first_year, plan->last_year), NULL);
    finding->subject = subject;
}

/* "năm 2021, nguồn TW" */
static const char *cell_words(struct arena *arena, const struct figure *figure, enum language language)
{
    bool vi = language == LANGUAGE_VI;
    struct text out = text_in(arena);
    if (figure->year)
        text_addf(&out, "%s %d, ", vi ? "năm" : "year", figure->year);
    else
        text_add(&out, vi ? "cả giai đoạn, " : "the whole period, ");
    if (figure->source)
        text_addf(&out, "%s %s", vi ? "nguồn" : "source", figure->source->id);
    else
        text_add(&out, vi ? "mọi nguồn" : "all sources");
    return text_str(&out);
}

static void check_unique(struct plan_reader *reader, const struct figure_list *list, const struct figure *figure,
                         const char *subject)
{
    struct arena *arena = reader->arena;
    if (list->count > ROW_FIGURES_MAX) {
        tell_crowded(reader, figure->place, ROW_FIGURES_MAX);
        return;
    }
    for (const struct figure *other = list->items; other < figure; other++)
        if (other->source == figure->source && other->year == figure->year) {
            finding_add(reader->findings, FINDING_DUPLICATE_AMOUNT, figure->place, subject,
                        cell_words(arena, figure, LANGUAGE_VI), cell_words(arena, figure, LANGUAGE_EN),
                        arena_printf(arena, "%ld", other->place.line), NULL)->subject = subject;
            return;
        }
}

static void read_figure(struct plan_reader *reader, struct figure_list *list, struct xml_node node,
                        struct figure_scope scope, bool unique)
{
    enum money_unit own = money_unit_parse(xml_text(node, "unit"));
    bool keyed_source = xml_attribute(node, "source") != NULL;
    struct figure *figure = ARENA_PUSH(reader->arena, list->items, list->count, list->capacity);
    figure->place = xml_place(node);
    figure->stated = xml_is(node, "stated");
    figure->source = keyed_source ? find_source(reader, node, scope.subject) : scope.source;
    figure->year = xml_year(node, "year");
    figure->unit = own != UNIT_NONE ? own : scope.unit;
    figure->about = xml_yes(node, "about");
    figure->words = xml_attribute(node, "words");
    figure->label = xml_attribute(node, "label");
    read_value(reader, node, figure, scope.subject);
    check_year(reader, figure, scope.subject);
    bool known = (!keyed_source || figure->source) && (!xml_attribute(node, "year") || figure->year);
    if (!known)
        figure->year = UNKNOWN_CELL;
    else if (unique)
        check_unique(reader, list, figure, scope.subject);
}

static void read_row_figures(struct plan_reader *reader, struct plan_row *row, struct xml_node parent,
                             enum money_unit unit)
{
    struct figure_list list = { 0 };
    struct figure_scope scope = { row->id, unit, row->source };
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        if (xml_is(node, "amount") || xml_is(node, "stated"))
            read_figure(reader, &list, node, scope, true);
    row->figures = list.items;
    row->figure_count = list.count;
}

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
        struct figure_list list = { 0 };
        struct figure_scope scope = { prose->id, prose->unit, NULL };
        for (bool inner = xml_first(&child, node); inner; inner = xml_next(&child))
            read_figure(reader, &list, child, scope, false);
        prose->figures = list.items;
        prose->figure_count = list.count;
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

/* Ids separated by blanks. */
static const char **split_ids(struct plan_reader *reader, const char *text, size_t *count)
{
    const char **ids = NULL;
    size_t capacity = 0;
    while (*text) {
        size_t length = strcspn(text, " ");
        const char **id = ARENA_PUSH(reader->arena, ids, *count, capacity);
        *id = arena_copy(reader->arena, text, length);
        text += length + (text[length] == ' ');
    }
    return ids;
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
    row->source = row->kind == ROW_LINE ? find_source(reader, node, row->id) : NULL;
    row->of = split_ids(reader, xml_text(node, "of"), &row->of_count);
    row->leads = read_texts(reader, node, "lead", &row->lead_count);
    row->partners = read_texts(reader, node, "partner", &row->partner_count);
    read_label_sums(reader, row, node);
}

static void read_rows(struct plan_reader *reader, struct row_list *list, struct xml_node parent, int parent_row,
                      enum money_unit unit)
{
    struct xml_node node;
    unsigned level = parent_row == NO_ROW ? 0 : list->items[parent_row].level + 1;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node)) {
        if (!is_row(node))
            continue;
        struct plan_row *row = ARENA_PUSH(reader->arena, list->items, list->count, list->capacity);
        int index = (int)list->count - 1;
        row->parent = parent_row;
        row->level = level;
        read_row_head(reader, row, node);
        read_row_figures(reader, row, node, unit);
        if (parent_row != NO_ROW)
            list->items[parent_row].has_children = true;
        read_rows(reader, list, node, index, unit);
    }
}

static void check_money_unit(struct plan_reader *reader, struct xml_node node, const struct plan_table *table)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++)
            if (table->rows[r].figures[f].unit == UNIT_NONE && !xml_attribute(node, "moneyUnit")) {
                finding_add(reader->findings, FINDING_NO_MONEY_UNIT, table->place, table->id, NULL)->subject = table->id;
                return;
            }
}

void read_tables(struct plan_reader *reader, struct xml_node root)
{
    struct plan *plan = reader->plan;
    plan->tables = arena_alloc(reader->arena, xml_count(root, "table"), sizeof *plan->tables);
    struct xml_node node;
    for (bool more = xml_first(&node, root); more; more = xml_next(&node)) {
        if (!xml_is(node, "table"))
            continue;
        struct plan_table *table = &plan->tables[plan->table_count++];
        *table = (struct plan_table){ .place = xml_place(node),
                                      .id = read_id(reader, node),
                                      .layout = xml_text(node, "layout"),
                                      .annex = xml_attribute(node, "annex"),
                                      .where = xml_attribute(node, "where"),
                                      .title = xml_attribute(node, "title"),
                                      .unit = money_unit_parse(xml_text(node, "moneyUnit")) };
        struct row_list list = { 0 };
        read_rows(reader, &list, node, NO_ROW, table->unit);
        table->rows = list.items;
        table->row_count = list.count;
        table->notes = read_texts(reader, node, "note", &table->note_count);
        check_money_unit(reader, node, table);
    }
}
