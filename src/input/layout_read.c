#include "input/layout_read.h"

#include "base/text.h"

enum { PORTRAIT_MM = 160, LANDSCAPE_MM = 247, LEAST_FLEXIBLE_MM = 10 };

struct layout_reader {
    struct layout *layout;
    struct arena *arena;
    struct findings *findings;
};

/* The blocks around a node. */
struct blocks {
    bool years, sources;
};

static const char *vocabulary(struct layout_reader *reader, enum each each)
{
    struct text list = text_in(reader->arena);
    for (size_t i = 0; i < FACT_COUNT; i++) {
        bool of_row;
        if (fact_fits_each((enum fact_id)i, each, &of_row))
            text_addf(&list, "%s%s", list.length ? ", " : "", fact_get((enum fact_id)i)->name);
    }
    return text_str(&list);
}

/* Texts of the whole table, or of a head, cannot show facts of single rows. */
static bool resolve(struct layout_reader *reader, enum fact_id *id, const char *name, struct place place,
                    struct blocks blocks, bool in_text)
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
    } else if (!fact_fits_block(*id, blocks.years, blocks.sources)) {
        vi = fact_block_words(fact->block, LANGUAGE_VI);
        en = fact_block_words(fact->block, LANGUAGE_EN);
    }
    if (vi)
        finding_add(reader->findings, FINDING_FACT_OUT_OF_SCOPE, place, name, vi, en, NULL);
    return !vi;
}

static void add_piece(struct layout_reader *reader, struct layout_text *text, size_t *capacity,
                      struct layout_piece piece)
{
    struct layout_piece *added = ARENA_PUSH(reader->arena, text->pieces, text->count, *capacity);
    *added = piece;
}

/* "Năm {year}" -> "Năm ", year. */
static struct layout_text read_template(struct layout_reader *reader, const char *source, struct place place,
                                        struct blocks blocks)
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

static void read_width(struct layout_reader *reader, struct layout_node *column, struct xml_node node)
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

static enum layout_align read_align(const char *token)
{
    if (strcmp(token, "center") == 0)
        return LAYOUT_CENTRE;
    if (strcmp(token, "number") == 0)
        return LAYOUT_NUMBER;
    return strcmp(token, "right") == 0 ? LAYOUT_RIGHT : LAYOUT_LEFT;
}

static void read_column(struct layout_reader *reader, struct layout_node *column, struct xml_node node,
                        struct blocks blocks)
{
    column->align = read_align(xml_text(node, "align"));
    column->bold = xml_yes(node, "bold");
    column->never_bold = strcmp(xml_text(node, "bold"), "never") == 0;
    column->italic = xml_yes(node, "italic");
    column->sum = xml_yes(node, "sum");
    read_width(reader, column, node);
    const char *name = xml_text(node, "fact");
    if (resolve(reader, &column->fact, name, column->place, blocks, false) && column->sum &&
        fact_get(column->fact)->kind != KIND_MONEY)
        finding_add(reader->findings, FINDING_SUM_OVER_TEXT, column->place, name, NULL);
}

static void read_nodes(struct layout_reader *reader, struct layout_node **nodes, size_t *count, struct xml_node parent,
                       struct blocks blocks);

static void read_node(struct layout_reader *reader, struct layout_node *layout, struct xml_node node,
                      struct blocks blocks)
{
    layout->place = xml_place(node);
    if (xml_is(node, "years")) {
        layout->kind = LAYOUT_YEARS;
        blocks.years = true;
    } else if (xml_is(node, "sources")) {
        layout->kind = LAYOUT_SOURCES;
        blocks.sources = true;
    } else {
        layout->kind = xml_is(node, "band") ? LAYOUT_BAND : LAYOUT_COLUMN;
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

static void read_nodes(struct layout_reader *reader, struct layout_node **nodes, size_t *count, struct xml_node parent,
                       struct blocks blocks)
{
    struct xml_node node;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        ++*count;
    *nodes = arena_alloc(reader->arena, *count, sizeof **nodes);
    size_t at = 0;
    for (bool more = xml_first(&node, parent); more; more = xml_next(&node))
        read_node(reader, &(*nodes)[at++], node, blocks);
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

static void check_width(struct layout_reader *reader)
{
    const struct layout *layout = reader->layout;
    int page = layout->landscape ? LANDSCAPE_MM : PORTRAIT_MM, width = least_width(layout->columns, layout->column_count);
    if (width > page)
        finding_add(reader->findings, FINDING_TOO_WIDE, layout->place, arena_printf(reader->arena, "%d", width),
                    arena_printf(reader->arena, "%d", page), NULL);
}

static void read_form(struct layout *layout, struct xml_node root)
{
    struct xml_node node;
    if (!xml_child(&node, root, "form"))
        return;
    layout->form = xml_text(node, "name");
    for (const char *at = xml_text(node, "months"); *at; at += strspn(at, " ")) {
        int month = 0;
        for (; *at >= '0' && *at <= '9' && month < 10; at++)
            month = month * 10 + (*at - '0');
        if (month < 1 || month > 12) /* the schema has told */
            return;
        layout->months |= 1U << month;
    }
}

static void read_texts_of(struct layout_reader *reader, struct xml_node root)
{
    struct layout *layout = reader->layout;
    struct blocks outside = { false, false };
    struct xml_node node;
    if (xml_child(&node, root, "title")) {
        layout->title = read_template(reader, xml_content(node), xml_place(node), outside);
        layout->title_fallback = read_template(reader, xml_text(node, "fallback"), xml_place(node), outside);
    }
    layout->has_unit = xml_child(&node, root, "unit");
    if (layout->has_unit)
        layout->unit = read_template(reader, xml_content(node), xml_place(node), outside);
    if (xml_child(&node, root, "sheet"))
        layout->sheet = read_template(reader, xml_content(node), xml_place(node), outside);
    if (xml_child(&node, root, "columns"))
        read_nodes(reader, &layout->columns, &layout->column_count, node, outside);
}

struct layout *layout_read(struct slurp *file, const struct xml_schema *schema, struct arena *arena,
                           struct findings *findings)
{
    bool valid;
    size_t before = findings->count;
    struct xml_doc *doc = xml_open(file, schema, "layout", "urn:phuluc:layout:1", &valid, findings);
    if (!doc)
        return NULL;
    struct layout *layout = arena_alloc(arena, 1, sizeof *layout);
    struct layout_reader reader = { layout, arena, findings };
    struct xml_node root = xml_root(doc, arena);
    layout->place = xml_place(root);
    layout->id = xml_text(root, "id");
    layout->name = xml_text(root, "name");
    layout->each = each_parse(xml_text(root, "each"));
    layout->landscape = strcmp(xml_text(root, "orientation"), "landscape") == 0;
    struct dec size;
    layout->font_size = xml_dec(&size, root, "fontSize") ? (int)size.units : 12;
    read_form(layout, root);
    read_texts_of(&reader, root);
    check_width(&reader);
    xml_close(doc);
    for (size_t i = before; i < findings->count; i++)
        valid = valid && finding_severity(&findings->items[i]) < SEVERITY_ERROR;
    return valid ? layout : NULL;
}
