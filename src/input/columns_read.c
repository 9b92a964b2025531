#include "input/columns_read.h"

#include "base/text.h"
#include "input/figure_period_read.h"

enum { PORTRAIT_MM = 160, LANDSCAPE_MM = 247, LEAST_FLEXIBLE_MM = 10, FONT_SIZE = 12 };

static const char *vocabulary(struct columns_reader *reader, enum each each)
{
    struct text list = text_in(reader->arena);
    for (size_t i = 0; i < FACT_COUNT; i++) {
        bool of_row;
        if (fact_fits_each((enum fact_id)i, each, &of_row) && fact_get((enum fact_id)i)->block != BLOCK_KEYED)
            text_addf(&list, "%s%s", list.length ? ", " : "", fact_get((enum fact_id)i)->name);
    }
    return text_str(&list);
}

/* Texts of the whole table, or of a head, cannot show facts of single rows. */
static bool resolve(struct columns_reader *reader, enum fact_id *id, const char *name, struct place place, unsigned blocks,
                    bool in_text)
{
    enum each each = reader->layout->each;
    if (!fact_lookup(id, name)) {
        finding_add(reader->findings, FINDING_UNKNOWN_FACT, place, name, vocabulary(reader, each), NULL);
        return false;
    }
    const struct fact *fact = fact_get(*id);
    struct arena *arena = reader->arena;
    const char *vi = NULL, *en = NULL;
    bool of_row;
    if (!fact_fits_each(*id, each, &of_row)) {
        vi = arena_printf(arena, "trong bố cục có each=\"%s\"", each_token(fact->each));
        en = arena_printf(arena, "in a layout with each=\"%s\"", each_token(fact->each));
    } else if (of_row && in_text) {
        vi = "ở thuộc tính fact của cột, không trong chữ";
        en = "in the fact attribute of a column, not in text";
    } else if (!fact_fits_block(*id, blocks)) {
        vi = fact_block_words(fact->block, LANGUAGE_VI);
        en = fact_block_words(fact->block, LANGUAGE_EN);
    }
    if (vi)
        finding_add(reader->findings, FINDING_FACT_OUT_OF_SCOPE, place, name, vi, en, NULL);
    return !vi;
}

static void add_piece(struct columns_reader *reader, struct layout_text *text, size_t *capacity, struct layout_piece piece)
{
    struct layout_piece *added = ARENA_PUSH(reader->arena, text->pieces, text->count, *capacity);
    *added = piece;
}

/* "Năm {year}" -> "Năm ", year. */
static struct layout_text read_template(struct columns_reader *reader, const char *source, struct place place,
                                        unsigned blocks)
{
    struct layout_text text = { 0 };
    size_t capacity = 0;
    while (*source) {
        size_t plain = strcspn(source, "{");
        if (plain)
            add_piece(reader, &text, &capacity, (struct layout_piece){ arena_copy(reader->arena, source, plain), 0 });
        source += plain;
        if (!*source)
            break;
        const char *end = strchr(source, '}');
        if (!end) {
            finding_add(reader->findings, FINDING_BAD_PLACEHOLDER, place, source, NULL);
            break;
        }
        enum fact_id fact;
        if (resolve(reader, &fact, arena_copy(reader->arena, source + 1, (size_t)(end - source - 1)), place, blocks, true))
            add_piece(reader, &text, &capacity, (struct layout_piece){ NULL, fact });
        source = end + 1;
    }
    return text;
}

static bool read_number(int *number, const char *text, const char *suffix)
{
    size_t digits = strspn(text, "0123456789");
    if (digits == 0 || digits > 4 || strcmp(text + digits, suffix) != 0)
        return false;
    *number = 0;
    for (size_t i = 0; i < digits; i++)
        *number = *number * 10 + (text[i] - '0');
    return *number > 0;
}

static void read_width(struct columns_reader *reader, struct layout_node *column, struct xml_node node)
{
    const char *width = xml_text(node, "width"), *least = xml_attribute(node, "min");
    struct place place = column->place;
    if (read_number(&column->width, width, "mm"))
        return;
    if (strcmp(width, "*") == 0)
        column->share = 1;
    else if (!read_number(&column->share, width, "*"))
        finding_add(reader->findings, FINDING_BAD_LENGTH, place, width, NULL);
    column->width = LEAST_FLEXIBLE_MM;
    if (least && !read_number(&column->width, least, "mm"))
        finding_add(reader->findings, FINDING_BAD_LENGTH, place, least, NULL);
}

static enum align read_align(const char *token)
{
    if (strcmp(token, "center") == 0)
        return ALIGN_CENTRE;
    if (strcmp(token, "number") == 0)
        return ALIGN_NUMBER;
    return strcmp(token, "right") == 0 ? ALIGN_RIGHT : ALIGN_LEFT;
}

static void read_fact(struct columns_reader *reader, struct layout_node *column, struct xml_node node, unsigned blocks)
{
    const char *name = xml_text(node, "fact");
    if (resolve(reader, &column->fact, name, column->place, blocks, false) && column->sum &&
        fact_get(column->fact)->kind != KIND_MONEY)
        finding_add(reader->findings, FINDING_SUM_OVER_TEXT, column->place, name, NULL);
}

