#include "check/observe_shares.h"

#include "calc/sums.h"
#include "content/words.h"

enum { HUNDRED = 100 };

/* The shares of one key, of rows beside each other or of the sources of one row, and the money that they are of. */
struct group {
    const struct plan *plan;
    const struct plan_table *table;
    struct figure_key key;
    struct dec shares;
    int64_t money;
    size_t count;
    unsigned scale; /* the most decimals that a share is printed with */
    bool plain;     /* all of them and all the money are exact and known */
    struct arena *arena;
};

static bool is_share(const struct plan *plan, const struct figure *figure)
{
    const struct plan_measure *measure = plan_measure(plan, figure->key.measure);
    return measure && measure->adds == ADDS_TO_HUNDRED && figure->state == FIGURE_NUMBER && !figure->change;
}

/* The money beside a share; false if there is none or it is not known exactly. */
static bool money_beside(const struct group *group, size_t row, const struct figure *share, int64_t *money)
{
    struct sum sum = sum_of_row(group->table, row, share->source, share->key.period.year, group->arena);
    *money = sum.dong;
    return sum.count && !sum.incomplete && !sum.open && !sum.overflow && sum.op == FIGURE_EXACT && sum.dong >= 0;
}

static void take(struct group *group, size_t row, const struct figure *share)
{
    int64_t money = 0;
    group->count++;
    group->scale = share->number.scale > group->scale ? share->number.scale : group->scale;
    group->plain = group->plain && share->op == FIGURE_EXACT && money_beside(group, row, share, &money) &&
                   dec_add(&group->shares, group->shares, share->number) && dong_add(&group->money, group->money, money);
}

/* Each share may be off by half of its last decimal. */
static bool makes_hundred(const struct group *group)
{
    struct number rest = number_abs(number_sub(number_of(group->shares), number_whole(HUNDRED)));
    struct dec steps = { (int64_t)group->count, group->scale };
    return group->plain && group->count > 1 && group->money > 0 && rest.known &&
           number_cmp(number_add(rest, rest), number_of(steps)) <= 0;
}

/*
 * What a share may be off by, twice: one is often printed so that all make exactly 100, a whole last decimal; where they do not, each
 * is rounded by itself, half of it.
 */
static struct dec twice_allowed(const struct group *group)
{
    bool made_to_fit = dec_cmp(group->shares, dec_of(HUNDRED)) == 0;
    return (struct dec){ made_to_fit ? 2 : 1, group->scale };
}

static void compare(const struct group *group, size_t row, const struct figure *share, struct findings *findings)
{
    int64_t money;
    if (!money_beside(group, row, share, &money))
        return;
    struct number part = number_mul(number_div(number_whole(money), number_whole(group->money)), number_whole(HUNDRED));
    struct number off = number_abs(number_sub(part, number_of(share->number)));
    struct dec shown;
    if (!off.known || number_cmp(number_add(off, off), number_of(twice_allowed(group))) <= 0 || !number_round(&shown, part))
        return;
    struct arena *arena = findings->arena;
    const struct plan_row *at = &group->table->rows[row];
    finding_add_about(findings, FINDING_SHARE_OF_MONEY, share->place, ABOUT(at->id), figure_name(arena, group->plan, at, share),
                      number_words(arena, share->number), money_words(arena, money, group->table->unit),
                      money_words(arena, group->money, group->table->unit), number_words(arena, shown), NULL);
}

static bool same_but_source(struct figure_key a, struct figure_key b)
{
    a.source = b.source = NULL;
    return figure_key_equal(a, b);
}

/* The shares of sources in one row, told at the first of them. */
static void check_across(struct group *group, size_t row, size_t first, struct findings *findings)
{
    const struct plan_row *at = &group->table->rows[row];
    for (int pass = 0; pass < 2; pass++) {
        for (size_t f = 0; f < at->keyed_count; f++) {
            const struct figure *share = &at->keyed[f];
            if (!is_share(group->plan, share) || !same_but_source(share->key, group->key))
                continue;
            if (!share->key.source || f < first)
                return;
            if (pass == 0)
                take(group, row, share);
            else
                compare(group, row, share, findings);
        }
        if (!makes_hundred(group))
            return;
    }
}

/* A share of the row as a whole: of a line of one source that of the source. */
static bool is_of_row(const struct plan_row *row, const struct figure *share)
{
    return !share->source || share->source == row->source;
}

static const struct figure *share_beside(const struct group *group, size_t row, int parent)
{
    const struct plan_row *at = &group->table->rows[row];
    bool beside = at->kind != ROW_TOTAL && at->parent == parent && !row_is_apart(group->table, at);
    for (size_t f = 0; beside && f < at->keyed_count; f++)
        if (is_share(group->plan, &at->keyed[f]) && is_of_row(at, &at->keyed[f]) &&
            same_but_source(at->keyed[f].key, group->key))
            return &at->keyed[f];
    return NULL;
}

static bool is_under(const struct plan_table *table, size_t row, int parent)
{
    return row < table->row_count && (parent == NO_ROW || table->rows[row].level > table->rows[parent].level);
}

/* The shares of rows beside each other, told at the first of them. */
static void check_down(struct group *group, size_t row, struct findings *findings)
{
    int parent = group->table->rows[row].parent;
    for (size_t r = parent == NO_ROW ? 0 : (size_t)parent + 1; r < row; r++)
        if (share_beside(group, r, parent))
            return;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t r = row; is_under(group->table, r, parent); r++) {
            const struct figure *share = share_beside(group, r, parent);
            if (share && pass == 0)
                take(group, r, share);
            else if (share)
                compare(group, r, share, findings);
        }
        if (!makes_hundred(group))
            return;
    }
}

void observe_shares(const struct plan *plan, const struct plan_table *table, struct findings *findings)
{
    struct arena passing = ARENA_INIT;
    for (size_t r = 0; r < table->row_count; r++) {
        const struct plan_row *row = &table->rows[r];
        for (size_t f = 0; row->kind != ROW_TOTAL && !row_is_apart(table, row) && f < row->keyed_count; f++) {
            if (!is_share(plan, &row->keyed[f]))
                continue;
            struct group group = { plan, table, row->keyed[f].key, dec_of(0), 0, 0, 0, true, &passing };
            if (is_of_row(row, &row->keyed[f]))
                check_down(&group, r, findings);
            else
                check_across(&group, r, f, findings);
        }
    }
    arena_release(&passing);
}
