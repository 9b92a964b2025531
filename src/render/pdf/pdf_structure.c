/*
 * The structure of the document for those who hear it (PDF Reference 1.4, 9.6 and 9.7; ISO 19005-1, 6.8): a section for each
 * table, in it headings, paragraphs, a table of rows and cells, and figures, in reading order.
 *
 * Objects are as short as they can be: a cell has one. An element's number is taken before those of its kids, and it is
 * written after them.
 */
#include "render/pdf/pdf.h"

#include <inttypes.h>

#include "report/chart.h"

/* PDF Reference 1.4, table C.1: an array holds 8,191 entries. A longer table becomes several, a number tree has leaves. */
enum { ROWS_MOST = 8000, KEYS_MOST = 1000 };

/* Classes of attributes (PDF Reference 1.4, 9.6.4): the head of a column, the head of a row. */
#define CLASS_COLUMN "c"
#define CLASS_ROW "r"
#define CLASS_MAP "/ClassMap<</" CLASS_COLUMN "<</O/Table/Scope/Column>>/" CLASS_ROW "<</O/Table/Scope/Row>>>>"

struct writer {
    struct pdf *pdf;
    const HPDF_Page *pages;
    uint32_t *element; /* by slot: the element that its contents are of */
    struct text row;   /* the cells of a row; used again for the next */
};

static uint32_t new_number(struct writer *writer)
{
    struct pdf_structure *structure = &writer->pdf->structure;
    size_t *offset = ARENA_PUSH(writer->pdf->arena, structure->offsets, structure->count, structure->capacity);
    *offset = 0;
    return structure->first + (uint32_t)structure->count - 1;
}

/* An element: its number, and that of the one that it is in. */
struct node {
    uint32_t number, parent;
};

static struct node new_node(struct writer *writer, struct node parent)
{
    return (struct node){ new_number(writer), parent.number };
}

static void add_link(struct text *out, const char *before, uint32_t number)
{
    text_add(out, before);
    text_add_number(out, number);
    text_addn(out, " 0 R", strlen(" 0 R"));
}

/* What follows is the dictionary of an object, until end_object(). */
static struct text *begin_object(struct writer *writer, uint32_t number)
{
    struct pdf_structure *structure = &writer->pdf->structure;
    structure->offsets[number - structure->first] = structure->written;
    text_add_number(&structure->out, number);
    text_add(&structure->out, " 0 obj\n<<");
    return &structure->out;
}

static void end_object(struct writer *writer)
{
    struct pdf_structure *structure = &writer->pdf->structure;
    struct text *out = &structure->out;
    text_add(out, ">>\nendobj\n");
    structure->failed = structure->failed || fwrite(out->data, 1, out->length, structure->file) != out->length;
    structure->written += out->length;
    out->length = 0;
}

static struct text *begin_element(struct writer *writer, struct node node, const char *role)
{
    struct text *out = begin_object(writer, node.number);
    text_add(out, "/S/");
    text_add(out, role);
    add_link(out, "/P ", node.parent);
    return out;
}

static void add_reference(struct text *kids, uint32_t number)
{
    add_link(kids, kids->length ? " " : "", number);
}

static void write_group(struct writer *writer, struct node node, const char *role, const struct text *kids)
{
    struct text *out = begin_element(writer, node, role);
    text_add(out, "/K[");
    text_addn(out, kids->data, kids->length);
    text_add(out, "]");
    end_object(writer);
}

/* ---- contents ---- */

static uint32_t page_number(const struct writer *writer, const struct pdf_item *item)
{
    return pdf_object_number(writer->pages[item->page]);
}

static bool is_link(const struct writer *writer, uint32_t item)
{
    return item >= writer->pdf->tags.content_count;
}

/* The contents of a slot: a number for those on the page of the first, dictionaries for others and for links. */
static void add_contents(struct writer *writer, struct text *out, uint32_t slot)
{
    const struct pdf_tags *tags = &writer->pdf->tags;
    uint32_t first = tags->first[slot];
    if (first == NO_ITEM)
        return;
    const struct pdf_item *items = tags->items;
    add_link(out, "/Pg ", page_number(writer, &items[first]));
    if (items[first].next == NO_ITEM && !is_link(writer, first)) {
        text_add(out, "/K ");
        text_add_number(out, items[first].number);
        return;
    }
    text_add(out, "/K[");
    for (uint32_t i = first; i != NO_ITEM; i = items[i].next) {
        if (is_link(writer, i))
            text_addf(out, "<</Type/OBJR/Pg %" PRIu32 " 0 R/Obj %" PRIu32 " 0 R>>", page_number(writer, &items[i]),
                      items[i].number);
        else if (items[i].page == items[first].page)
            text_addf(out, i == first ? "%" PRIu32 : " %" PRIu32, items[i].number);
        else
            text_addf(out, "<</Type/MCR/Pg %" PRIu32 " 0 R/MCID %" PRIu32 ">>", page_number(writer, &items[i]),
                      items[i].number);
    }
    text_add(out, "]");
}

