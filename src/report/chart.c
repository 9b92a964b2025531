#include "report/chart.h"

#include "base/text.h"

enum { STEPS_MOST = 6 };

const char *chart_alternative(const struct chart *chart, struct arena *arena)
{
    return arena_printf(arena, "%s; số liệu ở bảng trên", chart->title);
}

static bool inside(const struct table *table, struct cell_ref ref)
{
    return ref.row >= table->head_rows && ref.row < table->row_count && ref.column < table->column_count &&
           !table_at(table, ref)->covered;
}

static const char *series_fault(const struct chart *chart, const struct table *table, const struct chart_series *series)
{
    struct dec same;
    if (!series->name || !*series->name)
        return "một dãy số của biểu đồ không có tên";
    for (size_t i = 0; i < chart->category_count; i++) {
        if (!inside(table, series->cells[i]))
            return "số của biểu đồ không phải một ô trong bảng";
        const struct cell *cell = table_at(table, series->cells[i]);
        if (cell->kind == CELL_NUMBER && !dec_rescale(&same, cell->value, 6) && cell->value.scale < 6)
            return "số của biểu đồ quá lớn";
    }
    return NULL;
}

static const char *bullet_fault(const struct chart *chart)
{
    enum { BULLET_SERIES = 2 };
    bool bullet = chart->kind == CHART_BULLET;
    if (bullet && chart->series_count > BULLET_SERIES)
        return "biểu đồ so với mục tiêu có nhiều nhất hai dãy số";
    if (!bullet && (chart->names || chart->ends || chart->line.name))
        return "chỉ biểu đồ so với mục tiêu có tên ngắn, lời ở cuối thanh và vạch";
    for (size_t i = 0; i < chart->category_count; i++)
        if ((chart->names && !chart->names[i]) || (chart->ends && !chart->ends[i]))
            return "một thanh của biểu đồ không có tên hoặc không có lời";
    return NULL;
}

const char *chart_name(const struct chart *chart, const struct table *table, size_t category)
{
    return chart->names ? chart->names[category] : table_at(table, chart->categories[category])->text;
}

const char *chart_fault(const struct chart *chart, const struct table *table)
{
    if (!chart->title || !chart->category_count || !chart->series_count)
        return "biểu đồ không có tên hoặc không có số";
    const char *fault = bullet_fault(chart);
    for (size_t i = 0; i < chart->category_count; i++)
        if (!inside(table, chart->categories[i]) || !table_at(table, chart->categories[i])->text)
            return "tên trên trục của biểu đồ không phải một ô có chữ trong bảng";
    for (size_t s = 0; !fault && s < chart->series_count; s++)
        fault = series_fault(chart, table, &chart->series[s]);
    return fault;
}

bool chart_value(int64_t *value, const struct chart *chart, const struct table *table, const struct chart_scale *scale,
                 size_t series, size_t category)
{
    struct dec same;
    const struct cell *cell = table_at(table, chart->series[series].cells[category]);
    if (cell->kind != CELL_NUMBER || !dec_rescale(&same, cell->value, scale->decimals))
        return false;
    *value = same.units;
    return true;
}

static unsigned decimals_of(const struct chart *chart, const struct table *table)
{
    unsigned most = 0;
    for (size_t s = 0; s < chart->series_count; s++)
        for (size_t i = 0; i < chart->category_count; i++) {
            const struct cell *cell = table_at(table, chart->series[s].cells[i]);
            if (cell->kind == CELL_NUMBER && cell->value.scale > most)
                most = cell->value.scale;
        }
    return most;
}

/* Takes the length of each bar in. */
static void widen(struct chart_scale *scale, const struct chart *chart, const struct table *table, size_t category)
{
    for (size_t s = 0; s < chart->series_count; s++) {
        int64_t value;
        if (!chart_value(&value, chart, table, scale, s, category))
            continue;
        scale->low = value < scale->low ? value : scale->low;
        scale->high = value > scale->high ? value : scale->high;
    }
}

int64_t chart_line_value(const struct chart_line *line, const struct chart_scale *scale)
{
    int64_t value = line->at;
    for (unsigned i = 0; i < scale->decimals; i++)
        value *= 10;
    return value;
}

static void widen_for_line(struct chart_scale *scale, const struct chart_line *line)
{
    int64_t at = line->name ? chart_line_value(line, scale) : 0;
    scale->low = at < scale->low ? at : scale->low;
    scale->high = at > scale->high ? at : scale->high;
}

static int64_t up_to(int64_t value, int64_t step)
{
    return (value + step - 1) / step * step;
}

struct chart_scale chart_scale_of(const struct chart *chart, const struct table *table)
{
    static const int64_t NICE[] = { 1, 2, 5 };
    enum { NICE_COUNT = sizeof NICE / sizeof *NICE };
    struct chart_scale scale = { .decimals = decimals_of(chart, table) };
    for (size_t i = 0; i < chart->category_count; i++)
        widen(&scale, chart, table, i);
    widen_for_line(&scale, &chart->line);
    if (scale.high == scale.low)
        scale.high = 1;
    int64_t power = 1;
    size_t nice = 0;
    scale.step = 1;
    while (up_to(scale.high, scale.step) / scale.step + up_to(-scale.low, scale.step) / scale.step > STEPS_MOST) {
        power *= ++nice % NICE_COUNT ? 1 : 10;
        scale.step = power * NICE[nice % NICE_COUNT];
    }
    scale.high = up_to(scale.high, scale.step);
    scale.low = -up_to(-scale.low, scale.step);
    return scale;
}
