#include "check/observe_bases.h"

#include "base/breadcrumb.h"
#include "base/map.h"
#include "base/text.h"
#include "content/words.h"

/* One document as the first of those plans cites it that agree on its title and date. */
struct citation {
    const struct reference *basis;
    const char *title; /* in small letters */
    size_t at;         /* its place among the bases of all plans */
    size_t votes;      /* how many plans of the run give it this date, under whatever title */
    size_t next;       /* another of the same number, or title where there is none, as index + 1 */
};

struct citations {
    struct citation *items;
    size_t count, capacity;
    struct map by_name, by_wording; /* its first, and itself, as index + 1 */
    struct map votes;               /* by name and date */
    struct arena *arena;
};

static const char *basis_key(const struct reference *basis)
{
    return basis->number ? basis->number : basis->title;
}

static const char *name_of(const struct reference *basis, const char *title, struct arena *arena)
{
    return basis->number ? arena_printf(arena, "\n%s", basis->number) : title;
}

static const char *vote_of(const char *name, const struct reference *basis, struct arena *arena)
{
    return arena_printf(arena, "%s\n%s", name, date_token(arena, basis->date));
}

/* Numbers start anew each year: one number in two years is one document only if the titles agree too. */
static bool is_same(const struct citation *a, const struct citation *b)
{
    return (a->basis->number && a->basis->date.year == b->basis->date.year) || strcmp(a->title, b->title) == 0;
}

/* Each date that a plan gives is a vote; a wording and date that is known already is not listed again. */
static void add(struct citations *citations, const struct reference *basis, size_t at)
{
    struct arena *arena = citations->arena;
    const char *title = utf8_lower(arena, basis->title), *name = name_of(basis, title, arena);
    const char *vote = vote_of(name, basis, arena);
    ++*map_at(&citations->votes, vote);
    size_t *known = map_at(&citations->by_wording, arena_printf(arena, "%s\n%s", vote, title));
    if (*known)
        return;
    size_t *first = map_at(&citations->by_name, name);
    struct citation *added = ARENA_PUSH(arena, citations->items, citations->count, citations->capacity);
    *added = (struct citation){ .basis = basis, .title = title, .at = at, .next = *first };
    *known = *first = citations->count;
}

static void count_votes(struct citations *citations)
{
    for (size_t i = 0; i < citations->count; i++) {
        struct citation *citation = &citations->items[i];
        const char *name = name_of(citation->basis, citation->title, citations->arena);
        citation->votes = *map_at(&citations->votes, vote_of(name, citation->basis, citations->arena));
    }
}

static const struct citation *citation_of(const struct citations *citations, const struct reference *basis)
{
    struct arena *arena = citations->arena;
    const char *title = utf8_lower(arena, basis->title);
    const char *vote = vote_of(name_of(basis, title, arena), basis, arena);
    return &citations->items[*map_find(&citations->by_wording, arena_printf(arena, "%s\n%s", vote, title)) - 1];
}

/* The same document, dated otherwise by more of the plans, or by an earlier one if as many. */
static const struct reference *better_date(const struct citations *citations, const struct citation *own, size_t at)
{
    const struct citation *best = own;
    size_t best_at = at;
    size_t first = *map_find(&citations->by_name, name_of(own->basis, own->title, citations->arena));
    for (size_t i = first; i; i = citations->items[i - 1].next) {
        const struct citation *other = &citations->items[i - 1];
        bool differs = is_same(own, other) && !date_equal(other->basis->date, own->basis->date);
        if (differs && (other->votes > best->votes || (other->votes == best->votes && other->at < best_at))) {
            best = other;
            best_at = other->at;
        }
    }
    return best->basis;
}

static void check(const struct citations *citations, const struct reference *basis, size_t at, struct findings *findings)
{
    struct arena *arena = findings->arena;
    breadcrumb_across(basis->place.file, NULL);
    const struct reference *other = better_date(citations, citation_of(citations, basis), at);
    if (!date_equal(other->date, basis->date))
        finding_add_about(findings, FINDING_BASIS_DATE, basis->place, ABOUT(basis_key(basis)), basis->title,
                          date_words(arena, basis->date), date_words(arena, other->date), other->place.file, NULL);
}

static void for_each(struct citations *citations, const struct plan *const *plans, size_t count, struct findings *findings)
{
    size_t at = 0;
    for (size_t p = 0; p < count; p++)
        for (size_t b = 0; b < plans[p]->decision.basis_count; b++) {
            const struct reference *basis = &plans[p]->decision.bases[b];
            if (!basis->date.year)
                continue;
            if (findings)
                check(citations, basis, at++, findings);
            else
                add(citations, basis, at++);
        }
}

void observe_bases(const struct plan *const *plans, size_t count, struct findings *findings)
{
    struct arena scratch = ARENA_INIT;
    struct citations citations = { .by_name = map_of_texts(&scratch),
                                   .by_wording = map_of_texts(&scratch),
                                   .votes = map_of_texts(&scratch),
                                   .arena = &scratch };
    for_each(&citations, plans, count, NULL);
    count_votes(&citations);
    for_each(&citations, plans, count, findings);
    arena_release(&scratch);
}
