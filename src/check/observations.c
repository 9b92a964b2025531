#include "check/observations.h"

#include "base/groups.h"
#include "base/numfmt.h"
#include "base/ordinal.h"
#include "base/breadcrumb.h"
#include "base/text.h"
#include "calc/sums.h"
#include "check/observe_bases.h"
#include "check/observe_growth.h"
#include "check/observe_shares.h"
#include "check/observe_signs.h"
#include "check/observe_stopped.h"
#include "check/observe_tables.h"
#include "check/observe_targets.h"
#include "content/words.h"
#include "model/organ.h"

static const char *number_text(struct arena *arena, struct dec number)
{
    return numfmt_text(arena, (struct numfmt){ .decimals = number.scale }, number);
}

static bool is_next(const struct plan_row *row, const struct plan_row *before)
{
    int position, last;
    return *before->no && ordinal_of(&last, before->no, NULL) && ordinal_of(&position, row->no, before->no) &&
           position == last + 1;
}

/*
 * Numbers of rows beside each other follow one another; a jump is a lost row or a slip of the author. `before` is the last row of
 * the kind, `above` that of any kind: II may be one line and III a group.
 */
static void check_number(const struct plan_row *row, const struct plan_row *before, const struct plan_row *above,
                         struct findings *findings)
{
    int position, last;
    if (!before || !*row->no || !*before->no || !ordinal_of(&last, before->no, NULL) ||
        !ordinal_of(&position, row->no, before->no) || position == last + 1 || is_next(row, above))
        return;
    finding_add_about(findings, FINDING_NUMBER_JUMPS, row->place, ABOUT(row->id), before->no, row->no, NULL);
}

static void check_numbering(const struct plan_table *table, struct findings *findings)
{
    enum { ANY_KIND = ROW_TOTAL + 1, KINDS };
    /* By what they stand under, at the top first: the last row of each kind, and of any. */
    const struct plan_row **last = arena_alloc(findings->arena, (table->row_count + 1) * KINDS, sizeof *last);
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        const struct plan_row **beside = &last[(size_t)(row->parent - NO_ROW) * KINDS];
        check_number(row, beside[row->kind], beside[ANY_KIND], findings);
        beside[row->kind] = beside[ANY_KIND] = row;
    }
}

static const char *task_words(struct arena *arena, const char *title)
{
    char *lower = utf8_lower(arena, title);
    for (size_t length = strlen(lower); length && strchr(";.:, ", lower[length - 1]); length--)
        lower[length - 1] = '\0';
    return lower;
}

static void check_repeated(const struct plan_table *table, struct findings *findings)
{
    struct arena passing = ARENA_INIT, *arena = &passing;
    struct map first = map_of_texts(arena); /* by the words of a task: the row that names it first, as index + 1 */
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        if (row->kind != ROW_ACTIVITY)
            continue;
        size_t *before = map_at(&first, task_words(arena, row->title));
        if (*before)
            finding_add_about(findings, FINDING_REPEATED_TASK, row->place, ABOUT(row->id), row->title,
                              arena_printf(arena, "%ld", table->rows[*before - 1].place.line), NULL);
        else
            *before = r + 1;
    }
    arena_release(&passing);
}

static struct sum year_sum(const struct plan_table *table, size_t row, int year, struct arena *arena)
{
    return sum_of_row(table, row, NULL, year, arena);
}

/* What a label says a year costs: count × unit price where it counts, else the unit price. */
static bool label_cost(int64_t *dong, const struct label_sum *sum, enum money_unit unit)
{
    struct dec cost = sum->unit_price;
    if (sum->has_result)
        cost = sum->result;
    else if (sum->has_count && !dec_mul(&cost, sum->count, sum->unit_price))
        return false;
    return dec_shift_to_whole(dong, cost, money_unit_power(unit));
}

static bool prints_years(const struct plan_row *row)
{
    for (size_t f = 0; f < row->figure_count; f++)
        if (row->figures[f].year)
            return true;
    return false;
}