static bool has_link(const struct writer *writer, uint32_t slot)
{
    const struct pdf_tags *tags = &writer->pdf->tags;
    return tags->first[slot] != NO_ITEM && is_link(writer, tags->last[slot]);
}

/* ---- tables ---- */

/*
 * What a cell is the head of, and how many rows and columns it takes. The two attributes that thousands of cells have stand
 * once, in the class map; a cell that takes several rows or columns has its own beside its class.
 */
static void add_attributes(struct text *out, const struct table *table, size_t row, const struct cell *cell, bool head)
{
    if (head)
        text_add(out, row < table->head_rows ? "/C/" CLASS_COLUMN : "/C/" CLASS_ROW);
    if (cell->columns == 1 && cell->rows == 1)
        return;
    text_add(out, "/A<</O/Table");
    if (cell->rows > 1)
        text_addf(out, "/RowSpan %u", cell->rows);
    if (cell->columns > 1)
        text_addf(out, "/ColSpan %u", cell->columns);
    text_add(out, ">>");
}

static void write_cell(struct writer *writer, struct node node, unsigned part, unsigned cell)
{
    const struct pdf *pdf = writer->pdf;
    const struct table *table = &pdf->report->tables[pdf->pages->parts[part].table];
    size_t row = cell / table->column_count;
    uint32_t slot = pdf->tags.slots[part] + cell;
    const char *role = pdf_tags_role(pdf, part, cell);
    struct node link = has_link(writer, slot) ? new_node(writer, node) : node; /* which has the contents then */
    writer->element[slot] = link.number;
    struct text *out = begin_element(writer, node, role);
    add_attributes(out, table, row, table_cell(table, row, cell % table->column_count), role[1] == 'H');
    if (link.number != node.number) {
        text_addf(out, "/K %" PRIu32 " 0 R", link.number);
        end_object(writer);
        out = begin_element(writer, link, "Link");
    }
    add_contents(writer, out, slot);
    end_object(writer);
}

static void write_row(struct writer *writer, struct node node, unsigned part, size_t row)
{
    const struct table *table = &writer->pdf->report->tables[writer->pdf->pages->parts[part].table];
    struct text *kids = &writer->row;
    kids->length = 0;
    for (size_t column = 0; column < table->column_count; column++) {
        if (table_cell(table, row, column)->covered)
            continue;
        struct node cell = new_node(writer, node);
        add_reference(kids, cell.number);
        write_cell(writer, cell, part, (unsigned)(row * table->column_count + column));
    }
    write_group(writer, node, "TR", kids);
}

/* True if a cell from above reaches into the row. */
static bool is_reached(const struct table *table, size_t row)
{
    size_t columns = 0; /* of the row's own cells */
    for (size_t column = 0; column < table->column_count; column++)
        if (!table_cell(table, row, column)->covered)
            columns += table_cell(table, row, column)->columns;
    return columns < table->column_count;
}

/* The rows from the first on; returns the one after the last. */
static size_t write_table(struct writer *writer, struct node node, unsigned part, size_t first)
{
    const struct table *table = &writer->pdf->report->tables[writer->pdf->pages->parts[part].table];
    struct text kids = text_in(writer->pdf->arena);
    size_t row = first;
    for (; row < table->row_count && (row - first < ROWS_MOST || is_reached(table, row)); row++) {
        struct node added = new_node(writer, node);
        add_reference(&kids, added.number);
        write_row(writer, added, part, row);
    }
    write_group(writer, node, "Table", &kids);
    return row;
}

/* ---- other parts ---- */

static void add_string(struct text *out, struct pdf *pdf, const char *text)
{
    HPDF_Binary string = pdf_unicode_string(pdf, text);
    text_add(out, "<");
    for (HPDF_UINT i = 0; i < string->len; i++)
        text_addf(out, "%02X", string->value[i]);
    text_add(out, ">");
}

/* In points of the page, whose y grows upwards. */
static void add_box(struct text *out, const struct pdf *pdf, const struct passage *figure)
{
    mpt bottom = pdf->pages->items[figure->page].height - figure->y - figure->height;
    text_addf(out, "/A<</O/Layout/Placement/Block/BBox[%d %d %d %d]>>", (int)(figure->x / MPT_PER_PT),
              (int)(bottom / MPT_PER_PT), (int)((figure->x + figure->width) / MPT_PER_PT) + 1,
              (int)((bottom + figure->height) / MPT_PER_PT) + 1);
}

static void write_part(struct writer *writer, struct node node, unsigned part)
{
    struct pdf *pdf = writer->pdf;
    const struct passage *is = &pdf->pages->parts[part];
    uint32_t slot = pdf->tags.slots[part];
    writer->element[slot] = node.number;
    struct text *out = begin_element(writer, node, pdf_tags_role(pdf, part, 0));
    if (is->kind == PASSAGE_FIGURE) {
        text_add(out, "/Alt");
        add_string(out, pdf, chart_alternative(is->chart, pdf->arena));
        add_box(out, pdf, is);
    }
    add_contents(writer, out, slot);
    end_object(writer);
}

