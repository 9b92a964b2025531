#include "content/explain.h"

#include "base/text.h"
#include "content/ledger_words.h"
#include "content/words.h"

static void add(struct explanation *explanation, struct explained item, struct arena *arena)
{
    struct explained *added = ARENA_PUSH(arena, explanation->items, explanation->count, explanation->capacity);
    *added = item;
}

static struct explained of_line(const struct ledger_line *line, const char *role, struct arena *arena)
{
    return (struct explained){ .role = role,
                               .rule = ledger_rule_token(line->rule),
                               .what = ledger_name(line, arena),
                               .source = line->key.source,
                               .year = ledger_year_token(line, arena),
                               .amount = ledger_side_token(line, &line->stated, arena),
                               .verdict = ledger_verdict_token(line->verdict),
                               .place = line->place };
}

static void add_term(struct explanation *explanation, const struct ledger_line *line, const struct term *term,
                     struct arena *arena)
{
    const struct figure *figure = term->figure;
    const char *name = term->at        ? figure_name(arena, line->subject.plan, term->at, figure)
                       : figure->label ? figure->label
                                       : "";
    add(explanation,
        (struct explained){ .role = "term",
                            .rule = ledger_rule_token(line->rule),
                            .what = name,
                            .source = figure->source ? figure->source->id : NULL,
                            .year = year_token(arena, figure->year),
                            .amount = figure_is_unknown(figure) ? NULL : dong_token(arena, figure->dong),
                            .state = figure_state_token(figure->state),
                            .place = figure->place },
        arena);
}

static bool is_term(const struct ledger_line *line, const char *subject)
{
    for (size_t i = 0; i < line->sum.count; i++)
        if (line->sum.terms[i].at && strcmp(line->sum.terms[i].at->id, subject) == 0)
            return true;
    return false;
}

/* A target has no sum: what the text says of it is all there is. */
static bool explain_target(struct explanation *explanation, const struct plan *plan, const char *subject,
                           struct arena *arena)
{
    const struct target *target = plan_target(plan, subject);
    if (!target)
        return false;
    add(explanation,
        (struct explained){ .role = "stated",
                            .rule = "target",
                            .what = target->text,
                            .year = target->measure.year ? year_token(arena, target->measure.year) : NULL,
                            .amount = goal_words(arena, &target->measure),
                            .place = target->place },
        arena);
    return true;
}

bool explain_subject(struct explanation *explanation, const struct ledger *ledger, const char *subject, struct arena *arena)
{
    size_t before = explanation->count;
    for (size_t i = 0; i < ledger->count; i++) {
        const struct ledger_line *line = &ledger->lines[i];
        if (strcmp(line->subject.id, subject) == 0) {
            add(explanation, of_line(line, "stated", arena), arena);
            for (size_t t = 0; t < line->sum.count; t++)
                add_term(explanation, line, &line->sum.terms[t], arena);
        } else if (is_term(line, subject)) {
            add(explanation, of_line(line, "used-in", arena), arena);
        }
    }
    return explanation->count > before || explain_target(explanation, ledger->plan, subject, arena);
}
