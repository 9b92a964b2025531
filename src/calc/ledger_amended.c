#include "calc/ledger_amended.h"

#include "base/text.h"
#include "calc/ledger_line.h"

struct joiner {
    struct ledger *own;
    const struct ledger *in_force;
    struct map lines;   /* of the plan in force, of figures that the amendment states: index + 1 */
    struct map figures; /* of the amendment: index + 1 */
    const struct figure **stated;
    struct ledger_subject *subjects;
    size_t stated_count, stated_capacity, subject_capacity;
    struct arena *arena;
};

/* One figure is the same in both plans if it stands on the same line of the same file and has the same key. */
static const char *figure_token(const struct figure *figure, struct arena *arena)
{
    struct figure_key key = figure->key;
    return arena_printf(arena, "%ld %s %s %s %s %d", figure->place.line, figure_period_token(arena, key.period),
                        key.source ? key.source : "", key.measure ? key.measure : "", key.phase ? key.phase : "",
                        figure->stated);
}

static const char *line_token(const struct ledger_line *line, struct arena *arena)
{
    return arena_printf(arena, "%d %s", (int)line->rule, figure_token(line->figure, arena));
}

static void add_stated(struct joiner *joiner, struct ledger_subject subject, const struct figure *figures, size_t count)
{
    size_t subjects = joiner->stated_count;
    for (size_t i = 0; i < count; i++) {
        const struct figure **figure =
            ARENA_PUSH(joiner->arena, joiner->stated, joiner->stated_count, joiner->stated_capacity);
        *figure = &figures[i];
        struct ledger_subject *of = ARENA_PUSH(joiner->arena, joiner->subjects, subjects, joiner->subject_capacity);
        *of = subject;
        *map_at(&joiner->figures, figure_token(&figures[i], joiner->arena)) = joiner->stated_count;
    }
}

static void find_stated(struct joiner *joiner)
{
    const struct plan *plan = joiner->own->plan;
    for (size_t t = 0; t < plan->table_count; t++)
        for (size_t r = 0; r < plan->tables[t].row_count; r++) {
            const struct plan_row *row = &plan->tables[t].rows[r];
            add_stated(joiner, ledger_row(&plan->tables[t], row), row->figures, row->figure_count);
        }
    for (size_t p = 0; p < plan->prose_count; p++)
        add_stated(joiner, ledger_prose(&plan->prose[p]), plan->prose[p].figures, plan->prose[p].figure_count);
}

static bool is_stated_here(const struct joiner *joiner, const struct ledger_line *line)
{
    return line->figure && line->figure->place.line && line->figure->state != FIGURE_BLANK &&
           text_equal(line->place.file, joiner->own->plan->place.file);
}

static void find_lines(struct joiner *joiner)
{
    for (size_t i = joiner->in_force->count; i-- > 0;)
        if (is_stated_here(joiner, &joiner->in_force->lines[i]))
            *map_at(&joiner->lines, line_token(&joiner->in_force->lines[i], joiner->arena)) = i + 1;
}

static void take_verdict(struct ledger_line *line, const struct ledger_line *from)
{
    line->rule = from->rule;
    line->verdict = from->verdict;
    line->reason = from->reason;
    line->stated = from->stated;
    line->computed = from->computed;
    line->difference = from->difference;
    line->sum = from->sum;
    line->claim = from->claim;
    line->in_force = true;
}

/* Two figures of the amendment's own few rows may be of different things: without the rest there is nothing to compare. */
static void set_alone(struct ledger_line *line)
{
    line->verdict = LEDGER_UNCHECKED;
    line->reason = LEDGER_ALONE;
    line->computed = line->difference = (struct ledger_side){ 0 };
}

/* Lines that both ledgers have. Those of the plan in force that are taken are left out of the map. */
static void join_own(struct joiner *joiner)
{
    for (size_t i = 0; i < joiner->own->count; i++) {
        struct ledger_line *line = &joiner->own->lines[i];
        if (!line->figure || line->unit != LEDGER_DONG || line->rule == LEDGER_WORDS || line->rule == LEDGER_STATED_ONCE)
            continue;
        size_t *index = map_at(&joiner->lines, line_token(line, joiner->arena));
        if (*index)
            take_verdict(line, &joiner->in_force->lines[*index - 1]);
        else if (line->rule == LEDGER_SAME_FIGURE)
            set_alone(line);
        *index = 0;
    }
}

static void add_line(struct joiner *joiner, const struct ledger_line *line)
{
    const size_t *stated = map_find(&joiner->figures, figure_token(line->figure, joiner->arena));
    struct ledger_builder builder = { joiner->own, joiner->own->plan, joiner->arena };
    if (!stated || !joiner->stated || line->rule == LEDGER_WORDS || line->rule == LEDGER_STATED_ONCE)
        return;
    const struct figure *figure = joiner->stated[*stated - 1];
    const size_t *first = map_find(&joiner->own->by_figure, figure);
    struct ledger_line *alone = first ? &joiner->own->lines[*first - 1] : NULL;
    if (alone && alone->rule == LEDGER_STATED_ONCE) {
        take_verdict(alone, line);
        return;
    }
    struct ledger_line added = *line;
    added.figure = figure;
    added.subject = joiner->subjects[*stated - 1];
    added.place = figure->place;
    added.next = 0;
    added.in_force = true;
    ledger_add(&builder, added);
}

static void add_rest(struct joiner *joiner)
{
    for (size_t i = 0; i < joiner->in_force->count; i++) {
        const struct ledger_line *line = &joiner->in_force->lines[i];
        const size_t *index = is_stated_here(joiner, line) ? map_find(&joiner->lines, line_token(line, joiner->arena))
                                                           : NULL;
        if (index && *index == i + 1)
            add_line(joiner, line);
    }
}

const struct ledger *ledger_amended(const struct plan *amendment, const struct plan *in_force, const struct office *office,
                                    const struct layouts *layouts, struct arena *arena)
{
    struct joiner joiner = { .own = ledger_as_printed(amendment, office, layouts, arena),
                             .in_force = ledger_as_printed(in_force, office, layouts, arena),
                             .lines = map_of_texts(arena),
                             .figures = map_of_texts(arena),
                             .arena = arena };
    joiner.own->in_force = in_force;
    find_stated(&joiner);
    find_lines(&joiner);
    join_own(&joiner);
    add_rest(&joiner);
    return joiner.own;
}
