#include "calc/sums.h"

#include "base/numfmt.h"
#include "base/text.h"

struct collector {
    const struct plan_table *table;
    struct sum *sum;
    struct arena *arena;
};

static void add_term(struct collector *collector, size_t row, const struct figure *figure)
{
    struct sum *sum = collector->sum;
    struct term *term = ARENA_PUSH(collector->arena, sum->terms, sum->count, sum->capacity);
    *term = (struct term){ row, &collector->table->rows[row], figure };
    sum->incomplete = sum->incomplete || figure->state == FIGURE_LOST;
    sum->overflow = !dong_add(&sum->dong, sum->dong, figure->dong) || sum->overflow;
}

static bool collect(struct collector *collector, size_t index, const struct source *source, int year);

/* Each source of the row once, at that year. */
static bool collect_sources(struct collector *collector, size_t index, int year)
{
    const struct plan_row *row = &collector->table->rows[index];
    bool any = false;
    for (size_t i = 0; i < row->figure_count; i++) {
        const struct source *source = row->figures[i].source;
        bool seen = source == NULL;
        for (size_t j = 0; j < i; j++)
            seen = seen || row->figures[j].source == source;
        if (!seen)
            any = collect(collector, index, source, year) || any;
    }
    return any;
}

static bool collect_years(struct collector *collector, size_t index, const struct source *source)
{
    const struct plan_row *row = &collector->table->rows[index];
    bool any = false;
    for (size_t i = 0; i < row->figure_count; i++)
        if (row->figures[i].source == source && row->figures[i].year) {
            add_term(collector, index, &row->figures[i]);
            any = true;
        }
    return any;
}

/* A heading prints no cells at all, which is not the same as blank ones: what its children print stands for it. */
static bool collect_children(struct collector *collector, size_t index, const struct source *source, int year)
{
    bool any = false;
    for (size_t i = index + 1; i < collector->table->row_count; i++)
        if (collector->table->rows[i].parent == (int)index)
            any = collect(collector, i, source, year) || any;
    return any;
}

/* The row's share in (source, year): its own cell, else the finer cells that make it up. False if it prints neither. */
static bool collect(struct collector *collector, size_t index, const struct source *source, int year)
{
    const struct plan_row *row = &collector->table->rows[index];
    if (!row->figure_count && row->has_children)
        return collect_children(collector, index, source, year);
    const struct figure *own = row_figure(row, source, year);
    if (own) {
        if (own->state != FIGURE_BLANK)
            add_term(collector, index, own);
        return true;
    }
    if (!source)
        return collect_sources(collector, index, year) || (!year && collect_years(collector, index, NULL));
    return !year && collect_years(collector, index, source);
}

static bool in_total(const struct plan_table *table, const struct plan_row *total, size_t index)
{
    const struct plan_row *row = &table->rows[index];
    if (row->kind == ROW_TOTAL)
        return false;
    if (!total->of_count)
        return row->parent == NO_ROW;
    for (size_t i = 0; i < total->of_count; i++)
        if (strcmp(total->of[i], row->id) == 0)
            return true;
    return false;
}

bool sum_has_part(const struct plan_table *table, size_t row, size_t part)
{
    if (table->rows[row].kind == ROW_TOTAL)
        return in_total(table, &table->rows[row], part);
    return part != row && table->rows[part].parent == (int)row;
}

static void collect_down(struct collector *collector, size_t index, const struct figure *figure)
{
    for (size_t i = 0; i < collector->table->row_count; i++)
        if (sum_has_part(collector->table, index, i))
            collect(collector, i, figure->source, figure->year);
}

static void collect_across(struct collector *collector, size_t index, const struct figure *figure)
{
    bool any = !figure->source && collect_sources(collector, index, figure->year);
    if (!any && !figure->year)
        collect_years(collector, index, figure->source);
}

struct sum sum_of(const struct plan_table *table, size_t row, const struct figure *figure, enum axis axis,
                  struct arena *arena)
{
    struct sum sum = { 0 };
    struct collector collector = { table, &sum, arena };
    if (axis == AXIS_DOWN)
        collect_down(&collector, row, figure);
    else
        collect_across(&collector, row, figure);
    return sum;
}

struct sum sum_of_row(const struct plan_table *table, size_t row, const struct source *source, int year,
                      struct arena *arena)
{
    struct sum sum = { 0 };
    struct collector collector = { table, &sum, arena };
    collect(&collector, row, source, year);
    return sum;
}

enum verdict sum_verdict(const struct sum *sum, const struct figure *figure)
{
    if (!sum->count || sum->overflow || (figure->state != FIGURE_NUMBER && figure->state != FIGURE_DASH))
        return VERDICT_NONE;
    if (sum->incomplete)
        return VERDICT_INCOMPLETE;
    return sum->dong == figure->dong ? VERDICT_HOLDS : VERDICT_DIFFERS;
}

struct sum sum_main(const struct plan_table *table, size_t row, const struct figure *figure, struct arena *arena)
{
    struct sum down = sum_of(table, row, figure, AXIS_DOWN, arena);
    if (sum_verdict(&down, figure) == VERDICT_HOLDS)
        return down;
    struct sum across = sum_of(table, row, figure, AXIS_ACROSS, arena);
    return !down.count || sum_verdict(&across, figure) == VERDICT_HOLDS ? across : down;
}