static void write_kid(struct writer *writer, struct text *kids, struct node section, unsigned part)
{
    const struct passage *is = &writer->pdf->pages->parts[part];
    size_t row = 0, rows = is->kind == PASSAGE_GRID ? writer->pdf->report->tables[is->table].row_count : 1;
    while (row < rows) {
        struct node kid = new_node(writer, section);
        add_reference(kids, kid.number);
        if (is->kind == PASSAGE_GRID) {
            row = write_table(writer, kid, part, row);
        } else {
            write_part(writer, kid, part);
            row++;
        }
    }
}

static void write_document(struct writer *writer, struct node document)
{
    const struct pages *pages = writer->pdf->pages;
    struct text sections = text_in(writer->pdf->arena);
    for (size_t part = 1, end; part < pages->part_count; part = end) {
        struct node section = new_node(writer, document);
        struct text kids = text_in(writer->pdf->arena);
        for (end = part; end < pages->part_count && pages->parts[end].table == pages->parts[part].table; end++)
            write_kid(writer, &kids, section, (unsigned)end);
        add_reference(&sections, section.number);
        write_group(writer, section, "Sect", &kids);
    }
    write_group(writer, document, "Document", &sections);
}

/* ---- from contents to elements ---- */

/* A key of the tree: the elements of a page's contents in the order of their numbers, or the one of a link. */
static void add_key(struct writer *writer, struct text *out, uint32_t key, size_t *item)
{
    const struct pdf_tags *tags = &writer->pdf->tags;
    if (key >= writer->pdf->pages->count) {
        text_addf(out, "%" PRIu32 " %" PRIu32 " 0 R ", key, writer->element[tags->items[(*item)++].slot]);
        return;
    }
    text_addf(out, "%" PRIu32 "[", key);
    for (; *item < tags->content_count && tags->items[*item].page == key; ++*item) {
        add_link(out, "", writer->element[tags->items[*item].slot]);
        text_add(out, " ");
    }
    text_add(out, "]");
}

static void write_leaf(struct writer *writer, uint32_t number, uint32_t first, uint32_t end, size_t *item)
{
    struct text *out = begin_object(writer, number);
    text_addf(out, "/Limits[%" PRIu32 " %" PRIu32 "]/Nums[", first, end - 1);
    for (uint32_t key = first; key < end; key++)
        add_key(writer, out, key, item);
    text_add(out, "]");
    end_object(writer);
}

/* Pages have their indexes for keys; links follow. Returns the first key that is free. */
static uint32_t write_keys(struct writer *writer, uint32_t number)
{
    const struct pdf_tags *tags = &writer->pdf->tags;
    uint32_t count = (uint32_t)(writer->pdf->pages->count + tags->count - tags->content_count);
    struct text leaves = text_in(writer->pdf->arena);
    size_t item = 0;
    for (uint32_t first = 0, end; first < count; first = end) {
        end = count - first > KEYS_MOST ? first + KEYS_MOST : count;
        uint32_t leaf = new_number(writer);
        add_reference(&leaves, leaf);
        write_leaf(writer, leaf, first, end, &item);
    }
    text_addf(begin_object(writer, number), "/Kids[%s]", text_str(&leaves));
    end_object(writer);
    return count;
}

static void write_root(struct writer *writer)
{
    uint32_t root = new_number(writer), keys = new_number(writer);
    struct node document = { new_number(writer), root };
    write_document(writer, document);
    uint32_t next_key = write_keys(writer, keys);
    text_addf(begin_object(writer, root),
              "/Type/StructTreeRoot/K %" PRIu32 " 0 R/ParentTree %" PRIu32 " 0 R/ParentTreeNextKey %" PRIu32 CLASS_MAP,
              document.number, keys, next_key);
    end_object(writer);
}

/* The catalogue's entry for an object that libharu does not know: write_root() takes the first number. */
void pdf_structure_announce(struct pdf *pdf)
{
    if (pdf->error != HPDF_OK)
        return;
    size_t most = pdf->tags.slot_count + pdf->tags.slot_count / 4; /* cells are one object, their rows one for many */
    pdf->structure = (struct pdf_structure){ .out = text_in(pdf->arena),
                                             .offsets = arena_alloc(pdf->arena, most, sizeof(size_t)),
                                             .capacity = most,
                                             .first = pdf->doc->xref->entries->count };
    HPDF_Dict root = HPDF_Dict_New(pdf->doc->mmgr), marks = HPDF_Dict_New(pdf->doc->mmgr);
    root->header.obj_id = pdf->structure.first | HPDF_OTYPE_INDIRECT;
    HPDF_Dict_Add(pdf->doc->catalog, "StructTreeRoot", root);
    HPDF_Dict_AddBoolean(marks, "Marked", HPDF_TRUE);
    HPDF_Dict_Add(pdf->doc->catalog, "MarkInfo", marks);
}

void pdf_structure_write(struct pdf *pdf, const HPDF_Page *pages, FILE *file)
{
    struct writer writer = { .pdf = pdf, .pages = pages, .row = text_in(pdf->arena) };
    writer.element = arena_alloc(pdf->arena, pdf->tags.slot_count, sizeof *writer.element);
    pdf->structure.file = file;
    write_root(&writer);
}