/* What the plan names is checked with the plan: it may declare it, or have it from the catalogue. */
static void read_key(struct columns_reader *reader, struct layout_node *column, struct xml_node node)
{
    struct layout_key *key = &column->key;
    key->key.measure = xml_attribute(node, "measure");
    key->key.phase = xml_attribute(node, "phase");
    key->key.source = xml_attribute(node, "source");
    key->has_measure = key->key.measure != NULL;
    key->has_phase = key->key.phase != NULL;
    key->has_source = key->key.source != NULL;
    key->has_period = figure_period_is_keyed(node);
    if (!figure_period_read(&key->key.period, node, 0))
        finding_add(reader->findings, FINDING_FIGURE_PERIOD, column->place, xml_text(node, "head"), NULL);
}

/* Facts belong to all layouts, texts and figures to rows of a table. */
static void read_shown(struct columns_reader *reader, struct layout_node *column, struct xml_node node, unsigned blocks)
{
    static const char *const KEYS[] = { "measure", "phase", "source", "year", "quarter", "half", "month", "first", "to", "period" };
    const char *fact = xml_attribute(node, "fact");
    bool keyed = false;
    column->text = xml_attribute(node, "text");
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        keyed = keyed || xml_attribute(node, KEYS[i]);
    column->shows = fact ? SHOWS_FACT : column->text ? SHOWS_TEXT : SHOWS_FIGURE;
    bool twice = (fact != NULL) + (column->text != NULL) + keyed > 1;
    bool astray = !fact && reader->layout->each != EACH_ROW;
    if (twice || astray || (column->text && column->sum))
        finding_add(reader->findings, FINDING_COLUMN_SHOWS, column->place, xml_text(node, "head"), NULL);
    if (fact)
        read_fact(reader, column, node, blocks);
    else if (!column->text)
        read_key(reader, column, node);
}

static void read_column(struct columns_reader *reader, struct layout_node *column, struct xml_node node, unsigned blocks)
{
    column->align = read_align(xml_text(node, "align"));
    column->joins = xml_yes(node, "joins");
    column->optional = xml_yes(node, "optional");
    column->once = xml_yes(node, "once");
    column->bold = xml_yes(node, "bold");
    column->never_bold = strcmp(xml_text(node, "bold"), "never") == 0;
    column->italic = xml_yes(node, "italic");
    column->sum = xml_yes(node, "sum");
    read_width(reader, column, node);
    read_shown(reader, column, node, blocks);
}

static void read_nodes(struct columns_reader *reader, struct layout_node **nodes, size_t *count, struct xml_node parent,
                       unsigned blocks);

static const char *const OVER[] = { [OVER_YEAR] = "year",   [OVER_QUARTER] = "quarter", [OVER_SOURCE] = "source",
                                    [OVER_PHASE] = "phase", [OVER_MEASURE] = "measure", [OVER_UNIT] = "unit" };

static const unsigned BLOCKS[] = { [OVER_YEAR] = IN_YEARS,   [OVER_QUARTER] = IN_QUARTERS, [OVER_SOURCE] = IN_SOURCES,
                                   [OVER_PHASE] = IN_PHASES, [OVER_MEASURE] = IN_MEASURES, [OVER_UNIT] = IN_UNITS };

static enum layout_over over_parse(const char *token)
{
    enum layout_over over = OVER_YEAR;
    while (over < OVER_UNIT && strcmp(OVER[over], token) != 0)
        over++;
    return over;
}

static bool is_item(enum layout_over over, const char *item)
{
    struct figure_period quarter;
    if (over == OVER_QUARTER)
        return year_part_parse(&quarter, item) && quarter.part <= FOURTH_QUARTER;
    return over != OVER_YEAR || (strlen(item) == 4 && strspn(item, "0123456789") == 4);
}

static void read_items(struct columns_reader *reader, struct layout_node *block, const char *items)
{
    size_t capacity = 0;
    while (*items) {
        size_t length = strcspn(items, " ");
        const char **item = ARENA_PUSH(reader->arena, block->items, block->item_count, capacity);
        *item = arena_copy(reader->arena, items, length);
        if (!is_item(block->over, *item))
            finding_add(reader->findings, FINDING_BAD_ITEM, block->place, *item, OVER[block->over], NULL);
        items += length + (items[length] == ' ');
    }
}

/* Over all years, or all sources, a repeat is the block of that name. */
static void read_repeat(struct columns_reader *reader, struct layout_node *block, struct xml_node node)
{
    block->over = xml_is(node, "years")     ? OVER_YEAR
                  : xml_is(node, "sources") ? OVER_SOURCE
                                            : over_parse(xml_text(node, "over"));
    read_items(reader, block, xml_text(node, "items"));
    block->kind = LAYOUT_REPEAT;
    if (!block->item_count && block->over == OVER_YEAR)
        block->kind = LAYOUT_YEARS;
    else if (!block->item_count && block->over == OVER_SOURCE)
        block->kind = LAYOUT_SOURCES;
}