/* Terms lie below or beside their figure, never above it: the recursion ends at the amounts. */
struct sum sum_computed(const struct plan_table *table, size_t row, const struct figure *figure, struct arena *arena)
{
    struct sum whole = { .dong = figure->dong, .incomplete = figure->state == FIGURE_LOST };
    struct sum parts = { 0 };
    if (figure->stated)
        parts = sum_of(table, row, figure, AXIS_DOWN, arena);
    if (figure->stated && (!parts.count || parts.incomplete)) {
        struct sum across = sum_of(table, row, figure, AXIS_ACROSS, arena);
        parts = across.count && !across.incomplete ? across : parts.count ? parts : across;
    }
    if (!parts.count)
        return whole;
    whole = (struct sum){ .terms = parts.terms, .count = parts.count };
    for (size_t i = 0; i < parts.count; i++) {
        struct sum part = sum_computed(table, parts.terms[i].row, parts.terms[i].figure, arena);
        whole.incomplete = whole.incomplete || part.incomplete;
        whole.overflow = !dong_add(&whole.dong, whole.dong, part.dong) || whole.overflow || part.overflow;
    }
    return whole;
}

const char *year_token(struct arena *arena, int year)
{
    return year ? arena_printf(arena, "%d", year) : "period";
}

const char *dong_token(struct arena *arena, int64_t dong)
{
    return arena_printf(arena, "%lld", (long long)dong);
}

const char *dong_words(struct arena *arena, int64_t dong, enum money_unit unit)
{
    struct dec number = dec_from_whole(dong, money_unit_power(unit), 0);
    return numfmt_text(arena, (struct numfmt){ .decimals = number.scale }, number);
}

const char *figure_name(struct arena *arena, const struct plan_row *row, const struct figure *figure)
{
    struct text name = text_in(arena);
    size_t title = strlen(row->title);
    if (title && row->title[title - 1] == ':')
        title--;
    text_addf(&name, "%s%s%.*s", row->no, *row->no ? " " : "", (int)title, row->title);
    if (figure->source && row->kind != ROW_LINE)
        text_addf(&name, ", %s", figure->source->abbr);
    if (figure->year)
        text_addf(&name, ", %d", figure->year);
    return text_str(&name);
}

static void report_sum(const struct plan_row *row, const struct figure *figure, const struct sum *sum,
                       enum finding_code code, struct findings *findings)
{
    struct arena *arena = findings->arena;
    int64_t rest;
    if (__builtin_sub_overflow(figure->dong, sum->dong, &rest))
        code = FINDING_SUM_OVERFLOW, rest = 0;
    if (code == FINDING_SUM_INCOMPLETE && rest < 0)
        code = FINDING_SUM_BEYOND, rest = -rest;
    const char *unit = money_unit_name(figure->unit);
    struct finding *finding = finding_add(
        findings, code, figure->place, figure_name(arena, row, figure),
        arena_printf(arena, "%s %s", dong_words(arena, figure->dong, figure->unit), unit),
        arena_printf(arena, "%s %s", dong_words(arena, sum->dong, figure->unit), unit),
        arena_printf(arena, "%s %s", dong_words(arena, rest, figure->unit), unit), NULL);
    finding->subject = row->id;
    finding->source = figure->source ? figure->source->id : NULL;
    finding->year = year_token(arena, figure->year);
    finding->stated = dong_token(arena, figure->dong);
    finding->computed = dong_token(arena, sum->dong);
}

/*
 * A lost cell is worth a word only where no other sum explains the figure, and only of a sum: an amount above lost cells is
 * the more exact of the two.
 */
static void check_figure(const struct plan_table *table, size_t row, const struct figure *figure,
                         const struct office *office, struct findings *findings)
{
    bool holds = false, incomplete = false;
    struct sum sums[2];
    for (int axis = AXIS_DOWN; axis <= AXIS_ACROSS; axis++) {
        bool implied = figure->stated || axis == AXIS_DOWN;
        sums[axis] = implied ? sum_of(table, row, figure, (enum axis)axis, findings->arena) : (struct sum){ 0 };
        enum verdict verdict = sum_verdict(&sums[axis], figure);
        holds = holds || verdict == VERDICT_HOLDS;
        incomplete = incomplete || verdict == VERDICT_INCOMPLETE;
        if (sums[axis].overflow)
            report_sum(&table->rows[row], figure, &sums[axis], FINDING_SUM_OVERFLOW, findings);
        else if (verdict == VERDICT_DIFFERS)
            report_sum(&table->rows[row], figure, &sums[axis],
                       is_material(office, figure->dong, sums[axis].dong) ? FINDING_SUM_DIFFERS
                                                                          : FINDING_SUM_DIFFERS_SLIGHTLY, findings);
    }
    if (figure->stated && incomplete && !holds) {
        const struct sum *sum = sums[AXIS_DOWN].incomplete ? &sums[AXIS_DOWN] : &sums[AXIS_ACROSS];
        report_sum(&table->rows[row], figure, sum, FINDING_SUM_INCOMPLETE, findings);
    }
}

void sums_check(const struct plan *plan, const struct office *office, struct findings *findings)
{
    for (size_t t = 0; t < plan->table_count; t++) {
        const struct plan_table *table = &plan->tables[t];
        for (size_t r = 0; r < table->row_count; r++)
            for (size_t f = 0; f < table->rows[r].figure_count; f++)
                if (table->rows[r].figures[f].stated || table->rows[r].has_children)
                    check_figure(table, r, &table->rows[r].figures[f], office, findings);
    }
}
