#include "check/results_parts.h"

#include <stdlib.h>

#include "base/text.h"
#include "check/results_plausible.h"
#include "content/words.h"

/* A reported amount, where it stands in the plan, and what is reported of the parts of it. */
struct part {
    const struct result_money *money;
    const struct plan_table *table; /* NULL: the whole plan */
    int row;                        /* of the table; NO_ROW: the whole plan */
    int64_t sum;
    bool has_sum, out_of_range;
};

struct parts {
    struct part *items;
    size_t count;
    const struct results *results;
    struct findings *findings;
};

static int compare_texts(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) : (a != NULL) - (b != NULL);
}

/* By phase, year, basis and source; then the whole plan, and tables and rows in their order. */
static int compare(const void *left, const void *right)
{
    const struct part *a = left, *b = right;
    int64_t differences[] = { (int64_t)a->money->phase - (int64_t)b->money->phase, a->money->year - b->money->year,
                              (int64_t)a->money->basis - (int64_t)b->money->basis,
                              compare_texts(a->money->source, b->money->source) };
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++)
        if (differences[i])
            return differences[i] < 0 ? -1 : 1;
    if (a->table != b->table)
        return !a->table || (b->table && a->table < b->table) ? -1 : 1;
    return (a->row > b->row) - (a->row < b->row);
}

static bool is_of_same_time(const struct part *a, const struct part *b)
{
    return a->money->phase == b->money->phase && a->money->year == b->money->year && a->money->basis == b->money->basis;
}

static bool is_of_same(const struct part *a, const struct part *b)
{
    return is_of_same_time(a, b) && text_equal(a->money->source, b->money->source);
}

static struct parts parts_of(const struct plan *plan, const struct results *results, struct findings *findings)
{
    struct parts parts = { .results = results, .findings = findings };
    parts.items = arena_alloc(findings->arena, results->money_count, sizeof *parts.items);
    for (size_t i = 0; i < results->money_count; i++) {
        const struct result_money *money = &results->money[i];
        const struct plan_table *table = NULL;
        const struct plan_row *row = money->of ? plan_row(plan, money->of, &table) : NULL;
        if (money->reported && (row || !money->of))
            parts.items[parts.count++] = (struct part){ .money = money,
                                                        .table = row ? table : NULL,
                                                        .row = row ? (int)(row - table->rows) : NO_ROW };
    }
    if (parts.count)
        qsort(parts.items, parts.count, sizeof *parts.items, compare);
    return parts;
}

static void begin_sum(struct part *whole)
{
    whole->sum = 0;
    whole->has_sum = whole->out_of_range = false;
}

static void add_to(struct part *whole, const struct part *part)
{
    whole->has_sum = true;
    whole->out_of_range = whole->out_of_range || !dong_add(&whole->sum, whole->sum, part->money->dong);
}

static void tell_beyond(const struct parts *parts, const struct part *whole)
{
    const struct result_money *money = whole->money;
    struct arena *arena = parts->findings->arena;
    if (!whole->has_sum || whole->out_of_range || whole->sum <= money->dong)
        return;
    struct about about = about_money(parts->results, money, arena);
    about.stated = dong_token(arena, money->dong);
    about.computed = dong_token(arena, whole->sum);
    finding_add_about(parts->findings, FINDING_PARTS_BEYOND, money->place, about, result_money_name(money, arena),
                      number_words(arena, dec_of(whole->sum)), number_words(arena, dec_of(money->dong)), NULL);
}

/* The nearest row above of which something is reported; NULL: there is none. */
static struct part *next_above(struct part *const *reported, const struct part *part)
{
    int above = part->table->rows[part->row].parent;
    while (above != NO_ROW && !reported[above])
        above = part->table->rows[above].parent;
    return above == NO_ROW ? NULL : reported[above];
}

/*
 * The amounts of one table, and `whole` (or NULL), that of the plan. Tables are not added to one another: one may list again what
 * another has.
 */
static void add_table(struct part *first, size_t count, struct part *whole, struct arena *arena)
{
    const struct plan_table *table = first->table;
    struct part **reported = arena_alloc(arena, table->row_count, sizeof(struct part *));
    for (size_t i = 0; i < count; i++)
        reported[first[i].row] = &first[i];
    if (whole)
        begin_sum(whole);
    for (size_t i = 0; i < count; i++) {
        struct part *above = next_above(reported, &first[i]);
        if ((above || whole) && !row_is_apart(table, &table->rows[first[i].row]))
            add_to(above ? above : whole, &first[i]);
    }
}

/* Amounts of one phase, year, basis and source, those of a table side by side. */
static void check_rows(const struct parts *parts, struct part *first, size_t count)
{
    struct arena arena = ARENA_INIT;
    struct part *whole = first->table ? NULL : first;
    for (size_t i = whole ? 1 : 0, next; i < count; i = next) {
        for (next = i + 1; next < count && first[next].table == first[i].table;)
            next++;
        add_table(&first[i], next - i, whole, &arena);
        if (whole)
            tell_beyond(parts, whole);
        for (size_t p = i; p < next; p++)
            tell_beyond(parts, &first[p]);
    }
    arena_release(&arena);
}

/* The sources of an amount of all of them. */
static void check_sources(const struct parts *parts, struct part *whole)
{
    begin_sum(whole);
    for (size_t i = 0; i < parts->count; i++) {
        const struct part *part = &parts->items[i];
        if (part->money->source && is_of_same_time(part, whole) && text_equal(part->money->of, whole->money->of))
            add_to(whole, part);
    }
    tell_beyond(parts, whole);
}

void results_check_parts(const struct plan *plan, const struct results *results, struct findings *findings)
{
    struct parts parts = parts_of(plan, results, findings);
    for (size_t i = 0, next; i < parts.count; i = next) {
        for (next = i + 1; next < parts.count && is_of_same(&parts.items[i], &parts.items[next]);)
            next++;
        check_rows(&parts, &parts.items[i], next - i);
    }
    for (size_t i = 0; i < parts.count; i++)
        if (!parts.items[i].money->source)
            check_sources(&parts, &parts.items[i]);
}
