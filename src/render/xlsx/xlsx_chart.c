#include "render/xlsx/xlsx_chart.h"

#include "base/text.h"
#include "render/xlsx/xlsx_bullet.h"
#include "render/xlsx/xlsx_chart_data.h"

/* Greys and hatchings as in print: colours would not survive a copier. */
struct look {
    lxw_color_t grey;
    uint8_t pattern; /* 0 for none */
};

enum { LOOKS = 6 };
static const struct look LOOKS_OF[][LOOKS] = {
    [CHART_CLUSTERED] = { { 0x595959, 0 },
                          { 0xFFFFFF, LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL },
                          { 0xCCCCCC, 0 },
                          { 0xFFFFFF, LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL },
                          { 0x999999, 0 },
                          { 0xEBEBEB, LXW_CHART_PATTERN_PERCENT_20 } },
    [CHART_BULLET] = { { 0x4D4D4D, 0 }, { 0xDBDBDB, 0 } },
};

/* Standing bars look as lying ones do. */
static const struct look *looks_of(enum chart_kind kind)
{
    return LOOKS_OF[kind == CHART_COLUMNS ? CHART_CLUSTERED : kind];
}

void xlsx_chart_look(lxw_chart_series *series, enum chart_kind kind, size_t index)
{
    struct look look = looks_of(kind)[index % LOOKS];
    lxw_chart_line line = { .color = LXW_COLOR_BLACK, .width = 0.5F };
    if (look.pattern) {
        lxw_chart_pattern pattern = { .fg_color = LXW_COLOR_BLACK, .bg_color = look.grey, .type = look.pattern };
        chart_series_set_pattern(series, &pattern);
    } else {
        lxw_chart_fill fill = { .color = look.grey };
        chart_series_set_fill(series, &fill);
    }
    chart_series_set_line(series, &line);
}