/* Only a cost said to be yearly can be compared with the years. */
static void check_label(const struct plan *plan, const struct plan_table *table, size_t index,
                        const struct label_sum *label, struct findings *findings)
{
    struct arena *arena = findings->arena;
    const struct plan_row *row = &table->rows[index];
    int64_t cost;
    if (!label->per || !strstr(label->per, "năm") || !prints_years(row) || !label_cost(&cost, label, table->unit))
        return;
    for (int year = plan->first_year; year <= plan->last_year; year++) {
        struct sum sum = year_sum(table, index, year, arena);
        if (sum.incomplete || sum.overflow || (sum.count && sum.dong == cost))
            continue;
        const char *printed = sum.count ? dong_words(arena, sum.dong, table->unit) : "trống";
        struct about about = { .subject = row->id,
                               .year = year_token(arena, year),
                               .stated = dong_token(arena, cost),
                               .computed = sum.count ? dong_token(arena, sum.dong) : NULL };
        finding_add_about(findings, FINDING_LABEL_COST, row->place, about, row->title, dong_words(arena, cost, table->unit),
                          arena_printf(arena, "%d", year), printed, NULL);
    }
}

static void check_labels(const struct plan *plan, const struct plan_table *table, struct findings *findings)
{
    for (size_t r = 0; r < table->row_count; r++)
        for (size_t s = 0; s < table->rows[r].label_sum_count; s++)
            check_label(plan, table, r, &table->rows[r].label_sums[s], findings);
}

static void check_targets(const struct plan *plan, struct findings *findings)
{
    for (size_t i = 0; i < plan->target_count; i++) {
        const struct target *target = &plan->targets[i];
        if (target->measure.op == OP_NONE)
            finding_add_about(findings, FINDING_TARGET_WITHOUT_VALUE, target->place, ABOUT(target->id), target->text, NULL);
    }
}

/* Classes × people of all counts that name one training target, beside that target. */
static void check_classes(const struct plan *plan, struct findings *findings)
{
    struct arena *arena = findings->arena;
    for (size_t c = 0; c < plan->count_count; c++) {
        const struct count *count = &plan->counts[c];
        const struct target *target = count->target ? plan_target(plan, count->target) : NULL;
        struct dec low, high;
        if (!target || !count->has_each || !dec_mul(&low, count->value, count->each_low) ||
            !dec_mul(&high, count->value, count->each_high))
            continue;
        const char *people = dec_cmp(low, high) == 0
                                 ? number_text(arena, low)
                                 : arena_printf(arena, "%s - %s", number_text(arena, low), number_text(arena, high));
        finding_add_about(findings, FINDING_CLASSES, count->place, ABOUT(count->id), number_text(arena, count->value),
                          people, arena_printf(arena, "%s %s", goal_words(arena, &target->measure), target->measure.unit),
                          count->what, NULL);
    }
}

/* A count that nothing is held against: neither parts, nor people of each, nor what is listed. */
static void check_counts(const struct plan *plan, struct findings *findings)
{
    for (size_t i = 0; i < plan->count_count; i++) {
        const struct count *count = &plan->counts[i];
        if (!count->part_count && !count->item_count && !(count->target && count->has_each))
            finding_add_about(findings, FINDING_COUNT_ALONE, count->place, ABOUT(count->id), count->what,
                              number_text(findings->arena, count->value), NULL);
    }
}

