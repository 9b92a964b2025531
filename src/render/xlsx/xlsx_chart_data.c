#include "render/xlsx/xlsx_chart_data.h"

#include <stdlib.h>

#include "base/text.h"
#include "render/xlsx/xlsx_guard.h"

lxw_chart_font xlsx_chart_font(bool bold, int size)
{
    static char name[] = "Times New Roman";
    return (lxw_chart_font){ .name = name, .bold = bold ? LXW_TRUE : LXW_EXPLICIT_FALSE, .size = size };
}

const char *xlsx_chart_range(struct book *book, const struct xlsx_chart_place *place, const struct cell_ref *cells,
                             size_t count)
{
    struct text out = text_in(book->arena);
    bool run = true;
    for (size_t i = 1; i < count; i++)
        run = run && cells[i].column == cells[0].column && place->rows[cells[i].row] == place->rows[cells[i - 1].row] + 1;
    text_add(&out, run ? "=" : "=(");
    for (size_t i = 0; i < (run ? 1 : count); i++) {
        char range[LXW_MAX_CELL_RANGE_LENGTH];
        lxw_rowcol_to_range_abs(range, place->rows[cells[i].row], (lxw_col_t)cells[i].column,
                                place->rows[cells[run ? count - 1 : i].row], (lxw_col_t)cells[i].column);
        text_addf(&out, "%s%s!%s", i ? "," : "", place->cells->quoted_name, range);
    }
    text_add(&out, run ? "" : ")");
    return text_str(&out);
}

/* A point at the end; without data it is drawn as none: the library would take text, and the result of a formula, for 0. */
static lxw_series_data_point *add_point(struct book *book, lxw_series_range *range)
{
    lxw_series_data_point *point = calloc(1, sizeof *point); /* freed by the library */
    if (!point) {
        book_watch(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return NULL;
    }
    point->no_data = LXW_TRUE;
    range->ignore_cache = LXW_TRUE; /* of the library's own */
    STAILQ_INSERT_TAIL(range->data_cache, point, list_pointers);
    range->num_data_points++;
    return point;
}

static void add_text(struct book *book, lxw_series_range *range, const char *text)
{
    lxw_series_data_point *point = add_point(book, range);
    range->has_string_cache = LXW_TRUE;
    if (!point || !text)
        return;
    point->string = strdup(text); /* freed by the library */
    point->is_string = point->string != NULL;
    point->no_data = point->string == NULL;
}

static void add_number(struct book *book, lxw_series_range *range, struct dec value)
{
    lxw_series_data_point *point = add_point(book, range);
    if (point)
        point->no_data = !xlsx_number(&point->number, value);
}

static void add_names(struct book *book, lxw_chart_series *series, const struct chart *chart, const struct table *table)
{
    for (size_t i = 0; i < chart->category_count; i++)
        add_text(book, series->categories, chart_name(chart, table, i));
}

void xlsx_chart_cache(struct book *book, lxw_chart_series *series, const struct chart *chart, size_t index,
                      const struct table *table)
{
    add_names(book, series, chart, table);
    for (size_t i = 0; i < chart->category_count; i++) {
        const struct cell *cell = table_at(table, chart->series[index].cells[i]);
        if (cell->kind == CELL_NUMBER)
            add_number(book, series->values, cell->value);
        else
            add_point(book, series->values);
    }
}

void xlsx_chart_line_cache(struct book *book, lxw_chart_series *series, const struct chart *chart,
                           const struct table *table)
{
    add_names(book, series, chart, table);
    for (size_t i = 0; i < chart->category_count; i++)
        add_number(book, series->values, dec_of(chart->line.at));
}

void xlsx_chart_label_words(struct book *book, lxw_chart_series *series, const char *const *words, size_t count)
{
    for (size_t i = 0; i < count && i < series->data_label_count; i++)
        if (series->data_labels[i].range)
            add_text(book, series->data_labels[i].range, words[i]);
}

void xlsx_chart_labels(struct book *book, lxw_chart_series *series, const struct chart *chart, size_t index,
                       const struct table *table, const struct xlsx_chart_place *place)
{
    const struct chart_series *from = &chart->series[index];
    size_t count = chart->category_count;
    lxw_chart_font font = xlsx_chart_font(false, XLSX_LABEL_SIZE);
    lxw_chart_data_label *labels = arena_alloc(book->arena, count, sizeof *labels);
    lxw_chart_data_label **list = arena_alloc(book->arena, count + 1, sizeof(lxw_chart_data_label *));
    for (size_t i = 0; i < count; i++) {
        const struct cell *cell = table_at(table, from->cells[i]);
        if (cell->text)
            labels[i] = (lxw_chart_data_label){ .value = arena_string(book->arena,
                                                                      xlsx_chart_range(book, place, &from->cells[i], 1)),
                                                .font = &font };
        else
            labels[i].hide = LXW_TRUE;
        list[i] = &labels[i];
    }
    chart_series_set_labels(series);
    chart_series_set_labels_font(series, &font);
    book_watch(book, chart_series_set_labels_custom(series, list));
    const char **words = arena_alloc(book->arena, count, sizeof *words);
    for (size_t i = 0; i < count; i++)
        words[i] = table_at(table, from->cells[i])->text;
    xlsx_chart_label_words(book, series, words, count);
}
