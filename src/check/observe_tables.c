#include "check/observe_tables.h"

#include "base/map.h"
#include "base/text.h"
#include "calc/column_keys.h"
#include "content/words.h"

/* ---- the same task in two tables ---- */

static void check_figures(const struct plan *plan, const struct plan_row *row, const struct plan_row *other,
                          const struct plan_table *in, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t f = 0; f < row->figure_count; f++) {
        const struct figure *figure = &row->figures[f], *before = row_figure_at(other, figure->key);
        if (!before || figure->state != FIGURE_NUMBER || before->state != FIGURE_NUMBER || figure->dong == before->dong ||
            figure->op != FIGURE_EXACT || before->op != FIGURE_EXACT || figure->unit != before->unit)
            continue;
        finding_add_about(findings, FINDING_LINE_TWICE, figure->place, ABOUT(row->id),
                          figure_name(arena, plan, row, figure), money_words(arena, figure->dong, figure->unit),
                          arena_printf(arena, "%s:%ld", in->id, before->place.line),
                          money_words(arena, before->dong, before->unit), NULL);
    }
}

static const char *name_of(const struct plan_row *row, struct arena *arena)
{
    return text_name_key(arena, row->title);
}

/* Rows of the same name in two tables, one of which says again what the other says. */
static void check_two(const struct plan *plan, const struct plan_table *table, const struct plan_table *before,
                      struct findings *findings)
{
    struct arena passing = ARENA_INIT, *arena = &passing;
    struct map names = map_of_texts(arena); /* the first row of each name, as index + 1 */
    for (size_t r = before->row_count; r-- > 0;)
        if (before->rows[r].kind == ROW_ACTIVITY)
            *map_at(&names, name_of(&before->rows[r], arena)) = r + 1;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        const size_t *other = row->kind == ROW_ACTIVITY && row->figure_count ? map_find(&names, name_of(row, arena)) : NULL;
        if (other)
            check_figures(plan, row, &before->rows[*other - 1], before, findings);
    }
    arena_release(&passing);
}

/* Without a word that it repeats the other, a row of the same name is of another work. */
static void check_lines(const struct plan *plan, size_t table, struct findings *findings)
{
    const struct plan_table *at = &plan->tables[table];
    for (size_t t = 0; t < table; t++)
        if (table_repeats(at, plan->tables[t].id) || table_repeats(&plan->tables[t], at->id))
            check_two(plan, at, &plan->tables[t], findings);
}

/* ---- years of a title ---- */

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The year that stands at the text, 0 if none does. */
static int year_at(const char *text)
{
    int year = 0, digits = 0;
    for (; digits < 5 && is_digit(text[digits]); digits++)
        year = year * 10 + (text[digits] - '0');
    return digits == 4 && year >= 1900 && year < 3000 ? year : 0;
}

/* "2021-2025", "2021 – 2025": where it stands, or NULL; a title with anything else that is a year is left alone. */
static bool period_in(const char *title, int *first, int *last)
{
    enum { YEAR_DIGITS = 4 };
    size_t found = 0;
    for (const char *at = title; *at; at++) {
        int year = at == title || !is_digit(at[-1]) ? year_at(at) : 0;
        if (!year)
            continue;
        const char *rest = at + YEAR_DIGITS + strspn(at + YEAR_DIGITS, " ");
        size_t dash = *rest == '-' ? 1 : strncmp(rest, "–", strlen("–")) == 0 ? strlen("–") : 0;
        rest += dash + strspn(rest + dash, " ");
        *first = year;
        *last = dash ? year_at(rest) : 0;
        found++;
        at = *last ? rest + YEAR_DIGITS - 1 : at + YEAR_DIGITS - 1;
    }
    return found == 1 && *last > *first;
}

static void check_title(const struct plan_table *table, struct findings *findings)
{
    int first = 0, last = 0;
    if (!table->title || !period_in(table->title, &first, &last))
        return;
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t f = 0; f < table->rows[r].figure_count; f++) {
            const struct figure *figure = &table->rows[r].figures[f];
            if (!figure->year || (figure->year >= first && figure->year <= last) || figure->state == FIGURE_BLANK)
                continue;
            finding_add_about(findings, FINDING_TITLE_YEARS, figure->place, ABOUT(table->id), table->title,
                              arena_printf(findings->arena, "%d", figure->year), NULL);
            return;
        }
}

/* ---- what is counted from the beginning ---- */

/* The last day of what the figure covers, for order; 0 for the whole period. */
static int order_of(struct figure_period period)
{
    enum { MONTHS = 100, DAYS = 100 };
    if (period.to.year)
        return (period.to.year * MONTHS + period.to.month) * DAYS + period.to.day;
    int year = period.last_year ? period.last_year : period.year;
    return year ? (year * MONTHS + year_part_ends(period.part)) * DAYS + 31 : 0;
}