static void check_citations(const struct plan *plan, struct findings *findings)
{
    const struct decision *decision = &plan->decision;
    for (size_t i = 0; i < decision->cited_count; i++) {
        const struct reference *cited = &decision->cited[i];
        if (cited->number && *decision->code_number.text && strcmp(cited->number, decision->code_number.text) != 0)
            finding_add_about(findings, FINDING_NUMBER_CLASH, cited->place, ABOUT(plan->id), cited->number, cited->where,
                              decision->code_number.text, NULL);
        if (cited->date.year && decision->issue.known.day && !date_equal(cited->date, decision->issued))
            finding_add_about(findings, FINDING_DATE_CLASH, cited->place, ABOUT(plan->id),
                              date_words(findings->arena, cited->date), cited->where,
                              date_words(findings->arena, decision->issued), NULL);
        if (cited->organ && !same_organ(findings->arena, cited->organ, decision->organ_name))
            finding_add_about(findings, FINDING_ISSUER_CLASH, cited->place, ABOUT(plan->id), cited->organ, cited->where,
                              decision->organ_name, NULL);
    }
}

void observe_plan(const struct plan *plan, struct findings *findings)
{
    check_citations(plan, findings);
    check_targets(plan, findings);
    check_classes(plan, findings);
    check_counts(plan, findings);
    observe_targets(plan, findings);
    observe_growth(plan, findings);
    observe_stopped(plan, findings);
    observe_tables(plan, findings);
    for (size_t t = 0; t < plan->table_count; t++) {
        check_numbering(&plan->tables[t], findings);
        check_repeated(&plan->tables[t], findings);
        observe_totals(&plan->tables[t], findings);
        observe_signs(plan, &plan->tables[t], findings);
        observe_shares(plan, &plan->tables[t], findings);
        check_labels(plan, &plan->tables[t], findings);
    }
}

/*
 * Two plans of one unit in some of the same years, neither of which amends or replaces another: reports count both. Two with
 * the very same years are spoken of where plans are held against each other (IN-043, IN-097).
 */
static void check_overlap(const struct plan *later, const struct plan *earlier, struct findings *findings)
{
    struct arena *arena = findings->arena;
    int first = later->first_year > earlier->first_year ? later->first_year : earlier->first_year;
    int last = later->last_year < earlier->last_year ? later->last_year : earlier->last_year;
    bool carried = plan_carries_out(later, earlier) || plan_carries_out(earlier, later);
    bool same = later->first_year == earlier->first_year && later->last_year == earlier->last_year;
    if (first > last || same || strcmp(later->unit, earlier->unit) != 0 || later->relation_count ||
        earlier->relation_count || carried || !text_equal(later->programme, earlier->programme))
        return;
    finding_add_about(findings, FINDING_PLANS_OVERLAP, later->place,
                      (struct about){ .plan = later->id, .subject = earlier->id }, later->unit, earlier->id,
                      first == last ? arena_printf(arena, "%d", first) : arena_printf(arena, "%d-%d", first, last), NULL);
}

/* Told at the one that names no programme. Other periods, and plans that are linked, are told or settled elsewhere. */
static void check_programmes(const struct plan *later, const struct plan *earlier, struct findings *findings)
{
    bool unlinked = !later->relation_count && !earlier->relation_count && !later->carries_out_count &&
                    !earlier->carries_out_count;
    const struct plan *silent = later->programme ? earlier : later, *other = later->programme ? later : earlier;
    if (!unlinked || silent->programme || !other->programme || later->first_year != earlier->first_year ||
        later->last_year != earlier->last_year)
        return;
    finding_add_about(findings, FINDING_PROGRAMME_HALF_SAID, silent->place,
                      (struct about){ .plan = silent->id, .subject = other->id }, other->id, other->place.file,
                      other->programme, NULL);
}

void observe_plans(const struct plan *const *plans, size_t count, struct findings *findings)
{
    struct arena passing = ARENA_INIT;
    struct groups units = groups_of(count, &passing);
    for (size_t p = 0; p < count; p++) {
        groups_add(&units, plans[p]->unit, p);
        breadcrumb_across(plans[p]->place.file, NULL);
        for (size_t other = units.before[p]; other; other = units.before[other - 1]) {
            check_overlap(plans[p], plans[other - 1], findings);
            check_programmes(plans[p], plans[other - 1], findings);
        }
    }
    arena_release(&passing);
    observe_bases(plans, count, findings);
}