static void add_series(struct book *book, lxw_chart *native, const struct chart *chart, size_t index,
                       const struct table *table, const struct xlsx_chart_place *place)
{
    const struct chart_series *from = &chart->series[index];
    lxw_chart_series *series = chart_add_series(native,
                                                xlsx_chart_range(book, place, chart->categories, chart->category_count),
                                                xlsx_chart_range(book, place, from->cells, chart->category_count));
    if (!series) {
        book_watch(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    chart_series_set_name(series, from->name);
    xlsx_chart_look(series, chart->kind, index);
    xlsx_chart_cache(book, series, chart, index, table);
    xlsx_chart_labels(book, series, chart, index, table, place);
}

static double axis_value(int64_t units, unsigned decimals)
{
    double value = (double)units;
    while (decimals--)
        value /= 10;
    return value;
}

/* With the decimals of the axis and no more: a pattern that leaves them open writes "200,". */
static char *axis_pattern(struct arena *arena, const struct chart_scale *scale)
{
    unsigned decimals = scale->decimals;
    for (int64_t step = scale->step; decimals && step % 10 == 0; step /= 10)
        decimals--;
    return arena_printf(arena, "#,##0%s%.*s", decimals ? "." : "", (int)decimals, "000000");
}

/* "Từ trên xuống: Kế hoạch (xám đậm), Đã giải ngân (gạch chéo)". */
static const char *series_in_words(struct arena *arena, const struct chart *chart)
{
    static const char *const LOOKS_IN_WORDS[LOOKS] = { "xám đậm",         "gạch chéo", "xám nhạt",
                                                       "gạch chéo ngược", "xám vừa",   "chấm" };
    struct text out = text_in(arena);
    for (size_t s = 0; s < chart->series_count; s++)
        text_addf(&out, "%s%s (%s)", s ? ", " : "Từ trên xuống: ", chart->series[s].name, LOOKS_IN_WORDS[s % LOOKS]);
    return text_str(&out);
}

/*
 * Which bar is which. Of bars that lie, LibreOffice writes a legend backwards, whichever way its axis runs, and Excel does not:
 * words below the axis are right in both.
 */
static void set_legend(struct book *book, lxw_chart *native, const struct chart *chart)
{
    lxw_chart_font font = xlsx_chart_font(false, XLSX_NAME_SIZE);
    if (chart->kind == CHART_CLUSTERED) {
        chart_legend_set_position(native, LXW_CHART_LEGEND_NONE);
        chart_axis_set_name(native->x_axis, series_in_words(book->arena, chart)); /* the values: the bars lie */
        chart_axis_set_name_font(native->x_axis, &font);
        return;
    }
    chart_legend_set_position(native, LXW_CHART_LEGEND_BOTTOM);
    chart_legend_set_font(native, &font);
}

static void set_texts(struct book *book, lxw_chart *native, const struct chart *chart)
{
    lxw_chart_font title = xlsx_chart_font(true, 12);
    const char *line = chart->line.name ? arena_printf(book->arena, "; vạch đậm = %lld", (long long)chart->line.at) : "";
    const char *unit = chart->unit ? arena_printf(book->arena, " (%s%s)", chart->unit, line) : "";
    chart_title_set_name(native, arena_printf(book->arena, "%s%s", chart->title, unit));
    chart_title_set_name_font(native, &title);
    set_legend(book, native, chart);
}

enum { AROUND = 130, AROUND_LINES = 88 }; /* pixels of a title, the values of an axis and what the series are; without the last */

/* One bar a category, which its name needs a line of type for. */
static bool is_of_lines(const struct chart *chart)
{
    return chart->kind == CHART_BULLET && chart->series_count == 1;
}

/* Pixels for so many categories of that height. */
static unsigned height_of(const struct chart *chart, size_t categories, unsigned each)
{
    enum { LEAST_HEIGHT = 220 };
    unsigned height = (is_of_lines(chart) ? AROUND_LINES : AROUND) + (unsigned)categories * each;
    return height > LEAST_HEIGHT ? height : LEAST_HEIGHT;
}

unsigned xlsx_chart_height(const struct chart *chart)
{
    enum { BAR = 18, SPACE = 14, STANDING = 320 };
    if (chart->kind == CHART_COLUMNS)
        return STANDING;
    return height_of(chart, chart->category_count, (unsigned)chart->series_count * BAR + SPACE);
}

/* The bars of a bullet chart lie over each other. */
static unsigned least_height(const struct chart *chart, size_t categories)
{
    enum { BAR = 12, SPACE = 8, A_LINE = 16, STANDING = 240 };
    if (chart->kind == CHART_COLUMNS)
        return STANDING;
    return height_of(chart, categories, chart->kind == CHART_BULLET ? A_LINE : (unsigned)chart->series_count * BAR + SPACE);
}

unsigned xlsx_chart_least(const struct chart *chart)
{
    return least_height(chart, chart->category_count);
}

/* LibreOffice leaves out every other name where names have no line of their own. */
static int names_size(const struct chart *chart, unsigned height)
{
    enum { A_LINE = 18 /* of the larger type, in pixels */ };
    bool tight = chart->kind == CHART_BULLET && height < AROUND_LINES + A_LINE * chart->category_count;
    return tight ? XLSX_LABEL_SIZE : XLSX_NAME_SIZE;
}

/* The axis of print: left to itself a spreadsheet would begin it near the smallest value, and bars would lie. */
static void set_axes(struct book *book, lxw_chart *native, const struct chart_scale *scale, const struct chart *chart,
                     unsigned height)
{
    bool stands = chart->kind == CHART_COLUMNS;
    lxw_chart_font font = xlsx_chart_font(false, XLSX_LABEL_SIZE),
                   small = xlsx_chart_font(false, names_size(chart, height));
    lxw_chart_line light = { .color = 0xBFBFBF, .width = 0.5F };
    lxw_chart_axis *names = stands ? native->x_axis : native->y_axis; /* the library's names for lying bars */
    lxw_chart_axis *values = stands ? native->y_axis : native->x_axis;
    chart_axis_set_num_font(names, &small);
    chart_axis_set_num_font(values, &font);
    chart_axis_set_num_format(values, axis_pattern(book->arena, scale));
    chart_axis_set_min(values, axis_value(scale->low, scale->decimals));
    chart_axis_set_max(values, axis_value(scale->high, scale->decimals));
    if (!stands) {
        chart_axis_set_reverse(names); /* the first category at the top, as in the table */
        chart_axis_set_crossing_max(names);
    }
    chart_axis_set_interval_unit(names, 1); /* left to itself a spreadsheet leaves out every other name */
    chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);
    chart_axis_major_gridlines_set_visible(names, LXW_FALSE);
    chart_axis_major_gridlines_set_visible(values, LXW_TRUE);
    chart_axis_major_gridlines_set_line(values, &light);
}

struct chart xlsx_chart_part(const struct chart *chart, size_t first, unsigned room, struct arena *arena)
{
    size_t count = chart->category_count, parts = 1, each = count;
    while (each > 1 && least_height(chart, each) > room) {
        parts++;
        each = (count + parts - 1) / parts;
    }
    struct chart part = *chart;
    struct chart_series *series = arena_alloc(arena, chart->series_count, sizeof *series);
    part.categories += first;
    part.category_count = each < count - first ? each : count - first;
    for (size_t s = 0; s < chart->series_count; s++)
        series[s] = (struct chart_series){ chart->series[s].name, chart->series[s].cells + first };
    part.series = series;
    part.names = chart->names ? chart->names + first : NULL;
    part.ends = chart->ends ? chart->ends + first : NULL;
    if (first > 0)
        part.title = arena_printf(arena, "%s (tiếp theo)", chart->title);
    return part;
}

void xlsx_add_chart(struct book *book, const struct chart *chart, const struct table *table,
                    const struct xlsx_chart_place *place)
{
    enum { LIBRARY_WIDTH = 480, LIBRARY_HEIGHT = 288, GAP_PERCENT = 45 }; /* of the library's own chart, in pixels */
    static const uint8_t
        TYPES[] = { [CHART_CLUSTERED] = LXW_CHART_BAR, [CHART_COLUMNS] = LXW_CHART_COLUMN, [CHART_BULLET] = LXW_CHART_BAR };
    lxw_chart *native = workbook_add_chart(book->workbook, TYPES[chart->kind]);
    if (!native) {
        book_watch(book, LXW_ERROR_MEMORY_MALLOC_FAILED);
        return;
    }
    struct chart_scale scale = chart->kind == CHART_BULLET ? xlsx_bullet_scale(chart, place) : place->scale;
    set_axes(book, native, &scale, chart, place->height);
    set_texts(book, native, chart);
    if (chart->kind == CHART_BULLET)
        xlsx_bullet(book, native, chart, table, place);
    for (size_t s = 0; chart->kind != CHART_BULLET && s < chart->series_count; s++)
        add_series(book, native, chart, s, table, place);
    chart_set_series_gap(native, GAP_PERCENT);
    lxw_chart_options options = { .x_scale = (double)place->width / LIBRARY_WIDTH,
                                  .y_scale = (double)place->height / LIBRARY_HEIGHT,
                                  .object_position = LXW_OBJECT_MOVE_DONT_SIZE };
    char *said = arena_string(book->arena, chart->title);
    options.description = said;
    book_watch(book, worksheet_insert_chart_opt(place->sheet, place->row, 0, native, &options));
}
