#include "render/xlsx/xlsx_rows.h"

#include "render/xlsx/xlsx_page.h"

enum { DEFAULT_PIXELS = 20, DEEPEST = 7 /* level of an outline in a workbook */ };

static struct xlsx_row *row_at(struct xlsx_rows *rows, unsigned row)
{
    while (rows->count <= row) {
        struct xlsx_row *added = ARENA_PUSH(rows->book->arena, rows->items, rows->count, rows->capacity);
        added->pixels = DEFAULT_PIXELS;
    }
    return &rows->items[row];
}

void xlsx_set_height(struct xlsx_rows *rows, unsigned row, mpt height, unsigned level)
{
    lxw_row_col_options options = { .level = (uint8_t)(level < DEEPEST ? level : DEEPEST) };
    unsigned pixels = xlsx_row_pixels(height);
    row_at(rows, row)->pixels = pixels;
    book_watch(rows->book, worksheet_set_row_pixels_opt(rows->sheet, row, pixels, NULL, &options));
}

void xlsx_keep(struct xlsx_rows *rows, unsigned first, unsigned end, enum glue glue)
{
    for (unsigned row = first; row < end; row++) {
        struct xlsx_row *kept = row_at(rows, row);
        kept->glue = glue > kept->glue ? glue : kept->glue;
    }
}

enum glue xlsx_glue(const struct xlsx_rows *rows, unsigned row)
{
    return row < rows->count ? rows->items[row].glue : GLUE_NONE;
}

unsigned xlsx_rows_pixels(const struct xlsx_rows *rows, unsigned first, unsigned end)
{
    unsigned pixels = 0;
    for (unsigned row = first; row < end; row++)
        pixels += row < rows->count ? rows->items[row].pixels : DEFAULT_PIXELS;
    return pixels;
}
