#include "draft/table_columns.h"

#include <string.h>

#include "base/text.h"

/* Counts of columns that money has: of years alone, of sources alone, of both, and sums of rows. */
struct tally {
    size_t years, funds, both, sums, phases, first_sum, first_year;
};

static struct tally tally_of(const struct grid *grid)
{
    struct tally tally = { 0 };
    for (size_t i = 0; i < grid->column_count; i++) {
        const struct grid_column *column = &grid->columns[i];
        if (column->kind != COLUMN_MONEY)
            continue;
        tally.phases += column->phase != NULL;
        size_t *count = column->year && column->fund ? &tally.both
                        : column->year               ? &tally.years
                        : column->fund               ? &tally.funds
                                                     : &tally.sums;
        if (!(*count)++ && count == &tally.sums)
            tally.first_sum = i;
        else if (*count == 1 && count == &tally.years)
            tally.first_year = i;
    }
    return tally;
}

/* What kinds of columns the grid has, in the words of a layout's `draftedFor`; NULL if one is known to no layout. */
static const char *kinds_of(const struct grid *grid, struct arena *arena)
{
    static const char *const WORDS[] = {
        [COLUMN_NO] = "no",     [COLUMN_TITLE] = "title",     [COLUMN_START] = "start",
        [COLUMN_END] = "end",   [COLUMN_UNIT] = "unit",       [COLUMN_QUANTITY] = "quantity",
        [COLUMN_LEAD] = "lead", [COLUMN_PARTNER] = "partner", [COLUMN_MONEY] = "money",
    };
    enum { KINDS = sizeof WORDS / sizeof *WORDS };
    struct tally tally = tally_of(grid);
    struct text kinds = text_in(arena);
    if (grid->numbered || tally.phases || grid_count(grid, COLUMN_UNKNOWN) || grid_count(grid, COLUMN_TEXT))
        return NULL;
    for (size_t kind = COLUMN_NO; kind < KINDS; kind++)
        if (grid_count(grid, (enum column_kind)kind))
            text_addf(&kinds, "%s%s", kinds.length ? " " : "", WORDS[kind]);
    const char *sums = tally.sums == 0                                                     ? ""
                       : tally.sums > 1                                                    ? " sums"
                       : tally.first_sum < tally.first_year && tally.years && !tally.funds ? " sum-first"
                                                                                           : " sum";
    text_addf(&kinds, "%s%s%s%s%s", grid->by_fund ? " by-source" : "", tally.years ? " years" : "",
              tally.funds ? " sources" : "", tally.both ? " years-and-sources" : "", sums);
    return text_str(&kinds);
}

const char *table_layout(const struct grid *grid, const struct layouts *layouts, struct arena *arena)
{
    const char *kinds = kinds_of(grid, arena);
    for (size_t i = 0; kinds && i < layouts->count; i++)
        if (text_equal(layouts->items[i]->drafted_for, kinds))
            return layouts->items[i]->id;
    return NULL;
}

const char *table_text_name(const struct grid *grid, size_t column, struct arena *arena)
{
    const char *name = grid->columns[column].name;
    for (size_t i = 0; name && i < column; i++)
        if (grid->columns[i].name && strcmp(grid->columns[i].name, name) == 0)
            name = NULL;
    return name ? name : arena_printf(arena, "cot-%zu", column + 1);
}

static const struct {
    const char *fact, *width;
} FACTS[] = {
    [COLUMN_NO] = { "row.no", "12mm" },       [COLUMN_TITLE] = { "row.title", "*" },
    [COLUMN_START] = { "row.start", "18mm" }, [COLUMN_END] = { "row.end", "18mm" },
    [COLUMN_UNIT] = { "row.unit", "22mm" },   [COLUMN_QUANTITY] = { "row.quantity", "18mm" },
    [COLUMN_LEAD] = { "row.leads", "34mm" },  [COLUMN_PARTNER] = { "row.partners", "38mm" },
    [COLUMN_MONEY] = { NULL, "20mm" },        [COLUMN_TEXT] = { NULL, "30mm" },
    [COLUMN_UNKNOWN] = { NULL, "30mm" },
};

static void add_column(struct node *parent, const struct grid *grid, size_t at, struct funds *funds)
{
    const struct grid_column *printed = &grid->columns[at];
    struct node *column = node_add(parent, "column", NULL);
    const char *id, *code;
    node_set(column, "head", *printed->head ? printed->head : "…");
    node_set(column, "width", FACTS[printed->kind].width);
    node_set(column, "fact", FACTS[printed->kind].fact);
    if (printed->kind == COLUMN_TITLE)
        node_set(column, "min", "50mm");
    if (printed->kind == COLUMN_TEXT || printed->kind == COLUMN_UNKNOWN)
        node_set(column, "text", table_text_name(grid, at, parent->arena));
    if (printed->kind != COLUMN_MONEY)
        return;
    node_set(column, "phase", printed->phase);
    node_set(column, "year", printed->year);
    if (printed->fund && fund_kinds(printed->fund, &id, &code, funds->arena) == 1)
        node_set(column, "source", id);
    node_set(column, "align", "right");
}

static bool same_band(const struct grid *grid, size_t a, size_t b)
{
    const char *first = grid->columns[a].band, *second = grid->columns[b].band;
    return first && second && strcmp(first, second) == 0;
}

void table_add_columns(struct node *table, const struct grid *grid, struct funds *funds)
{
    struct node *columns = node_add(table, "columns", NULL);
    if (grid->column_count > 6)
        node_set(columns, "orientation", "landscape");
    struct node *band = NULL;
    for (size_t i = 0; i < grid->column_count; i++) {
        if (!i || !same_band(grid, i - 1, i)) {
            band = columns;
            if (grid->columns[i].band) {
                band = node_add(columns, "band", NULL);
                node_set(band, "head", grid->columns[i].band);
            }
        }
        add_column(band, grid, i, funds);
    }
    if (!grid->numbered)
        return;
    struct node *numbers = node_add(columns, "numbers", NULL);
    for (size_t i = 0; i < grid->column_count; i++)
        node_add(numbers, "n", grid->columns[i].number);
}

void table_doubt_columns(struct node *table, const struct grid *grid)
{
    /* "Dự toán" beside "Ước thực hiện" is what was assigned, or what this very plan wants. */
    if (tally_of(grid).phases)
        node_doubt(
            table,
            "bảng có các bước khác nhau (phase): cột kế hoạch, dự toán là của chính văn bản này thì để nguyên, là số đã giao thì "
            "thêm phase=\"assigned\"; đối chiếu phase của từng cột");
    for (size_t i = 0; i < grid->column_count; i++)
        if (grid->columns[i].kind == COLUMN_UNKNOWN)
            node_doubt(table, "không rõ cột %zu («%s») là gì: nhập thành chữ; nếu là số thì sửa cột và các ô", i + 1,
                       grid->columns[i].head);
}
