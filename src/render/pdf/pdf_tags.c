/* Which marked contents of the pages, and which links, belong to which part of the document. */
#include "render/pdf/pdf.h"

static size_t slots_of(const struct pdf *pdf, const struct passage *part)
{
    if (part->kind != PASSAGE_GRID)
        return 1;
    const struct table *table = &pdf->report->tables[part->table];
    return table->row_count * table->column_count;
}

/* At least as many as there are contents, of which a content has one or more. */
static size_t count_texts(const struct pages *pages)
{
    size_t count = 0;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].mark_count; i++)
            count += pages->items[p].marks[i].kind == MARK_TEXT;
    return count;
}

void pdf_tags_begin(struct pdf *pdf)
{
    struct pdf_tags *tags = &pdf->tags;
    const struct pages *pages = pdf->pages;
    size_t count = 0;
    tags->slots = arena_alloc(pdf->arena, pages->part_count, sizeof *tags->slots);
    for (size_t i = 0; i < pages->part_count; i++) {
        tags->slots[i] = (uint32_t)count;
        count += slots_of(pdf, &pages->parts[i]);
        tags->titled |= pages->parts[i].kind == PASSAGE_TITLE;
    }
    tags->slot_count = (uint32_t)count;
    tags->first = arena_alloc(pdf->arena, count, sizeof *tags->first);
    tags->last = arena_alloc(pdf->arena, count, sizeof *tags->last);
    for (size_t i = 0; i < count; i++)
        tags->first[i] = NO_ITEM;
    tags->capacity = count_texts(pages);
    tags->items = arena_alloc(pdf->arena, tags->capacity, sizeof *tags->items);
}

static void add_item(struct pdf *pdf, struct pdf_item item)
{
    struct pdf_tags *tags = &pdf->tags;
    uint32_t index = (uint32_t)tags->count;
    struct pdf_item *added = ARENA_PUSH(pdf->arena, tags->items, tags->count, tags->capacity);
    *added = item;
    if (tags->first[item.slot] == NO_ITEM)
        tags->first[item.slot] = index;
    else
        tags->items[tags->last[item.slot]].next = index;
    tags->last[item.slot] = index;
}

uint32_t pdf_tags_content(struct pdf *pdf, size_t page, unsigned part, unsigned cell)
{
    struct pdf_tags *tags = &pdf->tags;
    if (tags->page != page)
        tags->next = 0;
    tags->page = (uint32_t)page;
    add_item(pdf, (struct pdf_item){ tags->slots[part] + cell, tags->page, tags->next, NO_ITEM });
    tags->content_count = tags->count;
    return tags->next++;
}

HPDF_INT32 pdf_tags_link(struct pdf *pdf, size_t page, const struct page_link *link, HPDF_Dict annotation)
{
    struct pdf_tags *tags = &pdf->tags;
    uint32_t slot = tags->slots[link->part] + link->cell;
    add_item(pdf, (struct pdf_item){ slot, (uint32_t)page, pdf_object_number(annotation), NO_ITEM });
    return (HPDF_INT32)(pdf->pages->count + tags->count - 1 - tags->content_count);
}

uint32_t pdf_object_number(const void *object)
{
    enum { NUMBER = 0x00ffffff };
    const HPDF_Obj_Header *header = object; /* every object of libharu's begins with one */
    return header->obj_id & NUMBER;
}

/* In the head what says something; in a row its label. */
static bool is_head_cell(const struct table *table, size_t row, size_t column)
{
    const struct cell *cell = table_cell(table, row, column);
    if (row < table->head_rows)
        return cell->text && *cell->text;
    return column == table_label_column(table, row);
}

const char *pdf_tags_role(const struct pdf *pdf, unsigned part, unsigned cell)
{
    const struct passage *is = &pdf->pages->parts[part];
    switch (is->kind) {
    case PASSAGE_TITLE: return "H1";
    case PASSAGE_HEADING: return pdf->tags.titled ? "H2" : "H1";
    case PASSAGE_FIGURE: return "Figure";
    case PASSAGE_GRID: {
        const struct table *table = &pdf->report->tables[is->table];
        return is_head_cell(table, cell / table->column_count, cell % table->column_count) ? "TH" : "TD";
    }
    case PASSAGE_TEXT:
    case PASSAGE_NONE: break;
    }
    return "P";
}