static bool same_but_period(struct figure_key a, struct figure_key b)
{
    a.period = b.period = (struct figure_period){ 0 };
    return figure_key_equal(a, b);
}

static const char *amount_words(const struct figure *figure, struct arena *arena)
{
    return figure->unit == UNIT_NONE ? number_words(arena, figure->number) : money_words(arena, figure->dong, figure->unit);
}

static void check_falling(const struct plan *plan, const struct plan_row *row, const struct figure *later,
                          struct findings *findings)
{
    const struct plan_phase *phase = plan_phase(plan, later->key.phase);
    struct arena *arena = findings->arena;
    if (!phase || !phase->cumulative || later->state != FIGURE_NUMBER || !order_of(later->key.period))
        return;
    for (size_t f = 0; f < row->keyed_count; f++) {
        const struct figure *earlier = &row->keyed[f];
        if (earlier->state != FIGURE_NUMBER || !same_but_period(earlier->key, later->key) || earlier->unit != later->unit ||
            !order_of(earlier->key.period) || order_of(earlier->key.period) >= order_of(later->key.period) ||
            dec_cmp(earlier->number, later->number) <= 0)
            continue;
        finding_add_about(findings, FINDING_PLAN_CUMULATIVE_FALLS, later->place, ABOUT(row->id),
                          figure_name(arena, plan, row, later), amount_words(later, arena),
                          figure_name(arena, plan, row, earlier), amount_words(earlier, arena), NULL);
        return;
    }
}

/* ---- the unit in a head ---- */

/* The unit of money that the last brackets of a head name; UNIT_NONE if they name none. */
static enum money_unit unit_of_head(const struct layout_node *node)
{
    for (size_t p = 0; node->has_head && p < node->head.count; p++) {
        const char *text = node->head.pieces[p].text, *brackets = text ? strrchr(text, '(') : NULL;
        for (enum money_unit unit = UNIT_DONG; brackets && unit <= UNIT_BILLION; unit++) {
            size_t length = strlen(money_unit_name(unit));
            if (strncmp(brackets + 1, money_unit_name(unit), length) == 0 && brackets[1 + length] == ')')
                return unit;
        }
    }
    return UNIT_NONE;
}

static void check_heads(const struct plan *plan, const struct plan_table *table, struct findings *findings)
{
    struct column_keys keys = column_keys_of_table(plan, table, findings->arena);
    for (size_t c = 0; c < keys.count; c++) {
        const struct column_key *column = &keys.items[c];
        const struct plan_measure *measure = plan_measure(plan, column->key.measure);
        enum money_unit own = measure ? measure->money : table->unit, said = unit_of_head(column->node);
        if (column->is_figure && own != UNIT_NONE && said != UNIT_NONE && said != own)
            finding_add_about(findings, FINDING_HEAD_UNIT, column->node->place, ABOUT(table->id), money_unit_name(said),
                              money_unit_name(own), NULL);
    }
}

/* ---- what the text calls an annex ---- */

static const char *heading_words(struct arena *arena, const char *name, const char *number, const char *title)
{
    const char *annex = number ? annex_words(arena, name, number) : "";
    return arena_printf(arena, "%s%s%s", annex, number && title ? ": " : "", title ? title : "");
}

/* Only what both places print is compared. */
static void check_citations(const struct plan_table *table, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t i = 0; i < table->cited_count; i++) {
        const struct table_citation *cited = &table->cited[i];
        bool annex = cited->annex && table->annex && strcmp(cited->annex, table->annex) != 0;
        bool title = cited->title && table->title &&
                     strcmp(text_name_key(arena, cited->title), text_name_key(arena, table->title)) != 0;
        if (annex || title)
            finding_add_about(findings, FINDING_ANNEX_NAMED, cited->place, ABOUT(table->id), cited->where,
                              heading_words(arena, cited->annex_name, annex ? cited->annex : NULL, title ? cited->title : NULL),
                              heading_words(arena, table->annex_name, annex ? table->annex : NULL, title ? table->title : NULL), NULL);
    }
}

void observe_tables(const struct plan *plan, struct findings *findings)
{
    for (size_t t = 0; t < plan->table_count; t++) {
        const struct plan_table *table = &plan->tables[t];
        check_lines(plan, t, findings);
        check_title(table, findings);
        check_heads(plan, table, findings);
        check_citations(table, findings);
        for (size_t r = 0; r < table->row_count; r++)
            for (size_t f = 0; f < table->rows[r].keyed_count; f++)
                check_falling(plan, &table->rows[r], &table->rows[r].keyed[f], findings);
    }
}