static void read_node(struct columns_reader *reader, struct layout_node *layout, struct xml_node node, unsigned blocks)
{
    layout->place = xml_place(node);
    if (xml_is(node, "band") || xml_is(node, "column")) {
        layout->kind = xml_is(node, "band") ? LAYOUT_BAND : LAYOUT_COLUMN;
    } else {
        read_repeat(reader, layout, node);
        blocks |= BLOCKS[layout->over];
    }
    layout->block = layout->kind == LAYOUT_BAND && xml_yes(node, "block");
    const char *head = xml_attribute(node, "head");
    layout->has_head = head != NULL;
    if (head)
        layout->head = read_template(reader, head, layout->place, blocks);
    if (layout->kind == LAYOUT_COLUMN)
        read_column(reader, layout, node, blocks);
    else
        read_nodes(reader, &layout->children, &layout->child_count, node, blocks);
}

/* A column can only join one that is there whenever it is itself. */
static void check_joined(struct columns_reader *reader, struct layout_node *nodes, size_t count)
{
    for (struct layout_node *node = nodes; node < nodes + count; node++) {
        const struct layout_node *next = node + 1;
        bool can = next < nodes + count && next->kind == LAYOUT_COLUMN && !next->joins && !next->once &&
                   (!next->optional || node->optional);
        if (node->joins && !can)
            finding_add(reader->findings, FINDING_JOINS_NOTHING, node->place, NULL);
        node->joins = node->joins && can;
    }
}

static void read_nodes(struct columns_reader *reader, struct layout_node **nodes, size_t *count, struct xml_node parent,
                       unsigned blocks)
{
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        *count += !xml_is(node, "numbers");
    *nodes = arena_alloc(reader->arena, *count, sizeof **nodes);
    size_t at = 0;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        if (!xml_is(node, "numbers"))
            read_node(reader, &(*nodes)[at++], node, blocks);
    check_joined(reader, *nodes, *count);
}

/* Bands that are blocks need not stand beside one another. Any other block counts once: how often is known with the plan. */
static int least_width(const struct layout_node *nodes, size_t count)
{
    int width = 0, widest = 0;
    for (size_t i = 0; i < count; i++) {
        bool column = nodes[i].kind == LAYOUT_COLUMN;
        int own = column ? nodes[i].width : least_width(nodes[i].children, nodes[i].child_count);
        width += nodes[i].block ? 0 : own;
        widest = nodes[i].block && own > widest ? own : widest;
    }
    return width + widest;
}

static void check_width(struct columns_reader *reader)
{
    const struct layout *layout = reader->layout;
    int page = layout->landscape ? LANDSCAPE_MM : PORTRAIT_MM, width = least_width(layout->columns, layout->column_count);
    if (width > page)
        finding_add(reader->findings, FINDING_TOO_WIDE, layout->place, arena_printf(reader->arena, "%d", width),
                    arena_printf(reader->arena, "%d", page), NULL);
}

static void read_numbers(struct columns_reader *reader, struct xml_node columns)
{
    struct layout *layout = reader->layout;
    struct xml_node numbers, node;
    if (!xml_child(&numbers, columns, "numbers"))
        return;
    layout->numbers_place = xml_place(numbers);
    layout->numbers = arena_alloc(reader->arena, xml_count(numbers, "n"), sizeof *layout->numbers);
    for (bool more = xml_first(&node, numbers); more; more = xml_next(&node))
        if (xml_is(node, "n"))
            layout->numbers[layout->number_count++] = xml_content(node);
}

struct layout_text columns_template(struct columns_reader *reader, const char *source, struct place place)
{
    return read_template(reader, source, place, 0);
}

void columns_page(struct layout *layout, struct xml_node node)
{
    struct dec size;
    layout->landscape = strcmp(xml_text(node, "orientation"), "landscape") == 0;
    layout->font_size = xml_dec(&size, node, "fontSize") ? (int)size.units : FONT_SIZE;
}

void columns_read(struct columns_reader *reader, struct xml_node columns)
{
    read_nodes(reader, &reader->layout->columns, &reader->layout->column_count, columns, 0);
    read_numbers(reader, columns);
    check_width(reader);
}

struct layout *columns_of_table(struct xml_node columns, const char *table, bool money, struct arena *arena,
                                struct findings *findings)
{
    struct layout *layout = arena_alloc(arena, 1, sizeof *layout);
    *layout = (struct layout){ .place = xml_place(columns), .id = table, .name = table, .each = EACH_ROW };
    struct columns_reader reader = { layout, arena, findings };
    columns_page(layout, columns);
    layout->title = columns_template(&reader, "{table.title}", layout->place);
    layout->title_fallback = columns_template(&reader, "Biểu kèm theo {plan.name}", layout->place);
    layout->unit = columns_template(&reader, "Đơn vị tính: {table.unit}", layout->place);
    layout->has_unit = money;
    layout->sheet = columns_template(&reader, "Bảng", layout->place);
    columns_read(&reader, columns);
    return layout;
}
